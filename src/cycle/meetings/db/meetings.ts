import { bool, day, int, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { cycleIdOf, hasCycle } from '../../cycles/db/cycle-of-meeting.ts';
import { byHandRow, chaseRulesRow, deadlinesRow, forumDeadlines } from '../../cycles/db/cycles.ts';
import { chaseRules } from '../../cycles/domain/chase-rules.ts';
import { toForumRules } from '../../cycles/domain/forum-rules.ts';
import type { ForumView, MeetingRepository } from '../app/meeting-ports.ts';
import { createForumWrites } from './forum-writes.ts';
import { createMeetingWrites } from './meeting-writes.ts';

const forumRow = {
  ...{ id: uuid, key: text, name: text, collectsReturns: bool, recurrence: orNull(text) },
  ...{ chaseRules: chaseRulesRow, deadlines: deadlinesRow },
};

const meetingRow = {
  ...{ id: uuid, forumId: uuid, heldOn: day, title: text, example: bool, answers: int },
  ...{ cycleId: orNull(uuid), recursOn: orNull(day), ...byHandRow },
};

/** Meetings of one partnership's forums. */
export function createMeetings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): MeetingRepository {
  return {
    ...createMeetingReads(db, partnershipId, rowsAt),
    ...createForumWrites(db, partnershipId),
    ...createMeetingWrites(db, partnershipId),
  };
}

/** What is known of them. */
function createMeetingReads(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): Pick<MeetingRepository, 'forums' | 'listFrom' | 'calledOffOn'> {
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
            SELECT count(*)::int FROM return_request r
            WHERE r.partnership_id = c.partnership_id AND r.cycle_id = c.id AND r.answered_by_id IS NOT NULL
          ) AS answers
        FROM meeting m
        JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id
        LEFT JOIN governance_cycle c ON c.partnership_id = m.partnership_id AND c.meeting_id = m.id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.held_on >= ${from.toString()}::date
          AND m.called_off_at IS NULL
        ORDER BY m.held_on, m.id`;
      return rows.map(({ openedAt, frozenAt, minutedAt, ...row }) => ({
        ...row,
        byHand: { openedAt, frozenAt, minutedAt },
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
  };
}
