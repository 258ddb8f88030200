-- The register of bases (基地): what each is, what it promised and reached, what a document wants of bases in number, and where
-- documents contradict themselves. A number over which they do counts nowhere until somebody settles it with a reason.

CREATE TABLE base (
  city_id              smallint    NOT NULL REFERENCES city,
  id                   uuid        NOT NULL,
  version              integer     NOT NULL,
  name_zh              text        NOT NULL CHECK (name_zh <> '' AND length(name_zh) <= 100),
  name_en              text        NOT NULL CHECK (length(name_en) <= 200),
  kind                 text        NOT NULL CHECK (kind IN ('INCUBATION_BASE', 'MAKERSPACE', 'INCUBATOR', 'ACCELERATOR', 'BUSINESS_PARK',
                         'ECOMMERCE_PARK', 'UNIVERSITY_PARK', 'DEMONSTRATION_BASE', 'INNOVATION_CENTRE', 'COMPLEX', 'SERVICE_PLATFORM',
                         'TOWN', 'STREET', 'CLUSTER', 'TALENT_HOUSING', 'OTHER')),
  level                text        CHECK (level IN ('CORE', 'KEY', 'CITY', 'PROVINCIAL', 'NATIONAL')),
  phase                text        CHECK (phase IN ('PLANNED', 'BUILDING', 'WORKING')),
  operator_name        text        NOT NULL CHECK (length(operator_name) <= 100),
  operator_unit_id     uuid,
  zone_id              uuid,
  part_of              uuid        CHECK (part_of <> id),
  land_m2              numeric     CHECK (land_m2 >= 0),
  floor_m2             numeric     CHECK (floor_m2 >= 0),
  floor_done_m2        numeric     CHECK (floor_done_m2 >= 0),
  investment_total_fen bigint      CHECK (investment_total_fen >= 0),
  investment_done_fen  bigint      CHECK (investment_done_fen >= 0),
  note                 text        NOT NULL CHECK (length(note) <= 2000),
  document             text        NOT NULL CHECK (length(document) <= 200),
  line                 integer     CHECK (line > 0),
  quote                text        NOT NULL CHECK (length(quote) <= 200),
  sample               boolean     NOT NULL,
  registered_by        uuid,
  registered_at        timestamptz NOT NULL,
  revised_by           uuid,
  revised_at           timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, name_zh),
  FOREIGN KEY (city_id, operator_unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, zone_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, part_of) REFERENCES base (city_id, id),
  FOREIGN KEY (city_id, registered_by) REFERENCES person,
  FOREIGN KEY (city_id, revised_by) REFERENCES person,
  CHECK ((revised_by IS NULL) OR (revised_at IS NOT NULL))
);
COMMENT ON COLUMN base.level IS 'how a document ranks it; absent where none does. What was recognised by act is another matter';
COMMENT ON COLUMN base.document IS 'where it is printed, as are line and quote; empty where an officer registered it';
COMMENT ON COLUMN base.sample IS 'invented for the demonstration';
CREATE INDEX base_of_operator ON base (city_id, operator_unit_id);
CREATE INDEX base_in_zone ON base (city_id, zone_id);
CREATE INDEX base_parts ON base (city_id, part_of);
SELECT protect_city_table('base', 'SELECT, INSERT, UPDATE');

CREATE TABLE base_milestone (
  city_id   smallint NOT NULL REFERENCES city,
  id        uuid     NOT NULL,
  version   integer  NOT NULL,
  base_id   uuid     NOT NULL,
  what      text     NOT NULL CHECK (what <> '' AND length(what) <= 100),
  due       integer  NOT NULL CHECK (due BETWEEN 12000 AND 35999),
  reached   integer  CHECK (reached BETWEEN 12000 AND 35999),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, base_id, what),
  FOREIGN KEY (city_id, base_id) REFERENCES base (city_id, id)
);
COMMENT ON COLUMN base_milestone.due IS 'a month as year * 12 + number - 1, as is reached';
SELECT protect_city_table('base_milestone', 'SELECT, INSERT, UPDATE (version, reached)');

