-- A decomposition goes out and comes back as a workbook too: what waits to be confirmed is for a return or for a target set.

ALTER TABLE return_upload RENAME TO workbook_upload;
ALTER TABLE workbook_upload ALTER COLUMN return_id DROP NOT NULL;
ALTER TABLE workbook_upload ADD COLUMN set_id uuid;
ALTER TABLE workbook_upload ADD FOREIGN KEY (city_id, set_id) REFERENCES target_set (city_id, id);
ALTER TABLE workbook_upload ADD CONSTRAINT upload_for_one_thing CHECK (num_nonnulls(return_id, set_id) = 1);
ALTER INDEX return_upload_open_once RENAME TO workbook_upload_of_return_once;
ALTER INDEX return_upload_by_age RENAME TO workbook_upload_by_age;
-- One person has one workbook open for a target set; the next takes its place.
CREATE UNIQUE INDEX workbook_upload_of_set_once ON workbook_upload (city_id, set_id, uploaded_by) WHERE confirmed_at IS NULL;
