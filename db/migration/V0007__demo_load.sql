-- Which cities of the demonstration were loaded to the end: one is loaded in many transactions.

CREATE TABLE demo_load (
  city_code   text        PRIMARY KEY REFERENCES city (code),
  finished_at timestamptz NOT NULL
);
COMMENT ON TABLE demo_load IS 'shared: the demonstration cities that are complete; read before any city is bound';
GRANT SELECT, INSERT ON demo_load TO fledge_app;
