-- Amendments (更正): a locked or missed return is reopened for named lines, for a while, by two persons; what counted goes on
-- counting until the new version is accepted. With them the guards that make a figure its unit's own, and a state its history's.

-- 1. What moves leaves a step (G13). The n-th move of a thing is its n-th step, written in the same transaction.

ALTER TABLE quarterly_return ADD COLUMN moves integer NOT NULL DEFAULT 0 CHECK (moves >= 0);
ALTER TABLE return_step
  ADD COLUMN number integer NOT NULL DEFAULT 0,
  ADD COLUMN written_in xid8 NOT NULL DEFAULT pg_current_xact_id();

-- 2. Reopening, and whose figures they are.

ALTER TABLE quarterly_return
  ADD COLUMN reopened_by     uuid,
  ADD COLUMN reopened_until  timestamptz,
  ADD COLUMN reopened_lines  uuid[],
  ADD COLUMN reopened_reason text,
  ADD CONSTRAINT return_of_unit UNIQUE (city_id, id, unit_id),
  ADD CONSTRAINT reopened_whole CHECK (num_nulls(reopened_by, reopened_until, reopened_lines, reopened_reason) IN (0, 4)),
  ADD CONSTRAINT reopened_is_on_its_way CHECK (reopened_by IS NULL OR status IN ('DRAFT', 'AWAITING_SIGN_OFF', 'SUBMITTED',
    'IN_REVIEW', 'RETURNED', 'ACCEPTED'));
COMMENT ON COLUMN quarterly_return.reopened_by IS 'the amendment that reopened it, until it is accepted or locked again';

ALTER TABLE return_line ADD COLUMN entered_for uuid;
COMMENT ON COLUMN return_line.entered_for IS 'the unit in whose name it was entered: always the one whose return it is';

-- A migration is bound to a city like everybody else.
DO $$
DECLARE one smallint;
BEGIN
  FOR one IN SELECT id FROM city LOOP
    PERFORM set_config('app.city', one::text, true);
    UPDATE return_step s SET number = n.number
    FROM (SELECT id, row_number() OVER (PARTITION BY return_id ORDER BY at, id) AS number FROM return_step) n WHERE n.id = s.id;
    UPDATE quarterly_return r SET moves = (SELECT count(*) FROM return_step s WHERE s.return_id = r.id);
    UPDATE return_line l SET entered_for = r.unit_id FROM quarterly_return r WHERE r.id = l.return_id AND l.entered_by IS NOT NULL;
  END LOOP;
  PERFORM set_config('app.city', '', true);
END $$;

ALTER TABLE quarterly_return ALTER COLUMN moves DROP DEFAULT;
ALTER TABLE return_step ALTER COLUMN number DROP DEFAULT, ADD CONSTRAINT return_step_once UNIQUE (city_id, return_id, number);
ALTER TABLE return_line
  ADD CONSTRAINT entered_by_its_unit FOREIGN KEY (city_id, return_id, entered_for) REFERENCES quarterly_return (city_id, id, unit_id),
  ADD CONSTRAINT entered_whole CHECK (num_nulls(entered_by, entered_for, entered_at) IN (0, 3));

-- The version that counts is one of the return's own.
ALTER TABLE return_version ADD CONSTRAINT version_of_return UNIQUE (city_id, id, return_id);
ALTER TABLE quarterly_return ADD CONSTRAINT valid_version_is_its_own
  FOREIGN KEY (city_id, valid_version_id, id) REFERENCES return_version (city_id, id, return_id);

-- 3. Amendments.

