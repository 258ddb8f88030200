-- Decomposition (分解): target sets, what each unit carries in them, who agreed, what was issued, and how it was amended.
-- It takes the place of the first cut of the split, which no city has used.

DROP TABLE allocation;
DROP TABLE allocation_plan;
DROP FUNCTION guard_allocation();
DROP FUNCTION guard_allocation_plan();

-- A target set (目标任务书): one draft of a programme's decomposition on its way to being issued.
CREATE TABLE target_set (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  programme_id uuid        NOT NULL,
  number       integer     NOT NULL CHECK (number > 0),
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  status       text        NOT NULL CHECK (status IN ('DRAFT', 'CONSULTATION', 'SUBMITTED', 'APPROVED', 'ISSUED', 'CLOSED', 'CANCELLED')),
  since        timestamptz NOT NULL,
  planned_by   uuid        NOT NULL,
  submitted_by uuid,
  approved_by  uuid,
  approved_at  timestamptz,
  document_no  text,
  issued_by    uuid,
  issued_at    timestamptz,
  edition      integer     NOT NULL CHECK (edition >= 0),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, number),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, planned_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, submitted_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, approved_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, issued_by) REFERENCES person (city_id, id),
  CHECK ((status IN ('APPROVED', 'ISSUED', 'CLOSED')) = (approved_by IS NOT NULL)),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (document_no IS NULL)),
  CHECK ((status IN ('ISSUED', 'CLOSED')) = (issued_by IS NOT NULL)),
  CHECK ((issued_by IS NULL) = (issued_at IS NULL) AND (issued_by IS NULL) = (edition = 0)),
  CONSTRAINT who_plans_does_not_decide CHECK (approved_by <> planned_by AND approved_by <> submitted_by)
);
CREATE UNIQUE INDEX target_set_issued_once ON target_set (city_id, programme_id) WHERE status = 'ISSUED';
CREATE UNIQUE INDEX target_set_on_its_way_once ON target_set (city_id, programme_id)
  WHERE status IN ('CONSULTATION', 'SUBMITTED', 'APPROVED');
CREATE INDEX target_set_by_status ON target_set (city_id, status);
SELECT protect_city_table('target_set', 'SELECT, INSERT, UPDATE');

-- How one indicator is split in a set: by which law, in years or quarters, how the numbers were found, on what basis.
CREATE TABLE split (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  set_id       uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  law          text     NOT NULL CHECK (law IN ('ADDITIVE', 'RATIO', 'SAME', 'NONE', 'RANGE')),
  quarterly    boolean  NOT NULL,
  method       text     CHECK (method IN ('EQUAL', 'BASE_SHARE', 'OTHER_SHARE', 'BALANCE', 'BY_LAW', 'BY_HAND')),
  basis        text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, set_id, indicator_id),
  FOREIGN KEY (city_id, set_id) REFERENCES target_set (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);
SELECT protect_city_table('split', 'SELECT, INSERT, UPDATE, DELETE');

-- What the parts must come to, written down when a set is circulated; cumulative wholes count all years up to theirs.
CREATE TABLE split_whole (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  set_id       uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  year         integer  NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  cumulative   boolean  NOT NULL,
  operator     text     NOT NULL,
  target       numeric  NOT NULL,
  upper        numeric,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, set_id, indicator_id, year),
  FOREIGN KEY (city_id, set_id, indicator_id) REFERENCES split (city_id, set_id, indicator_id)
);
SELECT protect_city_table('split_whole', 'SELECT, INSERT, UPDATE, DELETE');

