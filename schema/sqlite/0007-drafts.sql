-- Unfinished forms of people. They are no record of the laboratory: no event tells of them, and they may be changed and thrown away.
CREATE TABLE form_draft (
    site        TEXT    NOT NULL,
    owner       TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('registration', 'results', 'import', 'specification')),
    form_key    TEXT    NOT NULL,
    content     TEXT    NOT NULL,
    saved_at    TEXT    NOT NULL,
    row_version INTEGER NOT NULL CHECK (row_version >= 1),
    PRIMARY KEY (site, owner, kind, form_key)
) STRICT;

-- Instrument files that somebody looks at before taking them. They are no record of the laboratory either; what is taken goes to raw_file.
CREATE TABLE staged_file (
    site        TEXT    NOT NULL,
    owner       TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    file_name   TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    options     TEXT    NOT NULL,
    staged_at   TEXT    NOT NULL,
    row_version INTEGER NOT NULL CHECK (row_version >= 1),
    content     BLOB    NOT NULL,
    PRIMARY KEY (site, owner, sha256)
) STRICT;

CREATE INDEX staged_file_by_time ON staged_file (site, staged_at);

-- After a verdict was shown, leaving a replicate out (or taking it back in) is proposed by one person and has no effect until
-- another one confirms it.
CREATE TABLE exclusion_proposal (
    site           TEXT    NOT NULL,
    lot_number     TEXT    NOT NULL,
    number         INTEGER NOT NULL CHECK (number >= 1),
    measurement_id TEXT    NOT NULL,
    sha256         TEXT    NOT NULL,
    entry          INTEGER NOT NULL,
    ordinal        INTEGER NOT NULL,
    included       INTEGER NOT NULL,
    reason         TEXT    NOT NULL,
    proposed_at    TEXT    NOT NULL,
    proposed_by    TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, number),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, measurement_id, sha256, entry, ordinal)
        REFERENCES replicate (site, measurement_id, sha256, entry, ordinal)
) STRICT;

CREATE TRIGGER exclusion_proposal_is_never_changed BEFORE UPDATE ON exclusion_proposal
BEGIN SELECT RAISE(ABORT, 'exclusion_proposal: what is recorded is never changed'); END;
CREATE TRIGGER exclusion_proposal_is_never_deleted BEFORE DELETE ON exclusion_proposal
BEGIN SELECT RAISE(ABORT, 'exclusion_proposal: what is recorded is never deleted'); END;
CREATE TRIGGER exclusion_proposal_is_never_replaced BEFORE INSERT ON exclusion_proposal
WHEN EXISTS (SELECT 1 FROM exclusion_proposal WHERE site = NEW.site AND lot_number = NEW.lot_number AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'exclusion_proposal: this key is recorded already'); END;

CREATE TABLE exclusion_answer (
    site        TEXT    NOT NULL,
    lot_number  TEXT    NOT NULL,
    number      INTEGER NOT NULL CHECK (number >= 1),
    answer      TEXT    NOT NULL CHECK (answer IN ('confirmed', 'declined')),
    reason      TEXT    NOT NULL,
    answered_at TEXT    NOT NULL,
    answered_by TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, number),
    FOREIGN KEY (site, lot_number, number) REFERENCES exclusion_proposal (site, lot_number, number)
) STRICT;

CREATE TRIGGER exclusion_answer_is_never_changed BEFORE UPDATE ON exclusion_answer
BEGIN SELECT RAISE(ABORT, 'exclusion_answer: what is recorded is never changed'); END;
CREATE TRIGGER exclusion_answer_is_never_deleted BEFORE DELETE ON exclusion_answer
BEGIN SELECT RAISE(ABORT, 'exclusion_answer: what is recorded is never deleted'); END;
CREATE TRIGGER exclusion_answer_is_never_replaced BEFORE INSERT ON exclusion_answer
WHEN EXISTS (SELECT 1 FROM exclusion_answer WHERE site = NEW.site AND lot_number = NEW.lot_number AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'exclusion_answer: this key is recorded already'); END;

-- A specification on its way to its next version; each saving is a version of the draft, the newest holds.
-- The code is the specification's: its product's, or PRODUCT/MARKET.
CREATE TABLE specification_draft (
    site     TEXT    NOT NULL,
    code     TEXT    NOT NULL,
    draft    INTEGER NOT NULL CHECK (draft >= 1),
    version  INTEGER NOT NULL CHECK (version >= 1),
    product  TEXT    NOT NULL,
    market   TEXT,
    based_on INTEGER,
    state    TEXT    NOT NULL CHECK (state IN ('open', 'discarded', 'approved')),
    content  TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    saved_at TEXT    NOT NULL,
    saved_by TEXT    NOT NULL,
    PRIMARY KEY (site, code, draft, version)
) STRICT;

CREATE TRIGGER specification_draft_is_never_changed BEFORE UPDATE ON specification_draft
BEGIN SELECT RAISE(ABORT, 'specification_draft: what is recorded is never changed'); END;
CREATE TRIGGER specification_draft_is_never_deleted BEFORE DELETE ON specification_draft
BEGIN SELECT RAISE(ABORT, 'specification_draft: what is recorded is never deleted'); END;
CREATE TRIGGER specification_draft_is_never_replaced BEFORE INSERT ON specification_draft
WHEN EXISTS (SELECT 1 FROM specification_draft WHERE site = NEW.site AND code = NEW.code AND draft = NEW.draft AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'specification_draft: this key is recorded already'); END;

-- Who approved a version of a specification. Versions that were defined before people existed have none.
CREATE TABLE specification_approval (
    site              TEXT    NOT NULL,
    code              TEXT    NOT NULL,
    version           INTEGER NOT NULL CHECK (version >= 1),
    draft             INTEGER NOT NULL,
    effective_from    TEXT    NOT NULL,
    reason            TEXT    NOT NULL,
    drafted_by        TEXT    NOT NULL,
    approved_at       TEXT    NOT NULL,
    approved_by       TEXT    NOT NULL,
    signature_ordinal INTEGER NOT NULL,
    dossier_sha256    TEXT    NOT NULL,
    PRIMARY KEY (site, code, version),
    FOREIGN KEY (site, code, version) REFERENCES specification (site, code, version)
) STRICT;

CREATE TRIGGER specification_approval_is_never_changed BEFORE UPDATE ON specification_approval
BEGIN SELECT RAISE(ABORT, 'specification_approval: what is recorded is never changed'); END;
CREATE TRIGGER specification_approval_is_never_deleted BEFORE DELETE ON specification_approval
BEGIN SELECT RAISE(ABORT, 'specification_approval: what is recorded is never deleted'); END;
CREATE TRIGGER specification_approval_is_never_replaced BEFORE INSERT ON specification_approval
WHEN EXISTS (SELECT 1 FROM specification_approval WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'specification_approval: this key is recorded already'); END;
