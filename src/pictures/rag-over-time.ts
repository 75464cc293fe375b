// How many objectives had each rating: a column a day, red at the foot. A part has its letter in it where there is room,
// and under each column stand all its numbers.
import type { EChartsOption } from 'echarts';
import type { ChartData } from '../messages/chart-data.ts';
import { colours, FONT, INK, plotTop, QUIET, SIZE, TEXT, titleOption } from './style.ts';

type RagOverTime = Extract<ChartData, { kind: 'rag-over-time' }>;

const ratings = [
  { rag: 'red', letter: 'R', ink: INK },
  { rag: 'amber', letter: 'A', ink: INK },
  { rag: 'green', letter: 'G', ink: INK },
  { rag: 'blue', letter: 'B', ink: '#ffffff' },
  { rag: 'none', letter: '–', ink: INK },
] as const;

/** More columns would leave no room for their numbers. */
const MOST_POINTS = 5;
const BOTTOM = 96;

/** What echarts draws. */
export function ragOverTimeOption(chart: RagOverTime): EChartsOption {
  const points = chart.points.slice(-MOST_POINTS);
  const totals = points.map(({ counts }) => ratings.reduce((sum, { rag }) => sum + counts[rag], 0));
  const most = Math.max(1, ...totals);
  const top = plotTop(chart.title);
  const unit = (SIZE.height - top - BOTTOM) / most;
  return {
    title: titleOption(chart.title),
    grid: { left: 24, right: 24, top, bottom: BOTTOM },
    xAxis: {
      type: 'category',
      data: points.map(({ label, counts }) => `${label}\n${numbers(counts)}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: QUIET } },
      axisLabel: {
        ...{ interval: 0, fontFamily: FONT, fontSize: TEXT - 3, color: INK, lineHeight: 28 },
      },
    },
    yAxis: { type: 'value', show: false, min: 0, max: most },
    series: ratings.map(({ rag, letter, ink }) => ({
      name: rag,
      type: 'bar' as const,
      stack: 'all',
      barWidth: '62%',
      barMaxWidth: 160,
      itemStyle: { color: colours[rag], borderColor: '#ffffff', borderWidth: 2 },
      data: points.map(({ counts }) => ({
        value: counts[rag],
        label: {
          show: counts[rag] * unit >= TEXT + 4,
          formatter: `${letter} ${counts[rag]}`,
          ...{ fontFamily: FONT, fontSize: TEXT, fontWeight: 'bold' as const, color: ink },
        },
      })),
    })),
  };
}

/** `R1 A3 G5`: what there is none of is left out. */
function numbers(counts: RagOverTime['points'][number]['counts']): string {
  const there = ratings.filter(({ rag }) => counts[rag] > 0);
  return there.length === 0
    ? 'none'
    : there.map(({ rag, letter }) => `${letter}${counts[rag]}`).join(' ');
}
