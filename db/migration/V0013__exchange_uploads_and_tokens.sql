-- Figures that come from elsewhere: workbooks on their way into a return, and the tokens of other systems.

-- What seals a template, so that a changed one shows. 244 random bits, made here and never shown.
CREATE TABLE installation_secret (
  name  text  PRIMARY KEY,
  value bytea NOT NULL CHECK (octet_length(value) = 32)
);
COMMENT ON TABLE installation_secret IS 'shared: keys of this installation; a template names its city in what is sealed';
INSERT INTO installation_secret VALUES
  ('workbook', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
GRANT SELECT ON installation_secret TO fledge_app;

-- A workbook between its upload and the confirmation. Afterwards its bytes go and what became of it stays for a day.
CREATE TABLE return_upload (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  return_id    uuid        NOT NULL,
  uploaded_by  uuid        NOT NULL,
  uploaded_at  timestamptz NOT NULL,
  file_name    text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  size         integer     NOT NULL CHECK (size BETWEEN 1 AND 5242880),
  sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content      bytea                CHECK (octet_length(content) = size),
  confirmed_at timestamptz,
  written      integer,
  left_out     integer,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, return_id) REFERENCES quarterly_return (city_id, id),
  FOREIGN KEY (city_id, uploaded_by) REFERENCES person (city_id, id),
  CONSTRAINT upload_bytes_until_confirmed CHECK ((content IS NULL) = (confirmed_at IS NOT NULL)),
  CONSTRAINT upload_counted_when_confirmed
    CHECK ((confirmed_at IS NULL) = (written IS NULL) AND (written IS NULL) = (left_out IS NULL))
);
-- One person has one workbook open for a return; the next takes its place.
CREATE UNIQUE INDEX return_upload_open_once ON return_upload (city_id, return_id, uploaded_by) WHERE confirmed_at IS NULL;
CREATE INDEX return_upload_by_age ON return_upload (city_id, uploaded_at);
SELECT protect_city_table('return_upload', 'SELECT, INSERT, UPDATE, DELETE');

-- What another system shows instead of a password. It acts as one preparer in one unit and programme; only its hash is kept.
CREATE TABLE api_token (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  account_id     uuid        NOT NULL,
  person_id      uuid        NOT NULL,
  unit_id        uuid        NOT NULL,
  programme_id   uuid        NOT NULL,
  label          text        NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  hint           text        NOT NULL CHECK (length(hint) = 4),
  secret_hash    text        NOT NULL CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  issued_by      uuid        NOT NULL,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  last_used_at   timestamptz,
  revoked_by     uuid,
  revoked_at     timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, secret_hash),
  FOREIGN KEY (city_id, account_id, person_id) REFERENCES account (city_id, id, person_id),
  FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programme (city_id, id),
  FOREIGN KEY (city_id, issued_by) REFERENCES person (city_id, id),
  FOREIGN KEY (city_id, revoked_by) REFERENCES person (city_id, id),
  CONSTRAINT api_token_issued_to_another CHECK (issued_by <> person_id),
  CONSTRAINT api_token_ends CHECK (expires_at > issued_at AND expires_at <= issued_at + interval '367 days'),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX api_token_of_unit ON api_token (city_id, unit_id);
SELECT protect_city_table('api_token', 'SELECT, INSERT, UPDATE');

-- What was answered to a set of values, so that the same set sent again is answered the same and written once.
CREATE TABLE api_write (
  city_id         smallint    NOT NULL REFERENCES city,
  id              uuid        NOT NULL,
  version         integer     NOT NULL,
  token_id        uuid        NOT NULL,
  idempotency_key text        NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 100),
  request_hash    text        NOT NULL CHECK (request_hash ~ '^[0-9a-f]{64}$'),
  status          integer     NOT NULL CHECK (status BETWEEN 200 AND 499),
  answer          text        NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, token_id, idempotency_key),
  FOREIGN KEY (city_id, token_id) REFERENCES api_token (city_id, id)
);
CREATE INDEX api_write_by_age ON api_write (city_id, at);
SELECT protect_city_table('api_write', 'SELECT, INSERT, DELETE');
