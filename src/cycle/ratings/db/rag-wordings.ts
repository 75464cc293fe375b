// What the colours mean in the current version of the plan.

import type { Executor } from '../../../core/database/db/executor.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { RagWording, RagWordingRepository } from '../app/rag-wording-ports.ts';

/** The wording of one partnership's ratings. */
export function createRagWordings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): RagWordingRepository {
  return {
    async list() {
      return await db.$queryRaw<RagWording[]>`
        ${rowsAt('rag_wording', 'plan_version')}SELECT w.rating::text AS rating, w.rag::text AS rag, w.wording, w.example
        FROM rag_wording w JOIN plan_version v ON v.id = w.plan_version_id AND v.status = 'current'
        WHERE w.partnership_id = ${partnershipId}::uuid ORDER BY w.rating, w.rag`;
    },

    async set(rating, rag, wording) {
      await db.$executeRaw`
        INSERT INTO rag_wording (id, partnership_id, plan_version_id, rating, rag, wording)
        SELECT gen_random_uuid(), v.partnership_id, v.id, ${rating}::"RatingKind", ${rag}::"Rag", ${wording}
        FROM plan_version v WHERE v.partnership_id = ${partnershipId}::uuid AND v.status = 'current'
        ON CONFLICT (plan_version_id, rating, rag) DO UPDATE SET wording = excluded.wording, example = false`;
    },
  };
}
