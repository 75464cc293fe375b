// What the application asks of the record to load a workbook that somebody sent.

import type { Temporal } from 'temporal-polyfill';
import type { KnownRecord } from '../domain/known-record.ts';
import type { WorkbookRow } from '../domain/workbook-reading.ts';
import type { WorkbookEffect } from '../messages/workbook-words.ts';

export interface WorkbookRepository {
  /** What the partnership has. @param today roles and owners that ended before it count no longer */
  known(today: Temporal.PlainDate): Promise<KnownRecord>;
  /** The workspaces and tenants that stand for the partnership. */
  workspaces(): Promise<readonly { readonly platform: string; readonly tenantId: string }[]>;
  /** Loads rows in the caller's transaction, as `npm run setup` does. @returns what they changed */
  load(
    rows: readonly WorkbookRow[],
    partnershipKey: string,
    now: Temporal.Instant,
  ): Promise<WorkbookEffect>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly workbook: WorkbookRepository;
  }
}
