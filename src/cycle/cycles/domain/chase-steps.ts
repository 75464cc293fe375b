// At which step of its escalation schedule a cycle is, and when each falls due: for everybody, and for one person's days.
import { Temporal } from 'temporal-polyfill';
import {
  everydayCalendar,
  isWorkingDay,
  localDate,
  localInstant,
  type WorkCalendar,
  workingDaysAfter,
  workingDaysBefore,
  workingDayWithin,
} from '../../../core/dates/domain/working-days.ts';
import type { AskStep, ReportStep } from '../../../core/outbox/domain/past-chase.ts';
import { asksForReturn, SENDING_HOURS, type StepRule } from './chase-rules.ts';
import { type Cycle, countsAsReturnFrom, cycleDeadlines, isBefore } from './cycle.ts';

/** The working day of the cycle on which a step falls due, and its moment, for whoever works as the partnership does. */
export function chaseStepAt(cycle: Cycle, rule: StepRule): Temporal.Instant {
  return openedEarly(cycle, rule) ?? localInstant(stepDay(cycle, rule), rule.time, cycle.timeZone);
}

/** Where the office opened the cycle before its time, the first request is due then; the hours of sending hold. */
function openedEarly(cycle: Cycle, { step }: StepRule): Temporal.Instant | null {
  const { openedAt } = cycle.byHand;
  if (step !== 'open' || !openedAt) return null;
  return cycleDeadlines(cycle).opens.equals(openedAt) ? openedAt : null;
}

function stepDay(cycle: Cycle, { workingDays }: StepRule): Temporal.PlainDate {
  const { returnsDueOn } = cycleDeadlines(cycle);
  const { calendar } = cycle;
  if (workingDays > 0) return workingDaysAfter(returnsDueOn, workingDays, calendar);
  const day = workingDaysBefore(returnsDueOn, -workingDays, calendar);
  // Returns may be due on a day off: then it is the working day before that says so.
  return isWorkingDay(day, calendar) ? day : workingDaysBefore(day, 1, calendar);
}

/** Monday to Friday 09:00–16:30 in the partnership's time zone, never on a day off. */
export function isSendingTime(
  now: Temporal.Instant,
  timeZone: string,
  calendar = everydayCalendar,
): boolean {
  const local = now.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return (
    isWorkingDay(local.toPlainDate(), calendar) &&
    time >= SENDING_HOURS.from &&
    time <= SENDING_HOURS.until
  );
}

/**
 * When a step falls due for one person. On a day on which they do not work it comes on their next working
 * morning; where that is past the deadline, on the last working day before. Null: they do not work while there
 * is something to ask.
 */
export function personalStepAt(
  cycle: Cycle,
  rule: StepRule,
  calendar: WorkCalendar,
): Temporal.Instant | null {
  const ofCycle = counted.get(cycle) ?? new Map<WorkCalendar, Moments>();
  counted.set(cycle, ofCycle);
  const ofCalendar = ofCycle.get(calendar) ?? new Map();
  ofCycle.set(calendar, ofCalendar);
  const known = ofCalendar.get(rule);
  if (known !== undefined) return known;
  const at = countPersonalStep(cycle, rule, calendar);
  ofCalendar.set(rule, at);
  return at;
}

type Moments = Map<StepRule, Temporal.Instant | null>;

/** Most people share one calendar, and counting working days takes its time. */
const counted = new WeakMap<Cycle, Map<WorkCalendar, Moments>>();

function countPersonalStep(
  cycle: Cycle,
  rule: StepRule,
  calendar: WorkCalendar,
): Temporal.Instant | null {
  const early = openedEarly(cycle, rule);
  if (early) return early;
  const { returnsDueOn, ends } = cycleDeadlines(cycle);
  const { timeZone } = cycle;
  const isAfter = rule.workingDays > 0;
  return personalMoment(
    { day: stepDay(cycle, rule), time: rule.time, timeZone },
    {
      first: isAfter ? null : localDate(countsAsReturnFrom(cycle), timeZone),
      last: isAfter ? localDate(ends, timeZone).subtract({ days: 1 }) : returnsDueOn,
    },
    calendar,
  );
}

/**
 * A local day and time, or when somebody who does not work then is told instead: on their next working morning up
 * to `last`, else on the last working day from `first` on. Null: on none of these.
 */
