-- The rows of an import are kept until nobody asks for them any more; the import itself, its counts and the trail stay.
ALTER TABLE enterprise_import
  ADD rows_forgotten_at timestamptz,
  ADD CONSTRAINT only_ended_imports_are_forgotten CHECK (rows_forgotten_at IS NULL OR (ended_at IS NOT NULL AND rows_forgotten_at >= ended_at));
CREATE INDEX enterprise_import_to_forget ON enterprise_import (city_id, ended_at) WHERE rows_forgotten_at IS NULL;
