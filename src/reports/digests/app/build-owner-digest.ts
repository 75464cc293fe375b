// What the digest of one owner says: their objectives, what is asked of them, what comes up.
import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { listOutstanding } from '../../../cycle/returns/app/list-outstanding.ts';
import { answersAlone } from '../../../plan/objectives/domain/objective.ts';
import type { OwnerDigestFacts } from '../messages/digest-owner.ts';
import type { PartOf } from '../messages/digest-sections.ts';
import { type DigestScope, loadChanges, loadNewFigures, loadPlanChanges } from './digest-news.ts';

/** How far ahead a milestone is coming up. */
const AHEAD_DAYS = 28;

/** Everything that the digest says. */
export async function buildOwnerDigest(
  record: Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'objectives'>,
  { timeZone }: Pick<Partnership, 'timeZone'>,
  personId: string,
  scope: DigestScope,
): Promise<OwnerDigestFacts> {
  const today = localDate(scope.now, timeZone);
  const objectives = await record.objectives.list(today, { personId });
  const byId = new Map(objectives.map((one) => [one.id, one]));
  const [faded, changes, planChanges, figures, outstanding, items] = await Promise.all([
    fadeRatings(objectives, record, scope.now),
    loadChanges(record, null, scope),
    loadPlanChanges(record, objectives, scope),
    loadNewFigures(record, 'all', { ...scope, today }),
    listOutstanding(record, today, { personId }),
    record.items.list({
      ...{ objectiveIds: [...byId.keys()], kinds: ['action', 'milestone', 'recovery'] },
      statuses: ['not-started', 'under-way', 'open'],
    }),
  ]);
  const until = today.add({ days: AHEAD_DAYS });
  const coming = items.flatMap((item): (PartOf & { readonly day: Temporal.PlainDate })[] => {
    const objective = byId.get(item.objectiveId);
    const day = item.due?.lastDay;
    return objective && day && Temporal.PlainDate.compare(day, until) <= 0
      ? [{ objective, item, day }]
      : [];
  });
  return {
    ...{ ...scope, timeZone, today, planChanges, objectives: faded },
    figures: figures.filter(({ owner }) => owner?.id === personId),
    changes: changes.filter(({ objectiveId }) => byId.has(objectiveId)),
    waiting: outstanding
      .map(({ cycle, objectives: all }) => ({
        cycle,
        objectives: all.filter((one) => answersAlone(one, personId)),
      }))
      .filter((one) => one.objectives.length > 0),
    coming: coming.sort((one, other) => Temporal.PlainDate.compare(one.day, other.day)),
  };
}
