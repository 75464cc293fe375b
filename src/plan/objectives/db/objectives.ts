// Objectives of the current plan.
import type { Temporal } from 'temporal-polyfill';
import { bool, day, int, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { dueRow, withDue } from '../../../core/database/db/due-columns.ts';
import { type Executor, isId, onlyIds } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { ObjectiveStatus, Rag } from '../../../generated/prisma/enums.ts';
import type { ObjectiveReads, ObjectiveReadsNow } from '../app/objective-ports.ts';
import type { Objective } from '../domain/objective.ts';
import { byRef } from '../domain/plan-refs.ts';
import { assignedTo, assigneesOf, assigneesOfRow } from './assignees.ts';
import { linkablesOf, linksOf, ownersOfItems } from './objective-surroundings.ts';
import { planRefs, type RememberedRefs } from './plan-refs.ts';
import { createStatusEntries } from './status-entries.ts';
import { themesOf, themesOfRow } from './themes-of.ts';

const objectiveRow = {
  ...{ id: uuid, ref: text, title: text, areaRef: text, areaName: orNull(text), version: int },
  ...dueRow,
  ...{ successMeasure: orNull(text), rag: orNull(word(Rag)), impactRag: orNull(word(Rag)) },
  ...{ status: word(ObjectiveStatus), closedOn: orNull(day), example: bool },
  ...{ themes: themesOfRow, assignees: assigneesOfRow },
};

/** Objectives of one partnership. */
export function createObjectives(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
  remembered: RememberedRefs,
): ObjectiveReads & ObjectiveReadsNow {
  return {
    refs: () => planRefs(db, partnershipId, remembered),
    ...createObjectiveLists(db, partnershipId, rowsAt),
    ...createStatusEntries(db, partnershipId),
    links: (objectiveId) => linksOf(db, partnershipId, objectiveId),
    linkables: () => linkablesOf(db, partnershipId),
    ownersOfItems: (objectiveIds, today) =>
      ownersOfItems(db, partnershipId, rowsAt, objectiveIds, today),

    async sources(objectiveId) {
      if (!isId(objectiveId)) return [];
      return await rowsFrom(db, { document: text, line: int })`
        ${rowsAt('source_document')}SELECT d.title AS document, s.line FROM source_reference s
        JOIN source_document d ON d.partnership_id = s.partnership_id AND d.id = s.document_id
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.subject_type = 'objective'
          AND s.subject_id = ${objectiveId}::uuid
        GROUP BY d.id, d.doc, d.title, s.line ORDER BY d.doc, s.line`;
    },
  };
}

/** What finds them. */
function createObjectiveLists(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): Pick<ObjectiveReads, 'find' | 'listNames' | 'list'> {
  async function select(which: Prisma.Sql, today: Temporal.PlainDate): Promise<Objective[]> {
    const rows = await rowsFrom(db, objectiveRow)`
      ${rowsAt('organisation', 'person', 'absence', 'theme', 'priority_area')}SELECT o.id, o.ref, o.title, a.ref AS "areaRef", a.name AS "areaName", o.due_text AS "dueText",
        o.due_precision::text AS "duePrecision", o.due_last_day::text AS "dueLastDay",
        o.original_due_text AS "originalDueText", o.original_due_precision::text AS "originalDuePrecision",
        o.original_due_last_day::text AS "originalDueLastDay", o.success_measure AS "successMeasure",
        o.rag::text AS rag, o.impact_rag::text AS "impactRag", o.status::text AS status,
        o.closed_on::text AS "closedOn", o.version, o.example,
        ${themesOf} AS themes, ${assigneesOf(today)} AS assignees
      FROM objective o
      JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
      JOIN priority_area a ON a.partnership_id = o.partnership_id AND a.id = o.area_id
      WHERE o.partnership_id = ${partnershipId}::uuid AND ${which}`;
    return rows.map(withDue).sort((one, other) => byRef.compare(one.ref, other.ref));
  }

  return {
    async find(id, today) {
      if (!isId(id)) return null;
      const [objective] = await select(Prisma.sql`o.id = ${id}::uuid`, today);
      return objective ?? null;
    },

    async listNames() {
      const names = await db.objective.findMany({
        where: { partnershipId, planVersion: { status: 'current' } },
        select: { id: true, ref: true, title: true },
      });
      return names.sort((one, other) => byRef.compare(one.ref, other.ref));
    },

    async list(today, { personId, themeId, ids } = {}) {
      const filters = [
        // What is closed is looked up by its reference; it is on nobody's list.
        ids === undefined ? Prisma.sql`o.status = 'open'` : Prisma.sql`true`,
        ...(personId === undefined ? [] : [assignedTo(personId, today)]),
        ...(themeId === undefined
          ? []
          : [
              Prisma.sql`EXISTS (SELECT FROM objective_theme x
                WHERE x.partnership_id = o.partnership_id AND x.objective_id = o.id AND x.theme_id::text = ${themeId})`,
            ]),
        ...(ids === undefined ? [] : [Prisma.sql`o.id = ANY(${onlyIds(ids)}::uuid[])`]),
      ];
      return await select(Prisma.join(filters, ' AND '), today);
    },
  };
}
