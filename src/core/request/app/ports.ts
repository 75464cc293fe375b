// What the application asks of the record, the clock and the log. The database folder implements the
// first; every repository is bound to one partnership, so no query can reach another one's rows.
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../domain/actor.ts';
import type { Platform } from '../domain/platform.ts';
import type { ConversationBook, SendPace } from './chat-ports.ts';
import type { Inbound } from './inbound.ts';
import type { RouteBook } from './route-ports.ts';

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
  /** The operator has switched it off: nothing is sent, no job runs, and words are answered with a sentence. */
  readonly switchedOff: boolean;
};

export interface RecordStore {
  /** Those that a workspace or tenant stands for; a terminal names one by its key, or all of them. */
  listByWorkspace(platform: Platform, tenantId: string): Promise<readonly Partnership[]>;
  find(partnershipId: string): Promise<Partnership | null>;
  list(): Promise<Partnership[]>;
  /** Ids of those that some workspace of the platform stands for. */
  boundOn(platform: Platform): Promise<readonly string[]>;
  /** Notes that a Slack workspace or Teams tenant stands for the partnership too. */
  bindWorkspace(partnershipId: string, platform: Platform, tenantId: string): Promise<void>;
  open(partnershipId: string): PartnershipRecord;
  /** Which of a workspace's partnerships a request may be for. */
  readonly routes: RouteBook;
  /** Learns where people and channels can be reached; used by the chat platforms, not by rules. */
  readonly conversations: ConversationBook;
  /** How fast may be sent, over all partnerships and processes. */
  readonly pace: SendPace;
}

/**
 * What can be read as at a moment, and so has no writing in it. Each room adds its reading port where its ports are;
 * what is not here has no past, or keeps versions of its own.
 */
export interface ReadingPorts {
  readonly requests: RequestReads;
}

/** Every repository of the record. Each room adds its own where its ports are. */
export interface Repositories extends ReadingPorts {
  readonly requests: RequestRepository;
}

/** What a use case names of the record where it reads, e.g. `Reads<'objectives' | 'cycles'>`. */
export type Reads<Names extends keyof ReadingPorts> = Pick<ReadingPorts, Names>;

/** The same where it also writes, or reads what only today knows. */
export type Uses<Names extends keyof Repositories> = Pick<Repositories, Names>;

/** What it names where it commits: these in one transaction, and with them that the request was answered. */
export type Commits<Names extends keyof Repositories> = Transactions<Uses<Names | 'requests'>>;

export interface Transactions<Inside> {
  /**
   * Everything inside commits together or not at all.
   * @param by when and whose work it is: what is written over is then kept, so that it can be asked for as at a date
   */
  readonly transaction: <T>(
    work: (repositories: Inside) => Promise<T>,
    by?: ChangedBy,
  ) => Promise<T>;
}

/** What it names where it looks back. */
export interface Past<Names extends keyof ReadingPorts> {
  /** These as they were at the moment: nothing that was recorded later shows. */
  asAt(at: Temporal.Instant): Reads<Names>;
}

export type PartnershipRecord = Repositories &
  Transactions<Repositories> &
  Past<keyof ReadingPorts> & {
    /**
     * People, roles, meetings and the like as at a moment before this one are as they were at this one; null: there is
     * no such moment.
     */
    keptSince(): Promise<Temporal.Instant | null>;
  };

export type ChangedBy = {
  readonly at: Temporal.Instant;
  readonly personId: string | null;
  /** How long it may take, where that grows with what is done; else as long as every transaction may. */
  readonly withinMs?: number;
};

export interface RequestReads {
  wasAnswered(requestId: string): Promise<boolean>;
}

export type Heard = {
  readonly answered: boolean;
  readonly switchedOff: boolean;
  readonly actor: Actor | null;
  /** Whether the actor was greeted before. */
  readonly greeted: boolean;
};

export interface RequestWrites {
  /**
   * Takes a request in: whether it was answered before, whether its partnership is switched off, and who asks it; null: nobody whom the record knows. Whoever
   * writes, and the channel that they write in, can be written to again.
   */
  hear(
    request: Pick<Inbound, 'requestId' | 'conversation' | 'platform' | 'tenantId' | 'userId'>,
    today: Temporal.PlainDate,
  ): Promise<Heard>;
  /** False when it was marked before. */
  markAnswered(requestId: string, at: Temporal.Instant): Promise<boolean>;
}

export type RequestRepository = RequestReads & RequestWrites;
