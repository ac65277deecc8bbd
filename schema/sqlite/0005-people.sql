-- People: who may sign in, as what, and by which proofs. A name that was used once belongs to that person for ever.
CREATE TABLE person (
    site                  TEXT    NOT NULL,
    name                  TEXT    NOT NULL CHECK (name = lower(name)),
    printed_name          TEXT    NOT NULL,
    state                 TEXT    NOT NULL CHECK (state IN ('invited', 'active', 'closed')),
    identity_checked_by   TEXT    NOT NULL,
    created_at            TEXT    NOT NULL,
    created_by            TEXT    NOT NULL,
    activated_at          TEXT,
    statement_version     INTEGER,
    statement_accepted_at TEXT,
    signing_blocked_until TEXT,
    changed_at            TEXT    NOT NULL,
    changed_by            TEXT    NOT NULL,
    row_version           INTEGER NOT NULL CHECK (row_version >= 1),
    PRIMARY KEY (site, name)
) STRICT;

-- Roles as versions: the newest one counts. "pending" waits for another QA manager; first_grant is 1 where nobody could confirm.
CREATE TABLE role_grant (
    site        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('technician', 'qa-manager', 'auditor', 'administrator')),
    version     INTEGER NOT NULL CHECK (version >= 1),
    state       TEXT    NOT NULL CHECK (state IN ('granted', 'pending', 'confirmed', 'withdrawn')),
    first_grant INTEGER NOT NULL CHECK (first_grant IN (0, 1)),
    recorded_at TEXT    NOT NULL,
    recorded_by TEXT    NOT NULL,
    PRIMARY KEY (site, name, role, version),
    FOREIGN KEY (site, name) REFERENCES person (site, name)
) STRICT;

-- What proves a person. The fingerprint is the SHA-256 of the secret's stored form; the secret itself stands in no audit event.
CREATE TABLE credential (
    site        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('password', 'totp', 'recovery', 'invitation', 'token')),
    ordinal     INTEGER NOT NULL CHECK (ordinal >= 1),
    fingerprint TEXT    NOT NULL,
    label       TEXT,
    expires_at  TEXT,
    recorded_at TEXT    NOT NULL,
    recorded_by TEXT    NOT NULL,
    PRIMARY KEY (site, name, kind, ordinal),
    FOREIGN KEY (site, name) REFERENCES person (site, name)
) STRICT;

-- Which credential ended: it was used, replaced, revoked.
CREATE TABLE credential_end (
    site        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('password', 'totp', 'recovery', 'invitation', 'token')),
    ended       INTEGER NOT NULL CHECK (ended >= 1),
    why         TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    recorded_by TEXT    NOT NULL,
    PRIMARY KEY (site, name, kind, ended),
    FOREIGN KEY (site, name, kind, ended) REFERENCES credential (site, name, kind, ordinal)
) STRICT;

CREATE TABLE setting_version (
    site        TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1),
    value       INTEGER NOT NULL,
    reason      TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    recorded_by TEXT    NOT NULL,
    PRIMARY KEY (site, code, version)
) STRICT;

CREATE TRIGGER person_moves_one_step BEFORE UPDATE ON person
WHEN NEW.row_version <> OLD.row_version + 1 OR NEW.site <> OLD.site OR NEW.name <> OLD.name OR NEW.printed_name <> OLD.printed_name
  OR (OLD.state = 'closed')
BEGIN SELECT RAISE(ABORT, 'person: a change keeps both names and moves row_version by one, and a closed account stays closed'); END;
CREATE TRIGGER person_is_never_deleted BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'person: what is recorded is never deleted'); END;
CREATE TRIGGER person_is_never_replaced BEFORE INSERT ON person
WHEN EXISTS (SELECT 1 FROM person WHERE site = NEW.site AND (name = NEW.name OR lower(printed_name) = lower(NEW.printed_name)))
BEGIN SELECT RAISE(ABORT, 'person: this name is recorded already'); END;

