// A period as documents print it, its year with it: "Nov 2023", "end of June 2023", "Q2 2023/24", "2023-24",
// "Autumn term 2023". It is kept as printed; its first and last day say what it is compared with. Of a figure's period nothing
// is asked, for it has to be read alike for ever: where `parseDate` asks, the widest reading is taken.

import { Temporal } from 'temporal-polyfill';
import { dateOf, fullYear, MONTH, monthNumber, twoYears } from './date-words.ts';

export type PrintedPeriod = {
  /** As printed. */
  readonly text: string;
  readonly precision: 'day' | 'month' | 'quarter' | 'term' | 'year' | 'span';
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

/** Seasons by their first month; a school term by the months that it is in. */
const SEASONS = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] } as const;
const TERMS = { spring: [1, 4], summer: [4, 8], autumn: [9, 12], winter: [12, 14] } as const;

const LEAD = '(?:(?:as at|as of|at the end of|(?:the )?end of|calendar year)\\s+)?';
const YEAR = '(?:19|20)\\d\\d';
/** `2023/24`, `2023-24` and `2023/2024`. */
const TWO_YEARS = `${YEAR}[/–-](?:${YEAR}|\\d\\d)`;
/** `23/24` is a year only where a word beside it says so. */
const SHORT_YEARS = '\\d\\d[/–-]\\d\\d';
const DASH = '\\s*(?:[–—-]|to)\\s*';
const DAY = `(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:\\/\\d{1,2}\\/|\\.\\d{1,2}\\.|-\\d{1,2}-)(?:${YEAR}|\\d\\d)|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\s+${YEAR})`;
const ONE_MONTH = `(?:${MONTH}[\\s-]+${YEAR}|${MONTH}[-'’ ]+\\d\\d)`;
const KIND_OF_YEAR = '(?:academic year|school year|financial year|FY|AY)';
const QUARTER = '(?:Q|quarter\\s*)[1-4]';

/** The longest form first: `2023` is also the beginning of `2023/24`. */
const FORMS = [
  // What ends on a day or with a month, and began so long before.
  `(?:(?:rolling\\s+)?(?:12|twelve|3|three)\\s+months|(?:the\\s+)?(?:year|quarter)|week)\\s+(?:to|ending|ended)\\s+(?:${DAY}|${ONE_MONTH})`,
  `(?:w/e|y/e)\\s+(?:${DAY}|${ONE_MONTH})`,
  `${DAY}${DASH}${DAY}`,
  DAY,
  `${MONTH}\\s+${YEAR}${DASH}${MONTH}\\s+${YEAR}`,
  `${MONTH}[-'’ ]\\d\\d(?:\\s*[–—-]\\s*|\\s+to\\s+)${MONTH}[-'’ ]\\d\\d`,
  `${MONTH}${DASH}${MONTH}(?:\\s+${YEAR}|[-'’ ]+\\d\\d)`,
  ONE_MONTH,
  `${QUARTER}(?:\\s+of)?\\s+(?:${TWO_YEARS}|${YEAR}|${SHORT_YEARS})`,
  `${QUARTER}\\s+(?:FY|AY)\\s*(?:${TWO_YEARS}|${SHORT_YEARS})`,
  `(?:(?:FY|AY)\\s*(?:${TWO_YEARS}|${SHORT_YEARS})|${TWO_YEARS})\\s+${QUARTER}`,
  `H[12]\\s+(?:${TWO_YEARS}|${YEAR})`,
  `(?:spring|summer|autumn|winter)(?:\\s+term)?\\s+(?:${TWO_YEARS}|${YEAR}|${SHORT_YEARS}|\\d\\d)`,
  `${KIND_OF_YEAR}\\s*(?:${TWO_YEARS}|${YEAR}|${SHORT_YEARS})`,
  `(?:${TWO_YEARS}|${SHORT_YEARS})\\s+(?:academic|school|financial)\\s+year`,
  `${YEAR}${DASH}${YEAR}`,
  TWO_YEARS,
  YEAR,
];

