// What the application asks of the record about governance cycles and the returns that they wait for.
import type { Temporal } from 'temporal-polyfill';
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { Cycle, Review } from '../domain/cycle.ts';

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

export interface CycleReads {
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
  /**
   * Of the plan's open objectives, those that nobody returned for the cycle. Worked out from the cycle and the entries;
   * that nobody was asked yet makes no difference.
   */
  outstanding(cycle: Cycle): Promise<OutstandingRow[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface CycleReadsNow {
  /** The same from today, each with what the person still owes it. */
  listOwedBy(personId: string, today: Temporal.PlainDate): Promise<OwedCycle[]>;
  /** Meetings on or after `from` for which evidence is due before, the earliest first. */
  listReviews(from: Temporal.PlainDate): Promise<Review[]>;
  /** Of the current plan's open objectives, those without evidence since the forum's meeting before this one. */
  evidenceGaps(meetingId: string): Promise<readonly { readonly objectiveId: string }[]>;
  /** By objective, how its return of the cycle was given; an amendment counts in place of what it amends. */
  answers(cycle: Cycle, objectiveIds: readonly string[]): Promise<Map<string, GivenReturn>>;
}

export interface CycleWrites {
  /** Writes down the cycle of each forum's next meeting and whom it asks, where it is not yet; returns how many rows it made. */
  ensure(from: Temporal.PlainDate): Promise<{ readonly cycles: number; readonly returns: number }>;
}

export type CycleRepository = CycleReads & CycleReadsNow & CycleWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly cycles: CycleReads;
  }
  interface Repositories {
    readonly cycles: CycleRepository;
  }
}
