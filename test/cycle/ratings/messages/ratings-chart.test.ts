// A chart of ratings in words and numbers: nothing that is counted is lost in it, and old charts can still be read.
import { describe, expect, it } from 'vitest';
import { countRatings } from '../../../../src/core/message/domain/standing.ts';
import { type ChartData, chartRows } from '../../../../src/core/message/messages/chart-data.ts';
import { ratingsChart } from '../../../../src/cycle/ratings/messages/ratings-chart.ts';
import { day } from '../../../support/rules/builders.ts';

const fade = { step: 'last-known', daysAgo: 5 } as const;

describe('a chart of ratings', () => {
  const chart = ratingsChart('the plan', [
    {
      day: day('2024-07-15'),
      counts: countRatings([{ rag: 'red', fade }, { rag: 'red' }, { rag: 'green', fade }]),
    },
  ]);

  it('has a column for each way to count that there is', () => {
    expect(chart && chartRows(chart)).toEqual({
      headers: ['When', 'Red', 'Amber', 'Green', 'Blue', 'Last known red', 'Last known green'],
      rows: [['15 Jul', '1', '0', '0', '0', '1', '1']],
    });
  });

  it('tells them to whoever does not see it', () => {
    expect(chart?.alt).toBe(
      'Ratings of the plan over 1 dates. Latest: red 1, amber 0, green 0, blue 0, last known red 1, last known green 1.',
    );
  });

  it('that was queued before they were told apart is read as it was meant', () => {
    const old: ChartData = {
      ...{ kind: 'rag-over-time', title: 'Ratings', alt: '' },
      points: [{ label: 'now', counts: { red: 1, amber: 0, green: 2, blue: 0, none: 3 } }],
    };

    expect(chartRows(old)).toEqual({
      headers: ['When', 'Red', 'Amber', 'Green', 'Blue', 'No rating that counts'],
      rows: [['now', '1', '0', '2', '0', '3']],
    });
  });
});
