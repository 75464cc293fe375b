// How fast may be sent, over all processes: the generic cell rate algorithm. A row keeps the theoretical
// arrival time of its limit; the database's clock decides, so processes agree whatever their own clocks say.

import { float, int, orNull } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { PaceLimit, SendPace } from '../../../core/request/app/chat-ports.ts';
import { Prisma } from '../../../generated/prisma/client.ts';

const verdictRow = { known: int, wait: orNull(float) };
type Verdict = RowOf<typeof verdictRow>;

/** @param clock the time as SQL; tests put their own in */
export function createSendPace(
  db: Executor,
  clock: () => Prisma.Sql = () => Prisma.sql`clock_timestamp()`,
): SendPace {
  async function take(limits: readonly PaceLimit[]): Promise<Verdict> {
    const wanted = wantedRows(limits);
    // The rows are locked in the order of their keys, so that two processes never wait for each other,
    // and the time is read once they are: a wait for the lock is part of the wait for the slot.
    const [verdict] = await rowsFrom(db, verdictRow)`
      WITH wanted AS (${wanted}), locked AS MATERIALIZED (
        SELECT key, free_at, set_at FROM send_pace WHERE key IN (SELECT key FROM wanted) ORDER BY key FOR UPDATE
      ), moment AS MATERIALIZED (
        SELECT count(*)::int AS known, ${clock()} AS at FROM locked
      ), held AS MATERIALIZED (
        SELECT w.key, w.every, w.slack, ${validFreeAt} AS free_at FROM locked p JOIN wanted w ON w.key = p.key, moment m
      ), verdict AS MATERIALIZED (
        SELECT m.known, m.at, (SELECT max(h.free_at - h.slack) FROM held h) AS free_from FROM moment m
      ), taken AS (
        UPDATE send_pace p SET free_at = greatest(h.free_at, v.at) + h.every, set_at = v.at
        FROM held h, verdict v
        WHERE p.key = h.key AND v.known = ${limits.length}::int AND v.free_from <= v.at
      )
      SELECT known, ${waitMs} AS wait FROM verdict`;
    return verdict ?? { known: 0, wait: null };
  }

  return {
    async waitFor(limits) {
      if (limits.length === 0) return 0;
      const [verdict] = await rowsFrom(db, verdictRow)`
        WITH moment AS MATERIALIZED (
          SELECT ${clock()} AS at
        ), verdict AS (
          SELECT count(*)::int AS known, min(m.at) AS at, max(${validFreeAt} - w.slack) AS free_from
          FROM send_pace p JOIN (${wantedRows(limits)}) w ON w.key = p.key, moment m
        )
        SELECT known, ${waitMs} AS wait FROM verdict`;
      return verdict?.wait ?? 0;
    },

    async take(limits) {
      if (limits.length === 0) return 0;
      const first = await take(limits);
      if (first.known === limits.length) return first.wait ?? 0;
      // Somebody is written to for the first time: the rows are made, free, and asked again.
      await db.$executeRaw`
        INSERT INTO send_pace (key, free_at) SELECT key, '-infinity' FROM (${wantedRows(limits)}) w ORDER BY key
        ON CONFLICT (key) DO NOTHING`;
      return (await take(limits)).wait ?? 0;
    },

    async holdUp(limit, forMs) {
      const { key, everyMs, burst } = limit;
      const until = Prisma.sql`${clock()} + ${forMs + everyMs * (burst - 1)}::float8 * interval '1 millisecond'`;
      // The row is locked when its old values are looked at, so that no longer hold of another process is lost.
      await db.$executeRaw`
        INSERT INTO send_pace AS p (key, free_at, set_at) VALUES (${key}, ${until}, ${clock()})
        ON CONFLICT (key) DO UPDATE SET set_at = excluded.set_at, free_at = greatest(excluded.free_at, (
          SELECT ${validFreeAt} FROM (${wantedRows([limit])}) w, (SELECT ${clock()} AS at) m))`;
    },
  };
}

/** Nothing holds a limit up for longer than this beside its own slots (`MAX_RETRY_AFTER_MS`). */
const LONGEST_HOLD = Prisma.sql`interval '1 hour'`;

/**
 * Until when the row `p` of the limit `w` holds at the moment `m`. A row that was set later than now, or further ahead
 * than anything sets it, comes from a clock that ran ahead and has been put right: it holds nothing up.
 */
const validFreeAt = Prisma.sql`CASE
  WHEN p.set_at > m.at OR p.free_at > m.at + ${LONGEST_HOLD} + w.slack + w.every THEN '-infinity'::timestamptz
  ELSE p.free_at END`;

/** Rounded up: who waits for so long finds the slot free. */
const waitMs = Prisma.sql`CASE WHEN free_from > at
  THEN ceil(extract(epoch FROM free_from - at) * 1000)::float8 ELSE 0 END`;

function wantedRows(limits: readonly PaceLimit[]): Prisma.Sql {
  const rows = JSON.stringify(
    limits.map(({ key, everyMs, burst }) => ({
      key,
      every: everyMs,
      slack: everyMs * (burst - 1),
    })),
  );
  return Prisma.sql`SELECT key, every * interval '1 millisecond' AS every, slack * interval '1 millisecond' AS slack
    FROM json_to_recordset(${rows}::json) AS w (key text, every float8, slack float8)`;
}
