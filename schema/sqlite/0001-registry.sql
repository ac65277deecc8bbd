-- The registry of a laboratory. Every key begins with the site. Times are UTC text of fixed width
-- (2026-03-02T09:15:00.0000000Z), dates yyyy-MM-dd; what a person typed stays text, what is computed is REAL.

CREATE TABLE schema_step (
    number INTEGER NOT NULL PRIMARY KEY,
    name   TEXT    NOT NULL,
    sha256 TEXT    NOT NULL
) STRICT;

CREATE TABLE registry (
    site        TEXT NOT NULL PRIMARY KEY,
    registry_id TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('laboratory', 'demonstration')),
    time_zone   TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;

-- One change each: who, when, what, before, after, why; chained to the one before it.
-- The columns from occurred_at to reason repeat what the canonical bytes say, so that the trail can be searched.
CREATE TABLE audit_event (
    site           TEXT    NOT NULL,
    sequence       INTEGER NOT NULL CHECK (sequence >= 1),
    occurred_at    TEXT    NOT NULL,
    actor          TEXT    NOT NULL,
    account        TEXT    NOT NULL,
    authentication TEXT    NOT NULL,
    action         TEXT    NOT NULL,
    lot_number     TEXT,
    reason         TEXT,
    canonical      BLOB    NOT NULL,
    previous_hash  TEXT    NOT NULL,
    hash           TEXT    NOT NULL,
    hmac           TEXT    NOT NULL,
    PRIMARY KEY (site, sequence)
) STRICT;

CREATE INDEX audit_event_by_lot ON audit_event (site, lot_number, sequence);
CREATE INDEX audit_event_by_actor ON audit_event (site, actor, sequence);

