// From a file to what it would change. Reading stores only the cells and shows the difference; the plan is
// touched by confirm-import.ts alone.
import { createHash } from 'node:crypto';
import type { FileProblem, FileReading } from '../../../core/message/domain/grid.ts';
import { isPersonalName } from '../../../core/personal-data/domain/name-guard.ts';
import { knownPeople } from '../../../core/personal-data/domain/personal-data.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { GivenFile } from '../../../core/request/app/inbound.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { lastPublished } from '../../../plan/history/domain/history-entry.ts';
import {
  applyAnswers,
  type ImportAnswer,
  type ImportQuestion,
  leadsIn,
  questionsOf,
  withAnswers,
} from '../../layouts/domain/import-answers.ts';
import { guardReading } from '../../layouts/domain/import-guard.ts';
import type { ImportDiff } from '../../layouts/domain/import-steps.ts';
import { type PlanTable, parsePlan } from '../../layouts/domain/plan-columns.ts';
import { diffImport } from '../domain/import-diff.ts';
import { archiveProblem, parsePlanExport } from './archived-plan.ts';
import type { ImportRecord, KeptReading } from './import-ports.ts';

/** What an import would change now. */
export type ImportView = Pick<
  ImportRecord,
  'number' | 'fileName' | 'state' | 'readBy' | 'readAt' | 'confirmedAt'
> & {
  readonly tables: readonly PlanTable[];
  /** What of its columns and colours could be asked, answered or not. */
  readonly questions: readonly ImportQuestion[];
  readonly diff: ImportDiff;
  /** Of an exported plan: how many rows it has, and whether the record has room for it. */
  readonly archive: { readonly rows: number; readonly fits: boolean } | null;
};

type LoadImportNeeds = Given<
  Doing | 'today' | 'terms' | 'files',
  Reads<'archive' | 'history' | 'items' | 'objectives' | 'people'> &
    Uses<'imports'> &
    Commits<'imports'>
>;

/**
 * Reads a file and keeps what it would change under a number. The same file again is the same number.
 * @param known the file’s tables, where it was read already
 * Refusals: `bad-file`.
 */
export async function loadImport(
  file: GivenFile,
  context: LoadImportNeeds,
  known?: FileReading,
): Promise<Result<{ readonly view: ImportView; readonly seenBefore: boolean }>> {
  const name = fileName(file.name);
  const bad = (problem: FileProblem) => refuse({ code: 'bad-file', name, problem });
  if ('problem' in file) return bad(file.problem);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const before = await context.record.imports.findByDigest(sha256);
  if (before) {
    const view = await viewOf(before, context);
    await keepShown(view, context);
    return ok({ view, seenBefore: true });
  }
  const read = known ?? (await context.files.read(file.bytes));
  if (read.kind === 'refused') return bad(read.problem);
  const people = knownPeople(await context.record.people.list());
  let kept: KeptReading;
  if (read.kind === 'plan') {
    const plan = parsePlanExport(read.text);
    const problem = plan ? archiveProblem(plan) : 'broken';
    if (!plan || problem) return bad(problem ?? 'broken');
    kept = { kind: 'plan', plan };
  } else {
    const reading = guardReading(parsePlan(read.grids), people);
    if (typeof reading === 'string') return bad(reading);
    const answers = withAnswers([], await context.record.imports.knownAnswers());
    kept = { kind: 'tables', reading, ...(answers.length > 0 && { answers }) };
  }
  const shown = digestOf(await diffOf(kept, context.record, context));
  const { actor, now: at } = context;
  const number = await commitOnce(context, async ({ imports }) => {
    const facts = { fileName: name, sha256, bytes: file.bytes.length, kept, shown };
    return await imports.add({ ...facts, readById: actor.personId, at });
  });
  const added = await context.record.imports.find(number);
  if (!added) throw new Error(`import ${number} was kept and is not there`);
  return ok({ view: await viewOf(added, context), seenBefore: false });
}

/**
 * Keeps what was said of the columns and colours of a file, or of a lead that it prints, for it and for later files, and shows the
 * file again. Refusals: `unknown-import`, `import-settled`.
 * @param say the answers, of the questions that the file asks
 */
export async function answerImport(
  number: number,
  say: (questions: readonly ImportQuestion[]) => Result<readonly ImportAnswer[]>,
  context: Given<
    Doing | 'today' | 'terms',
    Reads<'archive' | 'history' | 'imports' | 'items' | 'objectives' | 'people'> &
      Commits<'imports'>
  >,
): Promise<Result<ImportView>> {
  const found = await context.record.imports.find(number);
  if (found?.kept.kind !== 'tables') return refuse({ code: 'unknown-import', number });
  if (found.state !== 'previewed')
    return refuse({ code: 'import-settled', number, state: found.state });
  const { reading, answers = [] } = found.kept;
  const said = say(questionsOf(reading, answers));
  if (!said.ok) return said;
  const kept = { ...found.kept, answers: withAnswers(answers, said.value) };
  const view = await viewOf({ ...found, kept }, context);
  await commitOnce(context, async ({ imports }) => {
    await imports.keepAnswers(number, kept.answers);
    await imports.keepShown(number, digestOf(view.diff));
  });
  return ok(view);
}

