// Who is chased, at which step, and when: one pure function of the record and the time. Rehearsal,
// sending, `why` and the tests all use it.
import { Temporal } from 'temporal-polyfill';
import {
  type AskStep,
  asksForReturn,
  type ChaseStep,
  MAX_ASKED_A_CYCLE,
  type ReportStep,
  SENDING_HOURS,
  type StepRule,
} from './chase-rules.ts';
import { type Cycle, countsAsReturnFrom, cycleDeadlines, isBefore } from './cycle.ts';
import {
  everydayCalendar,
  isWithin,
  isWorkingDay,
  localDate,
  localInstant,
  type Period,
  type WorkCalendar,
  workingDaysAfter,
  workingDaysBefore,
  workingDayWithin,
} from './working-days.ts';

export type OutstandingReturn = {
  readonly objectiveId: string;
  readonly ref: string;
  readonly ownerIds: readonly string[];
  readonly deputyIds: readonly string[];
  readonly themeIds: readonly string[];
};

/** A chase that was recorded before. */
export type PastChase = {
  readonly personId: string;
  /** The cycle's id, or the review's meeting. */
  readonly cycleId: string;
  readonly step: ChaseStep;
  /** The day on which it arrived, or may have; until then, the day on which it was recorded. */
  readonly on: Temporal.PlainDate;
  readonly objectiveIds: readonly string[];
  /** `passed`: it was not sent, and time went on; `sent`: it arrived; `other`: it is under way, or did not arrive. */
  readonly outcome: 'sent' | 'passed' | 'other';
};

/** Somebody who is away on a day, and who has agreed to cover for them. */
export type AbsenceFact = { readonly personId: string; readonly coverId: string | null };

/** A person's chases of one cycle, put off until a day. */
export type SnoozeFact = {
  readonly personId: string;
  readonly cycleId: string;
  /** The first day on which chases come again. */
  readonly until: Temporal.PlainDate;
};

/** What keeps a chase from somebody, or sends it elsewhere, and who else is told. */
export type ChaseCircumstances = {
  readonly absences: readonly (AbsenceFact & Period)[];
  readonly snoozes: readonly SnoozeFact[];
  /** The local hour from which somebody wants to be chased, by person. */
  readonly hours: ReadonlyMap<string, number>;
  /** The days on which somebody works, where these are not the partnership's. */
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  /** By theme. */
  readonly coChairs: ReadonlyMap<string, readonly string[]>;
  readonly office: readonly string[];
};

export const noCircumstances: ChaseCircumstances = {
  ...{ absences: [], snoozes: [], office: [] },
  ...{ hours: new Map(), calendars: new Map(), coChairs: new Map() },
};

export type ChaseDecision = {
  readonly cycleId: string;
  readonly personId: string;
  readonly step: ChaseStep;
  readonly objectiveIds: readonly string[];
  /** Steps that were for them and that nothing was recorded of: time has overtaken them. */
  readonly passed: readonly ChaseStep[];
};

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

