-- How many enterprises there are of each district, size, status, kind and mark, as appended changes: whoever enters or changes some of
-- them appends and waits for nobody, a page adds up, a job folds (docs/adr/0012). No count of the register scans it.

CREATE TABLE enterprise_tally (
  city_id     smallint NOT NULL REFERENCES city,
  id          uuid     NOT NULL,
  district_id uuid     NOT NULL,
  size_class  text     NOT NULL,
  status      text     NOT NULL,
  kind        text     NOT NULL,
  above_scale boolean  NOT NULL,
  above_limit boolean  NOT NULL,
  number      integer  NOT NULL,
  PRIMARY KEY (city_id, id)
);
COMMENT ON TABLE enterprise_tally IS 'only the triggers of enterprise append to it, and only the job folds it';
SELECT protect_city_table('enterprise_tally', 'SELECT, INSERT, DELETE');

CREATE FUNCTION tally_new_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enterprise_tally (city_id, id, district_id, size_class, status, kind, above_scale, above_limit, number)
    SELECT city_id, uuidv7(), district_id, size_class, status, kind, above_scale, above_limit, count(*)
    FROM added GROUP BY city_id, district_id, size_class, status, kind, above_scale, above_limit;
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_tally AFTER INSERT ON enterprise REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION tally_new_enterprises();

CREATE FUNCTION tally_changed_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enterprise_tally (city_id, id, district_id, size_class, status, kind, above_scale, above_limit, number)
    SELECT city_id, uuidv7(), district_id, size_class, status, kind, above_scale, above_limit, sum(one)
    FROM (SELECT was.*, -1 AS one FROM was UNION ALL SELECT is_now.*, 1 AS one FROM is_now) AS both_ways
    GROUP BY city_id, district_id, size_class, status, kind, above_scale, above_limit
    HAVING sum(one) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_tally_again AFTER UPDATE ON enterprise
  REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_enterprises();

-- What is in the register already.
DO $$
DECLARE
  one smallint;
BEGIN
  FOR one IN SELECT id FROM city LOOP
    PERFORM set_config('app.city', one::text, true);
    INSERT INTO enterprise_tally (city_id, id, district_id, size_class, status, kind, above_scale, above_limit, number)
      SELECT city_id, uuidv7(), district_id, size_class, status, kind, above_scale, above_limit, count(*)
      FROM enterprise WHERE city_id = one
      GROUP BY city_id, district_id, size_class, status, kind, above_scale, above_limit;
  END LOOP;
  PERFORM set_config('app.city', '', true);
END $$;
