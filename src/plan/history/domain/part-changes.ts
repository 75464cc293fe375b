// What one request changed of an objective's decisions and recovery actions: the unit in which it is taken back.
import type { Temporal } from 'temporal-polyfill';
import type { ItemKind } from '../../plan-items/domain/plan-item.ts';
import type { EntryDetail } from './history-entry.ts';

/** A change of a part as the history keeps it. */
export type PartChange = {
  readonly id: string;
  readonly objectiveId: string;
  /** The platform's id of the request; several entries of one request have `#` and a word behind it. */
  readonly requestId: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly at: Temporal.Instant;
  /** The entry that it takes back. */
  readonly supersedesId: string | null;
  /** Whether it was taken back since. */
  readonly superseded: boolean;
  readonly detail: Extract<EntryDetail, { of: 'item' }>;
};

/** What one request changed, in the order of recording: first what was asked for, then what followed from it. */
export type PartAct = {
  readonly first: PartChange;
  readonly changes: readonly PartChange[];
};

/** The kinds of part whose changes can be taken back. */
export const undoableKinds = ['recovery', 'decision'] as const satisfies readonly ItemKind[];

/**
 * The latest request that can be taken back. Null: none.
 * @param changes of one objective, oldest first
 * @param which whose, and of which part; left out, anybody's and any
 */
export function latestAct(
  changes: readonly PartChange[],
  which: { readonly authorId?: string; readonly itemId?: string },
): PartAct | null {
  const latest = changes.findLast(
    (one) =>
      standsOf(one) &&
      (which.authorId === undefined || one.authorId === which.authorId) &&
      (which.itemId === undefined || one.detail.itemId === which.itemId),
  );
  if (!latest) return null;
  const own = changes.filter((one) => standsOf(one) && isOneRequest(one, latest));
  const [first = latest] = own;
  return { first, changes: own };
}

/** What was recorded after an act of what it changed, and still stands; the latest of all. Null: nothing. */
export function changedSince(
  changes: readonly PartChange[],
  { changes: own }: PartAct,
): PartChange | null {
  const last = own.at(-1);
  const later = changes.slice(changes.findIndex(({ id }) => id === last?.id) + 1);
  const items = new Set(own.map(({ detail }) => detail.itemId));
  return (
    later.findLast(
      ({ detail, superseded, supersedesId }) =>
        items.has(detail.itemId) && !superseded && supersedesId === null,
    ) ?? null
  );
}

function standsOf({ superseded, supersedesId, detail, authorId }: PartChange): boolean {
  const undoable: readonly ItemKind[] = undoableKinds;
  return (
    !superseded &&
    supersedesId === null &&
    authorId !== null &&
    undoable.includes(detail.after.kind)
  );
}

function isOneRequest(one: PartChange, other: PartChange): boolean {
  return (
    one.authorId === other.authorId && one.at.equals(other.at) && baseOf(one) === baseOf(other)
  );
}

function baseOf({ requestId }: PartChange): string {
  return requestId.replace(/#[^#]*$/, '');
}