/** An import as it would be now, or would have been then; null: there is none of that number. */
export async function viewImport(
  number: number,
  context: Given<
    'today' | 'terms',
    Reads<'archive' | 'history' | 'imports' | 'items' | 'objectives' | 'people'>
  >,
): Promise<ImportView | null> {
  const found = await context.record.imports.find(number);
  return found && (await viewOf(found, context));
}

/** Shows an import again, as it would be now. Refusals: `unknown-import`. */
export async function showImport(
  number: number,
  context: Given<
    'today' | 'terms',
    Reads<'archive' | 'history' | 'items' | 'objectives' | 'people'> & Uses<'imports'>
  >,
): Promise<Result<ImportView>> {
  const view = await viewImport(number, context);
  if (!view) return refuse({ code: 'unknown-import', number });
  await keepShown(view, context);
  return ok(view);
}

/** A confirmation holds for what was shown last. */
async function keepShown(
  { number, state, diff }: ImportView,
  { record }: { readonly record: Uses<'imports'> },
) {
  if (state === 'previewed') await record.imports.keepShown(number, digestOf(diff));
}

/** Refusals: `unknown-import`, `import-settled`. */
export async function dropImport(
  number: number,
  context: Given<Doing, Reads<'imports'> & Commits<'imports'>>,
): Promise<Result<true>> {
  const found = await context.record.imports.find(number);
  if (!found) return refuse({ code: 'unknown-import', number });
  if (found.state !== 'previewed')
    return refuse({ code: 'import-settled', number, state: found.state });
  const { actor, now: at } = context;
  return await commitOnce(context, async ({ imports }) => {
    if (await imports.settle(number, 'dropped', { personId: actor.personId, at })) return ok(true);
    // Somebody confirmed or dropped it at the same moment.
    const state = (await imports.find(number))?.state;
    return refuse({
      code: 'import-settled',
      number,
      state: state === 'imported' ? state : 'dropped',
    });
  });
}

async function viewOf(
  found: ImportRecord,
  context: Given<
    'today' | 'terms',
    Reads<'archive' | 'history' | 'items' | 'objectives' | 'people'>
  >,
): Promise<ImportView> {
  const { kept } = found;
  const plan = kept.kind === 'plan' ? kept.plan : null;
  return {
    ...found,
    ...(kept.kind === 'tables' ? askedOf(kept) : { tables: [], questions: [] }),
    diff: await diffOf(kept, context.record, context),
    archive: plan && {
      rows: plan.tables.reduce((sum, { rows }) => sum + rows.length, 0),
      fits: await context.record.archive.isEmpty(),
    },
  };
}

function askedOf({ reading, answers = [] }: Extract<KeptReading, { kind: 'tables' }>) {
  return {
    tables: applyAnswers(reading, answers).tables,
    questions: questionsOf(reading, answers),
  };
}

/** The difference between what was read and the plan as it is now. */
export async function diffOf(
  kept: KeptReading,
  record: Reads<'history' | 'items' | 'objectives' | 'people'>,
  { today, terms }: Given<'today' | 'terms'>,
): Promise<ImportDiff> {
  const answers = (kept.kind === 'tables' && kept.answers) || [];
  const reading =
    kept.kind === 'tables'
      ? applyAnswers(kept.reading, answers)
      : { rows: [], tables: [], problems: [] };
  const names = await record.objectives.listNames();
  const ids = names.map(({ id }) => id);
  const [objectives, items, itemOwners, people, delivery, impact, published] = await Promise.all([
    record.objectives.list(today, { ids }),
    record.items.list({
      objectiveIds: ids,
      kinds: ['action', 'milestone', 'measure', 'evidence', 'risk'],
    }),
    record.objectives.ownersOfItems(ids, today),
    record.people.list(),
    record.objectives.ratingStories(ids),
    record.objectives.ratingStories(ids, { rating: 'impact' }),
    record.history.listPublished(ids),
  ]);
  const reasons = (stories: typeof delivery) =>
    new Map([...stories].map(([id, { reason }]) => [id, reason?.words ?? null]));
  const now = {
    ...{ objectives, items, people, itemOwners, today, terms },
    leads: leadsIn(answers),
    published: lastPublished(published),
    lastNotes: reasons(delivery),
    lastImpactNotes: reasons(impact),
  };
  return diffImport(reading, now);
}

/** Two diffs with the same digest do the same. The database keeps no order of an object's keys. */
export function digestOf({ steps }: ImportDiff): string {
  const words = JSON.stringify(sorted(JSON.parse(JSON.stringify(steps))));
  return createHash('sha256').update(words).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

/** The last part of the name, short and printable. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // What a file is about may stand in its name: then only its kind is kept.
  const plain = isPersonalName(last) ? `file${/\.[a-z]{2,5}$/i.exec(last)?.[0] ?? ''}` : last;
  return (
    plain
      .replace(/[\p{C}<>|]/gu, ' ')
      .trim()
      .slice(0, 120) || 'file'
  );
}