-- Defined things, each version as it was defined; the content is the definition in canonical JSON.
CREATE TABLE lab_attribute (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

CREATE TABLE isolation_method (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

CREATE TABLE product (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

CREATE TABLE instrument (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

CREATE TABLE method (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

-- The code of a specification is its product's.
CREATE TABLE specification (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

-- A batch's state. What is known of it stands in batch_version, whose newest version is named here.
CREATE TABLE batch (
    site             TEXT    NOT NULL,
    lot_number       TEXT    NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    product          TEXT    NOT NULL,
    isolation_method TEXT    NOT NULL,
    isolated_on      TEXT    NOT NULL,
    work_state       TEXT    NOT NULL CHECK (work_state IN ('draft', 'testing', 'submitted', 'verified', 'decided')),
    disposition      TEXT    NOT NULL CHECK (disposition IN ('quarantined', 'released', 'rejected', 'recalled')),
    hold_reason      TEXT,
    row_version      INTEGER NOT NULL CHECK (row_version >= 1),
    PRIMARY KEY (site, lot_number)
) STRICT;

CREATE INDEX batch_by_kind ON batch (site, product, isolation_method, isolated_on, lot_number);

CREATE TABLE batch_version (
    site              TEXT    NOT NULL,
    lot_number        TEXT    NOT NULL,
    version           INTEGER NOT NULL CHECK (version >= 1),
    product           TEXT    NOT NULL,
    isolation_method  TEXT    NOT NULL,
    isolated_on       TEXT    NOT NULL,
    operator          TEXT,
    source            TEXT    NOT NULL,
    method_parameters TEXT    NOT NULL,
    volumes           TEXT    NOT NULL,
    remarks           TEXT,
    reason            TEXT,
    recorded_at       TEXT    NOT NULL,
    recorded_by       TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, version),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number)
) STRICT;

-- Files as they came, whole.
CREATE TABLE raw_file (
    site        TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    file_name   TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    reader      TEXT    NOT NULL,
    received_at TEXT    NOT NULL,
    content     BLOB    NOT NULL,
    PRIMARY KEY (site, sha256)
) STRICT;

-- A lot's other files: companions of measurements, certificates.
CREATE TABLE attachment (
    site        TEXT NOT NULL,
    lot_number  TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (site, lot_number, sha256),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, sha256) REFERENCES raw_file (site, sha256)
) STRICT;

-- A measurement's files (replicates, dilution series) share it. A bead check belongs to an instrument, not to a lot.
CREATE TABLE measurement (
    site               TEXT    NOT NULL,
    measurement_id     TEXT    NOT NULL,
    lot_number         TEXT,
    name               TEXT    NOT NULL,
    ordinal            INTEGER NOT NULL,
    purpose            TEXT    NOT NULL CHECK (purpose IN ('sample', 'blank', 'bead-check')),
    technique          TEXT    NOT NULL,
    weighting          TEXT    NOT NULL,
    instrument         TEXT,
    instrument_version INTEGER,
    set_up             TEXT    NOT NULL,
    recorded_at        TEXT    NOT NULL,
    recorded_by        TEXT    NOT NULL,
    PRIMARY KEY (site, measurement_id),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, instrument, instrument_version) REFERENCES instrument (site, code, version)
) STRICT;

CREATE INDEX measurement_by_lot ON measurement (site, lot_number, ordinal);
CREATE INDEX measurement_by_instrument ON measurement (site, instrument, purpose, ordinal);

CREATE TABLE invalidation (
    site           TEXT NOT NULL,
    measurement_id TEXT NOT NULL,
    cause          TEXT NOT NULL,
    recorded_at    TEXT NOT NULL,
    recorded_by    TEXT NOT NULL,
    PRIMARY KEY (site, measurement_id),
    FOREIGN KEY (site, measurement_id) REFERENCES measurement (site, measurement_id)
) STRICT;

-- One file's part in a measurement; entry counts the samples of a file that holds several.
CREATE TABLE run (
    site               TEXT    NOT NULL,
    measurement_id     TEXT    NOT NULL,
    sha256             TEXT    NOT NULL,
    entry              INTEGER NOT NULL,
    version            INTEGER NOT NULL CHECK (version >= 1),
    format             TEXT    NOT NULL,
    software           TEXT    NOT NULL,
    mapping            TEXT,
    status             TEXT    NOT NULL CHECK (status IN ('read', 'failed-run')),
    failure            TEXT,
    sample_name        TEXT,
    captured_text      TEXT,
    dilution_factor    REAL,
    dilution_source    TEXT    NOT NULL CHECK (dilution_source IN ('file', 'operator', 'confirmed-name', 'unknown')),
    factor_in_values   REAL    NOT NULL,
    replicate_label    TEXT,
    position_table     TEXT,
    findings           TEXT    NOT NULL,
    reason             TEXT,
    recorded_at        TEXT    NOT NULL,
    recorded_by        TEXT    NOT NULL,
    PRIMARY KEY (site, measurement_id, sha256, entry, version),
    FOREIGN KEY (site, measurement_id) REFERENCES measurement (site, measurement_id),
    FOREIGN KEY (site, sha256) REFERENCES raw_file (site, sha256)
) STRICT;

CREATE INDEX run_by_file ON run (site, sha256, entry);

-- One replicate (video, sub-run) of a run, its distribution as one compact value and its metrics beside it.
-- Concentrations are as they were read; run.factor_in_values says which dilution is in them (1: none).
CREATE TABLE replicate (
    site                 TEXT    NOT NULL,
    measurement_id       TEXT    NOT NULL,
    sha256               TEXT    NOT NULL,
    entry                INTEGER NOT NULL,
    ordinal              INTEGER NOT NULL,
    name                 TEXT    NOT NULL,
    readable             INTEGER NOT NULL,
    reason               TEXT,
    tracks               REAL,
    completed_tracks     REAL,
    concentration_per_ml REAL,
    mean_nm              REAL,
    mode_nm              REAL,
    sd_nm                REAL,
    d10_nm               REAL,
    d50_nm               REAL,
    d90_nm               REAL,
    span                 REAL,
    percent_30_150       REAL,
    reported             TEXT    NOT NULL,
    distribution         BLOB,
    PRIMARY KEY (site, measurement_id, sha256, entry, ordinal),
    FOREIGN KEY (site, measurement_id) REFERENCES measurement (site, measurement_id)
) STRICT;

CREATE INDEX replicate_by_d50 ON replicate (site, d50_nm);

-- A person's decision to leave a readable replicate out, or to take it back in; the newest version holds.
CREATE TABLE inclusion (
    site           TEXT    NOT NULL,
    measurement_id TEXT    NOT NULL,
    sha256         TEXT    NOT NULL,
    entry          INTEGER NOT NULL,
    ordinal        INTEGER NOT NULL,
    version        INTEGER NOT NULL CHECK (version >= 1),
    included       INTEGER NOT NULL,
    reason         TEXT    NOT NULL,
    after_verdict  INTEGER NOT NULL,
    recorded_at    TEXT    NOT NULL,
    recorded_by    TEXT    NOT NULL,
    PRIMARY KEY (site, measurement_id, sha256, entry, ordinal, version),
    FOREIGN KEY (site, measurement_id, sha256, entry, ordinal)
        REFERENCES replicate (site, measurement_id, sha256, entry, ordinal)
) STRICT;

-- Any other value of a batch. The text is what was typed; the newest version holds.
CREATE TABLE assay_result (
    site           TEXT    NOT NULL,
    lot_number     TEXT    NOT NULL,
    attribute      TEXT    NOT NULL,
    version        INTEGER NOT NULL CHECK (version >= 1),
    entered_text   TEXT    NOT NULL,
    unit           TEXT,
    method         TEXT,
    method_version INTEGER,
    source         TEXT    NOT NULL CHECK (source IN ('typed', 'certificate')),
    measured_on    TEXT,
    measured_by    TEXT,
    reason         TEXT,
    recorded_at    TEXT    NOT NULL,
    recorded_by    TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, attribute, version),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, method, method_version) REFERENCES method (site, code, version)
) STRICT;

