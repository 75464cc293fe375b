import { z } from 'zod';
import { NotificationState } from '../../../generated/prisma/enums.ts';
import { day, json, moment, orNull, text, uuid, word } from '../../database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../database/db/executor.ts';
import { rowsFrom } from '../../database/db/rows.ts';
import type { NotificationRepository, PassedReason } from '../app/notification-ports.ts';
import { chaseSteps } from './notification-json.ts';

const pastChaseRow = {
  ...{ personId: uuid, cycleId: text, step: word(chaseSteps), on: day },
  objectiveIds: json('notification.payload', z.array(z.string())),
  outcome: word(['sent', 'passed', 'waiting', 'other']),
};

const toldRow = {
  ...{ kind: text, step: orNull(text), title: orNull(text), at: moment },
  state: word(NotificationState),
};

/** What was told. */
export function createTold(
  db: Executor,
  partnershipId: string,
): Pick<
  NotificationRepository,
  'pastChases' | 'noticedOn' | 'lastRecordedAt' | 'listCreatedAt' | 'listFor' | 'lastDigestAt'
> {
  return {
    async pastChases(since) {
      return await rowsFrom(db, pastChaseRow)`
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
      return row?.at ?? null;
    },

    async listCreatedAt(at) {
      return await rowsFrom(db, { kind: text, to: text })`
        SELECT n.kind, coalesce(p.name, c.name) AS "to"
        FROM notification n
        LEFT JOIN person p ON p.partnership_id = n.partnership_id AND p.id = n.person_id
        LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.created_at = ${fromInstant(at)} AND n.kind <> 'edit'
        ORDER BY n.kind, "to", n.id`;
    },

    async listFor(personId, limit) {
      if (!isId(personId)) return [];
      return await rowsFrom(db, toldRow)`
        SELECT n.kind, n.payload->>'step' AS step, n.payload->'message'->>'title' AS title, n.state::text AS state,
          coalesce(n.finished_at, n.created_at) AS at
        FROM notification n
        WHERE n.partnership_id = ${partnershipId}::uuid AND n.person_id = ${personId}::uuid AND n.kind <> 'edit'
          AND n.last_error IS DISTINCT FROM ${'there was nothing to say' satisfies PassedReason}
        ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`;
    },

    async lastDigestAt(dedupePrefix) {
      // When it was made, not when it went out: the next one tells what happened since then.
      const [row] = await rowsFrom(db, { at: orNull(moment) })`
        SELECT max(created_at) AS at FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND kind = 'digest' AND state = 'sent'
          AND starts_with(dedupe_key, ${dedupePrefix})`;
      return row?.at ?? null;
    },
  };
}
