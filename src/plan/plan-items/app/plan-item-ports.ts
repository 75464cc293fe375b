// What the application asks of the record about the parts of objectives.
import type { Temporal } from 'temporal-polyfill';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import type { Holdings } from '../domain/may-ever.ts';
import type { ItemFacts, ItemKind, PlanItem } from '../domain/plan-item.ts';
import type { StoredFacts } from '../domain/stored-facts.ts';

export type NewItem = ItemFacts & {
  readonly objectiveId: string;
  readonly parentId?: string | null;
  /** Given by a document; otherwise the next free one. */
  readonly ref?: string;
  readonly example?: boolean;
};

/** What the history says of a part: what it says now, and what it said before. */
export type ItemEntry = Authorship & {
  readonly objectiveId: string;
  readonly supersedesId?: string;
  readonly detail: {
    readonly of: 'item';
    readonly itemId: string;
    readonly parentId: string | null;
    readonly ref: string;
    readonly before: StoredFacts | null;
    readonly after: StoredFacts;
  };
};

/** Where it is kept what a part says, and what it said before. */
export interface ItemHistory {
  append(entry: ItemEntry): Promise<unknown>;
  appendAll(entries: readonly ItemEntry[]): Promise<unknown>;
}

export interface PlanItemReads {
  /** By objective, kind and reference, in the order of people. */
  list(filter: {
    readonly objectiveIds?: readonly string[];
    readonly kinds?: readonly ItemKind[];
    readonly statuses?: readonly string[];
  }): Promise<PlanItem[]>;
  find(id: string): Promise<PlanItem | null>;
  /** Who holds the role for the part itself on the day: `Sam Taylor, NHS`, or an organisation. */
  ownersOf(id: string, role: 'owner' | 'deputy', today: Temporal.PlainDate): Promise<string[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface PlanItemReadsNow {
  /** What of the plan is the person's on the day, also in somebody's place. */
  holdings(personId: string, today: Temporal.PlainDate): Promise<Holdings>;
  /** Whether the part itself, or the action that it is a milestone of, is assigned to the person on the day. */
  isAssigned(id: string, personId: string, today: Temporal.PlainDate): Promise<boolean>;
}

export interface PlanItemWrites {
  /** Keeps others from adding a part to the objective until the caller's transaction ends. */
  hold(objectiveId: string): Promise<void>;
  /**
   * Adds a part and its entry in the history, in the caller's transaction.
   * @throws DuplicateRequest when the request was recorded before
   */
  add(item: NewItem, by: Authorship): Promise<PlanItem>;
  /**
   * Adds many parts at once, each with its entry, in so many statements however many they are. One without a reference
   * gets the next free one in the order given; a milestone's action has to be there already.
   * @returns them in the same order
   * @throws DuplicateRequest when one of the requests was recorded before
   */
  addAll(
    items: readonly { readonly item: NewItem; readonly by: Authorship }[],
  ): Promise<PlanItem[]>;
  /**
   * Changes a part and appends the entry that says so, in the caller's transaction. Null when it is not
   * at `expectedVersion` any more.
   * @param by with the entry that this one takes back, where it does
   * @throws DuplicateRequest when the request was recorded before
   */
  change(
    id: string,
    expectedVersion: number,
    facts: ItemFacts,
    by: Authorship & { readonly supersedesId?: string },
  ): Promise<PlanItem | null>;
}

export type PlanItemRepository = PlanItemReads & PlanItemReadsNow & PlanItemWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly items: PlanItemReads;
  }
  interface Repositories {
    readonly items: PlanItemRepository;
  }
}
