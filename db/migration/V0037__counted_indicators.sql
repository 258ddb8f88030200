-- Which facts of the registers an indicator counts: their number stands beside what is reported and is never written in its place.
CREATE TABLE counted_indicator (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  indicator_id uuid        NOT NULL,
  fact         text        NOT NULL CHECK (fact IN (
    'HOUSEHOLD_TO_COMPANY', 'ABOVE_SCALE', 'SHAREHOLDING_REFORM', 'LISTING',
    'NEW_MAKERSPACE', 'UPGRADED_TO_PROVINCIAL', 'RECOGNISED_NATIONALLY', 'MODEL_BASE')),
  set_by       uuid        NOT NULL,
  set_at       timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, indicator_id),
  FOREIGN KEY (city_id, indicator_id) REFERENCES indicator (city_id, id),
  FOREIGN KEY (city_id, set_by) REFERENCES person
);
SELECT protect_city_table('counted_indicator', 'SELECT, INSERT, DELETE');
