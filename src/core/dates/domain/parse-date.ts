// The one reader of dates, of what people type and of what stands in documents, day first: 31/03/25, 31-Mar-25, Mar-25, Q3
// 2024/25, end of July, tomorrow, spring term 2025, ongoing. A date is read whole or not at all.
import { Temporal } from 'temporal-polyfill';
import { calendarForms } from './calendar-forms.ts';
import {
  type Asked,
  type DateProblem,
  type Direction,
  type Form,
  type Found,
  span,
  unread,
} from './date-forms.ts';
import { MONTH, WEEKDAY, weekdayNumber } from './date-words.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import { relativeForms } from './relative-forms.ts';
import { termForms } from './term-forms.ts';

export type { DateProblem, Direction } from './date-forms.ts';

/** What words mean as a date. */
export type DateReading =
  | {
      readonly kind: 'date';
      readonly date: FuzzyDate;
      /** The first day that it can mean; `date` has the last. */
      readonly firstDay: Temporal.PlainDate;
    }
  /** They say that there is no date: “ongoing”, “TBC”. */
  | { readonly kind: 'open'; readonly text: string }
  | {
      readonly kind: 'unread';
      readonly problem: DateProblem;
      /** What they would be read as: each is read for certain when it is typed instead. */
      readonly readings: readonly string[];
    };

/** What may be known besides the words: the partnership's term calendars; whether they stand in a document. */
export type DateContext = Partial<Pick<Asked, 'terms' | 'isPrinted'>>;

/** No date that people type is longer, however it is led up to; what is longer is not read as one. */
export const MAX_DATE_LENGTH = 80;

const OPEN =
  /^(?:ongoing|on-going|on going|continuous|continuing|rolling|throughout|open[- ]ended|bau|business as usual|tbc|tba|tbd|to be (?:confirmed|agreed|decided|determined|set|announced)|no (?:end |due )?date(?: yet| set)?|not (?:yet )?(?:set|agreed|known)|(?:half-)?termly|daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|annual(?:ly)?|yearly|every (?:day|week|month|quarter|term|year))$/;
/** Words that only lead up to a date. */
const LEADING =
  /^(?:(?:due|due by|by|before|until|till|on|at|in|during|the|no later than|not later than|to be completed by|target|deadline|in time for):?,? )/;
const DAY_OF_WEEK = new RegExp(`^(${WEEKDAY})\\.?,? (?:the )?(?=\\d|${MONTH})`);
const END_OF = /^(?:the )?(?:(?:end|close|late)(?: of| in)? |end-)/;
const VAGUE =
  /^(?:the )?(early|mid|middle of|beginning of|start of|first half of)(?: in)?[ -](.+)$/;
const WEEK =
  /^(?:w\/?c|week (?:commencing|beginning|starting)|week of|w\/?e|week ending)[ .:]+(.+)$/;
const REVISED =
  /^(.+?) ?[([](?:(?:revised|moved|changed|extended|slipped|put back) from|was|previously|originally|original:?) ([^()]+)[)\]]$/;
const ONLY_START = /^(?:from|since|starting|beginning) (?!of )(.+)$|^(.+?) ?(?:onwards?|\+)$/;
const SEVERAL = / ?(?:;|&|\||, | and | then ) ?/;
const CUT = / (?:to|until|till) | ?- ?/g;
/** Enough for two dates with days, months and years in them. */
const MOST_CUTS = 12;

const forms: readonly Form[] = [...calendarForms, ...termForms, ...relativeForms];

/**
 * Reads a whole text as a date.
 * @param direction where the year is left out, the nearest such date on this side of today is meant; today counts
 */
export function parseDate(
  words: string,
  today: Temporal.PlainDate,
  direction: Direction,
  { terms = [], isPrinted = false }: DateContext = {},
): DateReading {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text.length > MAX_DATE_LENGTH) return { kind: 'unread', problem: 'not-a-date', readings: [] };
  const plain = plainOf(words);
  const [, said = plain, when] = /^(.+?)(?: ?[-,(] ?(.+?)\)?)?$/.exec(plain) ?? [];
  if (OPEN.test(plain) || (OPEN.test(said) && when !== undefined && OPEN.test(when)))
    return { kind: 'open', text };
  const found = readWhole(plain, { today, direction, terms, isPrinted });
  if (found.kind === 'unread') return found;
  const { precision, first, last, says } = found.span;
  return { kind: 'date', date: { text: says ?? text, precision, lastDay: last }, firstDay: first };
}

/** In lower case, with plain hyphens, apostrophes and spaces; lines of a cell apart by `;`. */
function plainOf(words: string): string {
  return words
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s*\n\s*/g, '; ')
    .replace(/\s+/g, ' ')
    .replace(/[.,;]+$/, '');
}

function readWhole(plain: string, asked: Asked): Found {
  const [, kept = plain, was] = REVISED.exec(plain) ?? [];
  const isRevised = was !== undefined && readOne(was, asked).kind === 'span';
  const text = isRevised ? kept : plain;
  const one = readOne(text, asked);
  if (one.kind === 'span' || one.problem !== 'not-a-date') return one;
  const [, from, since] = ONLY_START.exec(text) ?? [];
  const start = from ?? since;
  if (start !== undefined && readOne(start, asked).kind === 'span')
    return unread('only-start', start);
  return readRange(text, asked) ?? readSeveral(text, asked);
}

