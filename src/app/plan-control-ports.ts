// What the application asks of the record to control the plan: changes, versions, what the colours mean,
// meetings, and the channels that news goes to.
import type { Temporal } from 'temporal-polyfill';
import type { OwnChaseRules } from '../domain/chase-rules.ts';
import type { ByHand, Cycle } from '../domain/cycle.ts';
import type { DigestTime } from '../domain/digest-choice.ts';
import type { FuzzyDate, RatingKind } from '../domain/objective.ts';
import type { LinkTarget } from '../domain/objective-link.ts';
import type {
  ChangeKind,
  ChangeState,
  NamedPerson,
  OwnRole,
  Proposal,
  WordedField,
} from '../domain/plan-change.ts';
import type { PlanContent } from '../domain/plan-content.ts';
import type { Rag } from '../domain/rag.ts';
import type { Slot } from '../domain/recurrence.ts';
import type { Platform } from './inbound.ts';

type Who = { readonly id: string; readonly name: string; readonly organisation: string };

export type ChangeRequest = {
  readonly id: string;
  readonly number: number;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly proposal: Proposal;
  readonly reason: string;
  /** Null for an objective that is to be added. */
  readonly objectiveId: string | null;
  readonly ref: string | null;
  readonly title: string | null;
  readonly example: boolean;
  readonly proposedBy: Who;
  readonly proposedAt: Temporal.Instant;
  readonly decidedBy: Who | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decisionNote: string | null;
  /** The number of the plan version that it counts to. */
  readonly versionNumber: number | null;
};

export interface ChangeRepository {
  /** Records a proposal under the next number, in the caller's transaction. */
  propose(change: {
    readonly objectiveId: string | null;
    readonly proposal: Proposal;
    readonly reason: string;
    readonly proposedById: string;
    readonly at: Temporal.Instant;
  }): Promise<number>;
  find(number: number): Promise<ChangeRequest | null>;
  /** Those that wait for a decision, the oldest first. */
  listOpen(): Promise<ChangeRequest[]>;
  /** The latest decided ones, the newest first. */
  listDecided(limit: number): Promise<ChangeRequest[]>;
  /** Keeps a proposal from anybody else until the transaction is over; false when it is decided already. */
  hold(id: string): Promise<boolean>;
  /** Moves a proposal to its decision; false when somebody has decided it already. */
  decide(
    id: string,
    decision: {
      readonly state: Exclude<ChangeState, 'proposed'>;
      readonly decidedById: string;
      readonly at: Temporal.Instant;
      readonly note: string | null;
      /** The version that an approved change counts to. */
      readonly planVersionId?: string | undefined;
      /** The objective that it added. */
      readonly objectiveId?: string | undefined;
    },
  ): Promise<boolean>;
}

/** The plan's own words and dates, which only an approved change alters. */
export interface PlanEditRepository {
  /** Keeps an objective's plan from anybody else's change until the transaction is over. */
  hold(objectiveId: string): Promise<void>;
  /** The first re-dating keeps the date that it had as the original one. */
  reDate(objectiveId: string, to: FuzzyDate): Promise<void>;
  reWord(objectiveId: string, field: WordedField, to: string): Promise<void>;
  /** From `on`, the person alone holds the role for the objective as a whole; an owner is deputy no more. */
  reOwn(
    objectiveId: string,
    role: OwnRole,
    person: Pick<NamedPerson, 'personId'>,
    on: Temporal.PlainDate,
  ): Promise<void>;
  /** Places it in a theme or links it; an example where the objective or the approver is one. */
  link(objectiveId: string, target: LinkTarget, approverId: string | null): Promise<void>;
  unlink(objectiveId: string, target: LinkTarget): Promise<void>;
  close(objectiveId: string, on: Temporal.PlainDate): Promise<void>;
  /** Into the current version; its area is made, unnamed, where the plan has none. Null: the reference is taken. */
  add(objective: {
    readonly ref: string;
    readonly areaRef: string;
    readonly title: string;
    readonly due: FuzzyDate | null;
    readonly themeId: string | null;
  }): Promise<string | null>;
}

export type PlanVersionView = {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly status: 'draft' | 'current' | 'superseded';
  readonly publishedAt: Temporal.Instant | null;
  readonly publishedBy: string | null;
  /** Whether what it said is kept. */
  readonly frozen: boolean;
  /** How many approved changes count to it. */
  readonly changes: number;
  readonly example: boolean;
};

