// A KPI's figures in the order of time, with a dotted line through what was planned for them. Its target stands as a line, with its words beside the plot, where no figure can
// run into them; how far it may be missed is a band.
import type { EChartsOption } from 'echarts';
import {
  differenceUnit,
  type KpiTrend,
  senseWords,
} from '../../core/message/messages/chart-data.ts';
import { colours, FONT, INK, plotTop, QUIET, SIZE, TEXT, titleOption } from './style.ts';

const BOTTOM = 60;
const LEFT = 100;
const RIGHT_OF_TARGET = 180;
const RIGHT = 50;
/** How high a figure's label is, its distance from the point included. */
const LABEL = 40;
const LABEL_LETTERS = 12;

/** What echarts draws. */
export function kpiTrendOption(chart: KpiTrend): EChartsOption {
  const { points, target, unit, title } = chart;
  const top = plotTop(title);
  const height = SIZE.height - top - BOTTOM;
  const scale = scaleOf(chart);
  const toY = (value: number) => top + ((scale.max - value) / (scale.max - scale.min)) * height;
  const text = { fontFamily: FONT, fontSize: TEXT - 2, color: INK };
  return {
    title: titleOption(title),
    grid: { left: LEFT, right: target ? RIGHT_OF_TARGET : RIGHT, top, bottom: BOTTOM },
    xAxis: {
      type: 'category',
      boundaryGap: true,
      data: points.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: QUIET }, onZero: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...scale,
      splitLine: { lineStyle: { color: '#E3E3E3' } },
      axisLabel: {
        ...text,
        color: QUIET,
        formatter: (value: number) => `${short(value)}${unit === '%' ? unit : ''}`,
      },
    },
    series: [
      {
        name: 'figures',
        type: 'line',
        connectNulls: false,
        symbol: 'circle',
        symbolSize: 14,
        lineStyle: { width: 4, color: INK },
        itemStyle: { color: INK },
        data: points.map(({ value, raw }, index) => ({
          value: value ?? '-',
          label: {
            show: value !== null,
            formatter: shortRaw(raw, value, unit),
            position: isUnder(index, chart, toY) ? ('bottom' as const) : ('top' as const),
            ...{ ...text, fontWeight: 'bold' as const, backgroundColor: '#ffffff', padding: 2 },
          },
        })),
        ...(target && targetMarks(target)),
      },
      ...plannedLine(points),
    ],
    ...(target && { graphic: targetWords(chart, target, toY(target.value), top, top + height) }),
  };
}

/** The way to the target: a dotted line with open points, none where nothing was planned. */
function plannedLine(points: KpiTrend['points']) {
  if (points.every(({ planned }) => planned === undefined)) return [];
  return [
    {
      name: 'planned',
      type: 'line' as const,
      connectNulls: true,
      symbol: 'emptyDiamond',
      symbolSize: 12,
      lineStyle: { width: 2, type: 'dotted' as const, color: colours.target },
      itemStyle: { color: colours.target },
      data: points.map(({ planned }) => planned ?? '-'),
    },
  ];
}

function targetMarks({ value, tolerance, sense }: NonNullable<KpiTrend['target']>) {
  const missed = sense === 'at-least' ? value - (tolerance ?? 0) : value + (tolerance ?? 0);
  const band: [{ yAxis: number }, { yAxis: number }] = [{ yAxis: value }, { yAxis: missed }];
  return {
    markLine: {
      silent: true,
      z: 1,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: colours.target, width: 3, type: 'dashed' as const },
      data: [{ yAxis: value }],
    },
    ...(tolerance !== undefined && {
      markArea: {
        silent: true,
        itemStyle: { color: colours.band },
        data: [band],
      },
    }),
  };
}

/** Beside the end of the line, and never over the edge of the plot. */
function targetWords(
  { points, unit }: KpiTrend,
  { raw, value, sense, tolerance, by, stands }: NonNullable<KpiTrend['target']>,
  lineY: number,
  top: number,
  bottom: number,
) {
  const lines = [`Target ${senseWords[sense]}`, shortRaw(raw, value, unit)];
  if (by !== undefined) lines.push(`by ${by}`);
  const bold = lines.length;
  if (stands !== undefined) lines.push(stands);
  if (points.some(({ planned }) => planned !== undefined)) lines.push('Dotted: planned');
  if (tolerance !== undefined)
    lines.push('Shaded: within', `${short(tolerance)}${differenceUnit(unit)} of it`);
  const height = lines.length * 24;
  const y = Math.min(Math.max(lineY - 12, top), bottom - height);
  return lines.map((line, index) => ({
    type: 'text' as const,
    x: SIZE.width - RIGHT_OF_TARGET + 12,
    y: y + index * 24,
    style: {
      text: line,
      fill: index < bold ? colours.target : QUIET,
      ...{
        fontFamily: FONT,
        fontSize: TEXT - 3,
        fontWeight: index < bold ? ('bold' as const) : ('normal' as const),
      },
    },
  }));
}

/** A label goes under its point where the target's line or the curve would run through it above. */
function isUnder(
  index: number,
  { points, target }: KpiTrend,
  toY: (value: number) => number,
): boolean {
  const value = points[index]?.value ?? null;
  if (value === null) return false;
  const y = toY(value);
  const above = (other: number | null | undefined) =>
    other !== null && other !== undefined && toY(other) < y - 4;
  const lineY = target && toY(target.value);
  if (lineY !== undefined && lineY < y && lineY > y - LABEL) return true;
  if (lineY !== undefined && lineY >= y && lineY < y + LABEL) return false;
  if (above(points[index]?.planned)) return true;
  const neighbours = [points[index - 1]?.value, points[index + 1]?.value];
  const known = neighbours.filter((one) => one !== null && one !== undefined);
  return known.length > 0 && known.every(above);
}

/** An axis of round numbers that holds every figure, the target and the band, with room for labels at both ends. */
function scaleOf({ points, target }: KpiTrend): { min: number; max: number; interval: number } {
  const band = target
    ? [target.value - (target.tolerance ?? 0), target.value + (target.tolerance ?? 0)]
    : [];
  const values = [
    ...points.flatMap(({ value, planned }) => [value ?? [], planned ?? []].flat()),
    ...band,
  ];
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const span = high - low || Math.abs(high) || 1;
  const interval = roundStep((span * 1.5) / 4);
  const min = Math.floor((low - span * 0.25) / interval) * interval;
  return {
    min: low >= 0 ? Math.max(0, min) : min,
    max: Math.ceil((high + span * 0.3) / interval) * interval,
    interval,
  };
}

/** The next of 1, 2 or 5 with noughts. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return power * ([1, 2, 5].find((step) => step * power >= atLeast) ?? 10);
}

/** The figure as published, or its first word where it is longer: `34.40%` of `34.40% of 61 EHCPs`. */
function shortRaw(raw: string, value: number | null, unit: string): string {
  const figure = (raw.split('(', 1)[0] ?? '').trim();
  const [first = ''] = figure.split(/\s/);
  const fits = [figure, first].find((words) => /\d/.test(words) && words.length <= LABEL_LETTERS);
  return fits ?? (value === null ? '' : `${short(value)}${unit}`);
}

/** Without the noise of floating point. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
