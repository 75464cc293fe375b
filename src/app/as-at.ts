// The record as it was at a moment, for reading: today's rows, with what was recorded later taken away. It
// has no writing in it: whatever is not known to read throws.
import type { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../domain/cycle.ts';
import type { HistoryEntry } from '../domain/history-entry.ts';
import type { Objective } from '../domain/objective.ts';
import { rewindItems, rewindLinks, rewindObjective } from '../domain/rewind.ts';
import { InvariantError } from './faults.ts';
import type { PlanItemRepository } from './plan-ports.ts';
import type {
  CycleRepository,
  ObjectiveRepository,
  PartnershipRecord,
  RecordedUpdate,
} from './ports.ts';

/** What a method's name begins with when it only reads; whatever else there is may write. */
const READS =
  /^(find|list|read|count|details|forThemes|themes|table|sources|links|owners|was|past|last|verify)/;

/** @param at the last moment whose entries count */
export function recordAsAt(record: PartnershipRecord, at: Temporal.Instant): PartnershipRecord {
  const closed = readOnly(record);
  return {
    ...closed,
    objectives: { ...closed.objectives, ...objectivesAsAt(record, at) },
    items: { ...closed.items, ...itemsAsAt(record, at) },
    history: {
      ...closed.history,
      list: async (objectiveId) => upTo(at, await record.history.list(objectiveId)),
      listAfter: async (objectiveIds, after) =>
        upTo(at, await record.history.listAfter(objectiveIds, after)),
    },
    kpis: { ...closed.kpis, table: async (themeId) => await record.kpis.table(themeId, at) },
    cycles: { ...closed.cycles, ...cyclesAsAt(record, at) },
  };
}

type Partially<T> = { readonly [K in keyof T]?: T[K] };

function objectivesAsAt(
  { objectives, history }: PartnershipRecord,
  at: Temporal.Instant,
): Partially<ObjectiveRepository> {
  /** Those that were there, as they were. */
  async function rewound(today: readonly Objective[]): Promise<Objective[]> {
    const later = await laterEntries(history, today, at);
    return today.flatMap((objective) => {
      const before = rewindObjective(objective, later.get(objective.id) ?? []);
      return before ? [before] : [];
    });
  }

  async function all(day: Temporal.PlainDate): Promise<Objective[]> {
    const ids = (await objectives.listNames()).map(({ id }) => id);
    return await rewound(await objectives.list(day, { ids }));
  }

  async function ratings(objectiveId: string): Promise<RecordedUpdate[]> {
    const entries = upTo(at, await history.list(objectiveId));
    return entries.flatMap(({ kind, version, ...entry }) =>
      version === null || kind === 'item' || kind === 'objective' || kind === 'assignment'
        ? []
        : [{ ...entry, kind, version, ref: '', authorId: null }],
    );
  }

  return {
    findByKey: async (refKey, day) => await rewound(await objectives.findByKey(refKey, day)),
    find: async (id, day) => {
      const objective = await objectives.find(id, day);
      return objective && ((await rewound([objective]))[0] ?? null);
    },
    list: async (day, { personId, themeId, ids } = {}) =>
      (await all(day)).filter(
        ({ id, status, themes, assignees }) =>
          (ids ? ids.includes(id) : status === 'open') &&
          (!themeId || themes.some((theme) => theme.id === themeId)) &&
          (!personId || assignees.some((one) => one.personId === personId)),
      ),
    history: async (objectiveId, limit) => (await ratings(objectiveId)).reverse().slice(0, limit),
    lastUpdates: async (objectiveIds, rating = 'delivery') => {
      const found = new Map<string, RecordedUpdate>();
      for (const id of objectiveIds) {
        const last = (await ratings(id)).findLast(
          (entry) => entry.rating === rating && entry.kind !== 'undo' && !entry.superseded,
        );
        if (last) found.set(id, last);
      }
      return found;
    },
    updatesSince: async (themeId, since, until) =>
      upTo(at, await objectives.updatesSince(themeId, since, until)),
    links: async (objectiveId) =>
      rewindLinks(await objectives.links(objectiveId), await history.listAfter([objectiveId], at)),
    findInEffect: refuseToWrite,
    findUpdateByRequest: refuseToWrite,
  };
}

function itemsAsAt(
  { items, history }: PartnershipRecord,
  at: Temporal.Instant,
): Partially<PlanItemRepository> {
  return {
    list: async ({ objectiveIds, kinds, statuses }) => {
      // Its status may have been another one then, so it is looked at only after going back.
      const today = await items.list({
        ...(objectiveIds && { objectiveIds }),
        ...(kinds && { kinds }),
      });
      const ids = [...new Set(today.map(({ objectiveId }) => objectiveId))];
      const later = await history.listAfter(ids, at);
      return rewindItems(today, later).filter(
        ({ status }) => !statuses || statuses.includes(status),
      );
    },
    find: async (id) => {
      const item = await items.find(id);
      if (!item) return null;
      return rewindItems([item], await history.listAfter([item.objectiveId], at))[0] ?? null;
    },
  };
}

function cyclesAsAt(
  { cycles }: PartnershipRecord,
  at: Temporal.Instant,
): Partially<CycleRepository> {
  return {
    // A forum's cycle opens when the one before it has met: of those ahead only the first was there.
    listFrom: async (from) => {
      const first = new Map<string, Cycle>();
      for (const cycle of await cycles.listFrom(from))
        if (!first.has(cycle.forumName)) first.set(cycle.forumName, cycle);
      return [...first.values()];
    },
    outstanding: async (cycleId) => await cycles.outstanding(cycleId, at),
    listOwedBy: refuseToWrite,
  };
}

/** By objective, what was recorded of it after the moment, newest first. */
async function laterEntries(
  history: PartnershipRecord['history'],
  objectives: readonly Objective[],
  at: Temporal.Instant,
): Promise<Map<string, HistoryEntry[]>> {
  const later = new Map<string, HistoryEntry[]>();
  for (const entry of await history.listAfter(
    objectives.map(({ id }) => id),
    at,
  )) {
    later.set(entry.objectiveId, [...(later.get(entry.objectiveId) ?? []), entry]);
  }
  return later;
}

/** What was recorded by the moment; what came later had not put any of it right. */
function upTo<
  Entry extends {
    readonly at: Temporal.Instant;
    readonly id: string;
    readonly supersedesId: string | null;
  },
>(at: Temporal.Instant, entries: readonly Entry[]): Entry[] {
  const known = entries.filter((entry) => entry.at.epochMilliseconds <= at.epochMilliseconds);
  const superseded = new Set(known.map(({ supersedesId }) => supersedesId));
  return known.map((entry) => ({ ...entry, superseded: superseded.has(entry.id) }));
}

function readOnly(record: PartnershipRecord): PartnershipRecord {
  const parts = Object.entries(record).map(([name, part]) => [
    name,
    typeof part === 'function' ? refuseToWrite : readingPart(part),
  ]);
  return Object.fromEntries(parts) as PartnershipRecord;
}

function readingPart(part: object): object {
  return Object.fromEntries(
    Object.entries(part).map(([name, method]) => [name, READS.test(name) ? method : refuseToWrite]),
  );
}

async function refuseToWrite(): Promise<never> {
  throw new InvariantError('the record as at a date only answers what it was built to answer');
}
