// What the application asks of the record to control the plan: changes, versions, what the colours mean,
// meetings, and the channels that news goes to.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { LinkTarget } from '../../../plan/objectives/domain/objective-link.ts';
import type {
  ChangeKind,
  ChangeState,
  NamedPerson,
  OwnRole,
  Proposal,
  WordedField,
} from '../domain/plan-change.ts';

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

export interface ChangeReads {
  find(number: number): Promise<ChangeRequest | null>;
  /** Those that wait for a decision, the oldest first. */
  listOpen(): Promise<ChangeRequest[]>;
  /** The latest decided ones, the newest first. */
  listDecided(limit: number): Promise<ChangeRequest[]>;
}

export interface ChangeWrites {
  /** Records a proposal under the next number, in the caller's transaction. */
  propose(change: {
    readonly objectiveId: string | null;
    readonly proposal: Proposal;
    readonly reason: string;
    readonly proposedById: string;
    readonly at: Temporal.Instant;
  }): Promise<number>;
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

export type ChangeRepository = ChangeReads & ChangeWrites;

/** The plan's own words and dates, which only an approved change alters. */
export interface PlanEditWrites {
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

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly changes: ChangeReads;
  }
  interface Repositories {
    readonly changes: ChangeRepository;
    readonly planEdits: PlanEditWrites;
  }
}
