// Reads the parts of objectives: actions, milestones, measures, risks, evidence and what else an objective has.
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
import { dueRow, withDue } from '../../../core/database/db/due-columns.ts';
import { type Executor, isId, onlyIds } from '../../../core/database/db/executor.ts';
import { heldIn, type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { PlanItemKind } from '../../../generated/prisma/enums.ts';
import { assignedTo } from '../../objectives/db/assignees.ts';
import { byRef } from '../../objectives/domain/plan-refs.ts';
import type { PlanItemReads, PlanItemReadsNow } from '../app/plan-item-ports.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { itemOfKind } from './item-schema.ts';

const itemRow = {
  ...{ id: uuid, objectiveId: uuid, parentId: orNull(uuid), kind: word(PlanItemKind), ref: text },
  ...{ title: text, status: text, version: int, addedAt: moment, example: bool },
  detail: json('plan_item.detail', z.unknown()),
  ...dueRow,
};

/** What finds the parts of one partnership’s objectives. */
export function createPlanItemReads(
  db: Executor,
  partnershipId: string,
): PlanItemReads & PlanItemReadsNow {
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
      return await selectItems(db, partnershipId, Prisma.join(filters, ' AND '));
    },

    find: (id) => findItem(db, partnershipId, id),

    async holdings(personId, today) {
      const own = Prisma.sql`partnership_id = ${partnershipId}::uuid`;
      const day = Prisma.sql`${today.toString()}::date`;
      const [row] = await rowsFrom(db, { objectives: bool, parts: bool, kpis: bool })`
        SELECT EXISTS (SELECT FROM objective o WHERE o.${own} AND ${assignedTo(personId, today)}) AS objectives,
          EXISTS (
            SELECT FROM assignment s WHERE s.${own} AND s.item_id IS NOT NULL AND s.person_id::text = ${personId}
              AND s.starts_on <= ${day} AND (s.ends_on IS NULL OR s.ends_on >= ${day})
          ) AS parts,
          EXISTS (SELECT FROM kpi k WHERE k.${own} AND k.owner_id::text = ${personId}) AS kpis`;
      return row ?? { objectives: false, parts: false, kpis: false };
    },

    async isAssigned(id, personId, today) {
      if (!isId(id) || !isId(personId)) return false;
      const day = today.toString();
      const found = await db.$queryRaw<unknown[]>`
        SELECT FROM assignment s JOIN plan_item i ON s.partnership_id = i.partnership_id AND s.item_id IN (i.id, i.parent_id)
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
        LEFT JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
        JOIN organisation g ON g.partnership_id = s.partnership_id AND g.id = coalesce(p.organisation_id, s.organisation_id)
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.item_id = ${id}::uuid AND s.role = ${role}::"AssignmentRole"
          AND s.starts_on <= ${day}::date AND (s.ends_on IS NULL OR s.ends_on >= ${day}::date)
        ORDER BY 1`;
      return rows.map(({ name }) => name);
    },
  };
}

export async function selectItems(
  db: Executor,
  partnershipId: string,
  which: Prisma.Sql,
): Promise<PlanItem[]> {
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

export async function findItem(
  db: Executor,
  partnershipId: string,
  id: string,
): Promise<PlanItem | null> {
  if (!isId(id)) return null;
  const [item] = await selectItems(db, partnershipId, Prisma.sql`i.id = ${id}::uuid`);
  return item ?? null;
}

function toItem({ kind, status, detail, ...facts }: RowOf<typeof itemRow>): PlanItem {
  return { ...heldIn(itemOfKind, { kind, status, detail }, facts.id), ...withDue(facts) };
}
