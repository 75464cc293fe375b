// What the application asks of the record, the clock and the log. The database folder implements the
// first; every repository is bound to one partnership, so no query can reach another one's rows.
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../domain/actor.ts';
import type { Platform } from '../domain/platform.ts';
import type { ConversationBook, SendPace } from './chat-ports.ts';
import type { Inbound } from './inbound.ts';

export interface Clock {
  /** The time that rules go by. In the demonstration it is the demonstration's own. */
  now(): Promise<Temporal.Instant>;
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export type Partnership = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly timeZone: string;
  /** True when any of its people or objectives are fictional: every screen then says so. */
  readonly hasExamples: boolean;
};

export interface RecordStore {
  findByWorkspace(platform: Platform, tenantId: string): Promise<Partnership | null>;
  list(): Promise<Partnership[]>;
  /** Notes that a Slack workspace or Teams tenant speaks for the partnership; it never moves to another one. */
  bindWorkspace(partnershipId: string, platform: Platform, tenantId: string): Promise<void>;
  open(partnershipId: string): PartnershipRecord;
  /** Learns where people and channels can be reached; used by the chat platforms, not by rules. */
  readonly conversations: ConversationBook;
  /** How fast may be sent, over all partnerships and processes. */
  readonly pace: SendPace;
}

/** Every repository of the record. Each room adds its own where its ports are. */
export interface Repositories {
  readonly requests: RequestRepository;
}

export type PartnershipRecord = Repositories & {
  /**
   * Everything inside commits together or not at all.
   * @param by when and whose work it is: what is written over is then kept, so that it can be asked for as at a date
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>, by?: ChangedBy): Promise<T>;
  /**
   * For reading only: people, roles, meetings, agreements and the like as they were at the moment. What is told by
   * an objective's history is as it is now, see recordAsAt.
   */
  earlier(at: Temporal.Instant): Repositories;
  /** What `earlier` shows of a moment before this one is as it was at this one; null: there is no such moment. */
  keptSince(): Promise<Temporal.Instant | null>;
};

export type ChangedBy = { readonly at: Temporal.Instant; readonly personId: string | null };

export interface RequestRepository {
  /**
   * Takes a request in: whether it was answered before, and who asks it; null: nobody whom the record knows. Whoever
   * writes, and the channel that they write in, can be written to again.
   */
  hear(
    request: Pick<Inbound, 'requestId' | 'conversation' | 'platform' | 'tenantId' | 'userId'>,
    today: Temporal.PlainDate,
  ): Promise<{ readonly answered: boolean; readonly actor: Actor | null }>;
  wasAnswered(requestId: string): Promise<boolean>;
  /** False when it was marked before. */
  markAnswered(requestId: string, at: Temporal.Instant): Promise<boolean>;
}
