// How far a rating has faded, and what it is counted as. One that nobody confirmed when it was asked for is not what is so now: after one
// missed cycle it is the last that is known, after two there is none. Nothing of this is stored.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Fade } from '../../../core/message/domain/standing.ts';
import type { StatusEntry } from '../../../plan/objectives/domain/objective.ts';
import {
  type Cycle,
  countsAsReturnFrom,
  cycleDeadlines,
  isBefore,
} from '../../cycles/domain/cycle.ts';

/** An entry as far as it says when a rating was given. */
export type Given = Pick<StatusEntry, 'id' | 'kind' | 'supersedesId' | 'at'>;

/**
 * The entry that gave the rating in effect. Putting a note right makes no rating newer, so an amendment counts
 * from what it amends.
 * @param entries anything that holds the entries that it puts right
 */
export function givenBy(inEffect: Given, entries: readonly Given[]): Given {
  let entry = inEffect;
  while (entry.kind === 'amend') {
    const { supersedesId } = entry;
    const amended = entries.find(({ id }) => id === supersedesId);
    if (!amended) break;
    entry = amended;
  }
  return entry;
}

/**
 * How far a rating has faded at `now`; null: it stands. A cycle is missed when its returns were due, or its papers
 * were frozen, and the rating had been given before it began to count as its return; what came with the plan's
 * documents is nobody's return. Of two forums that ask at the same time, both unanswered are one miss.
 * @param cycles those that were held too
 */
export function fadeOf(
  given: Pick<Given, 'kind' | 'at'>,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
): Fade | null {
  const missed = new Map<string, number>();
  for (const cycle of cycles)
    if (hasBeenDue(cycle, now) && isBefore(given.at, countsFrom(given, cycle)))
      missed.set(cycle.forumName, (missed.get(cycle.forumName) ?? 0) + 1);
  const most = Math.max(0, ...missed.values());
  const timeZone = cycles[0]?.timeZone;
  if (most === 0 || timeZone === undefined) return null;
  const daysAgo = localDate(given.at, timeZone).until(localDate(now, timeZone)).days;
  return { step: most === 1 ? 'last-known' : 'unrated', daysAgo };
}

function countsFrom({ kind }: Pick<Given, 'kind'>, cycle: Cycle): Temporal.Instant {
  return kind === 'published' ? cycleDeadlines(cycle).returnsDue : countsAsReturnFrom(cycle);
}

/** Whether the deadline of its returns has passed, or the office froze its papers before. */
function hasBeenDue(cycle: Cycle, now: Temporal.Instant): boolean {
  const { returnsDue, freezes } = cycleDeadlines(cycle);
  return isBefore(returnsDue, now) || isBefore(freezes, now);
}
