// What the application asks of the record, the clock and the log. The database folder implements the
// first; every repository is bound to one partnership, so no query can reach another one's rows.
import type { Temporal } from 'temporal-polyfill';
import type { ConversationBook, SendPace } from './chat-ports.ts';
import type { DigestChoiceRepository } from './digest-choice-ports.ts';
import type { ImportRepository, PlanWriter } from './import-ports.ts';
import type { PlanArchive } from './archive-ports.ts';
import type { Platform } from './inbound.ts';
import type { KpiFigureRepository } from './kpi-ports.ts';
import type { ChannelRepository, NotificationRepository } from './notification-ports.ts';
import type { ObjectiveRepository } from './objective-ports.ts';
import type { OperationsRepository } from './operations-ports.ts';
import type { PackRepository } from './pack-ports.ts';
import type { AbsenceRepository } from './absence-ports.ts';
import type { HandoverRepository } from './handover-ports.ts';
import type { LinkRequestRepository } from './link-request-ports.ts';
import type { PeopleAdminRepository, PreferenceRepository } from './people-ports.ts';
import type { SnoozeRepository } from './snooze-ports.ts';
import type { ChangeRepository, PlanEditRepository } from './plan-control-ports.ts';
import type { PlanVersionRepository } from './plan-version-ports.ts';
import type { ChannelBindingRepository } from './channel-binding-ports.ts';
import type { RagWordingRepository } from './rag-wording-ports.ts';
import type { MeetingRepository } from './meeting-ports.ts';
import type { AuditRepository, HistoryRepository, SealRepository } from './plan-ports.ts';
import type { PlanItemRepository } from './plan-item-ports.ts';
import type { FamilyRepository } from './family-ports.ts';
import type { HighlightRepository } from './report-ports.ts';
import type { KpiRepository } from './kpi-table-ports.ts';
import type { PeopleRepository } from './person-ports.ts';
import type { CycleRepository } from './cycle-ports.ts';
import type { CalendarRepository } from './calendar-ports.ts';
import type { JobRunRepository } from './job-run-ports.ts';


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

export interface RequestRepository {
  wasAnswered(requestId: string): Promise<boolean>;
  /** False when it was marked before. */
  markAnswered(requestId: string, at: Temporal.Instant): Promise<boolean>;
}