// What an approved change alters: the plan's own words, dates, owners and links. Ratings are not touched here.

import { uuid } from '../../../core/database/db/columns.ts';
import { dueColumns } from '../../../core/database/db/due-columns.ts';
import { type Executor, fromDate } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { LinkTarget } from '../../../plan/objectives/domain/objective-link.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import type { PlanEditWrites } from '../app/plan-control-ports.ts';

/** The plan of one partnership. */
export function createPlanEdits(db: Executor, partnershipId: string): PlanEditWrites {
  return {
    ...createLinkedAndAdded(db, partnershipId),
    async hold(objectiveId) {
      await db.$executeRaw`
        SELECT FROM objective WHERE partnership_id = ${partnershipId}::uuid AND id = ${objectiveId}::uuid FOR NO KEY UPDATE`;
    },

    async reDate(objectiveId, { text, precision, lastDay }) {
      // Every right-hand side reads the row as it was. A date given for the first time has no original.
      await db.$executeRaw`
        UPDATE objective SET due_text = ${text}, due_precision = ${precision}::"DatePrecision",
          due_last_day = ${lastDay.toString()}::date,
          original_due_text = coalesce(original_due_text, due_text),
          original_due_precision = coalesce(original_due_precision, due_precision),
          original_due_last_day = coalesce(original_due_last_day, due_last_day)
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${objectiveId}::uuid`;
    },

    async reWord(objectiveId, field, to) {
      await db.objective.updateMany({
        where: { id: objectiveId, partnershipId },
        data: { [field]: to },
      });
    },

    async reOwn(objectiveId, role, { personId }, on) {
      // One that began today ends before it began: it is never in force, and stays where it came from.
      // An owner is not their own deputy.
      const alsoDeputy = role === 'owner' ? [{ role: 'deputy' as const, personId }] : [];
      await db.assignment.updateMany({
        where: {
          ...{ partnershipId, objectiveId, itemId: null },
          AND: [
            { OR: [{ role }, ...alsoDeputy] },
            { OR: [{ endsOn: null }, { endsOn: { gte: fromDate(on) } }] },
          ],
        },
        data: { endsOn: fromDate(on.subtract({ days: 1 })) },
      });
      await db.$executeRaw`
        INSERT INTO assignment (id, partnership_id, objective_id, role, person_id, starts_on, example)
        SELECT gen_random_uuid(), p.partnership_id, ${objectiveId}::uuid, ${role}::"AssignmentRole", p.id,
          ${on.toString()}::date, p.example
        FROM person p WHERE p.partnership_id = ${partnershipId}::uuid AND p.id = ${personId}::uuid`;
    },

    async close(objectiveId, on) {
      await db.objective.updateMany({
        where: { id: objectiveId, partnershipId, status: 'open' },
        data: { status: 'closed', closedOn: fromDate(on) },
      });
    },
  };
}

/** What an approved change links or adds. */
function createLinkedAndAdded(
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
        where: { partnershipId, planVersionId, refKey: refKey(ref) },
        select: { id: true },
      });
      if (taken) return null;
      const area = await db.priorityArea.upsert({
        where: { partnershipId_planVersionId_ref: { partnershipId, planVersionId, ref: areaRef } },
        create: { partnershipId, planVersionId, ref: areaRef },
        update: {},
        select: { id: true },
      });
      const { id } = await db.objective.create({
        data: {
          ...{ partnershipId, planVersionId, areaId: area.id, ref, refKey: refKey(ref), title },
          ...dueColumns(due),
          ...(themeId !== null && { placings: { create: { themeId } } }),
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
