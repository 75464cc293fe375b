// Two roles on PostgreSQL: the owner of the tables migrates them, and the bot's own role, which is held to the policies that
// keep partnerships apart, may read and write their rows and nothing else.
import type { Queries } from './queries.ts';

/** Any fixed number: two processes that start at once must not grant at once. */
const LOCK = 7_220_240_726;
const SCHEMAS = ['public', 'graphile_worker'];
/** Which migrations were applied is read by everybody and written by the owner alone. */
const BOOKKEEPING = '_prisma_migrations';

/**
 * Lets the role use what the owner has made. Asked at every start, and does something after a migration only.
 * @param owner a connection of the owner
 */
export async function letUse(owner: Queries, role: string): Promise<void> {
  if (await mayUse(owner, role)) return;
  await owner.query('BEGIN');
  try {
    await owner.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await owner.query<{ name: string; schemas: string; bookkeeping: string }>(
      `SELECT quote_ident($1) AS name, string_agg(quote_ident(s), ', ') AS schemas, quote_ident($3) AS bookkeeping
       FROM unnest($2::text[]) s`,
      [role, SCHEMAS, BOOKKEEPING],
    );
    const { name, schemas, bookkeeping } = rows[0] ?? { name: '', schemas: '', bookkeeping: '' };
    await owner.query(`
      GRANT USAGE ON SCHEMA ${schemas} TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schemas} TO ${name};
      REVOKE INSERT, UPDATE, DELETE ON ${bookkeeping} FROM ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schemas} TO ${name};
      GRANT EXECUTE ON ALL ROUTINES IN SCHEMA ${schemas} TO ${name};`);
    // The queue's tables are closed to all but their owner, and hold no rows of a partnership's own.
    const closed = await owner.query<{ place: string }>(closedTables, [role]);
    for (const { place } of closed.rows)
      await owner.query(`CREATE POLICY ${name} ON ${place} TO ${name} USING (true)`);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

/** Whether the role may use all that the owner has made. Any role can ask. */
export async function mayUse(owner: Queries, role: string): Promise<boolean> {
  const { rows } = await owner.query<{ missing: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_class c WHERE c.relnamespace::regnamespace::text = ANY($2) AND (
         c.relkind = 'r' AND NOT has_table_privilege($1, c.oid, 'SELECT')
         OR c.relkind = 'S' AND NOT has_sequence_privilege($1, c.oid, 'USAGE')
       )
     ) OR EXISTS (
       SELECT FROM pg_proc p
       WHERE p.pronamespace::regnamespace::text = ANY($2) AND NOT has_function_privilege($1, p.oid, 'EXECUTE')
     ) AS missing`,
    [role, SCHEMAS],
  );
  if (rows[0]?.missing !== false) return false;
  return (await owner.query(closedTables, [role])).rows.length === 0;
}

const closedTables = `SELECT c.oid::regclass::text AS place FROM pg_class c
  WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = $1)`;
