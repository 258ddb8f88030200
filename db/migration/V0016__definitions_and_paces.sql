-- What an indicator counts (口径), in dated versions that are never rewritten; what past quarters are on a new basis; and how a
-- target is to be reached over a year (序时进度).

CREATE TABLE indicator_definition (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  programme_id   uuid        NOT NULL,
  indicator_id   uuid        NOT NULL,
  number         integer     NOT NULL CHECK (number > 0),
  valid_from     integer,
  definition_zh  text,
  definition_en  text,
  formula_text   text,
  numerator_zh   text,
  numerator_en   text,
  denominator_zh text,
  denominator_en text,
  population     text,
  data_source    text,
  legal_basis    text,
  reason         text,
  incomparable   text,
  status         text        NOT NULL CHECK (status IN ('DRAFT', 'TESTED', 'APPROVED', 'WITHDRAWN')),
  remark         text,
  made_by        uuid,
  made_at        timestamptz NOT NULL,
  revised_by     uuid,
  approved_by    uuid,
  approved_at    timestamptz,
  document_no    text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id, number),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, made_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, revised_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, approved_by) REFERENCES person (city_id, id),
  CONSTRAINT the_first_definition_is_there_from_the_start CHECK ((number = 1) = (valid_from IS NULL)),
  CONSTRAINT a_change_has_an_author_and_a_reason CHECK (number = 1 OR (made_by IS NOT NULL AND reason IS NOT NULL)),
  CONSTRAINT a_change_is_approved_by_document CHECK (number = 1 OR status <> 'APPROVED'
    OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND document_no IS NOT NULL)),
  CONSTRAINT a_definition_takes_two CHECK (approved_by <> made_by AND approved_by <> revised_by)
);
COMMENT ON COLUMN indicator_definition.valid_from IS 'the first quarter it holds for, as year * 4 + number - 1';
CREATE UNIQUE INDEX definition_one_proposal ON indicator_definition (city_id, indicator_id)
  WHERE status IN ('DRAFT', 'TESTED');
CREATE UNIQUE INDEX definition_one_a_quarter ON indicator_definition (city_id, indicator_id, valid_from)
  WHERE status = 'APPROVED';
CREATE INDEX definition_of_programme ON indicator_definition (city_id, programme_id, status);
SELECT protect_city_table('indicator_definition', 'SELECT, INSERT, UPDATE');

-- A past quarter on the old and on the new basis: the planner's calculation, never in the place of what was reported.
CREATE TABLE bridge_row (
  city_id       smallint NOT NULL REFERENCES city,
  id            uuid     NOT NULL,
  version       integer  NOT NULL,
  definition_id uuid     NOT NULL,
  period        integer  NOT NULL,
  old_value     numeric  NOT NULL,
  new_value     numeric  NOT NULL,
  entered_by    uuid     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, definition_id, period),
  FOREIGN KEY (city_id, definition_id) REFERENCES indicator_definition (city_id, id),
  FOREIGN KEY (city_id, entered_by) REFERENCES person (city_id, id)
);
SELECT protect_city_table('bridge_row', 'SELECT, INSERT, UPDATE, DELETE');

-- Every published indicator has its first definition: what it was published with.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN SELECT id FROM city LOOP
    PERFORM set_config('app.city', c.id::text, true);
    INSERT INTO indicator_definition (city_id, id, version, programme_id, indicator_id, number, definition_zh, definition_en,
      formula_text, numerator_zh, numerator_en, denominator_zh, denominator_en, data_source, status, made_at)
    SELECT i.city_id, uuidv7(), 0, i.programme_id, i.id, 1, i.definition_zh, i.definition_en, i.formula_text, i.numerator_zh,
      i.numerator_en, i.denominator_zh, i.denominator_en, i.source_document, 'APPROVED', p.published_at
    FROM indicator i JOIN programme p ON p.city_id = i.city_id AND p.id = i.programme_id
    WHERE i.city_id = c.id AND p.published_at IS NOT NULL;
  END LOOP;
  PERFORM set_config('app.city', '', true);
END $$;

-- Every figure that counts keeps the definition it was made under.
ALTER TABLE figure ADD COLUMN definition_no integer NOT NULL DEFAULT 1;
ALTER TABLE figure ALTER COLUMN definition_no DROP DEFAULT;
ALTER TABLE figure ADD FOREIGN KEY (city_id, indicator_id, definition_no)
  REFERENCES indicator_definition (city_id, indicator_id, number);

