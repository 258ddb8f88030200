-- Recognition of bases (基地认定): from the application to the level in force, its yearly assessment, renewal, upgrade and end.
-- The operator class btree_gist comes with db/roles.sql, because only a superuser may bring an extension.

CREATE TABLE recognition (
  city_id           smallint    NOT NULL REFERENCES city,
  id                uuid        NOT NULL,
  version           integer     NOT NULL,
  moves             integer     NOT NULL CHECK (moves >= 0),
  base_id           uuid        NOT NULL,
  level             text        NOT NULL CHECK (level IN ('CITY', 'PROVINCIAL', 'NATIONAL')),
  status            text        NOT NULL CHECK (status IN ('APPLIED', 'NEEDS_SUPPLEMENT', 'RECOMMENDED', 'REVIEW', 'NOTICE', 'RECOGNISED',
                      'RECTIFYING', 'RENEWAL', 'UPGRADED', 'EXPIRED', 'REVOKED', 'WITHDRAWN', 'REFUSED')),
  since             timestamptz NOT NULL,
  statement         text        NOT NULL CHECK (statement <> '' AND length(statement) <= 2000),
  applied_by        uuid        NOT NULL,
  applied_at        timestamptz NOT NULL,
  supplement_until  timestamptz,
  recommended_by    uuid,
  reviewed_by       uuid,
  experts           text        NOT NULL CHECK (length(experts) <= 500),
  score             numeric     CHECK (score BETWEEN 0 AND 100),
  passed_by         uuid,
  notice_until      timestamptz,
  recognised_by     uuid,
  recognised_at     timestamptz,
  model             boolean     NOT NULL,
  rectify_until     timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, id, base_id, level),
  FOREIGN KEY (city_id, base_id) REFERENCES base (city_id, id),
  FOREIGN KEY (city_id, applied_by) REFERENCES person,
  FOREIGN KEY (city_id, recommended_by) REFERENCES person,
  FOREIGN KEY (city_id, reviewed_by) REFERENCES person,
  FOREIGN KEY (city_id, passed_by) REFERENCES person,
  FOREIGN KEY (city_id, recognised_by) REFERENCES person,
  CONSTRAINT recommender_is_not_applicant CHECK (recommended_by <> applied_by),
  CONSTRAINT reviewer_is_another CHECK (reviewed_by NOT IN (applied_by, recommended_by)),
  CONSTRAINT passer_is_another CHECK (passed_by NOT IN (applied_by, recommended_by, reviewed_by)),
  CONSTRAINT recogniser_is_another CHECK (recognised_by NOT IN (applied_by, recommended_by, reviewed_by)),
  CONSTRAINT recommended_by_somebody CHECK (status NOT IN ('RECOMMENDED', 'REVIEW', 'NOTICE', 'RECOGNISED', 'RECTIFYING', 'RENEWAL',
    'UPGRADED', 'EXPIRED', 'REVOKED') OR recommended_by IS NOT NULL),
  CONSTRAINT noticed_with_a_score CHECK (status <> 'NOTICE' OR (score IS NOT NULL AND passed_by IS NOT NULL AND notice_until IS NOT NULL)),
  CONSTRAINT recognised_by_somebody CHECK (status NOT IN ('RECOGNISED', 'RECTIFYING', 'RENEWAL', 'UPGRADED', 'EXPIRED', 'REVOKED')
    OR (recognised_by IS NOT NULL AND recognised_at IS NOT NULL AND passed_by IS NOT NULL AND reviewed_by IS NOT NULL))
);
CREATE UNIQUE INDEX recognition_on_its_way ON recognition (city_id, base_id)
  WHERE status IN ('APPLIED', 'NEEDS_SUPPLEMENT', 'RECOMMENDED', 'REVIEW', 'NOTICE');
CREATE INDEX recognition_by_status ON recognition (city_id, status, since);
CREATE INDEX recognition_of_base ON recognition (city_id, base_id);
SELECT protect_city_table('recognition', 'SELECT, INSERT, UPDATE');
CREATE TRIGGER begins_unmoved BEFORE INSERT ON recognition FOR EACH ROW EXECUTE FUNCTION begins_unmoved('APPLIED');
CREATE CONSTRAINT TRIGGER moves_are_written AFTER UPDATE ON recognition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.moves <> NEW.moves)
  EXECUTE FUNCTION moves_are_written('recognition_step', 'recognition_id');

-- From when until when a base holds a level: never two at a time, whatever the levels.
CREATE TABLE recognition_term (
  city_id        smallint NOT NULL REFERENCES city,
  id             uuid     NOT NULL,
  version        integer  NOT NULL,
  recognition_id uuid     NOT NULL,
  base_id        uuid     NOT NULL,
  level          text     NOT NULL,
  valid_from     date     NOT NULL,
  valid_until    date     NOT NULL,
  document_no    text     NOT NULL CHECK (document_no <> '' AND length(document_no) <= 100),
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, recognition_id, base_id, level) REFERENCES recognition (city_id, id, base_id, level),
  CONSTRAINT term_ends_after_it_begins CHECK (valid_until >= valid_from),
  CONSTRAINT one_level_at_a_time EXCLUDE USING gist (city_id WITH =, base_id WITH =, daterange(valid_from, valid_until) WITH &&)
);
COMMENT ON COLUMN recognition_term.valid_until IS 'the first day on which it is no longer in force; its first day where it never was';
CREATE INDEX recognition_term_of ON recognition_term (city_id, recognition_id);
SELECT protect_city_table('recognition_term', 'SELECT, INSERT, UPDATE (version, valid_until)');

CREATE TABLE recognition_assessment (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  recognition_id uuid        NOT NULL,
  year           integer     NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  grade          text        NOT NULL CHECK (grade IN ('EXCELLENT', 'PASSED', 'FAILED')),
  remark         text        NOT NULL CHECK (length(remark) <= 2000),
  assessed_by    uuid        NOT NULL,
  assessed_at    timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, recognition_id, year),
  FOREIGN KEY (city_id, recognition_id) REFERENCES recognition (city_id, id),
  FOREIGN KEY (city_id, assessed_by) REFERENCES person
);
SELECT protect_city_table('recognition_assessment', 'SELECT, INSERT');

CREATE TABLE recognition_step (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  recognition_id uuid        NOT NULL,
  number         integer     NOT NULL,
  action         text        NOT NULL,
  from_status    text        NOT NULL,
  to_status      text        NOT NULL,
  person_id      uuid,
  at             timestamptz NOT NULL,
  reason         text        NOT NULL,
  written_in     xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, recognition_id, number),
  FOREIGN KEY (city_id, recognition_id) REFERENCES recognition (city_id, id)
);
SELECT protect_city_table('recognition_step', 'SELECT, INSERT');
