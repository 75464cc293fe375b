// A governance cycle's deadlines. They are never stored: they follow from the meeting's date and its
// forum's lead times, so a meeting that moves takes them along.
import { Temporal } from 'temporal-polyfill';
import { localInstant, workingDaysBefore } from './working-days.ts';

export type ForumRules = {
  /** Working days between the return deadline and the meeting. */
  readonly returnLeadWorkingDays: number;
  /** Local time of day of the return deadline and of the freeze, `HH:MM`. */
  readonly returnDueTime: string;
  /** Working days between the freeze and the meeting; from then on the papers stand. */
  readonly freezeLeadWorkingDays: number;
};

export type Cycle = {
  readonly id: string;
  readonly forumName: string;
  readonly meetingDate: Temporal.PlainDate;
  readonly meetingTitle: string;
  readonly rules: ForumRules;
  readonly timeZone: string;
  readonly example: boolean;
};

export type CycleDeadlines = {
  /** The first request goes out: 7 working days before the returns are due. */
  readonly opens: Temporal.Instant;
  readonly returnsDueOn: Temporal.PlainDate;
  readonly returnsDue: Temporal.Instant;
  readonly freezes: Temporal.Instant;
  /** Midnight after the meeting's day: the freeze ends. */
  readonly ends: Temporal.Instant;
};

export type CyclePhase = 'planned' | 'open' | 'late' | 'frozen' | 'closed';

const OPEN_LEAD_WORKING_DAYS = 7;
const OPEN_TIME = '10:00';
/** An update made this many working days before the cycle opens already is its return. */
const EARLY_RETURN_WORKING_DAYS = 5;

/** Every rule about a cycle asks for its deadlines, and counting working days takes its time. */
const counted = new WeakMap<Cycle, CycleDeadlines>();

/** The cycle's deadlines in its partnership's time zone. */
export function cycleDeadlines(cycle: Cycle): CycleDeadlines {
  const known = counted.get(cycle);
  if (known) return known;
  const deadlines = countDeadlines(cycle);
  counted.set(cycle, deadlines);
  return deadlines;
}

function countDeadlines(cycle: Cycle): CycleDeadlines {
  const { meetingDate, rules, timeZone } = cycle;
  const returnsDueOn = workingDaysBefore(meetingDate, rules.returnLeadWorkingDays);
  const freezeOn = workingDaysBefore(meetingDate, rules.freezeLeadWorkingDays);
  return {
    opens: localInstant(
      workingDaysBefore(returnsDueOn, OPEN_LEAD_WORKING_DAYS),
      OPEN_TIME,
      timeZone,
    ),
    returnsDueOn,
    returnsDue: localInstant(returnsDueOn, rules.returnDueTime, timeZone),
    freezes: localInstant(freezeOn, rules.returnDueTime, timeZone),
    ends: localInstant(meetingDate.add({ days: 1 }), '00:00', timeZone),
  };
}

/** Where the cycle stands at `now`. `late`: past the deadline, still accepted until the freeze. */
export function cyclePhase(cycle: Cycle, now: Temporal.Instant): CyclePhase {
  const { opens, returnsDue, freezes, ends } = cycleDeadlines(cycle);
  if (isBefore(now, opens)) return 'planned';
  if (!isBefore(returnsDue, now)) return 'open';
  if (isBefore(now, freezes)) return 'late';
  return isBefore(now, ends) ? 'frozen' : 'closed';
}

/** From when an update counts as this cycle's return, so that nobody is asked again for fresh news. */
export function countsAsReturnFrom(cycle: Cycle): Temporal.Instant {
  const { opens } = cycleDeadlines(cycle);
  const openDay = opens.toZonedDateTimeISO(cycle.timeZone).toPlainDate();
  return localInstant(
    workingDaysBefore(openDay, EARLY_RETURN_WORKING_DAYS),
    '00:00',
    cycle.timeZone,
  );
}

/** Whether `a` is strictly earlier than `b`. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
