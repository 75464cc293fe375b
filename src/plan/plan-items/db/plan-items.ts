import { z } from 'zod';
import {
  bool,
  int,
  json,
  moment,
  orNull,
  text,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import {
  type Executor,
  fromDate,
  fromInstant,
  isId,
  onlyIds,
  toFuzzyDate,
  toInstant,
} from '../../../core/database/db/executor.ts';
import { heldIn, type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { DatePrecision, PlanItemKind } from '../../../generated/prisma/enums.ts';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import { byRef } from '../../objectives/db/objectives.ts';
import type { ItemHistory, PlanItemRepository } from '../app/plan-item-ports.ts';
import { type ItemFacts, nextItemRef, type PlanItem } from '../domain/plan-item.ts';
import type { StoredFacts } from '../domain/stored-facts.ts';
import { itemOfKind } from './item-schema.ts';

const itemRow = {
  ...{ id: uuid, objectiveId: uuid, parentId: orNull(uuid), kind: word(PlanItemKind), ref: text },
  ...{ title: text, status: text, version: int, addedAt: moment, example: bool },
  detail: json('plan_item.detail', z.unknown()),
  dueText: orNull(text),
  duePrecision: orNull(word(DatePrecision)),
  dueLastDay: orNull(text),
  originalDueText: orNull(text),
  originalDuePrecision: orNull(word(DatePrecision)),
  originalDueLastDay: orNull(text),
};

/** Parts of one partnership's objectives. */
export function createPlanItems(
  db: Executor,
  partnershipId: string,
  history: ItemHistory,
): PlanItemRepository {
  async function select(which: Prisma.Sql): Promise<PlanItem[]> {
    const rows = await rowsFrom(db, itemRow)`
      SELECT i.id, i.objective_id AS "objectiveId", i.parent_id AS "parentId", i.kind::text AS kind, i.ref, i.title,
        i.status, i.detail, i.version, i.added_at AS "addedAt", i.example,
        i.due_text AS "dueText", i.due_precision::text AS "duePrecision", i.due_last_day::text AS "dueLastDay",
        i.original_due_text AS "originalDueText", i.original_due_precision::text AS "originalDuePrecision",
        i.original_due_last_day::text AS "originalDueLastDay"
      FROM plan_item i WHERE i.partnership_id = ${partnershipId}::uuid AND ${which}
      ORDER BY i.objective_id, i.kind`;
    const items = rows.map(toItem);
    return items.sort(
      (one, other) =>
        (one.objectiveId < other.objectiveId ? -1 : one.objectiveId > other.objectiveId ? 1 : 0) ||
        (one.kind === other.kind ? byRef.compare(one.ref, other.ref) : 0),
    );
  }

  async function find(id: string): Promise<PlanItem | null> {
    if (!isId(id)) return null;
    const [item] = await select(Prisma.sql`i.id = ${id}::uuid`);
    return item ?? null;
  }

  async function record(item: PlanItem, before: PlanItem | null, by: Authorship): Promise<void> {
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

  return {
    async list({ objectiveIds, kinds, statuses }) {
      const filters = [
        Prisma.sql`true`,
        ...(objectiveIds === undefined
          ? []
          : [Prisma.sql`i.objective_id = ANY(${onlyIds(objectiveIds)}::uuid[])`]),
        ...(kinds === undefined ? [] : [Prisma.sql`i.kind::text = ANY(${[...kinds]}::text[])`]),
        ...(statuses === undefined ? [] : [Prisma.sql`i.status = ANY(${[...statuses]}::text[])`]),
      ];
      return await select(Prisma.join(filters, ' AND '));
    },

    find,

    async isAssigned(id, personId, today) {
      if (!isId(id) || !isId(personId)) return false;
      const day = today.toString();
      const found = await db.$queryRaw<unknown[]>`
        SELECT FROM assignment s JOIN plan_item i ON s.item_id IN (i.id, i.parent_id)
        WHERE i.partnership_id = ${partnershipId}::uuid AND i.id = ${id}::uuid AND s.person_id = ${personId}::uuid
          AND s.starts_on <= ${day}::date AND (s.ends_on IS NULL OR s.ends_on >= ${day}::date) LIMIT 1`;
      return found.length > 0;
    },

    async ownersOf(id, role, today) {
      if (!isId(id)) return [];
      const day = today.toString();
      const rows = await rowsFrom(db, { name: text })`
        SELECT coalesce(p.name || ', ', '') || g.name AS name
        FROM assignment s
        LEFT JOIN person p ON p.id = s.person_id
        JOIN organisation g ON g.id = coalesce(p.organisation_id, s.organisation_id)
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.item_id = ${id}::uuid AND s.role = ${role}::"AssignmentRole"
          AND s.starts_on <= ${day}::date AND (s.ends_on IS NULL OR s.ends_on >= ${day}::date)
        ORDER BY 1`;
      return rows.map(({ name }) => name);
    },

    async add({ objectiveId, parentId = null, ref, example = false, ...facts }, by) {
      // Held until the end, so that two additions do not get the same reference.
      await db.$executeRaw`SELECT FROM objective WHERE id = ${objectiveId}::uuid FOR NO KEY UPDATE`;
      const taken = await select(
        Prisma.sql`i.objective_id = ${objectiveId}::uuid AND i.kind::text = ${facts.kind}`,
      );
      const parent = parentId === null ? null : await find(parentId);
      const { id } = await db.planItem.create({
        data: {
          ...{ partnershipId, objectiveId, parentId, example },
          ...{
            ref:
              ref ??
              nextItemRef(
                facts.kind,
                taken.map((one) => one.ref),
                parent?.ref,
              ),
          },
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
      const before = await find(id);
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

  async function found(id: string): Promise<PlanItem> {
    const item = await find(id);
    if (!item) throw new Error(`the part ${id} was written and is not there`);
    return item;
  }
}

function toColumns({ kind, title, status, due, originalDue, detail }: ItemFacts) {
  return {
    ...{ kind, title, status, detail },
    dueText: due?.text ?? null,
    duePrecision: due?.precision ?? null,
    dueLastDay: due ? fromDate(due.lastDay) : null,
    originalDueText: originalDue?.text ?? null,
    originalDuePrecision: originalDue?.precision ?? null,
    originalDueLastDay: originalDue ? fromDate(originalDue.lastDay) : null,
  };
}

function toItem({
  addedAt,
  dueText,
  duePrecision,
  dueLastDay,
  originalDueText,
  originalDuePrecision,
  originalDueLastDay,
  kind,
  status,
  detail,
  ...facts
}: RowOf<typeof itemRow>): PlanItem {
  return {
    ...heldIn(itemOfKind, { kind, status, detail }, facts.id),
    ...facts,
    due: toFuzzyDate(dueText, duePrecision, dueLastDay),
    originalDue: toFuzzyDate(originalDueText, originalDuePrecision, originalDueLastDay),
    addedAt: toInstant(addedAt),
  };
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
