-- What a city promised: programmes, their indicators and targets, who answers for them, how targets are split, and what it
-- announces. Values stand in the base unit of their measure; what a document does not print is MISSING, never zero.

CREATE TABLE programme (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  version       integer     NOT NULL,
  code          text        NOT NULL CHECK (code ~ '^[a-z][a-z0-9_-]{1,59}$'),
  kind          text        NOT NULL CHECK (kind IN ('PRINTED', 'SAMPLE')),
  name_zh       text        NOT NULL,
  name_en       text        NOT NULL,
  start_year    integer     CHECK (start_year BETWEEN 1949 AND 2200),
  end_year      integer     CHECK (end_year BETWEEN 1949 AND 2200),
  baseline_year integer     CHECK (baseline_year BETWEEN 1949 AND 2200),
  note_zh       text,
  note_en       text,
  status        text        NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'CLOSED')),
  due_days      integer     NOT NULL CHECK (due_days > 0),
  entry_days    integer     NOT NULL CHECK (entry_days >= due_days),
  edit_days     integer     NOT NULL CHECK (edit_days >= entry_days),
  review_levels integer     NOT NULL CHECK (review_levels BETWEEN 1 AND 2),
  published_at  timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, code),
  CHECK (start_year <= end_year),
  CHECK (kind = 'PRINTED' OR (start_year IS NOT NULL AND end_year IS NOT NULL)),
  CHECK ((status = 'DRAFT') = (published_at IS NULL))
);
SELECT protect_city_table('programme', 'SELECT, INSERT, UPDATE');

CREATE TABLE phase (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  programme_id uuid     NOT NULL,
  position     integer  NOT NULL CHECK (position > 0),
  name_zh      text     NOT NULL,
  name_en      text     NOT NULL,
  start_year   integer,
  end_year     integer,
  text_zh      text,
  text_en      text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, position),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id)
);
SELECT protect_city_table('phase', 'SELECT, INSERT, UPDATE');

CREATE TABLE policy_document (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  programme_id uuid     NOT NULL,
  position     integer  NOT NULL CHECK (position > 0),
  title_zh     text     NOT NULL,
  title_en     text,
  doc_no       text,
  issuer       text,
  issued_on    date,
  note_zh      text,
  note_en      text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, position),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id)
);
SELECT protect_city_table('policy_document', 'SELECT, INSERT, UPDATE');

CREATE TABLE indicator (
  city_id              smallint NOT NULL REFERENCES city,
  id                   uuid     NOT NULL,
  version              integer  NOT NULL,
  programme_id         uuid     NOT NULL,
  code                 text     NOT NULL CHECK (code ~ '^[a-z][a-z0-9_-]{1,59}$'),
  position             integer  NOT NULL CHECK (position > 0),
  group_zh             text     NOT NULL,
  group_en             text     NOT NULL,
  name_zh              text     NOT NULL,
  name_en              text     NOT NULL,
  measure              text     NOT NULL,
  value_measure        text     NOT NULL,
  comparison           text     NOT NULL,
  accumulation         text     NOT NULL CHECK (accumulation IN ('FLOW', 'YEARLY_FLOW', 'STOCK')),
  direction            text     NOT NULL CHECK (direction IN ('HIGHER', 'LOWER')),
  split_law            text     NOT NULL CHECK (split_law IN ('ADDITIVE', 'RATIO', 'SAME', 'NONE', 'RANGE')),
  definition_zh        text,
  definition_en        text,
  formula_text         text,
  numerator_zh         text,
  numerator_en         text,
  denominator_zh       text,
  denominator_en       text,
  base_year            integer,
  base_value           numeric,
  base_quality         text     CHECK (base_quality IN ('PRINTED', 'DERIVED', 'SAMPLE', 'MISSING')),
  base_note            text,
  lower_bound          numeric,
  upper_bound          numeric,
  change_bound_percent numeric  CHECK (change_bound_percent > 0),
  may_fall             boolean  NOT NULL,
  yellow_from          numeric  NOT NULL CHECK (yellow_from >= 0),
  red_from             numeric  NOT NULL CHECK (red_from > yellow_from),
  source_document      text,
  source_line          integer,
  source_quote         text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, code),
  UNIQUE (city_id, programme_id, position),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  CHECK (lower_bound <= upper_bound),
  CHECK (base_quality IS NOT NULL OR (base_year IS NULL AND base_value IS NULL)),
  CHECK (base_quality IS NULL OR (base_quality = 'MISSING') = (base_value IS NULL)),
  CONSTRAINT base_is_positive_where_it_divides CHECK (base_value > 0 OR comparison NOT IN ('GROWTH_VS_BASE_YEAR',
    'GROWTH_VS_PREVIOUS_YEAR', 'GROWTH_FLOOR', 'AVG_ANNUAL_GROWTH_FLOOR', 'CUMULATIVE_FLOW_OVER_BASE_FLOW',
    'CUMULATIVE_FLOW_OVER_BASE'))
);
SELECT protect_city_table('indicator', 'SELECT, INSERT, UPDATE');

