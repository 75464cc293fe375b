// Sets the lead times, chase and recurrence of a forum, and calls off chases that followed from what was before.
import { int } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { deadlinesOf, defaultRules } from '../../cycles/domain/forum-rules.ts';
import type { MeetingRepository } from '../app/meeting-ports.ts';

/** What changes the rules of forums. */
export function createForumWrites(
  db: Executor,
  partnershipId: string,
): Pick<
  MeetingRepository,
  'addForum' | 'changeForum' | 'setRules' | 'setChase' | 'setRecurrence' | 'cancelChases'
> {
  return {
    ...createForumNames(db, partnershipId),

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
        ON CONFLICT (partnership_id, forum_id, kind) DO UPDATE
          SET days = excluded.days, unit = excluded.unit, time = excluded.time`;
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
          FROM unsent u WHERE n.partnership_id = ${partnershipId}::uuid AND n.id = u.id
        )
        SELECT count(*) FILTER (WHERE state = 'queued')::int AS cancelled FROM unsent`;
      return row?.cancelled ?? 0;
    },
  };
}

/** What adds and renames them. */
function createForumNames(
  db: Executor,
  partnershipId: string,
): Pick<MeetingRepository, 'addForum' | 'changeForum'> {
  return {
    async addForum({ name, kind, collectsReturns }) {
      // Its key is typed as well, and short: “sib” for SEND Improvement Board, with a number where that is taken.
      const keys = await db.forum.findMany({ where: { partnershipId }, select: { key: true } });
      const key = freeKey(
        name,
        keys.map((one) => one.key),
      );
      const { id: forumId } = await db.forum.create({
        data: { partnershipId, key, name, kind, collectsReturns },
        select: { id: true },
      });
      const { returnsDue, freeze } = defaultRules;
      await db.forumDeadline.createMany({
        data: [
          { partnershipId, forumId, kind: 'returns_due', ...returnsDue },
          { partnershipId, forumId, kind: 'freeze', ...freeze },
        ],
      });
    },

    async changeForum(id, { name, collectsReturns }) {
      await db.forum.updateMany({
        where: { partnershipId, id },
        data: {
          ...(name !== undefined && { name }),
          ...(collectsReturns !== undefined && { collectsReturns }),
        },
      });
    },
  };
}

/** The first letters of its words, in small letters; one word stays a word. */
function freeKey(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['forum'];
  const [only = 'forum', ...more] = words;
  const stem = more.length === 0 ? only : words.map((word) => word.charAt(0)).join('');
  let key = stem;
  for (let count = 2; taken.includes(key); count++) key = `${stem}-${count}`;
  return key;
}
