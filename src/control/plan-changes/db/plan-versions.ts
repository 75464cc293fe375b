// Versions of the plan. Objectives live in the current one and move on with it; what an earlier version
// said is kept as data in its own row.
import { bool, int, moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { heldIn, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { PlanVersionStatus } from '../../../generated/prisma/enums.ts';
import type { PlanVersionRepository } from '../app/plan-version-ports.ts';
import { loadCurrentContent } from './current-plan-content.ts';
import { planContent } from './plan-content-json.ts';

const versionRow = {
  ...{ id: uuid, number: int, label: text, status: word(PlanVersionStatus), frozen: bool },
  ...{ publishedAt: orNull(moment), publishedBy: orNull(text), changes: int, example: bool },
};

/** Versions of one partnership's plan. */
export function createPlanVersions(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): PlanVersionRepository {
  return {
    async hold() {
      await db.$executeRaw`SELECT FROM plan_version WHERE partnership_id = ${partnershipId}::uuid FOR NO KEY UPDATE`;
    },

    async list() {
      return await rowsFrom(db, versionRow)`
        ${rowsAt('plan_version', 'change_request')}SELECT v.id, v.number, v.label, v.status::text AS status, v.published_at AS "publishedAt",
          p.name AS "publishedBy", v.content IS NOT NULL AS frozen, v.example,
          (SELECT count(*)::int FROM change_request c WHERE c.plan_version_id = v.id AND c.state = 'approved') AS changes
        FROM plan_version v LEFT JOIN person p ON p.id = v.published_by_id
        WHERE v.partnership_id = ${partnershipId}::uuid ORDER BY v.number`;
    },

    async content(id) {
      if (!isId(id)) return null;
      const version = await db.planVersion.findFirst({
        where: { id, partnershipId },
        select: { content: true },
      });
      return heldIn(orNull(planContent), version?.content ?? null, id);
    },

    readNow: (today) => loadCurrentContent(db, partnershipId, today),

    async freeze(id, content) {
      const { count } = await db.planVersion.updateMany({
        where: { id, partnershipId, content: { equals: Prisma.DbNull } },
        data: { content },
      });
      return count === 1;
    },

    async openDraft(label) {
      const [row] = await rowsFrom(db, { number: int })`
        INSERT INTO plan_version (id, partnership_id, number, label, status)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, max(number) + 1, ${label}, 'draft'
        FROM plan_version WHERE partnership_id = ${partnershipId}::uuid
        RETURNING number`;
      return row?.number ?? 0;
    },

    async publish(draftId, content, by, at) {
      const current = await db.planVersion.findFirstOrThrow({
        where: { partnershipId, status: 'current' },
        select: { id: true },
      });
      const published = await db.$executeRaw`
        UPDATE plan_version SET status = 'current', content = ${JSON.stringify(content)}::jsonb,
          published_at = ${fromInstant(at)}, published_by_id = ${by}::uuid
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${draftId}::uuid AND status = 'draft'`;
      if (published === 0) return false;
      const [from, to] = [{ planVersionId: current.id }, { planVersionId: draftId }];
      await db.planVersion.update({ where: { id: current.id }, data: { status: 'superseded' } });
      await db.priorityArea.updateMany({ where: from, data: to });
      await db.objective.updateMany({ where: from, data: to });
      await db.$executeRaw`
        INSERT INTO rag_wording (id, partnership_id, plan_version_id, rating, rag, wording, example)
        SELECT gen_random_uuid(), partnership_id, ${draftId}::uuid, rating, rag, wording, example
        FROM rag_wording WHERE plan_version_id = ${current.id}::uuid
        ON CONFLICT (plan_version_id, rating, rag) DO NOTHING`;
      return true;
    },
  };
}