-- What a unit carries of an indicator in a year or quarter (分解指标). The first position leads. After issue a line is never
-- edited: an amendment ends it (until_edition) and puts another in its place.
CREATE TABLE target_line (
  city_id             smallint    NOT NULL REFERENCES city,
  id                  uuid        NOT NULL,
  version             integer     NOT NULL,
  set_id              uuid        NOT NULL,
  indicator_id        uuid        NOT NULL,
  unit_id             uuid        NOT NULL,
  position            integer     NOT NULL CHECK (position > 0),
  year                integer     NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  quarter             integer     CHECK (quarter BETWEEN 1 AND 4),
  value               numeric,
  denominator         numeric     CHECK (denominator >= 0),
  pinned              boolean     NOT NULL,
  entered_by          uuid        NOT NULL,
  status              text        NOT NULL CHECK (status IN ('PROPOSED', 'COUNTERED', 'AGREED', 'ESCALATED', 'SETTLED', 'ISSUED',
                        'ACKNOWLEDGED', 'SUPERSEDED')),
  since               timestamptz NOT NULL,
  answer_due_at       timestamptz,
  counter_value       numeric,
  counter_denominator numeric,
  counter_reason      text,
  counter_evidence    text,
  answered_by         uuid,
  settled_by          uuid,
  acknowledge_due_at  timestamptz,
  acknowledged_by     uuid,
  acknowledged_at     timestamptz,
  from_edition        integer     NOT NULL CHECK (from_edition > 0),
  until_edition       integer     CHECK (until_edition >= from_edition),
  effective_from      integer,
  amendment_id        uuid,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, set_id, id),
  UNIQUE NULLS NOT DISTINCT (city_id, set_id, indicator_id, unit_id, year, quarter, from_edition),
  FOREIGN KEY (city_id, set_id, indicator_id) REFERENCES split (city_id, set_id, indicator_id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, entered_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, answered_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, settled_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, acknowledged_by) REFERENCES person (city_id, id),
  CHECK ((status = 'SUPERSEDED') = (until_edition IS NOT NULL)),
  CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
  CHECK (status <> 'ACKNOWLEDGED' OR acknowledged_by IS NOT NULL),
  CHECK (status <> 'COUNTERED' OR (counter_value IS NOT NULL AND counter_reason IS NOT NULL AND counter_evidence IS NOT NULL)),
  CONSTRAINT who_settles_did_not_enter CHECK (settled_by <> entered_by AND settled_by <> answered_by)
);
COMMENT ON COLUMN target_line.effective_from IS 'the first quarter it counts for, as year * 4 + number - 1; null from the beginning';
CREATE UNIQUE INDEX target_line_live_once ON target_line (city_id, set_id, indicator_id, unit_id, year, quarter)
  NULLS NOT DISTINCT WHERE until_edition IS NULL;
CREATE INDEX target_line_of_unit ON target_line (city_id, unit_id, status);
CREATE INDEX target_line_by_status ON target_line (city_id, status, answer_due_at);
SELECT protect_city_table('target_line', 'SELECT, INSERT, UPDATE, DELETE');

-- Who takes upon himself what the parts leave open: named by the planner, signed by the unit itself. The newest counts.
CREATE TABLE residual_holding (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  set_id       uuid        NOT NULL,
  indicator_id uuid        NOT NULL,
  year         integer     NOT NULL,
  residual     numeric     NOT NULL CHECK (residual <> 0),
  unit_id      uuid        NOT NULL,
  reason       text        NOT NULL CHECK (reason <> ''),
  named_by     uuid        NOT NULL,
  named_at     timestamptz NOT NULL,
  signed_by    uuid,
  signed_at    timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, set_id, indicator_id) REFERENCES split (city_id, set_id, indicator_id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, named_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, signed_by) REFERENCES person (city_id, id),
  CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
  CONSTRAINT who_names_a_holder_does_not_sign CHECK (signed_by <> named_by)
);
CREATE INDEX residual_holding_of_set ON residual_holding (city_id, set_id);
CREATE INDEX residual_holding_of_unit ON residual_holding (city_id, unit_id);
SELECT protect_city_table('residual_holding', 'SELECT, INSERT, UPDATE');

-- What a unit had of an indicator in the base period: the shares that a split may follow.
CREATE TABLE unit_base (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  indicator_id uuid     NOT NULL,
  unit_id      uuid     NOT NULL,
  value        numeric  NOT NULL CHECK (value >= 0),
  entered_by   uuid     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id, unit_id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, entered_by) REFERENCES person (city_id, id)
);
SELECT protect_city_table('unit_base', 'SELECT, INSERT, UPDATE');

