// A theme's digest from the record: the same for preview, for a post on request and for the weekly one.
import { localDate } from '../domain/working-days.ts';
import type { ThemeDigestFacts } from '../messages/digest-theme.ts';
import { allObjectives } from './all-objectives.ts';
import { readDigestCharts, readNewFigures, readPlanChanges } from './digest-news.ts';
import { type DigestScope, readChanges } from './digest-scope.ts';
import { fadeRatings } from './fade-ratings.ts';
import { listOutstanding } from './list-outstanding.ts';
import type { Partnership, PartnershipRecord, ThemeView } from './ports.ts';

/** Everything that the digest says. */
export async function buildThemeDigest(
  record: PartnershipRecord,
  { timeZone }: Pick<Partnership, 'timeZone'>,
  theme: ThemeView,
  audience: ThemeDigestFacts['audience'],
  scope: DigestScope,
): Promise<ThemeDigestFacts> {
  const today = localDate(scope.now, timeZone);
  const [objectives, changes, outstanding, kpis, figures, all] = await Promise.all([
    record.objectives.list(today, { themeId: theme.id }),
    readChanges(record, theme.id, scope),
    listOutstanding(record, today, { themeId: theme.id }),
    record.kpis.table(theme.id),
    readNewFigures(record, theme.id, scope),
    allObjectives(record, theme.id, today),
  ]);
  return {
    ...{ ...scope, timeZone, theme, audience, changes, kpis, figures },
    planChanges: await readPlanChanges(record, all, scope),
    charts: await readDigestCharts(record, { timeZone }, theme, figures, scope),
    objectives: await fadeRatings(objectives, record, scope.now),
    waiting: outstanding.filter(({ asked }) => asked > 0),
  };
}