CREATE TRIGGER role_grant_is_never_changed BEFORE UPDATE ON role_grant
BEGIN SELECT RAISE(ABORT, 'role_grant: what is recorded is never changed'); END;
CREATE TRIGGER role_grant_is_never_deleted BEFORE DELETE ON role_grant
BEGIN SELECT RAISE(ABORT, 'role_grant: what is recorded is never deleted'); END;
CREATE TRIGGER role_grant_is_never_replaced BEFORE INSERT ON role_grant
WHEN EXISTS (SELECT 1 FROM role_grant WHERE site = NEW.site AND name = NEW.name AND role = NEW.role AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'role_grant: this key is recorded already'); END;

CREATE TRIGGER credential_is_never_changed BEFORE UPDATE ON credential
BEGIN SELECT RAISE(ABORT, 'credential: what is recorded is never changed'); END;
CREATE TRIGGER credential_is_never_deleted BEFORE DELETE ON credential
BEGIN SELECT RAISE(ABORT, 'credential: what is recorded is never deleted'); END;
CREATE TRIGGER credential_is_never_replaced BEFORE INSERT ON credential
WHEN EXISTS (SELECT 1 FROM credential WHERE site = NEW.site AND name = NEW.name AND kind = NEW.kind AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'credential: this key is recorded already'); END;

CREATE TRIGGER credential_end_is_never_changed BEFORE UPDATE ON credential_end
BEGIN SELECT RAISE(ABORT, 'credential_end: what is recorded is never changed'); END;
CREATE TRIGGER credential_end_is_never_deleted BEFORE DELETE ON credential_end
BEGIN SELECT RAISE(ABORT, 'credential_end: what is recorded is never deleted'); END;
CREATE TRIGGER credential_end_is_never_replaced BEFORE INSERT ON credential_end
WHEN EXISTS (SELECT 1 FROM credential_end WHERE site = NEW.site AND name = NEW.name AND kind = NEW.kind AND ended = NEW.ended)
BEGIN SELECT RAISE(ABORT, 'credential_end: this key is recorded already'); END;

CREATE TRIGGER setting_version_is_never_changed BEFORE UPDATE ON setting_version
BEGIN SELECT RAISE(ABORT, 'setting_version: what is recorded is never changed'); END;
CREATE TRIGGER setting_version_is_never_deleted BEFORE DELETE ON setting_version
BEGIN SELECT RAISE(ABORT, 'setting_version: what is recorded is never deleted'); END;
CREATE TRIGGER setting_version_is_never_replaced BEFORE INSERT ON setting_version
WHEN EXISTS (SELECT 1 FROM setting_version WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'setting_version: this key is recorded already'); END;

-- Not recorded: secrets must not stand in the trail, and who is signed in just now is no record of the laboratory.
-- A secret is taken away when its credential ends.
CREATE TABLE credential_secret (
    site    TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    ordinal INTEGER NOT NULL,
    secret  TEXT    NOT NULL,
    PRIMARY KEY (site, name, kind, ordinal),
    FOREIGN KEY (site, name, kind, ordinal) REFERENCES credential (site, name, kind, ordinal)
) STRICT;

CREATE INDEX credential_secret_by_content ON credential_secret (site, kind, secret);

CREATE TABLE sign_in_guard (
    site           TEXT    NOT NULL,
    subject        TEXT    NOT NULL,
    failures       INTEGER NOT NULL,
    lockouts       INTEGER NOT NULL,
    locked_until   TEXT,
    failed_at      TEXT,
    signed_in_at   TEXT,
    last_code_step INTEGER NOT NULL,
    PRIMARY KEY (site, subject)
) STRICT;

CREATE TABLE web_session (
    site           TEXT NOT NULL,
    token_sha256   TEXT NOT NULL,
    name           TEXT NOT NULL,
    authentication TEXT NOT NULL,
    client         TEXT NOT NULL,
    started_at     TEXT NOT NULL,
    last_seen_at   TEXT NOT NULL,
    expires_at     TEXT NOT NULL,
    ended_at       TEXT,
    ended_why      TEXT,
    PRIMARY KEY (site, token_sha256),
    FOREIGN KEY (site, name) REFERENCES person (site, name)
) STRICT;

CREATE INDEX web_session_by_person ON web_session (site, name, started_at);
