-- Signatures, the frozen dossiers that they sign, and the steps of a lot's review.

-- The bytes that somebody signed, by their SHA-256. They name the subject themselves.
CREATE TABLE dossier (
    site       TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    content    BLOB NOT NULL,
    frozen_at  TEXT NOT NULL,
    PRIMARY KEY (site, sha256)
) STRICT;

CREATE TABLE signature (
    site           TEXT    NOT NULL,
    subject_kind   TEXT    NOT NULL CHECK (subject_kind IN ('lot', 'specification', 'reference-set', 'measurement-invalidation', 'role-grant')),
    subject_key    TEXT    NOT NULL,
    ordinal        INTEGER NOT NULL CHECK (ordinal >= 1),
    lot_number     TEXT,
    meaning        TEXT    NOT NULL CHECK (meaning IN ('performed', 'verified', 'audit-trail-reviewed', 'approved', 'rejected', 'recalled')),
    person         TEXT    NOT NULL,
    printed_name   TEXT    NOT NULL,
    role           TEXT    NOT NULL,
    signed_at      TEXT    NOT NULL,
    statement      TEXT    NOT NULL,
    reason         TEXT,
    dossier_sha256 TEXT    NOT NULL,
    authentication TEXT    NOT NULL,
    PRIMARY KEY (site, subject_kind, subject_key, ordinal),
    FOREIGN KEY (site, dossier_sha256) REFERENCES dossier (site, sha256)
) STRICT;

CREATE INDEX signature_by_lot ON signature (site, lot_number, signed_at);
CREATE INDEX signature_by_person ON signature (site, person, signed_at);

-- What became of a lot between bench and decision, a row a step; the newest says where it stands. A signed step names the
-- lot's signature, a decision its row in decision (a recall has none there).
CREATE TABLE review_step (
    site               TEXT    NOT NULL,
    lot_number         TEXT    NOT NULL,
    ordinal            INTEGER NOT NULL CHECK (ordinal >= 1),
    step               TEXT    NOT NULL CHECK (step IN ('submitted', 'verified', 'returned', 'audit-trail-reviewed', 'held', 'hold-lifted', 'released', 'rejected', 'recalled')),
    reason             TEXT,
    evaluation_ordinal INTEGER,
    signature_ordinal  INTEGER,
    decision_ordinal   INTEGER,
    recorded_at        TEXT    NOT NULL,
    recorded_by        TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, ordinal),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, lot_number, decision_ordinal) REFERENCES decision (site, lot_number, ordinal)
) STRICT;

-- When the record of a decided lot was first changed after the decision, or after the review that followed the change before;
-- null where nothing waits for a review.
ALTER TABLE batch ADD COLUMN corrected_after_decision TEXT;

CREATE INDEX batch_by_work_state ON batch (site, work_state, lot_number);
CREATE INDEX batch_corrected_after_decision ON batch (site, lot_number) WHERE corrected_after_decision IS NOT NULL;

CREATE TRIGGER dossier_is_never_changed BEFORE UPDATE ON dossier
BEGIN SELECT RAISE(ABORT, 'dossier: what is recorded is never changed'); END;
CREATE TRIGGER dossier_is_never_deleted BEFORE DELETE ON dossier
BEGIN SELECT RAISE(ABORT, 'dossier: what is recorded is never deleted'); END;
CREATE TRIGGER dossier_is_never_replaced BEFORE INSERT ON dossier
WHEN EXISTS (SELECT 1 FROM dossier WHERE site = NEW.site AND sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'dossier: this key is recorded already'); END;

CREATE TRIGGER signature_is_never_changed BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'signature: what is recorded is never changed'); END;
CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'signature: what is recorded is never deleted'); END;
CREATE TRIGGER signature_is_never_replaced BEFORE INSERT ON signature
WHEN EXISTS (SELECT 1 FROM signature WHERE site = NEW.site AND subject_kind = NEW.subject_kind AND subject_key = NEW.subject_key AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'signature: this key is recorded already'); END;