/** Whose days count: the person's own, else the partnership's. */
export function calendarOf(
  personId: string,
  cycle: Pick<Cycle, 'calendar'>,
  { calendars }: Pick<ChaseCircumstances, 'calendars'>,
): WorkCalendar {
  return calendars.get(personId) ?? cycle.calendar;
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

/** One audience's part of the ladder: the steps that follow upon each other for the same people. */
export type LadderPart = 'asking' | ReportStep;

function partOf(step: AskStep | ReportStep): LadderPart {
  return asksForReturn(step) ? 'asking' : step;
}

/**
 * The step of the ladder that is true now for a person: the latest one that has fallen due for them, so that
 * steps missed in an outage are dropped and not sent late. Null before the first, and once there is nothing to
 * ask or tell any more.
 * @param rules those of one part of the ladder
 */
function personalStep(
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
  const today = localDate(now, cycle.timeZone);
  const later = due.some(
    ({ at, ends }) =>
      isBefore(now, at) && !isBefore(ends, at) && localDate(at, cycle.timeZone).equals(today),
  );
  if (later) return null;
  return { rule: current.rule, passed: fallen.slice(0, -1).map(({ rule }) => rule) };
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
 * @param part which part of the ladder; those who are asked when absent
 */
export function currentStep(
  cycle: Cycle,
  now: Temporal.Instant,
  part: LadderPart = 'asking',
): StepRule | null {
  const rules = cycle.chase.steps.filter(({ step }) => partOf(step) === part);
  const fallen = rules.filter((rule) => !isBefore(now, chaseStepAt(cycle, rule)));
  const current = fallen.at(-1);
  return current && !isBefore(stepEnds(cycle, current), now) ? current : null;
}

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
  const parts: readonly LadderPart[] = ['asking', 'roll-up', 'office'];
  return parts.flatMap((part) => {
    const decided = decidePart(part, cycle, outstanding, past, now, known).filter(
      ({ personId }) => !taken.has(personId),
    );
    for (const { personId } of decided) taken.add(personId);
    return decided;
  });
}

function decidePart(
  part: LadderPart,
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

function objectivesByPerson(
  rule: StepRule,
  cycle: Cycle,
  outstanding: readonly OutstandingReturn[],
  past: readonly PastChase[],
  today: Temporal.PlainDate,
  circumstances: ChaseCircumstances,
): Map<string, string[]> {
  const absent = absentOn(today, circumstances.absences);
  const byPerson = new Map<string, string[]>();
  for (const one of outstanding) {
    for (const personId of new Set(audienceOf(one, rule, cycle, past, today, circumstances))) {
      const reached = asksForReturn(rule.step)
        ? standInsFor(personId, absent)
        : isAway(personId, absent)
          ? []
          : [personId];
      for (const to of reached) {
        const ids = byPerson.get(to) ?? [];
        if (!ids.includes(one.objectiveId)) byPerson.set(to, [...ids, one.objectiveId]);
      }
    }
  }
  return byPerson;
}

function audienceOf(
  one: OutstandingReturn,
  { to }: StepRule,
  cycle: Cycle,
  past: readonly PastChase[],
  today: Temporal.PlainDate,
  { coChairs, office }: ChaseCircumstances,
): readonly string[] {
  switch (to) {
    case 'owners':
      return one.ownerIds;
    case 'owners-and-deputies':
      return [...one.ownerIds, ...one.deputyIds];
    case 'co-chairs':
      return wasAsked(one.objectiveId, cycle.id, past, today)
        ? one.themeIds.flatMap((themeId) => coChairs.get(themeId) ?? [])
        : [];
    case 'office':
      return office;
  }
}

/** Whether a request for the return arrived at somebody on an earlier day. */
export function wasAsked(
  objectiveId: string,
  cycleId: string,
  past: readonly PastChase[],
  today: Temporal.PlainDate,
): boolean {
  return past.some(
    (one) =>
      one.cycleId === cycleId &&
      one.outcome === 'sent' &&
      asksForReturn(one.step) &&
      one.objectiveIds.includes(objectiveId) &&
      Temporal.PlainDate.compare(one.on, today) < 0,
  );
}

/** Who is away on a day. */
export function absentOn(
  day: Temporal.PlainDate,
  absences: readonly (AbsenceFact & Period)[],
): AbsenceFact[] {
  return absences.filter((one) => isWithin(day, one));
}

/** The person, or whoever covers while they are away. A cover who is away as well stands in for nobody. */
export function standInsFor(personId: string, absences: readonly AbsenceFact[]): string[] {
  const away = absences.find((one) => one.personId === personId);
  if (!away) return [personId];
  const { coverId } = away;
  return coverId === null || isAway(coverId, absences) ? [] : [coverId];
}

/** Whether the person is away. */
export function isAway(personId: string, absences: readonly AbsenceFact[]): boolean {
  return absences.some((one) => one.personId === personId);
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

/** Whether the person does not work on any day on which the cycle could ask them before its deadline. */
export function isOutAllAlong(cycle: Cycle, calendar: WorkCalendar): boolean {
  const asking = cycle.chase.steps.filter(({ workingDays }) => workingDays <= 0);
  return asking.every((rule) => personalStepAt(cycle, rule, calendar) === null);
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
