// The one statement that records an update. A statement is a transaction of its own, so the rating, the
// history, the answered returns and what is to be told commit together, in one journey to the database.

import { z } from 'zod';
import { int, json, uuid } from '../../../core/database/db/columns.ts';
import { isUniqueViolation } from '../../../core/database/db/database-errors.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { addJob } from '../../../core/outbox/db/notification-queue.ts';
import { takesPosts } from '../../../core/outbox/db/reach.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import { noteArriving, noteRows } from '../../../core/request/app/trace.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import { beginCycles } from '../../cycles/db/cycle-of-meeting.ts';
import { askSteps } from '../../cycles/domain/chase-rules.ts';
import type { AppendedUpdate, NewStatusUpdate, ReturnWrites } from '../app/return-ports.ts';

const appendedRow = {
  ...{ id: uuid, version: int },
  /** Where it is told, with the notification that was queued for it. */
  told: json(
    'the channels',
    z.array(
      z.object({
        platform: z.enum(Platform),
        ...{ name: z.string(), takesPosts: z.boolean(), notification: z.string() },
      }),
    ),
  ),
};
const changingRow = { ...appendedRow, changing: int };

/** Records updates of one partnership. */
export function createUpdates(db: Executor, partnershipId: string): ReturnWrites {
  return {
    async appendUpdate(update, expectedVersion) {
      const { requestId } = update;
      try {
        const appended = await appendInOneStatement(db, partnershipId, update, expectedVersion);
        if (appended) return appended;
      } catch (error) {
        if (!isUniqueViolation(error, 'objective_entry_partnership_id_request_id_key')) throw error;
        throw new DuplicateRequest(`request ${requestId} was recorded before`, { cause: error });
      }
      // The repeat of a request that was quicker finds the version moved on by itself.
      if (
        !(await db.objectiveEntry.findFirst({
          where: { partnershipId, requestId },
          select: { id: true },
        }))
      )
        return null;
      throw new DuplicateRequest(`request ${requestId} was recorded before`);
    },
  };
}

/** Null when the objective is not at `expectedVersion`. */
async function appendInOneStatement(
  db: Executor,
  partnershipId: string,
  update: NewStatusUpdate,
  expectedVersion: number,
): Promise<AppendedUpdate | null> {
  const at = fromInstant(update.at);
  const cycleIds = [...update.cycleIds];
  const ofCycle = update.ofCycle ?? cycleIds[0] ?? null;
  const rating = update.rating ?? 'delivery';
  const [appended] = await rowsFrom(db, changesRequests(update) ? changingRow : appendedRow)`
    WITH moved AS (
      UPDATE objective SET version = version + 1,
        rag = CASE WHEN ${rating} = 'delivery' THEN ${update.toRag}::"Rag" ELSE rag END,
        impact_rag = CASE WHEN ${rating} = 'impact' THEN ${update.toRag}::"Rag" ELSE impact_rag END
      WHERE partnership_id = ${partnershipId}::uuid AND id = ${update.objectiveId}::uuid AND version = ${expectedVersion}
        -- Whoever closes it may be a moment quicker; only what was said before is still put right.
        AND (status = 'open' OR ${update.kind} = 'amend')
      RETURNING id, version
    ), appended AS (
      INSERT INTO objective_entry (id, partnership_id, objective_id, kind, rating, from_rag, to_rag, note, author_id,
        version, cycle_id, late, request_id, at, supersedes_id)
      SELECT gen_random_uuid(), ${partnershipId}::uuid, moved.id, ${update.kind}::"EntryKind", ${rating}::"RatingKind",
        ${update.fromRag}::"Rag", ${update.toRag}::"Rag", ${update.note}, ${update.authorId}::uuid, moved.version,
        ${ofCycle}::uuid, ${update.late}, ${update.requestId}, ${at},
        ${update.supersedesId ?? null}::uuid
      FROM moved
      RETURNING id, partnership_id, objective_id, version, request_id, at
    ), ${ofCycle === null ? Prisma.empty : answered(partnershipId, ofCycle, cycleIds)} ${update.kind === 'undo' ? reopened(update.supersedesId) : Prisma.empty} marked AS (
      INSERT INTO answered_request (partnership_id, request_id, at)
      SELECT partnership_id, ${update.inboundId ?? update.requestId}, at FROM appended
      ON CONFLICT (partnership_id, request_id) DO NOTHING
    )
    ${update.announcement ? announced(update.announcement) : Prisma.empty}
    ${changesRequests(update) ? changed(update) : Prisma.empty}
    SELECT u.id, u.version, ${update.announcement ? toldChannels : nothing} AS told
      ${changesRequests(update) ? Prisma.sql`, (SELECT count(*)::int FROM changing) AS changing` : Prisma.empty}
    FROM appended u`;
  if (!appended) return null;
  const { id, version, told } = appended;
  noteRows('entries', [id]);
  const queued = (channels: RowOf<typeof appendedRow>['told']) =>
    channels.map(({ notification }) => notification);
  noteRows('notifications', queued(told));
  noteArriving(queued(told.filter(({ takesPosts: arrives }) => arrives)));
  return { id, version, told: told.map(({ notification: _, ...channel }) => channel) };
}

