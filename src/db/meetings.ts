// Who meets when, and the lead times of their papers. Deadlines follow from these and are not stored.
import { Temporal } from 'temporal-polyfill';
import type { ForumView, MeetingRepository, MeetingView } from '../app/plan-control-ports.ts';
import { type Executor, fromInstant } from './executor.ts';
import type { RowsAt } from './rows-at.ts';

type MeetingRow = Omit<MeetingView, 'heldOn'> & { readonly heldOn: string };

/** Meetings of one partnership's forums. */
export function createMeetings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): MeetingRepository {
  return {
    async forums(): Promise<ForumView[]> {
      return await db.$queryRaw<ForumView[]>`
        ${rowsAt('forum')}SELECT f.id, f.key, f.name, f.collects_returns AS "collectsReturns", json_build_object(
          'returnLeadWorkingDays', f.return_lead_working_days, 'returnDueTime', f.return_due_time,
          'freezeLeadWorkingDays', f.freeze_lead_working_days) AS rules
        FROM forum f WHERE f.partnership_id = ${partnershipId}::uuid ORDER BY f.name`;
    },

    async listFrom(from) {
      const rows = await db.$queryRaw<MeetingRow[]>`
        ${rowsAt('meeting', 'governance_cycle')}SELECT m.id, m.forum_id AS "forumId", m.held_on::text AS "heldOn", m.title, m.example, c.id AS "cycleId"
        FROM meeting m LEFT JOIN governance_cycle c ON c.meeting_id = m.id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
        ORDER BY m.held_on, m.id`;
      return rows.map((row) => ({ ...row, heldOn: Temporal.PlainDate.from(row.heldOn) }));
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
      await db.forum.updateMany({ where: { id: forumId, partnershipId }, data: { ...rules } });
    },

    async cancelChases(cycleId, at) {
      // The key is given free: the same step may fall due again, by the new dates.
      return await db.$executeRaw`
        UPDATE notification SET state = 'cancelled', state_since = now(), finished_at = ${fromInstant(at)},
          last_error = 'the meeting moved before it was sent', dedupe_key = 'moved:' || id || ':' || dedupe_key
        WHERE partnership_id = ${partnershipId}::uuid AND kind = 'chase' AND state = 'queued'
          AND payload->>'cycleId' = ${cycleId}`;
    },
  };
}