-- An amendment (指标调整): changes of issued lines, decided by another than who proposes them.
CREATE TABLE target_amendment (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  set_id         uuid        NOT NULL,
  number         integer     NOT NULL CHECK (number > 0),
  status         text        NOT NULL CHECK (status IN ('DRAFT', 'PROPOSED', 'REVIEWED', 'APPROVED', 'EFFECTIVE', 'REFUSED', 'WITHDRAWN')),
  since          timestamptz NOT NULL,
  decide_by      timestamptz,
  cause          text        NOT NULL CHECK (cause IN ('POLICY_CHANGE', 'BOUNDARY_CHANGE', 'ERROR', 'FORCE_MAJEURE')),
  reason         text        NOT NULL CHECK (reason <> ''),
  evidence       text        NOT NULL CHECK (evidence <> ''),
  effective_from integer     NOT NULL,
  author_id      uuid        NOT NULL,
  author_unit_id uuid,
  reviewed_by    uuid,
  decided_by     uuid,
  document_no    text,
  edition        integer,
  effective_at   timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, set_id, number),
  UNIQUE (city_id, set_id, id),
  FOREIGN KEY (city_id, set_id) REFERENCES target_set (city_id, id),
  FOREIGN KEY (city_id, author_id) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, author_unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, reviewed_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, decided_by) REFERENCES person (city_id, id),
  CHECK (status NOT IN ('APPROVED', 'EFFECTIVE') OR (reviewed_by IS NOT NULL AND decided_by IS NOT NULL AND document_no IS NOT NULL)),
  CHECK ((status = 'EFFECTIVE') = (edition IS NOT NULL) AND (edition IS NULL) = (effective_at IS NULL)),
  CONSTRAINT who_amends_does_not_decide CHECK (decided_by <> author_id AND decided_by <> reviewed_by)
);
COMMENT ON COLUMN target_amendment.effective_from IS 'a quarter, as year * 4 + number - 1';
CREATE UNIQUE INDEX target_amendment_approved_once ON target_amendment (city_id, set_id) WHERE status = 'APPROVED';
CREATE INDEX target_amendment_by_status ON target_amendment (city_id, status);
SELECT protect_city_table('target_amendment', 'SELECT, INSERT, UPDATE');
ALTER TABLE target_line ADD FOREIGN KEY (city_id, set_id, amendment_id) REFERENCES target_amendment (city_id, set_id, id);

CREATE TABLE amendment_change (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  set_id       uuid     NOT NULL,
  amendment_id uuid     NOT NULL,
  line_id      uuid     NOT NULL,
  value        numeric  NOT NULL,
  denominator  numeric  CHECK (denominator >= 0),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, amendment_id, line_id),
  FOREIGN KEY (city_id, set_id, amendment_id) REFERENCES target_amendment (city_id, set_id, id),
  FOREIGN KEY (city_id, set_id, line_id) REFERENCES target_line (city_id, set_id, id)
);
SELECT protect_city_table('amendment_change', 'SELECT, INSERT, UPDATE, DELETE');

-- Each issued edition as it was, never changed: canonical content and its hash.
CREATE TABLE target_edition (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  set_id       uuid        NOT NULL,
  number       integer     NOT NULL CHECK (number > 0),
  content      text        NOT NULL,
  hash         text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  document_no  text        NOT NULL,
  issued_at    timestamptz NOT NULL,
  amendment_id uuid,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, set_id, number),
  FOREIGN KEY (city_id, set_id) REFERENCES target_set (city_id, id),
  FOREIGN KEY (city_id, set_id, amendment_id) REFERENCES target_amendment (city_id, set_id, id),
  CHECK ((number = 1) = (amendment_id IS NULL))
);
SELECT protect_city_table('target_edition', 'SELECT, INSERT');

-- Every change of state of a set, its lines and its amendments, in order.
CREATE TABLE target_step (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  set_id       uuid        NOT NULL,
  line_id      uuid,
  amendment_id uuid,
  action       text        NOT NULL,
  from_status  text        NOT NULL,
  to_status    text        NOT NULL,
  person_id    uuid,
  at           timestamptz NOT NULL,
  reason       text        NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, set_id) REFERENCES target_set (city_id, id),
  FOREIGN KEY (city_id, set_id, line_id) REFERENCES target_line (city_id, set_id, id),
  FOREIGN KEY (city_id, set_id, amendment_id) REFERENCES target_amendment (city_id, set_id, id)
);
CREATE INDEX target_step_of_set ON target_step (city_id, set_id, id);
CREATE INDEX target_step_of_line ON target_step (city_id, line_id);
CREATE INDEX target_step_of_amendment ON target_step (city_id, amendment_id);
SELECT protect_city_table('target_step', 'SELECT, INSERT');

-- The last line of defence behind the services.