CREATE TRIGGER review_step_is_never_changed BEFORE UPDATE ON review_step
BEGIN SELECT RAISE(ABORT, 'review_step: what is recorded is never changed'); END;
CREATE TRIGGER review_step_is_never_deleted BEFORE DELETE ON review_step
BEGIN SELECT RAISE(ABORT, 'review_step: what is recorded is never deleted'); END;
CREATE TRIGGER review_step_is_never_replaced BEFORE INSERT ON review_step
WHEN EXISTS (SELECT 1 FROM review_step WHERE site = NEW.site AND lot_number = NEW.lot_number AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'review_step: this key is recorded already'); END;

-- Whatever changes the content of a submitted or verified lot sends it back to the bench; on a decided lot it opens a review.
-- These triggers, and no code, do it, so that nothing that writes content can forget it: who does not name the lot's row in the
-- audit record is refused.
CREATE TRIGGER batch_version_reopens_its_lot AFTER INSERT ON batch_version
BEGIN
    UPDATE batch
       SET work_state               = CASE work_state WHEN 'decided' THEN work_state ELSE 'testing' END,
           corrected_after_decision = CASE work_state WHEN 'decided' THEN NEW.recorded_at END,
           row_version              = row_version + 1
     WHERE site       = NEW.site
       AND lot_number = NEW.lot_number
       AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL));
END;
CREATE TRIGGER assay_result_reopens_its_lot AFTER INSERT ON assay_result
BEGIN
    UPDATE batch
       SET work_state               = CASE work_state WHEN 'decided' THEN work_state ELSE 'testing' END,
           corrected_after_decision = CASE work_state WHEN 'decided' THEN NEW.recorded_at END,
           row_version              = row_version + 1
     WHERE site       = NEW.site
       AND lot_number = NEW.lot_number
       AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL));
END;
CREATE TRIGGER measurement_reopens_its_lot AFTER INSERT ON measurement
BEGIN
    UPDATE batch
       SET work_state               = CASE work_state WHEN 'decided' THEN work_state ELSE 'testing' END,
           corrected_after_decision = CASE work_state WHEN 'decided' THEN NEW.recorded_at END,
           row_version              = row_version + 1
     WHERE site       = NEW.site
       AND lot_number = NEW.lot_number
       AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL));
END;
CREATE TRIGGER run_reopens_its_lot AFTER INSERT ON run
BEGIN
    UPDATE batch
       SET work_state               = CASE work_state WHEN 'decided' THEN work_state ELSE 'testing' END,
           corrected_after_decision = CASE work_state WHEN 'decided' THEN NEW.recorded_at END,
           row_version              = row_version + 1
     WHERE site       = NEW.site
       AND lot_number = (SELECT lot_number FROM measurement WHERE site = NEW.site AND measurement_id = NEW.measurement_id)
       AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL));
END;
CREATE TRIGGER inclusion_reopens_its_lot AFTER INSERT ON inclusion
BEGIN
    UPDATE batch
       SET work_state               = CASE work_state WHEN 'decided' THEN work_state ELSE 'testing' END,
           corrected_after_decision = CASE work_state WHEN 'decided' THEN NEW.recorded_at END,
           row_version              = row_version + 1
     WHERE site       = NEW.site
       AND lot_number = (SELECT lot_number FROM measurement WHERE site = NEW.site AND measurement_id = NEW.measurement_id)
       AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL));
END;
CREATE TRIGGER invalidation_reopens_its_lot AFTER INSERT ON invalidation
BEGIN
    UPDATE batch
       SET work_state               = CASE work_state WHEN 'decided' THEN work_state ELSE 'testing' END,
           corrected_after_decision = CASE work_state WHEN 'decided' THEN NEW.recorded_at END,
           row_version              = row_version + 1
     WHERE site       = NEW.site
       AND lot_number = (SELECT lot_number FROM measurement WHERE site = NEW.site AND measurement_id = NEW.measurement_id)
       AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL));
END;
