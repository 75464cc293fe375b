// What the application asks of the record about people who asked to be linked.
import type { Temporal } from 'temporal-polyfill';
import type { LinkedAccount } from '../../people/domain/choose-account.ts';

export type LinkRequest = {
  readonly id: string;
  readonly number: number;
  readonly account: LinkedAccount;
  /** Who they say they are, in their words. */
  readonly claim: string;
  readonly requestedAt: Temporal.Instant;
  readonly state: 'open' | 'approved' | 'refused';
};

export interface LinkRequestReads {
  listOpen(): Promise<LinkRequest[]>;
  find(number: number): Promise<LinkRequest | null>;
}

export interface LinkRequestWrites {
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

export type LinkRequestRepository = LinkRequestReads & LinkRequestWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly linkRequests: LinkRequestReads;
  }
  interface Repositories {
    readonly linkRequests: LinkRequestRepository;
  }
}
