// What the application asks of the record about agreements between people and about the people themselves.
import type { Temporal } from 'temporal-polyfill';
import type { RoleName } from '../domain/actor.ts';
import type { AbsenceFact, SnoozeFact } from '../domain/chase-audience.ts';
import type { LinkedAccount } from '../domain/choose-account.ts';
import type { Period } from '../domain/working-days.ts';
import type { Platform } from './inbound.ts';

export type AgreementState = 'asked' | 'accepted' | 'declined' | 'withdrawn';

/** A person as an agreement names them; somebody who has left keeps their name in it. */
export type Party = {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly active: boolean;
};

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

export interface AbsenceRepository {
  /** Those in force that end on `from` or later, the earliest first. */
  list(
    from: Temporal.PlainDate,
    filter?: { readonly personId?: string; readonly coverId?: string },
  ): Promise<Absence[]>;
  /** Whoever is away on a day from `from` on, with the cover who has agreed. */
  factsFrom(from: Temporal.PlainDate): Promise<(AbsenceFact & Period)[]>;
  /** Whoever is away on the day, with the cover who has agreed. */
  onDay(day: Temporal.PlainDate): Promise<AbsenceFact[]>;
  find(number: number): Promise<Absence | null>;
  /** Records it unless it overlaps with another one of the same person. */
  add(absence: NewAbsence): Promise<{ readonly added?: Absence; readonly overlaps?: Absence }>;
  /** True for exactly one answer. */
  answer(id: string, state: Exclude<AgreementState, 'asked'>): Promise<boolean>;
  /** The cover is not to be had any more, whatever they had said. */
  withdrawCover(id: string): Promise<void>;
  /** Calls it off; one that has begun ends on the day before `today`. False when it was over already. */
  callOff(id: string, today: Temporal.PlainDate): Promise<boolean>;
}

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

export interface HandoverRepository {
  /** Those that wait for an answer, oldest first. */
  listOpen(personId?: string): Promise<Handover[]>;
  find(number: number): Promise<Handover | null>;
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

export interface SnoozeRepository {
  /** False when the person has put this cycle off before. */
  add(snooze: SnoozeFact & { readonly at: Temporal.Instant }): Promise<boolean>;
  find(personId: string, cycleId: string): Promise<SnoozeFact | null>;
  /** Those of cycles whose meeting is on or after `from`. */
  listFrom(from: Temporal.PlainDate): Promise<SnoozeFact[]>;
}

export type LinkRequest = {
  readonly id: string;
  readonly number: number;
  readonly account: LinkedAccount;
  /** Who they say they are, in their words. */
  readonly claim: string;
  readonly requestedAt: Temporal.Instant;
  readonly state: 'open' | 'approved' | 'refused';
};

export interface LinkRequestRepository {
  listOpen(): Promise<LinkRequest[]>;
  find(number: number): Promise<LinkRequest | null>;
  /** Records it unless the account has asked already and waits for the answer. */
  add(
    request: Pick<LinkRequest, 'account' | 'claim' | 'requestedAt'>,
  ): Promise<{ readonly added?: LinkRequest; readonly open?: LinkRequest }>;
  /** True for exactly one decision. */
  decide(
    id: string,
    decision: {
      readonly state: 'approved' | 'refused';
      readonly personId: string | null;
      readonly decidedById: string;
      readonly at: Temporal.Instant;
    },
  ): Promise<boolean>;
}

export type RoleGrant = {
  readonly id: string;
  readonly role: RoleName;
  readonly themeId: string | null;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
};

/** Somebody on the plan as the office sees them, whether they are still there or not. */
export type PersonRecord = Party & {
  readonly email: string;
  readonly leftOn: Temporal.PlainDate | null;
  readonly accounts: readonly LinkedAccount[];
  /** In force today or to come. */
  readonly roles: readonly RoleGrant[];
  readonly example: boolean;
};

export type Organisation = { readonly id: string; readonly name: string };

export interface PeopleAdminRepository {
  /** Until the transaction ends nobody else changes who is on the plan and who may do what. */
  lock(): Promise<void>;
  list(today: Temporal.PlainDate): Promise<PersonRecord[]>;
  organisations(): Promise<Organisation[]>;
  add(person: {
    readonly name: string;
    readonly email: string;
    readonly organisationId: string;
  }): Promise<{ readonly id: string }>;
  /** Null: they are back. */
  setLeft(personId: string, leftOn: Temporal.PlainDate | null): Promise<void>;
  grant(grant: Omit<RoleGrant, 'id'> & { readonly personId: string }): Promise<void>;
  /** The last day on which it counts; before its first day: it never did. */
  endRole(grantId: string, lastDay: Temporal.PlainDate): Promise<void>;
  /** Links an account, also one that spoke for somebody who has left. False: it speaks for somebody else. */
  adoptAccount(personId: string, account: LinkedAccount, at: Temporal.Instant): Promise<boolean>;
  /** How many accounts were taken away. */
  unlink(personId: string, platform: Platform): Promise<number>;
  /** Objectives to which the person is assigned as owner today, whether they have left or not. */
  ownedBy(
    personId: string,
    today: Temporal.PlainDate,
  ): Promise<readonly { readonly objectiveId: string; readonly ref: string }[]>;
}

export type Preferences = {
  readonly platform: Platform | null;
  /** 9 to 16: from this local hour on chases may come; null: as soon as they are due. */
  readonly chaseHour: number | null;
  readonly digestOn: boolean;
};

export interface PreferenceRepository {
  get(personId: string): Promise<Preferences>;
  set(personId: string, change: Partial<Preferences>): Promise<void>;
  /** The hours of those who chose one. */
  chaseHours(): Promise<ReadonlyMap<string, number>>;
  /** Those who take no digests. */
  withoutDigests(): Promise<ReadonlySet<string>>;
}