CREATE TABLE amendment (
  city_id           smallint    NOT NULL REFERENCES city,
  id                uuid        NOT NULL,
  version           integer     NOT NULL,
  moves             integer     NOT NULL CHECK (moves >= 0),
  return_id         uuid        NOT NULL,
  unit_id           uuid        NOT NULL,
  period            integer     NOT NULL,
  kind              text        NOT NULL CHECK (kind IN ('ERROR', 'LATE_DATA', 'DEFINITION', 'LATE_ENTRY')),
  status            text        NOT NULL CHECK (status IN ('DRAFT', 'REQUESTED', 'OPEN', 'RESUBMITTED', 'COMPLETED', 'REFUSED',
                      'LAPSED', 'WITHDRAWN')),
  since             timestamptz NOT NULL,
  cause             text        NOT NULL CHECK (cause IN ('TRANSCRIPTION', 'UNIT_OF_MEASURE', 'SOURCE', 'SCOPE', 'FINAL_FIGURE',
                      'DEFINITION_CHANGED', 'NOT_REPORTED', 'OTHER')),
  reason            text        NOT NULL,
  evidence          text        NOT NULL,
  requested_by      uuid        NOT NULL,
  requested_at      timestamptz,
  impact_edition    integer     NOT NULL,
  acknowledged      integer,
  decided_by        uuid,
  decided_at        timestamptz,
  expires_at        timestamptz,
  sent_back         boolean     NOT NULL,
  extended_by       uuid,
  base_version_id   uuid,
  result_version_id uuid,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, id, return_id),
  FOREIGN KEY (city_id, return_id, unit_id) REFERENCES quarterly_return (city_id, id, unit_id),
  FOREIGN KEY (city_id, base_version_id, return_id) REFERENCES return_version (city_id, id, return_id),
  FOREIGN KEY (city_id, result_version_id, return_id) REFERENCES return_version (city_id, id, return_id),
  FOREIGN KEY (city_id, requested_by) REFERENCES person,
  FOREIGN KEY (city_id, decided_by) REFERENCES person,
  FOREIGN KEY (city_id, extended_by) REFERENCES person,
  CONSTRAINT approver_is_not_requester CHECK (decided_by <> requested_by),
  CONSTRAINT extender_is_not_requester CHECK (extended_by <> requested_by),
  CONSTRAINT requested_with_words CHECK (status IN ('DRAFT', 'WITHDRAWN')
    OR (requested_at IS NOT NULL AND evidence <> '' AND (reason <> '' OR kind = 'LATE_DATA'))),
  CONSTRAINT approved_knowingly CHECK (status NOT IN ('OPEN', 'RESUBMITTED', 'COMPLETED', 'LAPSED')
    OR (decided_by IS NOT NULL AND expires_at IS NOT NULL AND acknowledged = impact_edition)),
  CONSTRAINT refused_by_somebody CHECK (status <> 'REFUSED' OR decided_by IS NOT NULL),
  CONSTRAINT completed_with_a_version CHECK (status <> 'COMPLETED' OR result_version_id IS NOT NULL)
);
CREATE UNIQUE INDEX amendment_alive_once ON amendment (city_id, return_id) WHERE status IN ('REQUESTED', 'OPEN', 'RESUBMITTED');
CREATE INDEX amendment_by_status ON amendment (city_id, status, since);
COMMENT ON COLUMN amendment.period IS 'the quarter as year * 4 + number - 1';
COMMENT ON COLUMN amendment.impact_edition IS 'which list of affected objects is the newest; approval names the one that was read';
SELECT protect_city_table('amendment', 'SELECT, INSERT, UPDATE');

ALTER TABLE quarterly_return ADD CONSTRAINT reopened_by_an_amendment
  FOREIGN KEY (city_id, reopened_by, id) REFERENCES amendment (city_id, id, return_id);

-- What may be changed, and what became of it.
CREATE TABLE amendment_line (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  amendment_id uuid     NOT NULL,
  line_id      uuid     NOT NULL,
  position     integer  NOT NULL,
  old_value    numeric,
  old_wording  text,
  new_value    numeric,
  new_wording  text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, amendment_id, line_id),
  FOREIGN KEY (city_id, amendment_id) REFERENCES amendment (city_id, id),
  FOREIGN KEY (city_id, line_id) REFERENCES return_line (city_id, id)
);
SELECT protect_city_table('amendment_line', 'SELECT, INSERT, UPDATE, DELETE');

-- What used the figures when it was asked for; a newer list has a higher edition.
CREATE TABLE amendment_impact (
  city_id      smallint NOT NULL REFERENCES city,
  id           uuid     NOT NULL,
  version      integer  NOT NULL,
  amendment_id uuid     NOT NULL,
  edition      integer  NOT NULL,
  position     integer  NOT NULL,
  kind         text     NOT NULL,
  indicator_id uuid,
  period       integer,
  object_id    uuid,
  label        text     NOT NULL,
  path         text     NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, amendment_id, edition, position),
  FOREIGN KEY (city_id, amendment_id) REFERENCES amendment (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id)
);
SELECT protect_city_table('amendment_impact', 'SELECT, INSERT');

