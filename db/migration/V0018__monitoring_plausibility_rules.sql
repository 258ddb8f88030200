-- Plausibility rules (校验规则) as data, the codes of explanations, and findings that name both.

CREATE TABLE explanation_reason (
  city_id    smallint NOT NULL REFERENCES city,
  id         uuid     NOT NULL,
  version    integer  NOT NULL,
  code       text     NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
  position   integer  NOT NULL CHECK (position > 0),
  name_zh    text     NOT NULL CHECK (name_zh <> ''),
  name_en    text     NOT NULL CHECK (name_en <> ''),
  retired_at timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, code)
);
COMMENT ON TABLE explanation_reason IS 'why a figure is unusual, to choose from; never taken away, because findings name it';

CREATE TABLE plausibility_rule (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  version       integer     NOT NULL,
  number        integer     NOT NULL CHECK (number > 0),
  edition       integer     NOT NULL CHECK (edition > 0),
  name          text        NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('CHANGE_BOUND', 'UNIT_SLIP', 'CHANGE_YEAR', 'SAME_AS_LAST_QUARTER',
                  'ZERO_AFTER_NONZERO', 'OUT_OF_RANGE', 'EXCEEDS_OTHER', 'PARTS_NOT_WHOLE', 'UNUSUAL_FOR_UNIT', 'UNUSUAL_AMONG_PEERS')),
  finding_class text        NOT NULL CHECK (finding_class IN ('B', 'C', 'D')),
  programme_id  uuid,
  subject_id    uuid,
  subject_item  text        CHECK (subject_item IN ('VALUE', 'NUMERATOR', 'DENOMINATOR')),
  other_id      uuid,
  other_item    text        CHECK (other_item IN ('VALUE', 'NUMERATOR', 'DENOMINATOR')),
  third_id      uuid,
  third_item    text        CHECK (third_item IN ('VALUE', 'NUMERATOR', 'DENOMINATOR')),
  threshold     numeric     CHECK (threshold >= 0),
  lower_bound   numeric,
  upper_bound   numeric,
  least         integer     NOT NULL CHECK (least >= 0),
  message       text        NOT NULL,
  owner_unit_id uuid,
  valid_from    integer,
  valid_until   integer,
  status        text        NOT NULL CHECK (status IN ('DRAFT', 'TESTED', 'IN_FORCE', 'RETIRED')),
  since         timestamptz NOT NULL,
  made_by       uuid,
  made_at       timestamptz NOT NULL,
  tried_by      uuid,
  tried_at      timestamptz,
  enforced_by   uuid,
  enforced_at   timestamptz,
  retired_by    uuid,
  retired_at    timestamptz,
  retire_reason text        NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, number, edition),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, subject_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, other_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, third_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, owner_unit_id) REFERENCES unit (city_id, id),
  CHECK (lower_bound <= upper_bound),
  CHECK (subject_id IS NULL OR programme_id IS NOT NULL),
  CONSTRAINT rule_enforcer_is_not_maker CHECK (enforced_by <> made_by),
  CONSTRAINT rule_in_force_was_tried_and_enforced CHECK (
    status <> 'IN_FORCE' OR made_by IS NULL OR (tried_at IS NOT NULL AND enforced_by IS NOT NULL)),
  CONSTRAINT rule_of_nobody_is_usual CHECK (made_by IS NOT NULL OR (edition = 1 AND name = '' AND subject_id IS NULL))
);
COMMENT ON COLUMN plausibility_rule.valid_from IS 'the first quarter it judges, as year * 4 + number - 1; absent: from the beginning';
COMMENT ON COLUMN plausibility_rule.valid_until IS 'the first quarter that a newer edition judges instead';
CREATE UNIQUE INDEX plausibility_rule_in_force ON plausibility_rule (city_id, number) WHERE status = 'IN_FORCE';
CREATE UNIQUE INDEX plausibility_rule_prepared ON plausibility_rule (city_id, number) WHERE status IN ('DRAFT', 'TESTED');

-- How often a rule would have hit in past quarters, when it was tried.
CREATE TABLE rule_trial (
  city_id smallint NOT NULL REFERENCES city,
  id      uuid     NOT NULL,
  version integer  NOT NULL,
  rule_id uuid     NOT NULL,
  period  integer  NOT NULL,
  judged  integer  NOT NULL CHECK (judged >= 0),
  hits    integer  NOT NULL CHECK (hits BETWEEN 0 AND judged),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, rule_id, period),
  FOREIGN KEY (city_id, rule_id) REFERENCES plausibility_rule (city_id, id)
);