CREATE FUNCTION guard_target_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('CLOSED', 'CANCELLED') THEN
    RAISE EXCEPTION 'a target set that is over stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'ISSUED' AND (NEW.status NOT IN ('ISSUED', 'CLOSED')
      OR (NEW.programme_id, NEW.number, NEW.name, NEW.planned_by, NEW.approved_by, NEW.document_no, NEW.issued_by, NEW.issued_at)
        IS DISTINCT FROM
         (OLD.programme_id, OLD.number, OLD.name, OLD.planned_by, OLD.approved_by, OLD.document_no, OLD.issued_by, OLD.issued_at)
      OR NEW.edition NOT BETWEEN OLD.edition AND OLD.edition + 1) THEN
    RAISE EXCEPTION 'an issued target set changes by amendment only' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'ISSUED' AND OLD.status NOT IN ('APPROVED', 'ISSUED') THEN
    RAISE EXCEPTION 'only an approved target set is issued' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'APPROVED' AND OLD.status <> 'APPROVED' AND EXISTS (
    SELECT FROM target_line l
    WHERE l.city_id = NEW.city_id AND l.set_id = NEW.id AND l.entered_by = NEW.approved_by) THEN
    RAISE EXCEPTION 'who entered a part does not approve the set' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_target_set BEFORE UPDATE ON target_set FOR EACH ROW EXECUTE FUNCTION guard_target_set();

CREATE FUNCTION guard_target_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line target_line := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  stage text;
BEGIN
  SELECT s.status INTO stage FROM target_set s WHERE s.city_id = line.city_id AND s.id = line.set_id;
  IF stage IN ('DRAFT', 'CONSULTATION') THEN
    RETURN line;
  END IF;
  IF TG_OP = 'DELETE' OR stage IN ('CLOSED', 'CANCELLED') THEN
    RAISE EXCEPTION 'a line that was submitted stays' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.amendment_id IS NULL OR NOT EXISTS (
      SELECT FROM target_amendment a
      WHERE a.city_id = NEW.city_id AND a.id = NEW.amendment_id AND a.status IN ('APPROVED', 'EFFECTIVE')) THEN
      RAISE EXCEPTION 'only an approved amendment adds a line' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status = 'SUPERSEDED' THEN
    RAISE EXCEPTION 'a superseded line stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.set_id, NEW.indicator_id, NEW.unit_id, NEW.position, NEW.year, NEW.quarter, NEW.entered_by, NEW.from_edition,
      NEW.effective_from, NEW.amendment_id, NEW.counter_value, NEW.counter_reason)
    IS DISTINCT FROM
     (OLD.set_id, OLD.indicator_id, OLD.unit_id, OLD.position, OLD.year, OLD.quarter, OLD.entered_by, OLD.from_edition,
      OLD.effective_from, OLD.amendment_id, OLD.counter_value, OLD.counter_reason)
    OR ((NEW.value, NEW.denominator) IS DISTINCT FROM (OLD.value, OLD.denominator)
      AND NOT (stage = 'SUBMITTED' AND OLD.status = 'ESCALATED' AND NEW.status = 'SETTLED'))
    OR (OLD.acknowledged_by IS NOT NULL AND NEW.acknowledged_by IS DISTINCT FROM OLD.acknowledged_by)
    OR (OLD.status IN ('ISSUED', 'ACKNOWLEDGED') AND NEW.status NOT IN ('ISSUED', 'ACKNOWLEDGED', 'SUPERSEDED'))
    OR (NEW.status = 'SUPERSEDED' AND stage <> 'ISSUED') THEN
    RAISE EXCEPTION 'a line that was submitted is not edited' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_target_line BEFORE INSERT OR UPDATE OR DELETE ON target_line
  FOR EACH ROW EXECUTE FUNCTION guard_target_line();

-- What must hold in an issued set: for every whole of an additive indicator, parts + signed residual = target. More than the
-- target is stricter and allowed where the target is a floor.
CREATE FUNCTION guard_sums() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid := CASE WHEN TG_TABLE_NAME = 'target_set' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'set_id')::uuid END;
  gap record;