-- What a base promised, and what it is said to have reached: in base units (count, person, yuan, square metre).
CREATE TABLE base_result (
  city_id   smallint NOT NULL REFERENCES city,
  id        uuid     NOT NULL,
  version   integer  NOT NULL,
  base_id   uuid     NOT NULL,
  nature    text     NOT NULL CHECK (nature IN ('PROMISED', 'REACHED')),
  topic     text     NOT NULL CHECK (topic IN ('ENTERPRISES', 'JOBS', 'PATENTS', 'CONTRACT_TURNOVER', 'OUTPUT', 'TALENTS',
              'PROJECTS', 'INCUBATORS', 'FLOOR_AREA', 'INVESTMENT')),
  year      integer  CHECK (year BETWEEN 1949 AND 2200),
  precision text     NOT NULL CHECK (precision IN ('EXACT', 'AT_LEAST', 'MORE_THAN', 'ABOUT')),
  value     numeric  NOT NULL CHECK (value >= 0),
  document  text     NOT NULL CHECK (length(document) <= 200),
  line      integer  CHECK (line > 0),
  quote     text     NOT NULL CHECK (length(quote) <= 200),
  PRIMARY KEY (city_id, id),
  UNIQUE NULLS NOT DISTINCT (city_id, base_id, nature, topic, year),
  FOREIGN KEY (city_id, base_id) REFERENCES base (city_id, id)
);
COMMENT ON COLUMN base_result.year IS 'absent where the document gives none';
SELECT protect_city_table('base_result', 'SELECT, INSERT, UPDATE (version, precision, value, document, line, quote)');

-- Two printed values of one thing (矛盾); both stay, one is chosen by an officer with a reason, once.
CREATE TABLE base_clash (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  base_id        uuid        NOT NULL,
  field          text        NOT NULL CHECK (field IN ('LAND', 'FLOOR', 'FLOOR_DONE', 'INVESTMENT_TOTAL', 'INVESTMENT_DONE')),
  found_by       uuid,
  found_at       timestamptz NOT NULL,
  chosen_side_id uuid,
  reason         text        NOT NULL CHECK (length(reason) <= 2000),
  settled_by     uuid,
  settled_at     timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, base_id, field),
  FOREIGN KEY (city_id, base_id) REFERENCES base (city_id, id),
  FOREIGN KEY (city_id, found_by) REFERENCES person,
  FOREIGN KEY (city_id, settled_by) REFERENCES person,
  CONSTRAINT clash_settled_whole CHECK (num_nulls(chosen_side_id, settled_by, settled_at) IN (0, 3)),
  CONSTRAINT clash_settled_with_a_reason CHECK ((settled_at IS NULL) = (reason = ''))
);
CREATE INDEX base_clash_open ON base_clash (city_id, found_at) WHERE settled_at IS NULL;
SELECT protect_city_table('base_clash', 'SELECT, INSERT, UPDATE (version, chosen_side_id, reason, settled_by, settled_at)');

CREATE TABLE clash_side (
  city_id  smallint NOT NULL REFERENCES city,
  id       uuid     NOT NULL,
  version  integer  NOT NULL,
  clash_id uuid     NOT NULL,
  position integer  NOT NULL CHECK (position > 0),
  value    numeric  NOT NULL CHECK (value >= 0),
  wording  text     NOT NULL CHECK (length(wording) <= 200),
  document text     NOT NULL CHECK (length(document) <= 200),
  line     integer  CHECK (line > 0),
  quote    text     NOT NULL CHECK (length(quote) <= 200),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, clash_id, position),
  UNIQUE (city_id, clash_id, value),
  UNIQUE (city_id, clash_id, id),
  FOREIGN KEY (city_id, clash_id) REFERENCES base_clash (city_id, id)
);
COMMENT ON COLUMN clash_side.value IS 'square metres, or yuan';
SELECT protect_city_table('clash_side', 'SELECT, INSERT');
ALTER TABLE base_clash ADD CONSTRAINT clash_chosen_among_its_sides
  FOREIGN KEY (city_id, id, chosen_side_id) REFERENCES clash_side (city_id, clash_id, id);

