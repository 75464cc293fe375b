// How many objectives had each rating: a column a day, red at the foot. A part has its letter in it where there is room,
// and under each column stand all its numbers.
import type { EChartsOption } from 'echarts';
import type { ChartData } from '../../core/message/messages/chart-data.ts';
import {
  colours,
  FONT,
  INK,
  plotTop,
  QUIET,
  SIZE,
  SUBTITLE,
  subtitleOption,
  TEXT,
  titleOption,
} from './style.ts';

type RagOverTime = Extract<ChartData, { kind: 'rag-over-time' }>;

/** A letter with a question mark is the last that is known; a dash is whatever counts as no colour. */
const parts = [
  { part: 'red', letter: 'R', ink: INK },
  { part: 'last-known-red', letter: 'R?', ink: INK },
  { part: 'amber', letter: 'A', ink: INK },
  { part: 'last-known-amber', letter: 'A?', ink: INK },
  { part: 'green', letter: 'G', ink: INK },
  { part: 'blue', letter: 'B', ink: '#ffffff' },
  { part: 'none', letter: '–', ink: INK },
] as const;

type Drawn = Readonly<Record<(typeof parts)[number]['part'], number>>;

/** More columns would leave no room for their numbers. */
const MOST_POINTS = 5;
const BOTTOM = 96;

/** What echarts draws. */
export function ragOverTimeOption(chart: RagOverTime): EChartsOption {
  const points = chart.points.slice(-MOST_POINTS);
  const drawn = points.map(({ counts }) => drawnOf(counts));
  const totals = drawn.map((one) => parts.reduce((sum, { part }) => sum + one[part], 0));
  const most = Math.max(1, ...totals);
  const says = legend(drawn);
  const top = plotTop(chart.title) + (says === '' ? 0 : SUBTITLE);
  const unit = (SIZE.height - top - BOTTOM) / most;
  return {
    title: { ...titleOption(chart.title), ...subtitleOption(says) },
    grid: { left: 24, right: 24, top, bottom: BOTTOM },
    xAxis: {
      type: 'category',
      data: points.map(({ label, counts }) => `${label}\n${numbers(drawnOf(counts))}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: QUIET } },
      axisLabel: {
        ...{ interval: 0, fontFamily: FONT, fontSize: TEXT - 3, color: INK, lineHeight: 28 },
      },
    },
    yAxis: { type: 'value', show: false, min: 0, max: most },
    series: parts.map(({ part, letter, ink }) => ({
      name: part,
      type: 'bar' as const,
      stack: 'all',
      barWidth: '62%',
      barMaxWidth: 160,
      itemStyle: { color: colours[part], borderColor: '#ffffff', borderWidth: 2 },
      data: drawn.map(({ [part]: value }) => ({
        value,
        label: {
          show: value * unit >= TEXT + 4,
          formatter: `${letter} ${value}`,
          ...{ fontFamily: FONT, fontSize: TEXT, fontWeight: 'bold' as const, color: ink },
        },
      })),
    })),
  };
}

/** What is known to have been a warning keeps a part of its own; what else counts as no colour is one part. */
function drawnOf(counts: RagOverTime['points'][number]['counts']): Drawn {
  const { red, amber, green, blue, none = 0 } = counts;
  return {
    ...{ red, amber, green, blue },
    'last-known-red': counts['last-known-red'] ?? 0,
    'last-known-amber': counts['last-known-amber'] ?? 0,
    none:
      none +
      (counts['last-known-green'] ?? 0) +
      (counts['last-known-blue'] ?? 0) +
      (counts.unrated ?? 0) +
      (counts['not-rated'] ?? 0),
  };
}

/** `R1 A3 G5`: what there is none of is left out. */
function numbers(drawn: Drawn): string {
  const there = parts.filter(({ part }) => drawn[part] > 0);
  return there.length === 0
    ? 'none'
    : there.map(({ part, letter }) => `${letter}${drawn[part]}`).join(' ');
}

const meanings = [
  ['last-known-red', 'R? last known red'],
  ['last-known-amber', 'A? last known amber'],
  ['none', '– no rating that counts'],
] as const;

/** What the letters say that are no colour's initial; empty where there are none. */
function legend(drawn: readonly Drawn[]): string {
  return meanings
    .filter(([part]) => drawn.some((one) => one[part] > 0))
    .map(([, words]) => words)
    .join('   ');
}
