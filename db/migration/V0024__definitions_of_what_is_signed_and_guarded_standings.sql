-- What is signed keeps its definition, whether or not it counts already, and how firm a value is changes like the value itself.

-- The quarter in which a period lies; a quarter lies in itself.
CREATE FUNCTION quarter_of(period integer) RETURNS integer IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN period < 12000 THEN period ELSE period / 12 * 4 + period % 12 / 3 END
$$;

-- As in V0016, but that a month is held against the quarter it lies in, and that a signature is enough.
CREATE OR REPLACE FUNCTION guard_indicator_definition() RETURNS trigger LANGUAGE plpgsql AS $$
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
      OR EXISTS (SELECT FROM round o JOIN quarterly_return r ON r.city_id = o.city_id AND r.round_id = o.id
        WHERE o.city_id = NEW.city_id AND o.programme_id = NEW.programme_id AND quarter_of(o.period) >= NEW.valid_from
          AND r.submissions > 0) THEN
      RAISE EXCEPTION 'a definition does not reach back over figures that are signed' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- A figure is as firm as its unit signed it, and of the definition it was signed under. A version that was signed before there
-- were standings says nothing.
CREATE OR REPLACE FUNCTION standings_were_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed text[];
BEGIN
  SELECT string_to_array(line, E'\t') INTO signed
  FROM return_version v
  JOIN indicator i ON i.city_id = v.city_id AND i.id = NEW.indicator_id
  CROSS JOIN string_to_table(v.content, E'\n') AS line
  WHERE v.city_id = NEW.city_id AND v.id = NEW.version_id
    AND starts_with(line, E'cell\t' || i.code || E'\t' || NEW.item || E'\t');
  IF cardinality(signed) >= 9
      AND (signed[8], signed[9]) IS DISTINCT FROM (NEW.standing, coalesce(NEW.final_expected::text, '')) THEN
    RAISE EXCEPTION 'nobody signed this figure as %', NEW.standing
      USING ERRCODE = 'check_violation', CONSTRAINT = 'standings_were_signed';
  END IF;
  IF cardinality(signed) >= 9 AND signed[7] <> NEW.definition_no::text THEN
    RAISE EXCEPTION 'nobody signed this figure under definition %', NEW.definition_no
      USING ERRCODE = 'check_violation', CONSTRAINT = 'definitions_were_signed';
  END IF;
  RETURN NEW;
END $$;

-- How firm a value is changes only where the value may change: in a writable return, within the lines of its amendment. What was
-- signed can always be put back.
CREATE FUNCTION standings_are_declared() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  report quarterly_return;
  signed text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.standing NOT IN ('FINAL', 'PROVISIONAL') THEN
      RAISE EXCEPTION 'a line begins as firm as its indicator is'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'standings_begin_as_usual';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.standing, NEW.final_expected) IS NOT DISTINCT FROM (OLD.standing, OLD.final_expected) THEN
    RETURN NEW;
  END IF;
  SELECT * INTO report FROM quarterly_return WHERE city_id = NEW.city_id AND id = NEW.return_id;
  SELECT string_to_array(line, E'\t') INTO signed
  FROM return_version v
  JOIN indicator i ON i.city_id = v.city_id AND i.id = NEW.indicator_id
  CROSS JOIN string_to_table(v.content, E'\n') AS line
  WHERE v.city_id = NEW.city_id AND v.id = report.valid_version_id
    AND starts_with(line, E'cell\t' || i.code || E'\t' || NEW.item || E'\t');
  IF signed IS NOT NULL AND (coalesce(nullif(signed[8], ''), 'FINAL'), coalesce(signed[9], ''))
      IS NOT DISTINCT FROM (NEW.standing, coalesce(NEW.final_expected::text, '')) THEN
    RETURN NEW;
  END IF;
  IF report.status NOT IN ('OPEN', 'DRAFT', 'RETURNED') THEN
    RAISE EXCEPTION 'in a return that is % nothing is declared', report.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'standings_in_writable_returns';
  END IF;
  IF report.reopened_by IS NOT NULL AND NEW.id <> ALL (report.reopened_lines) THEN
    RAISE EXCEPTION 'the amendment does not name the line whose standing changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'standings_in_scope';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER standings_are_declared BEFORE INSERT OR UPDATE ON return_line FOR EACH ROW
  EXECUTE FUNCTION standings_are_declared();
