// The road back from red: what is done about it, who does it, by when, and whose decision it needs.
import type { Temporal } from 'temporal-polyfill';
import { type DateTail, splitDateTail } from '../../../core/dates/domain/date-tail.ts';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import {
  type DateContext,
  MAX_DATE_LENGTH,
  parseDate,
} from '../../../core/dates/domain/parse-date.ts';
import {
  isWorkingDay,
  localDate,
  localInstant,
  type WorkCalendar,
  workingDaysAfter,
} from '../../../core/dates/domain/working-days.ts';
import type { PlanItem } from './plan-item.ts';

export type RecoveryWords = {
  readonly what: string;
  readonly due: FuzzyDate;
  /** As typed after `who`. */
  readonly who: string | null;
  readonly decisionFrom: string | null;
};

/**
 * Reads `<what> by <date> [who @name] [decision from <whom>]`; the date may also end the line without
 * `by`, as a form's answer does. Null where there is no date or nothing is said before it; where there is one that cannot be
 * read for certain, it says why.
 */
export function parseRecoveryWords(
  words: string,
  today: Temporal.PlainDate,
  context: DateContext = {},
): RecoveryWords | UnreadDate | null {
  const read = byDate(words, today, context) ?? dateAtEnd(words, today, context);
  if (!read || 'problem' in read) return read;
  // Either side of the date may hold the rest; before it, only an @mention is surely a person.
  const after = tails(read.after);
  const before = tails(read.before, /(?<![\s,;])[\s,;]+who\s+(@[^\s,;]+|<@[^>\s]+>)$/i);
  const what = before.rest.replace(/(?<![\s,;–-])[\s,;–-]+$/, '');
  if (what === '' || after.rest !== '') return null;
  return {
    what,
    due: read.due,
    who: after.who ?? before.who,
    decisionFrom: after.decisionFrom ?? before.decisionFrom,
  };
}

/** A date that cannot be read for certain, as it was typed. */
export type UnreadDate = Extract<DateTail, { kind: 'unread' }>;

type Parts = { readonly before: string; readonly due: FuzzyDate; readonly after: string };

function byDate(
  words: string,
  today: Temporal.PlainDate,
  context: DateContext,
): Parts | UnreadDate | null {
  const tails = [...words.matchAll(/(?<=[\s,;])(?:who|decision\s)/gi)].map(({ index }) => index);
  for (const found of [...words.matchAll(/(?:^|\s)by\s+/gi)].reverse()) {
    const start = found.index + found[0].length;
    while (tails.length > 1 && (tails.at(-2) ?? 0) >= start) tails.pop();
    const tail = tails.at(-1) ?? 0;
    const end = tail >= start ? tail : words.length;
    // Longer words are no date, so that many a `by` costs no more than one.
    if (end - start > MAX_DATE_LENGTH) continue;
    const date = words.slice(start, end).replace(/(?<![\s,;])[\s,;]+$/, '');
    const read = parseDate(date.replace(/[.]$/, ''), today, 'future', context);
    if (read.kind === 'unread' && read.problem !== 'not-a-date') return { ...read, typed: date };
    const before = words.slice(0, found.index).trim();
    if (read.kind === 'date') return { before, due: read.date, after: words.slice(end) };
  }
  return null;
}

function dateAtEnd(
  words: string,
  today: Temporal.PlainDate,
  context: DateContext,
): Parts | UnreadDate | null {
  const read = splitDateTail(words, today, 'future', context);
  if (read?.kind === 'unread') return read;
  return read && { before: read.before, due: read.date, after: '' };
}

const DECISION =
  /(?:^|(?<![\s,;])[\s,;]+)decision\s+(?:needed\s+)?from\s+(.+?)(?=(?<![\s,;])[\s,;]+who\s|$)/is;

function tails(words: string, who = /(?:^|(?<![\s,;])[\s,;]+)who\s+(.+)$/is) {
  const decision = takeOut(words.trim(), DECISION);
  const person = takeOut(decision.rest, who);
  return { rest: person.rest, who: person.found, decisionFrom: decision.found };
}

function takeOut(words: string, pattern: RegExp): { rest: string; found: string | null } {
  const match = pattern.exec(words);
  if (!match) return { rest: words, found: null };
  const rest = words.slice(0, match.index) + words.slice(match.index + match[0].length);
  return { rest: rest.trim(), found: match[1]?.trim() ?? null };
}

/** What the board is asked: the recovery action is what somebody does, this is what is to be decided. */
export function decisionWanted(what: string): string {
  return `Decision wanted so that the recovery action can go ahead: ${what}`;
}

/**
 * Whether a decision is the one that a recovery action waits for. Before decisions named their recovery action,
 * they had its words and asked the same people.
 */
export function isDecisionOf(
  decision: PlanItem<'decision'>,
  recovery: Pick<PlanItem<'recovery'>, 'objectiveId' | 'ref' | 'title' | 'detail'>,
): boolean {
  if (decision.objectiveId !== recovery.objectiveId) return false;
  return decision.detail.recovery === undefined
    ? recovery.detail.decisionFrom !== null &&
        decision.detail.from === recovery.detail.decisionFrom &&
        decision.title === recovery.title
    : decision.detail.recovery === recovery.ref;
}

/** A recovery action as it stands: once its decision was taken or withdrawn, it waits for none. */
export function withOpenDecision<P extends PlanItem>(item: P, items: readonly PlanItem[]): P {
  if (item.kind !== 'recovery') return item;
  const own = items.filter(
    (one): one is PlanItem<'decision'> => one.kind === 'decision' && isDecisionOf(one, item),
  );
  return own.length === 0 || own.some(({ status }) => status === 'needed')
    ? item
    : { ...item, detail: { ...item.detail, decisionFrom: null } };
}

const REMIND_TIME = '09:00';
/** After this long, a reminder of the rating would be news from another time. */
const STILL_USEFUL_DAYS = 14;

/** When the owner is reminded of a missing road back: 09:00 on the working day after the rating. */
export function recoveryReminderAt(
  ratedAt: Temporal.Instant,
  timeZone: string,
  calendar?: WorkCalendar,
): Temporal.Instant {
  const day = workingDaysAfter(localDate(ratedAt, timeZone), 1, calendar);
  return localInstant(day, REMIND_TIME, timeZone);
}

/**
 * Whether a reminder of a rating is due at `now` and still worth sending.
 * @param awayUntil the last day of the leave that kept it from them; it stays worth sending as long after that
 */
export function isRecoveryReminderDue(
  ratedAt: Temporal.Instant,
  now: Temporal.Instant,
  timeZone: string,
  calendar?: WorkCalendar,
  awayUntil: Temporal.PlainDate | null = null,
): boolean {
  const at = recoveryReminderAt(ratedAt, timeZone, calendar);
  const from = awayUntil ? localInstant(awayUntil.add({ days: 1 }), REMIND_TIME, timeZone) : at;
  const until = from.add({ hours: 24 * STILL_USEFUL_DAYS });
  return (
    isWorkingDay(localDate(now, timeZone), calendar) &&
    now.epochMilliseconds >= at.epochMilliseconds &&
    now.epochMilliseconds < until.epochMilliseconds
  );
}
