// What the application asks of the record about agreements between people and about the people themselves.
import type { Temporal } from 'temporal-polyfill';
import type { RoleName } from '../../../core/request/domain/actor.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import type { LinkedAccount } from '../domain/choose-account.ts';
import type { DatedAccount } from '../domain/reach.ts';

export type AgreementState = 'asked' | 'accepted' | 'declined' | 'withdrawn';

/** A person as an agreement names them; somebody who has left keeps their name in it. */
export type Party = {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly active: boolean;
};

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
  readonly furtherEmails: readonly string[];
  readonly leftOn: Temporal.PlainDate | null;
  readonly accounts: readonly LinkedAccount[];
  /** In force today or to come. */
  readonly roles: readonly RoleGrant[];
  readonly example: boolean;
};

/** With the accounts on platforms that are connected, oldest link first. */
export type PersonDoors = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly furtherEmails: readonly string[];
  readonly organisation: string;
  readonly preferredPlatform: Platform | null;
  readonly accounts: readonly DatedAccount[];
};

export interface PeopleAdminReads {
  list(today: Temporal.PlainDate): Promise<PersonRecord[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface PeopleAdminReadsNow {
  /**
   * Everybody who is on the plan, by name, with what decides where they are written to.
   * @param personId of one of them only
   */
  doors(personId?: string): Promise<readonly PersonDoors[]>;
  /** Objectives to which the person is assigned as owner today, whether they have left or not. */
  ownedBy(
    personId: string,
    today: Temporal.PlainDate,
  ): Promise<readonly { readonly objectiveId: string; readonly ref: string }[]>;
}

export interface PeopleAdminWrites {
  /** Until the transaction ends nobody else changes who is on the plan and who may do what. */
  lock(): Promise<void>;
  add(person: {
    readonly name: string;
    readonly email: string;
    readonly organisationId: string;
  }): Promise<{ readonly id: string }>;
  change(
    personId: string,
    facts: {
      readonly name?: string;
      readonly email?: string;
      readonly furtherEmails?: readonly string[];
      readonly organisationId?: string;
    },
  ): Promise<void>;
  /** Null: they are back. */
  setLeft(personId: string, leftOn: Temporal.PlainDate | null): Promise<void>;
  grant(grant: Omit<RoleGrant, 'id'> & { readonly personId: string }): Promise<void>;
  /** The last day on which it counts; before its first day: it never did. */
  endRole(grantId: string, lastDay: Temporal.PlainDate): Promise<void>;
  /** Links an account, also one that spoke for somebody who has left. False: it speaks for somebody else. */
  adoptAccount(personId: string, account: LinkedAccount, at: Temporal.Instant): Promise<boolean>;
  /** Takes one account away. */
  unlink(personId: string, account: LinkedAccount): Promise<void>;
  /** Prefers one account of theirs to the others, and its platform to the other one. */
  prefer(personId: string, account: LinkedAccount, at: Temporal.Instant): Promise<void>;
}

export type PeopleAdminRepository = PeopleAdminReads & PeopleAdminReadsNow & PeopleAdminWrites;

export type Preferences = {
  readonly platform: Platform | null;
  /** 9 to 16: from this local hour on chases may come; null: as soon as they are due. */
  readonly chaseHour: number | null;
  readonly digestOn: boolean;
};

export interface PreferenceReads {
  get(personId: string): Promise<Preferences>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface PreferenceReadsNow {
  /** The hours of those who chose one. */
  chaseHours(): Promise<ReadonlyMap<string, number>>;
  /** Those who take no digests. */
  withoutDigests(): Promise<ReadonlySet<string>>;
}

export interface PreferenceWrites {
  set(personId: string, change: Partial<Preferences>): Promise<void>;
}

export type PreferenceRepository = PreferenceReads & PreferenceReadsNow & PreferenceWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly peopleAdmin: PeopleAdminReads;
    readonly preferences: PreferenceReads;
  }
  interface Repositories {
    readonly peopleAdmin: PeopleAdminRepository;
    readonly preferences: PreferenceRepository;
  }
}
