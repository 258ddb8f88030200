-- Enterprises have files of their own: licences, letters of authority.
ALTER TABLE attachment DROP CONSTRAINT attachment_owner_kind_check;
ALTER TABLE attachment ADD CONSTRAINT attachment_owner_kind_check
  CHECK (owner_kind IN ('RETURN', 'AMENDMENT', 'BASE', 'ENTERPRISE'));
CREATE FUNCTION files_of_an_enterprise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM enterprise e WHERE e.city_id = NEW.city_id AND e.id = NEW.owner_id) THEN
    RAISE EXCEPTION 'there is no such enterprise' USING ERRCODE = 'check_violation', CONSTRAINT = 'files_of_an_enterprise';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_of_an_enterprise BEFORE INSERT ON attachment FOR EACH ROW WHEN (NEW.owner_kind = 'ENTERPRISE')
  EXECUTE FUNCTION files_of_an_enterprise();
