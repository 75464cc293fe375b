// Who meets when, and the lead times of their papers. Deadlines follow from these and are not stored.

import { Temporal } from 'temporal-polyfill';
import { bool, int, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { beginCycles, cycleIdOf, hasCycle } from '../../cycles/db/cycle-of-meeting.ts';
import {
  byHandRow,
  chaseRulesRow,
  deadlinesRow,
  forumDeadlines,
  toByHand,
} from '../../cycles/db/cycles.ts';
import { chaseRules } from '../../cycles/domain/chase-rules.ts';
import { deadlinesOf, toForumRules } from '../../cycles/domain/forum-rules.ts';
import type { ForumView, MeetingRepository } from '../app/meeting-ports.ts';

const forumRow = {
  ...{ id: uuid, key: text, name: text, collectsReturns: bool, recurrence: orNull(text) },
  ...{ chaseRules: chaseRulesRow, deadlines: deadlinesRow },
};

const meetingRow = {
  ...{ id: uuid, forumId: uuid, heldOn: text, title: text, example: bool, answers: int },
  ...{ cycleId: orNull(uuid), recursOn: orNull(text), ...byHandRow },
};

const byHandColumns = {
  openedAt: Prisma.sql`opened_at`,
  frozenAt: Prisma.sql`frozen_at`,
  minutedAt: Prisma.sql`minuted_at`,
} as const;

/** Meetings of one partnership's forums. */
export function createMeetings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): MeetingRepository {
  async function callOff(id: string, at: Temporal.Instant): Promise<boolean> {
    const { count } = await db.meeting.updateMany({
      where: { id, partnershipId, calledOffAt: null },
      data: { calledOffAt: fromInstant(at) },
    });
    return count === 1;
  }

  return {
    async forums(): Promise<ForumView[]> {
      const forums = await rowsFrom(db, forumRow)`
        ${rowsAt('forum', 'forum_deadline')}SELECT f.id, f.key, f.name, f.collects_returns AS "collectsReturns", f.recurrence,
          f.chase_rules AS "chaseRules", ${forumDeadlines()} AS deadlines
        FROM forum f WHERE f.partnership_id = ${partnershipId}::uuid ORDER BY f.name`;
      return forums.map(({ deadlines, chaseRules: own, ...forum }) => ({
        ...forum,
        rules: toForumRules(deadlines ?? []),
        chase: chaseRules(own ?? {}),
        ownChase: own ?? {},
      }));
    },

    async listFrom(from, today = from) {
      const rows = await rowsFrom(db, meetingRow)`
        ${rowsAt('meeting', 'governance_cycle', 'forum')}SELECT m.id, m.forum_id AS "forumId", m.held_on::text AS "heldOn", m.title, m.example,
          CASE WHEN ${hasCycle(today)} THEN ${cycleIdOf} END AS "cycleId", c.opened_at AS "openedAt", c.frozen_at AS "frozenAt", c.minuted_at AS "minutedAt",
          m.recurs_on::text AS "recursOn", (
            SELECT count(*)::int FROM return_request r WHERE r.cycle_id = c.id AND r.answered_by_id IS NOT NULL
          ) AS answers
        FROM meeting m
        JOIN forum f ON f.id = m.forum_id
        LEFT JOIN governance_cycle c ON c.meeting_id = m.id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
          AND m.called_off_at IS NULL
        ORDER BY m.held_on, m.id`;
      return rows.map(({ heldOn, recursOn, openedAt, frozenAt, minutedAt, ...row }) => ({
        ...row,
        recursOn: recursOn === null ? null : Temporal.PlainDate.from(recursOn),
        heldOn: Temporal.PlainDate.from(heldOn),
        byHand: toByHand({ openedAt, frozenAt, minutedAt }),
      }));
    },

    async calledOffOn(forumId, day) {
      const found = await db.meeting.findFirst({
        where: {
          ...{ partnershipId, forumId, calledOffAt: { not: null } },
          heldOn: new Date(day.toString()),
        },
        select: { title: true },
      });
      return found?.title ?? null;
    },

    async add(forumId, heldOn, title) {
      const added = await db.$executeRaw`
        INSERT INTO meeting (id, partnership_id, forum_id, held_on, title)
        SELECT gen_random_uuid(), f.partnership_id, f.id, ${heldOn.toString()}::date, ${title}
        FROM forum f WHERE f.partnership_id = ${partnershipId}::uuid AND f.id = ${forumId}::uuid
        ON CONFLICT (forum_id, held_on) DO UPDATE SET called_off_at = NULL, title = excluded.title
          WHERE meeting.called_off_at IS NOT NULL`;
      return added === 1;
    },

    async addRecurring(forumId, title, slots) {
      if (slots.length === 0) return 0;
      return await db.$executeRaw`
        INSERT INTO meeting (id, partnership_id, forum_id, held_on, title, recurs_on, example)
        SELECT gen_random_uuid(), f.partnership_id, f.id, s."heldOn", ${title}, s."recursOn", f.example
        FROM json_to_recordset(${JSON.stringify(slots)}::json) AS s ("heldOn" date, "recursOn" date)
        JOIN forum f ON f.partnership_id = ${partnershipId}::uuid AND f.id = ${forumId}::uuid
        ON CONFLICT DO NOTHING`;
    },

    callOff,

    async withdraw(id, at) {
      const gone = await db.$executeRaw`
        DELETE FROM meeting m WHERE m.partnership_id = ${partnershipId}::uuid AND m.id = ${id}::uuid
          AND NOT EXISTS (SELECT FROM governance_cycle c WHERE c.meeting_id = m.id)`;
      if (gone === 0) await callOff(id, at);
    },

    async move(id, to) {
      const moved = await rowsFrom(db, { id: uuid })`
        WITH moved AS (
          -- The rule of its forum must not make it again on the day that it leaves.
          UPDATE meeting m SET held_on = ${to.toString()}::date, recurs_on = CASE
            WHEN m.recurs_on IS NULL AND f.recurrence IS NOT NULL AND NOT EXISTS (
              SELECT FROM meeting n WHERE n.forum_id = m.forum_id AND n.recurs_on = m.held_on) THEN m.held_on
            ELSE m.recurs_on END
          FROM forum f
          WHERE f.id = m.forum_id AND m.partnership_id = ${partnershipId}::uuid AND m.id = ${id}::uuid AND NOT EXISTS (
            SELECT FROM meeting n WHERE n.forum_id = m.forum_id AND n.held_on = ${to.toString()}::date)
          RETURNING m.id
        ), lifted AS (
          UPDATE governance_cycle c SET opened_at = NULL, frozen_at = NULL FROM moved WHERE c.meeting_id = moved.id
        )
        SELECT id FROM moved`;
      return moved.length === 1;
    },

    async setRules(forumId, rules) {
      const wanted = JSON.stringify(
        deadlinesOf(rules).map(({ kind, lead }) => ({ kind, ...lead })),
      );
      await db.$executeRaw`
        WITH wanted AS (
          SELECT * FROM json_to_recordset(${wanted}::json) AS w (kind "DeadlineKind", days int, unit "DayUnit", time text)
        ), gone AS (
          DELETE FROM forum_deadline l
          WHERE l.partnership_id = ${partnershipId}::uuid AND l.forum_id = ${forumId}::uuid
            AND NOT EXISTS (SELECT FROM wanted w WHERE w.kind = l.kind)
        )
        INSERT INTO forum_deadline (id, partnership_id, forum_id, kind, days, unit, time)
        SELECT gen_random_uuid(), f.partnership_id, f.id, w.kind, w.days, w.unit, w.time FROM wanted w
        JOIN forum f ON f.id = ${forumId}::uuid AND f.partnership_id = ${partnershipId}::uuid
        ON CONFLICT (forum_id, kind) DO UPDATE SET days = excluded.days, unit = excluded.unit, time = excluded.time`;
    },

    async setChase(forumId, own) {
      const chaseRules = Object.keys(own).length === 0 ? Prisma.DbNull : own;
      await db.forum.updateMany({ where: { id: forumId, partnershipId }, data: { chaseRules } });
    },

    async setRecurrence(forumId, rule) {
      await db.forum.updateMany({
        where: { id: forumId, partnershipId },
        data: { recurrence: rule },
      });
    },

    async setByHand(cycleId, what, at) {
      const column = byHandColumns[what];
      await db.$executeRaw(beginCycles(partnershipId, [cycleId]));
      const set = await db.$executeRaw`
        UPDATE governance_cycle SET ${column} = ${fromInstant(at)}
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${cycleId}::uuid AND ${column} IS NULL`;
      return set === 1;
    },

    async cancelChases(cycleId, at, why = 'the meeting moved before it was sent') {
      // The key is given free: the same step may fall due again, by the new dates. So it may where it was cancelled
      // before, because it was overtaken by the old ones.
      const [row] = await rowsFrom(db, { cancelled: int })`
        WITH unsent AS (
          SELECT id, state FROM notification
          WHERE partnership_id = ${partnershipId}::uuid AND kind = 'chase' AND state IN ('queued', 'cancelled')
            AND payload->>'cycleId' = ${cycleId} AND NOT starts_with(dedupe_key, 'moved:')
          FOR UPDATE
        ), freed AS (
          UPDATE notification n SET dedupe_key = 'moved:' || n.id || ':' || n.dedupe_key, state = 'cancelled',
            state_since = CASE u.state WHEN 'queued' THEN now() ELSE n.state_since END,
            finished_at = CASE u.state WHEN 'queued' THEN ${fromInstant(at)} ELSE n.finished_at END,
            last_error = CASE u.state WHEN 'queued' THEN ${why} ELSE n.last_error END
          FROM unsent u WHERE n.id = u.id
        )
        SELECT count(*) FILTER (WHERE state = 'queued')::int AS cancelled FROM unsent`;
      return row?.cancelled ?? 0;
    },
  };
}
