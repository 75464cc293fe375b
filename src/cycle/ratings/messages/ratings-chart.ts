// How many objectives had each rating, week by week, as a chart: what counted as what.

import { type ChartData, chartCountsText } from '../../../core/message/messages/chart-data.ts';
import type { RagPoint } from '../domain/rag-over-time.ts';

/** As many columns as a phone shows with their figures: the latest, and every fourth week before it. */
const WEEKS_APART = 4;

/**
 * The ratings of `whose` as a chart; weeks without an objective are left out. Null: there are none.
 * @param weekly the counts of each week, the earliest first
 */
export function ratingsChart(whose: string, weekly: readonly RagPoint[]): ChartData | null {
  const points = weekly
    .filter((_, index) => (weekly.length - 1 - index) % WEEKS_APART === 0)
    .filter(({ counts }) => counts.all > 0)
    .map(({ day, counts: { all: _, ...counts } }) => ({
      label: day.toLocaleString('en-GB', { day: 'numeric', month: 'short' }),
      counts,
    }));
  const last = points.at(-1);
  if (!last) return null;
  return {
    kind: 'rag-over-time',
    title: `Ratings of ${whose}`,
    alt: `Ratings of ${whose} over ${points.length} dates. Latest: ${chartCountsText(last.counts)}.`,
    points,
  };
}