CREATE TABLE amendment_step (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  amendment_id uuid        NOT NULL,
  number       integer     NOT NULL,
  action       text        NOT NULL,
  from_status  text        NOT NULL,
  to_status    text        NOT NULL,
  person_id    uuid,
  at           timestamptz NOT NULL,
  reason       text        NOT NULL,
  written_in   xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, amendment_id, number),
  FOREIGN KEY (city_id, amendment_id) REFERENCES amendment (city_id, id)
);
SELECT protect_city_table('amendment_step', 'SELECT, INSERT');

-- A figure that had counted and was replaced (数据更正说明): what it was, what it is, and why.
CREATE TABLE restatement (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  programme_id   uuid        NOT NULL,
  indicator_id   uuid        NOT NULL,
  item           text        NOT NULL,
  unit_id        uuid        NOT NULL,
  period         integer     NOT NULL,
  return_id      uuid        NOT NULL,
  amendment_id   uuid        NOT NULL,
  old_version_id uuid,
  new_version_id uuid        NOT NULL,
  old_value      numeric,
  old_wording    text,
  new_value      numeric,
  new_wording    text,
  reason         text        NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, new_version_id, indicator_id, item),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, return_id, unit_id) REFERENCES quarterly_return (city_id, id, unit_id),
  FOREIGN KEY (city_id, amendment_id, return_id) REFERENCES amendment (city_id, id, return_id),
  FOREIGN KEY (city_id, old_version_id, return_id) REFERENCES return_version (city_id, id, return_id),
  FOREIGN KEY (city_id, new_version_id, return_id) REFERENCES return_version (city_id, id, return_id)
);
CREATE INDEX restatement_of_programme ON restatement (city_id, programme_id, at);
CREATE INDEX restatement_of_indicator ON restatement (city_id, indicator_id, at);
CREATE INDEX restatement_of_return ON restatement (city_id, return_id, at);
SELECT protect_city_table('restatement', 'SELECT, INSERT');

-- 4. The guards.

-- A thing begins at its first state, without a move; arguments: that state.
CREATE FUNCTION begins_unmoved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> TG_ARGV[0] OR NEW.moves <> 0 THEN
    RAISE EXCEPTION '% begins as %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'check_violation', CONSTRAINT = 'begins_unmoved';
  END IF;
  RETURN NEW;
END $$;

-- A change of state has its step, or a chain of them, in the same transaction; arguments: the steps' table, its reference.
CREATE FUNCTION moves_are_written() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE written boolean;
BEGIN
  EXECUTE format($q$
    SELECT count(*) = $4 - $3 AND bool_and(step.from_status = step.before)
      AND (array_agg(step.to_status ORDER BY step.number DESC))[1] = $6
    FROM (SELECT number, from_status, to_status, lag(to_status, 1, $5) OVER (ORDER BY number) AS before FROM %I
          WHERE city_id = $1 AND %I = $2 AND number > $3 AND number <= $4 AND written_in = pg_current_xact_id()) step
    $q$, TG_ARGV[0], TG_ARGV[1])
  INTO written USING NEW.city_id, NEW.id, OLD.moves, NEW.moves, OLD.status, NEW.status;
  IF written IS NOT TRUE THEN
    RAISE EXCEPTION '% went from % to % without a step', TG_TABLE_NAME, OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'moves_are_written';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER begins_unmoved BEFORE INSERT ON quarterly_return FOR EACH ROW EXECUTE FUNCTION begins_unmoved('SCHEDULED');
CREATE CONSTRAINT TRIGGER moves_are_written AFTER UPDATE ON quarterly_return DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.moves <> NEW.moves)
  EXECUTE FUNCTION moves_are_written('return_step', 'return_id');
CREATE TRIGGER begins_unmoved BEFORE INSERT ON amendment FOR EACH ROW EXECUTE FUNCTION begins_unmoved('DRAFT');
CREATE CONSTRAINT TRIGGER moves_are_written AFTER UPDATE ON amendment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.moves <> NEW.moves)
  EXECUTE FUNCTION moves_are_written('amendment_step', 'amendment_id');