/** Finds a period where a text stands; its days are what `parsePrintedPeriod` reads. */
export const PERIOD_RUN = new RegExp(`${LEAD}(?:${FORMS.join('|')})(?![\\d/%]|[.,]\\d)`, 'iy');

/** Reads a whole text as a period; null when it is none, or one that the calendar does not have. */
export function parsePrintedPeriod(words: string): PrintedPeriod | null {
  const text = words.trim();
  PERIOD_RUN.lastIndex = 0;
  if (PERIOD_RUN.exec(text)?.[0].length !== text.length) return null;
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`^${LEAD}`, 'i'), '')
    .toLowerCase()
    .replace(/[–—]/g, '-');
  const days = daysOf(plain);
  if (!days) return null;
  const { precision, first, last } = days;
  return Temporal.PlainDate.compare(first, last) > 0
    ? null
    : { text, precision, firstDay: first, lastDay: last };
}

/** The first period that stands anywhere in a text, such as a column's heading; null: none does. */
export function findPrintedPeriod(words: string): PrintedPeriod | null {
  for (const { 0: found } of words.matchAll(new RegExp(PERIOD_RUN.source, 'gi'))) {
    const period = parsePrintedPeriod(found);
    if (period) return period;
  }
  return null;
}

type Days = {
  readonly precision: PrintedPeriod['precision'];
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
};

function daysOf(plain: string): Days | null {
  return (
    endingWith(plain) ??
    aDay(plain) ??
    fromDayToDay(plain) ??
    monthSpan(plain) ??
    oneMonth(plain) ??
    quarterOrTerm(plain) ??
    kindOfYear(plain) ??
    years(plain)
  );
}

/** `12 months to March 2024`, `week ending 5 May 2024`: as long as it says, up to that day. */
function endingWith(plain: string): Days | null {
  const [, span = '', until] =
    /^(?:the )?(?:rolling )?(12 months|twelve months|year|y\/e|3 months|three months|quarter|week|w\/e)(?: (?:to|ending|ended))? (.+)$/.exec(
      plain,
    ) ?? [];
  const ending = until === undefined ? null : (aDay(until) ?? oneMonth(until));
  if (!ending) return null;
  const { last, precision } = ending;
  if (/^w/.test(span))
    return precision === 'day'
      ? { precision: 'span', first: last.subtract({ days: 6 }), last }
      : null;
  const isQuarter = /^(?:3|three|quarter)/.test(span);
  const first = last.add({ days: 1 }).subtract({ months: isQuarter ? 3 : 12 });
  return { precision: isQuarter ? 'quarter' : 'year', first, last };
}

function aDay(plain: string): Days | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(plain);
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(plain);
  const named = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+) (\d{4})$/.exec(plain);
  const [year, month, day] = iso
    ? [iso[1], Number(iso[2]), iso[3]]
    : dayFirst
      ? [dayFirst[4], Number(dayFirst[3]), dayFirst[1]]
      : named
        ? [named[3], monthNumber(named[2]), named[1]]
        : [];
  if (year === undefined || month === undefined) return null;
  const date = dateOf(fullYear(year), month, Number(day));
  return date && { precision: 'day', first: date, last: date };
}

function fromDayToDay(plain: string): Days | null {
  for (const cut of plain.matchAll(/ ?(?:-| to )/g)) {
    const first = aDay(plain.slice(0, cut.index).trim())?.first;
    const last = aDay(plain.slice(cut.index + cut[0].length).trim())?.last;
    if (first && last) return { precision: 'span', first, last };
  }
  return null;
}

