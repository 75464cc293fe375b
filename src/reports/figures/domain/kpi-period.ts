// The period that a figure is of, as documents print it: "Nov 2023", "end of June 2023", "Q2 2023/24", "2023-24",
// "Autumn term 2023". It is kept as printed; its first and last day say what it is compared with.

import { Temporal } from 'temporal-polyfill';
import { isKeyOf } from '../../../core/message/domain/narrow.ts';

export type KpiPeriod = {
  /** As printed. */
  readonly text: string;
  readonly precision: 'day' | 'month' | 'quarter' | 'term' | 'year' | 'span';
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Seasons by their first month; a school term by the months that it is in. */
const SEASONS = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] } as const;
const TERMS = { spring: [1, 4], summer: [4, 8], autumn: [9, 12], winter: [12, 14] } as const;

const LEAD =
  '(?:(?:as at|as of|at the end of|(?:the )?end of|year to|year ending|week ending|academic year|financial year|calendar year|FY|AY)\\s+)?';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const YEAR = '(?:19|20)\\d\\d';
/** `2023/24`, `2023-24` and `2023/2024`. */
const TWO_YEARS = `${YEAR}[/–-](?:${YEAR}|\\d\\d)`;
const DASH = '\\s*(?:[–—-]|to)\\s*';

/** The longest form first: `2023` is also the beginning of `2023/24`. */
const FORMS = [
  `\\d{4}-\\d\\d-\\d\\d`,
  `\\d{1,2}/\\d{1,2}/${YEAR}`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\s+${YEAR}`,
  `${MONTH}\\s+${YEAR}${DASH}${MONTH}\\s+${YEAR}`,
  `${MONTH}${DASH}${MONTH}\\s+${YEAR}`,
  `${MONTH}[\\s-]+${YEAR}`,
  `${MONTH}[-'’ ]+\\d\\d`,
  `(?:Q|quarter\\s*)[1-4](?:\\s+of)?\\s+(?:${TWO_YEARS}|${YEAR})`,
  `(?:spring|summer|autumn|winter)(?:\\s+term)?\\s+(?:${TWO_YEARS}|${YEAR})`,
  `${YEAR}${DASH}${YEAR}`,
  TWO_YEARS,
  YEAR,
];

/** Finds a period where a text stands; its days are what `parseKpiPeriod` reads. */
export const PERIOD_RUN = new RegExp(`${LEAD}(?:${FORMS.join('|')})(?![\\d/%]|[.,]\\d)`, 'iy');

/** Reads a whole text as a period; null when it is none, or one that the calendar does not have. */
export function parseKpiPeriod(words: string): KpiPeriod | null {
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
export function findKpiPeriod(words: string): KpiPeriod | null {
  for (const { 0: found } of words.matchAll(new RegExp(PERIOD_RUN.source, 'gi'))) {
    const period = parseKpiPeriod(found);
    if (period) return period;
  }
  return null;
}

type Days = {
  readonly precision: KpiPeriod['precision'];
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
};

function daysOf(plain: string): Days | null {
  return aDay(plain) ?? monthSpan(plain) ?? oneMonth(plain) ?? quarterOrTerm(plain) ?? years(plain);
}

function aDay(plain: string): Days | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(plain);
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  const named = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+) (\d{4})$/.exec(plain);
  const [year, month, day] = iso
    ? [iso[1], Number(iso[2]), iso[3]]
    : dayFirst
      ? [dayFirst[3], Number(dayFirst[2]), dayFirst[1]]
      : named
        ? [named[3], monthOf(named[2]), named[1]]
        : [];
  if (year === undefined || month === undefined) return null;
  const date = dateOf(Number(year), month, Number(day));
  return date && { precision: 'day', first: date, last: date };
}

function monthSpan(plain: string): Days | null {
  const [, from, fromYear, to, toYear] =
    /^([a-z]+) ?(\d{4})? ?(?:-|to) ?([a-z]+) (\d{4})$/.exec(plain) ?? [];
  if (toYear === undefined) return null;
  const begins = Number(fromYear ?? toYear);
  return months('span', begins, monthOf(from), Number(toYear), monthOf(to));
}

function oneMonth(plain: string): Days | null {
  const [, name, typed] = /^([a-z]+)[-'’ ]+(\d{4}|\d\d)$/.exec(plain) ?? [];
  if (typed === undefined || monthOf(name) === 0) return null;
  const year = typed.length === 2 ? 2000 + Number(typed) : Number(typed);
  return months('month', year, monthOf(name), year, monthOf(name));
}

function quarterOrTerm(plain: string): Days | null {
  const [, quarter, of] = /^(?:q|quarter ?)([1-4])(?: of)? (.+)$/.exec(plain) ?? [];
  if (of !== undefined) {
    const span = /^\d{4}$/.test(of) ? null : twoYears(of);
    const year = span ? span.from : Number(of);
    // Of a financial year, which begins in April, or of the year itself.
    const first = (Number(quarter) - 1) * 3 + (span ? 4 : 1);
    return Number.isNaN(year) ? null : months('quarter', year, first, year, first + 2);
  }
  const [, name, term, when = ''] =
    /^(spring|summer|autumn|winter)( term)? (.+)$/.exec(plain) ?? [];
  if (name === undefined || !isKeyOf(SEASONS, name)) return null;
  const span = /^\d{4}$/.test(when) ? null : twoYears(when);
  if (!span && !/^\d{4}$/.test(when)) return null;
  const [first, last] = (term || span ? TERMS : SEASONS)[name];
  // Of a school year, which begins in autumn.
  const year = span ? (first < 9 ? span.to : span.from) : Number(when);
  return months('term', year, first, year, last);
}

function years(plain: string): Days | null {
  if (/^\d{4}$/.test(plain)) return months('year', Number(plain), 1, Number(plain), 12);
  const [, from, to] = /^(\d{4}) ?(?:-|to) ?(\d{4})$/.exec(plain) ?? [];
  const following = twoYears(plain);
  // Whether it begins in April or in September is not said: the year it ends in goes to its summer.
  if (following) return months('year', following.from, 4, following.to, 8);
  return to === undefined ? null : months('span', Number(from), 1, Number(to), 12);
}

/** Two years, of which the second follows the first; null: anything else. */
function twoYears(plain: string): { readonly from: number; readonly to: number } | null {
  const [, from, to = ''] = /^(\d{4}) ?[/-] ?(\d{4}|\d\d)$/.exec(plain) ?? [];
  if (from === undefined) return null;
  const next = Number(from) + 1;
  return to === String(next) || to === String(next).slice(2)
    ? { from: Number(from), to: next }
    : null;
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

/** 1 to 12; 0: no month is called so. */
function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