export interface PlanVersionRepository {
  /** Keeps the versions from anybody else until the transaction is over. */
  hold(): Promise<void>;
  /** The first version first. */
  list(): Promise<PlanVersionView[]>;
  /** What a frozen version said; null: it was not frozen. */
  content(id: string): Promise<PlanContent | null>;
  /** What the plan says now. */
  readNow(today: Temporal.PlainDate): Promise<PlanContent>;
  /** Keeps what a version says; false when that was done before. */
  freeze(id: string, content: PlanContent): Promise<boolean>;
  /** The number of the new draft. */
  openDraft(label: string): Promise<number>;
  /**
   * Makes the draft the current version: areas and objectives move to it, the wording of the ratings is
   * copied, the version so far is superseded. False when it is a draft no more.
   */
  publish(
    draftId: string,
    content: PlanContent,
    by: string,
    at: Temporal.Instant,
  ): Promise<boolean>;
}

export type RagWording = {
  readonly rating: RatingKind;
  readonly rag: Rag;
  readonly wording: string;
  readonly example: boolean;
};

export interface RagWordingRepository {
  /** What the current version says; a colour that it does not word is missing. */
  list(): Promise<RagWording[]>;
  set(rating: RatingKind, rag: Rag, wording: string): Promise<void>;
}

export type ForumView = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly collectsReturns: boolean;
  readonly rules: Cycle['rules'];
  readonly chase: Cycle['chase'];
  /** What of the chase differs from its defaults. */
  readonly ownChase: OwnChaseRules;
  /** The rule by which its meetings recur; null: each stands alone. */
  readonly recurrence: string | null;
};

export type MeetingView = {
  readonly id: string;
  readonly forumId: string;
  readonly heldOn: Temporal.PlainDate;
  readonly title: string;
  readonly example: boolean;
  /** Its cycle; null: it collects no returns, or a nearer meeting of its forum has its turn first. */
  readonly cycleId: string | null;
  readonly byHand: ByHand;
  /** The day that the forum's rule gave it, wherever it has moved since; null: it stands alone. */
  readonly recursOn: Temporal.PlainDate | null;
  /** How many of its returns are in. */
  readonly answers: number;
};

/** Why an unsent chase does not go out; the ledger keeps it. */
export type CalledOff =
  | 'the meeting moved before it was sent'
  | 'the meeting was called off before it was sent'
  | 'the chase was set anew before it was sent';

export interface MeetingRepository {
  forums(): Promise<ForumView[]>;
  /** Held on or after `from`, the earliest first; which of them have a cycle is as seen from `today` (`from`, unless said). */
  listFrom(from: Temporal.PlainDate, today?: Temporal.PlainDate): Promise<MeetingView[]>;
  /** False when the forum meets on that day already; one that was called off is put back. */
  add(forumId: string, heldOn: Temporal.PlainDate, title: string): Promise<boolean>;
  /** What the forum's meeting of that day was called, if it was called off; it can be put back by `add`. */
  calledOffOn(forumId: string, day: Temporal.PlainDate): Promise<string | null>;
  /** Takes along what was opened or frozen by hand. False when the forum meets on the new day already. */
  move(id: string, to: Temporal.PlainDate): Promise<boolean>;
  setRules(forumId: string, rules: Cycle['rules']): Promise<void>;
  setChase(forumId: string, own: OwnChaseRules): Promise<void>;
  setRecurrence(forumId: string, rule: string | null): Promise<void>;
  /** Adds the meetings of a rule that are not there yet, moved or called off; returns how many. */
  addRecurring(forumId: string, title: string, slots: readonly Slot[]): Promise<number>;
  /** False when it was called off before. */
  callOff(id: string, at: Temporal.Instant): Promise<boolean>;
  /** Takes a meeting that nobody was asked for away again; one that has a cycle is called off. */
  withdraw(id: string, at: Temporal.Instant): Promise<void>;
  /** False when somebody has done it before. */
  setByHand(cycleId: string, what: keyof ByHand, at: Temporal.Instant): Promise<boolean>;
  /** Calls off the cycle's unsent chases, so that they are worked out anew; returns how many. */
  cancelChases(cycleId: string, at: Temporal.Instant, why?: CalledOff): Promise<number>;
}

export type ChannelBindingView = {
  readonly id: string;
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  /** Null for the programme office's own channel. */
  readonly themeId: string | null;
  readonly purpose: 'workstream' | 'office';
  readonly alwaysPost: boolean;
  readonly digestOn: boolean;
  readonly digestWeekday: number | null;
  readonly digestTime: string | null;
  readonly example: boolean;
};

export interface ChannelBindingRepository {
  /** Those in use, by name. */
  list(): Promise<ChannelBindingView[]>;
  /** Binds, or binds again; false when it was bound like that already. */
  bind(
    binding: Pick<
      ChannelBindingView,
      'platform' | 'tenantId' | 'channelId' | 'name' | 'themeId' | 'purpose'
    >,
  ): Promise<boolean>;
  unbind(ids: readonly string[]): Promise<void>;
  setAlwaysPost(ids: readonly string[], alwaysPost: boolean): Promise<void>;
  /** Null: no digest is posted there. */
  setDigest(ids: readonly string[], when: DigestTime | null): Promise<void>;
}
