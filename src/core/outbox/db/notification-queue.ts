// Puts notifications into the outbox and to the queue: a row and its job commit together.
import { Prisma } from '../../../generated/prisma/client.ts';
import { int, uuid } from '../../database/db/columns.ts';
import { type Executor, fromInstant } from '../../database/db/executor.ts';
import { rowsFrom } from '../../database/db/rows.ts';
import { noteRows } from '../../request/app/trace.ts';
import type { NewNotification, NotificationRepository } from '../app/notification-ports.ts';

const MAX_ATTEMPTS = 8;

/** What fills the outbox and hands its rows to the queue. */
export function createNotificationQueue(
  db: Executor,
  partnershipId: string,
): Pick<NotificationRepository, 'enqueue' | 'resend' | 'requeue' | 'releaseAbandoned'> {
  return {
    async enqueue(notifications) {
      if (notifications.length === 0) return 0;
      const rows = JSON.stringify(notifications.map(toInsert));
      const added = await rowsFrom(db, { id: uuid })`
        WITH added AS (
          INSERT INTO notification (id, partnership_id, kind, dedupe_key, person_id, channel_binding_id, payload, created_at)
          SELECT gen_random_uuid(), ${partnershipId}::uuid, kind, "dedupeKey", "personId", "channelBindingId", payload, "createdAt"
          FROM json_to_recordset(${rows}::json) AS wanted
            (kind text, "dedupeKey" text, "personId" uuid, "channelBindingId" uuid, payload jsonb, "createdAt" timestamptz)
          ON CONFLICT (partnership_id, dedupe_key) DO NOTHING
          RETURNING id, partnership_id, channel_binding_id
        )
        SELECT n.id FROM (SELECT a.*, row_number() OVER () AS place FROM added a) n
        LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
        CROSS JOIN LATERAL ${addJobAt(Prisma.sql`n.place`)}`;
      noteRows(
        'notifications',
        added.map(({ id }) => id),
      );
      return added.length;
    },

    async resend(id, from) {
      const [count] = await rowsFrom(db, { added: int })`
        WITH again AS (
          UPDATE notification SET state = 'queued', state_since = now(), attempts = 0, finished_at = NULL, last_error = NULL
          WHERE partnership_id = ${partnershipId}::uuid AND id::text = ${id} AND state = ${from}::"NotificationState"
          RETURNING id, partnership_id, channel_binding_id
        )
        SELECT count(*)::int AS added FROM again n
        LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
        CROSS JOIN LATERAL ${addJob}`;
      return count?.added === 1;
    },

    async requeue(id) {
      // A job that still has attempts left keeps its own time; only a lost or spent one is replaced.
      await db.$queryRaw`
        SELECT count(*)::int AS added FROM notification n
        LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
        CROSS JOIN LATERAL ${addJob}
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.id::text = ${id} AND n.state IN ('queued', 'checking')
          AND NOT EXISTS (
            SELECT FROM graphile_worker.jobs j
            WHERE j.key = 'notification:' || n.id AND j.attempts < j.max_attempts)`;
    },

    async releaseAbandoned(olderThan) {
      // The queue itself waits four hours for a process that is gone, and a channel's queue waits with it.
      const before = fromInstant(olderThan);
      await db.$queryRaw`
        SELECT graphile_worker.force_unlock_workers(array_agg(locked_by))::text FROM (
          SELECT locked_by FROM graphile_worker._private_jobs WHERE locked_at < ${before}
          UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_at < ${before}
        ) AS abandoned HAVING count(*) > 0`;
    },
  };
}

/** Whoever has more than this waiting is last all the same. */
const LAST_PLACE = 1_000;

/**
 * One job for the notification `n`; those for the channel `c`, if it goes to one, run one after the other. Its turn is its
 * place behind what its partnership has waiting, so that of several partnerships each has its first sent
 * before any has its second. The flag says whose it is, so that the queue can bound what one has under way.
 */
function addJobAt(place: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`graphile_worker.add_job(
  'deliver-notification',
  json_build_object('id', n.id, 'partnershipId', n.partnership_id),
  queue_name => 'channel:' || md5(c.platform || ' ' || c.tenant_id || ' ' || c.channel_id),
  job_key => 'notification:' || n.id,
  max_attempts => ${MAX_ATTEMPTS}::int,
  priority => least(${place} + (SELECT count(*) FROM (
    SELECT FROM notification w WHERE w.partnership_id = n.partnership_id AND w.state = 'queued' LIMIT ${LAST_PLACE}::int
  ) waiting), ${LAST_PLACE}::int)::int,
  flags => ARRAY['partnership:' || n.partnership_id])`;
}

/** The same where few are queued at once. */
export const addJob = addJobAt(Prisma.sql`1`);

export function toInsert({ kind, dedupeKey, target, payload, createdAt }: NewNotification) {
  return { kind, dedupeKey, ...target, payload, createdAt: createdAt.toString() };
}
