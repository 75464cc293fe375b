// What the application asks of the record about who is away and who covers.
import type { Temporal } from 'temporal-polyfill';
import type { Period } from '../../../core/dates/domain/working-days.ts';
import type { AgreementState, Party } from '../../../people/people/app/people-ports.ts';
import type { AbsenceFact } from '../domain/absence-fact.ts';

export type Absence = {
  readonly id: string;
  /** What people call it: `away accept 3`. */
  readonly number: number;
  readonly person: Party;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** Whoever was asked to cover, and what they said. */
  readonly cover: Party | null;
  readonly coverState: AgreementState | null;
  readonly recordedById: string;
  readonly active: boolean;
};

export type NewAbsence = {
  readonly personId: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly coverId: string | null;
  readonly recordedById: string;
  readonly at: Temporal.Instant;
};

export interface AbsenceReads {
  /** Those in force that end on `from` or later, the earliest first. */
  list(
    from: Temporal.PlainDate,
    filter?: { readonly personId?: string; readonly coverId?: string },
  ): Promise<Absence[]>;
  /** Whoever is away on the day, with the cover who has agreed. */
  onDay(day: Temporal.PlainDate): Promise<AbsenceFact[]>;
  find(number: number): Promise<Absence | null>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface AbsenceReadsNow {
  /** Whoever is away on a day from `from` on, with the cover who has agreed. */
  factsFrom(from: Temporal.PlainDate): Promise<(AbsenceFact & Period)[]>;
}

export interface AbsenceWrites {
  /** Records it unless it overlaps with another one of the same person. */
  add(absence: NewAbsence): Promise<{ readonly added?: Absence; readonly overlaps?: Absence }>;
  /** True for exactly one answer. */
  answer(id: string, state: Exclude<AgreementState, 'asked'>): Promise<boolean>;
  /** The cover is not to be had any more, whatever they had said. */
  withdrawCover(id: string): Promise<void>;
  /** Calls it off; one that has begun ends on the day before `today`. False when it was over already. */
  callOff(id: string, today: Temporal.PlainDate): Promise<boolean>;
}

export type AbsenceRepository = AbsenceReads & AbsenceReadsNow & AbsenceWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly absences: AbsenceReads;
  }
  interface Repositories {
    readonly absences: AbsenceRepository;
  }
}
