-- The cities, and the wall between them.

CREATE TABLE city (
  id            smallint PRIMARY KEY,
  code          text     NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name_zh       text     NOT NULL,
  name_en       text     NOT NULL,
  province_zh   text     NOT NULL,
  province_en   text     NOT NULL,
  division_code text     NOT NULL,
  hue           text     NOT NULL CHECK (hue ~ '^#[0-9a-f]{6}$'),
  sponsor       text     NOT NULL,
  host          text     NOT NULL,
  contact_phone text     NOT NULL,
  open          boolean  NOT NULL
);
COMMENT ON TABLE city IS 'shared: the list of tenants; id 0 is the platform itself';

INSERT INTO city VALUES (0, 'platform', '育企通平台', 'Fledge platform', '', '', '', '#3b4754', '', '', '', true);
GRANT SELECT, INSERT, UPDATE ON city TO fledge_app;

-- The bound city; NULL when none is bound, because the setting reads as an empty string once a SET LOCAL has ended.
CREATE FUNCTION current_city() RETURNS smallint STABLE PARALLEL SAFE LANGUAGE sql
  AS $$ SELECT NULLIF(current_setting('app.city', true), '')::smallint $$;

-- What every table of a city gets: forced row-level security, the one policy, and the rights the portal needs on it.
CREATE FUNCTION protect_city_table(name text, rights text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY one_city ON %I FOR ALL TO PUBLIC'
    ' USING (city_id = current_city()) WITH CHECK (city_id = current_city())', name);
  EXECUTE format('GRANT %s ON %I TO fledge_app', rights, name);
END $$;
REVOKE EXECUTE ON FUNCTION protect_city_table FROM PUBLIC;

-- One row that nobody may see unless its city is bound: the start-up probe looks for it.
CREATE TABLE city_wall (
  city_id smallint NOT NULL REFERENCES city,
  id      uuid     NOT NULL,
  PRIMARY KEY (city_id, id)
);
INSERT INTO city_wall VALUES (0, '00000000-0000-7000-8000-000000000000');
SELECT protect_city_table('city_wall', 'SELECT');
