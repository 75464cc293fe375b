// Adds, moves and calls off meetings, and keeps what was opened, frozen or minuted by hand.
import type { Temporal } from 'temporal-polyfill';
import { uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { beginCycles } from '../../cycles/db/cycle-of-meeting.ts';
import type { MeetingRepository } from '../app/meeting-ports.ts';

const byHandColumns = {
  openedAt: Prisma.sql`opened_at`,
  frozenAt: Prisma.sql`frozen_at`,
  minutedAt: Prisma.sql`minuted_at`,
} as const;

/** What changes the meetings. */
export function createMeetingWrites(
  db: Executor,
  partnershipId: string,
): Pick<MeetingRepository, 'add' | 'addRecurring' | 'callOff' | 'withdraw' | 'move' | 'setByHand'> {
  async function callOff(id: string, at: Temporal.Instant): Promise<boolean> {
    const { count } = await db.meeting.updateMany({
      where: { id, partnershipId, calledOffAt: null },
      data: { calledOffAt: fromInstant(at) },
    });
    return count === 1;
  }

  return {
    async add(forumId, heldOn, title) {
      const added = await db.$executeRaw`
        INSERT INTO meeting (id, partnership_id, forum_id, held_on, title)
        SELECT gen_random_uuid(), f.partnership_id, f.id, ${heldOn.toString()}::date, ${title}
        FROM forum f WHERE f.partnership_id = ${partnershipId}::uuid AND f.id = ${forumId}::uuid
        ON CONFLICT (partnership_id, forum_id, held_on) DO UPDATE SET called_off_at = NULL, title = excluded.title
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
          AND NOT EXISTS (SELECT FROM governance_cycle c
            WHERE c.partnership_id = m.partnership_id AND c.meeting_id = m.id)
          AND NOT EXISTS (SELECT FROM kpi_target t WHERE t.partnership_id = m.partnership_id AND t.meeting_id = m.id)`;
      if (gone === 0) await callOff(id, at);
    },

    async move(id, to) {
      const moved = await rowsFrom(db, { id: uuid })`
        WITH moved AS (
          -- The rule of its forum must not make it again on the day that it leaves.
          UPDATE meeting m SET held_on = ${to.toString()}::date, recurs_on = CASE
            WHEN m.recurs_on IS NULL AND f.recurrence IS NOT NULL AND NOT EXISTS (
              SELECT FROM meeting n
              WHERE n.partnership_id = m.partnership_id AND n.forum_id = m.forum_id AND n.recurs_on = m.held_on) THEN m.held_on
            ELSE m.recurs_on END
          FROM forum f
          WHERE f.partnership_id = m.partnership_id AND f.id = m.forum_id
            AND m.partnership_id = ${partnershipId}::uuid AND m.id = ${id}::uuid AND NOT EXISTS (
            SELECT FROM meeting n
            WHERE n.partnership_id = m.partnership_id AND n.forum_id = m.forum_id AND n.held_on = ${to.toString()}::date)
          RETURNING m.id
        ), lifted AS (
          UPDATE governance_cycle c SET opened_at = NULL, frozen_at = NULL FROM moved
          WHERE c.partnership_id = ${partnershipId}::uuid AND c.meeting_id = moved.id
        )
        SELECT id FROM moved`;
      return moved.length === 1;
    },

    async setByHand(cycleId, what, at) {
      const column = byHandColumns[what];
      await db.$executeRaw(beginCycles(partnershipId, [cycleId]));
      const set = await db.$executeRaw`
        UPDATE governance_cycle SET ${column} = ${fromInstant(at)}
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${cycleId}::uuid AND ${column} IS NULL`;
      return set === 1;
    },
  };
}
