#!/bin/sh
# Copies an embedded record into an empty PostgreSQL database: every table as it is, the history and its digests
# included. The bot has to be serving the folder, and nobody may be using it: what is recorded meanwhile stays
# behind. docs/operations.md says how it is used.
# deploy/copy-record.sh /var/lib/pap/record postgresql://postgres@host/pap
set -eu
folder=$1
target=$2

from() { psql -X -q -At -v ON_ERROR_STOP=1 -h "$folder" -U postgres postgres "$@"; }

# All is read before anything is written: a copy that stops half way must not look like one.
copy=$(mktemp)
trap 'rm -f "$copy"' EXIT
{
  # As a replica, the database checks no references and lets rows keep their digests.
  echo 'BEGIN; SET session_replication_role = replica;'
  for table in $(from -c "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1"); do
    echo "COPY public.\"$table\" FROM stdin;"
    from -c "COPY public.\"$table\" TO STDOUT"
    echo '\.'
  done
  from -c "SELECT format('SELECT setval(%L, %s);', 'public.' || quote_ident(sequencename), coalesce(last_value, 1)) FROM pg_sequences WHERE schemaname = 'public'"
  echo 'COMMIT;'
} > "$copy"
psql -X -q -v ON_ERROR_STOP=1 -d "$target" -f "$copy" > /dev/null
