// Ratings as they may be shown today: each objective with how far its rating has faded. Nothing is written.
import type { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../domain/cycle.ts';
import type { Objective, StatusEntry } from '../domain/objective.ts';
import { fadeOf, type Given, givenBy } from '../domain/stale-rag.ts';
import type { PartnershipRecord } from './ports.ts';

/** Two meetings of a forum lie within this, however seldom it meets. */
const LOOK_BACK_YEARS = 3;

type Read = {
  readonly cycles: Pick<PartnershipRecord['cycles'], 'listFrom'>;
  readonly objectives: Pick<PartnershipRecord['objectives'], 'lastUpdates'>;
  readonly history: Pick<PartnershipRecord['history'], 'list'>;
};

/** The same objectives, those whose rating has faded saying so. */
export async function fadeRatings<One extends Objective>(
  objectives: readonly One[],
  record: Read,
  now: Temporal.Instant,
): Promise<One[]> {
  const rated = objectives.filter(({ rag, status }) => rag !== null && status === 'open');
  if (rated.length === 0) return [...objectives];
  const [cycles, last] = await Promise.all([
    readPastCycles(record, now),
    record.objectives.lastUpdates(rated.map(({ id }) => id)),
  ]);
  return await Promise.all(
    objectives.map(async (objective) => {
      const inEffect = last.get(objective.id);
      if (!inEffect || objective.rag === null || objective.status !== 'open') return objective;
      const fade = fadeOf(await readGiven(objective.id, inEffect, record), cycles, now);
      return fade ? { ...objective, fade } : objective;
    }),
  );
}

/** Every cycle that a rating can have missed, and those to come. */
export async function readPastCycles(
  { cycles }: Pick<Read, 'cycles'>,
  now: Temporal.Instant,
): Promise<Cycle[]> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  return await cycles.listFrom(today.subtract({ years: LOOK_BACK_YEARS }), today);
}

/** Only what was amended needs its history. */
async function readGiven(
  objectiveId: string,
  inEffect: StatusEntry,
  { history }: Read,
): Promise<Given> {
  if (inEffect.kind !== 'amend') return inEffect;
  const ratings = (await history.list(objectiveId)).flatMap(({ kind, ...entry }) =>
    kind === 'item' || kind === 'objective' || kind === 'assignment' ? [] : [{ ...entry, kind }],
  );
  return givenBy(inEffect, ratings);
}