-- The responsible units in the document's order; position 1 is the lead unit.
CREATE TABLE responsibility (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  programme_id uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  unit_id      uuid     NOT NULL,
  position     integer  NOT NULL CHECK (position > 0),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id, unit_id),
  UNIQUE (city_id, indicator_id, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id)
);
CREATE INDEX responsibility_of_programme ON responsibility (city_id, programme_id);
CREATE INDEX responsibility_of_unit ON responsibility (city_id, unit_id);
SELECT protect_city_table('responsibility', 'SELECT, INSERT, UPDATE, DELETE');

-- Who fills the return for an indicator, fixed when the programme is published.
CREATE TABLE reporting_unit (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  programme_id uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  unit_id      uuid     NOT NULL,
  position     integer  NOT NULL CHECK (position > 0),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id, unit_id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id)
);
CREATE INDEX reporting_unit_of_programme ON reporting_unit (city_id, programme_id);
CREATE INDEX reporting_unit_of_unit ON reporting_unit (city_id, unit_id);
SELECT protect_city_table('reporting_unit', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE target (
  city_id        smallint NOT NULL REFERENCES city,
  id             uuid     NOT NULL,
  version        integer  NOT NULL,
  programme_id   uuid     NOT NULL,
  indicator_id   uuid     NOT NULL,
  year           integer  CHECK (year BETWEEN 1949 AND 2200),
  operator       text     NOT NULL
    CHECK (operator IN ('AT_LEAST', 'MORE_THAN', 'EXACTLY', 'ABOUT', 'RANGE', 'QUALITATIVE')),
  value          numeric,
  upper          numeric,
  status         text     NOT NULL CHECK (status IN ('PRINTED', 'DERIVED', 'SAMPLE', 'MISSING')),
  missing_reason text,
  final_target   boolean  NOT NULL,
  source         text,
  PRIMARY KEY (city_id, id),
  UNIQUE NULLS NOT DISTINCT (city_id, indicator_id, year),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  CHECK (upper IS NULL OR (operator = 'RANGE' AND value <= upper)),
  CHECK ((status = 'MISSING') = (value IS NULL AND operator <> 'QUALITATIVE')),
  CHECK ((status = 'MISSING') = (missing_reason IS NOT NULL)),
  CHECK (operator <> 'QUALITATIVE' OR value IS NULL)
);
CREATE INDEX target_of_programme ON target (city_id, programme_id);
CREATE UNIQUE INDEX target_one_final ON target (city_id, indicator_id) WHERE final_target;
SELECT protect_city_table('target', 'SELECT, INSERT, UPDATE, DELETE');

-- Figures that a document prints about the past, with the period as printed beside the year it is read as.
CREATE TABLE printed_actual (
  city_id         smallint NOT NULL REFERENCES city,
  id              uuid     NOT NULL,
  version         integer  NOT NULL,
  programme_id    uuid     NOT NULL,
  indicator_id    uuid,
  position        integer  NOT NULL CHECK (position > 0),
  topic_zh        text     NOT NULL,
  topic_en        text     NOT NULL,
  name_zh         text     NOT NULL,
  name_en         text     NOT NULL,
  operator        text     NOT NULL
    CHECK (operator IN ('AT_LEAST', 'MORE_THAN', 'EXACTLY', 'ABOUT', 'RANGE', 'QUALITATIVE')),
  value           numeric,
  measure         text     NOT NULL,
  text            text,
  printed_period  text,
  inferred_year   integer,
  period_kind     text     NOT NULL CHECK (period_kind IN ('YEAR', 'YEAR_END', 'CUMULATIVE', 'PLAN_YEAR')),
  yoy_percent     numeric,
  note            text,
  source_document text,
  source_line     integer,
  source_quote    text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, position),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);
