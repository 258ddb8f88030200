-- Whose turn it is, since when and until when: one clock for each turn of a return, with its pauses; and what timeliness counts.

CREATE TABLE return_clock (
  city_id    smallint    NOT NULL REFERENCES city,
  id         uuid        NOT NULL,
  version    integer     NOT NULL,
  return_id  uuid        NOT NULL,
  turn       text        NOT NULL CHECK (turn IN ('FILL', 'SIGN', 'CORRECT', 'REVIEW_1', 'REVIEW_2')),
  started_at timestamptz NOT NULL,
  due_at     timestamptz NOT NULL,
  ended_at   timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id),
  CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX return_clock_runs_once ON return_clock (city_id, return_id) WHERE ended_at IS NULL;
CREATE INDEX return_clock_of_return ON return_clock (city_id, return_id, started_at);
CREATE INDEX return_clock_running ON return_clock (city_id, due_at) WHERE ended_at IS NULL;
SELECT protect_city_table('return_clock', 'SELECT, INSERT, UPDATE');

CREATE TABLE clock_pause (
  city_id    smallint    NOT NULL REFERENCES city,
  id         uuid        NOT NULL,
  version    integer     NOT NULL,
  clock_id   uuid        NOT NULL,
  paused_at  timestamptz NOT NULL,
  paused_by  uuid        NOT NULL,
  reason     text        NOT NULL CHECK (reason <> ''),
  resumed_at timestamptz,
  resumed_by uuid,
  days       integer     CHECK (days >= 0),
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, clock_id) REFERENCES return_clock (city_id, id),
  FOREIGN KEY (city_id, paused_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, resumed_by) REFERENCES person (city_id, id),
  CHECK (resumed_at >= paused_at),
  CHECK ((resumed_at IS NULL) = (days IS NULL)),
  CHECK (resumed_by IS NULL OR resumed_at IS NOT NULL)
);
COMMENT ON COLUMN clock_pause.days IS 'the working days by which the pause moved the deadline';
CREATE UNIQUE INDEX clock_pause_once_at_a_time ON clock_pause (city_id, clock_id) WHERE resumed_at IS NULL;
CREATE INDEX clock_pause_of_clock ON clock_pause (city_id, clock_id, paused_at);
SELECT protect_city_table('clock_pause', 'SELECT, INSERT, UPDATE');

-- Where a pause has moved a return's own dates, and what the rates of a round are counted from.
ALTER TABLE quarterly_return
  ADD COLUMN clock_paused     boolean NOT NULL DEFAULT false,
  ADD COLUMN moved_due_at     timestamptz,
  ADD COLUMN moved_entry_end_at timestamptz,
  ADD COLUMN reported_at      timestamptz,
  ADD COLUMN reported_in_time boolean NOT NULL DEFAULT false,
  ADD COLUMN cells_asked      integer NOT NULL DEFAULT 0 CHECK (cells_asked >= 0),
  ADD COLUMN cells_filled     integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT cells_filled_of_asked CHECK (cells_filled BETWEEN 0 AND cells_asked),
  ADD CONSTRAINT in_time_is_reported CHECK (NOT reported_in_time OR reported_at IS NOT NULL);
COMMENT ON COLUMN quarterly_return.reported_at IS 'the first certification that was not recalled';
COMMENT ON COLUMN quarterly_return.cells_filled IS 'figures given in the latest certified version';

-- What is there already: this migration is no city's, so the owner's own rows are opened to it for a moment.
ALTER TABLE quarterly_return NO FORCE ROW LEVEL SECURITY;
ALTER TABLE return_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE return_version NO FORCE ROW LEVEL SECURITY;
ALTER TABLE round NO FORCE ROW LEVEL SECURITY;
ALTER TABLE return_clock NO FORCE ROW LEVEL SECURITY;

UPDATE quarterly_return r SET cells_asked = l.asked, cells_filled = CASE WHEN r.submissions > 0 THEN l.filled ELSE 0 END
FROM (SELECT city_id, return_id, count(*) AS asked, count(*) FILTER (WHERE value IS NOT NULL OR wording IS NOT NULL) AS filled
      FROM return_line GROUP BY city_id, return_id) l
WHERE l.city_id = r.city_id AND l.return_id = r.id;

UPDATE quarterly_return r SET reported_at = v.certified_at, reported_in_time = v.timely
FROM return_version v
WHERE v.city_id = r.city_id AND v.return_id = r.id AND v.number = 1 AND r.certified_at IS NOT NULL;

INSERT INTO return_clock (city_id, id, version, return_id, turn, started_at, due_at)
SELECT r.city_id, uuidv7(), 0, r.id,
  CASE WHEN r.status = 'AWAITING_SIGN_OFF' THEN 'SIGN'
       WHEN r.status = 'SUBMITTED' OR r.status = 'IN_REVIEW' AND r.review_level < 2 THEN 'REVIEW_1'
       WHEN r.status = 'IN_REVIEW' THEN 'REVIEW_2'
       WHEN r.correct_until IS NOT NULL THEN 'CORRECT' ELSE 'FILL' END,
  r.since,
  CASE WHEN r.status IN ('SUBMITTED', 'IN_REVIEW') THEN d.edit_end_at ELSE coalesce(r.correct_until, d.due_at) END
FROM quarterly_return r JOIN round d ON d.city_id = r.city_id AND d.id = r.round_id
WHERE r.status IN ('OPEN', 'DRAFT', 'AWAITING_SIGN_OFF', 'SUBMITTED', 'IN_REVIEW', 'RETURNED');

ALTER TABLE quarterly_return FORCE ROW LEVEL SECURITY;
ALTER TABLE return_line FORCE ROW LEVEL SECURITY;
ALTER TABLE return_version FORCE ROW LEVEL SECURITY;
ALTER TABLE round FORCE ROW LEVEL SECURITY;
ALTER TABLE return_clock FORCE ROW LEVEL SECURITY;
