// Governance cycles and the returns that they ask for. Deadlines are not stored: the rules read them
// off the meeting's date and its forum's lead times.
import { Temporal } from 'temporal-polyfill';
import type { CycleRepository, GivenReturn, OutstandingRow } from '../app/ports.ts';
import { chaseRules, type OwnChaseRules } from '../domain/chase-rules.ts';
import type { ByHand, Cycle } from '../domain/cycle.ts';
import { type DeadlineKind, type LeadTime, toForumRules } from '../domain/forum-rules.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type ClosureRow, toCalendar } from './calendars.ts';
import { type Executor, fromInstant, isId, onlyIds, toInstant } from './executor.ts';
import { assignmentInForce, byRef } from './objectives.ts';
import { rowsAt } from './rows-at.ts';

type MeetingRow = {
  readonly id: string;
  readonly forumName: string;
  readonly heldOn: string;
  readonly meetingTitle: string;
  readonly deadlines: readonly (LeadTime & { readonly kind: DeadlineKind })[] | null;
  readonly chaseRules: OwnChaseRules | null;
  readonly closures: readonly ClosureRow[] | null;
  readonly timeZone: string;
  readonly example: boolean;
};
export type ByHandRow = { readonly [K in keyof ByHand]: Date | null };
type CycleRow = MeetingRow &
  ByHandRow & {
    readonly owed?: string[] | null;
    /** Whether it was recorded when it opened; asked only as at a moment. */
    readonly dated?: boolean;
  };

/** What a meeting `m` of a forum `f` in a partnership `p` is, and the rules that its deadlines follow from. */
const meetingColumns = Prisma.sql`f.name AS "forumName", m.held_on::text AS "heldOn", m.title AS "meetingTitle",
  ${forumDeadlines()} AS deadlines, f.chase_rules AS "chaseRules",
  (SELECT json_agg(json_build_object('day', d.day, 'worked', d.worked)) FROM closure_day d
    WHERE d.partnership_id = p.id AND d.organisation_id IS NULL) AS closures,
  p.time_zone AS "timeZone", (m.example OR f.example) AS example`;

