#!/bin/sh
# Gives the two roles that log in their passwords, from the environment. Run by the database's container after db/roles.sql.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-postgres}" \
  --set migrator="$FLEDGE_MIGRATOR_PASSWORD" --set app="$FLEDGE_APP_PASSWORD" <<'SQL'
ALTER ROLE fledge_migrator PASSWORD :'migrator';
ALTER ROLE fledge_app PASSWORD :'app';
SQL
