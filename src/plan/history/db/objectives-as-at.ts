// Objectives and their parts as they were at a moment: today's rows, less what their history recorded later.
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsAt } from '../../../core/database/db/rows-at.ts';
import type { ObjectiveReads, RecordedUpdate } from '../../objectives/app/objective-ports.ts';
import { createObjectives } from '../../objectives/db/objectives.ts';
import type { RememberedRefs } from '../../objectives/db/plan-refs.ts';
import type { Objective } from '../../objectives/domain/objective.ts';
import type { PlanItemReads } from '../../plan-items/app/plan-item-ports.ts';
import { createPlanItemReads } from '../../plan-items/db/plan-item-reads.ts';
import type { HistoryEntry } from '../domain/history-entry.ts';
import {
  knownBy,
  reconstructItems,
  reconstructLinks,
  reconstructObjective,
} from '../domain/reconstruct.ts';
import { createHistory } from './history.ts';

/** Objectives of one partnership; what was added after the moment is not among them. */
export function objectivesAsAt(
  db: Executor,
  partnershipId: string,
  at: Temporal.Instant,
  remembered: RememberedRefs,
): ObjectiveReads {
  const objectives = createObjectives(db, partnershipId, rowsAt(partnershipId, at), remembered);
  const history = createHistory(db, partnershipId);
  const dayOfMoment = at.toZonedDateTimeISO('UTC').toPlainDate();

  /** Those that were there, as they were. */
  async function reconstructed(today: readonly Objective[]): Promise<Objective[]> {
    const ids = today.map(({ id }) => id);
    const later = byObjective(await history.listAfter(ids, at));
    return today.flatMap((objective) => {
      const before = reconstructObjective(objective, later.get(objective.id) ?? []);
      return before ? [before] : [];
    });
  }

  async function all(day: Temporal.PlainDate): Promise<Objective[]> {
    const ids = (await objectives.listNames()).map(({ id }) => id);
    return await reconstructed(await objectives.list(day, { ids }));
  }

  /** The objectives that were in the theme then, open or not. */
  async function placedIn(themeId: string): Promise<string[]> {
    return (await all(dayOfMoment)).flatMap(({ id, themes }) =>
      themes.some((theme) => theme.id === themeId) ? [id] : [],
    );
  }

  async function ratings(objectiveId: string): Promise<RecordedUpdate[]> {
    const entries = knownBy(at, await history.list(objectiveId));
    return entries.flatMap(({ kind, version, ...entry }) =>
      version === null || kind === 'item' || kind === 'objective' || kind === 'assignment'
        ? []
        : [{ ...entry, kind, version, ref: '', authorId: null }],
    );
  }

  return {
    listNames: async () =>
      (await all(dayOfMoment)).map(({ id, ref, title }) => ({ ...{ id, ref, title } })),
    refs: () => objectives.refs(),
    find: async (id, day) => {
      const objective = await objectives.find(id, day);
      return objective && ((await reconstructed([objective]))[0] ?? null);
    },
    list: async (day, { personId, themeId, ids } = {}) =>
      (ids ? await reconstructed(await objectives.list(day, { ids })) : await all(day)).filter(
        ({ status, themes, assignees }) =>
          (ids || status === 'open') &&
          (!themeId || themes.some((theme) => theme.id === themeId)) &&
          (!personId || assignees.some((one) => one.personId === personId)),
      ),
    history: async (objectiveId, limit) => (await ratings(objectiveId)).reverse().slice(0, limit),
    ratingStories: async (objectiveIds, of) =>
      await objectives.ratingStories(objectiveIds, { ...of, until: at }),
    updatesSince: async (of, since, until) => {
      const which = typeof of === 'string' ? await placedIn(of) : of;
      return knownBy(at, await objectives.updatesSince(which, since, until));
    },
    links: async (objectiveId) =>
      reconstructLinks(
        await objectives.links(objectiveId),
        await history.listAfter([objectiveId], at),
      ),
    ownersOfItems: objectives.ownersOfItems,
    sources: objectives.sources,
  };
}

/** Parts of one partnership's objectives; one that was added after the moment is not among them. */
export function itemsAsAt(
  db: Executor,
  partnershipId: string,
  at: Temporal.Instant,
): PlanItemReads {
  const history = createHistory(db, partnershipId);
  const items = createPlanItemReads(db, partnershipId);
  return {
    list: async ({ objectiveIds, kinds, statuses }) => {
      // Its status may have been another one then, so it is looked at only after going back.
      const today = await items.list({
        ...(objectiveIds && { objectiveIds }),
        ...(kinds && { kinds }),
      });
      const ids = [...new Set(today.map(({ objectiveId }) => objectiveId))];
      const later = await history.listAfter(ids, at);
      return reconstructItems(today, later).filter(
        ({ status }) => !statuses || statuses.includes(status),
      );
    },
    find: async (id) => {
      const item = await items.find(id);
      if (!item) return null;
      return reconstructItems([item], await history.listAfter([item.objectiveId], at))[0] ?? null;
    },
    ownersOf: items.ownersOf,
  };
}

/** What was recorded of each, newest first. */
function byObjective(entries: readonly HistoryEntry[]): ReadonlyMap<string, HistoryEntry[]> {
  const later = new Map<string, HistoryEntry[]>();
  for (const entry of entries)
    later.set(entry.objectiveId, [...(later.get(entry.objectiveId) ?? []), entry]);
  return later;
}
