// What the steps of a confirmed import share: the transaction, the file, the entries of the history, and how many go at once.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import type { NewEntry } from '../../../plan/history/app/plan-ports.ts';
import type { EntryDetail } from '../../../plan/history/domain/history-entry.ts';
import type { ImportStep, Sourced } from '../../layouts/domain/import-steps.ts';
import { planFieldNames } from '../../layouts/domain/plan-headings.ts';
import type { SourceCell } from './import-ports.ts';

export type Applying = {
  readonly repositories: Reads<'people'> & Uses<'history' | 'items' | 'objectives' | 'planWriter'>;
  readonly context: Given<Doing | 'today'>;
  readonly file: { readonly number: number; readonly fileName: string };
  /** The request id of the next entry. */
  readonly nextRequest: () => string;
  readonly idOf: (ref: string) => string;
  readonly noteAdded: (ref: string, id: string) => void;
};

export type Subject = Pick<SourceCell, 'subjectType' | 'subjectId'>;

export type Step<Do extends ImportStep['do']> = Extract<ImportStep, { do: Do }>;

export function authorship({ context, file, nextRequest }: Applying) {
  return {
    authorId: context.actor.personId,
    requestId: nextRequest(),
    at: context.now,
    note: `Import ${file.number}: ${file.fileName}`,
  };
}

export async function append(
  objectiveId: string,
  detail: EntryDetail,
  applying: Applying,
): Promise<void> {
  await applying.repositories.history.append({ ...authorship(applying), objectiveId, detail });
}

/** What the file says of a rating, or where in the file it stands. */
export function ratingNote({ note, sources }: Step<'rate'>, { file }: Applying): string {
  const place = sources[0]?.cell.place ?? '';
  return note ?? `From import ${file.number}, ${file.fileName}, ${place}.`;
}

/** Dates as ISO text, as the history keeps them. */
export function plain(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(facts));
}

export function sourceCell({ field, cell }: Sourced, subject: Subject): SourceCell {
  const { row, place, text: verbatim } = cell;
  return { row, place, verbatim, field: planFieldNames[field], ...subject };
}

/** So many rows of a file are written at once: long statements, and no more memory for a longer file. */
const BATCH = 500;
/** The first ones are few: the database then plans its statements anew, with rows in its tables. */
const FIRST = 25;

export function batches<T>(all: readonly T[]): T[][] {
  const rest = Array.from(
    { length: Math.max(0, Math.ceil((all.length - FIRST) / BATCH)) },
    (_, index) => all.slice(FIRST + index * BATCH, FIRST + (index + 1) * BATCH),
  );
  return [all.slice(0, FIRST), ...rest].filter((batch) => batch.length > 0);
}

/**
 * Writes steps batch by batch.
 * @param write gives for each step of its batch, in their order, what the step's cells are about
 * @returns where each stood in the file
 */
export async function inBatches<S extends ImportStep>(
  steps: readonly S[],
  applying: Applying,
  write: (batch: readonly S[]) => Promise<readonly Subject[]>,
): Promise<SourceCell[]> {
  const cells: SourceCell[] = [];
  for (const batch of batches(steps)) {
    const subjects = await write(batch);
    await applying.repositories.planWriter.planAnew();
    cells.push(...cellsOf(batch, subjects));
  }
  return cells;
}

/** The cells of steps, each about the subject that stands in its place. */
export function cellsOf(steps: readonly ImportStep[], subjects: readonly Subject[]): SourceCell[] {
  return steps.flatMap(({ ref, sources }, index) => {
    const subject = subjects[index];
    if (!subject) throw new Error(`the import wrote nothing for a step of ${ref}`);
    return sources.map((source) => sourceCell(source, subject));
  });
}

/**
 * Gives new objectives or parts to people. Nobody held them before, so there is nobody to take them from.
 * @param partOf the part that a step is about; null: its objective
 */
export async function assignNew(
  steps: readonly Step<'assign'>[],
  partOf: (step: Step<'assign'>) => { readonly itemId: string; readonly itemRef: string } | null,
  applying: Applying,
): Promise<SourceCell[]> {
  const { repositories, context, idOf } = applying;
  if (steps.length === 0) return [];
  const everybody = await repositories.people.list();
  const names = new Map(
    everybody.map(({ id, name, organisation }) => [id, `${name}, ${organisation}`] as const),
  );
  return await inBatches(steps, applying, async (batch) => {
    const assigned = batch.map((step) => ({
      ...{ part: partOf(step), objectiveId: idOf(step.ref), role: step.role },
      personIds: step.people.map(({ id }) => id),
    }));
    await repositories.planWriter.assignNew(
      assigned.map(({ part, ...given }) => ({ ...given, itemId: part?.itemId ?? null })),
      context.today,
    );
    await repositories.history.appendAll(
      assigned.map(({ part, objectiveId, role, personIds }): NewEntry => {
        const after = personIds.flatMap((id) => names.get(id) ?? []);
        const of = { ...(part && { itemRef: part.itemRef }), itemId: part?.itemId ?? null };
        const detail = { of: 'assignment', ...of, role, before: [], after } as const;
        return { ...authorship(applying), objectiveId, detail };
      }),
    );
    return assigned.map(({ part, objectiveId }) =>
      part
        ? { subjectType: 'plan_item', subjectId: part.itemId }
        : { subjectType: 'objective', subjectId: objectiveId },
    );
  });
}
