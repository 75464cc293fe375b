// Adds and changes the parts of objectives; each change is appended to the history.
import { dueColumns, originalDueColumns } from '../../../core/database/db/due-columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import type { ItemHistory, PlanItemRepository } from '../app/plan-item-ports.ts';
import { type ItemFacts, nextItemRef, type PlanItem } from '../domain/plan-item.ts';
import type { StoredFacts } from '../domain/stored-facts.ts';
import { createPlanItemReads, findItem, selectItems } from './plan-item-reads.ts';

/** Parts of one partnership's objectives. */
export function createPlanItems(
  db: Executor,
  partnershipId: string,
  history: ItemHistory,
): PlanItemRepository {
  return {
    ...createPlanItemReads(db, partnershipId),
    ...createPlanItemWrites(db, partnershipId, history),
  };
}

function createPlanItemWrites(
  db: Executor,
  partnershipId: string,
  history: ItemHistory,
): Pick<PlanItemRepository, 'hold' | 'add' | 'change'> {
  async function record(
    item: PlanItem,
    before: PlanItem | null,
    by: Authorship & { readonly supersedesId?: string },
  ): Promise<void> {
    await history.append({
      ...by,
      objectiveId: item.objectiveId,
      detail: {
        of: 'item',
        itemId: item.id,
        parentId: item.parentId,
        ref: item.ref,
        before: before && storedFacts(before),
        after: storedFacts(item),
      },
    });
  }

  async function found(id: string): Promise<PlanItem> {
    const item = await findItem(db, partnershipId, id);
    if (!item) throw new Error(`the part ${id} was written and is not there`);
    return item;
  }

  async function hold(objectiveId: string): Promise<void> {
    await db.$executeRaw`
      SELECT FROM objective WHERE partnership_id = ${partnershipId}::uuid AND id = ${objectiveId}::uuid FOR NO KEY UPDATE`;
  }

  return {
    hold,

    async add({ objectiveId, parentId = null, ref, example = false, ...facts }, by) {
      // Held until the end, so that two additions do not get the same reference.
      await hold(objectiveId);
      const same = await selectItems(
        db,
        partnershipId,
        Prisma.sql`i.objective_id = ${objectiveId}::uuid AND i.kind::text = ${facts.kind}`,
      );
      const taken = same.map((one) => one.ref);
      const parent = parentId === null ? null : await findItem(db, partnershipId, parentId);
      const { id } = await db.planItem.create({
        data: {
          ...{ partnershipId, objectiveId, parentId, example },
          ref: ref ?? nextItemRef(facts.kind, taken, parent?.ref),
          ...toColumns(facts),
          addedAt: fromInstant(by.at),
        },
        select: { id: true },
      });
      const item = await found(id);
      await record(item, null, by);
      return item;
    },

    async change(id, expectedVersion, facts, by) {
      const before = await findItem(db, partnershipId, id);
      if (before?.version !== expectedVersion) return null;
      const { count } = await db.planItem.updateMany({
        where: { id, partnershipId, version: expectedVersion },
        data: { ...toColumns(facts), version: expectedVersion + 1 },
      });
      if (count === 0) return null;
      const item = await found(id);
      await record(item, before, by);
      return item;
    },
  };
}

function toColumns({ kind, title, status, due, originalDue, detail }: ItemFacts) {
  return { kind, title, status, detail, ...dueColumns(due), ...originalDueColumns(originalDue) };
}

/** What a part says, as the history keeps it. */
function storedFacts(item: PlanItem): StoredFacts {
  const { id, objectiveId, parentId, ref, version, addedAt, example, due, originalDue, ...facts } =
    item;
  return { ...facts, due: storedDate(due), originalDue: storedDate(originalDue) };
}

function storedDate(date: FuzzyDate | null) {
  return date && { ...date, lastDay: date.lastDay.toString() };
}