-- One printed value contradicts nobody.
CREATE FUNCTION clash_has_two_sides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM clash_side s WHERE s.city_id = NEW.city_id AND s.clash_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'a clash has two sides' USING ERRCODE = 'check_violation', CONSTRAINT = 'clash_has_two_sides';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER clash_has_two_sides AFTER INSERT ON base_clash DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION clash_has_two_sides();

CREATE FUNCTION clash_is_settled_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a clash is settled once' USING ERRCODE = 'check_violation', CONSTRAINT = 'clash_is_settled_once';
END $$;
CREATE TRIGGER clash_is_settled_once BEFORE UPDATE ON base_clash FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL)
  EXECUTE FUNCTION clash_is_settled_once();

-- While documents contradict each other the base has no such value; afterwards it has the one that was chosen, and no other.
CREATE FUNCTION clashing_value_is_the_chosen_one() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_base uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF EXISTS (
    SELECT FROM base_clash c
    JOIN base b ON b.city_id = c.city_id AND b.id = c.base_id
    LEFT JOIN clash_side s ON s.city_id = c.city_id AND s.clash_id = c.id AND s.id = c.chosen_side_id
    WHERE c.city_id = NEW.city_id AND c.base_id = of_base
      AND s.value IS DISTINCT FROM CASE c.field
        WHEN 'LAND' THEN b.land_m2
        WHEN 'FLOOR' THEN b.floor_m2
        WHEN 'FLOOR_DONE' THEN b.floor_done_m2
        WHEN 'INVESTMENT_TOTAL' THEN b.investment_total_fen::numeric / 100
        ELSE b.investment_done_fen::numeric / 100 END) THEN
    RAISE EXCEPTION 'the documents contradict each other, and nobody chose this value'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'clashing_value_is_the_chosen_one';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER clashing_value_is_the_chosen_one AFTER INSERT OR UPDATE ON base DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION clashing_value_is_the_chosen_one('id');
CREATE CONSTRAINT TRIGGER clashing_value_is_the_chosen_one AFTER INSERT OR UPDATE ON base_clash DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION clashing_value_is_the_chosen_one('base_id');

-- What a document wants of the city's bases in number; some of it the portal counts itself.
CREATE TABLE base_intention (
  city_id   smallint NOT NULL REFERENCES city,
  id        uuid     NOT NULL,
  version   integer  NOT NULL,
  name_zh   text     NOT NULL CHECK (name_zh <> '' AND length(name_zh) <= 100),
  name_en   text     NOT NULL CHECK (length(name_en) <= 200),
  counted   text     CHECK (counted IN ('UPGRADED_TO_PROVINCIAL', 'RECOGNISED_NATIONALLY', 'MODEL_BASES', 'NEW_MAKERSPACES')),
  precision text     NOT NULL CHECK (precision IN ('EXACT', 'AT_LEAST', 'MORE_THAN', 'ABOUT')),
  value     numeric  NOT NULL CHECK (value >= 0),
  upper     numeric  CHECK (upper > value),
  measure   text     NOT NULL,
  from_year integer  CHECK (from_year BETWEEN 1949 AND 2200),
  to_year   integer  CHECK (to_year BETWEEN 1949 AND 2200 AND to_year >= from_year),
  document  text     NOT NULL CHECK (length(document) <= 200),
  line      integer  CHECK (line > 0),
  quote     text     NOT NULL CHECK (length(quote) <= 200),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, name_zh)
);
SELECT protect_city_table('base_intention', 'SELECT, INSERT');
