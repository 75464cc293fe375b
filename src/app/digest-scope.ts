// The stretch of time that a digest tells of, and what was recorded in it.
import type { Temporal } from 'temporal-polyfill';
import { type Cycle, cyclePhase } from '../domain/cycle.ts';
import { netUpdates } from '../domain/net-updates.ts';
import type { DigestChange, DigestTimes, Waiting } from '../messages/digest-sections.ts';
import type { PartnershipRecord, RecordedUpdate } from './ports.ts';

export type DigestScope = Omit<DigestTimes, 'timeZone'>;

/**
 * What amounts to a change, oldest first.
 * @param themeId null: of the whole plan
 */
export async function readChanges(
  { objectives }: Pick<PartnershipRecord, 'objectives'>,
  themeId: string | null,
  { since, now }: DigestScope,
): Promise<(DigestChange & Pick<RecordedUpdate, 'objectiveId'>)[]> {
  // What was recorded at the very moment of the last digest came after it: the demonstration's
  // clock stands still, and there that is the rule.
  const after = since.subtract({ milliseconds: 1 });
  const updates = await objectives.updatesSince(themeId, after, now);
  return netUpdates(updates).map(({ author, ...update }) => ({
    ...update,
    by: author ? `${author.name}, ${author.organisation}` : 'the plan’s documents',
  }));
}

/** How many returns are owed: before a cycle's first request goes out, none is. */
export function countOwed(waiting: readonly Waiting[], now: Temporal.Instant): number {
  const isAsked = ({ cycle }: { readonly cycle: Cycle }) => cyclePhase(cycle, now) !== 'planned';
  return waiting.filter(isAsked).reduce((sum, { objectives }) => sum + objectives.length, 0);
}
