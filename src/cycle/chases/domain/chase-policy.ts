// Whether a chase goes out, waits or is dropped: one pure function of the record and the time. Rehearsal,
// sending, `why` and the tests all use it.
import { Temporal } from 'temporal-polyfill';
import {
  isWorkingDay,
  localDate,
  localInstant,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import type { ChaseStep, PastChase } from '../../../core/outbox/domain/past-chase.ts';
import {
  asksForReturn,
  MAX_ASKED_A_CYCLE,
  SENDING_HOURS,
  type StepRule,
} from '../../cycles/domain/chase-rules.ts';
import {
  isSendingTime,
  partOf,
  personalStep,
  type SchedulePart,
} from '../../cycles/domain/chase-steps.ts';
import {
  type Cycle,
  countsAsReturnFrom,
  cycleDeadlines,
  isBefore,
} from '../../cycles/domain/cycle.ts';
import {
  type ChaseCircumstances,
  calendarOf,
  noCircumstances,
  type OutstandingReturn,
  objectivesByPerson,
  type SnoozeFact,
} from './chase-audience.ts';

export type ChaseDecision = {
  readonly cycleId: string;
  readonly personId: string;
  readonly step: ChaseStep;
  readonly objectiveIds: readonly string[];
  /** Steps that were for them and that nothing was recorded of: time has overtaken them. */
  readonly passed: readonly ChaseStep[];
};

/**
 * Everybody to be told something for one cycle at `now`: one message a person for all their objectives, at
 * most one a person a day, none twice.
 * An absent person's chases go to whoever covers; where nobody does, nobody is chased. Who has put them off or
 * wants them later in the day gets them then. Co-chairs are told of a return only when a request for it arrived.
 * @param past what was recorded for all of these people, of any cycle
 */
export function decideChases(
  cycle: Cycle,
  outstanding: readonly OutstandingReturn[],
  past: readonly PastChase[],
  now: Temporal.Instant,
  circumstances: Partial<ChaseCircumstances> = {},
): ChaseDecision[] {
  const { ends } = cycleDeadlines(cycle);
  if (isBefore(now, countsAsReturnFrom(cycle)) || !isBefore(now, ends)) return [];
  if (!isSendingTime(now, cycle.timeZone, cycle.calendar)) return [];
  const known = { ...noCircumstances, ...circumstances };
  const taken = new Set<string>();
  const parts: readonly SchedulePart[] = ['asking', 'roll-up', 'office'];
  return parts.flatMap((part) => {
    const decided = decidePart(part, cycle, outstanding, past, now, known).filter(
      ({ personId }) => !taken.has(personId),
    );
    for (const { personId } of decided) taken.add(personId);
    return decided;
  });
}

function decidePart(
  part: SchedulePart,
  cycle: Cycle,
  outstanding: readonly OutstandingReturn[],
  past: readonly PastChase[],
  now: Temporal.Instant,
  circumstances: ChaseCircumstances,
): ChaseDecision[] {
  const today = localDate(now, cycle.timeZone);
  const rules = cycle.chase.steps.filter(({ step }) => partOf(step) === part);
  const told = rules.map((rule) => ({
    rule,
    objectives: objectivesByPerson(rule, cycle, outstanding, past, today, circumstances),
  }));
  const people = new Set(told.flatMap(({ objectives }) => [...objectives.keys()]));
  return [...people].flatMap((personId) => {
    const calendar = calendarOf(personId, cycle, circumstances);
    if (!isWorkingDay(today, calendar)) return [];
    const current = personalStep(cycle, rules, calendar, now);
    if (!current || !mayTell(personId, cycle, current.rule, past, now, circumstances)) return [];
    const { rule, passed } = current;
    const objectiveIds = told.find((one) => one.rule === rule)?.objectives.get(personId);
    // A step that is not for them, such as a reminder to a deputy.
    if (!objectiveIds) return [];
    const theirs = told.filter(({ objectives }) => objectives.has(personId)).map((one) => one.rule);
    // What reached whoever answered for it before has not been missed by whoever answers for it now.
    const recorded = past.filter(
      (one) =>
        one.cycleId === cycle.id &&
        (one.personId === personId || one.objectiveIds.some((id) => objectiveIds.includes(id))),
    );
    return [
      {
        ...{ cycleId: cycle.id, personId, step: rule.step, objectiveIds },
        passed: passed
          .filter((one) => theirs.includes(one) && !recorded.some(({ step }) => step === one.step))
          .map(({ step }) => step),
      },
    ];
  });
}

/** Whether the person has put this cycle's chases off beyond today. */
export function isSnoozed(
  personId: string,
  cycleId: string,
  snoozes: readonly SnoozeFact[],
  today: Temporal.PlainDate,
): boolean {
  return snoozes.some(
    (one) =>
      one.personId === personId &&
      one.cycleId === cycleId &&
      Temporal.PlainDate.compare(today, one.until) < 0,
  );
}

/** The last day until which chases can be put off: the working day before the returns are due. */
export function lastSnoozeDay(cycle: Cycle): Temporal.PlainDate {
  return workingDaysBefore(cycleDeadlines(cycle).returnsDueOn, 1, cycle.calendar);
}

/**
 * The moment at which their hour comes, null when it has. Nobody's hour makes them miss a deadline: where it comes
 * after that, it does not count.
 */
export function theirHour(
  hour: number | undefined,
  cycle: Cycle,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (hour === undefined) return null;
  const time = Temporal.PlainTime.from({ hour }).toString({ smallestUnit: 'minute' });
  const from = localInstant(localDate(now, cycle.timeZone), time, cycle.timeZone);
  const { returnsDue } = cycleDeadlines(cycle);
  const counts = isBefore(now, from) && (isBefore(from, returnsDue) || !isBefore(now, returnsDue));
  return counts ? from : null;
}

function mayTell(
  personId: string,
  cycle: Cycle,
  rule: StepRule,
  past: readonly PastChase[],
  now: Temporal.Instant,
  { snoozes, hours }: ChaseCircumstances,
): boolean {
  const today = localDate(now, cycle.timeZone);
  const own = past.filter((chase) => chase.personId === personId);
  const ofCycle = own.filter(({ cycleId }) => cycleId === cycle.id);
  if (ofCycle.some(({ step }) => step === rule.step)) return false;
  if (hadOneOn(today, own)) return false;
  if (!asksForReturn(rule.step)) return true;
  const asked = ofCycle.filter(({ step, outcome }) => asksForReturn(step) && outcome !== 'passed');
  return (
    asked.length < MAX_ASKED_A_CYCLE &&
    !isSnoozed(personId, cycle.id, snoozes, today) &&
    theirHour(hours.get(personId), cycle, now) === null
  );
}

/**
 * Until when a chase that had to wait for its sending waits on: on a day off, on a day on which they had another
 * one, and before their hour. Null: it may go out.
 * @param past what was recorded for the person, this chase included
 */
export function waitsUntil(
  { personId, step }: Pick<ChaseDecision, 'personId' | 'step'>,
  cycle: Pick<Cycle, 'id' | 'calendar' | 'timeZone'>,
  past: readonly PastChase[],
  now: Temporal.Instant,
  calendars: ChaseCircumstances['calendars'],
): Temporal.Instant | null {
  const { timeZone, calendar } = cycle;
  const today = localDate(now, timeZone);
  const others = past.filter(
    (one) => one.personId === personId && !(one.cycleId === cycle.id && one.step === step),
  );
  const goes =
    isWorkingDay(today, calendar) &&
    isWorkingDay(today, calendarOf(personId, cycle, { calendars })) &&
    !hadOneOn(today, others);
  return goes ? null : localInstant(today.add({ days: 1 }), SENDING_HOURS.from, timeZone);
}

/** Whether one of these chases was a message on the day: nobody gets two. */
export function hadOneOn(day: Temporal.PlainDate, own: readonly PastChase[]): boolean {
  return own.some(({ on, outcome }) => outcome !== 'passed' && on.equals(day));
}
