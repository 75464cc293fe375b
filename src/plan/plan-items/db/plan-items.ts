// Adds and changes the parts of objectives; each change is appended to the history.
import { dueColumns, originalDueColumns } from '../../../core/database/db/due-columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import type { ItemEntry, ItemHistory, PlanItemRepository } from '../app/plan-item-ports.ts';
import type { ItemFacts, PlanItem } from '../domain/plan-item.ts';
import type { StoredFacts } from '../domain/stored-facts.ts';
import { insertItems, withRefs } from './insert-items.ts';
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
): Pick<PlanItemRepository, 'hold' | 'add' | 'addAll' | 'change'> {
  async function hold(objectiveIds: readonly string[]): Promise<void> {
    await db.$executeRaw`
      SELECT FROM objective WHERE partnership_id = ${partnershipId}::uuid AND id = ANY(${objectiveIds}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`;
  }

  const addAll: PlanItemRepository['addAll'] = async (wanted) => {
    const objectiveIds = [...new Set(wanted.map(({ item }) => item.objectiveId))];
    // Held until the end, so that two additions do not get the same reference.
    await hold(objectiveIds);
    const there = await selectItems(
      db,
      partnershipId,
      Prisma.sql`i.objective_id = ANY(${objectiveIds}::uuid[])`,
    );
    const rows = withRefs(wanted, there);
    await insertItems(db, partnershipId, rows);
    const ids = rows.map(({ id }) => id);
    const added = await selectItems(db, partnershipId, Prisma.sql`i.id = ANY(${ids}::uuid[])`);
    const byId = new Map(added.map((item) => [item.id, item]));
    const written = rows.map(({ id, by }) => ({ item: writtenOf(id, byId.get(id)), by }));
    await history.appendAll(written.map(({ item, by }) => entryOf(item, null, by)));
    return written.map(({ item }) => item);
  };

  return {
    hold: (objectiveId) => hold([objectiveId]),

    async add(item, by) {
      const [added] = await addAll([{ item, by }]);
      if (!added) throw new Error('a part was added and is not there');
      return added;
    },

    addAll,

    async change(id, expectedVersion, facts, by) {
      const before = await findItem(db, partnershipId, id);
      if (before?.version !== expectedVersion) return null;
      const { count } = await db.planItem.updateMany({
        where: { id, partnershipId, version: expectedVersion },
        data: { ...toColumns(facts), version: expectedVersion + 1 },
      });
      if (count === 0) return null;
      const item = writtenOf(id, await findItem(db, partnershipId, id));
      await history.append(entryOf(item, before, by));
      return item;
    },
  };
}

function writtenOf(id: string, item: PlanItem | null | undefined): PlanItem {
  if (!item) throw new Error(`the part ${id} was written and is not there`);
  return item;
}

function entryOf(
  item: PlanItem,
  before: PlanItem | null,
  by: Authorship & { readonly supersedesId?: string },
): ItemEntry {
  return {
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
