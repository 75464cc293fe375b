// How long before or after a meeting something is due, as boards print it: "5 clear working days", "two weeks before",
// "noon on the Thursday before", "48 hours before 10am", "within 10 working days after".
import {
  parseSmallNumber,
  parseTimeOfDay,
  SMALL_NUMBER,
  TIME_OF_DAY,
} from '../../../core/dates/domain/time-of-day.ts';
import type { LeadUnit } from './forum-rules.ts';

/** What words say of a lead time; null: they do not say it. */
export type LeadWords = {
  readonly days: number;
  readonly unit: LeadUnit | null;
  readonly time: string | null;
  /** Which way; null: it is not said. */
  readonly direction: 'before' | 'after' | null;
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAY = '(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const BEFORE = '(?:before|prior(?: to)?|ahead(?: of)?|in advance(?: of)?|preceding)';
const AFTER = '(?:after|following|from)';
const MEETING = '(?:\\s+(?:the |each |every )?(?:meetings?|board|committee))?';
const WITHIN = '(?:(?:at least|no later than|not less than|no less than|within|by|due)\\s+){0,3}';
const AT = '(?:(?:at|by|,)\\s*)?';

/** So many days, weeks or hours. */
const COUNTED = new RegExp(
  `^${WITHIN}(?:(${TIME_OF_DAY}),?\\s+)?${WITHIN}(?:on\\s+)?(${SMALL_NUMBER}|the)\\s*(?:full\\s+)?(clear\\s+)?(working|calendar)?\\s*(days?|wd|cd|weeks?|fortnights?|hours?|hrs?)?(?:\\s+(${BEFORE}|${AFTER})${MEETING})?(?:,?\\s+${AT}(${TIME_OF_DAY}))?$`,
);
/** The weekday before, or of the week before. */
const NAMED = new RegExp(
  `^${WITHIN}(?:(${TIME_OF_DAY}),?\\s+)?(?:on\\s+)?(?:the\\s+)?${WEEKDAY}\\s+(?:of\\s+the\\s+)?(week\\s+)?${BEFORE}${MEETING}(?:,?\\s+${AT}(${TIME_OF_DAY}))?$`,
);

/** Days that name a weekday and not a number: 4 is the Thursday before, 14 the Thursday of the week before. */
export const OF_WEEK_BEFORE = 10;

/** Reads the words, which have nothing else in them. */
export function parseLeadWords(words: string): LeadWords | null {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ');
  return readNamed(text) ?? readCounted(text);
}

function readNamed(text: string): LeadWords | null {
  const [, early, name = '', week, late] = NAMED.exec(text) ?? [];
  const weekday = WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3))) + 1;
  if (name === '' || weekday > 5 || (early !== undefined && late !== undefined)) return null;
  const time = timeOf(early ?? late);
  if (time === undefined) return null;
  const days = week === undefined ? weekday : OF_WEEK_BEFORE + weekday;
  return { days, unit: 'weekday', time, direction: 'before' };
}

function readCounted(text: string): LeadWords | null {
  const found = COUNTED.exec(text);
  if (!found) return null;
  const [, early, count = '', clear, kind, unit, side, late] = found;
  if (early !== undefined && late !== undefined && !/^h/.test(unit ?? '')) return null;
  const time = timeOf(early ?? late);
  const number = count === 'the' ? 1 : parseSmallNumber(count);
  // "The day before" is one day; "a" alone is nothing.
  if (time === undefined || Number.isNaN(number)) return null;
  if ((count === 'the' || /^an?$/.test(count)) && (unit === undefined || side === undefined))
    return null;
  const direction =
    side === undefined ? null : new RegExp(`^${AFTER}$`).test(side) ? 'after' : 'before';
  const named =
    kind === 'working' || unit === 'wd'
      ? 'working'
      : kind === 'calendar' || unit === 'cd'
        ? 'calendar'
        : null;
  if (unit !== undefined && /^(?:week|fortnight)/.test(unit)) {
    if (kind !== undefined || clear !== undefined) return null;
    return { days: number * (unit.startsWith('f') ? 14 : 7), unit: 'calendar', time, direction };
  }
  if (unit !== undefined && /^h/.test(unit)) {
    // Hours count from when the meeting begins, which has to be said, to the same time of day.
    if (kind !== undefined || clear !== undefined || time === null || number % 24 !== 0)
      return null;
    return { days: number / 24, unit: 'calendar', time, direction };
  }
  // Clear days leave out the day of the meeting and the day of the papers.
  const days = clear === undefined ? number : number + 1;
  return { days, unit: clear === undefined ? named : (named ?? 'working'), time, direction };
}

/** Null: none is said; undefined: it cannot be read. */
function timeOf(words: string | undefined): string | null | undefined {
  return words === undefined ? null : (parseTimeOfDay(words) ?? undefined);
}
