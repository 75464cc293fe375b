// Who is chased: those who answer for a return, who stands in for them, and who else is told.
import { Temporal } from 'temporal-polyfill';
import {
  isWithin,
  type Period,
  type WorkCalendar,
} from '../../../core/dates/domain/working-days.ts';
import type { PastChase } from '../../../core/outbox/domain/past-chase.ts';
import type { AbsenceFact } from '../../../plan/absences/domain/absence-fact.ts';
import { asksForReturn, type StepRule } from '../../cycles/domain/chase-rules.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';

export type OutstandingReturn = {
  readonly objectiveId: string;
  readonly ref: string;
  readonly ownerIds: readonly string[];
  readonly deputyIds: readonly string[];
  readonly themeIds: readonly string[];
};

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

/** Whose days count: the person's own, else the partnership's. */
export function calendarOf(
  personId: string,
  cycle: Pick<Cycle, 'calendar'>,
  { calendars }: Pick<ChaseCircumstances, 'calendars'>,
): WorkCalendar {
  return calendars.get(personId) ?? cycle.calendar;
}

export function objectivesByPerson(
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

/**
 * Whether a request is the first of the cycle that reaches somebody who was on leave without a cover: nobody was
 * asked in their place, so whatever the step, this is their request.
 * @param opens the day on which the cycle began to ask
 */
export function isFirstAfterLeave(
  {
    personId,
    cycleId,
    opens,
  }: Pick<PastChase, 'personId' | 'cycleId'> & {
    readonly opens: Temporal.PlainDate;
  },
  past: readonly PastChase[],
  absences: readonly (AbsenceFact & Period)[],
  today: Temporal.PlainDate,
): boolean {
  const { compare } = Temporal.PlainDate;
  const wasAway = absences.some(
    (one) =>
      one.personId === personId &&
      one.coverId === null &&
      compare(one.until, opens) >= 0 &&
      compare(one.from, today) < 0,
  );
  const hadOne = past.some(
    (one) =>
      one.personId === personId &&
      one.cycleId === cycleId &&
      one.outcome !== 'passed' &&
      asksForReturn(one.step) &&
      compare(one.on, today) < 0,
  );
  return wasAway && !hadOne;
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
