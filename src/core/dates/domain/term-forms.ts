// Terms, half terms, Easter and Christmas: days that the partnership's term calendars say; holidays with a day of their own.
import { Temporal } from 'temporal-polyfill';
import { bankHolidayNames } from './bank-holidays.ts';
import { type Asked, type Form, type Found, nearest, span, unread } from './date-forms.ts';
import { dateOf, fullYear, MONTH_NAMES, plainDayText, twoYears } from './date-words.ts';
import {
  breaksOf,
  easterOf,
  endBefore,
  type TermDates,
  type TermName,
  termEnd,
} from './school-terms.ts';

type PlainDate = Temporal.PlainDate;

const YEAR = "(?:(?:19|20)\\d\\d|'\\d\\d|\\d\\d)";
const TWO_YEARS = '(?:(?:19|20)\\d\\d|\\d\\d) ?[/-] ?(?:(?:19|20)\\d\\d|\\d\\d)';
const TERM = new RegExp(
  `^(?:end of )?(?:the )?(autumn|spring|summer)(?: ([12])|( half)?[ -]term(?: ([12]))?| half[ -]term)(?:,? (${TWO_YEARS}|${YEAR}))?$`,
);
const TERM_OF_YEARS = new RegExp(`^(autumn|spring|summer),? (${TWO_YEARS})$`);
const HALF_TERM = /^(?:(?:the|this|next) )?(?:(october|november|february|may) )?half[ -]term$/;
const THIS_TERM = /^(?:end of )?(?:the |this |next )?(?:school )?term(?:[ -]?time)?$/;
const FESTIVAL = new RegExp(
  `^(easter|christmas|xmas|summer)(?: (?:holidays?|break|vacation))?(?:,? (${YEAR}))?$`,
);
const HOLIDAY = new RegExp(
  `^(easter (?:sunday|day)|easter monday|good friday|christmas eve|christmas day|boxing day|new year's eve|new year's day)(?:,? (${YEAR}))?$`,
);
const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  'boxing day': [12, 26],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
};
/** By the month in which it lies, the half of which term is over then. */
const HALF_TERM_OF = {
  october: 'autumn',
  november: 'autumn',
  february: 'spring',
  may: 'summer',
} as const;
/** About when a term is over, for whoever has no calendar: the last day of a month. */
const ABOUT = { autumn: 12, spring: 3, summer: 7 } as const;

/** Every form of them, in the order in which they are tried. */
export const termForms: readonly Form[] = [holiday, term, halfTerm, thisTerm, festival];

/** Words of a line that the term calendars may be needed for, an import's among them; they are asked for only then. */
export const MENTIONS_TERM =
  /\bimport\b|\bterm|\beaster\b|\bchristmas\b|\bxmas\b|\bhalf-?term|\bholidays?\b|\b(?:autumn|spring|summer) [12]\b|\b(?:autumn|spring|summer),? \d{2,4} ?[/-]/i;

function holiday(plain: string, asked: Asked): Found | null {
  const [, name = '', typed] = HOLIDAY.exec(plain) ?? [];
  if (name === '') return null;
  const inYear = (year: number) => {
    const date = holidayOf(name, year);
    return date && { precision: 'day' as const, first: date, last: date };
  };
  const found = typed === undefined ? nearest(asked, inYear) : inYear(fullYear(typed));
  return found ? { kind: 'span', span: found } : unread('no-such-day');
}

function holidayOf(name: string, year: number): PlainDate | null {
  const fixed = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined;
  if (fixed) return dateOf(year, ...fixed);
  if (name === 'easter sunday' || name === 'easter day') return easterOf(year);
  for (const [day, called] of bankHolidayNames)
    if (called.toLowerCase() === name && day.startsWith(`${year}-`))
      return Temporal.PlainDate.from(day);
  return null;
}

function term(plain: string, asked: Asked): Found | null {
  const ofYears = TERM_OF_YEARS.exec(plain);
  const [, named, half, , numbered, typed] = TERM.exec(plain) ?? [];
  const name = ofYears?.[1] ?? named;
  if (name === undefined || !isTerm(name)) return null;
  const year = ofYears?.[2] ?? typed;
  // “Autumn half term” is over when its first half is.
  const isHalf = /half[ -]term/.test(plain);
  const which = half ?? numbered;
  const part = which === undefined ? (isHalf ? 1 : null) : which === '1' ? 1 : 2;
  const both = year === undefined ? null : twoYears(year);
  if (year !== undefined && !both && /[/-]/.test(year)) return null;
  const of = both ? (name === 'autumn' ? both.from : both.to) : year && fullYear(year);
  return byCalendars(
    asked,
    typeof of === 'number' ? of : null,
    (terms, inYear) => termEnd(terms, name, inYear, part),
    (inYear) => `end of ${MONTH_NAMES[ABOUT[name] - 1]} ${inYear}`,
  );
}

