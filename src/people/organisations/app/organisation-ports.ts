// What the application asks of the record about the bodies whose people answer.

import type { Temporal } from 'temporal-polyfill';
import type { OrganisationKind } from '../domain/organisation.ts';

export type OrganisationName = { readonly id: string; readonly name: string };

export type Organisation = OrganisationName & {
  readonly kind: string;
  /** The body that it became part of; null: it stands by itself. */
  readonly mergedIntoId: string | null;
};

export interface OrganisationReads {
  /** By name, those that became part of another included. */
  list(): Promise<Organisation[]>;
}

export interface OrganisationWrites {
  add(organisation: { readonly name: string; readonly kind: OrganisationKind }): Promise<void>;
  change(
    id: string,
    facts: { readonly name?: string; readonly kind?: OrganisationKind },
  ): Promise<void>;
  /**
   * Moves people and closure days of one body to another, which it is part of from then on. Who answers for objectives is not
   * touched. @returns the names of the people who moved
   */
  merge(fromId: string, intoId: string): Promise<readonly string[]>;
  /** What one body answers for without having named a person is the other's from this day on. */
  answerInstead(fromId: string, intoId: string, from: Temporal.PlainDate): Promise<void>;
}

export type OrganisationRepository = OrganisationReads & OrganisationWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly organisations: OrganisationReads;
  }
  interface Repositories {
    readonly organisations: OrganisationRepository;
  }
}
