-- Rounds (报送批次), returns (报表) with their lines, findings, frozen versions and steps, and the roll-ups kept with them.

CREATE TABLE round (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  programme_id uuid        NOT NULL,
  period       integer     NOT NULL,
  opens_at     timestamptz NOT NULL,
  due_at       timestamptz NOT NULL,
  entry_end_at timestamptz NOT NULL,
  edit_end_at  timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, period),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  CHECK (opens_at < due_at AND due_at <= entry_end_at AND entry_end_at <= edit_end_at)
);
COMMENT ON COLUMN round.period IS 'the quarter as year * 4 + number - 1';
SELECT protect_city_table('round', 'SELECT, INSERT, UPDATE');

CREATE TABLE quarterly_return (
  city_id            smallint    NOT NULL REFERENCES city,
  id                 uuid        NOT NULL,
  version            integer     NOT NULL,
  round_id           uuid        NOT NULL,
  unit_id            uuid        NOT NULL,
  status             text        NOT NULL CHECK (status IN ('SCHEDULED', 'OPEN', 'DRAFT', 'AWAITING_SIGN_OFF', 'SUBMITTED',
                       'IN_REVIEW', 'RETURNED', 'ACCEPTED', 'LOCKED', 'MISSED', 'WAIVED')),
  since              timestamptz NOT NULL,
  review_level       integer     NOT NULL CHECK (review_level BETWEEN 0 AND 2),
  prepared_by        uuid,
  certified_by       uuid,
  certified_at       timestamptz,
  first_reviewed_by  uuid,
  accepted_by        uuid,
  accepted_at        timestamptz,
  correct_until      timestamptz,
  waiver_reason      text,
  waiver_proposed_by uuid,
  waived_by          uuid,
  submissions        integer     NOT NULL CHECK (submissions >= 0),
  valid_version_id   uuid,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, round_id, unit_id),
  FOREIGN KEY (city_id, round_id) REFERENCES round (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  CONSTRAINT certifier_is_not_preparer CHECK (certified_by <> prepared_by),
  CONSTRAINT reviewer_is_not_reporter CHECK (
    accepted_by <> prepared_by AND accepted_by <> certified_by
    AND first_reviewed_by <> prepared_by AND first_reviewed_by <> certified_by),
  CONSTRAINT waiver_takes_two CHECK (waived_by <> waiver_proposed_by)
);
CREATE INDEX quarterly_return_by_unit ON quarterly_return (city_id, unit_id, status);
CREATE INDEX quarterly_return_by_status ON quarterly_return (city_id, status);
SELECT protect_city_table('quarterly_return', 'SELECT, INSERT, UPDATE');

CREATE TABLE return_line (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  return_id    uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  item         text     NOT NULL CHECK (item IN ('VALUE', 'NUMERATOR', 'DENOMINATOR', 'TEXT', 'MILESTONE')),
  position     integer  NOT NULL,
  value        numeric,
  wording      text,
  note         text     NOT NULL,
  value_edition integer NOT NULL,
  note_edition integer  NOT NULL,
  to_correct   boolean  NOT NULL,
  entered_by   uuid,
  entered_at   timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, return_id, indicator_id, item),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  CHECK (wording IS NULL OR item = 'TEXT'),
  CHECK (value IS NULL OR item <> 'TEXT'),
  CHECK (item <> 'MILESTONE' OR value IN (0, 1))
);
COMMENT ON COLUMN return_line.value_edition IS 'how often the value was written: what a writer saw, so that two do not overwrite each other';
SELECT protect_city_table('return_line', 'SELECT, INSERT, UPDATE');

CREATE TABLE finding (
  city_id        smallint NOT NULL REFERENCES city,
  id             uuid     NOT NULL,
  version        integer  NOT NULL,
  return_id      uuid     NOT NULL,
  indicator_id   uuid     NOT NULL,
  item           text     NOT NULL,
  rule           text     NOT NULL,
  finding_class  text     NOT NULL CHECK (finding_class IN ('A', 'B', 'C', 'D')),
  arguments      text[]   NOT NULL,
  explanation    text     NOT NULL,
  explained_by   uuid,
  verdict        text     CHECK (verdict IN ('ACCEPTED', 'DOUBTED')),
  verdict_by     uuid,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, return_id, indicator_id, item, rule),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);
