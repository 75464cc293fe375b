// Everything that the chase goes by, read once: what is outstanding, who answers for it, who is away, what was
// sent before. The job that sends, the rehearsal and `why` read the same.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { LOOK_BACK_DAYS, type PastChase } from '../../../core/outbox/domain/past-chase.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { type Cycle, cycleDeadlines, type Review } from '../../cycles/domain/cycle.ts';
import { listOutstanding, type OutstandingOfCycle } from '../../returns/app/list-outstanding.ts';
import {
  type ChaseCircumstances,
  isFirstAfterLeave,
  type OutstandingReturn,
} from '../domain/chase-audience.ts';
import type { EvidenceGap } from '../domain/evidence-call.ts';

export type ChaseFacts = {
  /** The nearest meeting first. */
  readonly cycles: readonly (OutstandingOfCycle & {
    readonly outstanding: readonly OutstandingReturn[];
  })[];
  readonly reviews: readonly { readonly review: Review; readonly gaps: readonly EvidenceGap[] }[];
  readonly past: readonly PastChase[];
  readonly circumstances: ChaseCircumstances;
};

/** Reads them as of today. */
export async function loadChaseFacts(
  record: Reads<'calendars' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'>,
  today: Temporal.PlainDate,
): Promise<ChaseFacts> {
  const [cycles, reviews, past, circumstances] = await Promise.all([
    listOutstanding(record, today),
    record.cycles.listReviews(today),
    record.notifications.pastChases(today.subtract({ days: LOOK_BACK_DAYS })),
    readCircumstances(record, today),
  ]);
  return {
    cycles: cycles.map((one) => ({ ...one, outstanding: one.objectives.map(toOutstanding) })),
    reviews: await Promise.all(
      reviews.map(async (review) => ({ review, gaps: await readGaps(review.id, record, today) })),
    ),
    past,
    circumstances,
  };
}

/** Who is away or works on other days, who put chases off, and who else is told. */
async function readCircumstances(
  record: Reads<'calendars'> & Uses<'absences' | 'people' | 'preferences' | 'snoozes'>,
  today: Temporal.PlainDate,
): Promise<ChaseCircumstances> {
  const [absences, snoozes, hours, calendars, coChairs, office] = await Promise.all([
    record.absences.factsFrom(today),
    record.snoozes.listFrom(today),
    record.preferences.chaseHours(),
    record.calendars.ofPeople(),
    record.people.holders('co-chair', today),
    record.people.holders('programme-office', today),
  ]);
  return {
    ...{ absences, snoozes, hours, calendars },
    coChairs: byTheme(coChairs),
    office: office.map(({ personId }) => personId),
  };
}

/** Who gathers the evidence that a review lacks: its theme's evidence leads, else whoever owns the objective. */
async function readGaps(
  meetingId: string,
  record: Reads<'objectives'> & Uses<'cycles' | 'people'>,
  today: Temporal.PlainDate,
): Promise<EvidenceGap[]> {
  const ids = (await record.cycles.evidenceGaps(meetingId)).map(({ objectiveId }) => objectiveId);
  if (ids.length === 0) return [];
  const [objectives, holders] = await Promise.all([
    record.objectives.list(today, { ids }),
    record.people.holders('evidence-lead', today),
  ]);
  const leads = byTheme(holders);
  return objectives.map((objective) => {
    const own = objective.themes.flatMap(({ id }) => leads.get(id) ?? []);
    return {
      objectiveId: objective.id,
      ref: objective.ref,
      leadIds: own.length > 0 ? [...new Set(own)] : toOutstanding(objective).ownerIds,
    };
  });
}

function byTheme(
  holders: readonly { readonly themeId: string | null; readonly personId: string }[],
): Map<string, readonly string[]> {
  const people = new Map<string, readonly string[]>();
  for (const { themeId, personId } of holders)
    if (themeId !== null) people.set(themeId, [...(people.get(themeId) ?? []), personId]);
  return people;
}

/** An objective as the chase sees it. */
export function toOutstanding({ id, ref, assignees, themes }: Objective): OutstandingReturn {
  const idsOf = (role: 'owner' | 'deputy') =>
    assignees.flatMap((assignee) =>
      assignee.role === role && assignee.personId ? [assignee.personId] : [],
    );
  return {
    ...{ objectiveId: id, ref, ownerIds: idsOf('owner'), deputyIds: idsOf('deputy') },
    themeIds: themes.map((theme) => theme.id),
  };
}

/**
 * Whether somebody's request for returns is the first that reaches them because they were on leave without a cover.
 * @param on the day on which the request is sent, or was
 */
export async function isAfterLeave(
  cycle: Cycle,
  personId: string | null,
  { absences, notifications }: Uses<'absences' | 'notifications'>,
  on: Temporal.PlainDate,
): Promise<boolean> {
  if (personId === null) return false;
  const opens = localDate(cycleDeadlines(cycle).opens, cycle.timeZone);
  const leave = await absences.factsFrom(opens);
  if (!leave.some((one) => one.personId === personId)) return false;
  const past = await notifications.pastChases(on.subtract({ days: LOOK_BACK_DAYS }));
  return isFirstAfterLeave({ personId, cycleId: cycle.id, opens }, past, leave, on);
}