/** More than one date, or a date among other words: what each would be. */
function readSeveral(text: string, asked: Asked): Found {
  const parts = text
    .replace(/\([^()]*\)/g, '')
    .split(SEVERAL)
    .map((part) => part.trim());
  const dates =
    parts.length > 6 ? [] : parts.filter((part) => readOne(part, asked).kind === 'span');
  if (dates.length > 1) return unread('several', ...dates);
  const [, rest] = /^(?:tbc|tba|tbd|complete|completed|done),?:? (.+)$/.exec(text) ?? [];
  return rest !== undefined && readOne(rest, asked).kind === 'span'
    ? unread('several', rest)
    : unread('not-a-date');
}

/** One date with what leads up to it. */
function readOne(words: string, asked: Asked): Found {
  const plain = withoutLead(words.trim());
  const week = WEEK.exec(plain);
  if (week) return readWeek(plain, week[1] ?? '', asked);
  const vague = VAGUE.exec(plain);
  if (vague) return readVague(vague[2] ?? '', asked);
  const named = DAY_OF_WEEK.exec(plain);
  const rest = named ? plain.slice(named[0].length) : plain;
  const found = firstOf(rest, asked) ?? readEnd(rest, asked);
  if (!found) return unread('not-a-date');
  const weekday = named ? weekdayNumber(named[1] ?? '') : 0;
  if (weekday === 0 || found.kind === 'unread') return found;
  const { precision, last } = found.span;
  if (precision !== 'day') return unread('not-a-date');
  return last.dayOfWeek === weekday ? found : unread('wrong-weekday', last);
}

function withoutLead(words: string): string {
  let plain = words;
  for (let lead = LEADING.exec(plain); lead; lead = LEADING.exec(plain)) {
    // “in two weeks” is counted; the words are its own.
    if (lead[0] === 'in ' && /^in (?:\d|[a-z]+ (?:day|week|fortnight|month|year))/.test(plain)) {
      if (!/^in (?:(?:19|20)\d\d|\d\d? ?[/.-])/.test(plain)) break;
    }
    plain = plain.slice(lead[0].length);
  }
  return plain;
}

function firstOf(plain: string, asked: Asked): Found | null {
  for (const form of forms) {
    const found = form(plain, asked);
    if (found) return found;
  }
  return null;
}

/** “End of July” is its last day, which is what July means here as well. */
function readEnd(plain: string, asked: Asked): Found | null {
  const lead = END_OF.exec(plain)?.[0];
  if (lead === undefined) return null;
  const found = firstOf(plain.slice(lead.length).replace(/^the /, ''), asked);
  return found?.kind === 'span' && found.span.precision === 'day' ? null : found;
}

/** `w/c 3 March 2025`: until its Sunday. `w/e 28/03/25`: until that day. */
function readWeek(plain: string, words: string, asked: Asked): Found {
  const found = readOne(words, asked);
  if (found.kind === 'unread' || found.span.precision !== 'day')
    return found.kind === 'unread' ? found : unread('not-a-date');
  const { last } = found.span;
  if (/^w\/?e|^week ending/.test(plain)) return span('month', last.subtract({ days: 6 }), last);
  return last.dayOfWeek === 1
    ? span('month', last, last.add({ days: 6 }))
    : unread('wrong-weekday', last);
}

/** “Early 2025” has no last day; its third may be meant. “Mid-March” is some day of March. */
function readVague(words: string, asked: Asked): Found {
  const found = firstOf(words, asked);
  if (found?.kind !== 'span') return unread('not-a-date');
  const { precision, last } = found.span;
  return precision === 'day' ? unread('not-a-date') : unread('vague', last);
}

/** `Sept 24 - Dec 24`, `1–31 March 2025`: over when its end is. */
function readRange(text: string, asked: Asked): Found | null {
  const cuts = [...text.matchAll(CUT)];
  if (cuts.length > MOST_CUTS) return null;
  let asks: Found | null = null;
  for (const cut of cuts) {
    const end = readOne(text.slice(cut.index + cut[0].length), asked);
    const before = text.slice(0, cut.index).replace(/^(?:from|between) /, '');
    if (end.kind === 'unread') {
      if (end.problem === 'which' && readOne(before, asked).kind !== 'unread') asks = end;
      continue;
    }
    const first = firstOfRange(before, end.span.last, end.span.precision, asked);
    if (first && Temporal.PlainDate.compare(first, end.span.last) <= 0)
      return span(end.span.precision, first, end.span.last, end.span.says);
  }
  return asks;
}

/** A bare number is a day of the last day's month; what has no year is the latest such before the end. */
function firstOfRange(
  words: string,
  last: Temporal.PlainDate,
  precision: FuzzyDate['precision'],
  asked: Asked,
): Temporal.PlainDate | null {
  const [, number] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words) ?? [];
  if (number !== undefined) {
    const day = Number(number);
    return precision === 'day' && day >= 1 && day <= last.daysInMonth ? last.with({ day }) : null;
  }
  // “Today” is not counted from the end.
  const beside = { ...asked, today: last, direction: 'past', isPrinted: true } as const;
  const read = readOne(words, beside);
  const found = read.kind === 'unread' ? readOne(words, asked) : read;
  return found.kind === 'span' ? found.span.first : null;
}
