// Governance cycles and the returns that they ask for. Deadlines are not stored: the rules read them
// off the meeting's date and its forum's lead times.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bool, day, json, moment, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { rowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { DayUnit } from '../../../generated/prisma/enums.ts';
import { byRef } from '../../../plan/objectives/domain/plan-refs.ts';
import type { CycleRepository } from '../app/cycle-ports.ts';
import { chaseRules, type OwnChaseRules } from '../domain/chase-rules.ts';
import { type Cycle, countsAsReturnFrom, cycleWith } from '../domain/cycle.ts';
import { toForumRules } from '../domain/forum-rules.ts';
import { closuresSchema, toCalendar } from './closure-rows.ts';
import { cycleIdOf, ensureCycles, hasCycle } from './cycle-of-meeting.ts';
import { createOwedReturns } from './owed-returns.ts';
import { mayOwe, mayOweSchema } from './returns.ts';

const deadlines = json(
  'the deadlines',
  z.array(
    z.object({
      kind: z.enum(['returns-due', 'freeze', 'papers-out', 'evidence-due', 'minutes-due']),
      ...{ days: z.number(), unit: z.enum(DayUnit), time: z.string() },
    }),
  ),
);

/** What `forumDeadlines` gives. */
export const deadlinesRow = orNull(deadlines);

/** `forum.chase_rules`. */
export const chaseRulesRow = orNull(
  json('forum.chase_rules', schemaOf<OwnChaseRules>()(ownChaseRules())),
);

const meetingRow = {
  ...{ id: uuid, forumName: text, heldOn: day, meetingTitle: text, timeZone: text, example: bool },
  ...{ deadlines: deadlinesRow, chaseRules: chaseRulesRow },
  closures: orNull(json('the closure days', closuresSchema)),
};

/** What the office did by hand. */
export const byHandRow = {
  ...{ openedAt: orNull(moment), frozenAt: orNull(moment), minutedAt: orNull(moment) },
};

const cycleRow = { ...meetingRow, ...byHandRow };

/** `dated`: whether it was recorded when it opened; asked only as at a moment. */
const datedRow = { ...cycleRow, dated: bool };

const owingRow = { ...cycleRow, mayOwe: orNull(json('what may be owed', mayOweSchema)) };

function ownChaseRules() {
  const step = z.object({ workingDays: z.number(), time: z.string() }).nullable().exactOptional();
  return z.object({
    ...{ open: step, nudge: step, 'last-call': step, 'due-today': step, overdue: step },
    ...{ 'roll-up': step, office: step },
  });
}

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
    FROM forum_deadline l WHERE l.partnership_id = f.partnership_id AND l.forum_id = f.id)`;
}

/** Cycles of one partnership. */
export function createCycles(
  db: Executor,
  partnershipId: string,
  at?: Temporal.Instant,
): CycleRepository {
  async function select<Row extends typeof cycleRow>(
    row: Row,
    from: Temporal.PlainDate,
    today: Temporal.PlainDate,
    further: Prisma.Sql,
    asAt = at,
  ): Promise<RowOf<Row>[]> {
    return await rowsFrom(db, row)`
      ${rowsAt(partnershipId, asAt)('governance_cycle', 'meeting', 'forum', 'forum_deadline', 'closure_day')}
      SELECT ${cycleIdOf} AS id, ${meetingColumns},
        c.opened_at AS "openedAt", c.frozen_at AS "frozenAt", c.minuted_at AS "minutedAt" ${further}
      FROM meeting m
      JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id
      JOIN partnership p ON p.id = m.partnership_id
      LEFT JOIN governance_cycle c ON c.partnership_id = m.partnership_id AND c.meeting_id = m.id
      WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
        AND m.called_off_at IS NULL AND ${hasCycle(today)}
      ORDER BY m.held_on, f.name, m.id`;
  }
  return {
    ...createOwedReturns(db, partnershipId, at),
    async listFrom(from, today = from, asAt = at) {
      if (!asAt) return (await select(cycleRow, from, today, Prisma.empty)).map(toCycle);
      return openThen(await select(datedRow, from, today, dated, asAt)).map(toCycle);
    },

    async listOwedBy(personId, today) {
      const owing = Prisma.sql`, ${mayOwe(partnershipId, personId, today)} AS "mayOwe"`;
      const rows = await select(owingRow, today, today, owing);
      return rows.map((row) => {
        const cycle = toCycle(row);
        const from = countsAsReturnFrom(cycle).epochMilliseconds;
        const owed = (row.mayOwe ?? []).filter(({ last }) => last === null || last < from);
        return cycleWith(cycle, { owed: owed.map(({ ref }) => ref).sort(byRef.compare) });
      });
    },

    ensure: (from) => ensureCycles(db, partnershipId, from),

    async listReviews(from) {
      const rows = await rowsFrom(db, meetingRow)`
        SELECT m.id, ${meetingColumns}
        FROM meeting m
        JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id
        JOIN partnership p ON p.id = m.partnership_id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
          AND m.called_off_at IS NULL
          AND EXISTS (SELECT FROM forum_deadline l
            WHERE l.partnership_id = f.partnership_id AND l.forum_id = f.id AND l.kind = 'evidence-due')
        ORDER BY m.held_on, f.name, m.id`;
      return rows.flatMap((row) => {
        const { rules, ...facts } = toMeetingFacts(row);
        return rules.evidenceDue ? [{ ...facts, due: rules.evidenceDue }] : [];
      });
    },
  };
}

const dated = Prisma.sql`, EXISTS (
  SELECT FROM row_change x WHERE x.partnership_id = c.partnership_id AND x.table_name = 'governance_cycle'
    AND x.row_id = c.id AND x.before IS NULL) AS dated`;

/**
 * Of those of which it is not recorded when they opened, a forum's first: a cycle opens when the one before it
 * has met.
 */
function openThen<Row extends RowOf<typeof datedRow>>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ forumName, dated: known }) => {
    if (known) return true;
    const isFirst = !seen.has(forumName);
    seen.add(forumName);
    return isFirst;
  });
}

function toMeetingFacts({
  heldOn,
  deadlines,
  chaseRules: own,
  closures,
  ...row
}: RowOf<typeof meetingRow>) {
  const { id, forumName, meetingTitle, timeZone, example } = row;
  return {
    ...{ id, forumName, meetingTitle, timeZone, example },
    meetingDate: heldOn,
    rules: toForumRules(deadlines ?? []),
    chase: chaseRules(own ?? {}),
    calendar: toCalendar(closures ?? []),
  };
}

type CycleRow = RowOf<typeof cycleRow> & { readonly mayOwe?: unknown; readonly dated?: unknown };

/** More cycles than any partnership has ahead of it. */
const MAX_KNOWN = 200;

/** By what their rows say, so that the deadlines of a cycle are counted once and not for each request. */
const known = new Map<string, Cycle>();

/** The same rows make the same cycle, whoever asks and whenever: there is nothing in it that could be out of date. */
function toCycle({ mayOwe: _, dated: __, ...row }: CycleRow): Cycle {
  const says = JSON.stringify(row);
  const before = known.get(says);
  if (before) return before;
  const { openedAt, frozenAt, minutedAt } = row;
  const cycle = { ...toMeetingFacts(row), byHand: { openedAt, frozenAt, minutedAt } };
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(says, cycle);
  return cycle;
}
