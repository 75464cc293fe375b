// What the application asks of the record about objectives that pass from one person to another.
import type { Temporal } from 'temporal-polyfill';
import type { AgreementState, Party } from '../../../people/people/app/people-ports.ts';

export type Handover = {
  readonly id: string;
  readonly number: number;
  readonly objectiveId: string;
  readonly ref: string;
  readonly title: string;
  /** Null: nobody owned it. */
  readonly from: Party | null;
  readonly to: Party;
  readonly askedBy: Party;
  readonly askedAt: Temporal.Instant;
  readonly state: AgreementState;
};

export type NewHandover = {
  readonly objectiveId: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string;
  readonly askedById: string;
  readonly at: Temporal.Instant;
};

export interface HandoverReads {
  /** Those that wait for an answer, oldest first. */
  listOpen(personId?: string): Promise<Handover[]>;
  find(number: number): Promise<Handover | null>;
}

export interface HandoverWrites {
  /** Records it unless one is open already for the same objective and giver. */
  add(handover: NewHandover): Promise<{ readonly added?: Handover; readonly open?: Handover }>;
  /** True for exactly one answer. */
  answer(
    id: string,
    state: Exclude<AgreementState, 'asked'>,
    at: Temporal.Instant,
  ): Promise<boolean>;
  /**
   * Ends the giver's ownership with yesterday and starts the taker's today. False when the giver does not own
   * the objective any more.
   */
  pass(handover: Handover, today: Temporal.PlainDate): Promise<boolean>;
}

export type HandoverRepository = HandoverReads & HandoverWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly handovers: HandoverReads;
  }
  interface Repositories {
    readonly handovers: HandoverRepository;
  }
}
