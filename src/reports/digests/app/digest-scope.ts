// The stretch of time that a digest tells of, and what was recorded in it.
import type { Temporal } from 'temporal-polyfill';
import type { PartnershipRecord } from '../../../core/request/app/ports.ts';
import { type Cycle, cyclePhase } from '../../../cycle/cycles/domain/cycle.ts';
import { ratingNews } from '../../../cycle/ratings/domain/rating-news.ts';
import type { RecordedUpdate } from '../../../plan/objectives/app/objective-ports.ts';
import type { DigestChange, DigestTimes, Waiting } from '../messages/digest-sections.ts';

export type DigestScope = Omit<DigestTimes, 'timeZone'>;

/**
 * What is new of ratings, each objective once: in the order in which they were last spoken of.
 * @param themeId null: of the whole plan
 */
export async function loadChanges(
  { objectives }: Pick<PartnershipRecord, 'objectives'>,
  themeId: string | null,
  { since, now }: DigestScope,
): Promise<DigestChange[]> {
  // What was recorded at the very moment of the last digest came after it: the demonstration's
  // clock stands still, and there that is the rule.
  const after = since.subtract({ milliseconds: 1 });
  const byObjective = new Map<string, RecordedUpdate[]>();
  for (const update of await objectives.updatesSince(themeId, after, now)) {
    const earlier = byObjective.get(update.objectiveId) ?? [];
    byObjective.delete(update.objectiveId);
    byObjective.set(update.objectiveId, [...earlier, update]);
  }
  return [...byObjective].flatMap(([objectiveId, updates]) => {
    const news = ratingNews(updates);
    const ref = updates[0]?.ref ?? '';
    return news.length > 0 ? [{ objectiveId, ref, news }] : [];
  });
}

/** How many returns are owed: before a cycle's first request goes out, none is. */
export function countOwed(waiting: readonly Waiting[], now: Temporal.Instant): number {
  const isAsked = ({ cycle }: { readonly cycle: Cycle }) => cyclePhase(cycle, now) !== 'planned';
  return waiting.filter(isAsked).reduce((sum, { objectives }) => sum + objectives.length, 0);
}
