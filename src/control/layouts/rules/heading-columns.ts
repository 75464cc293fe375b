// What each column of a table holds, of its headings together: one field has one column, a revised date goes before the first one,
// and of several months the latest counts.

import {
  isField,
  type LeftOutReason,
  type Meaning,
  meaningOfHeading,
  type PlanField,
  plainHeading,
} from '../domain/plan-headings.ts';
import { type ColumnPeriod, latestPeriod, periodOfHeading } from './column-periods.ts';

/** What the columns of a table hold, by column counted from 0. */
export type Headings = {
  readonly fields: ReadonlyMap<number, PlanField>;
  /** The columns with a heading that are not taken. */
  readonly leftOut: ReadonlyMap<number, LeftOutReason>;
};

/** A heading as printed, and what stands over it where several columns share a heading. */
export type HeadingWords = { readonly own: string; readonly group: string | null };

/** Whether a heading alone says what its column holds; the words over it help where it does not. */
export function meaningOf({ own, group }: HeadingWords): Meaning {
  // Under a heading for ratings the impact is a rating, not the words that stand beside one.
  const isRated = group !== null && RATED.test(own.trim()) && meaningOfHeading(group) === 'rag';
  const tries = [
    ...(isRated ? [`${own} rating`] : []),
    own,
    withoutPeriod(own),
    ...(group === null
      ? []
      : [
          `${group} ${own}`,
          `${group} ${withoutPeriod(own)}`,
          withoutPeriod(own) === '' ? group : '',
        ]),
  ];
  const found = tries.map(meaningOfHeading).find((meaning) => meaning !== 'not-understood');
  return found ?? 'not-understood';
}

const RATED = /^(?:delivery|impact)$/i;

/** The heading without its month or quarter. */
export function withoutPeriod(heading: string): string {
  return periodOfHeading(heading) === null
    ? heading
    : heading
        .replace(/\b(?:q|quarter\s*)[1-4]\b/i, ' ')
        .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i, ' ')
        .replace(/\b(?:\d{1,2}(?:st|nd|rd|th)?|20\d{2})\b|['’‘]\d{2}|[/.()-]/gi, ' ')
        .replace(/\b(?:at|as|on|of|in|for|fy)\b/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim();
}

/** Fields of which a plan that is kept month by month has several columns. */
export const MONTHLY: ReadonlySet<Meaning> = new Set(['rag', 'impact', 'progress', 'evaluation']);

/**
 * Reads a row of headings; null when it is none: it needs a reference or a title, and something else.
 * @param isFilled whether anything stands in the column below its heading
 */
export function headingsOf(
  cells: readonly (HeadingWords | null)[],
  isFilled: (column: number) => boolean = () => true,
): Headings | null {
  const byMeaning = new Map<Meaning, number[]>();
  cells.forEach((cell, column) => {
    if (cell === null) return;
    const meaning = meaningOf(cell);
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), column]);
  });
  const fields = new Map<number, PlanField>();
  const leftOut = new Map<number, LeftOutReason>();
  const words = (column: number) => {
    const cell = cells[column];
    return cell ? `${cell.group ?? ''} ${cell.own}` : '';
  };
  for (const [meaning, columns] of byMeaning) {
    if (!isField(meaning)) for (const column of columns) leftOut.set(column, { why: meaning });
    else if (meaning !== 'due' && meaning !== 'original-due')
      takeOne(meaning, columns, { fields, leftOut, words, isFilled });
  }
  takeDates(byMeaning, { fields, leftOut, words, isFilled });
  return withTitle(fields, leftOut);
}

type Taking = {
  readonly fields: Map<number, PlanField>;
  readonly leftOut: Map<number, LeftOutReason>;
  readonly words: (column: number) => string;
  readonly isFilled: (column: number) => boolean;
};

/** Of several columns for one field the first, unless they are of different months. */
function takeOne(field: PlanField, columns: readonly number[], taking: Taking): void {
  const { fields, leftOut } = taking;
  const [first = 0, ...others] = columns;
  if (others.length === 0 || !MONTHLY.has(field)) {
    fields.set(first, field);
    for (const column of others) leftOut.set(column, { why: 'second', field });
    return;
  }
  const chosen = latestOf(columns, taking);
  if (chosen === 'first') {
    takeOne(field, [first], taking);
    for (const column of others) leftOut.set(column, { why: 'second', field });
    return;
  }
  if (chosen !== null) fields.set(chosen, field);
  for (const column of columns)
    if (column !== chosen)
      leftOut.set(column, { why: chosen === null ? 'which-is-latest' : 'superseded', field });
}

/** The column that holds now; `first`: none of them is of a month; null: it cannot be told. */
function latestOf(
  columns: readonly number[],
  { words, isFilled }: Taking,
): number | 'first' | null {
  const now = columns.filter((column) => /\b(?:this|current|latest|now)\b/i.test(words(column)));
  const [only, ...more] = now;
  if (only !== undefined && more.length === 0) return only;
  const dated = columns.map((column) => ({ column, period: periodOfHeading(words(column)) }));
  // The same heading again and again is that of several months, of which it names none.
  const said = new Set(columns.map((column) => plainHeading(words(column))));
  if (dated.every(({ period }) => period === null))
    return said.size === columns.length ? 'first' : null;
  if (dated.some(({ period }) => period === null)) return null;
  const filled = dated.filter(({ column }) => isFilled(column));
  const all = filled.length > 0 ? filled : dated;
  const at = latestPeriod(all.flatMap(({ period }): ColumnPeriod[] => (period ? [period] : [])));
  return at === null ? null : (all[at]?.column ?? null);
}

/** A revised date goes before the first one; of two others the first counts. */
function takeDates(byMeaning: ReadonlyMap<Meaning, readonly number[]>, taking: Taking): void {
  const { fields, leftOut, words } = taking;
  const due = byMeaning.get('due') ?? [];
  const original = byMeaning.get('original-due') ?? [];
  const revised = due.filter((column) =>
    /\b(?:revised|current|new|forecast|latest|expected)\b/i.test(words(column)),
  );
  // What was revised twice stands further to the right.
  const [holds, ...others] = [
    ...[...revised].reverse(),
    ...due.filter((column) => !revised.includes(column)),
  ];
  const first =
    original[0] ?? (revised.length > 0 ? others.find((one) => !revised.includes(one)) : undefined);
  if (holds !== undefined) fields.set(holds, 'due');
  if (first !== undefined) fields.set(first, 'original-due');
  for (const column of [...others, ...original])
    if (!fields.has(column))
      leftOut.set(column, {
        why: 'second',
        field: original.includes(column) ? 'original-due' : 'due',
      });
}

/** Where no column has objectives, the actions are what is numbered; where there are none either, the milestones. */
function withTitle(
  fields: Map<number, PlanField>,
  leftOut: ReadonlyMap<number, LeftOutReason>,
): Headings | null {
  const columnOf = (field: PlanField) => [...fields].find(([, one]) => one === field)?.[0];
  const stand = columnOf('title') ?? columnOf('action') ?? columnOf('milestone');
  if (stand !== undefined) fields.set(stand, 'title');
  const isPlan = columnOf('ref') !== undefined || columnOf('title') !== undefined;
  const inOrder = new Map([...leftOut].sort(([one], [other]) => one - other));
  return isPlan && fields.size >= 2 ? { fields, leftOut: inOrder } : null;
}
