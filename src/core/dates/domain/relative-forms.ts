// Dates that are counted from today, as people type them: tomorrow, next Friday, in two weeks, end of the month. In a
// document nobody knows which day they were counted from.
import { type Asked, type Form, type Found, oneDay, span, unread } from './date-forms.ts';
import {
  MONTH_NAMES,
  monthEnd,
  monthStart,
  plainDayText,
  WEEKDAY,
  weekdayNumber,
} from './date-words.ts';
import { parseSmallNumber, SMALL_NUMBER } from './time-of-day.ts';

const DAYS = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['now', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
]);
const NEXT_DAY = new RegExp(`^(?:(this|this coming|coming|next|last|this past) )?(${WEEKDAY})$`);
const WEEK_AFTER = new RegExp(
  `^(?:a )?(?:(${WEEKDAY}|today|tomorrow) week|week (?:on |from )?(${WEEKDAY}|today|tomorrow))$`,
);
const OF_WEEK = new RegExp(`^(${WEEKDAY}) (?:of )?(this|next) week$`);
const COUNTED = new RegExp(
  `^(?:(?:with)?in |after )(?:the next )?(${SMALL_NUMBER}) (days?|weeks?|fortnights?|months?|years?)(?:'?s?'? time)?$`,
);
const FROM_NOW = new RegExp(
  `^(${SMALL_NUMBER}) (days?|weeks?|fortnights?|months?|years?)(?:'?s?'? time| from (?:now|today)| ago)?$`,
);
const AFTER_SOMETHING = new RegExp(
  `^(?:within )?(?:${SMALL_NUMBER}|\\d+ ?(?:-|to) ?\\d+) (?:days?|weeks?|months?|years?|terms?)(?:'? (?:of|from|after|following|post|before) .+)?$`,
);
const PART = /^(?:end of )?(this|next|last|the|current) (week|month|quarter)$/;
const YEAR_END =
  /^(?:(?:end of )?(?:(?:this|the|current|next) )?(financial|academic|school|calendar)? ?year(?: end)?|(?:the )?(financial)? ?year[ -]end)$/;
const MONTH_END = /^month[ -]end$/;

/** Every form of them, in the order in which they are tried. */
export const relativeForms: readonly Form[] = [
  namedDay,
  weekday,
  weekAfter,
  dayOfWeek,
  counted,
  part,
  yearEnd,
  fromSomething,
];

/** In a document the same words are no date, and their reading only helps. */
function fromToday(found: Found, { isPrinted }: Asked): Found {
  return isPrinted && found.kind === 'span'
    ? unread('counted-from', found.span.says ?? found.span.last)
    : found;
}

function namedDay(plain: string, asked: Asked): Found | null {
  const days = DAYS.get(plain);
  return days === undefined ? null : day(asked.today.add({ days }), asked);
}

function day(date: Asked['today'], asked: Asked): Found {
  return fromToday(oneDay(date, plainDayText(date)), asked);
}

/** “Next Friday” on a Monday is this week’s to some and next week’s to others, so it is asked. */
function weekday(plain: string, asked: Asked): Found | null {
  const [, which, name] = NEXT_DAY.exec(plain) ?? [];
  if (name === undefined) return null;
  const { today, direction } = asked;
  const ahead = (weekdayNumber(name) - today.dayOfWeek + 7) % 7;
  const coming = today.add({ days: ahead || 7 });
  const gone = today.subtract({ days: 7 - ahead });
  if (which === 'last' || which === 'this past') return day(gone, asked);
  if (which === 'next') {
    const ofNextWeek = today.add({ days: 7 - today.dayOfWeek + weekdayNumber(name) });
    return coming.equals(ofNextWeek) ? day(coming, asked) : fromEither(asked, coming, ofNextWeek);
  }
  // On a Friday, “Friday” is today or in a week.
  if (ahead === 0) return fromEither(asked, today, which || direction === 'future' ? coming : gone);
  return day(which || direction === 'future' ? coming : gone, asked);
}

function fromEither({ isPrinted }: Asked, one: Asked['today'], other: Asked['today']): Found {
  return unread(isPrinted ? 'counted-from' : 'which', one, other);
}