-- The last line of defence behind the service.
CREATE FUNCTION guard_indicator_definition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF (NEW.number = 1) <> (NEW.status = 'APPROVED') OR (NEW.number > 1 AND NEW.status <> 'DRAFT') THEN
      RAISE EXCEPTION 'a definition begins as a draft, the first one with its indicator' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('APPROVED', 'WITHDRAWN') THEN
    RAISE EXCEPTION 'a settled definition is never rewritten' USING ERRCODE = 'check_violation';
  END IF;
  IF ROW(NEW.indicator_id, NEW.number, NEW.made_by, NEW.made_at)
      IS DISTINCT FROM ROW(OLD.indicator_id, OLD.number, OLD.made_by, OLD.made_at) THEN
    RAISE EXCEPTION 'a definition keeps its indicator, number and author' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'TESTED' AND ROW(NEW.valid_from, NEW.definition_zh, NEW.definition_en, NEW.formula_text, NEW.numerator_zh,
      NEW.numerator_en, NEW.denominator_zh, NEW.denominator_en, NEW.population, NEW.data_source, NEW.legal_basis, NEW.reason,
      NEW.incomparable)
    IS DISTINCT FROM ROW(OLD.valid_from, OLD.definition_zh, OLD.definition_en, OLD.formula_text, OLD.numerator_zh,
      OLD.numerator_en, OLD.denominator_zh, OLD.denominator_en, OLD.population, OLD.data_source, OLD.legal_basis, OLD.reason,
      OLD.incomparable) THEN
    RAISE EXCEPTION 'what was tested is approved as it was tested' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'APPROVED' THEN
    IF OLD.status <> 'TESTED' THEN
      RAISE EXCEPTION 'a definition is tested before it is approved' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM bridge_row b WHERE b.city_id = NEW.city_id AND b.definition_id = NEW.id
        AND b.entered_by = NEW.approved_by) THEN
      RAISE EXCEPTION 'who bridged a definition does not approve it' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM indicator_definition d WHERE d.city_id = NEW.city_id AND d.indicator_id = NEW.indicator_id
        AND d.status = 'APPROVED' AND d.valid_from >= NEW.valid_from)
      OR EXISTS (SELECT FROM figure f WHERE f.city_id = NEW.city_id AND f.indicator_id = NEW.indicator_id
        AND f.period >= NEW.valid_from) THEN
      RAISE EXCEPTION 'a definition does not reach back over figures that count' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_indicator_definition BEFORE INSERT OR UPDATE ON indicator_definition
  FOR EACH ROW EXECUTE FUNCTION guard_indicator_definition();

CREATE FUNCTION guard_bridge_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part bridge_row := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF NOT EXISTS (SELECT FROM indicator_definition d
    WHERE d.city_id = part.city_id AND d.id = part.definition_id AND d.status = 'DRAFT'
      AND part.period < d.valid_from) THEN
    RAISE EXCEPTION 'a bridge is built under a draft, over quarters before it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;
CREATE TRIGGER guard_bridge_row BEFORE INSERT OR UPDATE OR DELETE ON bridge_row
  FOR EACH ROW EXECUTE FUNCTION guard_bridge_row();

-- How much of a year's share is to be there after each quarter: evenly, as last year's quarters fell, or as written here.
ALTER TABLE indicator ADD COLUMN pace_profile text NOT NULL DEFAULT 'LINEAR'
  CHECK (pace_profile IN ('LINEAR', 'LAST_YEAR', 'BY_HAND'));
ALTER TABLE indicator ALTER COLUMN pace_profile DROP DEFAULT;
ALTER TABLE indicator ADD COLUMN pace_q1 numeric, ADD COLUMN pace_q2 numeric, ADD COLUMN pace_q3 numeric;
ALTER TABLE indicator ADD CONSTRAINT a_pace_by_hand_rises_to_100 CHECK (
  CASE WHEN pace_profile = 'BY_HAND'
    THEN pace_q1 IS NOT NULL AND pace_q2 IS NOT NULL AND pace_q3 IS NOT NULL
      AND 0 <= pace_q1 AND pace_q1 <= pace_q2 AND pace_q2 <= pace_q3 AND pace_q3 <= 100
    ELSE pace_q1 IS NULL AND pace_q2 IS NULL AND pace_q3 IS NULL END);
