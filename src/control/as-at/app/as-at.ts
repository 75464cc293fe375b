// The record as it was at a moment, for reading: what the database knows to have been there then, and of what an
// objective's history tells, today's rows with what was recorded later taken away. It has no writing in it.

import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { isOneOf } from '../../../core/message/domain/narrow.ts';
import { InvariantError } from '../../../core/request/app/faults.ts';
import type { PartnershipRecord, Repositories } from '../../../core/request/app/ports.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import type { HandoverRepository } from '../../../plan/absences/app/handover-ports.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';
import {
  reconstructItems,
  reconstructLinks,
  reconstructObjective,
} from '../../../plan/history/domain/reconstruct.ts';
import type {
  ObjectiveName,
  ObjectiveRepository,
  RecordedUpdate,
} from '../../../plan/objectives/app/objective-ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { linkText } from '../../../plan/objectives/domain/objective-link.ts';
import type { PlanItemRepository } from '../../../plan/plan-items/app/plan-item-ports.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { ChangeRepository, ChangeRequest } from '../../plan-changes/app/plan-control-ports.ts';
import { namesOf } from '../../plan-changes/domain/plan-change.ts';
import {
  type ContentDate,
  type ContentObjective,
  PLAN_CONTENT_FORMAT,
  type PlanContent,
  planPartKinds,
} from '../../plan-changes/domain/plan-content.ts';
import { onlyReading } from './reading-methods.ts';

/** @param at the last moment whose entries count */
export function recordAsAt(record: PartnershipRecord, at: Temporal.Instant): PartnershipRecord {
  const earlier = record.earlier(at);
  const { history, kpis } = earlier;
  const closed = onlyReading(earlier, refuseToWrite);
  const objectives = { ...closed.objectives, ...objectivesAsAt(earlier, at) };
  const items = { ...closed.items, ...itemsAsAt(earlier, at) };
  return {
    ...closed,
    objectives,
    items,
    history: {
      ...closed.history,
      list: async (objectiveId) => upTo(at, await history.list(objectiveId)),
      listAfter: async (objectiveIds, after) =>
        upTo(at, await history.listAfter(objectiveIds, after)),
    },
    archive: {
      ...closed.archive,
      isEmpty: async () => (await objectives.listNames()).length === 0,
    },
    kpis: { ...closed.kpis, table: async (themeId) => await kpis.table(themeId, at) },
    changes: { ...closed.changes, ...changesAsAt(earlier, objectives) },
    handovers: { ...closed.handovers, ...handoversAsAt(earlier, objectives) },
    planVersions: {
      ...closed.planVersions,
      readNow: async (today) => await contentAsAt({ ...earlier, objectives, items }, today),
    },
  };
}

type Partially<T> = { readonly [K in keyof T]?: T[K] };

function objectivesAsAt(
  { objectives, history }: Repositories,
  at: Temporal.Instant,
): Partially<ObjectiveRepository> {
  /** Those that were there, as they were. */
  async function reconstructed(today: readonly Objective[]): Promise<Objective[]> {
    const later = await laterEntries(history, today, at);
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
    const then = await all(at.toZonedDateTimeISO('UTC').toPlainDate());
    return then.flatMap(({ id, themes }) =>
      themes.some((theme) => theme.id === themeId) ? [id] : [],
    );
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
    listNames: async () =>
      (await all(at.toZonedDateTimeISO('UTC').toPlainDate())).map(({ id, ref, title }) => ({
        ...{ id, ref, title },
      })),
    findByKey: async (refKey, day) => await reconstructed(await objectives.findByKey(refKey, day)),
    findByKeys: async (refKeys, day) =>
      await reconstructed(await objectives.findByKeys(refKeys, day)),
    find: async (id, day) => {
      const objective = await objectives.find(id, day);
      return objective && ((await reconstructed([objective]))[0] ?? null);
    },
    list: async (day, { personId, themeId, ids } = {}) =>
      (await all(day)).filter(
        ({ id, status, themes, assignees }) =>
          (ids ? ids.includes(id) : status === 'open') &&
          (!themeId || themes.some((theme) => theme.id === themeId)) &&
          (!personId || assignees.some((one) => one.personId === personId)),
      ),
    history: async (objectiveId, limit) => (await ratings(objectiveId)).reverse().slice(0, limit),
    ratingStories: async (objectiveIds, of) =>
      await objectives.ratingStories(objectiveIds, { ...of, until: at }),
    updatesSince: async (of, since, until) =>
      upTo(
        at,
        await objectives.updatesSince(
          typeof of === 'string' ? await placedIn(of) : of,
          since,
          until,
        ),
      ),
    links: async (objectiveId) =>
      reconstructLinks(
        await objectives.links(objectiveId),
        await history.listAfter([objectiveId], at),
      ),
  };
}

