// Ratings as they may be shown today: each objective with how far its rating has faded. Nothing is written.
import type { Temporal } from 'temporal-polyfill';
import type { ObjectiveReads } from '../../../plan/objectives/app/objective-ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { CycleReads } from '../../cycles/app/cycle-ports.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { fadeOf } from '../domain/stale-rag.ts';

/** Two meetings of a forum lie within this, however seldom it meets. */
const LOOK_BACK_YEARS = 3;

type Read = {
  readonly cycles: Pick<CycleReads, 'listFrom'>;
  readonly objectives: Pick<ObjectiveReads, 'ratingStories'>;
};

/** The same objectives, those whose rating has faded saying so. */
export async function fadeRatings<One extends Objective>(
  objectives: readonly One[],
  record: Read,
  now: Temporal.Instant,
): Promise<One[]> {
  const rated = objectives.filter(({ rag, status }) => rag !== null && status === 'open');
  if (rated.length === 0) return [...objectives];
  const [cycles, stories] = await Promise.all([
    loadPastCycles(record, now),
    record.objectives.ratingStories(rated.map(({ id }) => id)),
  ]);
  return objectives.map((objective) => {
    const story = stories.get(objective.id);
    if (!story || objective.rag === null || objective.status !== 'open') return objective;
    // Putting a note right makes no rating newer: the story counts an amendment from what it amends.
    const fade = fadeOf(story.confirmed ?? story.since, cycles, now);
    return fade ? { ...objective, fade } : objective;
  });
}

/** Every cycle that a rating can have missed, and those to come, as their dates are now. */
export async function loadPastCycles(
  { cycles }: Pick<Read, 'cycles'>,
  now: Temporal.Instant,
): Promise<Cycle[]> {
  const today = dayOf(now);
  return await cycles.listFrom(today.subtract({ years: LOOK_BACK_YEARS }), today);
}

/** The same as they were known at a moment of the past. */
export async function loadCyclesThen(
  { cycles }: Pick<Read, 'cycles'>,
  moment: Temporal.Instant,
): Promise<Cycle[]> {
  const day = dayOf(moment);
  return await cycles.listFrom(day.subtract({ years: LOOK_BACK_YEARS }), day, moment);
}

function dayOf(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO('UTC').toPlainDate();
}
