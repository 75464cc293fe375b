// What a form of a date yields: the days that it means, or why it means none for certain and what it would be read as.
import { Temporal } from 'temporal-polyfill';
import { plainDayText } from './date-words.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { TermDates } from './school-terms.ts';

type PlainDate = Temporal.PlainDate;

/** Without a year, the nearest such date in this direction is meant. */
export type Direction = 'past' | 'future';

/** What a date is read beside. */
export type Asked = {
  readonly today: PlainDate;
  readonly direction: Direction;
  /** The term calendars that the partnership keeps. */
  readonly terms: readonly TermDates[];
  /** True: it stands in a document, so that “tomorrow” is not counted from today. */
  readonly isPrinted: boolean;
};

/** Why words are no date, as a stable code. */
export type DateProblem =
  /** Nothing of it is understood. */
  | 'not-a-date'
  /** The calendar has no such day. */
  | 'no-such-day'
  /** The day of the week that it names is another one. */
  | 'wrong-weekday'
  /** It can be read in more than one way. */
  | 'which'
  /** More than one date is named. */
  | 'several'
  /** “Early 2025” has no last day. */
  | 'vague'
  /** It only says when something begins. */
  | 'only-start'
  /** It is counted from a day that is not said. */
  | 'counted-from'
  /** It is a term or a holiday, and no term calendar says when that ends. */
  | 'no-terms';

export type Span = {
  readonly precision: FuzzyDate['precision'];
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** In place of the words typed, where those mean another day tomorrow. */
  readonly says?: string;
};

export type Found =
  | { readonly kind: 'span'; readonly span: Span }
  | {
      readonly kind: 'unread';
      readonly problem: DateProblem;
      /** What it would be read as: each is a date in words that are read for certain. */
      readonly readings: readonly string[];
    };

/** One form: null where the words are not of it. They are in lower case, with plain hyphens and apostrophes. */
export type Form = (plain: string, asked: Asked) => Found | null;

/** Days from the first to the last. */
export function span(
  precision: Span['precision'],
  first: PlainDate,
  last: PlainDate,
  says?: string,
): Found {
  return { kind: 'span', span: { precision, first, last, ...(says !== undefined && { says }) } };
}

/** One day. */
export function oneDay(date: PlainDate, says?: string): Found {
  return span('day', date, date, says);
}

/** No date for certain, and what it would be read as. */
export function unread(problem: DateProblem, ...readings: readonly (PlainDate | string)[]): Found {
  const words = readings.map((one) => (typeof one === 'string' ? one : plainDayText(one)));
  return { kind: 'unread', problem, readings: [...new Set(words)] };
}

/** The nearest of three years in which the words have a last day; today counts. */
export function nearest(asked: Asked, inYear: (year: number) => Span | null): Span | null {
  const { today, direction } = asked;
  const spans = [today.year - 1, today.year, today.year + 1]
    .map(inYear)
    .filter((one) => one !== null);
  const { compare } = Temporal.PlainDate;
  return (
    (direction === 'past'
      ? spans.findLast(({ last }) => compare(last, today) <= 0)
      : spans.find(({ last }) => compare(last, today) >= 0)) ?? null
  );
}
