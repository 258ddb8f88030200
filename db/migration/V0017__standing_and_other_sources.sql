-- How firm a value is (数据状态): a provisional or estimated one names the day on which the final one is expected.

ALTER TABLE indicator ADD COLUMN final_month integer CHECK (final_month BETWEEN 1 AND 12);
COMMENT ON COLUMN indicator.final_month IS 'values are provisional until this month of the next year; final at once where absent';

ALTER TABLE return_line ADD COLUMN standing text NOT NULL DEFAULT 'FINAL'
  CHECK (standing IN ('FINAL', 'PROVISIONAL', 'ESTIMATED', 'REVISED'));
ALTER TABLE return_line ALTER COLUMN standing DROP DEFAULT;
ALTER TABLE return_line ADD COLUMN final_expected date;
ALTER TABLE return_line ADD CONSTRAINT what_is_not_final_says_when
  CHECK ((standing IN ('PROVISIONAL', 'ESTIMATED')) = (final_expected IS NOT NULL));

ALTER TABLE figure ADD COLUMN standing text NOT NULL DEFAULT 'FINAL'
  CHECK (standing IN ('FINAL', 'PROVISIONAL', 'ESTIMATED', 'REVISED'));
ALTER TABLE figure ALTER COLUMN standing DROP DEFAULT;
ALTER TABLE figure ADD COLUMN final_expected date;
ALTER TABLE figure ADD CONSTRAINT a_figure_that_is_not_final_says_when
  CHECK ((standing IN ('PROVISIONAL', 'ESTIMATED')) = (final_expected IS NOT NULL));

-- A figure is as firm as its unit signed it, and no firmer. A version that was signed before there were standings says nothing.
CREATE FUNCTION standings_were_signed() RETURNS trigger LANGUAGE plpgsql AS $$
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
  RETURN NEW;
END $$;
CREATE TRIGGER standings_were_signed BEFORE INSERT ON figure FOR EACH ROW EXECUTE FUNCTION standings_were_signed();

-- What waits for its final value, which is little beside what is final.
CREATE INDEX figure_not_final ON figure (city_id, programme_id, indicator_id, period)
  WHERE standing IN ('PROVISIONAL', 'ESTIMATED');

-- Another source for what an indicator counts (税务, 名录库, 统计), kept beside the returns and never among them.
CREATE TABLE source_pair (
  city_id           smallint NOT NULL REFERENCES city,
  id                uuid     NOT NULL,
  version           integer  NOT NULL,
  programme_id      uuid     NOT NULL,
  indicator_id      uuid     NOT NULL,
  kind              text     NOT NULL CHECK (kind IN ('TAX', 'REGISTER', 'STATISTICS', 'OTHER')),
  name              text     NOT NULL,
  tolerance_percent numeric  NOT NULL CHECK (tolerance_percent BETWEEN 0 AND 100),
  set_by            uuid     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id, kind, name),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, set_by) REFERENCES person (city_id, id)
);
SELECT protect_city_table('source_pair', 'SELECT, INSERT');

CREATE TABLE source_value (
  city_id            smallint    NOT NULL REFERENCES city,
  id                 uuid        NOT NULL,
  version            integer     NOT NULL,
  pair_id            uuid        NOT NULL,
  period             integer     NOT NULL,
  value              numeric     NOT NULL,
  document_ref       text        NOT NULL CHECK (btrim(document_ref) <> ''),
  recorded_by        uuid        NOT NULL,
  recorded_at        timestamptz NOT NULL,
  reason_code        text        CHECK (reason_code IN ('DEFINITION', 'TIMING', 'COVERAGE', 'ERROR_THERE', 'ERROR_HERE', 'OTHER')),
  explanation        text,
  explained_reported numeric,
  explained_by       uuid,
  explained_at       timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, pair_id, period),
  FOREIGN KEY (city_id, pair_id) REFERENCES source_pair (city_id, id),
  FOREIGN KEY (city_id, recorded_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, explained_by) REFERENCES person (city_id, id),
  CONSTRAINT an_explanation_is_whole CHECK (num_nulls(reason_code, explanation, explained_reported, explained_by, explained_at)
    IN (0, 5))
);
COMMENT ON COLUMN source_value.explained_reported IS 'what was reported when the difference was explained; another number asks anew';
SELECT protect_city_table('source_value', 'SELECT, INSERT, UPDATE');