/** `half term`, `October half term`: until the break begins. */
function halfTerm(plain: string, asked: Asked): Found | null {
  const found = HALF_TERM.exec(plain);
  if (!found) return null;
  const month = found[1];
  if (month !== undefined && isHalfTermMonth(month)) {
    const name = HALF_TERM_OF[month];
    return byCalendars(asked, null, (terms, year) => termEnd(terms, name, year, 1));
  }
  return byCalendars(asked, null, (terms, year) => nextEnd(asked, terms, year, 1));
}

/** `end of term`: of the one that ends next. */
function thisTerm(plain: string, asked: Asked): Found | null {
  if (!THIS_TERM.test(plain)) return null;
  if (/\bnext\b/.test(plain)) return unread('not-a-date');
  return byCalendars(asked, null, (terms, year) => nextEnd(asked, terms, year, null));
}

/** The nearest end of its kind in a year, in the direction asked for. */
function nextEnd(
  { today, direction }: Asked,
  terms: TermDates,
  year: number,
  half: 1 | null,
): PlainDate | null {
  const { compare } = Temporal.PlainDate;
  const ends = (['spring', 'summer', 'autumn'] as const)
    .map((name) => termEnd(terms, name, year, half))
    .filter((one) => one !== null);
  return direction === 'future'
    ? (ends.find((one) => compare(one, today) >= 0) ?? null)
    : (ends.findLast((one) => compare(one, today) <= 0) ?? null);
}

/** `by Easter`: the last day of school before it. */
function festival(plain: string, asked: Asked): Found | null {
  const [, typed = '', year] = FESTIVAL.exec(plain) ?? [];
  if (typed === '') return null;
  const of = year === undefined ? null : fullYear(year);
  if (typed === 'summer') {
    if (!/ (?:holidays?|break|vacation)/.test(plain)) return null;
    return byCalendars(asked, of, (terms, inYear) => termEnd(terms, 'summer', inYear, null));
  }
  const name = typed === 'easter' ? 'easter' : 'christmas';
  return byCalendars(
    asked,
    of,
    (terms, inYear) => endBefore(terms, name, inYear),
    (inYear) => {
      const day = name === 'easter' ? easterOf(inYear) : dateOf(inYear, 12, 25);
      return day && plainDayText(day);
    },
  );
}

/**
 * The day that the calendars agree on, of a year or of the nearest one.
 * @param about what somebody without a calendar may type
 */
function byCalendars(
  asked: Asked,
  year: number | null,
  endOf: (terms: TermDates, year: number) => PlainDate | null,
  about: (year: number) => string | null = () => null,
): Found {
  const { terms } = asked;
  const found = terms.flatMap((one) => {
    const inYear = (of: number) => {
      const last = endOf(one, of);
      return last && { precision: 'season' as const, first: last, last };
    };
    const span = year === null ? nearest(asked, inYear) : inYear(year);
    return span ? [span.last] : [];
  });
  const [one, ...others] = found;
  if (!one) {
    const instead = about(year ?? nearestYear(asked));
    return instead === null ? unread('no-terms') : unread('no-terms', instead);
  }
  const other = others.find((next) => !next.equals(one));
  if (other) return unread('which', one, other);
  return year === null ? span('season', one, one, plainDayText(one)) : span('season', one, one);
}

function nearestYear({ today, direction }: Asked): number {
  return direction === 'future' && today.month > 8 ? today.year + 1 : today.year;
}

/** `half term`, `the Easter holidays`, `Christmas break`: the days off, by the calendars; null: the words are none. */
export function parseBreak(plain: string, asked: Asked): Found | null {
  const half = HALF_TERM.exec(plain);
  const [, festive] =
    /^(?:the )?(easter|christmas|xmas|summer) (?:holidays?|break)$/.exec(plain) ?? [];
  if (!half && festive === undefined) return null;
  const months = half
    ? half[1] && isHalfTermMonth(half[1])
      ? HALF_TERM_MONTHS[half[1]]
      : [2, 5, 6, 10, 11]
    : BREAK_MONTHS[festive ?? ''];
  const found = asked.terms.flatMap((terms) => {
    const [next] = breaksOf(terms).filter(
      ({ from, until }) =>
        months?.includes(from.month) &&
        from.until(until).days < (half ? 18 : 60) &&
        Temporal.PlainDate.compare(until, asked.today) >= 0,
    );
    return next ? [next] : [];
  });
  const [one, ...others] = found;
  if (!one) return unread('no-terms');
  if (others.some(({ from, until }) => !from.equals(one.from) || !until.equals(one.until)))
    return unread(
      'which',
      ...found.map(({ from, until }) => `${plainDayText(from)} to ${plainDayText(until)}`),
    );
  return span('season', one.from, one.until);
}

const HALF_TERM_MONTHS = {
  october: [10, 11],
  november: [10, 11],
  february: [2],
  may: [5, 6],
} as const satisfies Record<string, readonly number[]>;
const BREAK_MONTHS: Readonly<Record<string, readonly number[]>> = {
  easter: [3, 4],
  christmas: [12],
  xmas: [12],
  summer: [7, 8],
};

function isTerm(name: string): name is TermName {
  return Object.hasOwn(ABOUT, name);
}

function isHalfTermMonth(name: string): name is keyof typeof HALF_TERM_OF {
  return Object.hasOwn(HALF_TERM_OF, name);
}
