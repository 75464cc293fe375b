// What the application asks of the record about looking for the accounts of people who have never written.
import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';
import type { SearchOutcome } from '../domain/judge-accounts.ts';

/** A Slack workspace or a Teams tenant. */
export type Workspace = { readonly platform: Platform; readonly tenantId: string };

export type Sought = {
  readonly personId: string;
  readonly name: string;
  /** Lower case. */
  readonly emails: readonly string[];
};

export type SearchRow = Workspace & {
  readonly personId: string;
  readonly lookedAt: Temporal.Instant;
  readonly outcome: SearchOutcome;
};

/** Of what holds now; nobody asks for it as at a date. */
export interface AccountSearchReadsNow {
  /** Those that stand for the partnership. */
  workspaces(): Promise<readonly Workspace[]>;
  /**
   * Whoever has no account that messages can go to, and was not looked for there since.
   * @param since who was looked for later than this is left out
   */
  due(workspace: Workspace, since: Temporal.Instant): Promise<readonly Sought[]>;
  /** What came of it, of everybody who was looked for. */
  list(): Promise<readonly SearchRow[]>;
}

export interface AccountSearchWrites {
  /** In place of what came of it before. */
  note(row: SearchRow): Promise<void>;
  /** Everybody who was not found there is looked for again. */
  again(workspace: Workspace): Promise<void>;
}

export type AccountSearchRepository = AccountSearchReadsNow & AccountSearchWrites;

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly accountSearches: AccountSearchRepository;
  }
}