/** The deadlines of the forum `f`, as JSON. */
export function forumDeadlines(): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_agg(json_build_object('kind', l.kind, 'days', l.days, 'unit', l.unit, 'time', l.time))
    FROM forum_deadline l WHERE l.forum_id = f.id)`;
}

type AnswerRow = Omit<GivenReturn, 'at'> & { readonly objectiveId: string; readonly at: Date };

/** Cycles of one partnership. */
export function createCycles(
  db: Executor,
  partnershipId: string,
  at?: Temporal.Instant,
): CycleRepository {
  async function select(
    from: Temporal.PlainDate,
    further: Prisma.Sql,
    asAt = at,
  ): Promise<CycleRow[]> {
    return await db.$queryRaw<CycleRow[]>`
      ${rowsAt(partnershipId, asAt)('governance_cycle', 'meeting', 'forum', 'forum_deadline', 'closure_day')}
      SELECT c.id, ${meetingColumns}, c.opened_at AS "openedAt", c.frozen_at AS "frozenAt", c.minuted_at AS "minutedAt"
        ${further}
      FROM governance_cycle c
      JOIN meeting m ON m.id = c.meeting_id AND m.called_off_at IS NULL
      JOIN forum f ON f.id = m.forum_id
      JOIN partnership p ON p.id = c.partnership_id
      WHERE c.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
      ORDER BY m.held_on, f.name, c.id`;
  }

  return {
    async listFrom(from, asAt = at) {
      if (!asAt) return (await select(from, Prisma.empty)).map(toCycle);
      return openThen(await select(from, dated, asAt)).map(toCycle);
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
          WHERE n.forum_id = f.id AND n.held_on >= ${from.toString()}::date AND n.called_off_at IS NULL
          ORDER BY n.held_on LIMIT 1
        ) m ON true
        WHERE f.partnership_id = ${partnershipId}::uuid AND f.collects_returns
        ON CONFLICT (meeting_id) DO NOTHING`;
      const returns = await db.$executeRaw`
        INSERT INTO return_request (id, partnership_id, cycle_id, objective_id)
        SELECT gen_random_uuid(), c.partnership_id, c.id, o.id
        FROM governance_cycle c
        JOIN meeting m ON m.id = c.meeting_id AND m.called_off_at IS NULL
        JOIN forum f ON f.id = m.forum_id AND f.collects_returns
        JOIN plan_version v ON v.partnership_id = c.partnership_id AND v.status = 'current'
        JOIN objective o ON o.plan_version_id = v.id AND o.status = 'open'
        WHERE c.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
        ON CONFLICT (cycle_id, objective_id) DO NOTHING`;
      return { cycles, returns };
    },

    async listReviews(from) {
      const rows = await db.$queryRaw<MeetingRow[]>`
        SELECT m.id, ${meetingColumns}
        FROM meeting m
        JOIN forum f ON f.id = m.forum_id
        JOIN partnership p ON p.id = m.partnership_id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
          AND m.called_off_at IS NULL
          AND EXISTS (SELECT FROM forum_deadline l WHERE l.forum_id = f.id AND l.kind = 'evidence-due')
        ORDER BY m.held_on, f.name, m.id`;
      return rows.flatMap((row) => {
        const { rules, ...facts } = toMeetingFacts(row);
        return rules.evidenceDue ? [{ ...facts, due: rules.evidenceDue }] : [];
      });
    },

    async evidenceGaps(meetingId) {
      if (!isId(meetingId)) return [];
      return await db.$queryRaw<{ objectiveId: string }[]>`
        SELECT o.id AS "objectiveId"
        FROM meeting m
        JOIN plan_version v ON v.partnership_id = m.partnership_id AND v.status = 'current'
        JOIN objective o ON o.plan_version_id = v.id AND o.status = 'open'
        JOIN partnership p ON p.id = m.partnership_id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.id = ${meetingId}::uuid AND NOT EXISTS (
          SELECT FROM plan_item i
          WHERE i.objective_id = o.id AND i.kind = 'evidence'
            AND (i.added_at AT TIME ZONE p.time_zone)::date > coalesce((
              SELECT max(b.held_on) FROM meeting b
              WHERE b.forum_id = m.forum_id AND b.held_on < m.held_on AND b.called_off_at IS NULL
            ), '-infinity'))
        ORDER BY o.ref`;
    },

    async outstanding(cycleId) {
      if (!isId(cycleId)) return [];
      return await db.$queryRaw<OutstandingRow[]>`
        SELECT r.objective_id AS "objectiveId", r.cycle_id AS "cycleId"
        FROM return_request r JOIN objective o ON o.id = r.objective_id
        WHERE r.partnership_id = ${partnershipId}::uuid AND r.cycle_id = ${cycleId}::uuid
          AND ${at ? waitedFor(fromInstant(at)) : Prisma.sql`o.status = 'open' AND r.answered_by_id IS NULL`}
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

const dated = Prisma.sql`, EXISTS (
  SELECT FROM row_change x WHERE x.table_name = 'governance_cycle' AND x.row_id = c.id AND x.before IS NULL) AS dated`;

/**
 * Of those of which it is not recorded when they opened, a forum's first: a cycle opens when the one before it
 * has met.
 */
function openThen(rows: readonly CycleRow[]): CycleRow[] {
  const seen = new Set<string>();
  return rows.filter(({ forumName, dated: known }) => {
    if (known) return true;
    const isFirst = !seen.has(forumName);
    seen.add(forumName);
    return isFirst;
  });
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

/** Whether the return `r` was asked for at a moment and still to come: not answered by it, nor by what was taken back later. */
function waitedFor(at: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
      SELECT FROM row_change x WHERE x.table_name = 'return_request' AND x.row_id = r.id AND x.at > ${at})
    AND NOT EXISTS (SELECT FROM objective_entry e WHERE e.id = r.answered_by_id AND e.at <= ${at})
    AND NOT EXISTS (
      SELECT FROM objective_entry e JOIN objective_entry s ON s.supersedes_id = e.id AND s.kind = 'undo'
      WHERE e.objective_id = r.objective_id AND e.cycle_id = r.cycle_id AND e.at <= ${at} AND s.at > ${at})`;
}

function toMeetingFacts({ heldOn, deadlines, chaseRules: own, closures, ...row }: MeetingRow) {
  const { id, forumName, meetingTitle, timeZone, example } = row;
  return {
    ...{ id, forumName, meetingTitle, timeZone, example },
    meetingDate: Temporal.PlainDate.from(heldOn),
    rules: toForumRules(deadlines ?? []),
    chase: chaseRules(own ?? {}),
    calendar: toCalendar(closures ?? []),
  };
}

function toCycle(row: CycleRow): Cycle {
  return { ...toMeetingFacts(row), byHand: toByHand(row) };
}

/** What the office did by hand, as the rules see it. */
export function toByHand({ openedAt, frozenAt, minutedAt }: ByHandRow): ByHand {
  return {
    openedAt: openedAt && toInstant(openedAt),
    frozenAt: frozenAt && toInstant(frozenAt),
    minutedAt: minutedAt && toInstant(minutedAt),
  };
}
