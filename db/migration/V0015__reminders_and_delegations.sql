-- Reminders (催报): one row for each return reminded of, by somebody or by the calendar.

CREATE TABLE reminder (
  city_id    smallint    NOT NULL REFERENCES city,
  id         uuid        NOT NULL,
  version    integer     NOT NULL,
  return_id  uuid        NOT NULL,
  round_id   uuid        NOT NULL,
  unit_id    uuid        NOT NULL,
  period     integer     NOT NULL,
  kind       text        NOT NULL CHECK (kind IN ('BY_HAND', 'BEFORE_DUE', 'ON_DUE', 'AFTER_DUE')),
  turn       text        NOT NULL CHECK (turn IN ('FILL', 'SIGN', 'CORRECT')),
  text       text        NOT NULL CHECK (length(text) <= 500),
  sent_by    uuid,
  sent_at    timestamptz NOT NULL,
  sent_on    date        NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id),
  FOREIGN KEY (city_id, round_id) REFERENCES round (city_id, id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, sent_by) REFERENCES person (city_id, id),
  CHECK ((kind = 'BY_HAND') = (sent_by IS NOT NULL)),
  CHECK (sent_on = (sent_at AT TIME ZONE 'Asia/Shanghai')::date),
  CHECK (settled_at >= sent_at)
);
COMMENT ON COLUMN reminder.settled_at IS 'when somebody else got the turn: the reminder has done its work';
-- The cool-down: by hand once a day for each return, and the calendar once a day for each kind.
CREATE UNIQUE INDEX reminder_by_hand_once_a_day ON reminder (city_id, return_id, sent_on) WHERE kind = 'BY_HAND';
CREATE UNIQUE INDEX reminder_of_calendar_once_a_day ON reminder (city_id, return_id, kind, turn, sent_on) WHERE kind <> 'BY_HAND';
CREATE INDEX reminder_of_round ON reminder (city_id, round_id, sent_at);
CREATE INDEX reminder_of_unit_open ON reminder (city_id, unit_id) WHERE settled_at IS NULL;
SELECT protect_city_table('reminder', 'SELECT, INSERT, UPDATE');

-- Delegations (委托代办): a dated row; whoever gives and whoever takes one count as one person as long as it lasts.

CREATE TABLE delegation (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  appointment_id uuid        NOT NULL,
  from_person    uuid        NOT NULL,
  to_account     uuid        NOT NULL,
  to_person      uuid        NOT NULL,
  unit_id        uuid        NOT NULL,
  role           text        NOT NULL,
  starts_on      date        NOT NULL,
  ends_on        date        NOT NULL,
  reason         text        NOT NULL CHECK (length(reason) BETWEEN 2 AND 500),
  state          text        NOT NULL CHECK (state IN ('PROPOSED', 'IN_FORCE', 'ENDED')),
  made_by        uuid        NOT NULL,
  made_at        timestamptz NOT NULL,
  confirmed_by   uuid,
  ended_by       uuid,
  ended_at       timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, appointment_id) REFERENCES appointment (city_id, id),
  FOREIGN KEY (city_id, from_person) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, to_account, to_person) REFERENCES account (city_id, id, person_id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, made_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, confirmed_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, ended_by) REFERENCES person (city_id, id),
  CHECK (ends_on >= starts_on),
  CHECK (from_person <> to_person),
  CONSTRAINT delegation_for_another_takes_two CHECK (
    state <> 'IN_FORCE' OR made_by = from_person
    OR confirmed_by IS NOT NULL AND confirmed_by <> made_by AND made_by <> to_person AND confirmed_by <> to_person),
  CHECK ((state = 'ENDED') = (ended_at IS NOT NULL))
);
COMMENT ON TABLE delegation IS 'made by the person concerned, or for an absent one by two administrators';
CREATE INDEX delegation_to ON delegation (city_id, to_person) WHERE state = 'IN_FORCE';
CREATE INDEX delegation_from ON delegation (city_id, from_person) WHERE state = 'IN_FORCE';
CREATE UNIQUE INDEX delegation_live_once ON delegation (city_id, appointment_id, to_account) WHERE state <> 'ENDED';
SELECT protect_city_table('delegation', 'SELECT, INSERT, UPDATE');

ALTER TABLE return_step ADD COLUMN on_behalf_of uuid;
ALTER TABLE return_version
  ADD COLUMN prepared_for uuid,
  ADD COLUMN certified_for uuid;
