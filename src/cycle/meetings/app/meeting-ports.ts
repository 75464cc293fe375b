// What the application asks of the record about forums and their meetings.
import type { Temporal } from 'temporal-polyfill';
import type { OwnChaseRules } from '../../cycles/domain/chase-rules.ts';
import type { ByHand, Cycle } from '../../cycles/domain/cycle.ts';
import type { ForumKind } from '../domain/forum-kinds.ts';
import type { Slot } from '../domain/recurrence.ts';

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

/** Why an unsent chase does not go out; the outbox keeps it. */
export type CalledOff =
  | 'the meeting moved before it was sent'
  | 'the meeting was called off before it was sent'
  | 'the chase was set anew before it was sent';

export interface MeetingReads {
  forums(): Promise<ForumView[]>;
  /** Held on or after `from`, the earliest first; which of them have a cycle is as seen from `today` (`from`, unless said). */
  listFrom(from: Temporal.PlainDate, today?: Temporal.PlainDate): Promise<MeetingView[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface MeetingReadsNow {
  /** What the forum's meeting of that day was called, if it was called off; it can be put back by `add`. */
  calledOffOn(forumId: string, day: Temporal.PlainDate): Promise<string | null>;
}

/** What the office says of a forum, besides its lead times. */
export type ForumFacts = { readonly name?: string; readonly collectsReturns?: boolean };

export interface MeetingWrites {
  /** With the lead times that hold of a forum that says nothing else. */
  addForum(forum: Required<ForumFacts> & { readonly kind: ForumKind }): Promise<void>;
  changeForum(forumId: string, facts: ForumFacts): Promise<void>;
  /** False when the forum meets on that day already; one that was called off is put back. */
  add(forumId: string, heldOn: Temporal.PlainDate, title: string): Promise<boolean>;
  /** Takes along what was opened or frozen by hand. False when the forum meets on the new day already. */
  move(id: string, to: Temporal.PlainDate): Promise<boolean>;
  setRules(forumId: string, rules: Cycle['rules']): Promise<void>;
  setChase(forumId: string, own: OwnChaseRules): Promise<void>;
  setRecurrence(forumId: string, rule: string | null): Promise<void>;
  /** Adds the meetings of a rule that are not there yet, moved or called off; returns how many. */
  addRecurring(forumId: string, title: string, slots: readonly Slot[]): Promise<number>;
  /** False when it was called off before. */
  callOff(id: string, at: Temporal.Instant): Promise<boolean>;
  /** Takes a meeting that nobody was asked for away again; one that has a cycle, or that a target names, is called off. */
  withdraw(id: string, at: Temporal.Instant): Promise<void>;
  /** False when somebody has done it before. */
  setByHand(cycleId: string, what: keyof ByHand, at: Temporal.Instant): Promise<boolean>;
  /** Calls off the cycle's unsent chases, so that they are worked out anew; returns how many. */
  cancelChases(cycleId: string, at: Temporal.Instant, why?: CalledOff): Promise<number>;
}

export type MeetingRepository = MeetingReads & MeetingReadsNow & MeetingWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly meetings: MeetingReads;
  }
  interface Repositories {
    readonly meetings: MeetingRepository;
  }
}
