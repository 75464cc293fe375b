// What the application asks of the record about people: who they are, what they may, where they can be reached.
import type { Temporal } from 'temporal-polyfill';
import type { Actor, RoleName } from '../../../core/request/domain/actor.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import type { OrganisationName } from '../../organisations/app/organisation-ports.ts';
import type { KnownAccount, LinkedAccount } from '../domain/choose-account.ts';
import type { LinkedHow } from '../domain/reach.ts';

export type PersonSummary = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
};

export type AddressedPerson = PersonSummary & {
  /** Other addresses of theirs, by which their accounts are found too. Lower case. */
  readonly furtherEmails: readonly string[];
};

export type PersonDetails = AddressedPerson & {
  readonly preferredPlatform: Platform | null;
  /** Oldest link first. */
  readonly accounts: readonly KnownAccount[];
};

export interface PeopleReads {
  /** Whom the account speaks for today, with the roles of the day. */
  findActorByAccount(
    platform: Platform,
    tenantId: string,
    userId: string,
    today: Temporal.PlainDate,
  ): Promise<Actor | null>;
  findActorByEmail(email: string, today: Temporal.PlainDate): Promise<Actor | null>;
  details(personId: string): Promise<PersonDetails | null>;
  list(): Promise<AddressedPerson[]>;
  /** Whoever holds a role of a theme today; null: a role of no theme, such as the programme office's. */
  listByRole(
    role: RoleName,
    themeId: string | null,
    today: Temporal.PlainDate,
  ): Promise<PersonSummary[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface PeopleReadsNow {
  /** Ids of those whom PAP can write to now, as far as it knows. */
  reachable(): Promise<ReadonlySet<string>>;
  /** Everybody who holds the role today, and for which theme. */
  holders(
    role: RoleName,
    today: Temporal.PlainDate,
  ): Promise<readonly { readonly personId: string; readonly themeId: string | null }[]>;
}

export interface PeopleWrites {
  /** False: the account speaks for somebody already, and still does. */
  linkAccount(
    personId: string,
    account: LinkedAccount,
    at: Temporal.Instant,
    how?: LinkedHow,
  ): Promise<boolean>;
  /** Marks somebody as greeted; false when they were before. */
  greet(personId: string, at: Temporal.Instant): Promise<boolean>;
  /** Notes that the platform takes nothing for an account; one that is noted already keeps its day. */
  markUnreachable(account: LinkedAccount, code: string, at: Temporal.Instant): Promise<void>;
  /** Notes that the account's person chose this partnership for what they write in private. */
  choosePartnership(account: LinkedAccount, at: Temporal.Instant): Promise<void>;
  /** Every account of the person may be tried again. */
  tryAgain(personId: string): Promise<void>;
}

export type PeopleRepository = PeopleReads & PeopleReadsNow & PeopleWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly people: PeopleReads;
  }
  interface Repositories {
    readonly people: PeopleRepository;
  }
}

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly organisation: OrganisationName;
};
