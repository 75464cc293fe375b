// The outbox of what is to be told, and the jobs that see to it: a row and its job commit together.
// How long a row has been in its state is measured by the database's clock, also in the demonstration.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Prisma } from '../../../generated/prisma/client.ts';
import { NotificationState, Platform } from '../../../generated/prisma/enums.ts';
import { bool, int, json, moment, orNull, text, uuid, word } from '../../database/db/columns.ts';
import {
  type Executor,
  fromInstant,
  isId,
  onlyIds,
  toInstant,
} from '../../database/db/executor.ts';
import { heldIn, rowsFrom } from '../../database/db/rows.ts';
import { noteRows } from '../../request/app/trace.ts';
import type {
  NewNotification,
  NotificationRepository,
  PassedReason,
  Undelivered,
} from '../app/notification-ports.ts';
import { chaseSteps, payload, route } from './notification-json.ts';
import { takesMessages, takesPosts } from './reach.ts';

const MAX_ATTEMPTS = 8;
/** The keys of what tells the office of held requests. */
const HELD_NOTICES = 'notice:held:';

const pastChaseRow = {
  ...{ personId: uuid, cycleId: text, step: word(chaseSteps), on: text },
  objectiveIds: json('notification.payload', z.array(z.string())),
  outcome: word(['sent', 'passed', 'waiting', 'other']),
};

const undeliveredRow = {
  ...{ id: uuid, number: int, kind: text, title: orNull(text), to: text },
  ...{ personId: orNull(uuid), channelBindingId: orNull(uuid), state: word(NotificationState) },
  ...{ reason: orNull(text), since: moment, attemptedAt: orNull(moment) },
  nextTryAt: orNull(moment),
};

const unreachedRow = {
  ...{ person: orNull(text), channel: orNull(text), platform: orNull(word(Platform)) },
  gone: bool,
};

const stuckRow = {
  ...{ id: uuid, kind: text, state: word(['queued', 'sending', 'checking']) },
  route: orNull(route),
};

const toldRow = {
  ...{ kind: text, step: orNull(text), title: orNull(text), at: moment },
  state: word(NotificationState),
};

