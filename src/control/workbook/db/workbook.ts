// Loads the workbook that somebody sent into the record of one partnership.

import { type Executor, fromDate } from '../../../core/database/db/executor.ts';
import { loadRead } from '../../plan-folders/db/load-plan.ts';
import type { WorkbookRepository } from '../app/workbook-ports.ts';
import { loadKnownRecord } from './known-record.ts';

/** Of one partnership. */
export function createWorkbook(db: Executor, partnershipId: string): WorkbookRepository {
  return {
    known: (today) => loadKnownRecord(db, { id: partnershipId }, fromDate(today)),

    workspaces: () =>
      db.workspace.findMany({
        where: { partnershipId },
        select: { platform: true, tenantId: true },
      }),

    load: (rows, partnershipKey, now) => loadRead(db, rows, now, partnershipKey),
  };
}
