-- Which figure of a return the ledger of residents knows as well: it is shown beside what is typed and never written in its place.
CREATE TABLE ledger_comparison (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  indicator_id uuid        NOT NULL,
  figure       text        NOT NULL CHECK (figure IN ('RESIDENTS', 'JOBS', 'MOVED_IN', 'GRADUATED', 'LEFT')),
  set_by       uuid        NOT NULL,
  set_at       timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, set_by) REFERENCES person
);
SELECT protect_city_table('ledger_comparison', 'SELECT, INSERT');
