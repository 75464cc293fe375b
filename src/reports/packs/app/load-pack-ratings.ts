// How ratings stood at earlier meetings, for a pack: what the packs of those meetings said, and where one did not keep it
// or none was made, what the history says.
import type { Temporal } from 'temporal-polyfill';
import { countRatings, type RagCounts, type Rated } from '../../../core/message/domain/standing.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { Cycle } from '../../../cycle/cycles/domain/cycle.ts';
import { loadCyclesThen } from '../../../cycle/ratings/app/fade-ratings.ts';
import { ratingsAt, type WithHistory } from '../../../cycle/ratings/domain/rag-over-time.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { startingRating } from '../domain/pack-ratings.ts';
import type { PackView } from './pack-ports.ts';

export type PastRatings = {
  /** As the pack showed the objective; undefined: it was not in it. */
  said(pack: PackView, objectiveId: string): Rated | undefined;
  counts(pack: PackView): RagCounts;
  /** What was recorded before the moment, as it counted then. */
  countsBefore(moment: Temporal.Instant): RagCounts;
  /** What a first pack compares with. */
  start(objective: Objective): Rated | undefined;
};

/**
 * @param objectives all that the record has, closed ones too
 * @param entries all of their history, oldest first
 * @param packs those that are asked for
 * @param moments those that are asked for
 */
export async function loadPastRatings(
  objectives: readonly Objective[],
  entries: readonly HistoryEntry[],
  { packs, moments }: { packs: readonly PackView[]; moments: readonly Temporal.Instant[] },
  { cycles }: Reads<'cycles'>,
  timeZone: string,
): Promise<PastRatings> {
  const all = withHistories(objectives, entries);
  const old = packs.filter(({ ratings }) => ratings === null).map(({ madeAt }) => madeAt);
  const known = new Map<number, Cycle[]>();
  for (const moment of [...old, ...moments])
    known.set(moment.epochMilliseconds, await loadCyclesThen({ cycles }, moment));
  const before = (moment: Temporal.Instant) =>
    ratingsAt(
      all.map(({ objective, history }) => ({ objective, history: history.map(putAfter(moment)) })),
      known.get(moment.epochMilliseconds) ?? [],
      moment,
      timeZone,
    );
  const saidBy = new Map(
    packs.map((pack) => {
      const rated = pack.ratings?.objectives ?? before(pack.madeAt);
      return [pack.id, new Map(rated.map(({ objectiveId, ...one }) => [objectiveId, one]))];
    }),
  );
  const [begun = null] = entries.map(({ at }) => at);
  return {
    said: (pack, objectiveId) => saidBy.get(pack.id)?.get(objectiveId),
    counts: ({ ratings, madeAt }) => ratings?.counts ?? countRatings(before(madeAt)),
    countsBefore: (moment) => countRatings(before(moment)),
    start: ({ id }) => {
      const one = all.find(({ objective }) => objective.id === id);
      return one && startingRating(one.objective, one.history, begun);
    },
  };
}

function withHistories(
  objectives: readonly Objective[],
  entries: readonly HistoryEntry[],
): WithHistory[] {
  const histories = new Map<string, HistoryEntry[]>(objectives.map(({ id }) => [id, []]));
  for (const entry of entries) histories.get(entry.objectiveId)?.push(entry);
  return objectives.map((objective) => ({ objective, history: histories.get(objective.id) ?? [] }));
}

/**
 * What was recorded at the very moment came after it, as in a digest: the demonstration's clock stands still. Only what
 * the plan came with was there.
 */
function putAfter(moment: Temporal.Instant): (entry: HistoryEntry) => HistoryEntry {
  return (entry) => {
    const { at, kind, detail } = entry;
    const isArrival =
      kind === 'published' || (detail?.of === 'objective' && detail.change === 'added');
    return at.equals(moment) && !isArrival ? { ...entry, at: at.add({ milliseconds: 1 }) } : entry;
  };
}
