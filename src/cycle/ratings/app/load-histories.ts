// All that was recorded of some objectives.

import { Temporal } from 'temporal-polyfill';
import type { PartnershipRecord } from '../../../core/request/app/ports.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';

/** By objective, all that was recorded of it, oldest first. */
export async function loadHistories(
  objectiveIds: readonly string[],
  { history }: Pick<PartnershipRecord, 'history'>,
): Promise<Map<string, HistoryEntry[]>> {
  const histories = new Map<string, HistoryEntry[]>();
  for (const entry of (await history.listAfter(objectiveIds, BEGINNING)).reverse()) {
    const own = histories.get(entry.objectiveId);
    if (own) own.push(entry);
    else histories.set(entry.objectiveId, [entry]);
  }
  return histories;
}

export const BEGINNING = Temporal.Instant.fromEpochMilliseconds(0);
