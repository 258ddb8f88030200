-- What is known of an enterprise year by year, what it was recognised as, how it grew; and whom the city counts.

-- A year's figures with the size they give: the inputs, the version of the standard, the result.
CREATE TABLE enterprise_year (
  city_id        smallint    NOT NULL REFERENCES city,
  id             uuid        NOT NULL,
  version        integer     NOT NULL,
  enterprise_id  uuid        NOT NULL,
  year           integer     NOT NULL CHECK (year BETWEEN 1978 AND 2200),
  employees      bigint      CHECK (employees BETWEEN 0 AND 99999999),
  revenue_fen    bigint      CHECK (revenue_fen BETWEEN 0 AND 100000000000000000),
  assets_fen     bigint      CHECK (assets_fen BETWEEN 0 AND 100000000000000000),
  source         text        NOT NULL CHECK (length(source) BETWEEN 2 AND 200),
  industry_code  text        NOT NULL REFERENCES industry,
  standard       text        NOT NULL,
  size_class     text        NOT NULL
                 CHECK (size_class IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE', 'NOT_CLASSIFIED', 'INCOMPLETE')),
  officer_class  text        CHECK (officer_class IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  officer_reason text        CHECK (length(officer_reason) BETWEEN 6 AND 500),
  officer_id     uuid,
  recorded_by    uuid,
  recorded_at    timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  CONSTRAINT enterprise_year_once UNIQUE (city_id, enterprise_id, year),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id),
  CHECK (num_nonnulls(employees, revenue_fen, assets_fen) > 0),
  CONSTRAINT officer_gives_a_reason CHECK ((officer_class IS NULL) = (officer_reason IS NULL)),
  CONSTRAINT officer_where_the_standard_is_silent CHECK (officer_class IS NULL OR size_class = 'NOT_CLASSIFIED')
);
COMMENT ON COLUMN enterprise_year.industry_code IS 'as it was when the size was worked out';
SELECT protect_city_table('enterprise_year', 'SELECT, INSERT, UPDATE');

CREATE TABLE enterprise_tag (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  version       integer     NOT NULL,
  enterprise_id uuid        NOT NULL,
  tag           text        NOT NULL CHECK (tag IN ('TECHNOLOGY', 'HIGH_TECH', 'INNOVATIVE', 'SPECIALISED', 'LITTLE_GIANT',
                  'PILLAR_INDUSTRY')),
  granted_on    date        NOT NULL,
  expires_on    date,
  document      text        NOT NULL CHECK (length(document) BETWEEN 2 AND 200),
  recorded_by   uuid,
  recorded_at   timestamptz NOT NULL,
  withdrawn_at  timestamptz,
  withdrawn_by  uuid,
  withdrawn_for text        CHECK (length(withdrawn_for) BETWEEN 6 AND 500),
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id),
  CHECK (expires_on >= granted_on),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_for IS NULL))
);
COMMENT ON COLUMN enterprise_tag.expires_on IS 'the last day; null is without end';
CREATE UNIQUE INDEX enterprise_tag_once ON enterprise_tag (city_id, enterprise_id, tag, granted_on) WHERE withdrawn_at IS NULL;
CREATE INDEX enterprise_tag_held ON enterprise_tag (city_id, tag, enterprise_id) INCLUDE (granted_on, expires_on)
  WHERE withdrawn_at IS NULL;
SELECT protect_city_table('enterprise_tag', 'SELECT, INSERT, UPDATE');

-- 个转企, 小升规, 规改股, 股上市: what indicators count, so each has its date and its evidence.
CREATE TABLE growth_event (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  version       integer     NOT NULL,
  enterprise_id uuid        NOT NULL,
  kind          text        NOT NULL
                CHECK (kind IN ('HOUSEHOLD_TO_COMPANY', 'ABOVE_SCALE', 'SHAREHOLDING_REFORM', 'LISTING')),
  happened_on   date        NOT NULL,
  evidence      text        NOT NULL CHECK (length(evidence) BETWEEN 2 AND 500),
  recorded_by   uuid,
  recorded_at   timestamptz NOT NULL,
  withdrawn_at  timestamptz,
  withdrawn_by  uuid,
  withdrawn_for text        CHECK (length(withdrawn_for) BETWEEN 6 AND 500),
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_for IS NULL))
);
CREATE UNIQUE INDEX growth_event_once ON growth_event (city_id, enterprise_id, kind, happened_on) WHERE withdrawn_at IS NULL;
CREATE INDEX growth_event_by_day ON growth_event (city_id, kind, happened_on) WHERE withdrawn_at IS NULL;
SELECT protect_city_table('growth_event', 'SELECT, INSERT, UPDATE');

-- Whom a city leaves out when it counts its small and micro enterprises; a city without a row leaves nobody out.
CREATE TABLE enterprise_population (
  city_id     smallint NOT NULL REFERENCES city,
  id          uuid     NOT NULL,
  version     integer  NOT NULL,
  above_scale boolean  NOT NULL,
  above_limit boolean  NOT NULL,
  households  boolean  NOT NULL,
  document    text     NOT NULL CHECK (length(document) BETWEEN 2 AND 200),
  PRIMARY KEY (city_id, id),
  CONSTRAINT one_population UNIQUE (city_id)
);
SELECT protect_city_table('enterprise_population', 'SELECT, INSERT, UPDATE');
