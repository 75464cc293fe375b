// A governance cycle's deadlines and where it stands. Deadlines are never stored: they follow from the
// meeting's date and its forum's rules, so a meeting that moves takes them along.
import { Temporal } from 'temporal-polyfill';
import {
  localInstant,
  type WorkCalendar,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import type { ChaseRules } from './chase-rules.ts';
import { type ForumRules, type LeadTime, leadDay, leadInstant } from './forum-rules.ts';

/** What the office did by hand before its time; null: nothing. */
export type ByHand = {
  readonly openedAt: Temporal.Instant | null;
  readonly frozenAt: Temporal.Instant | null;
  readonly minutedAt: Temporal.Instant | null;
};

/** Of a cycle that goes by its dates alone. */
export const nothingByHand: ByHand = { openedAt: null, frozenAt: null, minutedAt: null };

export type Cycle = {
  readonly id: string;
  readonly forumName: string;
  readonly meetingDate: Temporal.PlainDate;
  readonly meetingTitle: string;
  readonly rules: ForumRules;
  readonly chase: ChaseRules;
  /** The partnership's working days. */
  readonly calendar: WorkCalendar;
  readonly timeZone: string;
  readonly example: boolean;
  readonly byHand: ByHand;
};

export type CycleDeadlines = {
  /** The first request goes out. */
  readonly opens: Temporal.Instant;
  readonly returnsDueOn: Temporal.PlainDate;
  readonly returnsDue: Temporal.Instant;
  readonly freezes: Temporal.Instant;
  /** Null: the forum says nothing of it. */
  readonly papersOut: Temporal.Instant | null;
  /** Midnight after the meeting's day: it has been held, and the freeze ends. */
  readonly ends: Temporal.Instant;
};

/**
 * - `planned`: nobody is asked yet
 * - `open`: returns are asked for; `late`: past their deadline, still accepted and marked late
 * - `frozen`: nothing of the papers changes; `papers`: they are out
 * - `held`: the meeting is over; what it decided of ratings is recorded as the board's
 * - `minuted`: its minutes are agreed, and nothing of it changes any more
 */
export type CyclePhase = 'planned' | 'open' | 'late' | 'frozen' | 'papers' | 'held' | 'minuted';

/** An update made this many working days before the cycle opens already is its return. */
const EARLY_RETURN_WORKING_DAYS = 5;

type Counted = { readonly deadlines: CycleDeadlines; readonly returnsFrom: Temporal.Instant };

/** Every rule about a cycle asks for its moments, and counting working days takes its time. */
const counted = new WeakMap<Cycle, Counted>();

function count(cycle: Cycle): Counted {
  const known = counted.get(cycle);
  if (known) return known;
  const deadlines = countDeadlines(cycle);
  const made = { deadlines, returnsFrom: earlyReturnsFrom(cycle, deadlines) };
  counted.set(cycle, made);
  return made;
}

/** The cycle with further facts. They change none of its moments, so these are not counted again. */
export function cycleWith<Facts extends object>(cycle: Cycle, facts: Facts): Cycle & Facts {
  const more = { ...cycle, ...facts };
  counted.set(more, count(cycle));
  return more;
}

/** The cycle's deadlines in its partnership's time zone. */
export function cycleDeadlines(cycle: Cycle): CycleDeadlines {
  return count(cycle).deadlines;
}

function countDeadlines(cycle: Cycle): CycleDeadlines {
  const { meetingDate, rules, timeZone, calendar, chase, byHand } = cycle;
  const at = (lead: Parameters<typeof leadInstant>[1]) =>
    leadInstant(meetingDate, lead, timeZone, calendar);
  const returnsDueOn = leadDay(meetingDate, rules.returnsDue, calendar);
  const opens = localInstant(
    workingDaysBefore(returnsDueOn, chase.opens.workingDaysBefore, calendar),
    chase.opens.time,
    timeZone,
  );
  return {
    opens: earlier(opens, byHand.openedAt),
    returnsDueOn,
    returnsDue: at(rules.returnsDue),
    freezes: earlier(at(rules.freeze), byHand.frozenAt),
    papersOut: rules.papersOut && at(rules.papersOut),
    ends: localInstant(meetingDate.add({ days: 1 }), '00:00', timeZone),
  };
}

/** What the office does by hand comes before its time, never after it. */
function earlier(derived: Temporal.Instant, byHand: Temporal.Instant | null): Temporal.Instant {
  return byHand && isBefore(byHand, derived) ? byHand : derived;
}

/** Where the cycle stands at `now`. */
export function cyclePhase(cycle: Cycle, now: Temporal.Instant): CyclePhase {
  const { opens, returnsDue, freezes, papersOut, ends } = cycleDeadlines(cycle);
  if (cycle.byHand.minutedAt && !isBefore(now, cycle.byHand.minutedAt)) return 'minuted';
  if (!isBefore(now, ends)) return 'held';
  // Where they freeze at the deadline itself, what comes in on its stroke is still in time.
  const isFrozen =
    !isBefore(now, freezes) && (isBefore(returnsDue, now) || isBefore(freezes, returnsDue));
  if (isFrozen) return papersOut && !isBefore(now, papersOut) ? 'papers' : 'frozen';
  if (isBefore(now, opens)) return 'planned';
  return isBefore(returnsDue, now) ? 'late' : 'open';
}

/** From when an update counts as this cycle's return, so that nobody is asked again for fresh news. */
export function countsAsReturnFrom(cycle: Cycle): Temporal.Instant {
  return count(cycle).returnsFrom;
}

function earlyReturnsFrom({ timeZone, calendar }: Cycle, { opens }: CycleDeadlines) {
  const openDay = opens.toZonedDateTimeISO(timeZone).toPlainDate();
  const day = workingDaysBefore(openDay, EARLY_RETURN_WORKING_DAYS, calendar);
  return localInstant(day, '00:00', timeZone);
}

/** Whether `a` is strictly earlier than `b`. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

/** A meeting for which documents have to be there before it, e.g. a review by the DfE. */
export type Review = Pick<
  Cycle,
  | 'id'
  | 'forumName'
  | 'meetingDate'
  | 'meetingTitle'
  | 'calendar'
  | 'timeZone'
  | 'example'
  | 'chase'
> & { readonly due: LeadTime };
