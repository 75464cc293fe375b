// Governance cycles and the returns that they ask for. Deadlines are not stored: the rules read them
// off the meeting's date and its forum's lead times.
import { Temporal } from 'temporal-polyfill';
import type { CycleRepository, GivenReturn, OutstandingRow } from '../app/ports.ts';
import type { Cycle, ForumRules } from '../domain/cycle.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Executor, fromInstant, isId, onlyIds, toInstant } from './executor.ts';
import { assignmentInForce, byRef } from './objectives.ts';

type CycleRow = Omit<Cycle, 'meetingDate' | 'rules'> &
  ForumRules & { readonly heldOn: string; readonly owed?: string[] | null };

type AnswerRow = Omit<GivenReturn, 'at'> & { readonly objectiveId: string; readonly at: Date };

/** Cycles of one partnership. */
export function createCycles(db: Executor, partnershipId: string): CycleRepository {
  async function select(from: Temporal.PlainDate, further: Prisma.Sql): Promise<CycleRow[]> {
    return await db.$queryRaw<CycleRow[]>`
      SELECT c.id, f.name AS "forumName", m.held_on::text AS "heldOn", m.title AS "meetingTitle",
        f.return_lead_working_days AS "returnLeadWorkingDays", f.return_due_time AS "returnDueTime",
        f.freeze_lead_working_days AS "freezeLeadWorkingDays", p.time_zone AS "timeZone",
        (m.example OR f.example) AS example ${further}
      FROM governance_cycle c
      JOIN meeting m ON m.id = c.meeting_id
      JOIN forum f ON f.id = m.forum_id
      JOIN partnership p ON p.id = c.partnership_id
      WHERE c.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
      ORDER BY m.held_on, f.name, c.id`;
  }

  return {
    async listFrom(from) {
      return (await select(from, Prisma.empty)).map(toCycle);
    },

    async listOwedBy(personId, today) {
      const rows = await select(today, Prisma.sql`, ${owedBy(personId, today)} AS owed`);
      return rows.map((row) => ({ ...toCycle(row), owed: (row.owed ?? []).sort(byRef.compare) }));
    },

    async ensure(from) {
      const cycles = await db.$executeRaw`
        INSERT INTO governance_cycle (id, partnership_id, plan_version_id, meeting_id)
        SELECT gen_random_uuid(), f.partnership_id, v.id, m.id
        FROM forum f
        JOIN plan_version v ON v.partnership_id = f.partnership_id AND v.status = 'current'
        JOIN LATERAL (
          SELECT n.id FROM meeting n
          WHERE n.forum_id = f.id AND n.held_on >= ${from.toString()}::date
          ORDER BY n.held_on LIMIT 1
        ) m ON true
        WHERE f.partnership_id = ${partnershipId}::uuid AND f.collects_returns
        ON CONFLICT (meeting_id) DO NOTHING`;
      const returns = await db.$executeRaw`
        INSERT INTO return_request (id, partnership_id, cycle_id, objective_id)
        SELECT gen_random_uuid(), c.partnership_id, c.id, o.id
        FROM governance_cycle c
        JOIN meeting m ON m.id = c.meeting_id
        JOIN forum f ON f.id = m.forum_id AND f.collects_returns
        JOIN plan_version v ON v.partnership_id = c.partnership_id AND v.status = 'current'
        JOIN objective o ON o.plan_version_id = v.id AND o.status = 'open'
        WHERE c.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
        ON CONFLICT (cycle_id, objective_id) DO NOTHING`;
      return { cycles, returns };
    },

    async outstanding(cycleId, at) {
      if (!isId(cycleId)) return [];
      return await db.$queryRaw<OutstandingRow[]>`
        SELECT r.objective_id AS "objectiveId", r.cycle_id AS "cycleId"
        FROM return_request r JOIN objective o ON o.id = r.objective_id
        WHERE r.partnership_id = ${partnershipId}::uuid AND r.cycle_id = ${cycleId}::uuid
          AND ${at ? notAnsweredAt(fromInstant(at)) : Prisma.sql`o.status = 'open' AND r.answered_by_id IS NULL`}
        ORDER BY o.ref`;
    },

    async answers(cycleId, objectiveIds) {
      if (!isId(cycleId)) return new Map();
      const rows = await db.$queryRaw<AnswerRow[]>`
        WITH RECURSIVE said AS (
          SELECT r.objective_id, e.id, e.to_rag, e.at, e.author_id, 0 AS amended
          FROM return_request r JOIN objective_entry e ON e.id = r.answered_by_id
          WHERE r.partnership_id = ${partnershipId}::uuid AND r.cycle_id = ${cycleId}::uuid
            AND r.objective_id = ANY(${onlyIds(objectiveIds)}::uuid[])
          UNION ALL
          SELECT s.objective_id, a.id, a.to_rag, s.at, s.author_id, s.amended + 1
          FROM said s JOIN objective_entry a ON a.supersedes_id = s.id AND a.kind = 'amend'
        )
        SELECT DISTINCT ON (s.objective_id) s.objective_id AS "objectiveId", p.name AS by, s.at, s.to_rag::text AS rag
        FROM said s LEFT JOIN person p ON p.id = s.author_id
        ORDER BY s.objective_id, s.amended DESC`;
      return new Map(
        rows.map(({ objectiveId, at, ...facts }) => [objectiveId, { ...facts, at: toInstant(at) }]),
      );
    },
  };
}

/** References of the objectives that the person owns on the day and that the cycle `c` waits for. */
function owedBy(personId: string, today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_agg(DISTINCT o.ref)
    FROM assignment s
    JOIN person p ON p.id = s.person_id
    JOIN objective o ON o.id = s.objective_id AND o.status = 'open'
    JOIN plan_version v ON v.id = o.plan_version_id AND v.status = 'current'
    JOIN return_request r ON r.objective_id = o.id AND r.cycle_id = c.id AND r.answered_by_id IS NULL
    WHERE s.person_id = ${personId}::uuid AND s.role = 'owner' AND ${assignmentInForce(today)})`;
}

/** Whether the return `r` was still to come at a moment: not answered by it, nor by what was taken back later. */
function notAnsweredAt(at: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM objective_entry e WHERE e.id = r.answered_by_id AND e.at <= ${at})
    AND NOT EXISTS (
      SELECT FROM objective_entry e JOIN objective_entry s ON s.supersedes_id = e.id AND s.kind = 'undo'
      WHERE e.objective_id = r.objective_id AND e.cycle_id = r.cycle_id AND e.at <= ${at} AND s.at > ${at})`;
}

function toCycle({
  heldOn,
  returnLeadWorkingDays,
  returnDueTime,
  freezeLeadWorkingDays,
  owed: _owed,
  ...facts
}: CycleRow): Cycle {
  return {
    ...facts,
    meetingDate: Temporal.PlainDate.from(heldOn),
    rules: { returnLeadWorkingDays, returnDueTime, freezeLeadWorkingDays },
  };
}