function monthSpan(plain: string): Days | null {
  const [, from, begins, to, ends] =
    /^([a-z]+)(?:[-'’ ]?(\d{4}|\d\d))? ?(?:-|to) ?([a-z]+)[-'’ ]+(\d{4}|\d\d)$/.exec(plain) ?? [];
  if (ends === undefined) return null;
  return months(
    'span',
    fullYear(begins ?? ends),
    monthNumber(from),
    fullYear(ends),
    monthNumber(to),
  );
}

function oneMonth(plain: string): Days | null {
  const [, name, typed] = /^([a-z]+)[-'’ ]+(\d{4}|\d\d)$/.exec(plain) ?? [];
  if (typed === undefined || monthNumber(name) === 0) return null;
  const year = fullYear(typed);
  return months('month', year, monthNumber(name), year, monthNumber(name));
}

function quarterOrTerm(plain: string): Days | null {
  const half = /^h([12]) (.+)$/.exec(plain);
  if (half) return halfYear(Number(half[1]), half[2] ?? '');
  const turned = /^((?:fy ?)?\d+[/-]\d+) (q|quarter ?)([1-4])$/.exec(plain);
  const [, quarter, of] =
    /^(?:q|quarter ?)([1-4])(?: of)? (?:fy ?)?(.+)$/.exec(
      turned ? `q${turned[3]} ${turned[1]}` : plain,
    ) ?? [];
  if (of !== undefined) {
    const span = /^\d{4}$/.test(of) ? null : twoYears(of);
    const year = span ? span.from : Number(of);
    // Of a financial year, which begins in April, or of the year itself.
    const first = (Number(quarter) - 1) * 3 + (span ? 4 : 1);
    return Number.isNaN(year) ? null : months('quarter', year, first, year, first + 2);
  }
  const [, name, term, when = ''] =
    /^(spring|summer|autumn|winter)( term)? (.+)$/.exec(plain) ?? [];
  if (name === undefined || !isSeason(name)) return null;
  const span = /^\d+$/.test(when) ? null : twoYears(when);
  if (!span && !/^(?:\d{4}|\d\d)$/.test(when)) return null;
  const [first, last] = (term || span ? TERMS : SEASONS)[name];
  // Of a school year, which begins in autumn.
  const year = span ? (first < 9 ? span.to : span.from) : fullYear(when);
  return months('term', year, first, year, last);
}

function halfYear(half: number, of: string): Days | null {
  const span = /^\d{4}$/.test(of) ? null : twoYears(of);
  if (!span && !/^\d{4}$/.test(of)) return null;
  const year = span ? span.from : Number(of);
  const first = (half - 1) * 6 + (span ? 4 : 1);
  return months('span', year, first, year, first + 5);
}

/** Said to be of the school or of the accounts, it begins in September or in April. */
function kindOfYear(plain: string): Days | null {
  const [, before, when, after] =
    /^(?:(academic year|school year|ay|financial year|fy) ?)?(\d{4}|\d+[/-]\d+)(?: (academic|school|financial) year)?$/.exec(
      plain,
    ) ?? [];
  const kind = before ?? after;
  const span = when === undefined || kind === undefined ? null : twoYears(when);
  if (!span) return null;
  return /^[fF]/.test(kind ?? '')
    ? months('year', span.from, 4, span.to, 3)
    : months('year', span.from, 9, span.to, 8);
}

function years(plain: string): Days | null {
  if (/^\d{4}$/.test(plain)) return months('year', Number(plain), 1, Number(plain), 12);
  const [, from, to] = /^(\d{4}) ?(?:-|to) ?(\d{4})$/.exec(plain) ?? [];
  const following = twoYears(plain);
  // Whether it begins in April or in September is not said: the year it ends in goes to its summer.
  if (following) return months('year', following.from, 4, following.to, 8);
  return to === undefined ? null : months('span', Number(from), 1, Number(to), 12);
}

/** Whole months; one past 12 is of the next year. */
function months(
  precision: Days['precision'],
  fromYear: number,
  fromMonth: number,
  toYear: number,
  toMonth: number,
): Days | null {
  if (fromMonth < 1 || toMonth < 1) return null;
  const first = Temporal.PlainDate.from({ year: fromYear, month: 1, day: 1 }).add({
    months: fromMonth - 1,
  });
  const last = Temporal.PlainDate.from({ year: toYear, month: 1, day: 1 })
    .add({ months: toMonth })
    .subtract({ days: 1 });
  return { precision, first, last };
}

function isSeason(name: string): name is keyof typeof SEASONS {
  return Object.hasOwn(SEASONS, name);
}