export function personalMoment(
  wanted: { readonly day: Temporal.PlainDate; readonly time: string; readonly timeZone: string },
  { first, last }: { readonly first: Temporal.PlainDate | null; readonly last: Temporal.PlainDate },
  calendar: WorkCalendar,
): Temporal.Instant | null {
  const { day, time, timeZone } = wanted;
  if (isWorkingDay(day, calendar)) return localInstant(day, time, timeZone);
  const { compare } = Temporal.PlainDate;
  const next = compare(day, last) < 0 ? workingDayWithin(day, last, calendar) : null;
  if (next) return localInstant(next, SENDING_HOURS.from, timeZone);
  const before = first && compare(first, day) < 0 ? workingDayWithin(day, first, calendar) : null;
  return before && localInstant(before, time, timeZone);
}

/** Until when a step says something true. */
function stepEnds(cycle: Cycle, { step, workingDays }: StepRule): Temporal.Instant {
  const { returnsDue, freezes, ends } = cycleDeadlines(cycle);
  if (!asksForReturn(step)) return ends;
  // Once the papers stand, nobody can answer any more.
  return workingDays > 0 ? freezes : earliest(returnsDue, freezes);
}

function earliest(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(a, b) ? a : b;
}

/** One audience's part of the schedule: the steps that follow upon each other for the same people. */
export type SchedulePart = 'asking' | ReportStep;

export function partOf(step: AskStep | ReportStep): SchedulePart {
  return asksForReturn(step) ? 'asking' : step;
}

/**
 * The step of the schedule that is true now for a person: the latest one that has fallen due for them, so that
 * steps missed in an outage are dropped and not sent late. Null before the first, and once there is nothing to
 * ask or tell any more.
 * @param rules those of one part of the schedule
 */
export function personalStep(
  cycle: Cycle,
  rules: readonly StepRule[],
  calendar: WorkCalendar,
  now: Temporal.Instant,
): { readonly rule: StepRule; readonly passed: readonly StepRule[] } | null {
  const due = rules.flatMap((rule) => {
    const at = personalStepAt(cycle, rule, calendar);
    return at ? [{ rule, at, ends: stepEnds(cycle, rule) }] : [];
  });
  const fallen = due.filter(({ at }) => !isBefore(now, at));
  const current = fallen.at(-1);
  if (!current || isBefore(current.ends, now)) return null;
  // The newer step says what is true today: a missed older one must not take the day's one message.
  if (due.some(({ at, ends }) => fallsLaterToday(at, ends, now, cycle.timeZone))) return null;
  return { rule: current.rule, passed: fallen.slice(0, -1).map(({ rule }) => rule) };
}

/** Whether a step falls due later on this day, and then says something true. */
export function fallsLaterToday(
  at: Temporal.Instant,
  ends: Temporal.Instant,
  now: Temporal.Instant,
  timeZone: string,
): boolean {
  return (
    isBefore(now, at) &&
    !isBefore(ends, at) &&
    localDate(at, timeZone).equals(localDate(now, timeZone))
  );
}

/** Whether a step that was decided for somebody is still the one that is true. */
export function isStillTrue(
  cycle: Cycle,
  step: AskStep | ReportStep,
  calendar: WorkCalendar,
  now: Temporal.Instant,
): boolean {
  const rules = cycle.chase.steps.filter((rule) => partOf(rule.step) === partOf(step));
  return personalStep(cycle, rules, calendar, now)?.rule.step === step;
}

/**
 * The step that is true now for whoever works as the partnership does.
 * @param part which part of the schedule; those who are asked when absent
 */
export function currentStep(
  cycle: Cycle,
  now: Temporal.Instant,
  part: SchedulePart = 'asking',
): StepRule | null {
  const rules = cycle.chase.steps.filter(({ step }) => partOf(step) === part);
  const fallen = rules.filter((rule) => !isBefore(now, chaseStepAt(cycle, rule)));
  const current = fallen.at(-1);
  return current && !isBefore(stepEnds(cycle, current), now) ? current : null;
}

/** Whether the person does not work on any day on which the cycle could ask them before its deadline. */
export function isOutAllAlong(cycle: Cycle, calendar: WorkCalendar): boolean {
  const asking = cycle.chase.steps.filter(({ workingDays }) => workingDays <= 0);
  return asking.every((rule) => personalStepAt(cycle, rule, calendar) === null);
}
