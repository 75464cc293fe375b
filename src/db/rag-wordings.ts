// What the colours mean in the current version of the plan.
import type { RagWordingRepository } from '../app/plan-control-ports.ts';
import type { Executor } from './executor.ts';

/** The wording of one partnership's ratings. */
export function createRagWordings(db: Executor, partnershipId: string): RagWordingRepository {
  return {
    async list() {
      return await db.ragWording.findMany({
        where: { partnershipId, planVersion: { status: 'current' } },
        select: { rating: true, rag: true, wording: true, example: true },
        orderBy: [{ rating: 'asc' }, { rag: 'asc' }],
      });
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