-- Whether somebody holds a role for a unit on a day: in it, or in a unit above it; appointed, or for somebody who is.
CREATE FUNCTION holds_role(in_city smallint, whose uuid, what text, for_unit uuid, day date) RETURNS boolean
STABLE LANGUAGE sql AS $$
  WITH RECURSIVE above AS (
    SELECT u.id, u.parent_id FROM unit u WHERE u.city_id = in_city AND u.id = for_unit
    UNION
    SELECT u.id, u.parent_id FROM unit u JOIN above ON u.city_id = in_city AND u.id = above.parent_id
  )
  SELECT EXISTS (
    SELECT FROM appointment a JOIN above ON a.unit_id = above.id
    WHERE a.city_id = in_city AND a.role = what AND a.state = 'CONFIRMED'
      AND a.valid_from <= day AND (a.valid_to IS NULL OR a.valid_to >= day)
      AND (a.person_id = whose OR EXISTS (
        SELECT FROM delegation d
        WHERE d.city_id = in_city AND d.appointment_id = a.id AND d.to_person = whose AND d.state = 'IN_FORCE'
          AND day BETWEEN d.starts_on AND d.ends_on)))
$$;

-- Text as it stands in what was signed: the escapes of the portal's own writing.
CREATE FUNCTION signed_field(words text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT replace(replace(replace(replace(words, '\', '\\'), E'\t', '\t'), E'\n', '\n'), E'\r', '\r')
$$;

-- How a cell begins in the text that was signed, up to its note.
CREATE FUNCTION signed_cell(code text, item text, value numeric, wording text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT E'\ncell\t' || code || E'\t' || item || E'\t' || coalesce(value::text, '') || E'\t' || signed_field(coalesce(wording, '')) || E'\t'
$$;

-- Who writes a figure is a preparer of the unit whose return it is (G6); nobody else does, whatever the way. While a return is
-- reopened, only the lines of the amendment, and only until it expires (G7). Only what was signed can be put back otherwise.
CREATE FUNCTION figures_are_their_units() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  report quarterly_return;
  signed text;
  cell   text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.value IS NULL AND NEW.wording IS NULL AND NEW.note = '' AND NEW.entered_by IS NULL THEN
      RETURN NEW;
    END IF;
  ELSE
    IF (NEW.id, NEW.return_id, NEW.indicator_id, NEW.item) IS DISTINCT FROM (OLD.id, OLD.return_id, OLD.indicator_id, OLD.item) THEN
      RAISE EXCEPTION 'a line stays where it was asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'lines_stay';
    END IF;
    IF (NEW.value, NEW.wording, NEW.note, NEW.entered_by, NEW.entered_for, NEW.entered_at)
        IS NOT DISTINCT FROM (OLD.value, OLD.wording, OLD.note, OLD.entered_by, OLD.entered_for, OLD.entered_at) THEN
      RETURN NEW;
    END IF;
  END IF;
  SELECT * INTO report FROM quarterly_return WHERE city_id = NEW.city_id AND id = NEW.return_id;
  IF report.valid_version_id IS NOT NULL THEN
    SELECT v.content, signed_cell(i.code, NEW.item, NEW.value, NEW.wording) || signed_field(NEW.note) INTO signed, cell
    FROM return_version v, indicator i
    WHERE v.city_id = NEW.city_id AND v.id = report.valid_version_id AND i.city_id = NEW.city_id AND i.id = NEW.indicator_id;
    IF strpos(signed, cell || E'\n') > 0 OR strpos(signed, cell || E'\t') > 0 THEN
      RETURN NEW;
    END IF;
  END IF;
  IF report.status NOT IN ('OPEN', 'DRAFT', 'RETURNED') THEN
    RAISE EXCEPTION 'a return that is % is not written', report.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_in_writable_returns';
  END IF;
  IF NEW.entered_by IS NULL OR NOT holds_role(NEW.city_id, NEW.entered_by, 'PREPARER', report.unit_id,
      (NEW.entered_at AT TIME ZONE 'Asia/Shanghai')::date) THEN
    RAISE EXCEPTION 'only a preparer of the unit writes its figures'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_by_their_preparer';
  END IF;
  IF report.reopened_by IS NOT NULL AND NEW.id <> ALL (report.reopened_lines) THEN
    RAISE EXCEPTION 'the amendment does not name this line' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_in_scope';
  END IF;
  IF report.reopened_by IS NOT NULL AND NEW.entered_at >= report.reopened_until THEN
    RAISE EXCEPTION 'the amendment has expired' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_in_time';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER figures_are_their_units BEFORE INSERT OR UPDATE ON return_line FOR EACH ROW
  EXECUTE FUNCTION figures_are_their_units();

-- A figure that counts is one that its unit signed, in the version it names.
CREATE FUNCTION figures_were_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM return_version v
    JOIN quarterly_return r ON r.city_id = v.city_id AND r.id = v.return_id
    JOIN round o ON o.city_id = r.city_id AND o.id = r.round_id
    JOIN indicator i ON i.city_id = v.city_id AND i.id = NEW.indicator_id
    WHERE v.city_id = NEW.city_id AND v.id = NEW.version_id AND r.unit_id = NEW.unit_id
      AND o.programme_id = NEW.programme_id AND o.period = NEW.period
      AND strpos(v.content, signed_cell(i.code, NEW.item, NEW.value, NEW.wording)) > 0) THEN
    RAISE EXCEPTION 'nobody signed this figure' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_were_signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER figures_were_signed BEFORE INSERT ON figure FOR EACH ROW EXECUTE FUNCTION figures_were_signed();

-- What of a return stays, and when its version that counts may be another one.
CREATE FUNCTION returns_keep_faith() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.round_id, NEW.unit_id) IS DISTINCT FROM (OLD.id, OLD.round_id, OLD.unit_id) THEN
    RAISE EXCEPTION 'a return stays its unit''s and its round''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'returns_stay';
  END IF;
  IF NEW.reported_in_time AND NOT OLD.reported_in_time AND (OLD.reported_at IS NOT NULL OR OLD.reopened_by IS NOT NULL) THEN
    RAISE EXCEPTION 'late stays late' USING ERRCODE = 'check_violation', CONSTRAINT = 'late_stays';
  END IF;
  IF OLD.valid_version_id IS NOT NULL AND NEW.valid_version_id IS DISTINCT FROM OLD.valid_version_id
      AND NOT (NEW.valid_version_id IS NULL AND OLD.status = 'ACCEPTED')
      AND NOT (NEW.valid_version_id IS NOT NULL AND OLD.reopened_by IS NOT NULL AND NEW.status IN ('ACCEPTED', 'LOCKED')) THEN
    RAISE EXCEPTION 'what counts goes on counting until another version is accepted'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'valid_version_stays';
  END IF;
  IF OLD.reopened_by IS NULL AND NEW.reopened_by IS NOT NULL AND OLD.status NOT IN ('LOCKED', 'MISSED') THEN
    RAISE EXCEPTION 'only what is closed is reopened' USING ERRCODE = 'check_violation', CONSTRAINT = 'reopened_from_closed';
  END IF;
  IF OLD.reopened_by IS NOT NULL AND (CASE WHEN NEW.reopened_by IS NULL THEN NEW.status NOT IN ('LOCKED', 'MISSED')
      ELSE (NEW.reopened_by, NEW.reopened_lines, NEW.reopened_reason)
        IS DISTINCT FROM (OLD.reopened_by, OLD.reopened_lines, OLD.reopened_reason) END) THEN
    RAISE EXCEPTION 'a reopening stays as it was approved until it is over'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reopening_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER returns_keep_faith BEFORE UPDATE ON quarterly_return FOR EACH ROW EXECUTE FUNCTION returns_keep_faith();

-- A return is reopened exactly while its amendment is open or resubmitted, for its lines and until its end, at every commit.
CREATE FUNCTION reopened_as_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  report_id uuid := CASE TG_TABLE_NAME WHEN 'amendment' THEN (to_jsonb(NEW) ->> 'return_id')::uuid ELSE NEW.id END;
BEGIN
  IF EXISTS (
    SELECT FROM quarterly_return r
    LEFT JOIN amendment a ON a.city_id = r.city_id AND a.return_id = r.id AND a.status IN ('OPEN', 'RESUBMITTED')
    WHERE r.city_id = NEW.city_id AND r.id = report_id
      AND (r.reopened_by IS DISTINCT FROM a.id
        OR r.reopened_until IS DISTINCT FROM a.expires_at
        OR a.status = 'OPEN' AND r.status NOT IN ('DRAFT', 'AWAITING_SIGN_OFF', 'RETURNED')
        OR a.status = 'RESUBMITTED' AND r.status NOT IN ('SUBMITTED', 'IN_REVIEW')
        OR a.id IS NOT NULL AND (SELECT array_agg(l.line_id ORDER BY l.line_id) FROM amendment_line l
                                 WHERE l.city_id = a.city_id AND l.amendment_id = a.id)
             IS DISTINCT FROM (SELECT array_agg(line ORDER BY line) FROM unnest(r.reopened_lines) line))) THEN
    RAISE EXCEPTION 'the return and its amendment do not agree' USING ERRCODE = 'check_violation', CONSTRAINT = 'reopened_as_approved';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reopened_as_approved AFTER UPDATE ON quarterly_return DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.reopened_by IS NOT NULL OR NEW.reopened_by IS NOT NULL) EXECUTE FUNCTION reopened_as_approved();
CREATE CONSTRAINT TRIGGER reopened_as_approved AFTER UPDATE ON amendment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.expires_at IS DISTINCT FROM NEW.expires_at)
  EXECUTE FUNCTION reopened_as_approved();

-- What was asked for is what is decided on.
CREATE FUNCTION amendments_stay_as_requested() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.return_id, NEW.unit_id, NEW.requested_by) IS DISTINCT FROM (OLD.id, OLD.return_id, OLD.unit_id, OLD.requested_by)
      OR OLD.status <> 'DRAFT' AND (NEW.kind, NEW.cause, NEW.reason, NEW.evidence, NEW.requested_at)
        IS DISTINCT FROM (OLD.kind, OLD.cause, OLD.reason, OLD.evidence, OLD.requested_at)
      OR OLD.extended_by IS NOT NULL AND NEW.extended_by IS DISTINCT FROM OLD.extended_by THEN
    RAISE EXCEPTION 'an amendment stays as it was requested' USING ERRCODE = 'check_violation', CONSTRAINT = 'amendments_stay';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendments_stay_as_requested BEFORE UPDATE ON amendment FOR EACH ROW EXECUTE FUNCTION amendments_stay_as_requested();

CREATE FUNCTION scopes_stay_as_requested() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE line amendment_line := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.amendment_id, NEW.line_id, NEW.old_value, NEW.old_wording)
        IS DISTINCT FROM (OLD.id, OLD.amendment_id, OLD.line_id, OLD.old_value, OLD.old_wording) THEN
      RAISE EXCEPTION 'a scope stays as it was requested' USING ERRCODE = 'check_violation', CONSTRAINT = 'scopes_stay';
    END IF;
  ELSIF NOT EXISTS (
      SELECT FROM amendment a JOIN return_line l ON l.city_id = a.city_id AND l.return_id = a.return_id
      WHERE a.city_id = line.city_id AND a.id = line.amendment_id AND a.status = 'DRAFT' AND l.id = line.line_id) THEN
    RAISE EXCEPTION 'a scope is of the same return, and stays as it was requested'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'scopes_stay';
  END IF;
  RETURN line;
