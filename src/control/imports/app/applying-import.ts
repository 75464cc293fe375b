// What the steps of a confirmed import share: the transaction, the file, and the entries of the history.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
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
