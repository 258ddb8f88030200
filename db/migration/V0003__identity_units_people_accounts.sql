-- The units of a city, the people who work for them, their accounts, and what they are appointed as.

CREATE TABLE unit (
  city_id    smallint NOT NULL REFERENCES city,
  id         uuid     NOT NULL,
  version    int      NOT NULL,
  code       text     NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  name_zh    text     NOT NULL CHECK (name_zh <> ''),
  name_en    text     NOT NULL CHECK (name_en <> ''),
  kind       text     NOT NULL CHECK (kind IN ('CITY', 'DISTRICT', 'TOWN', 'DEPARTMENT', 'OFFICE', 'GROUP', 'OTHER')),
  parent_id  uuid,
  valid_from date,
  valid_to   date,
  aliases    text[]   NOT NULL,
  position   int      NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, code),
  FOREIGN KEY (city_id, parent_id) REFERENCES unit,
  CHECK (parent_id <> id),
  CHECK (valid_to >= valid_from)
);
CREATE INDEX unit_by_parent ON unit (city_id, parent_id);
SELECT protect_city_table('unit', 'SELECT, INSERT, UPDATE');

-- A natural person: the separation of duties holds between these, however many accounts one has.
CREATE TABLE person (
  city_id smallint NOT NULL REFERENCES city,
  id      uuid     NOT NULL,
  version int      NOT NULL,
  name    text     NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  PRIMARY KEY (city_id, id)
);
SELECT protect_city_table('person', 'SELECT, INSERT, UPDATE');

CREATE TABLE account (
  city_id              smallint    NOT NULL REFERENCES city,
  id                   uuid        NOT NULL,
  version              int         NOT NULL,
  login                text        NOT NULL CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,49}$'),
  person_id            uuid        NOT NULL,
  password_hash        text        NOT NULL,
  must_change_password boolean     NOT NULL,
  state                text        NOT NULL CHECK (state IN ('OPEN', 'LOCKED', 'CLOSED')),
  opened_at            timestamptz NOT NULL,
  -- The demonstration's list on the sign-in page.
  listed               boolean     NOT NULL,
  what_zh              text,
  what_en              text,
  -- Who this is at an identity provider, for single sign-on.
  issuer               text,
  subject              text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, login),
  UNIQUE (city_id, id, person_id),
  UNIQUE (city_id, issuer, subject),
  FOREIGN KEY (city_id, person_id) REFERENCES person,
  CHECK ((issuer IS NULL) = (subject IS NULL))
);
CREATE INDEX account_by_person ON account (city_id, person_id);
SELECT protect_city_table('account', 'SELECT, INSERT, UPDATE');

-- A role in a unit. Three different persons: who proposes, who confirms, and whose role it is.
CREATE TABLE appointment (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        int         NOT NULL,
  account_id     uuid        NOT NULL,
  person_id      uuid        NOT NULL,
  unit_id        uuid        NOT NULL,
  role           text        NOT NULL CHECK (role IN ('CITY_ADMIN', 'PLANNER', 'DECIDER', 'PREPARER', 'CERTIFIER', 'REVIEWER',
                   'CASE_OFFICER', 'EXPERT', 'OBJECTION_OFFICER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'BASE_OPERATOR',
                   'ENTERPRISE', 'SIGNATORY', 'AUDITOR', 'PLATFORM_OPERATOR')),
  valid_from     date        NOT NULL,
  valid_to       date,
  state          text        NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REVOKED')),
  founding       boolean     NOT NULL,
  reason         text        NOT NULL,
  proposed_by    uuid,
  proposed_at    timestamptz NOT NULL,
  confirmed_by   uuid,
  confirmed_at   timestamptz,
  revoked_by     uuid,
  revoked_at     timestamptz,
  revoked_reason text,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id, person_id) REFERENCES account (city_id, id, person_id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit,
  FOREIGN KEY (city_id, proposed_by) REFERENCES person,
  FOREIGN KEY (city_id, confirmed_by) REFERENCES person,
  FOREIGN KEY (city_id, revoked_by) REFERENCES person,
  CHECK (valid_to >= valid_from),
  CHECK (founding OR proposed_by IS NOT NULL),
  CHECK (proposed_by <> person_id),
  CHECK (confirmed_by <> person_id),
  CHECK (confirmed_by <> proposed_by),
  CHECK (state <> 'CONFIRMED' OR founding OR confirmed_by IS NOT NULL),
  CHECK ((role = 'PLATFORM_OPERATOR') <= (city_id = 0))
);
CREATE UNIQUE INDEX appointment_proposed_once ON appointment (city_id, account_id, unit_id, role) WHERE state = 'PROPOSED';
CREATE INDEX appointment_by_account ON appointment (city_id, account_id);
CREATE INDEX appointment_by_unit ON appointment (city_id, unit_id, role);
SELECT protect_city_table('appointment', 'SELECT, INSERT, UPDATE');

-- Failed sign-ins, by a digest of what they have in common: account and address, account, or address.
CREATE TABLE sign_in_delay (
  city_id   smallint    NOT NULL REFERENCES city,
  id        uuid        NOT NULL,
  failures  int         NOT NULL,
  failed_at timestamptz NOT NULL,
  free_at   timestamptz NOT NULL,
  PRIMARY KEY (city_id, id)
);
SELECT protect_city_table('sign_in_delay', 'SELECT, INSERT, UPDATE, DELETE');
