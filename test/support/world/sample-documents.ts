// Charts and a document that hold everything that one can hold, for the tests of what is drawn and written.
import type { ChartData } from '../../../src/core/message/messages/chart-data.ts';
import type { Document } from '../../../src/core/message/messages/document.ts';

export type KpiTrend = Extract<ChartData, { kind: 'kpi-trend' }>;
export type RagOverTime = Extract<ChartData, { kind: 'rag-over-time' }>;

export const someTrend: KpiTrend = {
  kind: 'kpi-trend',
  title: 'Plans that were issued within 20 weeks, exceptions left out',
  alt: 'A line that rises from 34.4% in 2021 to 56% in the second quarter of 2024; the target is at least 60%.',
  unit: '%',
  points: [
    { label: '2021', value: 34.4, raw: '34.40% of 61 EHCPs' },
    { label: '2022', value: null, raw: 'Data not available' },
    { label: '2023', value: 47.1, raw: '47.1% (200)' },
    { label: 'Q1 2024', value: 50.3, raw: '50.3% (increase of 5% on previous year)' },
    { label: 'Q2 2024', value: 56, raw: '56%' },
  ],
  target: { value: 60, raw: '60%', sense: 'at-least', tolerance: 5 },
};

export const someRatings: RagOverTime = {
  kind: 'rag-over-time',
  title: 'Objectives by rating, meeting by meeting',
  alt: 'Columns of ratings at four meetings.',
  points: [
    { label: '27 Mar 2024', counts: { red: 5, amber: 6, green: 3, blue: 0, none: 2 } },
    { label: '22 May 2024', counts: { red: 4, amber: 6, green: 5, blue: 1, none: 0 } },
    { label: '24 Jul 2024', counts: { red: 1, amber: 7, green: 6, blue: 2, none: 0 } },
    { label: 'now', counts: { red: 1, amber: 4, green: 8, blue: 3, none: 0 } },
  ],
};

/** What somebody could have typed to do harm. */
export const nasty = '<script>alert("x")</script> & \'quoted\' "twice" \u0000\u0008\uD800 end';

export const someDocument: Document = {
  title: 'A partnership: board pack 1',
  subtitle: ['For the board meeting of Wed 24 July 2024', 'It says what was so on Mon 1 July 2024'],
  foot: 'A partnership · board pack 1, version 1',
  asAt: '2024-07-01T08:45:00Z',
  blocks: [
    { kind: 'heading', level: 2, text: 'What changed' },
    {
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: `Said: ${nasty}` },
        { kind: 'strong', text: ' strongly' },
        { kind: 'code', text: ' /pap mine' },
      ],
    },
    {
      kind: 'list',
      items: [[{ kind: 'text', text: 'one thing' }], [{ kind: 'text', text: 'another' }]],
    },
    {
      kind: 'table',
      caption: 'Objectives',
      columns: [
        { header: 'Ref', share: 1 },
        { header: 'Now', share: 2 },
        { header: 'Note', share: 4 },
      ],
      rows: [
        ['2B:2', { rating: 'red' }, 'first line\nsecond line'],
        ['1A:1', { rating: 'amber', after: '(last known)' }, nasty],
        ['1A:2', { rating: 'green' }, '14 of 20'],
        ['1A:3', { rating: 'blue' }, { rating: null, words: 'Last known amber, 16 days ago' }],
        ['1A:4', { rating: null }, ''],
      ],
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: 'Figures' },
    { kind: 'heading', level: 3, text: 'Charts' },
    { kind: 'chart', chart: someTrend },
    { kind: 'chart', chart: someRatings },
  ],
};
