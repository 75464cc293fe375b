// Finds a notification to send, and records each attempt and what came of it. How long a row has been in its state is
// measured by the database's clock, also in the demonstration.
import { orNull, text, uuid, word } from '../../database/db/columns.ts';
import { type Executor, fromInstant, isId, toInstant } from '../../database/db/executor.ts';
import { heldIn, rowsFrom } from '../../database/db/rows.ts';
import type { NotificationRepository } from '../app/notification-ports.ts';
import { payload, route } from './notification-json.ts';

const stuckRow = {
  ...{ id: uuid, kind: text, state: word(['queued', 'sending', 'checking']) },
  route: orNull(route),
};

/** What sending a notification reads and records. */
export function createNotificationAttempts(
  db: Executor,
  partnershipId: string,
): Pick<NotificationRepository, 'find' | 'claim' | 'settle' | 'listStuck' | 'deadFor'> {
  return {
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

    async claim(id, { route, at }) {
      const claimed = await db.$executeRaw`
        UPDATE notification SET state = 'sending', attempts = attempts + 1, state_since = now(),
          route = ${JSON.stringify(route)}::jsonb, attempted_at = ${fromInstant(at)}
        WHERE partnership_id = ${partnershipId}::uuid AND id::text = ${id} AND state = 'queued'
          AND NOT EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id
            AND (p.sending_paused_at IS NOT NULL OR p.switched_off_at IS NOT NULL))`;
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

    async deadFor(personId, since) {
      const rows = await rowsFrom(db, { id: uuid })`
        SELECT id FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND person_id = ${personId}::uuid AND state = 'dead'
          AND created_at >= ${fromInstant(since)}
        ORDER BY created_at, id`;
      return rows.map(({ id }) => id);
    },

    async listStuck(olderThan) {
      return await rowsFrom(db, stuckRow)`
        SELECT id, kind, state::text AS state, route FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND state IN ('queued', 'sending', 'checking')
          AND state_since < ${fromInstant(olderThan)}
        ORDER BY state_since, id`;
    },
  };
}
