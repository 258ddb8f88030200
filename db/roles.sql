-- The roles of the portal, and what else only a superuser may bring. Run in the portal's database before the first start of
-- a release that changes this file; harmless to repeat.
-- Passwords are not set here: give fledge_migrator and fledge_app theirs with ALTER ROLE … PASSWORD.
--   fledge_owner     owns every table, never logs in
--   fledge_migrator  logs in for migrations only, and acts as fledge_owner
--   fledge_app       the portal: owns nothing, is a member of nothing, and row-level security binds it
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fledge_owner') THEN
    CREATE ROLE fledge_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fledge_migrator') THEN
    CREATE ROLE fledge_migrator LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE IN ROLE fledge_owner;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fledge_app') THEN
    CREATE ROLE fledge_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;

CREATE SCHEMA IF NOT EXISTS fledge AUTHORIZATION fledge_owner;
GRANT USAGE ON SCHEMA fledge TO fledge_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
-- Lets an exclusion constraint compare ids; only a superuser may bring it.
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

ALTER ROLE fledge_migrator SET search_path = fledge;
ALTER ROLE fledge_app SET search_path = fledge;
ALTER ROLE fledge_app SET statement_timeout = '30s';
ALTER ROLE fledge_app SET lock_timeout = '5s';
ALTER ROLE fledge_app SET idle_in_transaction_session_timeout = '60s';
