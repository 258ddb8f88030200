-- Enterprises that come as a file (批量导入): the file until it is read, its rows with what was found in them, and what became of each.
-- Nothing of it is in the register before somebody confirms it.

CREATE TABLE enterprise_import (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  file_name      text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  size           integer     NOT NULL CHECK (size > 0),
  sha256         text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  status         text        NOT NULL
                 CHECK (status IN ('RECEIVED', 'READ', 'CONFIRMED', 'DONE', 'REFUSED', 'DISCARDED')),
  uploaded_by    uuid        NOT NULL,
  uploaded_at    timestamptz NOT NULL,
  confirmed_by   uuid,
  confirmed_with uuid,
  confirmed_at   timestamptz,
  ended_at       timestamptz,
  new_rows       integer     NOT NULL CHECK (new_rows >= 0),
  changed_rows   integer     NOT NULL CHECK (changed_rows >= 0),
  unchanged_rows integer     NOT NULL CHECK (unchanged_rows >= 0),
  refused_rows   integer     NOT NULL CHECK (refused_rows >= 0),
  overtaken_rows integer     NOT NULL CHECK (overtaken_rows >= 0),
  written_to     integer     NOT NULL CHECK (written_to >= 0),
  done_rows      integer     NOT NULL CHECK (done_rows >= 0),
  PRIMARY KEY (city_id, id),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NULL) = (confirmed_with IS NULL)),
  CONSTRAINT written_only_if_confirmed
    CHECK (confirmed_by IS NOT NULL OR (status NOT IN ('CONFIRMED', 'DONE') AND written_to = 0)),
  CHECK ((ended_at IS NULL) = (status IN ('RECEIVED', 'READ', 'CONFIRMED')))
);
COMMENT ON COLUMN enterprise_import.confirmed_with IS 'the account that confirmed, in whose name the job writes';
COMMENT ON COLUMN enterprise_import.written_to IS 'the last row written or passed over; committed together with it, so that a broken-off writing goes on behind it';
CREATE UNIQUE INDEX one_open_import ON enterprise_import (city_id) WHERE status IN ('RECEIVED', 'READ', 'CONFIRMED');
CREATE INDEX enterprise_import_by_time ON enterprise_import (city_id, uploaded_at);
SELECT protect_city_table('enterprise_import', 'SELECT, INSERT, UPDATE');

CREATE TABLE enterprise_import_file (
  city_id   smallint NOT NULL,
  import_id uuid     NOT NULL,
  content   bytea    NOT NULL,
  PRIMARY KEY (city_id, import_id),
  FOREIGN KEY (city_id, import_id) REFERENCES enterprise_import (city_id, id)
);
COMMENT ON TABLE enterprise_import_file IS 'until it is read; what stays are its rows and its hash';
SELECT protect_city_table('enterprise_import_file', 'SELECT, INSERT, DELETE');

CREATE TABLE enterprise_import_row (
  city_id     smallint NOT NULL,
  import_id   uuid     NOT NULL,
  number      integer  NOT NULL CHECK (number > 0),
  typed       text[]   NOT NULL,
  credit_code text     COLLATE "C" NOT NULL,
  name_zh     text     NOT NULL,
  verdict     text     NOT NULL CHECK (verdict IN ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED', 'OVERTAKEN')),
  basis       text     NOT NULL,
  PRIMARY KEY (city_id, import_id, number),
  FOREIGN KEY (city_id, import_id) REFERENCES enterprise_import (city_id, id)
);
COMMENT ON COLUMN enterprise_import_row.typed IS 'as it was typed, in the order of the columns of the template';
COMMENT ON COLUMN enterprise_import_row.basis IS 'the versions of what it was held against; whatever changed since is not overwritten';
CREATE INDEX enterprise_import_row_by_verdict ON enterprise_import_row (city_id, import_id, verdict, number);
SELECT protect_city_table('enterprise_import_row', 'SELECT, INSERT, UPDATE, DELETE');

-- What is wrong with a cell (key is the sentence), or how a row differs from the register (key is empty). Row 0 is the file itself.
CREATE TABLE enterprise_import_finding (
  city_id   smallint NOT NULL,
  import_id uuid     NOT NULL,
  number    integer  NOT NULL CHECK (number >= 0),
  position  integer  NOT NULL,
  field     text     NOT NULL,
  was       text     NOT NULL,
  found     text     NOT NULL,
  key       text     NOT NULL,
  args      text[]   NOT NULL,
  PRIMARY KEY (city_id, import_id, number, position),
  FOREIGN KEY (city_id, import_id) REFERENCES enterprise_import (city_id, id)
);
SELECT protect_city_table('enterprise_import_finding', 'SELECT, INSERT, DELETE');

-- The pieces of fifty thousand names are written statement by statement and not name by name. Only this trigger writes them, from the
-- very row they belong to, and no enterprise is ever deleted: a reference for each of twenty pieces cost more than the row itself.
-- What a changed name leaves is found by its own pieces, so that the index by enterprise goes as well.
DROP TRIGGER enterprise_pieces ON enterprise;
DROP TRIGGER enterprise_pieces_again ON enterprise;
DROP FUNCTION keep_enterprise_pieces();
DROP INDEX enterprise_piece_of;
ALTER TABLE enterprise_piece
  DROP CONSTRAINT enterprise_piece_city_id_fkey,
  DROP CONSTRAINT enterprise_piece_city_id_enterprise_id_fkey;

CREATE FUNCTION pieces_of(name text, initials text) RETURNS TABLE (piece text) IMMUTABLE LANGUAGE sql AS $$
  SELECT substr(name, n, 2) FROM generate_series(1, length(name) - 1) n
  UNION SELECT substr(initials, n, 2) FROM generate_series(1, length(initials) - 1) n
$$;

CREATE FUNCTION add_enterprise_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enterprise_piece (city_id, piece, enterprise_id)
    SELECT a.city_id, p.piece, a.id FROM added a CROSS JOIN pieces_of(a.name_zh, a.initials) p ORDER BY p.piece COLLATE "C";
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_pieces AFTER INSERT ON enterprise REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION add_enterprise_pieces();

CREATE FUNCTION change_enterprise_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM enterprise_piece gone
    USING was JOIN is_now ON is_now.id = was.id CROSS JOIN pieces_of(was.name_zh, was.initials) p
    WHERE (was.name_zh, was.initials) IS DISTINCT FROM (is_now.name_zh, is_now.initials)
      AND gone.city_id = was.city_id AND gone.piece = p.piece COLLATE "C" AND gone.enterprise_id = was.id;
  INSERT INTO enterprise_piece (city_id, piece, enterprise_id)
    SELECT is_now.city_id, p.piece, is_now.id
    FROM was JOIN is_now ON is_now.id = was.id CROSS JOIN pieces_of(is_now.name_zh, is_now.initials) p
    WHERE (was.name_zh, was.initials) IS DISTINCT FROM (is_now.name_zh, is_now.initials)
    ORDER BY p.piece COLLATE "C";
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_pieces_again AFTER UPDATE ON enterprise
  REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION change_enterprise_pieces();