SELECT protect_city_table('printed_actual', 'SELECT, INSERT');

-- How an additive target is split among units and years. Who drafts does not issue; what is issued does not change.
CREATE TABLE allocation_plan (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  indicator_id uuid        NOT NULL,
  status       text        NOT NULL CHECK (status IN ('DRAFT', 'ISSUED')),
  drafted_by   uuid        NOT NULL,
  drafted_at   timestamptz NOT NULL,
  document_no  text,
  issued_at    timestamptz,
  issued_by    uuid,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, drafted_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, issued_by) REFERENCES person (city_id, id),
  CHECK ((status = 'ISSUED') = (issued_at IS NOT NULL)),
  CHECK ((status = 'ISSUED') = (issued_by IS NOT NULL)),
  CHECK ((status = 'ISSUED') = (document_no IS NOT NULL)),
  CONSTRAINT who_drafts_does_not_issue CHECK (issued_by <> drafted_by)
);
SELECT protect_city_table('allocation_plan', 'SELECT, INSERT, UPDATE');

CREATE TABLE allocation (
  city_id    smallint NOT NULL REFERENCES city,
  id         uuid     NOT NULL,
  version    integer  NOT NULL,
  plan_id    uuid     NOT NULL,
  unit_id    uuid     NOT NULL,
  position   integer  NOT NULL CHECK (position > 0),
  year       integer  NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  value      numeric  CHECK (value >= 0),
  entered_by uuid     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, plan_id, unit_id, year),
  FOREIGN KEY (city_id, plan_id) REFERENCES allocation_plan (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, entered_by) REFERENCES person (city_id, id)
);
CREATE INDEX allocation_of_unit ON allocation (city_id, unit_id);
SELECT protect_city_table('allocation', 'SELECT, INSERT, UPDATE, DELETE');

-- The last line of defence behind the service: an issued split stays as it is, and nobody issues a number of his own.
CREATE FUNCTION guard_allocation_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ISSUED' THEN
    RAISE EXCEPTION 'an issued split cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'ISSUED' AND EXISTS (
    SELECT FROM allocation a
    WHERE a.city_id = NEW.city_id AND a.plan_id = NEW.id AND a.entered_by = NEW.issued_by) THEN
    RAISE EXCEPTION 'who entered a part cannot issue the split' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_allocation_plan BEFORE UPDATE ON allocation_plan
  FOR EACH ROW EXECUTE FUNCTION guard_allocation_plan();

CREATE FUNCTION guard_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part allocation := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF EXISTS (
    SELECT FROM allocation_plan p
    WHERE p.city_id = part.city_id AND p.id = part.plan_id AND p.status = 'ISSUED') THEN
    RAISE EXCEPTION 'an issued split cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;
CREATE TRIGGER guard_allocation BEFORE INSERT OR UPDATE OR DELETE ON allocation
  FOR EACH ROW EXECUTE FUNCTION guard_allocation();

CREATE TABLE announcement (
  city_id           smallint    NOT NULL REFERENCES city,
  id                uuid        NOT NULL,
  version           integer     NOT NULL,
  title_zh          text        NOT NULL,
  title_en          text        NOT NULL,
  body_zh           text        NOT NULL,
  body_en           text        NOT NULL,
  sample            boolean     NOT NULL,
  published_at      timestamptz NOT NULL,
  published_by      uuid,
  withdrawn_at      timestamptz,
  withdrawn_by      uuid,
  withdrawal_reason text,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, published_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, withdrawn_by) REFERENCES person (city_id, id),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);
CREATE INDEX announcement_by_time ON announcement (city_id, published_at DESC);
SELECT protect_city_table('announcement', 'SELECT, INSERT, UPDATE');
