// A forum's deadlines before and after its meetings, and how people type them: `returns 8 days 12:00, freeze 4 days,
// papers 5 clear working days, evidence two weeks, minutes 10 working days after`.
import { Temporal } from 'temporal-polyfill';
import { TIME_OF_DAY } from '../../../core/dates/domain/time-of-day.ts';
import {
  isWorkingDay,
  localInstant,
  type WorkCalendar,
  workingDaysAfter,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import { keysOf } from '../../../core/message/domain/narrow.ts';
import { OF_WEEK_BEFORE, parseLeadWords } from './lead-words.ts';

export type DayUnit = 'working' | 'calendar';

/** A weekday: the last such day before the meeting, or of the week before it. */
export type LeadUnit = DayUnit | 'weekday';

/**
 * So long before the meeting, or after it, at a local time of day (`HH:MM`). The meeting's own day is not counted.
 * With the unit `weekday`, `days` names the day: 1 is Monday, 11 the Monday of the week before.
 */
export type LeadTime = { readonly days: number; readonly unit: LeadUnit; readonly time: string };

export type DeadlineKind = 'returns-due' | 'freeze' | 'papers-out' | 'evidence-due' | 'minutes-due';

export type ForumRules = {
  readonly returnsDue: LeadTime;
  /** From then on the papers stand. */
  readonly freeze: LeadTime;
  /** Null: nothing is said of it. */
  readonly papersOut: LeadTime | null;
  /** Documents for a review, e.g. two weeks before a visit of the DfE. Null: none are asked for. */
  readonly evidenceDue: LeadTime | null;
  /** How long after the meeting its draft minutes are due. Null: nothing is said of it. */
  readonly minutesDue: LeadTime | null;
};

/** What holds of a forum that says nothing else. */
export const defaultRules: ForumRules = {
  returnsDue: { days: 10, unit: 'working', time: '17:00' },
  freeze: { days: 6, unit: 'working', time: '17:00' },
  papersOut: null,
  evidenceDue: null,
  minutesDue: null,
};

/** What a deadline is called, in the order in which they are told. */
export const deadlineNames = {
  'returns-due': 'returns',
  freeze: 'freeze',
  'papers-out': 'papers',
  'evidence-due': 'evidence',
  'minutes-due': 'minutes',
} as const satisfies Record<DeadlineKind, string>;

const fields = {
  'returns-due': 'returnsDue',
  freeze: 'freeze',
  'papers-out': 'papersOut',
  'evidence-due': 'evidenceDue',
  'minutes-due': 'minutesDue',
} as const satisfies Record<DeadlineKind, keyof ForumRules>;

const MAX_DAYS = 60;

/**
 * The day on which something is due that has to be there so long before the meeting. Where nobody works on the weekday
 * that is named, it is due on the working day before, so that nothing is late.
 */
export function leadDay(
  meeting: Temporal.PlainDate,
  { days, unit }: LeadTime,
  calendar?: WorkCalendar,
): Temporal.PlainDate {
  switch (unit) {
    case 'calendar':
      return meeting.subtract({ days });
    case 'working':
      return workingDaysBefore(meeting, days, calendar);
    case 'weekday': {
      const weekday = days % OF_WEEK_BEFORE;
      const back =
        days > OF_WEEK_BEFORE
          ? meeting.dayOfWeek - weekday + 7
          : ((meeting.dayOfWeek - weekday + 6) % 7) + 1;
      const named = meeting.subtract({ days: back });
      return isWorkingDay(named, calendar) ? named : workingDaysBefore(named, 1, calendar);
    }
    default:
      return unit satisfies never;
  }
}

/** The moment at which the draft minutes are due, so long after the meeting. */
export function minutesInstant(
  meeting: Temporal.PlainDate,
  { days, unit, time }: LeadTime,
  timeZone: string,
  calendar?: WorkCalendar,
): Temporal.Instant {
  const day =
    unit === 'calendar' ? meeting.add({ days }) : workingDaysAfter(meeting, days, calendar);
  return localInstant(day, time, timeZone);
}

/** The moment at which it is due. */
export function leadInstant(
  meeting: Temporal.PlainDate,
  lead: LeadTime,
  timeZone: string,
  calendar?: WorkCalendar,
): Temporal.Instant {
  return localInstant(leadDay(meeting, lead, calendar), lead.time, timeZone);
}

/** A forum's rules from what the record keeps of them; what it does not keep is as by default. */
export function toForumRules(
  kept: readonly (LeadTime & { readonly kind: DeadlineKind })[],
): ForumRules {
  const own = kept.map(({ kind, days, unit, time }) => [fields[kind], { days, unit, time }]);
  return { ...defaultRules, ...Object.fromEntries(own) };
}

/** The deadlines that a forum has. */
export function deadlinesOf(
  rules: ForumRules,
): readonly { readonly kind: DeadlineKind; readonly lead: LeadTime }[] {
  return keysOf(fields).flatMap((kind) => {
    const lead = rules[fields[kind]];
    return lead ? [{ kind, lead }] : [];
  });
}

const NAMES =
  '(?:the\\s+)?(?:draft\\s+)?(returns?|freeze|papers?|agenda(?: and papers)?|evidence|minutes)\\b';
const PARTS = new RegExp(
  `[,;]|(?<!\\s|\\bdraft|\\bthe|\\bagenda|\\bagenda and)\\s+(?:and\\s+)?(?=${NAMES.replace('(returns', '(?:returns')})`,
);
/** "noon, 8 working days before" is one part. */
const TIME_AND_DAYS = new RegExp(
  `(${TIME_OF_DAY}),\\s*(?=(?:\\d|on|the|[a-z]+teen|ten|two|three|five)\\b)`,
  'g',
);
const DAYS_AND_TIME = new RegExp(`,\\s*(?=(?:at |by )?${TIME_OF_DAY}\\s*(?:$|[,;]))`, 'g');

/**
 * The rules that the words give; what they leave out stays as it is. The first part needs no name: it is about
 * the returns. `papers off`, `evidence off` and `minutes off` take one away.
 * Null: they cannot be read, or the papers would freeze before the returns are due.
 * @param words how long before the meeting (working days unless something else is said), and local times of day; of the
 * minutes, how long after it
 */
export function parseForumRules(words: string, now: ForumRules): ForumRules | null {
  const parts = words
    .trim()
    .toLowerCase()
    .replace(TIME_AND_DAYS, '$1 ')
    .replace(DAYS_AND_TIME, ' ')
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  let rules = now;
  for (const part of parts) {
    const read = readPart(part, rules);
    if (!read) return null;
    rules = read;
  }
  rules = freezeFollows(now, rules);
  return fits(rules) ? rules : null;
}

/** The papers freeze at the time of day at which returns are due, unless they have one of their own. */
function freezeFollows(before: ForumRules, after: ForumRules): ForumRules {
  const follows =
    before.freeze.time === before.returnsDue.time && after.freeze.time === before.freeze.time;
  return follows ? { ...after, freeze: { ...after.freeze, time: after.returnsDue.time } } : after;
}

const PART = new RegExp(`^(?:${NAMES}\\s*(?:(?:are|is)\\s+)?(?:due\\s+|out\\s+)?)?(.*)$`);

function readPart(part: string, rules: ForumRules): ForumRules | null {
  const [, named, rest = ''] = PART.exec(part) ?? [];
  const name = (named ?? 'returns').replace(/^agenda.*$/, 'papers').replace(/s$/, '');
  const kind = keysOf(fields).find((one) => deadlineNames[one].startsWith(name));
  if (!kind) return null;
  const field = fields[kind];
  const isNeeded = field === 'returnsDue' || field === 'freeze';
  if (/^(?:off|none)$/.test(rest)) return isNeeded ? null : { ...rules, [field]: null };
  const read = parseLeadWords(rest);
  // A bare number is nothing that somebody would say of returns.
  if (!read || (named === undefined && !/day|week|fortnight|hour|before/.test(rest))) return null;
  if (read.direction === (field === 'minutesDue' ? 'before' : 'after')) return null;
  if (field === 'minutesDue' && read.unit === 'weekday') return null;
  const before = rules[field] ?? rules.returnsDue;
  const lead: LeadTime = {
    days: read.days,
    unit: read.unit ?? (before.unit === 'weekday' ? 'working' : before.unit),
    time: read.time ?? before.time,
  };
  return { ...rules, [field]: lead };
}

/** A meeting in a year without surprises: whether one deadline comes before another hardly depends on it. */
const SAMPLE_MEETING = Temporal.PlainDate.from('2024-10-16');

/** Where a weekday is named, of one weekday's meetings it has to hold: the forum meets on one. */
function fits({ returnsDue, freeze, papersOut, evidenceDue, minutesDue }: ForumRules): boolean {
  const all = [returnsDue, freeze, papersOut, evidenceDue, minutesDue].filter(
    (one) => one !== null,
  );
  if (returnsDue.days < 1 || all.some(({ days }) => days > MAX_DAYS)) return false;
  const isNamed = returnsDue.unit === 'weekday' || freeze.unit === 'weekday';
  return (isNamed ? [0, 1, 2, 5, 6] : [0]).some((days) => {
    const meeting = SAMPLE_MEETING.add({ days });
    const due = leadInstant(meeting, returnsDue, 'Europe/London');
    const frozen = leadInstant(meeting, freeze, 'Europe/London');
    return Temporal.Instant.compare(due, frozen) <= 0;
  });
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** `10 working days before, 17:00`; `the Friday before, 14:00`. */
export function leadText(
  { days, unit, time }: LeadTime,
  side: 'before' | 'after' = 'before',
): string {
  if (unit === 'weekday') {
    const weekday = WEEKDAYS[(days % OF_WEEK_BEFORE) - 1];
    return `the ${weekday} ${days > OF_WEEK_BEFORE ? 'of the week before' : 'before'}, ${time}`;
  }
  const name = unit === 'working' ? 'working day' : 'calendar day';
  return `${days} ${name}${days === 1 ? '' : 's'} ${side}, ${time}`;
}

/** `returns 10 working days before, 17:00`. */
export function deadlineText(kind: DeadlineKind, lead: LeadTime): string {
  return `${deadlineNames[kind]} ${leadText(lead, kind === 'minutes-due' ? 'after' : 'before')}`;
}
