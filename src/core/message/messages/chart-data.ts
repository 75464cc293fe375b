// A chart as plain data: what is drawn as a picture, and read as a table where there are no pictures.

import type { Rag } from '../domain/rag.ts';
import { ofEachStanding, type Standing } from '../domain/standing.ts';
import type { Block } from './message.ts';
import { standingWord, toldStandings } from './rag-text.ts';

/** `none`: whatever is no colour, in charts of messages that were queued before it was told apart. */
export type ChartCounts = Readonly<Record<Rag, number>> & {
  readonly [S in Exclude<Standing, Rag> | 'none']?: number;
};

export type ChartData =
  | {
      readonly kind: 'rag-over-time';
      readonly title: string;
      /** What a reader who does not see it is told. */
      readonly alt: string;
      /** How many objectives counted as what on a day; the oldest first. */
      readonly points: readonly { readonly label: string; readonly counts: ChartCounts }[];
    }
  | {
      readonly kind: 'kpi-trend';
      readonly title: string;
      readonly alt: string;
      /** What the figures are counted in, as it stands behind one: `%`, ` days`, or nothing. */
      readonly unit: string;
      /** In the order of time; a figure that was not available is a gap. */
      readonly points: readonly {
        readonly label: string;
        readonly value: number | null;
        /** As published. */
        readonly raw: string;
        /** What was planned for it on the way to the target. */
        readonly planned?: number;
      }[];
      readonly target?: {
        readonly value: number;
        /** As it was set. */
        readonly raw: string;
        readonly sense: 'at-least' | 'at-most';
        /** How far it may be missed and still be amber, in the figure's own unit. */
        readonly tolerance?: number;
        /** The date that it carries, in a few letters. */
        readonly by?: string;
        /** How it stands: `on course`. */
        readonly stands?: string;
      };
    };

export type KpiTrend = Extract<ChartData, { readonly kind: 'kpi-trend' }>;

/** The numbers as a table: what a chart says in words. */
export function chartRows(chart: ChartData): {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  switch (chart.kind) {
    case 'rag-over-time': {
      const all = chart.points.map(({ counts }) => counts);
      const told = toldStandings(sumOf(all));
      const isOld = all.some(({ none = 0 }) => none > 0);
      return {
        headers: ['When', ...told.map(standingWord), ...(isOld ? ['No rating that counts'] : [])],
        rows: chart.points.map(({ label, counts }) => [
          label,
          ...told.map((standing) => String(counts[standing] ?? 0)),
          ...(isOld ? [String(counts.none ?? 0)] : []),
        ]),
      };
    }
    case 'kpi-trend': {
      const { target } = chart;
      const isPlanned = chart.points.some(({ planned }) => planned !== undefined);
      const figures = chart.points.map(({ label, raw, planned }) => [
        ...[label, raw],
        ...(isPlanned ? [planned === undefined ? '' : `${planned}${chart.unit}`] : []),
      ]);
      const tolerance =
        target?.tolerance === undefined
          ? ''
          : `, amber within ${target.tolerance}${differenceUnit(chart.unit)}`;
      return {
        headers: ['When', 'Figure', ...(isPlanned ? ['Planned'] : [])],
        rows: target
          ? [
              ...figures,
              [
                `Target: ${senseWords[target.sense]}`,
                `${target.raw}${tolerance}${target.by ? `, by ${target.by}` : ''}${target.stands ? `: ${target.stands}` : ''}`,
                ...(isPlanned ? [''] : []),
              ],
            ]
          : figures,
      };
    }
    default:
      return chart satisfies never;
  }
}

function sumOf(all: readonly ChartCounts[]): Readonly<Record<Standing, number>> {
  return ofEachStanding((standing) =>
    all.reduce((total, counts) => total + (counts[standing] ?? 0), 0),
  );
}

/** `red 1, amber 0, green 2, blue 0, last known red 1`: what a reader who does not see it is told. */
export function chartCountsText(counts: ChartCounts): string {
  return toldStandings(counts)
    .map((standing) => `${standingWord(standing).toLowerCase()} ${counts[standing] ?? 0}`)
    .join(', ');
}

/** What the difference of two figures is counted in: two percentages are points apart, not per cent. */
export function differenceUnit(unit: string): string {
  return unit === '%' ? ' points' : unit;
}

export const senseWords = { 'at-least': 'at least', 'at-most': 'at most' } as const;

/** The table; its caption is the chart's title. */
export function chartTable(chart: ChartData): Extract<Block, { kind: 'table' }> {
  const { headers, rows } = chartRows(chart);
  return {
    kind: 'table',
    caption: chart.title,
    columns: headers.map((header, index) => ({ header, align: index === 0 ? 'left' : 'right' })),
    rows,
  };
}
