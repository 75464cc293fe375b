// What the plan completed, and how late it was: for the whole plan and for each theme that has completed enough.
import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import { themeTitle } from '../../../core/themes/domain/theme-name.ts';
import { allObjectives } from '../../../plan/objectives/app/all-objectives.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { type Completed, type Slippage, slippageOf } from '../domain/slippage.ts';

/** The whole plan first, then the themes in their order. */
export async function loadSlippage(
  record: Reads<'items' | 'kpis' | 'objectives'>,
  { timeZone }: Pick<Partnership, 'timeZone'>,
  now: Temporal.Instant,
): Promise<Slippage[]> {
  const objectives = await allObjectives(record, null, localDate(now, timeZone));
  const complete = objectives.filter(({ rag }) => rag === 'blue');
  const [items, stories, themes] = await Promise.all([
    record.items.list({ kinds: ['action', 'milestone'], statuses: ['done'] }),
    record.objectives.ratingStories(complete.map(({ id }) => id)),
    record.kpis.themes(),
  ]);
  const completed = objectives.flatMap((objective) => {
    const own = items.filter(({ objectiveId }) => objectiveId === objective.id);
    const story = stories.get(objective.id);
    const since = story?.rag === 'blue' ? localDate(story.since.at, timeZone) : null;
    return [...own.flatMap(completedPart), ...completedObjective(objective, since)].map((one) => ({
      ...one,
      themes: new Set(objective.themes.map(({ id }) => id)),
    }));
  });
  return [
    slippageOf('The whole plan', completed),
    ...themes.map((theme) =>
      slippageOf(
        themeTitle(theme),
        completed.filter((one) => one.themes.has(theme.id)),
      ),
    ),
  ].filter((one) => one !== null);
}

function completedPart(item: PlanItem): Completed[] {
  if (item.kind !== 'action' && item.kind !== 'milestone') return [];
  const due = item.originalDue ?? item.due;
  const { doneOn } = item.detail;
  return due && doneOn ? [{ due: due.lastDay, doneOn: Temporal.PlainDate.from(doneOn) }] : [];
}

/** @param completeSince the day on which it was rated blue, where it still is */
function completedObjective(
  { due, originalDue }: Objective,
  completeSince: Temporal.PlainDate | null,
): Completed[] {
  const first = originalDue ?? due;
  return first && completeSince ? [{ due: first.lastDay, doneOn: completeSince }] : [];
}
