-- How many steps of growth stand of each kind, district and month, as appended changes like those of enterprise_tally (docs/adr/0012).
-- A step counts where its enterprise is now, so one that moves takes its steps along.

CREATE FUNCTION growth_month(happened_on date) RETURNS date IMMUTABLE LANGUAGE sql
  AS $$ SELECT date_trunc('month', happened_on::timestamp)::date $$;

CREATE TABLE growth_tally (
  city_id     smallint NOT NULL REFERENCES city,
  id          uuid     NOT NULL,
  kind        text     NOT NULL,
  district_id uuid     NOT NULL,
  month       date     NOT NULL CHECK (extract(day FROM month) = 1),
  number      integer  NOT NULL,
  PRIMARY KEY (city_id, id)
);
COMMENT ON TABLE growth_tally IS 'only the triggers of growth_event and enterprise append to it, and only the job folds it';
SELECT protect_city_table('growth_tally', 'SELECT, INSERT, DELETE');

CREATE FUNCTION tally_new_growth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO growth_tally (city_id, id, kind, district_id, month, number)
    SELECT a.city_id, uuidv7(), a.kind, e.district_id, growth_month(a.happened_on), count(*)
    FROM added a JOIN enterprise e ON e.city_id = a.city_id AND e.id = a.enterprise_id
    WHERE a.withdrawn_at IS NULL
    GROUP BY a.city_id, a.kind, e.district_id, growth_month(a.happened_on);
  RETURN NULL;
END $$;
CREATE TRIGGER growth_tally AFTER INSERT ON growth_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION tally_new_growth();

CREATE FUNCTION tally_changed_growth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO growth_tally (city_id, id, kind, district_id, month, number)
    SELECT g.city_id, uuidv7(), g.kind, e.district_id, growth_month(g.happened_on), sum(g.one)
    FROM (SELECT was.*, -1 AS one FROM was UNION ALL SELECT is_now.*, 1 AS one FROM is_now) AS g
      JOIN enterprise e ON e.city_id = g.city_id AND e.id = g.enterprise_id
    WHERE g.withdrawn_at IS NULL
    GROUP BY g.city_id, g.kind, e.district_id, growth_month(g.happened_on)
    HAVING sum(g.one) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER growth_tally_again AFTER UPDATE ON growth_event
  REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_growth();

CREATE FUNCTION tally_moved_growth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO growth_tally (city_id, id, kind, district_id, month, number)
    SELECT g.city_id, uuidv7(), g.kind, moved.district_id, growth_month(g.happened_on), sum(moved.one)
    FROM (SELECT was.city_id, was.id, unnest(ARRAY[was.district_id, is_now.district_id]) AS district_id, unnest(ARRAY[-1, 1]) AS one
          FROM was JOIN is_now ON is_now.city_id = was.city_id AND is_now.id = was.id
          WHERE is_now.district_id <> was.district_id) AS moved
      JOIN growth_event g ON g.city_id = moved.city_id AND g.enterprise_id = moved.id
    WHERE g.withdrawn_at IS NULL
    GROUP BY g.city_id, g.kind, moved.district_id, growth_month(g.happened_on)
    HAVING sum(moved.one) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_growth_moves AFTER UPDATE ON enterprise
  REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION tally_moved_growth();

-- What is in the register already.
DO $$
DECLARE
  one smallint;
BEGIN
  FOR one IN SELECT id FROM city LOOP
    PERFORM set_config('app.city', one::text, true);
    INSERT INTO growth_tally (city_id, id, kind, district_id, month, number)
      SELECT g.city_id, uuidv7(), g.kind, e.district_id, growth_month(g.happened_on), count(*)
      FROM growth_event g JOIN enterprise e ON e.city_id = g.city_id AND e.id = g.enterprise_id
      WHERE g.city_id = one AND g.withdrawn_at IS NULL
      GROUP BY g.city_id, g.kind, e.district_id, growth_month(g.happened_on);
  END LOOP;
  PERFORM set_config('app.city', '', true);
END $$;