-- A verdict as it was given, with everything it rests on; never changed. The same inputs find it again.
CREATE TABLE evaluation (
    site                  TEXT    NOT NULL,
    lot_number            TEXT    NOT NULL,
    ordinal               INTEGER NOT NULL,
    specification_product TEXT    NOT NULL,
    specification_version INTEGER NOT NULL,
    inputs_sha256         TEXT    NOT NULL,
    verdict               TEXT    NOT NULL,
    answer                TEXT    NOT NULL,
    evaluated_at          TEXT    NOT NULL,
    evaluated_by          TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, ordinal),
    UNIQUE (site, lot_number, specification_product, specification_version, inputs_sha256),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, specification_product, specification_version) REFERENCES specification (site, code, version)
) STRICT;

CREATE TABLE decision (
    site               TEXT    NOT NULL,
    lot_number         TEXT    NOT NULL,
    ordinal            INTEGER NOT NULL,
    disposition        TEXT    NOT NULL CHECK (disposition IN ('released', 'rejected')),
    reason             TEXT    NOT NULL,
    deviation          TEXT,
    evaluation_ordinal INTEGER,
    standing           TEXT    NOT NULL,
    decided_at         TEXT    NOT NULL,
    decided_by         TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, ordinal),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number)
) STRICT;

-- A third party's result for a lot.
CREATE TABLE validation_record (
    site                TEXT    NOT NULL,
    lot_number          TEXT    NOT NULL,
    ordinal             INTEGER NOT NULL,
    attribute           TEXT    NOT NULL,
    entered_text        TEXT    NOT NULL,
    unit                TEXT    NOT NULL,
    expanded_uncertainty TEXT,
    coverage_factor     TEXT,
    laboratory          TEXT    NOT NULL,
    accreditation       TEXT,
    method              TEXT    NOT NULL,
    certificate_sha256  TEXT    NOT NULL,
    certificate_number  TEXT,
    issued_on           TEXT,
    recorded_at         TEXT    NOT NULL,
    recorded_by         TEXT    NOT NULL,
    PRIMARY KEY (site, lot_number, ordinal),
    FOREIGN KEY (site, lot_number) REFERENCES batch (site, lot_number),
    FOREIGN KEY (site, certificate_sha256) REFERENCES raw_file (site, sha256)
) STRICT;
