// What the colours mean in the current version of the plan.

import { bool, text, word } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Rag, RatingKind } from '../../../generated/prisma/enums.ts';
import type { RagWordingRepository } from '../app/rag-wording-ports.ts';

const wordingRow = { rating: word(RatingKind), rag: word(Rag), wording: text, example: bool };

/** The wording of one partnership's ratings. */
export function createRagWordings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): RagWordingRepository {
  return {
    async list() {
      return await rowsFrom(db, wordingRow)`
        ${rowsAt('rag_wording', 'plan_version')}SELECT w.rating::text AS rating, w.rag::text AS rag, w.wording, w.example
        FROM rag_wording w
        JOIN plan_version v ON v.partnership_id = w.partnership_id AND v.id = w.plan_version_id AND v.status = 'current'
        WHERE w.partnership_id = ${partnershipId}::uuid ORDER BY w.rating, w.rag`;
    },

    async set(rating, rag, wording) {
      await db.$executeRaw`
        INSERT INTO rag_wording (id, partnership_id, plan_version_id, rating, rag, wording)
        SELECT gen_random_uuid(), v.partnership_id, v.id, ${rating}::"RatingKind", ${rag}::"Rag", ${wording}
        FROM plan_version v WHERE v.partnership_id = ${partnershipId}::uuid AND v.status = 'current'
        ON CONFLICT (partnership_id, plan_version_id, rating, rag) DO UPDATE SET wording = excluded.wording, example = false`;
    },
  };
}
