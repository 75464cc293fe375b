-- Row-level security, the second lock between partnerships: a role that does not own these tables is given the rows of the
-- partnership that its connection says, in "pap.partnership", and no others. "*" reads those of all and changes none; nothing
-- said is nobody's. It holds for a role of its own for the bot (deploy/roles.sql); the owner of the tables, and the embedded
-- engine, which knows one user only, go past it.

CREATE FUNCTION pap_partnership() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(current_setting('pap.partnership', true)) = 36
    THEN current_setting('pap.partnership', true)::uuid END
$$;

CREATE FUNCTION pap_reads_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting('pap.partnership', true) = '*', false)
$$;

-- Once for each table; a table that comes later calls it in its own migration. The conditions are asked once a statement.
CREATE FUNCTION pap_keep_apart(place regclass, whose name DEFAULT 'partnership_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', place);
  EXECUTE format('CREATE POLICY own_partnership ON %s USING (%I = (SELECT pap_partnership()))', place, whose);
  EXECUTE format('CREATE POLICY reads_all ON %s FOR SELECT USING ((SELECT pap_reads_all()))', place);
END $$;

SELECT pap_keep_apart(t.oid::regclass, a.attname)
FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped
WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
  AND a.attname = CASE t.relname WHEN 'partnership' THEN 'id' ELSE 'partnership_id' END
ORDER BY t.relname;
