// Dates that the calendar alone explains: days, months, quarters, seasons and years, with their year or the nearest such.
import { Temporal } from 'temporal-polyfill';
import { type Asked, type Form, type Found, nearest, oneDay, span, unread } from './date-forms.ts';
import {
  dateOf,
  fullYear,
  MONTH,
  MONTH_NAMES,
  monthEnd,
  monthNumber,
  monthStart,
  plainDayText,
  twoYears,
} from './date-words.ts';

const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
const TWO_YEARS = '(?:(?:19|20)\\d\\d|\\d\\d) ?[/-] ?(?:(?:19|20)\\d\\d|\\d\\d)';
const ORDINAL = '(?:st|nd|rd|th)?';
/** Meteorological seasons, each by its months; winter ends in the year after. */
const SEASONS = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] } as const;
/** How far from today a year of two digits is taken for one, where it could be a day of the month. */
const NEAR_YEARS = 5;
const NTH = ['first', 'second', 'third', 'fourth'];

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMERIC_DAY = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ?([/.-]) ?(\\d{1,2}) ?\\2 ?(${YEAR})$`);
const NUMERIC_WITHOUT_YEAR = /^(\d{1,2})[/.](\d{1,2})$/;
const DAY_MONTH = new RegExp(
  `^(\\d{1,2})${ORDINAL}[ /.-]?(?:of )?(${MONTH})\\.?(?:,?[ /.-]?(${YEAR}))?$`,
);
const MONTH_DAY = new RegExp(
  `^(${MONTH})\\.?[ -](?:the )?(\\d{1,2})(st|nd|rd|th)?(?:,? (\\d{4}))?$`,
);
const MONTH_YEAR = new RegExp(`^(${MONTH})\\.?(?:(,? ?[/-] ?|, ?| ?)(${YEAR}))?$`);
const NUMERIC_MONTH = /^(?:(\d{4})-(\d{1,2})|(\d{1,2})[/.-](\d{4}))$/;
const TWO_MONTHS = new RegExp(`^(${MONTH}) ?/ ?(${MONTH})(?:[ -]?(${YEAR}))?$`);
const SEASON = /^(spring|summer|autumn|winter)(?:[ -]?((?:19|20)\d\d))?$/;
const QUARTER = new RegExp(
  `^(?:(calendar|financial)(?: year)? )?(?:(?:q|qtr|quarter) ?([1-4])|(first|second|third|fourth) quarter)(?:(?: of)?,? ?(fy|calendar year|financial year)?,? ?(${TWO_YEARS}|${YEAR}))?$`,
);
const QUARTER_LAST = new RegExp(
  `^(fy)? ?(${TWO_YEARS}|(?:19|20)\\d\\d)[ ,-]{1,2}(?:q|qtr|quarter) ?([1-4])$`,
);
const KIND_OF_YEAR = '(fy|financial year|ay|academic year|school year|calendar year|council year)';
const NAMED_YEAR = new RegExp(
  `^(?:${KIND_OF_YEAR},? ?(${TWO_YEARS}|${YEAR})|(${TWO_YEARS}) (financial|academic|school) year)$`,
);
const HALF = new RegExp(`^h([12]) ?,? ?(?:fy ?)?(${TWO_YEARS}|${YEAR})$`);
const SERIAL = /^\d{5}$/;
/** Spreadsheets count days from here. */
const SERIAL_ZERO = Temporal.PlainDate.from('1899-12-30');
const SERIALS = { first: 40_000, last: 55_000 };

/** Every form of them, in the order in which they are tried. */
export const calendarForms: readonly Form[] = [
  isoDay,
  numericDay,
  dayAndMonth,
  monthAndDay,
  monthAndYear,
  numericMonth,
  twoMonths,
  season,
  quarter,
  halfYear,
  namedYear,
  bareYear,
  serial,
];

function isoDay(plain: string): Found | null {
  const [, year, month, day] = ISO_DAY.exec(plain) ?? [];
  return year === undefined ? null : aDay(Number(year), Number(month), Number(day));
}

/** Day first, as everybody here writes. */
function numericDay(plain: string): Found | null {
  const [, day, , month, year] = NUMERIC_DAY.exec(plain) ?? [];
  if (year !== undefined) return aDay(fullYear(year), Number(month), Number(day));
  const [, ofMonth, inMonth] = NUMERIC_WITHOUT_YEAR.exec(plain) ?? [];
  if (inMonth === undefined || !MONTH_NAMES[Number(inMonth) - 1]) return null;
  // “3/4” may be three quarters.
  return unread('which', `${Number(ofMonth)} ${MONTH_NAMES[Number(inMonth) - 1]}`);
}

function dayAndMonth(plain: string, asked: Asked): Found | null {
  const [, day, month = '', year] = DAY_MONTH.exec(plain) ?? [];
  if (day === undefined) return null;
  const number = monthNumber(month);
  if (year !== undefined) return aDay(fullYear(year), number, Number(day));
  return dayOfNearest(asked, number, Number(day));
}

/** `July 24, 2024`; `July 12`, unless 12 may be the year. */
function monthAndDay(plain: string, asked: Asked): Found | null {
  const [, month = '', typed, ordinal, year] = MONTH_DAY.exec(plain) ?? [];
  if (typed === undefined) return null;
  const day = Number(typed);
  if (year !== undefined) return aDay(Number(year), monthNumber(month), day);
  if (ordinal !== undefined) return dayOfNearest(asked, monthNumber(month), day);
  // A hyphen, a document or a number that no month has says that it is the year.
  if (plain.includes('-') || day > 31 || typed.length === 1) return null;
  const isNear = Math.abs(fullYear(typed) - asked.today.year) <= NEAR_YEARS;
  if (asked.isPrinted && isNear) return null;
  if (!isNear && !asked.isPrinted) return dayOfNearest(asked, monthNumber(month), day);
  const name = MONTH_NAMES[monthNumber(month) - 1] ?? '';
  return unread('which', `${name} ${fullYear(typed)}`, `${day} ${name}`);
}

function dayOfNearest(asked: Asked, month: number, day: number): Found {
  const found = nearest(asked, (year) => {
    const date = dateOf(year, month, day);
    return date && { precision: 'day', first: date, last: date };
  });
  return found ? { kind: 'span', span: found } : noSuchDay(asked.today.year, month, day);
}

function monthAndYear(plain: string, asked: Asked): Found | null {
  const [, name = '', , year] = MONTH_YEAR.exec(plain) ?? [];
  if (name === '') return null;
  const month = monthNumber(name);
  if (year !== undefined) return aMonth(fullYear(year), month);
  return inNearestYear(asked, 'month', month, month);
}

/** `03/2025` and `2025-03`; what may also be two years is asked. */
function numericMonth(plain: string): Found | null {
  const [, isoYear, isoMonth = '', month, year] = NUMERIC_MONTH.exec(plain) ?? [];
  const [ofYear, number] = [Number(isoYear ?? year), Number(isoYear ? isoMonth : month)];
  if (Number.isNaN(ofYear) || number < 1 || number > 12) return null;
  // “2024-7” is neither.
  if (isoYear && isoMonth.length < 2) return null;
  return isoYear && twoYears(plain)
    ? unread('which', `${MONTH_NAMES[number - 1]} ${ofYear}`)
    : aMonth(ofYear, number);
}

/** `March/April 2025` ends with April. */
function twoMonths(plain: string, asked: Asked): Found | null {
  const [, one = '', other = '', year] = TWO_MONTHS.exec(plain) ?? [];
  if (one === '') return null;
  const [first, last] = [monthNumber(one), monthNumber(other)];
  if (last !== first + 1) return null;
  if (year === undefined) return inNearestYear(asked, 'month', first, last);
  const of = fullYear(year);
  return span('month', monthStart(of, first), monthEnd(of, last));
}

function season(plain: string, asked: Asked): Found | null {
  const [, name, year] = SEASON.exec(plain) ?? [];
  if (name === undefined || !isSeason(name)) return null;
  const [first, last] = SEASONS[name];
  if (year === undefined) return inNearestYear(asked, 'season', first, last);
  return span('season', monthStart(Number(year), first), monthEnd(Number(year), last));
}

/** A quarter of two years is of the accounts, which begin in April; of one year alone it can be either. */
function quarter(plain: string, asked: Asked): Found | null {
  const turned = QUARTER_LAST.exec(plain);
  const [, before, digit, nth, inside, typed] = QUARTER.exec(plain) ?? [];
  if (!turned && digit === undefined && nth === undefined) return null;
  const kind = turned?.[1] ?? inside ?? before;
  const number = Number(turned?.[3] ?? digit ?? NTH.indexOf(nth ?? '') + 1);
  const months = (isFinancial: boolean) => {
    const first = (number - 1) * 3 + (isFinancial ? 4 : 1);
    return [first, first + 2] as const;
  };
  const year = turned?.[2] ?? typed;
  const inYear = (of: number, isFinancial: boolean) => {
    const [first, last] = months(isFinancial);
    return span('season', monthStart(of, first), monthEnd(of, last));
  };
  const both = year === undefined ? null : twoYears(year);
  if (both) return kind?.startsWith('c') ? null : inYear(both.from, true);
  if (year !== undefined && /[/-]/.test(year)) return null;
  if (kind?.startsWith('c') && year !== undefined) return inYear(fullYear(year), false);
  const readings = kind?.startsWith('c') ? [false] : kind ? [true] : [true, false];
  if (year === undefined) {
    const found = readings.map((one) => inNearestYear(asked, 'season', ...months(one)));
    return found.length === 1 ? (found[0] ?? null) : unread('which', ...found.flatMap(lastOf));
  }
  // “Q3 of 2024”, or of the financial year called 2024: either year that it is in.
  const of = fullYear(year);
  const found = kind
    ? [inYear(of - 1, true), inYear(of, true)]
    : [inYear(of, true), inYear(of, false)];
  return unread('which', ...found.flatMap(lastOf));
}

/** `H1 2024/25` is of the financial year. */
function halfYear(plain: string): Found | null {
  const [, half, year = ''] = HALF.exec(plain) ?? [];
  if (half === undefined) return null;
  const first = (Number(half) - 1) * 6;
  const ends = (of: number, begins: number) =>
    span('season', monthStart(of, first + begins), monthEnd(of, first + begins + 5));
  const both = twoYears(year);
  if (both) return ends(both.from, 4);
  if (/[/-]/.test(year)) return null;
  const of = fullYear(year);
  return unread('which', ...[ends(of, 4), ends(of, 1)].flatMap(lastOf));
}

/** `FY25/26` ends in March, `AY 2024/25` in August. */
function namedYear(plain: string): Found | null {
  const [, before, ofBefore, ofAfter, after] = NAMED_YEAR.exec(plain) ?? [];
  const kind = before ?? after;
  const typed = ofBefore ?? ofAfter;
  if (kind === undefined || typed === undefined) return null;
  if (kind.startsWith('cal'))
    return twoYears(typed) || /[/-]/.test(typed) ? null : wholeYear(fullYear(typed));
  const isAccounts = kind.startsWith('f') || kind.startsWith('council');
  const ends = (from: number) =>
    isAccounts
      ? span('year', monthStart(from, 4), monthEnd(from + 1, 3))
      : span('year', monthStart(from, 9), monthEnd(from + 1, 8));
  const both = twoYears(typed);
  if (both) return ends(both.from);
  if (/[/-]/.test(typed)) return null;
  const year = fullYear(typed);
  return unread('which', ...[ends(year - 1), ends(year)].flatMap(lastOf));
}

function bareYear(plain: string): Found | null {
  if (/^(?:19|20)\d\d$/.test(plain)) return wholeYear(Number(plain));
  const both = twoYears(plain);
  // Of the accounts or of the schools: nobody can tell.
  return both && unread('which', dateOf(both.to, 3, 31) ?? '', dateOf(both.to, 8, 31) ?? '');
}

/** A spreadsheet’s own count of days. */
function serial(plain: string, { isPrinted }: Asked): Found | null {
  const days = SERIAL.test(plain) ? Number(plain) : 0;
  return isPrinted && days >= SERIALS.first && days <= SERIALS.last
    ? unread('which', SERIAL_ZERO.add({ days }))
    : null;
}

function inNearestYear(
  asked: Asked,
  precision: 'month' | 'season',
  first: number,
  last: number,
): Found {
  const found = nearest(asked, (year) => ({
    precision,
    first: monthStart(year, first),
    last: monthEnd(year, last),
  }));
  return found ? { kind: 'span', span: found } : unread('not-a-date');
}

function aMonth(year: number, month: number): Found {
  return span('month', monthStart(year, month), monthEnd(year, month));
}

function wholeYear(year: number): Found {
  return span('year', monthStart(year, 1), monthEnd(year, 12));
}

function aDay(year: number, month: number, day: number): Found {
  const date = dateOf(year, month, day);
  return date ? oneDay(date) : noSuchDay(year, month, day);
}

/** 31 June is perhaps its last day; 03/25/2025 was perhaps meant the other way about. */
function noSuchDay(year: number, month: number, day: number): Found {
  if (month > 12) {
    const turned = dateOf(year, day, month);
    return turned ? unread('no-such-day', turned) : unread('no-such-day');
  }
  return month >= 1 && day > 28 && day <= 31
    ? unread('no-such-day', monthEnd(year, month))
    : unread('no-such-day');
}

function lastOf(found: Found): string[] {
  return found.kind === 'span' ? [plainDayText(found.span.last)] : [];
}

function isSeason(name: string): name is keyof typeof SEASONS {
  return Object.hasOwn(SEASONS, name);
}
