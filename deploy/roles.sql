-- Two roles for one record on PostgreSQL: pap_owner owns the tables and migrates them, pap_bot is held to the policies that
-- keep partnerships apart. Once, by a superuser, in the record's database; a second time changes nothing:
--
--   psql -d pap -v ON_ERROR_STOP=1 -f deploy/roles.sql
--   psql -d pap -c '\password pap_owner' -c '\password pap_bot'
--
-- What is there already goes to pap_owner. Then set PAP_MIGRATION_DATABASE_URL to the address of pap_owner and DATABASE_URL
-- to that of pap_bot (docs/operations.md, "Two roles on PostgreSQL").
\set QUIET on
BEGIN;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pap_owner') THEN CREATE ROLE pap_owner LOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pap_bot') THEN CREATE ROLE pap_bot LOGIN; END IF;
END $$;
ALTER ROLE pap_owner NOSUPERUSER NOCREATEROLE NOCREATEDB;
ALTER ROLE pap_bot NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS;

DO $$
DECLARE thing record;
BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO pap_owner', current_database());
  EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO pap_owner, pap_bot', current_database());
  FOR thing IN
    SELECT format('ALTER SCHEMA %I OWNER TO pap_owner', n.nspname) AS change, 1 AS turn
    FROM pg_namespace n WHERE n.nspname IN ('public', 'graphile_worker')
    UNION ALL
    SELECT format('ALTER %s %s OWNER TO pap_owner',
      CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, c.oid::regclass), 2
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p', 'v', 'S', 'c')
      -- The sequence of a column goes with its table.
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
        AND c.relkind = 'S' AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO pap_owner', p.oid::regprocedure), 3
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'graphile_worker')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
    UNION ALL
    SELECT format('ALTER TYPE %s OWNER TO pap_owner', t.oid::regtype), 4
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname IN ('public', 'graphile_worker') AND t.typtype IN ('e', 'd')
    ORDER BY turn
  LOOP
    EXECUTE thing.change;
  END LOOP;
END $$;

COMMIT;
