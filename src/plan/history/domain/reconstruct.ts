// Going back: what stands today, less what was recorded after a moment, is what stood at that moment. Every
// entry says what was before it, so nothing has to be stored twice.
import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Objective, ObjectiveLink, ThemeRef } from '../../objectives/domain/objective.ts';
import type { PlanItem } from '../../plan-items/domain/plan-item.ts';
import { fromStoredFacts } from '../../plan-items/domain/stored-facts.ts';
import type { HistoryEntry } from './history-entry.ts';

export type PlanState = { readonly objective: Objective; readonly items: readonly PlanItem[] };

/**
 * One objective and its parts as they were.
 * @param entries what was recorded of it after that moment, newest first
 * @returns null when the objective was added after it
 */
export function reconstruct(
  { objective, items }: PlanState,
  entries: readonly HistoryEntry[],
): PlanState | null {
  const before = reconstructObjective(objective, entries);
  return before && { objective: before, items: reconstructItems(items, entries) };
}

/**
 * The objective alone. Who answers for it is not reconstructed: assignments carry their own first and last day.
 * Null when it was added after the moment.
 */
export function reconstructObjective(
  objective: Objective,
  entries: readonly HistoryEntry[],
): Objective | null {
  let current = objective;
  for (const { detail, version, rating, fromRag } of entries) {
    if (version !== null) {
      const rated = rating === 'impact' ? { impactRag: fromRag } : { rag: fromRag };
      current = { ...current, ...rated, version: current.version - 1 };
    }
    if (detail?.of !== 'objective') continue;
    if (detail.change === 'added') return null;
    if (detail.change === 'closed') current = { ...current, status: 'open', closedOn: null };
    current = { ...current, ...fromStored(detail.before, detail.after) };
  }
  return current;
}

/** The parts alone: those added after the moment are gone, the others say what they said. */
export function reconstructItems(
  items: readonly PlanItem[],
  entries: readonly HistoryEntry[],
): PlanItem[] {
  const current = new Map(items.map((item) => [item.id, item]));
  for (const { detail } of entries) {
    if (detail?.of !== 'item') continue;
    const item = current.get(detail.itemId);
    if (!item) continue;
    if (detail.before === null) current.delete(item.id);
    else {
      const { id, objectiveId, parentId, ref, version, addedAt, example } = item;
      const place = { id, objectiveId, parentId, ref, addedAt, example };
      const facts = fromStoredFacts(detail.before);
      current.set(id, { ...facts, ...place, version: version - 1 });
    }
  }
  return [...current.values()];
}

/** What had been recorded by the moment; what came later had not put any of it right. */
export function knownBy<
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

/**
 * What it was linked to.
 * @param entries what was recorded of the objective after that moment, newest first
 */
export function reconstructLinks(
  links: readonly ObjectiveLink[],
  entries: readonly HistoryEntry[],
): readonly ObjectiveLink[] {
  let current = links;
  for (const { detail } of entries) {
    const before = detail?.of === 'objective' ? detail.before.links : undefined;
    if (Array.isArray(before) && before.every(isLink)) current = before;
  }
  return current;
}

type Stored = Readonly<Record<string, unknown>>;

/** The fields that an entry tells of, as they were before it. What is not understood is left as it is. */
function fromStored(before: Stored, after: Stored): Partial<Objective> {
  const changes: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const read = readers[key]?.(before[key] ?? null);
    if (read !== undefined) changes[key] = read;
  }
  return changes;
}

/** Each gives undefined for what cannot be the field's value. */
const readers: Readonly<Record<string, (stored: unknown) => unknown>> = {
  title: text,
  ref: text,
  areaRef: text,
  areaName: textOrNull,
  successMeasure: textOrNull,
  due: date,
  originalDue: date,
  closedOn: (stored) =>
    stored === null
      ? null
      : typeof stored === 'string'
        ? Temporal.PlainDate.from(stored)
        : undefined,
  status: (stored) => (stored === 'open' || stored === 'closed' ? stored : undefined),
  themes: (stored) => (Array.isArray(stored) && stored.every(isTheme) ? stored : undefined),
};

function text(stored: unknown): string | undefined {
  return typeof stored === 'string' ? stored : undefined;
}

function textOrNull(stored: unknown): string | null | undefined {
  return stored === null ? null : text(stored);
}

function date(stored: unknown): FuzzyDate | null | undefined {
  if (stored === null) return null;
  if (typeof stored !== 'object') return undefined;
  const { lastDay, ...facts } = stored as FuzzyDate & { lastDay: unknown };
  return typeof lastDay === 'string'
    ? { ...facts, lastDay: Temporal.PlainDate.from(lastDay) }
    : undefined;
}

function isTheme(stored: unknown): stored is ThemeRef {
  return typeof stored === 'object' && stored !== null && 'id' in stored && 'kind' in stored;
}

function isLink(stored: unknown): stored is ObjectiveLink {
  return typeof stored === 'object' && stored !== null && 'id' in stored && 'to' in stored;
}