END $$;
CREATE TRIGGER scopes_stay_as_requested BEFORE INSERT OR UPDATE OR DELETE ON amendment_line FOR EACH ROW
  EXECUTE FUNCTION scopes_stay_as_requested();

-- A return that is closed again bears the signatures of the version that counts; a delegation made since does not undo them.
CREATE FUNCTION bears_signatures_of_its_version(report quarterly_return) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (
    SELECT FROM return_version v
    WHERE v.city_id = report.city_id AND v.id = report.valid_version_id
      AND (v.prepared_by, v.prepared_for, v.certified_by, v.certified_for)
        IS NOT DISTINCT FROM (report.prepared_by, report.prepared_for, report.certified_by, report.certified_for))
$$;
DROP TRIGGER quarterly_return_hands ON quarterly_return;
CREATE TRIGGER quarterly_return_hands BEFORE INSERT ON quarterly_return FOR EACH ROW EXECUTE FUNCTION refuse_one_hand();
CREATE TRIGGER quarterly_return_hands_again BEFORE UPDATE ON quarterly_return FOR EACH ROW
  WHEN (NOT (OLD.reopened_by IS NOT NULL AND NEW.reopened_by IS NULL AND NEW.status = 'LOCKED'
    AND NEW.valid_version_id IS NOT DISTINCT FROM OLD.valid_version_id AND bears_signatures_of_its_version(NEW)))
  EXECUTE FUNCTION refuse_one_hand();
