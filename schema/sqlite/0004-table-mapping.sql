-- Column mappings: how to read tables of instruments whose own format is not known; each version as it was saved.
CREATE TABLE table_mapping (
    site    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    content TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

CREATE TRIGGER table_mapping_is_never_changed BEFORE UPDATE ON table_mapping
BEGIN SELECT RAISE(ABORT, 'table_mapping: what is recorded is never changed'); END;
CREATE TRIGGER table_mapping_is_never_deleted BEFORE DELETE ON table_mapping
BEGIN SELECT RAISE(ABORT, 'table_mapping: what is recorded is never deleted'); END;
CREATE TRIGGER table_mapping_is_never_replaced BEFORE INSERT ON table_mapping
WHEN EXISTS (SELECT 1 FROM table_mapping WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'table_mapping: this key is recorded already'); END;
