// Links objectives and adds them, as an approved change says.
import { uuid } from '../../../core/database/db/columns.ts';
import { dueColumns, type Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { LinkTarget } from '../../../plan/objectives/domain/objective-link.ts';
import { refKey } from '../../../plan/objectives/domain/objective-ref.ts';
import type { PlanEditWrites } from '../app/plan-control-ports.ts';

/** What an approved change links or adds. */
export function createLinkedAndAdded(
  db: Executor,
  partnershipId: string,
): Pick<PlanEditWrites, 'link' | 'unlink' | 'add'> {
  return {
    async link(objectiveId, target, approverId) {
      const examples = await Promise.all([
        db.objective.count({ where: { partnershipId, id: objectiveId, example: true } }),
        db.person.count({
          where: {
            partnershipId,
            id: { in: approverId === null ? [] : [approverId] },
            example: true,
          },
        }),
      ]);
      const facts = { partnershipId, objectiveId, example: examples.some((count) => count > 0) };
      if (target.to === 'theme')
        await db.objectiveTheme.create({ data: { ...facts, themeId: target.id } });
      else
        await db.objectiveLink.create({ data: { ...facts, [linkFields[target.to]]: target.id } });
    },

    async unlink(objectiveId, target) {
      const where = { partnershipId, objectiveId };
      if (target.to === 'theme')
        await db.objectiveTheme.deleteMany({ where: { ...where, themeId: target.id } });
      else
        await db.objectiveLink.deleteMany({
          where: { ...where, [linkFields[target.to]]: target.id },
        });
    },

    async add({ ref, areaRef, title, due, themeId }) {
      // Held until the end, so that two additions do not take the same reference.
      const [version] = await rowsFrom(db, { id: uuid })`
        SELECT id FROM plan_version WHERE partnership_id = ${partnershipId}::uuid AND status = 'current' FOR NO KEY UPDATE`;
      if (!version) return null;
      const planVersionId = version.id;
      const taken = await db.objective.findFirst({
        where: { planVersionId, refKey: refKey(ref) },
        select: { id: true },
      });
      if (taken) return null;
      const area = await db.priorityArea.upsert({
        where: { planVersionId_ref: { planVersionId, ref: areaRef } },
        create: { partnershipId, planVersionId, ref: areaRef },
        update: {},
        select: { id: true },
      });
      const { id } = await db.objective.create({
        data: {
          ...{ partnershipId, planVersionId, areaId: area.id, ref, refKey: refKey(ref), title },
          ...dueColumns(due),
          ...(themeId !== null && { placings: { create: { partnershipId, themeId } } }),
        },
        select: { id: true },
      });
      return id;
    },
  };
}

const linkFields = {
  project: 'projectId',
  priority: 'priorityId',
  'self-evaluation': 'selfEvaluationItemId',
} as const satisfies Record<Exclude<LinkTarget['to'], 'theme'>, string>;
