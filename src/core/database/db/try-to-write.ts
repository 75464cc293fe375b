// Whether the database can be written, found out without leaving anything in it: no row, and no dead one either.
import type { Pool } from 'pg';

/** Sorting this with so little memory writes about half a megabyte beside the record, and removes it. */
const FILL_DISK =
  'SELECT count(*) FROM (SELECT n FROM generate_series(1, 10000) n ORDER BY md5(n::text)) sorted';
/** Refused where nothing may be written, by a right or because the database is a standby; it changes no row. */
const CHANGE_NOTHING = 'UPDATE partnership SET key = key WHERE false';
/** One entry in the log of changes, which the commit has to bring to the disk. */
const COMMIT_SOMETHING = "SELECT pg_logical_emit_message(true, 'pap', '')";

/** @throws what the database says when it cannot write: a full disk, read-only, no right to */
export async function tryToWrite(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SET LOCAL work_mem = '64kB'");
    await client.query(FILL_DISK);
    await client.query(CHANGE_NOTHING);
    await client.query(COMMIT_SOMETHING);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
