// What moved an objective to its colour: the rating, the evidence given since the one before, and what
// stands beside it.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { answersFor, permit } from '../../../core/request/domain/permissions.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { listParts } from '../../../plan/plan-items/app/plan-parts.ts';
import type { RatingReasons } from '../messages/why-rating.ts';

/** Everything that `why <ref>` says. */
export async function explainRating(
  objective: Objective,
  { record, partnership, actor }: Given<'actor' | 'partnership', Reads<'items' | 'objectives'>>,
): Promise<RatingReasons> {
  const ids = [objective.id];
  const story = (await record.objectives.ratingStories(ids)).get(objective.id) ?? null;
  const since = story?.before?.at.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
  const evidence = await listParts('evidence', ids, record);
  const challenges = await listParts('challenge', ids, record);
  const recoveries = await listParts('recovery', ids, record);
  return {
    ...{ objective, story, timeZone: partnership.timeZone },
    evidence: evidence.filter(
      ({ status, addedAt }) => status === 'given' && addedAt.epochMilliseconds >= since,
    ),
    olderEvidence: evidence.filter(
      ({ status, addedAt }) => status === 'given' && addedAt.epochMilliseconds < since,
    ).length,
    mayChallenge:
      !answersFor(actor, objective) && permit(actor, 'challenge', 'challenge', { objective }).ok,
    beside: [...challenges, ...recoveries].filter(({ status }) => status === 'open'),
  };
}
