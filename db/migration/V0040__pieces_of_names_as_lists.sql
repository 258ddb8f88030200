-- Twenty rows for each name were nine times the size of the register and two thirds of the time an import wrote. Now a transaction only
-- notes whose names it entered or changed, a job cuts those names in pieces (docs/adr/0031), and a piece has one row with all of them.

DROP TRIGGER enterprise_pieces ON enterprise;
DROP TRIGGER enterprise_pieces_again ON enterprise;
DROP FUNCTION add_enterprise_pieces();
DROP FUNCTION change_enterprise_pieces();
DROP FUNCTION pieces_of(text, text);
DROP TABLE enterprise_piece;

-- No reference to the city for each of ten thousand rows: only the job writes them, from rows of the city it works in.
CREATE TABLE enterprise_piece (
  city_id        smallint NOT NULL,
  piece          text     COLLATE "C" NOT NULL CHECK (length(piece) BETWEEN 1 AND 3),
  id             uuid     NOT NULL,
  enterprise_ids uuid[]   NOT NULL,
  number         integer  GENERATED ALWAYS AS (cardinality(enterprise_ids)) STORED,
  PRIMARY KEY (city_id, piece, id)
);
COMMENT ON TABLE enterprise_piece IS
  'who has these three characters in the name or its initials, or ends with these one or two; who has them no more may still be listed';
SELECT protect_city_table('enterprise_piece', 'SELECT, INSERT');

CREATE TABLE enterprise_uncut (
  city_id        smallint NOT NULL REFERENCES city,
  id             uuid     NOT NULL,
  enterprise_ids uuid[]   NOT NULL,
  number         integer  GENERATED ALWAYS AS (cardinality(enterprise_ids)) STORED,
  PRIMARY KEY (city_id, id)
);
COMMENT ON TABLE enterprise_uncut IS 'whose names are not in pieces yet: only the triggers of enterprise append to it, and only the job takes away';
SELECT protect_city_table('enterprise_uncut', 'SELECT, INSERT, DELETE');

CREATE FUNCTION note_new_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enterprise_uncut (city_id, id, enterprise_ids)
    SELECT city_id, uuidv7(), array_agg(id) FROM added GROUP BY city_id;
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_names AFTER INSERT ON enterprise REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION note_new_names();

CREATE FUNCTION note_changed_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enterprise_uncut (city_id, id, enterprise_ids)
    SELECT is_now.city_id, uuidv7(), array_agg(is_now.id)
    FROM was JOIN is_now ON is_now.city_id = was.city_id AND is_now.id = was.id
    WHERE (was.name_zh, was.initials) IS DISTINCT FROM (is_now.name_zh, is_now.initials)
    GROUP BY is_now.city_id;
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_names_again AFTER UPDATE ON enterprise
  REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION note_changed_names();

-- What is in the register already, in portions the job takes.
DO $$
DECLARE
  one smallint;
BEGIN
  FOR one IN SELECT id FROM city LOOP
    PERFORM set_config('app.city', one::text, true);
    INSERT INTO enterprise_uncut (city_id, id, enterprise_ids)
      SELECT city_id, uuidv7(), array_agg(id)
      FROM (SELECT city_id, id, row_number() OVER (ORDER BY id) / 50 AS portion FROM enterprise WHERE city_id = one) AS portioned
      GROUP BY city_id, portion;
  END LOOP;
  PERFORM set_config('app.city', '', true);
END $$;
