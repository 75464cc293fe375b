// What the application asks of the record, the clock and the log. The database folder implements the
// first; every repository is bound to one partnership, so no query can reach another one's rows.
import type { Temporal } from 'temporal-polyfill';
import type { Actor, RoleName } from '../domain/actor.ts';
import type { PastChase } from '../domain/chase-policy.ts';
import type { LinkedAccount } from '../domain/choose-account.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Objective, RatingKind, StatusEntry } from '../domain/objective.ts';
import type { Rag } from '../domain/rag.ts';
import type { Message } from '../messages/message.ts';
import type { ConversationBook } from './chat-ports.ts';
import type { ImportRepository, PlanArchive, PlanWriter } from './import-ports.ts';
import type { Platform } from './inbound.ts';
import type {
  AbsenceRepository,
  HandoverRepository,
  LinkRequestRepository,
  PeopleAdminRepository,
  PreferenceRepository,
  SnoozeRepository,
} from './people-ports.ts';
import type {
  ChangeRepository,
  ChannelBindingRepository,
  MeetingRepository,
  PlanEditRepository,
  PlanVersionRepository,
  RagWordingRepository,
} from './plan-control-ports.ts';
import type { AuditRepository, HistoryRepository, PlanItemRepository } from './plan-ports.ts';

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
}

export type Repositories = {
  readonly people: PeopleRepository;
  readonly objectives: ObjectiveRepository;
  readonly items: PlanItemRepository;
  readonly history: HistoryRepository;
  readonly audit: AuditRepository;
  readonly changes: ChangeRepository;
  readonly planEdits: PlanEditRepository;
  readonly planVersions: PlanVersionRepository;
  readonly ragWordings: RagWordingRepository;
  readonly meetings: MeetingRepository;
  readonly channelBindings: ChannelBindingRepository;
  readonly imports: ImportRepository;
  readonly planWriter: PlanWriter;
  readonly archive: PlanArchive;
  readonly cycles: CycleRepository;
  readonly kpis: KpiRepository;
  readonly channels: ChannelRepository;
  readonly notifications: NotificationRepository;
  readonly requests: RequestRepository;
  readonly jobRuns: JobRunRepository;
  readonly absences: AbsenceRepository;
  readonly handovers: HandoverRepository;
  readonly snoozes: SnoozeRepository;
  readonly linkRequests: LinkRequestRepository;
  readonly peopleAdmin: PeopleAdminRepository;
  readonly preferences: PreferenceRepository;
};

export type PartnershipRecord = Repositories & {
  /** Everything inside commits together or not at all. */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
};

export type PersonSummary = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
};

export type PersonDetails = PersonSummary & {
  readonly preferredPlatform: Platform | null;
  /** Oldest link first. */
  readonly accounts: readonly LinkedAccount[];
};

export interface PeopleRepository {
  findActorByAccount(
    platform: Platform,
    tenantId: string,
    userId: string,
    today: Temporal.PlainDate,
  ): Promise<Actor | null>;
  findActorByEmail(email: string, today: Temporal.PlainDate): Promise<Actor | null>;
  linkAccount(personId: string, account: LinkedAccount, at: Temporal.Instant): Promise<void>;
  details(personId: string): Promise<PersonDetails | null>;
  list(): Promise<PersonSummary[]>;
  /** Whoever holds a role of a theme today; null: a role of no theme, such as the programme office's. */
  listByRole(
    role: RoleName,
    themeId: string | null,
    today: Temporal.PlainDate,
  ): Promise<PersonSummary[]>;
}

export type ObjectiveName = { readonly id: string; readonly ref: string; readonly title: string };

/** A status update as it goes into the record. */
export type NewStatusUpdate = {
  readonly objectiveId: string;
  readonly kind: 'update' | 'same' | 'undo' | 'amend';
  /** Delivery when absent. */
  readonly rating?: RatingKind;
  readonly fromRag: Rag | null;
  /** Null only where an undo takes the first rating back. */
  readonly toRag: Rag | null;
  readonly note: string | null;
  readonly authorId: string;
  readonly cycleIds: readonly string[];
  readonly late: boolean;
  readonly requestId: string;
  /** The request that this is one part of, when its own id is not that request's. */
  readonly inboundId?: string | undefined;
  /** The entry that an undo or an amendment puts right. */
  readonly supersedesId?: string | undefined;
  readonly at: Temporal.Instant;
  /** What the channels of the objective's themes are told; absent: nothing. */
  readonly announcement?: NotificationPayload | undefined;
};

export type AppendedUpdate = {
  readonly id: string;
  readonly version: number;
  readonly told: readonly ToldChannel[];
};

