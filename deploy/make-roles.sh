#!/bin/sh
# In the container of the database: makes the two roles of roles.sql and gives them their passwords. PostgreSQL's image runs it
# once, when the volume is new; by hand it can be run again, and then only the passwords change:
#
#   docker compose exec database /docker-entrypoint-initdb.d/make-roles.sh
set -eu
as_superuser() { psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" "$@"; }

as_superuser -f "${ROLES_SQL:-/roles.sql}"
as_superuser -v owner="${PAP_OWNER_PASSWORD:?}" -v bot="${PAP_BOT_PASSWORD:?}" <<'SQL'
ALTER ROLE pap_owner PASSWORD :'owner';
ALTER ROLE pap_bot PASSWORD :'bot';
SQL
