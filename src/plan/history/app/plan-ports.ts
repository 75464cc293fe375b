// What the application asks of the record about an objective's parts and its whole history.
import type { Temporal } from 'temporal-polyfill';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import type { EntryDetail, HistoryEntry } from '../domain/history-entry.ts';
import type { PartChange } from '../domain/part-changes.ts';

export type NewEntry = Authorship & {
  readonly objectiveId: string;
  readonly detail: EntryDetail;
  /** The entry that this one puts right. */
  readonly supersedesId?: string;
};

export interface HistoryReads {
  /** Everything about one objective, oldest first. */
  list(objectiveId: string): Promise<HistoryEntry[]>;
  /** What was recorded after a moment for these objectives, newest first. */
  listAfter(objectiveIds: readonly string[], after: Temporal.Instant): Promise<HistoryEntry[]>;
  /** What files printed of these objectives beside what the plan records, oldest first. */
  listPublished(objectiveIds: readonly string[]): Promise<HistoryEntry[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface HistoryReadsNow {
  /** Walks every chain of the partnership. */
  verify(): Promise<ChainReport>;
  /**
   * Every change of the parts of one objective, oldest first.
   * @param of the objective, or the one of which a person changed a decision or recovery action last and has not taken it back
   */
  partChanges(
    of: { readonly objectiveId: string } | { readonly latestOf: string },
  ): Promise<PartChange[]>;
  /** The digest with which each entry ended its chain, in the order of recording. */
  heads(): Promise<readonly ChainHead[]>;
  /** What a request recorded, by its mark of 12 characters in an answer or the log, oldest first. */
  byRequest(mark: string): Promise<readonly RequestEntry[]>;
}

export type RequestEntry = {
  readonly ref: string;
  readonly kind: string;
  readonly at: Temporal.Instant;
};

export interface HistoryWrites {
  /**
   * Appends an entry that is no rating, in the caller's transaction.
   * @throws DuplicateRequest when the request was recorded before
   */
  append(entry: NewEntry): Promise<{ readonly id: string }>;
  /**
   * Appends several, in their order. @returns their ids
   * @throws DuplicateRequest when one of the requests was recorded before
   */
  appendAll(entries: readonly NewEntry[]): Promise<readonly string[]>;
}

export type HistoryRepository = HistoryReads & HistoryReadsNow & HistoryWrites;

export type ChainHead = {
  readonly objectiveId: string;
  readonly head: string;
  readonly at: Temporal.Instant;
};

export type ChainBreak = {
  readonly ref: string;
  /** The entry at which it shows; null: entries are missing at the end. */
  readonly position: number | null;
  readonly at: Temporal.Instant | null;
  /** `changed`: its digest is not that of what it says. `missing`: the one before it is gone or another one. */
  readonly what: 'changed' | 'missing' | 'cut-short';
};

export type ChainReport = {
  readonly objectives: number;
  readonly entries: number;
  /** The first break in the order of recording, if there is any. */
  readonly firstBreak: ChainBreak | null;
  /**
   * One digest over the ends of all chains. Kept somewhere else, it shows later that nothing before it was touched.
   * Erasing words does not change it. A chain that has not grown since words can be erased ends as it did before.
   */
  readonly seal: string;
  /** What was recorded before words could be erased; null: nothing. None of it changes any more. */
  readonly epoch: {
    readonly entries: number;
    /** The seal that the history had then. */
    readonly seal: string;
    /** The same over the digests under which the same entries were chained again. */
    readonly rechained: string;
  } | null;
};

export type RecordSeal = {
  /** One digest over every record beside the history that a board relies on. */
  readonly seal: string;
  readonly rows: number;
  readonly tables: number;
};

export interface SealReads {
  /** Of what holds now. The same rows have the same seal on every database, and after an export and import. */
  compute(): Promise<RecordSeal>;
}

/** What the office did that is no objective's history. */
export interface AuditReads {
  /** Who did exactly this, each once. */
  authorsOf(kind: string, summary: string): Promise<string[]>;
  /** Newest first. */
  list(limit: number): Promise<
    readonly {
      readonly kind: string;
      readonly summary: string;
      readonly author: string | null;
      readonly at: Temporal.Instant;
    }[]
  >;
}

export interface AuditWrites {
  append(event: {
    readonly kind: string;
    /** In words, without anything that a person typed freely. */
    readonly summary: string;
    readonly authorId: string | null;
    readonly at: Temporal.Instant;
  }): Promise<void>;
}

export type AuditRepository = AuditReads & AuditWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly history: HistoryReads;
    readonly audit: AuditReads;
  }
  interface Repositories {
    readonly history: HistoryRepository;
    readonly seal: SealReads;
    readonly audit: AuditRepository;
  }
}
