// What an approved change alters: the plan's own words, dates, owners and links. Ratings are not touched here.
import { type Executor, fromDate } from '../../../core/database/db/executor.ts';
import type { PlanEditWrites } from '../app/plan-control-ports.ts';
import { createLinkedAndAdded } from './linked-and-added.ts';

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
