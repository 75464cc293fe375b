// Who is chased, at which step, and when: one pure function of the record and the time. Rehearsal,
// sending, `why` and the tests all use it.
import { Temporal } from 'temporal-polyfill';
import { type Cycle, cycleDeadlines, isBefore } from './cycle.ts';
import { isWorkingDay, localDate, localInstant, workingDaysBefore } from './working-days.ts';

export type ChaseStep = 'open' | 'nudge' | 'last-call' | 'due-today';

type StepRule = {
  readonly step: ChaseStep;
  /** Working days before the day on which returns are due. */
  readonly workingDaysBefore: number;
  readonly toDeputies: boolean;
};

/** The ladder, in order. Every step is at 10:00 local time. */
export const chaseLadder: readonly StepRule[] = [
  { step: 'open', workingDaysBefore: 7, toDeputies: false },
  { step: 'nudge', workingDaysBefore: 3, toDeputies: false },
  { step: 'last-call', workingDaysBefore: 1, toDeputies: true },
  { step: 'due-today', workingDaysBefore: 0, toDeputies: false },
];

const STEP_TIME = '10:00';
const SENDING_HOURS = { from: '09:00', until: '16:30' } as const;
/** Five messages a person a cycle: the ladder has four, so only a policy change could reach it. */
const MAX_MESSAGES_A_CYCLE = 5;

export type OutstandingReturn = {
  readonly objectiveId: string;
  readonly ref: string;
  readonly ownerIds: readonly string[];
  readonly deputyIds: readonly string[];
};

/** A chase that was recorded before, whatever became of it. */
export type PastChase = {
  readonly personId: string;
  readonly cycleId: string;
  readonly step: ChaseStep;
  readonly on: Temporal.PlainDate;
};

/** Somebody who is away today, and who has agreed to cover for them. */
export type AbsenceFact = { readonly personId: string; readonly coverId: string | null };

/** A person's chases of one cycle, put off until a day. */
export type SnoozeFact = {
  readonly personId: string;
  readonly cycleId: string;
  /** The first day on which chases come again. */
  readonly until: Temporal.PlainDate;
};

/** What keeps a chase from somebody, or sends it elsewhere. */
export type ChaseCircumstances = {
  readonly absences: readonly AbsenceFact[];
  readonly snoozes: readonly SnoozeFact[];
  /** The local hour from which somebody wants to be chased, by person. */
  readonly hours: ReadonlyMap<string, number>;
};

const noCircumstances: ChaseCircumstances = { absences: [], snoozes: [], hours: new Map() };

export type ChaseDecision = {
  readonly cycleId: string;
  readonly personId: string;
  readonly step: ChaseStep;
  readonly objectiveIds: readonly string[];
};

/** When a step of the cycle falls due. */
export function chaseStepAt(cycle: Cycle, rule: StepRule): Temporal.Instant {
  const day = workingDaysBefore(cycleDeadlines(cycle).returnsDueOn, rule.workingDaysBefore);
  return localInstant(day, STEP_TIME, cycle.timeZone);
}

/** Monday to Friday 09:00–16:30 in the partnership's time zone, never on a bank holiday. */
export function isSendingTime(now: Temporal.Instant, timeZone: string): boolean {
  const local = now.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return (
    isWorkingDay(local.toPlainDate()) && time >= SENDING_HOURS.from && time <= SENDING_HOURS.until
  );
}

/**
 * The step of the ladder that is true now: the latest one that has fallen due, so that steps missed
 * in an outage are dropped and not sent late. Null before the first, and once the deadline has passed.
 */
export function currentStep(cycle: Cycle, now: Temporal.Instant): StepRule | null {
  if (isBefore(cycleDeadlines(cycle).returnsDue, now)) return null;
  return chaseLadder.findLast((rule) => !isBefore(now, chaseStepAt(cycle, rule))) ?? null;
}

/**
 * Everybody to be chased for one cycle at `now`: one message a person for all their outstanding
 * objectives, at most one a person a day, none twice.
 * An absent person's chases go to whoever covers; where nobody does, nobody is chased. Who has put them off or
 * wants them later in the day gets them then.
 * @param past the chases recorded for these people and their covers, of any cycle
 */
export function decideChases(
  cycle: Cycle,
  outstanding: readonly OutstandingReturn[],
  past: readonly PastChase[],
  now: Temporal.Instant,
  circumstances = noCircumstances,
): ChaseDecision[] {
  const rule = isSendingTime(now, cycle.timeZone) ? currentStep(cycle, now) : null;
  if (!rule || isStepDueLaterToday(cycle, now)) return [];
  const today = localDate(now, cycle.timeZone);
  return [...objectivesByPerson(outstanding, rule, circumstances)]
    .filter(([personId]) => mayChase(personId, cycle, rule, past, today))
    .filter(([personId]) => !isSnoozed(personId, cycle.id, circumstances.snoozes, today))
    .filter(([personId]) => isTheirHour(circumstances.hours.get(personId), cycle, now))
    .map(([personId, objectiveIds]) => ({
      cycleId: cycle.id,
      personId,
      step: rule.step,
      objectiveIds,
    }));
}

/** The newer step says what is true today: a missed older one must not take the day's one message. */
function isStepDueLaterToday(cycle: Cycle, now: Temporal.Instant): boolean {
  const { returnsDue } = cycleDeadlines(cycle);
  const today = localDate(now, cycle.timeZone);
  return chaseLadder
    .map((rule) => chaseStepAt(cycle, rule))
    .filter((at) => isBefore(now, at) && !isBefore(returnsDue, at))
    .some((at) => localDate(at, cycle.timeZone).equals(today));
}

function objectivesByPerson(
  outstanding: readonly OutstandingReturn[],
  rule: StepRule,
  { absences }: ChaseCircumstances,
): Map<string, string[]> {
  const byPerson = new Map<string, string[]>();
  for (const { objectiveId, ownerIds, deputyIds } of outstanding) {
    const asked = rule.toDeputies ? [...ownerIds, ...deputyIds] : ownerIds;
    for (const personId of new Set(asked.flatMap((one) => standInsFor(one, absences)))) {
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), objectiveId]);
    }
  }
  return byPerson;
}

/** The person, or whoever covers while they are away. A cover who is away as well stands in for nobody. */
function standInsFor(personId: string, absences: readonly AbsenceFact[]): string[] {
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
  return workingDaysBefore(cycleDeadlines(cycle).returnsDueOn, 1);
}

/** Nobody's hour makes them miss a deadline: where it comes after that, it does not count. */
function isTheirHour(hour: number | undefined, cycle: Cycle, now: Temporal.Instant): boolean {
  if (hour === undefined) return true;
  const time = Temporal.PlainTime.from({ hour }).toString({ smallestUnit: 'minute' });
  const from = localInstant(localDate(now, cycle.timeZone), time, cycle.timeZone);
  return !isBefore(now, from) || !isBefore(from, cycleDeadlines(cycle).returnsDue);
}

function mayChase(
  personId: string,
  cycle: Cycle,
  rule: StepRule,
  past: readonly PastChase[],
  today: Temporal.PlainDate,
): boolean {
  const own = past.filter((chase) => chase.personId === personId);
  const ofCycle = own.filter(({ cycleId }) => cycleId === cycle.id);
  const hadToday = own.some(({ on }) => Temporal.PlainDate.compare(on, today) === 0);
  const hadStep = ofCycle.some(({ step }) => step === rule.step);
  return !hadToday && !hadStep && ofCycle.length < MAX_MESSAGES_A_CYCLE;
}
