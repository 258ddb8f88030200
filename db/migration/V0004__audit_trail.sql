-- The audit trail: one chain of entries for each city, each entry holding the hash of the one before.
-- hash = SHA-256(prev ‖ seq ‖ city ‖ micros of recorded_at ‖ body), laid out in docs/audit-chain.md. The columns beside the body repeat
-- it for searching; a verification compares them with it.

CREATE TABLE audit_head (
  city_id   smallint    NOT NULL REFERENCES city,
  algorithm text        NOT NULL,
  last_seq  bigint      NOT NULL CHECK (last_seq >= 0),
  last_hash bytea       NOT NULL CHECK (octet_length(last_hash) = 32),
  last_at   timestamptz NOT NULL,
  PRIMARY KEY (city_id)
);
SELECT protect_city_table('audit_head', 'SELECT, INSERT, UPDATE');

CREATE TABLE audit_entry (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  seq           bigint      NOT NULL CHECK (seq > 0),
  recorded_at   timestamptz NOT NULL,
  at            timestamptz NOT NULL,
  account_id    uuid,
  person_id     uuid,
  login         text        NOT NULL,
  name          text        NOT NULL,
  roles         text        NOT NULL,
  units         text        NOT NULL,
  module        text        NOT NULL,
  action        text        NOT NULL,
  subject_kind  text        NOT NULL,
  subject_id    uuid        NOT NULL,
  subject_label text        NOT NULL,
  request_id    text,
  body          text        NOT NULL,
  prev          bytea       NOT NULL CHECK (octet_length(prev) = 32),
  hash          bytea       NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, seq)
);
CREATE INDEX audit_entry_by_subject ON audit_entry (city_id, subject_id, seq);
CREATE INDEX audit_entry_by_action ON audit_entry (city_id, action, seq);
CREATE INDEX audit_entry_by_time ON audit_entry (city_id, at);
SELECT protect_city_table('audit_entry', 'SELECT, INSERT');

-- Not even the owner rewrites history. Who may switch triggers off can, and the next verification finds it.
CREATE FUNCTION audit_entry_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an entry of the audit trail is never changed or removed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_final();
