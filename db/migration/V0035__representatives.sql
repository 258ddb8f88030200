-- Who may act for an enterprise (企业代表): claimed by an account, confirmed by somebody else, ended when it is over.

-- Accounts that people opened for themselves, to hold back whoever opens many.
CREATE TABLE sign_up (
  city_id    smallint    NOT NULL REFERENCES city,
  id         uuid        NOT NULL,
  version    integer     NOT NULL,
  account_id uuid        NOT NULL,
  network    text        NOT NULL CHECK (length(network) <= 60),
  at         timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, account_id),
  FOREIGN KEY (city_id, account_id) REFERENCES account (city_id, id)
);
CREATE INDEX sign_up_by_time ON sign_up (city_id, at);
SELECT protect_city_table('sign_up', 'SELECT, INSERT');

CREATE TABLE representative (
  city_id         smallint    NOT NULL REFERENCES city,
  id              uuid        NOT NULL,
  version         integer     NOT NULL,
  moves           integer     NOT NULL CHECK (moves >= 0),
  account_id      uuid        NOT NULL,
  person_id       uuid        NOT NULL,
  credit_code     text        COLLATE "C" NOT NULL CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
  enterprise_name text        NOT NULL CHECK (length(enterprise_name) BETWEEN 2 AND 100),
  enterprise_id   uuid,
  capacity        text        NOT NULL CHECK (capacity IN ('CLERK', 'SIGNATORY')),
  grounds         text        NOT NULL CHECK (length(grounds) BETWEEN 6 AND 500),
  claimed_at      timestamptz NOT NULL,
  status          text        NOT NULL CHECK (status IN ('CLAIMED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
  since           timestamptz NOT NULL,
  confirmed_by    uuid,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id, person_id) REFERENCES account (city_id, id, person_id),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id),
  FOREIGN KEY (city_id, confirmed_by) REFERENCES person (city_id, id),
  CONSTRAINT who_confirms_is_another CHECK (confirmed_by <> person_id),
  CONSTRAINT confirmed_by_somebody_for_something
    CHECK (status NOT IN ('CONFIRMED', 'ENDED') OR (confirmed_by IS NOT NULL AND enterprise_id IS NOT NULL)),
  CONSTRAINT only_confirmed_by_somebody CHECK (confirmed_by IS NULL OR status IN ('CONFIRMED', 'ENDED'))
);
CREATE UNIQUE INDEX representative_live_once ON representative (city_id, account_id, credit_code)
  WHERE status IN ('CLAIMED', 'CONFIRMED');
CREATE UNIQUE INDEX representative_one_signatory ON representative (city_id, enterprise_id)
  WHERE status = 'CONFIRMED' AND capacity = 'SIGNATORY';
CREATE INDEX representative_by_account ON representative (city_id, account_id, status);
CREATE INDEX representative_by_enterprise ON representative (city_id, enterprise_id, status);
CREATE INDEX representative_by_status ON representative (city_id, status, since, id);
SELECT protect_city_table('representative', 'SELECT, INSERT, UPDATE (version, moves, enterprise_id, status, since, confirmed_by)');
CREATE TRIGGER begins_unmoved BEFORE INSERT ON representative FOR EACH ROW EXECUTE FUNCTION begins_unmoved('CLAIMED');
CREATE CONSTRAINT TRIGGER moves_are_written AFTER UPDATE ON representative DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.moves <> NEW.moves)
  EXECUTE FUNCTION moves_are_written('representative_step', 'representative_id');

-- docs/machines/representative.csv is the machine.
CREATE TABLE representative_step (
  city_id           smallint    NOT NULL REFERENCES city,
  id                uuid        NOT NULL,
  version           integer     NOT NULL,
  representative_id uuid        NOT NULL,
  number            integer     NOT NULL CHECK (number > 0),
  action            text        NOT NULL,
  from_status       text        NOT NULL,
  to_status         text        NOT NULL,
  person_id         uuid,
  at                timestamptz NOT NULL,
  reason            text        NOT NULL CHECK (length(reason) <= 500),
  written_in        xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, representative_id, number),
  FOREIGN KEY (city_id, representative_id) REFERENCES representative (city_id, id)
);
SELECT protect_city_table('representative_step', 'SELECT, INSERT');