BEGIN
  FOR gap IN
    SELECT w.indicator_id, w.year, w.operator, w.target - coalesce(sum(l.value), 0) AS residual
    FROM split_whole w
    JOIN split s ON s.city_id = w.city_id AND s.set_id = w.set_id AND s.indicator_id = w.indicator_id AND s.law = 'ADDITIVE'
    JOIN target_set t ON t.city_id = w.city_id AND t.id = w.set_id AND t.status = 'ISSUED'
    LEFT JOIN target_line l ON l.city_id = w.city_id AND l.set_id = w.set_id AND l.indicator_id = w.indicator_id
      AND l.until_edition IS NULL AND (l.year = w.year OR (w.cumulative AND l.year < w.year))
    WHERE w.city_id = NEW.city_id AND w.set_id = concerned
    GROUP BY w.indicator_id, w.year, w.operator, w.target
    HAVING w.target <> coalesce(sum(l.value), 0)
  LOOP
    IF (gap.residual > 0 OR gap.operator IN ('EXACTLY', 'ABOUT')) AND gap.residual IS DISTINCT FROM (
      SELECT h.residual FROM residual_holding h
      WHERE h.city_id = NEW.city_id AND h.set_id = concerned AND h.indicator_id = gap.indicator_id AND h.year = gap.year
        AND h.signed_by IS NOT NULL
      ORDER BY h.id DESC LIMIT 1) THEN
      RAISE EXCEPTION 'the parts of an issued split leave % in %', gap.residual, gap.year USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_sums_at_issue AFTER UPDATE ON target_set DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'ISSUED') EXECUTE FUNCTION guard_sums();
CREATE CONSTRAINT TRIGGER guard_sums_at_amendment AFTER INSERT OR UPDATE ON target_line DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.amendment_id IS NOT NULL OR NEW.status = 'SUPERSEDED') EXECUTE FUNCTION guard_sums();

-- What the sums are checked against stays once the set has left its draft.
CREATE FUNCTION guard_split() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF NOT EXISTS (
    SELECT FROM target_set s WHERE s.city_id = part.city_id AND s.id = part.set_id AND s.status = 'DRAFT') THEN
    RAISE EXCEPTION 'a split is made in a draft' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;
CREATE TRIGGER guard_split BEFORE INSERT OR UPDATE OR DELETE ON split FOR EACH ROW EXECUTE FUNCTION guard_split();
CREATE TRIGGER guard_split_whole BEFORE INSERT OR UPDATE OR DELETE ON split_whole FOR EACH ROW EXECUTE FUNCTION guard_split();

CREATE FUNCTION guard_residual_holding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_by IS NOT NULL OR (NEW.set_id, NEW.indicator_id, NEW.year, NEW.residual, NEW.unit_id, NEW.named_by)
    IS DISTINCT FROM (OLD.set_id, OLD.indicator_id, OLD.year, OLD.residual, OLD.unit_id, OLD.named_by) THEN
    RAISE EXCEPTION 'a holding is signed as it was named, once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_residual_holding BEFORE UPDATE ON residual_holding FOR EACH ROW EXECUTE FUNCTION guard_residual_holding();

CREATE FUNCTION guard_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('EFFECTIVE', 'REFUSED', 'WITHDRAWN') THEN
    RAISE EXCEPTION 'an amendment that is over stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status <> 'DRAFT' AND (NEW.cause, NEW.reason, NEW.evidence, NEW.effective_from, NEW.author_id)
    IS DISTINCT FROM (OLD.cause, OLD.reason, OLD.evidence, OLD.effective_from, OLD.author_id) THEN
    RAISE EXCEPTION 'an amendment is written in a draft' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status IN ('APPROVED', 'EFFECTIVE') AND NEW.status <> OLD.status AND EXISTS (
    SELECT FROM target_set s JOIN round r ON r.city_id = s.city_id AND r.programme_id = s.programme_id
    WHERE s.city_id = NEW.city_id AND s.id = NEW.set_id AND r.period >= NEW.effective_from AND r.edit_end_at <= NEW.since) THEN
    RAISE EXCEPTION 'an amendment never reaches into an assessed quarter' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_amendment BEFORE UPDATE ON target_amendment FOR EACH ROW EXECUTE FUNCTION guard_amendment();

CREATE FUNCTION guard_amendment_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change amendment_change := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF NOT EXISTS (
    SELECT FROM target_amendment a
    WHERE a.city_id = change.city_id AND a.id = change.amendment_id AND a.status = 'DRAFT') THEN
    RAISE EXCEPTION 'an amendment is written in a draft' USING ERRCODE = 'check_violation';
  END IF;
  RETURN change;
END $$;
CREATE TRIGGER guard_amendment_change BEFORE INSERT OR UPDATE OR DELETE ON amendment_change
  FOR EACH ROW EXECUTE FUNCTION guard_amendment_change();
