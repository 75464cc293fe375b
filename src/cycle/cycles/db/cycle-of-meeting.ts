// Which meetings have a cycle, whether or not its row is there yet. A row is made when there is something to keep in
// it; until then the cycle has the id that its row will have, so no answer waits for the job that makes rows.
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../../../core/database/db/executor.ts';
import { Prisma } from '../../../generated/prisma/client.ts';

/** The id that the row of the cycle of the meeting `m` is made with. */
const idToBe = Prisma.sql`md5('cycle:' || m.id::text)::uuid`;

/** The id of the cycle of the meeting `m`, of which `c` is the row, or nothing. */
export const cycleIdOf = Prisma.sql`coalesce(c.id, ${idToBe})`;

/**
 * Whether the meeting `m` of the forum `f` has a cycle: its row `c` is there, or it is the forum's next meeting, or it
 * was that at some time since the forum's returns began to be kept.
 */
export function hasCycle(today: Temporal.PlainDate): Prisma.Sql {
  const day = Prisma.sql`${today.toString()}::date`;
  return Prisma.sql`(c.id IS NOT NULL OR (f.collects_returns
    AND EXISTS (SELECT FROM plan_version v WHERE v.partnership_id = m.partnership_id AND v.status = 'current')
    AND NOT EXISTS (
      SELECT FROM meeting n
      WHERE n.partnership_id = m.partnership_id AND n.forum_id = m.forum_id AND n.called_off_at IS NULL
        AND n.held_on >= ${day} AND n.held_on < m.held_on)
    AND (m.held_on >= ${day} OR EXISTS (
      SELECT FROM meeting n JOIN governance_cycle g ON g.partnership_id = n.partnership_id AND g.meeting_id = n.id
      WHERE n.partnership_id = m.partnership_id AND n.forum_id = m.forum_id AND n.held_on < m.held_on))))`;
}

/** Makes the rows of these cycles that are not there; to be run, or named in a statement's WITH. */
export function beginCycles(partnershipId: string, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`INSERT INTO governance_cycle (id, partnership_id, plan_version_id, meeting_id)
    SELECT ${idToBe}, m.partnership_id, v.id, m.id
    FROM meeting m JOIN plan_version v ON v.partnership_id = m.partnership_id AND v.status = 'current'
    WHERE m.partnership_id = ${partnershipId}::uuid AND ${idToBe} = ANY(${[...ids]}::uuid[])
    ON CONFLICT DO NOTHING`;
}

/** Makes the missing cycles from a day on, each with a return to give for every open objective; how many of both. */
export async function ensureCycles(
  db: Executor,
  partnershipId: string,
  today: Temporal.PlainDate,
): Promise<{ cycles: number; returns: number }> {
  const cycles = await db.$executeRaw`
    INSERT INTO governance_cycle (id, partnership_id, plan_version_id, meeting_id)
    SELECT ${idToBe}, m.partnership_id, v.id, m.id
    FROM meeting m
    JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id
    JOIN plan_version v ON v.partnership_id = m.partnership_id AND v.status = 'current'
    LEFT JOIN governance_cycle c ON c.partnership_id = m.partnership_id AND c.meeting_id = m.id
    WHERE m.partnership_id = ${partnershipId}::uuid AND m.called_off_at IS NULL AND c.id IS NULL
      AND m.held_on >= ${today.toString()}::date AND ${hasCycle(today)}
    ON CONFLICT DO NOTHING`;
  const returns = await db.$executeRaw`
    INSERT INTO return_request (id, partnership_id, cycle_id, objective_id)
    SELECT gen_random_uuid(), c.partnership_id, c.id, o.id
    FROM governance_cycle c
    JOIN meeting m ON m.partnership_id = c.partnership_id AND m.id = c.meeting_id AND m.called_off_at IS NULL
    JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id AND f.collects_returns
    JOIN plan_version v ON v.partnership_id = c.partnership_id AND v.status = 'current'
    JOIN objective o ON o.partnership_id = v.partnership_id AND o.plan_version_id = v.id AND o.status = 'open'
    WHERE c.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${today.toString()}::date
    ON CONFLICT (partnership_id, cycle_id, objective_id) DO NOTHING`;
  return { cycles, returns };
}
