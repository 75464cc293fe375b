// One entry of an objective's history: a rating, what put one right, or anything else that was changed. It says
// what was before and what came after, so that a reader can go back from today.
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { StatusEntry } from '../../objectives/domain/objective.ts';
import type { StoredFacts } from '../../plan-items/domain/stored-facts.ts';

/** What an entry that is no rating changed: enough to go forwards or back from it. */
export type EntryDetail =
  | {
      readonly of: 'item';
      readonly itemId: string;
      readonly parentId: string | null;
      readonly ref: string;
      /** Null: it was added. Days and moments are ISO text. */
      readonly before: StoredFacts | null;
      readonly after: StoredFacts;
    }
  | {
      readonly of: 'objective';
      /** `added` has only `after`. Fields have the names of the domain's `Objective`; dates are ISO text. */
      readonly change: 'added' | 'changed' | 'closed' | 'reopened';
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
    }
  | {
      readonly of: 'assignment';
      readonly itemId: string | null;
      /** The part's own reference, e.g. 1.2; absent where it is the objective's. */
      readonly itemRef?: string;
      readonly role: 'owner' | 'deputy';
      /** Names and organisations as they were. */
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | {
      /** What a file prints of the objective beside what the plan records: it is shown, and never counted. */
      readonly of: 'published';
      readonly what: 'rating' | 'impact' | 'owner';
      /** As printed; without words where only a note stands there. */
      readonly words: string;
      /** The colour that the words mean; null: none for certain. */
      readonly rag: Rag | null;
    };

/** Any entry of an objective's history. */
export type HistoryEntry = Omit<StatusEntry, 'kind' | 'version'> & {
  readonly objectiveId: string;
  readonly kind: StatusEntry['kind'] | 'item' | 'objective' | 'assignment';
  readonly version: number | null;
  /** 1, 2, 3 … within the objective. */
  readonly position: number;
  readonly detail: EntryDetail | null;
  readonly hash: string;
};

/** What a file printed of an objective. */
export type PublishedFact = Extract<EntryDetail, { of: 'published' }> & {
  readonly objectiveId: string;
  readonly note: string | null;
  readonly at: HistoryEntry['at'];
};

/** Of each thing that files printed of each objective, what was printed last. @param entries oldest first */
export function lastPublished(entries: readonly HistoryEntry[]): readonly PublishedFact[] {
  const last = new Map<string, PublishedFact>();
  for (const { objectiveId, detail, note, at } of entries)
    if (detail?.of === 'published')
      last.set(`${objectiveId} ${detail.what}`, { ...detail, objectiveId, note, at });
  return [...last.values()];
}

/** An entry that is a rating, or puts one right. */
export type RatingEntry = HistoryEntry & StatusEntry;

/** Whether the entry is a rating, or puts one right. */
export function isRating(entry: HistoryEntry): entry is RatingEntry {
  return entry.version !== null;
}