SELECT protect_city_table('finding', 'SELECT, INSERT, UPDATE, DELETE');

-- One row for each certified version, never changed: the content as it was signed, and its hash.
CREATE TABLE return_version (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  return_id    uuid        NOT NULL,
  number       integer     NOT NULL CHECK (number > 0),
  receipt      text        NOT NULL,
  content      text        NOT NULL,
  hash         text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  prepared_by  uuid        NOT NULL,
  certified_by uuid        NOT NULL,
  certified_at timestamptz NOT NULL,
  timely       boolean     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, return_id, number),
  UNIQUE (city_id, receipt),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id),
  CONSTRAINT version_certifier_is_not_preparer CHECK (certified_by <> prepared_by)
);
SELECT protect_city_table('return_version', 'SELECT, INSERT');
ALTER TABLE quarterly_return ADD FOREIGN KEY (city_id, valid_version_id) REFERENCES return_version (city_id, id);

-- Every change of state, in order.
CREATE TABLE return_step (
  city_id     smallint    NOT NULL REFERENCES city,
  id          uuid        NOT NULL,
  version     integer     NOT NULL,
  return_id   uuid        NOT NULL,
  action      text        NOT NULL,
  from_status text        NOT NULL,
  to_status   text        NOT NULL,
  person_id   uuid,
  at          timestamptz NOT NULL,
  reason_code text,
  reason      text        NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id)
);
CREATE INDEX return_step_of_return ON return_step (city_id, return_id, at);
SELECT protect_city_table('return_step', 'SELECT, INSERT');

-- The figure that counts: one for each indicator, item, unit and quarter, from the accepted version.
CREATE TABLE figure (
  city_id      smallint NOT NULL REFERENCES city,
  programme_id uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  item         text     NOT NULL,
  unit_id      uuid     NOT NULL,
  period       integer  NOT NULL,
  id           uuid     NOT NULL,
  value        numeric,
  wording      text,
  version_id   uuid     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, indicator_id, item, period, unit_id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, version_id) REFERENCES return_version (city_id, id)
);
CREATE INDEX figure_of_unit ON figure (city_id, unit_id, programme_id, period);
CREATE INDEX figure_of_version ON figure (city_id, version_id);
SELECT protect_city_table('figure', 'SELECT, INSERT, DELETE');

-- Totals over units: what was folded, and what was added since. A total is the sum of both.
CREATE TABLE figure_total (
  city_id      smallint NOT NULL REFERENCES city,
  programme_id uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  item         text     NOT NULL,
  period       integer  NOT NULL,
  id           uuid     NOT NULL,
  value        numeric  NOT NULL,
  units        integer  NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, indicator_id, item, period),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);
SELECT protect_city_table('figure_total', 'SELECT, INSERT, UPDATE');

CREATE TABLE figure_delta (
  city_id      smallint NOT NULL REFERENCES city,
  programme_id uuid     NOT NULL,
  indicator_id uuid     NOT NULL,
  item         text     NOT NULL,
  period       integer  NOT NULL,
  id           uuid     NOT NULL,
  value        numeric  NOT NULL,
  units        integer  NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);
CREATE INDEX figure_delta_of_programme ON figure_delta (city_id, programme_id);
SELECT protect_city_table('figure_delta', 'SELECT, INSERT, DELETE');

-- How an indicator stood when a return was accepted, with the rule that said so; a later rule never repaints it.
CREATE TABLE frozen_rating (
  city_id      smallint    NOT NULL REFERENCES city,
  programme_id uuid        NOT NULL,
  indicator_id uuid        NOT NULL,
  period       integer     NOT NULL,
  id           uuid        NOT NULL,
  at           timestamptz NOT NULL,
  version_id   uuid        NOT NULL,
  rule         text        NOT NULL,
  light        text        NOT NULL CHECK (light IN ('GREEN', 'YELLOW', 'RED', 'GREY')),
  completion   numeric,
  expected     numeric,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, version_id) REFERENCES return_version (city_id, id)
);
CREATE INDEX frozen_rating_of_indicator ON frozen_rating (city_id, indicator_id, period, id);
SELECT protect_city_table('frozen_rating', 'SELECT, INSERT');
