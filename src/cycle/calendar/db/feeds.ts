// Secret addresses of calendars, and the meetings that calendars show.
import { randomUUID } from 'node:crypto';
import { bool, day, int, moment, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { CalendarFeedRepository } from '../app/feed-ports.ts';

const meetingRow = {
  ...{ id: uuid, forumId: uuid, heldOn: day, title: text, calledOff: bool, sequence: int },
  changedAt: orNull(moment),
};

const shown = { personId: true, forumId: true, madeAt: true } as const;

/** Calendars of one partnership's people. */
export function createCalendarFeeds(db: Executor, partnershipId: string): CalendarFeedRepository {
  return {
    async listOf(personId) {
      const rows = await db.calendarFeed.findMany({
        where: { partnershipId, personId },
        select: shown,
        orderBy: { madeAt: 'asc' },
      });
      return rows.map((row) => ({ ...row, madeAt: toInstant(row.madeAt) }));
    },

    async replace({ personId, forumId, tokenHash, madeAt }) {
      await db.calendarFeed.deleteMany({ where: { partnershipId, personId, forumId } });
      await db.calendarFeed.create({
        data: {
          ...{ id: randomUUID(), partnershipId, personId, forumId, tokenHash },
          madeAt: fromInstant(madeAt),
        },
        select: { id: true },
      });
    },

    async stop(personId) {
      const { count } = await db.calendarFeed.deleteMany({ where: { partnershipId, personId } });
      return count;
    },

    async find(tokenHash) {
      const row = await db.calendarFeed.findFirst({
        where: { partnershipId, tokenHash, person: { active: true } },
        select: shown,
      });
      return row && { ...row, madeAt: toInstant(row.madeAt) };
    },

    async meetings(from) {
      // What the meeting's days follow from: itself, its forum, the deadlines and the working days.
      return await rowsFrom(db, meetingRow)`
        SELECT m.id, m.forum_id AS "forumId", m.held_on::text AS "heldOn", m.title, m.called_off_at IS NOT NULL AS "calledOff",
          x.sequence, x."changedAt"
        FROM meeting m LEFT JOIN LATERAL (
          SELECT least(coalesce(max(r.seq), 0), 2147483647)::int AS sequence, max(r.at) AS "changedAt" FROM row_change r
          WHERE r.partnership_id = m.partnership_id AND (
            r.table_name = 'meeting' AND r.row_id = m.id OR r.table_name = 'forum' AND r.row_id = m.forum_id
            OR r.table_name IN ('forum_deadline', 'closure_day'))
        ) x ON true
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
        ORDER BY m.held_on, m.id`;
    },
  };
}
