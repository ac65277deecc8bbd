-- The list of lots, newest isolation first.
CREATE INDEX batch_by_isolation ON batch (site, isolated_on, lot_number);
