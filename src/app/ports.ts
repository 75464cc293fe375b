// What the application asks of the record, the clock and the log. The database folder implements the
// first; every repository is bound to one partnership, so no query can reach another one's rows.
import type { Temporal } from 'temporal-polyfill';
import type { Actor, RoleName } from '../domain/actor.ts';
import type { KnownAccount, LinkedAccount } from '../domain/choose-account.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Review } from '../domain/evidence-call.ts';
import type { Rag } from '../domain/rag.ts';
import type { Period, WorkCalendar } from '../domain/working-days.ts';
import type { ConversationBook, SendPace } from './chat-ports.ts';
import type { DigestChoiceRepository } from './digest-choice-ports.ts';
import type { ImportRepository, PlanArchive, PlanWriter } from './import-ports.ts';
import type { Inbound, Platform } from './inbound.ts';
import type { KpiFigureRepository } from './kpi-ports.ts';
import type { ChannelRepository, NotificationRepository } from './notification-ports.ts';
import type { ObjectiveRepository } from './objective-ports.ts';
import type { OperationsRepository } from './operations-ports.ts';
import type { PackRepository } from './pack-ports.ts';
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
import type {
  AuditRepository,
  HistoryRepository,
  PlanItemRepository,
  SealRepository,
} from './plan-ports.ts';
import type { FamilyRepository, HighlightRepository } from './report-ports.ts';

// The ports by noun; whoever needs several finds them here.
export type * from './notification-ports.ts';
export type * from './objective-ports.ts';

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

export type Repositories = {
  readonly people: PeopleRepository;
  readonly objectives: ObjectiveRepository;
  readonly items: PlanItemRepository;
  readonly history: HistoryRepository;
  readonly seal: SealRepository;
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
  readonly calendars: CalendarRepository;
  readonly kpis: KpiRepository;
  readonly highlights: HighlightRepository;
  readonly kpiFigures: KpiFigureRepository;
  readonly packs: PackRepository;
  readonly families: FamilyRepository;
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
  readonly digestChoices: DigestChoiceRepository;
  readonly operations: OperationsRepository;
};

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

export type PersonSummary = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
};

export type PersonDetails = PersonSummary & {
  readonly preferredPlatform: Platform | null;
  /** Oldest link first. */
  readonly accounts: readonly KnownAccount[];
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
  /** Notes that the platform takes nothing for an account; one that is noted already keeps its day. */
  markUnreachable(account: LinkedAccount, code: string, at: Temporal.Instant): Promise<void>;
  /** Ids of those whom PAP can write to now, as far as it knows. */
  reachable(): Promise<ReadonlySet<string>>;
  /** Every account of the person may be tried again. */
  tryAgain(personId: string): Promise<void>;
  list(): Promise<PersonSummary[]>;
  /** Everybody who holds the role today, and for which theme. */
  holders(
    role: RoleName,
    today: Temporal.PlainDate,
  ): Promise<readonly { readonly personId: string; readonly themeId: string | null }[]>;
  /** Whoever holds a role of a theme today; null: a role of no theme, such as the programme office's. */
  listByRole(
    role: RoleName,
    themeId: string | null,
    today: Temporal.PlainDate,
  ): Promise<PersonSummary[]>;
}

export type OutstandingRow = { readonly objectiveId: string };

export type GivenReturn = {
  /** The name of whoever gave it; null: nobody of the plan. */
  readonly by: string | null;
  readonly at: Temporal.Instant;
  readonly rag: Rag | null;
};

export type OwedCycle = Cycle & {
  /** References of what is theirs to return: what they own or cover for; a deputy owes none. */
  readonly owed: readonly string[];
};

export interface CycleRepository {
  /**
   * Cycles whose meeting is on or after `from`, the earliest meeting first: each forum's next one as seen from `today`
   * (`from`, unless said), whether or not anything was written of it yet, and those before and after it that were begun.
   * @param asAt as they were at the moment, before a meeting was moved or called off
   */
  listFrom(
    from: Temporal.PlainDate,
    today?: Temporal.PlainDate,
    asAt?: Temporal.Instant,
  ): Promise<Cycle[]>;
  /** The same from today, each with what the person still owes it. */
  listOwedBy(personId: string, today: Temporal.PlainDate): Promise<OwedCycle[]>;
  /** Writes down the cycle of each forum's next meeting and whom it asks, where it is not yet; returns how many rows it made. */
  ensure(from: Temporal.PlainDate): Promise<{ readonly cycles: number; readonly returns: number }>;
  /** Meetings on or after `from` for which evidence is due before, the earliest first. */
  listReviews(from: Temporal.PlainDate): Promise<Review[]>;
  /** Of the current plan's open objectives, those without evidence since the forum's meeting before this one. */
  evidenceGaps(meetingId: string): Promise<readonly { readonly objectiveId: string }[]>;
  /**
   * Of the plan's open objectives, those that nobody returned for the cycle. Worked out from the cycle and the entries;
   * that nobody was asked yet makes no difference.
   */
  outstanding(cycle: Cycle): Promise<OutstandingRow[]>;
  /** By objective, how its return of the cycle was given; an amendment counts in place of what it amends. */
  answers(cycle: Cycle, objectiveIds: readonly string[]): Promise<Map<string, GivenReturn>>;
}

/** A day that is set apart, for everybody or for one organisation. */
export type ClosureView = {
  readonly day: Temporal.PlainDate;
  readonly name: string;
  /** True: a bank holiday that is worked. */
  readonly worked: boolean;
  /** Null: everybody's. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly example: boolean;
};

/** The stretches in which some people work, e.g. a school's terms. */
export type TermCalendar = {
  readonly key: string;
  readonly name: string;
  readonly periods: readonly Period[];
  /** Names of those who follow it. */
  readonly followers: readonly string[];
  readonly example: boolean;
};

/** The days on which people work. */
export interface CalendarRepository {
  /** From a day on, the earliest first. */
  listClosures(from: Temporal.PlainDate): Promise<ClosureView[]>;
  /** Sets days apart, or says of them what holds now; returns how many were not set apart before. */
  setApart(
    days: readonly Temporal.PlainDate[],
    what: {
      readonly name: string;
      readonly worked: boolean;
      readonly organisationId: string | null;
    },
  ): Promise<number>;
  /** False when the day was not set apart. */
  giveBack(day: Temporal.PlainDate, organisationId: string | null): Promise<boolean>;
  listTerms(): Promise<TermCalendar[]>;
  /** Makes the calendar, or gives it these stretches in place of those that it had. */
  setTerms(calendar: Pick<TermCalendar, 'key' | 'name' | 'periods'>): Promise<void>;
  /** Null: the person works as everybody does. */
  follow(personId: string, key: string | null): Promise<void>;
  /** The partnership's own closure days and bank holidays that it works. */
  ofPartnership(): Promise<WorkCalendar>;
  /** By person, for those whose days are not the partnership's. */
  ofPeople(): Promise<ReadonlyMap<string, WorkCalendar>>;
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

export interface RequestRepository {
  /**
   * Takes a request in: whether it was answered before, and who asks it; null: nobody whom the record knows. Whoever
   * writes, and the channel that they write in, can be written to again.
   */
  hear(
    request: Pick<Inbound, 'requestId' | 'conversation' | keyof LinkedAccount>,
    today: Temporal.PlainDate,
  ): Promise<{ readonly answered: boolean; readonly actor: Actor | null }>;
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
