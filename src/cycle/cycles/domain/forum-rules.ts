// A forum's deadlines before its meetings, and how people type them: `returns 8 days 12:00, freeze 4 days,
// papers 5 days, evidence 14 calendar days`.

import { Temporal } from 'temporal-polyfill';
import {
  localInstant,
  type WorkCalendar,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import { keysOf } from '../../../core/message/domain/narrow.ts';

export type DayUnit = 'working' | 'calendar';

/** So long before the meeting, at a local time of day (`HH:MM`). The meeting's own day is not counted. */
export type LeadTime = { readonly days: number; readonly unit: DayUnit; readonly time: string };

export type DeadlineKind = 'returns-due' | 'freeze' | 'papers-out' | 'evidence-due';

export type ForumRules = {
  readonly returnsDue: LeadTime;
  /** From then on the papers stand. */
  readonly freeze: LeadTime;
  /** Null: nothing is said of it. */
  readonly papersOut: LeadTime | null;
  /** Documents for a review, e.g. two weeks before a visit of the DfE. Null: none are asked for. */
  readonly evidenceDue: LeadTime | null;
};

/** What holds of a forum that says nothing else. */
export const defaultRules: ForumRules = {
  returnsDue: { days: 10, unit: 'working', time: '17:00' },
  freeze: { days: 6, unit: 'working', time: '17:00' },
  papersOut: null,
  evidenceDue: null,
};

/** What a deadline is called, in the order in which they are told. */
export const deadlineNames = {
  'returns-due': 'returns',
  freeze: 'freeze',
  'papers-out': 'papers',
  'evidence-due': 'evidence',
} as const satisfies Record<DeadlineKind, string>;

const fields = {
  'returns-due': 'returnsDue',
  freeze: 'freeze',
  'papers-out': 'papersOut',
  'evidence-due': 'evidenceDue',
} as const satisfies Record<DeadlineKind, keyof ForumRules>;

const MAX_DAYS = 60;

/** The day on which something is due that has to be there so long before the meeting. */
export function leadDay(
  meeting: Temporal.PlainDate,
  { days, unit }: LeadTime,
  calendar?: WorkCalendar,
): Temporal.PlainDate {
  return unit === 'calendar'
    ? meeting.subtract({ days })
    : workingDaysBefore(meeting, days, calendar);
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

/**
 * The rules that the words give; what they leave out stays as it is. The first part needs no name: it is about
 * the returns. `papers off` and `evidence off` take one away.
 * Null: they cannot be read, or the papers would freeze before the returns are due.
 * @param words days before the meeting (working days unless `calendar` is said) and local times of day
 */
export function parseForumRules(words: string, now: ForumRules): ForumRules | null {
  const parts = words
    .trim()
    .toLowerCase()
    .split(/[,;]|(?<!\s)\s+(?=(?:returns?|freeze|papers?|evidence)\b)/)
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

function readPart(part: string, rules: ForumRules): ForumRules | null {
  const [, named, rest = ''] =
    /^(?:(returns?|freeze|papers?|evidence)\b\s*(?:due\s+|out\s+)?)?(.*)$/.exec(part) ?? [];
  const name = named ?? 'returns';
  const kind = keysOf(fields).find((one) => deadlineNames[one].startsWith(name.replace(/s$/, '')));
  if (!kind) return null;
  const field = fields[kind];
  if (/^(?:off|none)$/.test(rest))
    return field === 'papersOut' || field === 'evidenceDue' ? { ...rules, [field]: null } : null;
  const read =
    /^(\d{1,2})\s*(?:(working|calendar)\s+)?(?:days?)?(?:\s+(?:before\s+)?(?:at\s+)?(\d{1,2}):(\d{2}))?$/.exec(
      rest,
    );
  // A bare number is nothing that somebody would say of returns.
  if (!read || (named === undefined && !rest.includes('day'))) return null;
  const [, days, unit, hour, minute] = read;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
  const before = rules[field] ?? rules.returnsDue;
  const lead: LeadTime = {
    days: Number(days),
    unit: unit === 'calendar' ? 'calendar' : unit === 'working' ? 'working' : before.unit,
    time: hour && minute ? `${hour.padStart(2, '0')}:${minute}` : before.time,
  };
  return { ...rules, [field]: lead };
}

/** A meeting in a year without surprises: whether one deadline comes before another hardly depends on it. */
const SAMPLE_MEETING = Temporal.PlainDate.from('2024-10-16');

function fits({ returnsDue, freeze, papersOut, evidenceDue }: ForumRules): boolean {
  const all = [returnsDue, freeze, papersOut, evidenceDue].filter((lead) => lead !== null);
  if (returnsDue.days < 1 || all.some(({ days }) => days > MAX_DAYS)) return false;
  const due = leadInstant(SAMPLE_MEETING, returnsDue, 'Europe/London');
  const frozen = leadInstant(SAMPLE_MEETING, freeze, 'Europe/London');
  return Temporal.Instant.compare(due, frozen) <= 0;
}

/** `10 working days before, 17:00`. */
export function leadText({ days, unit, time }: LeadTime): string {
  const name = unit === 'working' ? 'working day' : 'calendar day';
  return `${days} ${name}${days === 1 ? '' : 's'} before, ${time}`;
}
