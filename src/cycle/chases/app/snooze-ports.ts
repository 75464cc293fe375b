// What the application asks of the record about reminders that were put off.
import type { Temporal } from 'temporal-polyfill';
import type { SnoozeFact } from '../domain/chase-audience.ts';

export interface SnoozeReads {
  find(personId: string, cycleId: string): Promise<SnoozeFact | null>;
  /** Those of cycles whose meeting is on or after `from`. */
  listFrom(from: Temporal.PlainDate): Promise<SnoozeFact[]>;
  /** The one that a person set last, of all that stand. */
  latest(
    personId: string,
  ): Promise<{ readonly cycleId: string; readonly at: Temporal.Instant } | null>;
}

export interface SnoozeWrites {
  /** False when the person has put this cycle off before. */
  add(snooze: SnoozeFact & { readonly at: Temporal.Instant }): Promise<boolean>;
  /** False when there is none. */
  remove(personId: string, cycleId: string): Promise<boolean>;
}

export type SnoozeRepository = SnoozeReads & SnoozeWrites;

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly snoozes: SnoozeRepository;
  }
}