ALTER TABLE quarterly_return
  ADD COLUMN prepared_for       uuid,
  ADD COLUMN certified_for      uuid,
  ADD COLUMN first_reviewed_for uuid,
  ADD COLUMN accepted_for       uuid,
  ADD COLUMN waiver_proposed_for uuid,
  ADD COLUMN waived_for         uuid;

-- Whether two acts are by one hand: the same person, one for the other, or one of a delegation that is in force now.
CREATE FUNCTION is_one_hand(city smallint, one uuid[], other uuid[]) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM unnest(one) a JOIN unnest(other) b ON a = b)
    OR EXISTS (
      SELECT 1 FROM delegation d
      WHERE d.city_id = city AND d.state = 'IN_FORCE'
        AND (transaction_timestamp() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN d.starts_on AND d.ends_on
        AND (d.from_person = ANY (one) AND d.to_person = ANY (other) OR d.from_person = ANY (other) AND d.to_person = ANY (one)))
$$;

-- A delegation made later does not undo what was signed before it: only the signature that is being given is compared.
CREATE FUNCTION refuse_one_hand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  prepared uuid[] := ARRAY[NEW.prepared_by, NEW.prepared_for];
  certified uuid[] := ARRAY[NEW.certified_by, NEW.certified_for];
  reviewed uuid[] := ARRAY[NEW.first_reviewed_by, NEW.first_reviewed_for];
  accepted uuid[] := ARRAY[NEW.accepted_by, NEW.accepted_for];
  first_time boolean := TG_OP = 'INSERT';
  p boolean; c boolean; r boolean; a boolean;
BEGIN
  p := first_time OR prepared IS DISTINCT FROM ARRAY[OLD.prepared_by, OLD.prepared_for];
  c := first_time OR certified IS DISTINCT FROM ARRAY[OLD.certified_by, OLD.certified_for];
  r := first_time OR reviewed IS DISTINCT FROM ARRAY[OLD.first_reviewed_by, OLD.first_reviewed_for];
  a := first_time OR accepted IS DISTINCT FROM ARRAY[OLD.accepted_by, OLD.accepted_for];
  IF (p OR c) AND is_one_hand(NEW.city_id, prepared, certified)
    OR (p OR r) AND is_one_hand(NEW.city_id, prepared, reviewed)
    OR (p OR a) AND is_one_hand(NEW.city_id, prepared, accepted)
    OR (c OR r) AND is_one_hand(NEW.city_id, certified, reviewed)
    OR (c OR a) AND is_one_hand(NEW.city_id, certified, accepted)
    OR (r OR a) AND is_one_hand(NEW.city_id, reviewed, accepted)
    OR (first_time OR NEW.waived_by IS DISTINCT FROM OLD.waived_by) AND is_one_hand(NEW.city_id,
         ARRAY[NEW.waiver_proposed_by, NEW.waiver_proposed_for], ARRAY[NEW.waived_by, NEW.waived_for])
  THEN
    RAISE EXCEPTION 'one hand may not sign twice' USING ERRCODE = 'check_violation', CONSTRAINT = 'return_takes_different_hands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quarterly_return_hands BEFORE INSERT OR UPDATE ON quarterly_return
  FOR EACH ROW EXECUTE FUNCTION refuse_one_hand();

CREATE FUNCTION refuse_version_of_one_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_one_hand(NEW.city_id, ARRAY[NEW.prepared_by, NEW.prepared_for], ARRAY[NEW.certified_by, NEW.certified_for]) THEN
    RAISE EXCEPTION 'one hand may not sign twice' USING ERRCODE = 'check_violation', CONSTRAINT = 'version_takes_different_hands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_version_hands BEFORE INSERT ON return_version
  FOR EACH ROW EXECUTE FUNCTION refuse_version_of_one_hand();

-- The secret address of somebody's calendar of deadlines: only its digest is kept.
CREATE TABLE calendar_key (
  city_id    smallint    NOT NULL REFERENCES city,
  id         uuid        NOT NULL,
  version    integer     NOT NULL,
  account_id uuid        NOT NULL,
  digest     text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  made_at    timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, digest),
  FOREIGN KEY (city_id, account_id) REFERENCES account (city_id, id)
);
CREATE UNIQUE INDEX calendar_key_one_open ON calendar_key (city_id, account_id) WHERE revoked_at IS NULL;
SELECT protect_city_table('calendar_key', 'SELECT, INSERT, UPDATE');
