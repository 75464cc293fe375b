// Writes the rows of a plan folder into the record, in one transaction and as often as wanted: what is
// there already stays. A second folder may build on the first and refer to its rows by key.
import type { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { InvariantError } from '../../../core/request/app/faults.ts';
import { ensureCycles } from '../../../cycle/cycles/db/cycle-of-meeting.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { checkRows, PlanDataError, type PlanRows } from '../files/load-plan-folder.ts';
import type { RowKind } from '../files/rows.ts';
import { loadForums } from './plan-forums.ts';
import { loadIndicators } from './plan-indicators.ts';
import { loadObjectives } from './plan-objectives.ts';
import { loadParts } from './plan-parts.ts';
import { loadPeople } from './plan-people.ts';
import { loadStatements } from './plan-statements.ts';
import {
  type PlanLoad,
  type Reconciled,
  type RowDifference,
  reconcile,
  resolve,
} from './plan-table.ts';

/** Any fixed number: two loads at once would both miss the same rows and both add them. */
const LOCK = 7_220_240_725;
const TIMEOUT_MS = 120_000;

export type LoadedPlan = {
  readonly partnershipId: string;
  readonly partnershipKey: string;
  /** How many rows of each kind were not in the record before. */
  readonly counts: Readonly<Partial<Record<RowKind, number>>>;
  /** Rows that were there and said something else. */
  readonly differences: readonly PlanDifference[];
};

export type PlanDifference = RowDifference & { readonly kind: RowKind };

type Citation = {
  readonly doc: string;
  readonly line: number;
  readonly verbatim: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: string;
};

/**
 * Loads a folder's rows.
 * @param partnershipKey where a folder without a partnership row belongs; not needed while there is only one
 * @throws PlanDataError naming file and line when a row refers to something that is not known
 */
export async function loadPlan(
  prisma: PrismaClient,
  rows: PlanRows,
  now: Temporal.Instant,
  partnershipKey?: string,
): Promise<LoadedPlan> {
  return await prisma.$transaction((db) => load(db, rows, fromInstant(now), partnershipKey), {
    timeout: TIMEOUT_MS,
    maxWait: TIMEOUT_MS,
  });
}

/**
 * Loads rows that were read elsewhere, such as from a workbook, in the transaction that the caller is in.
 * @throws PlanDataError naming the place of a row that is not valid, or refers to something that is not known
 */
export async function loadRead(
  db: Executor,
  read: Parameters<typeof checkRows>[0],
  now: Temporal.Instant,
  partnershipKey: string,
): Promise<LoadedPlan> {
  return await load(db, checkRows(read), fromInstant(now), partnershipKey);
}

/** What `loadPlan` would change; nothing is. @throws PlanDataError as it does */
export async function tryPlan(
  prisma: PrismaClient,
  rows: PlanRows,
  now: Temporal.Instant,
  partnershipKey?: string,
): Promise<LoadedPlan> {
  try {
    await prisma.$transaction(
      async (db) => {
        throw new Undone(await load(db, rows, fromInstant(now), partnershipKey));
      },
      { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
    );
  } catch (error) {
    if (error instanceof Undone) return error.plan;
    throw error;
  }
  throw new InvariantError('a dry run was committed');
}

/** Has the transaction of a dry run undone, and keeps what it would have changed. */
class Undone extends Error {
  readonly plan: LoadedPlan;

  constructor(plan: LoadedPlan) {
    super('undone');
    this.plan = plan;
  }
}

async function load(
  db: Executor,
  rows: PlanRows,
  now: Date,
  named: string | undefined,
): Promise<LoadedPlan> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
  const counts: Partial<Record<RowKind, number>> = {};
  const differences: PlanDifference[] = [];
  const citations: Citation[] = [];
  const partnership = await loadPartnership(db, rows, named);
  const partnershipId = partnership.id;
  const plan: PlanLoad = {
    db,
    rows,
    partnershipId,
    now,
    note(kind, subjectType, sourced, { ids, added, differences: differing = [] }, keyOf) {
      counts[kind] = added;
      differences.push(...differing.map((one) => ({ kind, ...one })));
      for (const row of sourced) {
        const subjectId = resolve(ids, keyOf(row), kind, row.at);
        citations.push(
          ...row.source.map(({ doc, line, text }) => ({
            doc,
            line,
            verbatim: text,
            subjectType,
            subjectId,
            at: row.at,
          })),
        );
      }
    },
  };
  plan.note('partnership', 'partnership', rows.partnership, partnership.outcome, ({ key }) => key);
  const documents = await loadDocuments(plan);
  const content = await loadObjectives(plan);
  await loadStatements(plan, content);
  await loadForums(plan);
  await loadIndicators(plan, content);
  await loadPeople(plan, content);
  await loadParts(plan, content);
  await cite(plan, documents, citations);
  await ensureCycles(db, partnershipId, await todayOf(db, partnershipId, now));
  return { partnershipId, partnershipKey: partnership.key, counts, differences };
}

async function todayOf(db: Executor, id: string, now: Date): Promise<Temporal.PlainDate> {
  const { timeZone } = await db.partnership.findUniqueOrThrow({ where: { id } });
  return localDate(toInstant(now), timeZone);
}

async function loadPartnership(
  db: Executor,
  rows: PlanRows,
  named: string | undefined,
): Promise<{ id: string; key: string; outcome: Reconciled }> {
  const [row, second] = rows.partnership;
  if (second) throw new PlanDataError(second.at, 'a folder describes one partnership');
  const outcome = await reconcile(
    row ? [{ key: row.key, name: row.name, shortName: row.shortName, example: row.example }] : [],
    {
      keyOf: ({ key }) => key,
      read: () => db.partnership.findMany(),
      add: (data) => db.partnership.createManyAndReturn({ data }),
      change: (id, data) => db.partnership.update({ where: { id }, data }),
    },
  );
  const only = outcome.ids.size === 1 ? [...outcome.ids.keys()][0] : undefined;
  const key = row?.key ?? named ?? only;
  if (key === undefined)
    throw new PlanDataError(
      'partnership.jsonl',
      'the folder has no partnership row, and none was named',
    );
  return {
    id: resolve(outcome.ids, key, 'partnership', row?.at ?? 'partnership.jsonl'),
    key,
    outcome,
  };
}

async function loadDocuments(plan: PlanLoad): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.document.map(({ doc, file, title, asAt }) => ({
    partnershipId,
    doc,
    file,
    title,
    asAt,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ doc }) => doc,
    read: () => db.sourceDocument.findMany({ where: { partnershipId } }),
    add: (data) => db.sourceDocument.createManyAndReturn({ data }),
    change: (id, data) =>
      db.sourceDocument.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('document', 'source_document', rows.document, outcome, ({ doc }) => doc);
  return outcome.ids;
}

/** Adds the source references that are not there yet. */
async function cite(
  { db, partnershipId }: PlanLoad,
  documents: ReadonlyMap<string, string>,
  citations: readonly Citation[],
): Promise<void> {
  const wanted = citations.map(({ doc, at, ...facts }) => ({
    partnershipId,
    documentId: resolve(documents, doc, 'document', at),
    ...facts,
  }));
  await reconcile(wanted, {
    keyOf: ({ documentId, line, verbatim, subjectType, subjectId }) =>
      JSON.stringify([documentId, line, verbatim, subjectType, subjectId]),
    read: () => db.sourceReference.findMany({ where: { partnershipId } }),
    add: (data) => db.sourceReference.createManyAndReturn({ data }),
    change: 'kept',
  });
}
