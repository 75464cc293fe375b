// Finds notifications that did not arrive, may not have, or will not.
import { Prisma } from '../../../generated/prisma/client.ts';
import { NotificationState, Platform } from '../../../generated/prisma/enums.ts';
import { bool, int, moment, orNull, text, uuid, word } from '../../database/db/columns.ts';
import { type Executor, fromInstant, onlyIds } from '../../database/db/executor.ts';
import { rowsFrom } from '../../database/db/rows.ts';
import type { NotificationRepository, Undelivered } from '../app/notification-ports.ts';
import { takesMessages, takesPosts } from './reach.ts';

/** The keys of what tells the office of held requests. */
const HELD_NOTICES = 'notice:held:';

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

/** What does not arrive. */
export function createUndelivered(
  db: Executor,
  partnershipId: string,
): Pick<
  NotificationRepository,
  'listUndelivered' | 'heldRequestsUntold' | 'findByNumber' | 'unreached'
> {
  async function undelivered(which: Prisma.Sql): Promise<Undelivered[]> {
    return await rowsFrom(db, undeliveredRow)`
      SELECT n.id, n.seq::int AS number, n.kind, n.payload->'message'->>'title' AS title,
        coalesce(p.name, c.name, '') AS "to", n.person_id AS "personId", n.channel_binding_id AS "channelBindingId",
        n.state::text AS state, n.last_error AS reason, coalesce(n.finished_at, n.created_at) AS since,
        n.attempted_at AS "attemptedAt", CASE WHEN j.run_at > now() THEN j.run_at END AS "nextTryAt"
      FROM notification n
      LEFT JOIN graphile_worker.jobs j ON n.state = 'queued' AND j.key = 'notification:' || n.id
      LEFT JOIN person p ON p.partnership_id = n.partnership_id AND p.id = n.person_id
      LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
      WHERE n.partnership_id = ${partnershipId}::uuid AND ${which}
      ORDER BY n.state DESC, since, n.seq`;
  }

  return {
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

    async unreached(ids) {
      const rows = await rowsFrom(db, unreachedRow)`
        WITH told AS (
          SELECT n.id, p.id AS "personId", p.name AS person, ${takesMessages} AS reached, EXISTS (
              SELECT FROM role_grant r
              WHERE r.partnership_id = p.partnership_id AND r.person_id = p.id AND r.role = 'programme-office'
            ) AND n.dedupe_key LIKE 'notice:%' AS office,
            c.name AS channel, c.platform::text AS platform, c.unreachable_since IS NOT NULL AS gone, ${takesPosts} AS posted
          FROM notification n
          LEFT JOIN person p ON p.partnership_id = n.partnership_id AND p.id = n.person_id
          LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
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
  };
}