ALTER TABLE finding
  ADD COLUMN rule_id uuid,
  ADD COLUMN reason_code text,
  ADD COLUMN verdict_text text NOT NULL DEFAULT '',
  ADD FOREIGN KEY (city_id, rule_id) REFERENCES plausibility_rule (city_id, id),
  ADD FOREIGN KEY (city_id, reason_code) REFERENCES explanation_reason (city_id, code),
  DROP CONSTRAINT finding_city_id_return_id_indicator_id_item_rule_key,
  ADD CONSTRAINT finding_once UNIQUE NULLS NOT DISTINCT (city_id, return_id, indicator_id, item, rule, rule_id);
ALTER TABLE finding ALTER COLUMN verdict_text DROP DEFAULT;
CREATE INDEX finding_of_rule ON finding (city_id, rule_id, return_id);

-- What was fixed in the program becomes rules of each published programme; findings and explanations so far are tied to them.
DO $$
DECLARE c smallint;
BEGIN
  FOR c IN SELECT id FROM city WHERE id <> 0 LOOP
    PERFORM set_config('app.city', c::text, true);
    INSERT INTO explanation_reason
      SELECT c, uuidv7(), 0, code, position, zh, en, NULL FROM (VALUES
        ('POLICY', 1, '政策变化', 'Policy'),
        ('SEASON', 2, '季节因素', 'Season'),
        ('ONE_OFF', 3, '一次性因素', 'One-off'),
        ('DEFINITION', 4, '口径调整', 'Change of definition'),
        ('SOURCE', 5, '数据来源变化', 'Change of source'),
        ('LATE_DATA', 6, '补报', 'Late data'),
        ('CLOSURE', 7, '企业关停', 'Closure of enterprises'),
        ('OTHER', 8, '其他', 'Other')) AS usual (code, position, zh, en);
    INSERT INTO plausibility_rule (city_id, id, version, number, edition, name, kind, finding_class, programme_id, threshold,
        least, message, status, since, made_at, enforced_at, retire_reason)
      SELECT c, uuidv7(), 0, row_number() OVER (ORDER BY p.published_at, p.id, usual.position), 1, '', usual.kind,
        usual.finding_class, p.id, usual.threshold, usual.least, '', 'IN_FORCE', coalesce(p.published_at, now()),
        coalesce(p.published_at, now()), coalesce(p.published_at, now()), ''
      FROM programme p CROSS JOIN (VALUES
        (1, 'CHANGE_BOUND', 'B', NULL::numeric, 0),
        (2, 'UNIT_SLIP', 'C', 1000, 0),
        (3, 'SAME_AS_LAST_QUARTER', 'D', NULL, 1),
        (4, 'ZERO_AFTER_NONZERO', 'D', NULL, 0),
        (5, 'CHANGE_YEAR', 'C', NULL, 0)) AS usual (position, kind, finding_class, threshold, least)
      WHERE p.status <> 'DRAFT';
    UPDATE finding f SET rule_id = (
        SELECT r.id FROM quarterly_return q JOIN round o ON o.city_id = q.city_id AND o.id = q.round_id
        JOIN plausibility_rule r ON r.city_id = o.city_id AND r.programme_id = o.programme_id
        WHERE q.city_id = f.city_id AND q.id = f.return_id AND r.kind = f.rule)
      WHERE f.finding_class <> 'A';
    UPDATE finding SET reason_code = 'OTHER' WHERE explanation <> '';
    UPDATE finding SET arguments = arguments || '1000'::text WHERE rule = 'UNIT_SLIP';
  END LOOP;
  PERFORM set_config('app.city', '', true);
END $$;

SELECT protect_city_table('explanation_reason', 'SELECT, INSERT, UPDATE');
-- What a rule says is never written again: a change is a new edition.
SELECT protect_city_table('plausibility_rule', 'SELECT, INSERT, UPDATE (version, valid_until, status, since, tried_by, tried_at,'
  ' enforced_by, enforced_at, retired_by, retired_at, retire_reason)');
SELECT protect_city_table('rule_trial', 'SELECT, INSERT, DELETE');
