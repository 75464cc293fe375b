// A chart: a KPI's line as Teams draws it, with the table of its numbers for a client that cannot. Ratings are a table:
// the colours of a native chart are not ours to choose, and a rating is never colour alone.
import {
  type ChartData,
  chartTable,
  type KpiTrend,
  senseWords,
} from '../../../core/message/messages/chart-data.ts';
import type { CardElement } from './card.ts';
import { oneLine } from './escape.ts';
import { clip, LIMITS } from './limits.ts';
import { renderTable } from './render-table.ts';

/** The chart, or its numbers. */
export function renderChart(chart: ChartData, rowBudget: number): CardElement[] {
  const numbers = renderTable(chartTable(chart), rowBudget);
  switch (chart.kind) {
    case 'rag-over-time':
      return numbers;
    case 'kpi-trend':
      return [{ ...line(chart), fallback: { type: 'Container', items: numbers } }];
    default:
      return chart satisfies never;
  }
}

function line({ title, points, target }: KpiTrend): CardElement {
  const planned = points.flatMap(({ label, planned: y }) =>
    y === undefined ? [] : [{ x: oneLine(label), y }],
  );
  const legend = target && `Target ${senseWords[target.sense]} ${target.raw}`;
  return {
    type: 'Chart.Line',
    title: clip(oneLine(title), LIMITS.title),
    data: [
      {
        legend: 'Figure',
        values: points.flatMap(({ label, value }) =>
          value === null ? [] : [{ x: oneLine(label), y: value }],
        ),
      },
      ...(legend
        ? [
            ...(planned.length > 0 ? [{ legend: 'Planned', values: planned }] : []),
            {
              legend: oneLine(legend),
              values: points.map((one) => ({ x: oneLine(one.label), y: target.value })),
            },
          ]
        : []),
    ],
  };
}
