-- The audit trail is searched by what was done, by when, and by words of the reason, newest first.
CREATE INDEX audit_event_by_action ON audit_event (site, action, sequence);
CREATE INDEX audit_event_by_time ON audit_event (site, occurred_at, sequence);
CREATE INDEX audit_event_with_reason ON audit_event (site, sequence, reason) WHERE reason IS NOT NULL;
