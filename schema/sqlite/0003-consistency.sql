-- Reference sets: the named, frozen, versioned lists of lots that limits come from. The content holds the frozen limits.
CREATE TABLE reference_set (
    site             TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    product          TEXT    NOT NULL,
    isolation_method TEXT    NOT NULL,
    set_up           TEXT    NOT NULL,
    reason           TEXT    NOT NULL,
    content          TEXT    NOT NULL,
    frozen_at        TEXT    NOT NULL,
    frozen_by        TEXT    NOT NULL,
    PRIMARY KEY (site, name, version)
) STRICT;

CREATE INDEX reference_set_by_kind ON reference_set (site, product, isolation_method, set_up, frozen_at);

-- Past lots taken over from a table: historical, not verified.
CREATE TABLE historical_lot (
    site             TEXT NOT NULL,
    lot_number       TEXT NOT NULL,
    product          TEXT NOT NULL,
    isolation_method TEXT NOT NULL,
    set_up           TEXT NOT NULL,
    isolated_on      TEXT NOT NULL,
    disposition      TEXT NOT NULL,
    declared_by      TEXT NOT NULL,
    content          TEXT NOT NULL,
    source_sha256    TEXT NOT NULL,
    recorded_at      TEXT NOT NULL,
    recorded_by      TEXT NOT NULL,
    PRIMARY KEY (site, lot_number),
    FOREIGN KEY (site, source_sha256) REFERENCES raw_file (site, sha256)
) STRICT;

CREATE TRIGGER reference_set_is_never_changed BEFORE UPDATE ON reference_set
BEGIN SELECT RAISE(ABORT, 'reference_set: what is recorded is never changed'); END;
CREATE TRIGGER reference_set_is_never_deleted BEFORE DELETE ON reference_set
BEGIN SELECT RAISE(ABORT, 'reference_set: what is recorded is never deleted'); END;
CREATE TRIGGER reference_set_is_never_replaced BEFORE INSERT ON reference_set
WHEN EXISTS (SELECT 1 FROM reference_set WHERE site = NEW.site AND name = NEW.name AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'reference_set: this key is recorded already'); END;

CREATE TRIGGER historical_lot_is_never_changed BEFORE UPDATE ON historical_lot
BEGIN SELECT RAISE(ABORT, 'historical_lot: what is recorded is never changed'); END;
CREATE TRIGGER historical_lot_is_never_deleted BEFORE DELETE ON historical_lot
BEGIN SELECT RAISE(ABORT, 'historical_lot: what is recorded is never deleted'); END;
CREATE TRIGGER historical_lot_is_never_replaced BEFORE INSERT ON historical_lot
WHEN EXISTS (SELECT 1 FROM historical_lot WHERE site = NEW.site AND lot_number = NEW.lot_number)
BEGIN SELECT RAISE(ABORT, 'historical_lot: this key is recorded already'); END;

-- Derived: what a lot looks like to its neighbours, and up to which event it was derived.
CREATE TABLE consistency_profile (
    site             TEXT NOT NULL,
    lot_number       TEXT NOT NULL,
    product          TEXT NOT NULL,
    isolation_method TEXT NOT NULL,
    set_up           TEXT NOT NULL,
    isolated_on      TEXT NOT NULL,
    historical       INTEGER NOT NULL,
    tracks           REAL,
    attributes       TEXT NOT NULL,
    quantiles        BLOB,
    PRIMARY KEY (site, lot_number)
) STRICT;

CREATE INDEX consistency_profile_by_kind ON consistency_profile (site, product, isolation_method, set_up, isolated_on, lot_number);

CREATE TABLE consistency_progress (
    site     TEXT    NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL
) STRICT;
