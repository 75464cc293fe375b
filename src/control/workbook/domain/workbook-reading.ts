// What the sheets of a workbook share while they are read.
import type { Temporal } from 'temporal-polyfill';
import type { Grid } from '../../../core/message/domain/grid.ts';
import type { Names } from './keys-for.ts';
import type { KnownRecord } from './known-record.ts';
import type { WorkbookProblem } from './sheet-rows.ts';

/** One row of a plan folder, as its file would have it, and where it was read. */
export type WorkbookRow = {
  readonly kind: string;
  readonly at: string;
  readonly row: Readonly<Record<string, unknown>>;
};

/** What the sheets share while they are read. */
export type WorkbookReading = {
  readonly grids: readonly Grid[];
  readonly known: KnownRecord;
  readonly today: Temporal.PlainDate;
  readonly rows: WorkbookRow[];
  readonly problems: WorkbookProblem[];
};

/** What sheets refer to, as the file and the record have it. */
export type WorkbookNames = {
  readonly organisations: Names;
  readonly people: Names;
  readonly themes: Names;
};

/** The same thing in two rows: which one counts is not guessed. */
export function refuseTwice<R extends { place(column: C): string }, C extends string>(
  found: readonly R[],
  wordsOf: (row: R) => string,
  column: C,
  problems: WorkbookProblem[],
): void {
  const first = new Map<string, R>();
  for (const row of found) {
    const words = wordsOf(row).toLowerCase();
    const earlier = first.get(words);
    if (words !== '' && earlier)
      problems.push({
        place: row.place(column),
        why: 'twice',
        text: wordsOf(row),
        meant: [earlier.place(column)],
      });
    else first.set(words, row);
  }
}
