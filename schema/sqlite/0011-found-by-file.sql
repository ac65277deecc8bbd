-- Which measurement holds a file is asked twice for every file that is imported. The index before held no measurement_id, so that
-- SQLite rather walked over the whole primary key of run, which does.
DROP INDEX run_by_file;
CREATE INDEX run_of_file ON run (site, sha256, measurement_id);

-- Only bead checks are looked up by their instrument; a lot's measurements need no place in an index for that.
DROP INDEX measurement_by_instrument;
CREATE INDEX bead_check_by_instrument ON measurement (site, instrument, ordinal) WHERE lot_number IS NULL;
