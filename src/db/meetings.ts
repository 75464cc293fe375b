// Who meets when, and the lead times of their papers. Deadlines follow from these and are not stored.
import { Temporal } from 'temporal-polyfill';
import type { ForumView, MeetingRepository, MeetingView } from '../app/plan-control-ports.ts';
import { chaseRules, type OwnChaseRules } from '../domain/chase-rules.ts';
import {
  type DeadlineKind,
  deadlinesOf,
  type LeadTime,
  toForumRules,
} from '../domain/forum-rules.ts';
import { type ByHandRow, forumDeadlines, toByHand } from './cycles.ts';
import { type Executor, fromInstant } from './executor.ts';
import type { RowsAt } from './rows-at.ts';

type ForumRow = Omit<ForumView, 'rules' | 'chase'> & {
  readonly deadlines: readonly (LeadTime & { readonly kind: DeadlineKind })[] | null;
  readonly chaseRules: OwnChaseRules | null;
};
type MeetingRow = Omit<MeetingView, 'heldOn' | 'byHand'> & ByHandRow & { readonly heldOn: string };

/** Meetings of one partnership's forums. */
export function createMeetings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): MeetingRepository {
  return {
    async forums(): Promise<ForumView[]> {
      const forums = await db.$queryRaw<ForumRow[]>`
        ${rowsAt('forum', 'forum_deadline')}SELECT f.id, f.key, f.name, f.collects_returns AS "collectsReturns", f.recurrence,
          f.chase_rules AS "chaseRules", ${forumDeadlines()} AS deadlines
        FROM forum f WHERE f.partnership_id = ${partnershipId}::uuid ORDER BY f.name`;
      return forums.map(({ deadlines, chaseRules: own, ...forum }) => ({
        ...forum,
        rules: toForumRules(deadlines ?? []),
        chase: chaseRules(own ?? {}),
      }));
    },

    async listFrom(from) {
      const rows = await db.$queryRaw<MeetingRow[]>`
        ${rowsAt('meeting', 'governance_cycle')}SELECT m.id, m.forum_id AS "forumId", m.held_on::text AS "heldOn", m.title, m.example, c.id AS "cycleId",
          c.opened_at AS "openedAt", c.frozen_at AS "frozenAt", c.minuted_at AS "minutedAt"
        FROM meeting m LEFT JOIN governance_cycle c ON c.meeting_id = m.id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
          AND m.called_off_at IS NULL
        ORDER BY m.held_on, m.id`;
      return rows.map(({ heldOn, openedAt, frozenAt, minutedAt, ...row }) => ({
        ...row,
        heldOn: Temporal.PlainDate.from(heldOn),
        byHand: toByHand({ openedAt, frozenAt, minutedAt }),
      }));
    },

    async add(forumId, heldOn, title) {
      const added = await db.$executeRaw`
        INSERT INTO meeting (id, partnership_id, forum_id, held_on, title)
        SELECT gen_random_uuid(), f.partnership_id, f.id, ${heldOn.toString()}::date, ${title}
        FROM forum f WHERE f.partnership_id = ${partnershipId}::uuid AND f.id = ${forumId}::uuid
        ON CONFLICT (forum_id, held_on) DO NOTHING`;
      return added === 1;
    },

    async move(id, to) {
      const moved = await db.$executeRaw`
        UPDATE meeting m SET held_on = ${to.toString()}::date
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.id = ${id}::uuid AND NOT EXISTS (
          SELECT FROM meeting n WHERE n.forum_id = m.forum_id AND n.held_on = ${to.toString()}::date)`;
      return moved === 1;
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

    async cancelChases(cycleId, at) {
      // The key is given free: the same step may fall due again, by the new dates. So it may where it was cancelled
      // before, because it was overtaken by the old ones.
      const [row] = await db.$queryRaw<{ cancelled: number }[]>`
        WITH unsent AS (
          SELECT id, state FROM notification
          WHERE partnership_id = ${partnershipId}::uuid AND kind = 'chase' AND state IN ('queued', 'cancelled')
            AND payload->>'cycleId' = ${cycleId} AND NOT starts_with(dedupe_key, 'moved:')
          FOR UPDATE
        ), freed AS (
          UPDATE notification n SET dedupe_key = 'moved:' || n.id || ':' || n.dedupe_key, state = 'cancelled',
            state_since = CASE u.state WHEN 'queued' THEN now() ELSE n.state_since END,
            finished_at = CASE u.state WHEN 'queued' THEN ${fromInstant(at)} ELSE n.finished_at END,
            last_error = CASE u.state WHEN 'queued' THEN 'the meeting moved before it was sent' ELSE n.last_error END
          FROM unsent u WHERE n.id = u.id
        )
        SELECT count(*) FILTER (WHERE state = 'queued')::int AS cancelled FROM unsent`;
      return row?.cancelled ?? 0;
    },
  };
}
