-- The ledger of residents (入驻台账): which enterprise was in which base from when until when, on what area, with how many jobs.
-- How many are in residence, graduated or employed is asked as of a day and never written down.

CREATE TABLE residency (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  version       integer     NOT NULL,
  base_id       uuid        NOT NULL,
  enterprise_id uuid        NOT NULL,
  moved_in_on   date        NOT NULL,
  area_m2       numeric     CHECK (area_m2 > 0),
  ended_on      date,
  ending        text        CHECK (ending IN ('GRADUATED', 'LEFT')),
  end_reason    text        NOT NULL CHECK (length(end_reason) <= 500),
  recorded_by   uuid        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  ended_by      uuid,
  ended_at      timestamptz,
  correction    text        NOT NULL CHECK (length(correction) <= 500),
  corrected_by  uuid,
  corrected_at  timestamptz,
  struck        boolean     NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, base_id) REFERENCES base (city_id, id),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id),
  FOREIGN KEY (city_id, recorded_by) REFERENCES person,
  FOREIGN KEY (city_id, ended_by) REFERENCES person,
  FOREIGN KEY (city_id, corrected_by) REFERENCES person,
  CONSTRAINT residency_ends_after_it_begins CHECK (ended_on > moved_in_on),
  CONSTRAINT residency_end_is_whole CHECK (num_nulls(ended_on, ending, ended_by, ended_at) IN (0, 4)),
  CONSTRAINT residency_ends_with_a_reason CHECK ((ended_on IS NULL) = (end_reason = '')),
  CONSTRAINT correction_is_whole CHECK (num_nulls(corrected_by, corrected_at) IN (0, 2) AND (corrected_at IS NULL) = (correction = '')),
  CONSTRAINT struck_with_a_reason CHECK (NOT struck OR corrected_at IS NOT NULL),
  CONSTRAINT one_residency_at_a_time EXCLUDE USING gist (city_id WITH =, base_id WITH =, enterprise_id WITH =,
    daterange(moved_in_on, ended_on) WITH &&) WHERE (NOT struck)
);
COMMENT ON COLUMN residency.ended_on IS 'the first day on which it is no longer in residence';
COMMENT ON COLUMN residency.correction IS 'why what the row said before was wrong; what it said is in the audit trail';
COMMENT ON COLUMN residency.struck IS 'entered by mistake: it counts nowhere, and stays readable';
CREATE INDEX residency_of_base ON residency (city_id, base_id, moved_in_on DESC, id DESC) WHERE NOT struck;
CREATE INDEX residency_of_enterprise ON residency (city_id, enterprise_id, moved_in_on) WHERE NOT struck;
SELECT protect_city_table('residency', 'SELECT, INSERT, UPDATE (version, moved_in_on, area_m2, ended_on, ending, end_reason,
  ended_by, ended_at, correction, corrected_by, corrected_at, struck)');

-- What was once written is changed by a correction with its reason, and what was struck stays so.
CREATE FUNCTION residency_is_corrected_with_a_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.struck THEN
    RAISE EXCEPTION 'a struck residency stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'residency_is_corrected_with_a_reason';
  END IF;
  IF NEW.corrected_at IS NOT DISTINCT FROM OLD.corrected_at
      AND (NEW.struck OR NEW.moved_in_on <> OLD.moved_in_on OR NEW.area_m2 IS DISTINCT FROM OLD.area_m2
        OR NEW.correction <> OLD.correction OR OLD.ended_on IS NOT NULL
        AND (NEW.ended_on, NEW.ending, NEW.end_reason) IS DISTINCT FROM (OLD.ended_on, OLD.ending, OLD.end_reason)) THEN
    RAISE EXCEPTION 'a residency is corrected with a reason'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'residency_is_corrected_with_a_reason';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER residency_is_corrected_with_a_reason BEFORE UPDATE ON residency
  FOR EACH ROW EXECUTE FUNCTION residency_is_corrected_with_a_reason();

-- How many people a resident employs, as of a day; it holds until the next one. A newer number of the same day takes its place.
CREATE TABLE headcount (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  residency_id uuid        NOT NULL,
  as_of        date        NOT NULL,
  people       integer     NOT NULL CHECK (people BETWEEN 0 AND 1000000),
  recorded_by  uuid        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  CONSTRAINT headcount_of_a_day UNIQUE (city_id, residency_id, as_of) INCLUDE (people),
  FOREIGN KEY (city_id, residency_id) REFERENCES residency (city_id, id),
  FOREIGN KEY (city_id, recorded_by) REFERENCES person
);
SELECT protect_city_table('headcount', 'SELECT, INSERT, UPDATE (version, people, recorded_by, recorded_at)');

-- Bases have files of their own: contracts, permits, pictures.
ALTER TABLE attachment DROP CONSTRAINT attachment_owner_kind_check;
ALTER TABLE attachment ADD CONSTRAINT attachment_owner_kind_check CHECK (owner_kind IN ('RETURN', 'AMENDMENT', 'BASE'));
CREATE FUNCTION files_of_a_base() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM base b WHERE b.city_id = NEW.city_id AND b.id = NEW.owner_id) THEN
    RAISE EXCEPTION 'there is no such base' USING ERRCODE = 'check_violation', CONSTRAINT = 'files_of_a_base';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_of_a_base BEFORE INSERT ON attachment FOR EACH ROW WHEN (NEW.owner_kind = 'BASE')
  EXECUTE FUNCTION files_of_a_base();