/** Notifications of one partnership. */
export function createNotifications(db: Executor, partnershipId: string): NotificationRepository {
  async function undelivered(which: Prisma.Sql): Promise<Undelivered[]> {
    const rows = await rowsFrom(db, undeliveredRow)`
      SELECT n.id, n.seq::int AS number, n.kind, n.payload->'message'->>'title' AS title,
        coalesce(p.name, c.name, '') AS "to", n.person_id AS "personId", n.channel_binding_id AS "channelBindingId",
        n.state::text AS state, n.last_error AS reason, coalesce(n.finished_at, n.created_at) AS since,
        n.attempted_at AS "attemptedAt", CASE WHEN j.run_at > now() THEN j.run_at END AS "nextTryAt"
      FROM notification n
      LEFT JOIN graphile_worker.jobs j ON n.state = 'queued' AND j.key = 'notification:' || n.id
      LEFT JOIN person p ON p.id = n.person_id
      LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
      WHERE n.partnership_id = ${partnershipId}::uuid AND ${which}
      ORDER BY n.state DESC, since, n.seq`;
    return rows.map(({ since, attemptedAt, nextTryAt, ...facts }) => ({
      ...facts,
      since: toInstant(since),
      attemptedAt: attemptedAt && toInstant(attemptedAt),
      nextTryAt: nextTryAt && toInstant(nextTryAt),
    }));
  }

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
        SELECT n.id FROM added n
        LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
        CROSS JOIN LATERAL ${addJob}`;
      noteRows(
        'notifications',
        added.map(({ id }) => id),
      );
      return added.length;
    },

    async pastChases(since) {
      const rows = await rowsFrom(db, pastChaseRow)`
        SELECT n.person_id AS "personId", n.payload->>'cycleId' AS "cycleId", n.payload->>'step' AS step,
          n.payload->'objectiveIds' AS "objectiveIds",
          CASE n.state WHEN 'sent' THEN 'sent' WHEN 'cancelled' THEN 'passed' WHEN 'queued' THEN 'waiting' ELSE 'other' END AS outcome,
          ((CASE WHEN n.state = 'sent' THEN n.finished_at
            -- Held late it was tried all the same when it was tried; the demonstration's clock may be behind that.
            WHEN n.state = 'held' THEN least(n.finished_at, greatest(n.created_at, n.attempted_at))
            ELSE n.created_at END) AT TIME ZONE p.time_zone)::date::text AS "on"
        FROM notification n JOIN partnership p ON p.id = n.partnership_id
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.kind = 'chase' AND NOT starts_with(n.dedupe_key, 'moved:')
          AND n.person_id IS NOT NULL AND (n.created_at AT TIME ZONE p.time_zone)::date >= ${since.toString()}::date
        ORDER BY n.created_at, n.id`;
      return rows.map(({ on, ...chase }) => ({ ...chase, on: Temporal.PlainDate.from(on) }));
    },

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

    async find(id) {
      if (!isId(id)) return null;
      const row = await db.notification.findFirst({
        where: { id, partnershipId },
        select: {
          id: true,
          kind: true,
          personId: true,
          channelBindingId: true,
          payload: true,
          state: true,
          stateSince: true,
          attempts: true,
          route: true,
          attemptedAt: true,
          externalId: true,
        },
      });
      return (
        row && {
          ...row,
          payload: heldIn(payload, row.payload, row.id),
          route: heldIn(orNull(route), row.route, row.id),
          stateSince: toInstant(row.stateSince),
          attemptedAt: row.attemptedAt && toInstant(row.attemptedAt),
        }
      );
    },

    async unreached(ids) {
      const rows = await rowsFrom(db, unreachedRow)`
        WITH told AS (
          SELECT n.id, p.id AS "personId", p.name AS person, ${takesMessages} AS reached, EXISTS (
              SELECT FROM role_grant r WHERE r.person_id = p.id AND r.role = 'programme-office'
            ) AND n.dedupe_key LIKE 'notice:%' AS office,
            c.name AS channel, c.platform::text AS platform, c.unreachable_since IS NOT NULL AS gone, ${takesPosts} AS posted
          FROM notification n
          LEFT JOIN person p ON p.id = n.person_id
          LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
          WHERE n.partnership_id = ${partnershipId}::uuid AND n.id = ANY(${onlyIds(ids)}::uuid[]) AND n.kind <> 'edit'
        )
        SELECT DISTINCT person, channel, platform, gone FROM told t
        WHERE CASE WHEN t."personId" IS NULL THEN NOT t.posted
          ELSE NOT t.reached AND NOT (t.office AND EXISTS (SELECT FROM told o WHERE o.office AND o.reached)) END
        ORDER BY person, channel`;
      return rows.map(({ person, channel, platform, gone }) =>
        channel === null || platform === null
          ? { kind: 'person', name: person ?? '' }
          : { kind: 'channel', name: channel, platform, why: gone ? 'gone' : 'not-connected' },
      );
    },

    async claim(id, { route, at }) {
      const claimed = await db.$executeRaw`
        UPDATE notification SET state = 'sending', attempts = attempts + 1, state_since = now(),
          route = ${JSON.stringify(route)}::jsonb, attempted_at = ${fromInstant(at)}
        WHERE partnership_id = ${partnershipId}::uuid AND id::text = ${id} AND state = 'queued'
          AND NOT EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id AND p.sending_paused_at IS NOT NULL)`;
      return claimed === 1;
    },

    async settle(id, outcome, from = 'sending') {
      const { state, at, sentVia, externalId, lastError, uncounted, ofAttempt } = outcome;
      const finishedAt = state === 'queued' || state === 'checking' ? null : fromInstant(at);
      const settled = await db.$executeRaw`
        UPDATE notification SET state = ${state}::"NotificationState", state_since = now(), finished_at = ${finishedAt},
          sent_via = ${sentVia ?? null}::"Platform", external_id = ${externalId ?? null}, last_error = ${lastError ?? null},
          attempts = attempts - ${uncounted ? 1 : 0}::int
        WHERE partnership_id = ${partnershipId}::uuid AND id::text = ${id} AND state = ${from}::"NotificationState"
          AND attempted_at IS NOT DISTINCT FROM coalesce(${ofAttempt ? fromInstant(ofAttempt) : null}, attempted_at)`;
      return settled === 1;
    },

    async listUndelivered(queuedBefore) {
      return await undelivered(Prisma.sql`(
        n.state IN ('dead', 'held', 'checking')
        OR n.state = 'queued' AND n.kind <> 'edit' AND n.state_since < ${fromInstant(queuedBefore)})`);
    },

    async heldRequestsUntold() {
      // A request is a chase, and whatever else gives somebody something to press.
      return await undelivered(Prisma.sql`n.state = 'held' AND n.person_id IS NOT NULL
        AND (n.kind = 'chase' OR n.payload->'message'->'blocks' @> '[{"kind":"actions"}]')
        AND NOT starts_with(n.dedupe_key, ${HELD_NOTICES}) AND NOT EXISTS (
          SELECT FROM notification t
          WHERE t.partnership_id = n.partnership_id AND starts_with(t.dedupe_key, ${HELD_NOTICES})
            AND t.created_at >= n.finished_at AND t.payload->'about' ? n.id::text)`);
    },

    async findByNumber(number) {
      const [found] = await undelivered(Prisma.sql`n.seq = ${number}::bigint`);
      return found ?? null;
    },

    async resend(id, from) {
      const [count] = await rowsFrom(db, { added: int })`
        WITH again AS (
          UPDATE notification SET state = 'queued', state_since = now(), attempts = 0, finished_at = NULL, last_error = NULL
          WHERE partnership_id = ${partnershipId}::uuid AND id::text = ${id} AND state = ${from}::"NotificationState"
          RETURNING id, partnership_id, channel_binding_id
        )
        SELECT count(*)::int AS added FROM again n
        LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
        CROSS JOIN LATERAL ${addJob}`;
      return count?.added === 1;
    },

    async noticedOn(day, dedupePrefixes) {
      const rows = await rowsFrom(db, { personId: uuid })`
        SELECT DISTINCT n.person_id AS "personId"
        FROM notification n JOIN partnership p ON p.id = n.partnership_id
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.person_id IS NOT NULL AND n.state <> 'cancelled'
          AND EXISTS (SELECT FROM unnest(${[...dedupePrefixes]}::text[]) AS wanted (prefix) WHERE starts_with(n.dedupe_key, wanted.prefix))
          AND ((CASE WHEN n.state IN ('sent', 'held') THEN n.finished_at ELSE n.created_at END) AT TIME ZONE p.time_zone)::date = ${day.toString()}::date`;
      return new Set(rows.map(({ personId }) => personId));
    },

    async lastRecordedAt(dedupePrefix) {
      const [row] = await rowsFrom(db, { at: orNull(moment) })`
        SELECT max(created_at) AS at FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND starts_with(dedupe_key, ${dedupePrefix})`;
      return row?.at ? toInstant(row.at) : null;
    },

    async listStuck(olderThan) {
      return await rowsFrom(db, stuckRow)`
        SELECT id, kind, state::text AS state, route FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND state IN ('queued', 'sending', 'checking')
          AND state_since < ${fromInstant(olderThan)}
        ORDER BY state_since, id`;
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

    async withdraw(dedupePrefix, at) {
      // What is being checked may have arrived, so its channel counts as told; it is not sent again.
      const rows = await rowsFrom(db, { channel: orNull(uuid), cancelled: bool })`
        WITH cancelled AS (
          UPDATE notification SET state = 'cancelled', state_since = now(), finished_at = ${fromInstant(at)},
            last_error = 'taken-back'
          WHERE partnership_id = ${partnershipId}::uuid AND starts_with(dedupe_key, ${dedupePrefix})
            AND state IN ('queued', 'checking')
          RETURNING id
        )
        SELECT n.channel_binding_id AS channel, c.id IS NOT NULL AND n.state = 'queued' AS cancelled
        FROM notification n LEFT JOIN cancelled c ON c.id = n.id
        WHERE n.partnership_id = ${partnershipId}::uuid AND starts_with(n.dedupe_key, ${dedupePrefix})
          AND n.state IN ('queued', 'sending', 'checking', 'sent', 'held')
        ORDER BY n.id`;
      return {
        cancelled: rows.filter(({ cancelled }) => cancelled).length,
        toldChannels: rows.flatMap(({ channel, cancelled }) =>
          cancelled || channel === null ? [] : [channel],
        ),
      };
    },

    async requeue(id) {
      // A job that still has attempts left keeps its own time; only a lost or spent one is replaced.
      await db.$queryRaw`
        SELECT count(*)::int AS added FROM notification n
        LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
        CROSS JOIN LATERAL ${addJob}
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.id::text = ${id} AND n.state IN ('queued', 'checking')
          AND NOT EXISTS (
            SELECT FROM graphile_worker.jobs j
            WHERE j.key = 'notification:' || n.id AND j.attempts < j.max_attempts)`;
    },

    async listCreatedAt(at) {
      return await rowsFrom(db, { kind: text, to: text })`
        SELECT n.kind, coalesce(p.name, c.name) AS "to"
        FROM notification n
        LEFT JOIN person p ON p.id = n.person_id
        LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.created_at = ${fromInstant(at)} AND n.kind <> 'edit'
        ORDER BY n.kind, "to", n.id`;
    },

    async listFor(personId, limit) {
      if (!isId(personId)) return [];
      const rows = await rowsFrom(db, toldRow)`
        SELECT n.kind, n.payload->>'step' AS step, n.payload->'message'->>'title' AS title, n.state::text AS state,
          coalesce(n.finished_at, n.created_at) AS at
        FROM notification n
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.person_id = ${personId}::uuid AND n.kind <> 'edit'
          AND n.last_error IS DISTINCT FROM ${'there was nothing to say' satisfies PassedReason}
        ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`;
      return rows.map(({ at, ...facts }) => ({ ...facts, at: toInstant(at) }));
    },

    async lastDigestAt(dedupePrefix) {
      // When it was made, not when it went out: the next one tells what happened since then.
      const [row] = await rowsFrom(db, { at: orNull(moment) })`
        SELECT max(created_at) AS at FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND kind = 'digest' AND state = 'sent'
          AND starts_with(dedupe_key, ${dedupePrefix})`;
      return row?.at ? toInstant(row.at) : null;
    },
  };
}

/** One job for the notification `n`; those for the channel `c`, if it goes to one, run one after the other. */
export const addJob = Prisma.sql`graphile_worker.add_job(
  'deliver-notification',
  json_build_object('id', n.id, 'partnershipId', n.partnership_id),
  queue_name => 'channel:' || md5(c.platform || ' ' || c.tenant_id || ' ' || c.channel_id),
  job_key => 'notification:' || n.id,
  max_attempts => ${MAX_ATTEMPTS}::int)`;

function toInsert({ kind, dedupeKey, target, payload, createdAt }: NewNotification) {
  return { kind, dedupeKey, ...target, payload, createdAt: createdAt.toString() };
}