function itemsAsAt(
  { items, history }: Repositories,
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
      return reconstructItems(today, later).filter(
        ({ status }) => !statuses || statuses.includes(status),
      );
    },
    find: async (id) => {
      const item = await items.find(id);
      if (!item) return null;
      return reconstructItems([item], await history.listAfter([item.objectiveId], at))[0] ?? null;
    },
  };
}

/** A change as it was called then; what it added was not there before it was approved. */
function changesAsAt(
  { changes }: Repositories,
  objectives: Pick<ObjectiveRepository, 'listNames'>,
): Partially<ChangeRepository> {
  async function named(found: readonly ChangeRequest[]): Promise<ChangeRequest[]> {
    const names = await namesById(objectives);
    return found.map((change) => {
      const name = names.get(change.objectiveId ?? '');
      return name
        ? { ...change, ref: name.ref, title: name.title }
        : { ...change, objectiveId: null, ref: null, title: null, example: false };
    });
  }

  return {
    find: async (number) => {
      const change = await changes.find(number);
      return change && ((await named([change]))[0] ?? null);
    },
    listOpen: async () => await named(await changes.listOpen()),
    listDecided: async (limit) => await named(await changes.listDecided(limit)),
  };
}

function handoversAsAt(
  { handovers }: Repositories,
  objectives: Pick<ObjectiveRepository, 'listNames'>,
): Partially<HandoverRepository> {
  return {
    listOpen: async (personId) => {
      const names = await namesById(objectives);
      return (await handovers.listOpen(personId)).map((handover) => ({
        ...handover,
        title: names.get(handover.objectiveId)?.title ?? handover.title,
      }));
    },
  };
}

async function namesById(
  objectives: Pick<ObjectiveRepository, 'listNames'>,
): Promise<ReadonlyMap<string, ObjectiveName>> {
  return new Map((await objectives.listNames()).map((one) => [one.id, one]));
}

/** What the plan said, in the order of `PlanVersionRepository.readNow`. */
async function contentAsAt(
  { objectives, items, ragWordings, planVersions }: Repositories,
  today: Temporal.PlainDate,
): Promise<PlanContent> {
  const ids = (await objectives.listNames()).map(({ id }) => id);
  const [then, parts, wordings, now] = await Promise.all([
    objectives.list(today, { ids }),
    items.list({ objectiveIds: ids, kinds: planPartKinds }),
    ragWordings.list(),
    planVersions.readNow(today),
  ]);
  const areas = new Set(then.map(({ areaRef }) => areaRef));
  const addedLater = (ref: string) =>
    !areas.has(ref) && now.objectives.some(({ area }) => area === ref);
  return {
    format: PLAN_CONTENT_FORMAT,
    areas: now.areas.filter(({ ref }) => !addedLater(ref)),
    objectives: await Promise.all(
      then.map(async (objective) => ({
        ...contentOf(
          objective,
          parts.filter(({ objectiveId }) => objectiveId === objective.id),
        ),
        links: (await objectives.links(objective.id)).map(linkText),
      })),
    ),
    ragWordings: wordings.map(({ rating, rag, wording }) => ({ rating, rag, wording })),
  };
}

function contentOf(objective: Objective, parts: readonly PlanItem[]): ContentObjective {
  const { ref, areaRef, title, successMeasure, status, closedOn, example } = objective;
  return {
    ...{ ref, area: areaRef, title, successMeasure, status, example },
    due: contentDate(objective.due),
    originalDue: contentDate(objective.originalDue),
    closedOn: closedOn?.toString() ?? null,
    owners: namesOf(objective, 'owner'),
    deputies: namesOf(objective, 'deputy'),
    themes: objective.themes.map(themeName),
    parts: parts
      .flatMap(({ kind, due, ...part }) =>
        isPlanPart(kind)
          ? [{ kind, ref: part.ref, title: part.title, due: contentDate(due), status: part.status }]
          : [],
      )
      .sort((one, other) => (one.kind < other.kind ? -1 : Number(one.kind > other.kind))),
  };
}

function isPlanPart(kind: PlanItem['kind']): kind is (typeof planPartKinds)[number] {
  return isOneOf(planPartKinds, kind);
}

function contentDate(date: FuzzyDate | null): ContentDate | null {
  return date && { ...date, lastDay: date.lastDay.toString() };
}

/** By objective, what was recorded of it after the moment, newest first. */
async function laterEntries(
  history: Repositories['history'],
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

async function refuseToWrite(): Promise<never> {
  throw new InvariantError('the record as at a date only answers what it was built to answer');
}
