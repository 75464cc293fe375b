// Keeps the notifications that are never sent: passed over, overtaken or withdrawn.
import { bool, orNull, text, uuid } from '../../database/db/columns.ts';
import { type Executor, fromInstant } from '../../database/db/executor.ts';
import { rowsFrom } from '../../database/db/rows.ts';
import type { NotificationRepository } from '../app/notification-ports.ts';
import { toInsert } from './notification-queue.ts';

/** What is settled without being sent. */
export function createCancelledNotifications(
  db: Executor,
  partnershipId: string,
): Pick<NotificationRepository, 'recordPassed' | 'cancelWaiting' | 'recorded' | 'withdraw'> {
  return {
    async recordPassed(passed, at, why) {
      if (passed.length === 0) return 0;
      const rows = JSON.stringify(passed.map(toInsert));
      return await db.$executeRaw`
        INSERT INTO notification (id, partnership_id, kind, dedupe_key, person_id, channel_binding_id,
          payload, created_at, state, finished_at, last_error)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, kind, "dedupeKey", "personId", "channelBindingId",
          payload, "createdAt", 'cancelled', ${fromInstant(at)}, ${why}
        FROM json_to_recordset(${rows}::json) AS wanted
          (kind text, "dedupeKey" text, "personId" uuid, "channelBindingId" uuid, payload jsonb, "createdAt" timestamptz)
        ON CONFLICT (partnership_id, dedupe_key) DO NOTHING`;
    },

    async cancelWaiting(waiting, at) {
      if (waiting.length === 0) return new Set();
      const rows = await rowsFrom(db, { dedupeKey: text })`
        UPDATE notification n SET state = 'cancelled', state_since = now(), finished_at = ${fromInstant(at)}, last_error = w.why
        FROM json_to_recordset(${JSON.stringify(waiting)}::json) AS w ("dedupeKey" text, why text)
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.dedupe_key = w."dedupeKey" AND n.state = 'queued'
        RETURNING n.dedupe_key AS "dedupeKey"`;
      return new Set(rows.map(({ dedupeKey }) => dedupeKey));
    },

    async recorded(dedupeKeys) {
      const rows = await db.notification.findMany({
        where: { partnershipId, dedupeKey: { in: [...dedupeKeys] } },
        select: { dedupeKey: true },
      });
      return new Set(rows.map(({ dedupeKey }) => dedupeKey));
    },

    async withdraw(dedupePrefix, at) {
      // What is being checked may have arrived, so its channel counts as told; it is not sent again.
      const rows = await rowsFrom(db, {
        ...{ channel: orNull(uuid), person: orNull(uuid), cancelled: bool },
      })`
        WITH cancelled AS (
          UPDATE notification SET state = 'cancelled', state_since = now(), finished_at = ${fromInstant(at)},
            last_error = 'taken-back'
          WHERE partnership_id = ${partnershipId}::uuid AND starts_with(dedupe_key, ${dedupePrefix})
            AND state IN ('queued', 'checking')
          RETURNING id
        )
        SELECT n.channel_binding_id AS channel, n.person_id AS person, c.id IS NOT NULL AND n.state = 'queued' AS cancelled
        FROM notification n LEFT JOIN cancelled c ON c.id = n.id
        WHERE n.partnership_id = ${partnershipId}::uuid AND starts_with(n.dedupe_key, ${dedupePrefix})
          AND n.state IN ('queued', 'sending', 'checking', 'sent', 'held')
        ORDER BY n.id`;
      return {
        cancelled: rows.filter(({ cancelled }) => cancelled).length,
        toldChannels: rows.flatMap(({ channel, cancelled }) =>
          cancelled || channel === null ? [] : [channel],
        ),
        toldPeople: rows.flatMap(({ person, cancelled }) =>
          cancelled || person === null ? [] : [person],
        ),
      };
    },
  };
}
