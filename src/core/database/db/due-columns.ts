// The columns of a due date and of what it was at first, as statements give them and as the client takes them.
import type { Temporal } from 'temporal-polyfill';
import { DatePrecision } from '../../../generated/prisma/enums.ts';
import type { FuzzyDate } from '../../dates/domain/fuzzy-date.ts';
import { day, orNull, text, word } from './columns.ts';
import { fromDate } from './executor.ts';
import type { RowOf } from './rows.ts';

const precision = orNull(word(DatePrecision));

export const dueRow = {
  ...{ dueText: orNull(text), duePrecision: precision, dueLastDay: orNull(day) },
  ...{ originalDueText: orNull(text), originalDuePrecision: precision },
  originalDueLastDay: orNull(day),
};

/** The row with its due dates in place of their columns. */
export function withDue<Row extends RowOf<typeof dueRow>>(row: Row) {
  const { dueText, duePrecision, dueLastDay, ...others } = row;
  const { originalDueText, originalDuePrecision, originalDueLastDay, ...facts } = others;
  return {
    ...facts,
    due: toFuzzyDate(dueText, duePrecision, dueLastDay),
    originalDue: toFuzzyDate(originalDueText, originalDuePrecision, originalDueLastDay),
  };
}

/** A date is recorded whole, or not at all. */
function toFuzzyDate(
  words: string | null,
  precision: FuzzyDate['precision'] | null,
  lastDay: Temporal.PlainDate | null,
): FuzzyDate | null {
  return words === null || precision === null || lastDay === null
    ? null
    : { text: words, precision, lastDay };
}

/** A date of the plan, its last day maybe as a file has it. */
type WrittenDate = Omit<FuzzyDate, 'lastDay'> & { readonly lastDay: Temporal.PlainDate | string };

/** The columns of a due date, as the client takes them. */
export function dueColumns(due: WrittenDate | null) {
  return {
    dueText: due?.text ?? null,
    duePrecision: due?.precision ?? null,
    dueLastDay: due && fromDate(due.lastDay),
  };
}

/** The columns of what a due date was at first, as the client takes them. */
export function originalDueColumns(due: WrittenDate | null) {
  return {
    originalDueText: due?.text ?? null,
    originalDuePrecision: due?.precision ?? null,
    originalDueLastDay: due && fromDate(due.lastDay),
  };
}
