// Changes to objectives, areas and who answers for them, as an import makes them. Each is one part of the
// caller's transaction; the caller appends the history.
import { randomUUID } from 'node:crypto';
import { dueColumns } from '../../../core/database/db/due-columns.ts';
import { type Executor, fromDate, fromInstant } from '../../../core/database/db/executor.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import type { PlanWriter } from '../app/import-ports.ts';

/** So many cells are noted in one statement. */
const CELLS_AT_ONCE = 2_000;

/** The writer of one partnership's current plan version. */
export function createPlanWriter(db: Executor, partnershipId: string): PlanWriter {
  async function currentVersion(): Promise<string> {
    const { id } = await db.planVersion.findFirstOrThrow({
      where: { partnershipId, status: 'current' },
      select: { id: true },
    });
    return id;
  }

  return {
    ...createBatchWriter(db, partnershipId, currentVersion),

    async ensureArea(ref, name) {
      const planVersionId = await currentVersion();
      const { id } = await db.priorityArea.upsert({
        where: { partnershipId_planVersionId_ref: { partnershipId, planVersionId, ref } },
        create: { partnershipId, planVersionId, ref, name },
        update: {},
        select: { id: true },
      });
      return id;
    },

    async changeObjective(id, { title, due, measure }) {
      const before = await db.objective.findFirstOrThrow({ where: { id, partnershipId } });
      const firstMove = due && before.originalDueText === null && before.dueText !== null;
      await db.objective.updateMany({
        where: { id, partnershipId },
        data: {
          ...(title !== undefined && { title }),
          ...(measure !== undefined && { successMeasure: measure }),
          ...(due && dueColumns(due)),
          ...(firstMove && {
            originalDueText: before.dueText,
            originalDuePrecision: before.duePrecision,
            originalDueLastDay: before.dueLastDay,
          }),
        },
      });
    },

    assign: (...assigned) => assign(db, partnershipId, ...assigned),

    async addSources({ doc, file }, cells) {
      const { id: documentId } = await db.sourceDocument.upsert({
        where: { partnershipId_doc: { partnershipId, doc } },
        create: { partnershipId, doc, file, title: file },
        update: {},
        select: { id: true },
      });
      for (let from = 0; from < cells.length; from += CELLS_AT_ONCE) {
        const rows = JSON.stringify(cells.slice(from, from + CELLS_AT_ONCE));
        await db.$executeRaw`
          INSERT INTO source_reference (id, partnership_id, document_id, line, verbatim, place, field, subject_type, subject_id)
          SELECT gen_random_uuid(), ${partnershipId}::uuid, ${documentId}::uuid, r.row, r.verbatim, r.place, r.field,
            r."subjectType", r."subjectId"
          FROM jsonb_to_recordset(${rows}::jsonb) AS r (row int, verbatim text, place text, field text, "subjectType" text,
            "subjectId" uuid)`;
      }
    },
  };
}

/** What writes many new objectives at once. */
function createBatchWriter(
  db: Executor,
  partnershipId: string,
  currentVersion: () => Promise<string>,
): Pick<PlanWriter, 'addObjectives' | 'assignNew' | 'planAnew' | 'rateNew'> {
  return {
    async addObjectives(objectives) {
      const planVersionId = await currentVersion();
      const ids = objectives.map(() => randomUUID());
      const rows = objectives.map(({ areaId, ref, title, due, originalDue, measure }, index) => ({
        ...{ id: ids[index], areaId, ref, refKey: refKey(ref), title, due, originalDue, measure },
      }));
      await db.$executeRaw`
        INSERT INTO objective (id, partnership_id, plan_version_id, area_id, ref, ref_key, title, success_measure, due_text,
          due_precision, due_last_day, original_due_text, original_due_precision, original_due_last_day)
        SELECT r.id, ${partnershipId}::uuid, ${planVersionId}::uuid, r."areaId", r.ref, r."refKey", r.title, r.measure,
          r.due ->> 'text', (r.due ->> 'precision')::"DatePrecision", (r.due ->> 'lastDay')::date, r."originalDue" ->> 'text',
          (r."originalDue" ->> 'precision')::"DatePrecision", (r."originalDue" ->> 'lastDay')::date
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "areaId" uuid, ref text, "refKey" text,
          title text, measure text, due jsonb, "originalDue" jsonb)`;
      return ids;
    },

    async planAnew() {
      await db.$executeRaw`DISCARD PLANS`;
    },

    async assignNew(assigned, today) {
      const rows = assigned.flatMap(({ personIds, ...given }) =>
        personIds.map((personId) => ({ ...given, personId })),
      );
      await db.$executeRaw`
        INSERT INTO assignment (id, partnership_id, objective_id, item_id, role, person_id, starts_on)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, r."objectiveId", r."itemId", r.role::"AssignmentRole", r."personId",
          ${today.toString()}::date
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("objectiveId" uuid, "itemId" uuid, role text,
          "personId" uuid)`;
    },

    async rateNew(ratings, { authorId, at }) {
      const ids = ratings.map(() => randomUUID());
      const rows = JSON.stringify(ratings.map((one, index) => ({ ...one, id: ids[index] })));
      await db.$executeRaw`
        INSERT INTO objective_entry (id, partnership_id, objective_id, kind, rating, to_rag, note, author_id, version,
          request_id, at)
        SELECT r.id, ${partnershipId}::uuid, r."objectiveId", 'update', r.rating::"RatingKind", r.rag::"Rag", r.note,
          ${authorId}::uuid, r.version, r."requestId", ${fromInstant(at)}
        FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "objectiveId" uuid, rating text, rag text, note text,
          version int, "requestId" text)
        ORDER BY r.version`;
      await db.$executeRaw`
        UPDATE objective o SET version = r.version, rag = r.rag::"Rag", impact_rag = r.impact::"Rag"
        FROM (
          SELECT "objectiveId" AS id, max(version) AS version, max(rag) FILTER (WHERE rating = 'delivery') AS rag,
            max(rag) FILTER (WHERE rating = 'impact') AS impact
          FROM jsonb_to_recordset(${rows}::jsonb) AS x ("objectiveId" uuid, rating text, rag text, version int)
          GROUP BY "objectiveId"
        ) r
        WHERE o.partnership_id = ${partnershipId}::uuid AND o.id = r.id AND o.version = 0`;
      return ids;
    },
  };
}

async function assign(
  db: Executor,
  partnershipId: string,
  ...[objectiveId, itemId, role, personIds, today]: Parameters<PlanWriter['assign']>
): Promise<void> {
  const held = { partnershipId, objectiveId, itemId, role };
  // What began today and is replaced today was never in force.
  await db.assignment.deleteMany({ where: { ...held, startsOn: { gte: fromDate(today) } } });
  await db.assignment.updateMany({
    where: { ...held, OR: [{ endsOn: null }, { endsOn: { gte: fromDate(today) } }] },
    data: { endsOn: fromDate(today.subtract({ days: 1 })) },
  });
  // An owner is not their own deputy.
  if (role === 'owner' && itemId === null)
    await db.assignment.updateMany({
      where: {
        ...{ ...held, role: 'deputy', personId: { in: [...personIds] } },
        OR: [{ endsOn: null }, { endsOn: { gte: fromDate(today) } }],
      },
      data: { endsOn: fromDate(today.subtract({ days: 1 })) },
    });
  await db.assignment.createMany({
    data: personIds.map((personId) => ({ ...held, personId, startsOn: fromDate(today) })),
  });
}
