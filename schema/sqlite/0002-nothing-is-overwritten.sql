-- What is recorded is never changed, deleted or replaced: a correction is a new version.
-- The third trigger of each table stops INSERT OR REPLACE, which would pass the other two by.

CREATE TRIGGER schema_step_is_never_changed BEFORE UPDATE ON schema_step
BEGIN SELECT RAISE(ABORT, 'schema_step: what is recorded is never changed'); END;
CREATE TRIGGER schema_step_is_never_deleted BEFORE DELETE ON schema_step
BEGIN SELECT RAISE(ABORT, 'schema_step: what is recorded is never deleted'); END;
CREATE TRIGGER schema_step_is_never_replaced BEFORE INSERT ON schema_step
WHEN EXISTS (SELECT 1 FROM schema_step WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'schema_step: this key is recorded already'); END;

CREATE TRIGGER registry_is_never_changed BEFORE UPDATE ON registry
BEGIN SELECT RAISE(ABORT, 'registry: what is recorded is never changed'); END;
CREATE TRIGGER registry_is_never_deleted BEFORE DELETE ON registry
BEGIN SELECT RAISE(ABORT, 'registry: what is recorded is never deleted'); END;
CREATE TRIGGER registry_is_never_replaced BEFORE INSERT ON registry
WHEN EXISTS (SELECT 1 FROM registry WHERE site = NEW.site)
BEGIN SELECT RAISE(ABORT, 'registry: this key is recorded already'); END;

CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event: what is recorded is never changed'); END;
CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event: what is recorded is never deleted'); END;
CREATE TRIGGER audit_event_is_never_replaced BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE site = NEW.site AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'audit_event: this key is recorded already'); END;

CREATE TRIGGER raw_file_is_never_changed BEFORE UPDATE ON raw_file
BEGIN SELECT RAISE(ABORT, 'raw_file: what is recorded is never changed'); END;
CREATE TRIGGER raw_file_is_never_deleted BEFORE DELETE ON raw_file
BEGIN SELECT RAISE(ABORT, 'raw_file: what is recorded is never deleted'); END;
CREATE TRIGGER raw_file_is_never_replaced BEFORE INSERT ON raw_file
WHEN EXISTS (SELECT 1 FROM raw_file WHERE site = NEW.site AND sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'raw_file: this key is recorded already'); END;

CREATE TRIGGER lab_attribute_is_never_changed BEFORE UPDATE ON lab_attribute
BEGIN SELECT RAISE(ABORT, 'lab_attribute: what is recorded is never changed'); END;
CREATE TRIGGER lab_attribute_is_never_deleted BEFORE DELETE ON lab_attribute
BEGIN SELECT RAISE(ABORT, 'lab_attribute: what is recorded is never deleted'); END;
CREATE TRIGGER lab_attribute_is_never_replaced BEFORE INSERT ON lab_attribute
WHEN EXISTS (SELECT 1 FROM lab_attribute WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'lab_attribute: this key is recorded already'); END;

CREATE TRIGGER isolation_method_is_never_changed BEFORE UPDATE ON isolation_method
BEGIN SELECT RAISE(ABORT, 'isolation_method: what is recorded is never changed'); END;
CREATE TRIGGER isolation_method_is_never_deleted BEFORE DELETE ON isolation_method
BEGIN SELECT RAISE(ABORT, 'isolation_method: what is recorded is never deleted'); END;
CREATE TRIGGER isolation_method_is_never_replaced BEFORE INSERT ON isolation_method
WHEN EXISTS (SELECT 1 FROM isolation_method WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'isolation_method: this key is recorded already'); END;

CREATE TRIGGER product_is_never_changed BEFORE UPDATE ON product
BEGIN SELECT RAISE(ABORT, 'product: what is recorded is never changed'); END;
CREATE TRIGGER product_is_never_deleted BEFORE DELETE ON product
BEGIN SELECT RAISE(ABORT, 'product: what is recorded is never deleted'); END;
CREATE TRIGGER product_is_never_replaced BEFORE INSERT ON product
WHEN EXISTS (SELECT 1 FROM product WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'product: this key is recorded already'); END;

CREATE TRIGGER instrument_is_never_changed BEFORE UPDATE ON instrument
BEGIN SELECT RAISE(ABORT, 'instrument: what is recorded is never changed'); END;
CREATE TRIGGER instrument_is_never_deleted BEFORE DELETE ON instrument
BEGIN SELECT RAISE(ABORT, 'instrument: what is recorded is never deleted'); END;
CREATE TRIGGER instrument_is_never_replaced BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM instrument WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'instrument: this key is recorded already'); END;

