// What the application asks of the record about itself: is it well, what waits, what may be thrown away.
import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';

export type DatabaseFacts = {
  readonly kind: 'embedded' | 'postgresql';
  /** `PostgreSQL 17.2`. */
  readonly version: string;
  /** How many migrations were applied, and the latest one's name. */
  readonly migrations: number;
  readonly latestMigration: string | null;
};

/** What the outbox holds that is not over. */
export type QueueFacts = {
  /** Queued and due. One that waits for the morning, or for its next try, is `later`. */
  readonly waiting: number;
  readonly later: number;
  readonly sending: number;
  readonly held: number;
  readonly dead: number;
  /** For how long the oldest one that is due has been waiting; null: none is. */
  readonly oldestSeconds: number | null;
};

/** What the metrics show of the whole record. */
export type RecordReading = {
  readonly queue: QueueFacts;
  /** How long ago each job began its latest run. */
  readonly lastRuns: readonly { readonly job: string; readonly seconds: number }[];
  /** In how many partnerships the office has paused all sending. */
  readonly paused?: number;
  /** The same of each partnership, by its key; no name of anybody is in it. */
  readonly byPartnership?: readonly PartnershipReading[];
};

export type PartnershipReading = {
  readonly key: string;
  readonly queue: QueueFacts;
  readonly lastRuns: RecordReading['lastRuns'];
  readonly switchedOff: boolean;
};

export type ConnectedPlatform = {
  readonly platform: Platform;
  /** When something was last sent there; null: never. */
  readonly lastSentAt: Temporal.Instant | null;
};

/** What a run says of itself in the run log: counts, and of a start the version. No names, no texts. */
export type JobOutcome = Readonly<Record<string, number | string | readonly string[]>>;

/** The newest run of a job. */
export type LastRun = {
  readonly job: string;
  readonly startedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly outcome: JobOutcome | null;
};

/** Rows that nothing needs any more, and since when they may go. */
export type Leftovers = {
  readonly requestsBefore: Temporal.Instant;
  readonly jobRunsBefore: Temporal.Instant;
  readonly pacesBefore: Temporal.Instant;
};

export interface OperationsReads {
  database(): Promise<DatabaseFacts>;
  queue(): Promise<QueueFacts>;
  platforms(): Promise<ConnectedPlatform[]>;
  /** One row a job, by name. */
  lastRuns(): Promise<LastRun[]>;
  /** How many notifications came to each end at or after `from` and before `until`. */
  endedBetween(
    from: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<{ readonly sent: number; readonly held: number; readonly dead: number }>;
  /** Local `HH:MM`; null: no heartbeat. */
  heartbeatTime(): Promise<string | null>;
  /** Since when the office has paused all sending, or the operator has switched the partnership off; null: it goes on. */
  sendingPausedAt(): Promise<Temporal.Instant | null>;
}

export interface OperationsWrites {
  setHeartbeatTime(time: string | null): Promise<void>;
  /** Pauses it, or lets everything that waits go out as soon as it may; false: it was like that before. */
  setSendingPaused(at: Temporal.Instant | null): Promise<boolean>;
  /** Deletes at most `limit` rows of each kind; how many went. The newest run of each job always stays. */
  discard(
    leftovers: Leftovers,
    limit: number,
  ): Promise<{ readonly requests: number; readonly jobRuns: number; readonly paces: number }>;
  /** Gives the room of deleted rows back where the database does not do it by itself; false: it does. */
  compact(): Promise<boolean>;
}

export type OperationsRepository = OperationsReads & OperationsWrites;

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly operations: OperationsRepository;
  }
}
