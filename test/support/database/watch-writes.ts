// Counts what the product writes, so that a test can say of a line that it recorded nothing.
import type { Pool, PoolClient } from 'pg';

/** Each request is noted as answered, whatever it did. */
const WRITES =
  /^\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(?!(?:"?public"?\.)?"?answered_request\b)/i;

export type Writes = {
  /** How many statements that write rows have been asked, apart from the note that a request was answered. */
  count(): number;
};

/** Counts the writing statements of a pool from now on. */
export function countWrites(pool: Pool): Writes {
  let writes = 0;
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client: PoolClient) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        if (WRITES.test(textOf(args[0]))) writes++;
        return query(...args);
      },
    });
  });
  return { count: () => writes };
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
}