CREATE TRIGGER method_is_never_changed BEFORE UPDATE ON method
BEGIN SELECT RAISE(ABORT, 'method: what is recorded is never changed'); END;
CREATE TRIGGER method_is_never_deleted BEFORE DELETE ON method
BEGIN SELECT RAISE(ABORT, 'method: what is recorded is never deleted'); END;
CREATE TRIGGER method_is_never_replaced BEFORE INSERT ON method
WHEN EXISTS (SELECT 1 FROM method WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'method: this key is recorded already'); END;

CREATE TRIGGER specification_is_never_changed BEFORE UPDATE ON specification
BEGIN SELECT RAISE(ABORT, 'specification: what is recorded is never changed'); END;
CREATE TRIGGER specification_is_never_deleted BEFORE DELETE ON specification
BEGIN SELECT RAISE(ABORT, 'specification: what is recorded is never deleted'); END;
CREATE TRIGGER specification_is_never_replaced BEFORE INSERT ON specification
WHEN EXISTS (SELECT 1 FROM specification WHERE site = NEW.site AND code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'specification: this key is recorded already'); END;

CREATE TRIGGER batch_version_is_never_changed BEFORE UPDATE ON batch_version
BEGIN SELECT RAISE(ABORT, 'batch_version: what is recorded is never changed'); END;
CREATE TRIGGER batch_version_is_never_deleted BEFORE DELETE ON batch_version
BEGIN SELECT RAISE(ABORT, 'batch_version: what is recorded is never deleted'); END;
CREATE TRIGGER batch_version_is_never_replaced BEFORE INSERT ON batch_version
WHEN EXISTS (SELECT 1 FROM batch_version WHERE site = NEW.site AND lot_number = NEW.lot_number AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'batch_version: this key is recorded already'); END;

CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment: what is recorded is never changed'); END;
CREATE TRIGGER attachment_is_never_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment: what is recorded is never deleted'); END;
CREATE TRIGGER attachment_is_never_replaced BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment WHERE site = NEW.site AND lot_number = NEW.lot_number AND sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'attachment: this key is recorded already'); END;

CREATE TRIGGER measurement_is_never_changed BEFORE UPDATE ON measurement
BEGIN SELECT RAISE(ABORT, 'measurement: what is recorded is never changed'); END;
CREATE TRIGGER measurement_is_never_deleted BEFORE DELETE ON measurement
BEGIN SELECT RAISE(ABORT, 'measurement: what is recorded is never deleted'); END;
CREATE TRIGGER measurement_is_never_replaced BEFORE INSERT ON measurement
WHEN EXISTS (SELECT 1 FROM measurement WHERE site = NEW.site AND measurement_id = NEW.measurement_id)
BEGIN SELECT RAISE(ABORT, 'measurement: this key is recorded already'); END;

CREATE TRIGGER invalidation_is_never_changed BEFORE UPDATE ON invalidation
BEGIN SELECT RAISE(ABORT, 'invalidation: what is recorded is never changed'); END;
CREATE TRIGGER invalidation_is_never_deleted BEFORE DELETE ON invalidation
BEGIN SELECT RAISE(ABORT, 'invalidation: what is recorded is never deleted'); END;
CREATE TRIGGER invalidation_is_never_replaced BEFORE INSERT ON invalidation
WHEN EXISTS (SELECT 1 FROM invalidation WHERE site = NEW.site AND measurement_id = NEW.measurement_id)
BEGIN SELECT RAISE(ABORT, 'invalidation: this key is recorded already'); END;

CREATE TRIGGER run_is_never_changed BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'run: what is recorded is never changed'); END;
CREATE TRIGGER run_is_never_deleted BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'run: what is recorded is never deleted'); END;
CREATE TRIGGER run_is_never_replaced BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM run WHERE site = NEW.site AND measurement_id = NEW.measurement_id AND sha256 = NEW.sha256 AND entry = NEW.entry AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'run: this key is recorded already'); END;

CREATE TRIGGER replicate_is_never_changed BEFORE UPDATE ON replicate
BEGIN SELECT RAISE(ABORT, 'replicate: what is recorded is never changed'); END;
CREATE TRIGGER replicate_is_never_deleted BEFORE DELETE ON replicate
BEGIN SELECT RAISE(ABORT, 'replicate: what is recorded is never deleted'); END;
CREATE TRIGGER replicate_is_never_replaced BEFORE INSERT ON replicate
WHEN EXISTS (SELECT 1 FROM replicate WHERE site = NEW.site AND measurement_id = NEW.measurement_id AND sha256 = NEW.sha256 AND entry = NEW.entry AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'replicate: this key is recorded already'); END;

