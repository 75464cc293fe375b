// What a period amounts to: a rating that was taken back within it did not happen, and one that was amended
// within it reads as it was put right.
import type { StatusEntry } from './objective.ts';

/** @param entries oldest first; what they put right may lie before them */
export function netUpdates<
  Entry extends Pick<StatusEntry, 'id' | 'kind' | 'supersedesId' | 'fromRag'>,
>(entries: readonly Entry[]): Entry[] {
  const net = new Map<string, Entry>();
  for (const entry of entries) {
    const corrected = entry.supersedesId === null ? undefined : net.get(entry.supersedesId);
    if (!corrected) {
      net.set(entry.id, entry);
      continue;
    }
    net.delete(corrected.id);
    if (entry.kind !== 'undo')
      net.set(entry.id, { ...entry, kind: corrected.kind, fromRag: corrected.fromRag });
  }
  return [...net.values()];
}