/** The returns that an entry answers, whether or not anybody was asked for them yet. */
function answered(partnershipId: string, ofCycle: string, cycleIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`begun AS (${beginCycles(partnershipId, [ofCycle, ...cycleIds])}
    ), answered AS (
      INSERT INTO return_request AS r (id, partnership_id, cycle_id, objective_id, answered_by_id, answered_at)
      SELECT gen_random_uuid(), u.partnership_id, c.id, u.objective_id, u.id, u.at
      FROM appended u CROSS JOIN unnest(${[...cycleIds]}::uuid[]) AS c (id)
      ON CONFLICT (partnership_id, cycle_id, objective_id) DO UPDATE
        SET answered_by_id = excluded.answered_by_id, answered_at = excluded.answered_at
        WHERE r.answered_by_id IS NULL
    ),`;
}

/** Whether a request that somebody was sent may say something else now. */
function changesRequests({ kind, cycleIds }: NewStatusUpdate): boolean {
  return cycleIds.length > 0 || kind === 'undo' || kind === 'amend';
}

/** The requests that were sent for what this answers, amends or takes back: each is changed where it stands. */
function changed({ kind, cycleIds }: NewStatusUpdate): Prisma.Sql {
  const ofThese =
    kind === 'undo' || kind === 'amend'
      ? Prisma.sql`IN (
          SELECT g.id::text FROM governance_cycle g
          JOIN meeting m ON m.partnership_id = g.partnership_id AND m.id = g.meeting_id AND m.held_on >= u.at::date
          WHERE g.partnership_id = u.partnership_id)`
      : Prisma.sql`= ANY(${[...cycleIds]}::text[])`;
  return Prisma.sql`, changed AS (
      INSERT INTO notification (id, partnership_id, kind, dedupe_key, person_id, payload, created_at)
      SELECT gen_random_uuid(), u.partnership_id, 'edit', 'edit:' || n.id || ':' || u.id, n.person_id,
        jsonb_build_object('kind', 'edit', 'notificationId', n.id), u.at
      FROM appended u
      JOIN notification n ON n.partnership_id = u.partnership_id AND n.kind = 'chase'
        AND n.payload->>'cycleId' ${ofThese} AND n.payload->'objectiveIds' @> to_jsonb(u.objective_id::text)
        AND n.state IN ('sending', 'checking', 'sent') AND n.payload->>'step' = ANY(${askSteps}::text[])
      RETURNING id, partnership_id, channel_binding_id
    ), changing AS (
      SELECT ${addJob} FROM changed n
      LEFT JOIN channel_binding c ON c.partnership_id = n.partnership_id AND c.id = n.channel_binding_id
    )`;
}

/** The returns that an entry answered are outstanding again once it is taken back. */
function reopened(undoneId: string | undefined): Prisma.Sql {
  return Prisma.sql`reopened AS (
      UPDATE return_request r SET answered_by_id = NULL, answered_at = NULL
      FROM appended u
      WHERE r.partnership_id = u.partnership_id AND r.answered_by_id = ${undoneId ?? null}::uuid
    ),`;
}

const nothing = Prisma.sql`'[]'::json`;

const toldChannels = Prisma.sql`coalesce((
      SELECT json_agg(json_build_object('platform', q.platform, 'name', q.name, 'takesPosts', q."takesPosts",
        'notification', q.notification) ORDER BY q.name, q.id) FROM queued q
    ), '[]')`;

/** A notification and a job for each channel of the objective's themes. */
function announced(payload: NonNullable<NewStatusUpdate['announcement']>): Prisma.Sql {
  return Prisma.sql`, told AS (
      SELECT c.id, c.platform, c.tenant_id, c.channel_id, c.name, ${takesPosts} AS "takesPosts"
      FROM appended u
      JOIN objective_theme x ON x.partnership_id = u.partnership_id AND x.objective_id = u.objective_id
      JOIN channel_binding c ON c.partnership_id = u.partnership_id AND c.theme_id = x.theme_id
      WHERE c.active AND c.purpose = 'workstream'
    ), added AS (
      INSERT INTO notification (id, partnership_id, kind, dedupe_key, channel_binding_id, payload, created_at)
      SELECT gen_random_uuid(), u.partnership_id, 'rag-change', 'rag-change:' || u.id || ':' || told.id, told.id,
        ${JSON.stringify(payload)}::jsonb, u.at
      FROM appended u CROSS JOIN told
      RETURNING id, partnership_id, channel_binding_id
    ), queued AS (
      SELECT c.platform, c.name, c.id, c."takesPosts", n.id AS notification
      FROM added n JOIN told c ON c.id = n.channel_binding_id
      CROSS JOIN LATERAL ${addJob}
    )`;
}