CREATE TRIGGER inclusion_is_never_changed BEFORE UPDATE ON inclusion
BEGIN SELECT RAISE(ABORT, 'inclusion: what is recorded is never changed'); END;
CREATE TRIGGER inclusion_is_never_deleted BEFORE DELETE ON inclusion
BEGIN SELECT RAISE(ABORT, 'inclusion: what is recorded is never deleted'); END;
CREATE TRIGGER inclusion_is_never_replaced BEFORE INSERT ON inclusion
WHEN EXISTS (SELECT 1 FROM inclusion WHERE site = NEW.site AND measurement_id = NEW.measurement_id AND sha256 = NEW.sha256 AND entry = NEW.entry AND ordinal = NEW.ordinal AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'inclusion: this key is recorded already'); END;

CREATE TRIGGER assay_result_is_never_changed BEFORE UPDATE ON assay_result
BEGIN SELECT RAISE(ABORT, 'assay_result: what is recorded is never changed'); END;
CREATE TRIGGER assay_result_is_never_deleted BEFORE DELETE ON assay_result
BEGIN SELECT RAISE(ABORT, 'assay_result: what is recorded is never deleted'); END;
CREATE TRIGGER assay_result_is_never_replaced BEFORE INSERT ON assay_result
WHEN EXISTS (SELECT 1 FROM assay_result WHERE site = NEW.site AND lot_number = NEW.lot_number AND attribute = NEW.attribute AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'assay_result: this key is recorded already'); END;

CREATE TRIGGER evaluation_is_never_changed BEFORE UPDATE ON evaluation
BEGIN SELECT RAISE(ABORT, 'evaluation: what is recorded is never changed'); END;
CREATE TRIGGER evaluation_is_never_deleted BEFORE DELETE ON evaluation
BEGIN SELECT RAISE(ABORT, 'evaluation: what is recorded is never deleted'); END;
CREATE TRIGGER evaluation_is_never_replaced BEFORE INSERT ON evaluation
WHEN EXISTS (SELECT 1 FROM evaluation WHERE site = NEW.site AND lot_number = NEW.lot_number AND ordinal = NEW.ordinal)
  OR EXISTS (SELECT 1
               FROM evaluation
              WHERE site = NEW.site
                AND lot_number = NEW.lot_number
                AND specification_product = NEW.specification_product
                AND specification_version = NEW.specification_version
                AND inputs_sha256 = NEW.inputs_sha256)
BEGIN SELECT RAISE(ABORT, 'evaluation: this key is recorded already'); END;

CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: what is recorded is never changed'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: what is recorded is never deleted'); END;
CREATE TRIGGER decision_is_never_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE site = NEW.site AND lot_number = NEW.lot_number AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'decision: this key is recorded already'); END;

CREATE TRIGGER validation_record_is_never_changed BEFORE UPDATE ON validation_record
BEGIN SELECT RAISE(ABORT, 'validation_record: what is recorded is never changed'); END;
CREATE TRIGGER validation_record_is_never_deleted BEFORE DELETE ON validation_record
BEGIN SELECT RAISE(ABORT, 'validation_record: what is recorded is never deleted'); END;
CREATE TRIGGER validation_record_is_never_replaced BEFORE INSERT ON validation_record
WHEN EXISTS (SELECT 1 FROM validation_record WHERE site = NEW.site AND lot_number = NEW.lot_number AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'validation_record: this key is recorded already'); END;

-- A batch's state moves, one step of row_version at a time; the lot that it belongs to stays.
CREATE TRIGGER batch_moves_one_step BEFORE UPDATE ON batch
WHEN NEW.row_version <> OLD.row_version + 1 OR NEW.site <> OLD.site OR NEW.lot_number <> OLD.lot_number
BEGIN SELECT RAISE(ABORT, 'batch: a change keeps the lot and moves row_version by one'); END;
CREATE TRIGGER batch_is_never_deleted BEFORE DELETE ON batch
BEGIN SELECT RAISE(ABORT, 'batch: what is recorded is never deleted'); END;
CREATE TRIGGER batch_is_never_replaced BEFORE INSERT ON batch
WHEN EXISTS (SELECT 1 FROM batch WHERE site = NEW.site AND lot_number = NEW.lot_number)
BEGIN SELECT RAISE(ABORT, 'batch: this key is recorded already'); END;