/** One update as a digest or a repeat's receipt tells it. */
export type RecordedUpdate = StatusEntry & {
  readonly id: string;
  readonly objectiveId: string;
  readonly ref: string;
  /** Null: it came with the plan's documents. */
  readonly authorId: string | null;
};

export interface ObjectiveRepository {
  /** Objectives of the current plan version whose loose key is the same. */
  findByKey(refKey: string, today: Temporal.PlainDate): Promise<Objective[]>;
  find(id: string, today: Temporal.PlainDate): Promise<Objective | null>;
  listNames(): Promise<ObjectiveName[]>;
  list(
    today: Temporal.PlainDate,
    filter?: {
      readonly personId?: string;
      readonly themeId?: string;
      readonly ids?: readonly string[];
    },
  ): Promise<Objective[]>;
  /** Newest first; with `until`, only what had been recorded before it. */
  history(objectiveId: string, limit: number, until?: Temporal.Instant): Promise<StatusEntry[]>;
  lastUpdates(objectiveIds: readonly string[]): Promise<Map<string, StatusEntry>>;
  /** What was recorded for a theme since an instant, oldest first; the plan's published ratings are not changes. */
  updatesSince(
    themeId: string,
    since: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<RecordedUpdate[]>;
  findUpdateByRequest(requestId: string): Promise<RecordedUpdate | null>;
  /** The latest entry that nothing took back or amended, of an objective, a person or both; null: none. */
  findInEffect(which: {
    readonly objectiveId?: string;
    readonly authorId?: string;
    readonly rating?: RatingKind;
  }): Promise<RecordedUpdate | null>;
  /** What the objective serves: projects first, then strategic priorities and self-evaluation items. */
  links(objectiveId: string): Promise<
    readonly {
      readonly to: 'project' | 'priority' | 'self-evaluation';
      readonly name: string;
    }[]
  >;
  /** By action or milestone of the objective, who answers for it on the day, e.g. `Sam Taylor, NHS`. */
  ownersOfItems(
    objectiveId: string,
    today: Temporal.PlainDate,
  ): Promise<ReadonlyMap<string, string>>;
  /** Where the objective's facts stand in the partnership's documents. */
  sources(
    objectiveId: string,
  ): Promise<readonly { readonly document: string; readonly line: number }[]>;
  /**
   * Appends the update and moves the objective to its next version, all of it or nothing: answers the
   * open returns of the named cycles, queues the announcement to the channels that are told, marks
   * the request as answered. Null when somebody else has moved the objective on from `expectedVersion`.
   * @throws DuplicateRequest when the request was recorded before
   */
  appendUpdate(update: NewStatusUpdate, expectedVersion: number): Promise<AppendedUpdate | null>;
}

export type OutstandingRow = { readonly objectiveId: string; readonly cycleId: string };

export type OwedCycle = Cycle & {
  /** References of the person's own objectives whose returns are to come; a deputy owes none. */
  readonly owed: readonly string[];
};

export interface CycleRepository {
  /** Cycles whose meeting is on or after `from`, the earliest meeting first. */
  listFrom(from: Temporal.PlainDate): Promise<Cycle[]>;
  /** The same from today, each with what the person still owes it. */
  listOwedBy(personId: string, today: Temporal.PlainDate): Promise<OwedCycle[]>;
  /** Creates the missing cycle of each forum's next meeting, and the return requests it lacks; returns how many rows it made. */
  ensure(from: Temporal.PlainDate): Promise<{ readonly cycles: number; readonly returns: number }>;
  /** With `at`, what was outstanding then, objectives that were closed since included. */
  outstanding(cycleId: string, at?: Temporal.Instant): Promise<OutstandingRow[]>;
}

export type KpiCellRow = {
  readonly number: number;
  readonly name: string;
  readonly baseline: string;
  readonly performance: string;
  readonly publishedDirection: string;
};

export type KpiTableView = {
  readonly title: string;
  readonly headers: readonly [string, string, string, string];
  readonly rows: readonly KpiCellRow[];
  readonly footnotes: readonly { readonly marker: string; readonly text: string }[];
};

export type ThemeView = {
  readonly id: string;
  readonly kind: 'theme' | 'workstream';
  readonly number: number;
  readonly name: string;
  readonly inShort: string | null;
};

export interface KpiRepository {
  themes(): Promise<ThemeView[]>;
  /**
   * The table as published, cell for cell; null when the theme has none.
   * @param by only what was recorded by then; the table has no rows when nothing was
   */
  table(themeId: string, by?: Temporal.Instant): Promise<KpiTableView | null>;
}

export type ChannelView = {
  readonly id: string;
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  readonly themeId: string | null;
  readonly alwaysPost: boolean;
};

/** A channel as a receipt names it. */
export type ToldChannel = Pick<ChannelView, 'platform' | 'name'>;

export interface ChannelRepository {
  forThemes(themeIds: readonly string[]): Promise<ChannelView[]>;
  find(id: string): Promise<ChannelView | null>;
}

export type NotificationPayload =
  /** Told as it was when it was decided. */
  | {
      readonly kind: 'message';
      readonly message: Message;
      /** Nobody waits for it: it does not go out at night or on a day off. */
      readonly inHours?: true;
    }
  /** Built when its turn comes, from what is outstanding then. */
  | {
      readonly kind: 'chase';
      readonly cycleId: string;
      readonly step: PastChase['step'];
      readonly objectiveIds: readonly string[];
    };

export type NewNotification = {
  /** A notice tells a person what somebody did that concerns them. */
  readonly kind: 'chase' | 'rag-change' | 'digest' | 'notice';
  /** A second notification with the same key is the same intent and is not recorded. */
  readonly dedupeKey: string;
  readonly target: { readonly personId: string } | { readonly channelBindingId: string };
  readonly payload: NotificationPayload;
  readonly createdAt: Temporal.Instant;
};

export type NotificationState = 'queued' | 'sending' | 'sent' | 'held' | 'dead' | 'cancelled';

export type NotificationRow = {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly channelBindingId: string | null;
  readonly payload: NotificationPayload;
  readonly state: NotificationState;
  readonly attempts: number;
};

/** A message to a person as they are told of it afterwards. */
export type PersonNotification = {
  readonly kind: string;
  /** The step of a chase. */
  readonly step: string | null;
  /** The title of a message that was written when it was decided. */
  readonly title: string | null;
  readonly state: NotificationState;
  /** When it was sent or given up; until then, when it was recorded. */
  readonly at: Temporal.Instant;
};

export interface NotificationRepository {
  /** Records the intents and queues them, in the caller's transaction. Returns how many were new. */
  enqueue(notifications: readonly NewNotification[]): Promise<number>;
  pastChases(personIds: readonly string[], since: Temporal.PlainDate): Promise<PastChase[]>;
  find(id: string): Promise<NotificationRow | null>;
  /** Moves the row from `from` to sending and counts the attempt; false when it is not in `from` any more. */
  claim(id: string, from: 'queued'): Promise<boolean>;
  /** Moves a row that is being sent to its outcome; false when it was not being sent. */
  settle(
    id: string,
    outcome: {
      readonly state: Exclude<NotificationState, 'sending'>;
      readonly at: Temporal.Instant;
      readonly sentVia?: Platform;
      readonly externalId?: string;
      readonly lastError?: string;
    },
  ): Promise<boolean>;
  /** Queued longer than `olderThan`, or left in sending: what the queue may have lost. */
  listStuck(
    olderThan: Temporal.Instant,
  ): Promise<readonly { readonly id: string; readonly state: NotificationState }[]>;
  /**
   * Cancels what is still queued of an intent, in the caller's transaction. `toldChannels` are those that
   * were told of it, or may have been.
   */
  withdraw(
    dedupePrefix: string,
    at: Temporal.Instant,
  ): Promise<{ readonly cancelled: number; readonly toldChannels: readonly string[] }>;
  /** Gives an existing queued row to the queue again; harmless when it is there already. */
  requeue(id: string): Promise<void>;
  /** What was recorded at that very instant, and the name of whom it is for. */
  listCreatedAt(
    at: Temporal.Instant,
  ): Promise<readonly { readonly kind: string; readonly to: string }[]>;
  /** What was recorded for a person, newest first. */
  listFor(personId: string, limit: number): Promise<readonly PersonNotification[]>;
  /** When a channel or person was last sent a digest of a theme; null: never. */
  lastDigestAt(dedupePrefix: string): Promise<Temporal.Instant | null>;
}

export interface RequestRepository {
  wasAnswered(requestId: string): Promise<boolean>;
  /** False when it was marked before. */
  markAnswered(requestId: string, at: Temporal.Instant): Promise<boolean>;
}

export interface JobRunRepository {
  /** True for exactly one caller a slot; a run that died can be claimed again after `staleAfter`. */
  claim(
    job: string,
    slot: Temporal.Instant,
    now: Temporal.Instant,
    staleBefore: Temporal.Instant,
  ): Promise<boolean>;
  finish(
    job: string,
    slot: Temporal.Instant,
    now: Temporal.Instant,
    outcome: string,
  ): Promise<void>;
}