/** `Friday week`, `a week today`, `week on Friday`. */
function weekAfter(plain: string, asked: Asked): Found | null {
  const [, before, after] = WEEK_AFTER.exec(plain) ?? [];
  const name = before ?? after;
  if (name === undefined) return null;
  const days = DAYS.get(name) ?? ((weekdayNumber(name) - asked.today.dayOfWeek + 7) % 7 || 7);
  return day(asked.today.add({ days: days + 7 }), asked);
}

function dayOfWeek(plain: string, asked: Asked): Found | null {
  const [, name, which] = OF_WEEK.exec(plain) ?? [];
  if (name === undefined) return null;
  const monday = asked.today.subtract({ days: asked.today.dayOfWeek - 1 });
  return day(monday.add({ days: weekdayNumber(name) - 1 + (which === 'next' ? 7 : 0) }), asked);
}

function counted(plain: string, asked: Asked): Found | null {
  const { today, direction } = asked;
  const led = COUNTED.exec(plain);
  const bare = FROM_NOW.exec(plain);
  const [, typed, unit = ''] = led ?? bare ?? [];
  const count = typed === undefined ? Number.NaN : parseSmallNumber(typed);
  if (Number.isNaN(count)) return null;
  const isAgo = plain.endsWith(' ago');
  const date = isAgo ? today.subtract(duration(count, unit)) : today.add(duration(count, unit));
  if (isAgo && direction === 'future') return null;
  // “6 months” alone may be how long something takes.
  const isSaid = led !== null || / (?:time|now|today|ago)$/.test(plain);
  return isSaid ? day(date, asked) : unread('counted-from', date);
}

function duration(count: number, unit: string) {
  if (unit.startsWith('fortnight')) return { weeks: 2 * count };
  if (unit.startsWith('d')) return { days: count };
  if (unit.startsWith('w')) return { weeks: count };
  return unit.startsWith('m') ? { months: count } : { years: count };
}

/** `this week`, `end of next month`: all of it, to its last day. */
function part(plain: string, asked: Asked): Found | null {
  const [, which = 'the', unit] = MONTH_END.test(plain)
    ? [plain, 'the', 'month']
    : (PART.exec(plain) ?? []);
  if (unit === undefined) return null;
  const { today } = asked;
  const later = which === 'next' ? 1 : which === 'last' ? -1 : 0;
  if (unit === 'week') {
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: later });
    const sunday = monday.add({ days: 6 });
    return fromToday(span('month', monday, sunday, plainDayText(sunday)), asked);
  }
  // The quarters of a year and of the accounts begin with the same months.
  const isMonth = unit === 'month';
  const begins = isMonth ? today.month : today.month - ((today.month - 1) % 3);
  const month = begins + later * (isMonth ? 1 : 3);
  const last = monthEnd(today.year, isMonth ? month : month + 2);
  const says = isMonth ? `${MONTH_NAMES[last.month - 1]} ${last.year}` : plainDayText(last);
  return fromToday(
    span(isMonth ? 'month' : 'season', monthStart(today.year, month), last, says),
    asked,
  );
}

function yearEnd(plain: string, asked: Asked): Found | null {
  const found = YEAR_END.exec(plain);
  if (!found) return null;
  const kind = found[1] ?? found[2];
  const later = /\bnext\b/.test(plain) ? 1 : 0;
  const ends = (month: number) => {
    const { today } = asked;
    const year = (today.month > month ? today.year + 1 : today.year) + later;
    const last = monthEnd(year, month);
    const first = last.add({ days: 1 }).subtract({ years: 1 });
    return fromToday(span('year', first, last, plainDayText(last)), asked);
  };
  if (kind === 'financial') return ends(3);
  if (kind === 'academic' || kind === 'school') return ends(8);
  if (kind === 'calendar') return ends(12);
  const days = [12, 3, 8].map(ends);
  return unread(
    asked.isPrinted ? 'counted-from' : 'which',
    ...days.flatMap((one) => (one.kind === 'span' ? [one.span.last] : [])),
  );
}

/** `12 months from approval`, `3-6 months`. */
function fromSomething(plain: string): Found | null {
  return AFTER_SOMETHING.test(plain) ? unread('counted-from') : null;
}
