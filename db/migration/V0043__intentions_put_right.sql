-- What a document wants of bases is put right or withdrawn with a reason; what was withdrawn stays to be read, counts nowhere, and
-- leaves its name to another.
ALTER TABLE base_intention
  ADD change_reason text NOT NULL DEFAULT '' CHECK (length(change_reason) <= 500),
  ADD changed_by uuid,
  ADD changed_at timestamptz,
  ADD withdrawn boolean NOT NULL DEFAULT false,
  ADD FOREIGN KEY (city_id, changed_by) REFERENCES person,
  ADD CONSTRAINT intention_changed_by_somebody CHECK (num_nulls(changed_by, changed_at) IN (0, 2)),
  ADD CONSTRAINT intention_changed_with_a_reason CHECK ((changed_at IS NULL) = (change_reason = '')),
  ADD CONSTRAINT intention_withdrawn_with_a_reason CHECK (NOT withdrawn OR changed_at IS NOT NULL),
  DROP CONSTRAINT base_intention_city_id_name_zh_key;
CREATE UNIQUE INDEX intention_named_once ON base_intention (city_id, name_zh) WHERE NOT withdrawn;
GRANT UPDATE (version, name_zh, name_en, counted, precision, value, upper, measure, from_year, to_year, document, line, quote,
  change_reason, changed_by, changed_at, withdrawn) ON base_intention TO fledge_app;

CREATE FUNCTION withdrawn_intention_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was withdrawn is not changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'withdrawn_intention_stays';
END $$;
CREATE TRIGGER withdrawn_intention_stays BEFORE UPDATE ON base_intention FOR EACH ROW WHEN (OLD.withdrawn)
  EXECUTE FUNCTION withdrawn_intention_stays();
