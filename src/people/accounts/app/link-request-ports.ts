// What the application asks of the record about people who asked to be linked.
import type { Temporal } from 'temporal-polyfill';
import type { GuestFacts } from '../../../core/request/domain/platform.ts';
import type { LinkedAccount } from '../../people/domain/choose-account.ts';

export type LinkRequest = {
  readonly id: string;
  readonly number: number;
  readonly account: LinkedAccount;
  /** Who they say they are, in their words; empty where a guest wrote something else. */
  readonly claim: string;
  /** What the platform said of a guest; null: a member asks. */
  readonly guest: GuestFacts | null;
  readonly requestedAt: Temporal.Instant;
  readonly state: 'open' | 'approved' | 'refused';
};

export interface LinkRequestReads {
  listOpen(): Promise<LinkRequest[]>;
  find(number: number): Promise<LinkRequest | null>;
}

export interface LinkRequestWrites {
  /** Records it unless one of the account's stands in its way, which is then the answer. */
  add(
    request: Pick<LinkRequest, 'account' | 'claim' | 'requestedAt' | 'guest'>,
    stands: (earlier: LinkRequest) => boolean,
  ): Promise<{ readonly added?: LinkRequest; readonly earlier?: LinkRequest }>;
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

export type LinkRequestRepository = LinkRequestReads & LinkRequestWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly linkRequests: LinkRequestReads;
  }
  interface Repositories {
    readonly linkRequests: LinkRequestRepository;
  }
}
