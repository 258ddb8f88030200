-- Report templates (报表表式): versions of the form that a programme's returns are, with their statutory head and their items.
-- A round is opened with the version that asks for its period; a period is a quarter or a month.

CREATE TABLE report_template (
  city_id         smallint    NOT NULL REFERENCES city,
  id              uuid        NOT NULL,
  version         integer     NOT NULL,
  programme_id    uuid        NOT NULL,
  edition         integer     NOT NULL CHECK (edition > 0),
  name            text        NOT NULL CHECK (name <> ''),
  form_code       text        NOT NULL,
  issuer          text        NOT NULL,
  approval_no     text        NOT NULL,
  valid_until     date,
  respondents     text        NOT NULL CHECK (respondents IN ('INSIDE', 'OUTSIDE')),
  frequency       text        NOT NULL CHECK (frequency IN ('MONTH', 'QUARTER')),
  effective_from  integer     NOT NULL CHECK (effective_from BETWEEN 4000 AND 35999),
  effective_until integer     CHECK (effective_until >= effective_from),
  status          text        NOT NULL CHECK (status IN ('DRAFT', 'APPROVED', 'EFFECTIVE', 'SUPERSEDED')),
  since           timestamptz NOT NULL,
  made_by         uuid        NOT NULL,
  made_at         timestamptz NOT NULL,
  approved_by     uuid,
  approved_at     timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, edition),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  CHECK ((frequency = 'MONTH') = (effective_from >= 12000)),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CONSTRAINT template_approver_is_not_maker CHECK (approved_by <> made_by),
  CONSTRAINT template_in_force_was_approved CHECK (status NOT IN ('APPROVED', 'EFFECTIVE') OR approved_at IS NOT NULL),
  CONSTRAINT template_superseded_holds_no_longer CHECK (
    status <> 'SUPERSEDED' OR approved_at IS NULL OR effective_until IS NOT NULL),
  CONSTRAINT template_for_outside_has_a_head CHECK (approved_at IS NULL OR respondents = 'INSIDE'
    OR (form_code <> '' AND issuer <> '' AND approval_no <> '' AND valid_until IS NOT NULL))
);
COMMENT ON COLUMN report_template.effective_from IS 'the first period it asks for: a quarter as year * 4 + number - 1, a month as year * 12 + number - 1';
COMMENT ON COLUMN report_template.effective_until IS 'the first period that a newer edition asks for instead; its own first one where it never asked';
CREATE UNIQUE INDEX report_template_draft ON report_template (city_id, programme_id) WHERE status = 'DRAFT';
CREATE UNIQUE INDEX report_template_from ON report_template (city_id, programme_id, effective_from)
  WHERE approved_at IS NOT NULL AND (effective_until IS NULL OR effective_until > effective_from);

CREATE TABLE template_item (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  template_id  uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  position     integer  NOT NULL CHECK (position > 0),
  frequency    text     NOT NULL CHECK (frequency IN ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, template_id, indicator_id),
  FOREIGN KEY (city_id, template_id) REFERENCES report_template (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);

-- What a version says is never written again: a change is a new edition.
SELECT protect_city_table('report_template',
  'SELECT, INSERT, UPDATE (version, effective_until, status, since, approved_by, approved_at)');
SELECT protect_city_table('template_item', 'SELECT, INSERT');

CREATE FUNCTION items_are_written_with_the_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM report_template t
    WHERE t.city_id = NEW.city_id AND t.id = NEW.template_id AND t.status = 'DRAFT') THEN
    RAISE EXCEPTION 'items are added to a draft only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER items_are_written_with_the_draft BEFORE INSERT ON template_item
  FOR EACH ROW EXECUTE FUNCTION items_are_written_with_the_draft();

-- Two versions of one programme never ask for the same period.
CREATE FUNCTION template_versions_do_not_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.approved_at IS NOT NULL AND EXISTS (SELECT FROM report_template t
    WHERE t.city_id = NEW.city_id AND t.programme_id = NEW.programme_id AND t.id <> NEW.id AND t.approved_at IS NOT NULL
      AND int4range(t.effective_from, t.effective_until) && int4range(NEW.effective_from, NEW.effective_until)) THEN
    RAISE EXCEPTION 'two versions of a template would ask for one period' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER template_versions_do_not_overlap AFTER INSERT OR UPDATE ON report_template
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION template_versions_do_not_overlap();

ALTER TABLE round
  ADD COLUMN template_id uuid,
  ADD FOREIGN KEY (city_id, template_id) REFERENCES report_template (city_id, id),
  ADD CHECK (period BETWEEN 4000 AND 35999);
COMMENT ON COLUMN round.period IS 'a quarter as year * 4 + number - 1, a month as year * 12 + number - 1; below 12000 it is a quarter';
COMMENT ON COLUMN round.template_id IS 'the version of the form that asks; absent where the programme had none for the period';

-- A round asks with the version that holds for its period, and outside respondents never without a head, nobody after its last day.
CREATE FUNCTION round_asks_with_the_form_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE form report_template;
DECLARE last_day date;
BEGIN
  SELECT * INTO form FROM report_template t
    WHERE t.city_id = NEW.city_id AND t.programme_id = NEW.programme_id AND t.approved_at IS NOT NULL
      AND int4range(t.effective_from, t.effective_until) @> NEW.period;
  IF NEW.template_id IS DISTINCT FROM form.id THEN
    RAISE EXCEPTION 'a round asks with the form in force' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  last_day := CASE WHEN NEW.period < 12000
    THEN make_date(NEW.period / 4, NEW.period % 4 * 3 + 1, 1) + interval '3 months - 1 day'
    ELSE make_date(NEW.period / 12, NEW.period % 12 + 1, 1) + interval '1 month - 1 day' END;
  IF form.valid_until < last_day THEN
    RAISE EXCEPTION 'the form is no longer valid' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_asks_with_the_form_in_force BEFORE INSERT OR UPDATE OF programme_id, period, template_id ON round
  FOR EACH ROW EXECUTE FUNCTION round_asks_with_the_form_in_force();
