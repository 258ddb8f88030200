-- Files that people hand in. Their bytes lie encrypted outside the database; here is what is known of them, and the key.

INSERT INTO installation_secret VALUES
  ('attachments', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

CREATE TABLE city_key (
  city_id smallint NOT NULL REFERENCES city,
  id      uuid     NOT NULL,
  sealed  bytea    NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id)
);
COMMENT ON COLUMN city_key.sealed IS 'the key of the city, sealed with that of the installation; without it no file of the city opens';
SELECT protect_city_table('city_key', 'SELECT, INSERT');

CREATE TABLE attachment (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  owner_kind   text        NOT NULL CHECK (owner_kind IN ('RETURN', 'AMENDMENT')),
  owner_id     uuid        NOT NULL,
  file_name    text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  kind         text        NOT NULL CHECK (kind IN ('PDF', 'DOCX', 'XLSX', 'JPG', 'PNG')),
  size         bigint      NOT NULL CHECK (size BETWEEN 1 AND 20971520),
  sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  wrapped_key  bytea       NOT NULL CHECK (octet_length(wrapped_key) > 32),
  scan         text        NOT NULL CHECK (scan IN ('NOT_SCANNED', 'WAITING', 'CLEAN', 'INFECTED')),
  handed_in_by uuid        NOT NULL,
  handed_in_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, handed_in_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, withdrawn_by) REFERENCES person (city_id, id),
  CONSTRAINT withdrawn_by_somebody CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX attachment_of_owner ON attachment (city_id, owner_kind, owner_id, handed_in_at);
CREATE INDEX attachment_by_day ON attachment (city_id, handed_in_at) INCLUDE (size);
CREATE INDEX attachment_waiting ON attachment (city_id, handed_in_at) WHERE scan = 'WAITING';
SELECT protect_city_table('attachment', 'SELECT, INSERT, UPDATE');

-- A file stays what it was handed in as; a virus is never unfound, and a file once withdrawn stays so. The files of a return change
-- only while its unit may write it.
CREATE FUNCTION files_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.owner_kind, NEW.owner_id, NEW.file_name, NEW.kind, NEW.size, NEW.sha256, NEW.wrapped_key, NEW.handed_in_by,
        NEW.handed_in_at) IS DISTINCT FROM (OLD.owner_kind, OLD.owner_id, OLD.file_name, OLD.kind, OLD.size, OLD.sha256,
        OLD.wrapped_key, OLD.handed_in_by, OLD.handed_in_at)
      OR OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_by, NEW.withdrawn_at) IS DISTINCT FROM (OLD.withdrawn_by, OLD.withdrawn_at)
      OR OLD.scan <> 'WAITING' AND NEW.scan <> OLD.scan THEN
      RAISE EXCEPTION 'a file stays what it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'files_stay';
    END IF;
  END IF;
  IF NEW.owner_kind = 'RETURN' AND (TG_OP = 'INSERT' OR NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
      AND NOT EXISTS (SELECT FROM quarterly_return r WHERE r.city_id = NEW.city_id AND r.id = NEW.owner_id
        AND r.status IN ('OPEN', 'DRAFT', 'RETURNED')) THEN
    RAISE EXCEPTION 'the files of a return change while it is written'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'files_in_writable_returns';
  END IF;
  IF NEW.owner_kind = 'AMENDMENT' AND TG_OP = 'INSERT'
      AND NOT EXISTS (SELECT FROM amendment a WHERE a.city_id = NEW.city_id AND a.id = NEW.owner_id) THEN
    RAISE EXCEPTION 'there is no such amendment' USING ERRCODE = 'check_violation', CONSTRAINT = 'files_of_something';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_stay BEFORE INSERT OR UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION files_stay();
