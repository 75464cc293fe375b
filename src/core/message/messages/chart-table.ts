// A chart's numbers as a message's table, for where a picture cannot be shown.
import { type ChartData, chartRows } from './chart-data.ts';
import type { Block } from './message.ts';

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
