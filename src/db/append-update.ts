// The one statement that records an update. A statement is a transaction of its own, so the rating, the
// history, the answered returns and what is to be told commit together, in one journey to the database.
import type { AppendedUpdate, NewStatusUpdate, ToldChannel } from '../app/ports.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Executor, fromInstant } from './executor.ts';
import { addJob } from './notifications.ts';

type AppendedRow = {
  readonly id: string;
  readonly version: number;
  readonly told: readonly ToldChannel[];
};

/** Null when the objective is not at `expectedVersion`. */
export async function appendInOneStatement(
  db: Executor,
  partnershipId: string,
  update: NewStatusUpdate,
  expectedVersion: number,
): Promise<AppendedUpdate | null> {
  const at = fromInstant(update.at);
  const cycleIds = [...update.cycleIds];
  const rating = update.rating ?? 'delivery';
  const [appended] = await db.$queryRaw<AppendedRow[]>`
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
        ${update.ofCycle ?? cycleIds[0] ?? null}::uuid, ${update.late}, ${update.requestId}, ${at},
        ${update.supersedesId ?? null}::uuid
      FROM moved
      RETURNING id, partnership_id, objective_id, version, request_id, at
    ), answered AS (
      UPDATE return_request r SET answered_by_id = u.id, answered_at = u.at
      FROM appended u
      WHERE r.partnership_id = u.partnership_id AND r.objective_id = u.objective_id
        AND r.cycle_id = ANY(${cycleIds}::uuid[]) AND r.answered_by_id IS NULL
    ), ${update.kind === 'undo' ? reopened(update.supersedesId) : Prisma.empty} marked AS (
      INSERT INTO answered_request (partnership_id, request_id, at)
      SELECT partnership_id, ${update.inboundId ?? update.requestId}, at FROM appended
      ON CONFLICT (partnership_id, request_id) DO NOTHING
    )
    ${update.announcement ? announced(update.announcement) : notAnnounced}`;
  return appended ?? null;
}

/** The returns that an entry answered are outstanding again once it is taken back. */
function reopened(undoneId: string | undefined): Prisma.Sql {
  return Prisma.sql`reopened AS (
      UPDATE return_request r SET answered_by_id = NULL, answered_at = NULL
      FROM appended u
      WHERE r.partnership_id = u.partnership_id AND r.answered_by_id = ${undoneId ?? null}::uuid
    ),`;
}

const notAnnounced = Prisma.sql`SELECT id, version, '[]'::json AS told FROM appended`;

/** The rest of the statement: a notification and a job for each channel of the objective's themes. */
function announced(payload: NonNullable<NewStatusUpdate['announcement']>): Prisma.Sql {
  return Prisma.sql`, told AS (
      SELECT c.id, c.platform, c.tenant_id, c.channel_id, c.name
      FROM appended u
      JOIN objective_theme x ON x.objective_id = u.objective_id
      JOIN channel_binding c ON c.partnership_id = u.partnership_id AND c.theme_id = x.theme_id
      WHERE c.active AND c.purpose = 'workstream'
    ), added AS (
      INSERT INTO notification (id, partnership_id, kind, dedupe_key, channel_binding_id, payload, created_at)
      SELECT gen_random_uuid(), u.partnership_id, 'rag-change', 'rag-change:' || u.id || ':' || told.id, told.id,
        ${JSON.stringify(payload)}::jsonb, u.at
      FROM appended u CROSS JOIN told
      RETURNING id, partnership_id, channel_binding_id
    ), queued AS (
      SELECT c.platform, c.name, c.id
      FROM added n JOIN told c ON c.id = n.channel_binding_id
      CROSS JOIN LATERAL ${addJob}
    )
    SELECT u.id, u.version, coalesce((
      SELECT json_agg(json_build_object('platform', q.platform, 'name', q.name) ORDER BY q.name, q.id) FROM queued q
    ), '[]') AS told
    FROM appended u`;
}
