// Of which moment a seal speaks that somebody noted: the history is sealed anew after each of its entries.
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { ChainHead } from './plan-ports.ts';

export type FoundSeal = {
  /** How many entries there were then. */
  readonly entries: number;
  readonly at: Temporal.Instant;
  /** Nothing was recorded since. */
  readonly isLatest: boolean;
};

/**
 * The latest moment at which the history had this seal.
 * @param heads every entry's digest, in the order of recording
 * @returns null: it never had it
 */
export function findSeal(seal: string, heads: readonly ChainHead[]): FoundSeal | null {
  const ends = new Map<string, string>();
  const order = [...new Set(heads.map(({ objectiveId }) => objectiveId))].sort();
  let found: FoundSeal | null = null;
  for (const [index, { objectiveId, head, at }] of heads.entries()) {
    ends.set(objectiveId, head);
    const digest = createHash('sha256');
    for (const id of order) digest.update(ends.get(id) ?? '');
    if (digest.digest('hex') === seal)
      found = { entries: index + 1, at, isLatest: index === heads.length - 1 };
  }
  return found;
}
