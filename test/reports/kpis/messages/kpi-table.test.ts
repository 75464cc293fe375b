// KPI cells are shown verbatim, whatever they hold, and nothing reads an arrow as good or bad.
import { describe, expect, it } from 'vitest';
import { kpiTableBlocks } from '../../../../src/reports/kpis/messages/kpi-table.ts';

const headers = ['KPI', 'Baseline', 'Performance', 'Direction of Travel'] as const;

const cells = [
  ['Plans within 20 weeks', '8.61% (331)', '33.20%', '↑'],
  ['Quality', '34.40% of 61 EHCPs', '50.3% (increase of 5% on previous year)', '-'],
  ['Waiting', '553 days (Nov 2023 – first available data)', 'Data not available', ''],
  ['Tribunals', '101 active appeals (end of June 2023)', '186 active appeals*', '↑'],
  ['Therapies*', ' 0.50 ', '<b>7|8</b>', '→'],
] as const;

const rows = cells.map(([name, baseline, performance, publishedDirection]) => ({
  name,
  baseline,
  performance,
  publishedDirection,
}));

describe('kpiTableBlocks', () => {
  it('shows headers and cells exactly as published', () => {
    const [table] = kpiTableBlocks({ title: 'Theme 3', headers, rows, footnotes: [] });

    expect(table).toEqual({
      kind: 'table',
      caption: 'Theme 3 (as published)',
      columns: headers.map((header) => ({ header })),
      rows: cells,
    });
  });

  it('says plainly when nothing had been recorded', () => {
    expect(kpiTableBlocks({ title: 'Theme 3', headers, rows: [], footnotes: [] })).toEqual([
      {
        kind: 'text',
        spans: [{ kind: 'text', text: 'No KPI figures had been recorded by then.' }],
      },
    ]);
  });

  it('puts each footnote behind its marker and ends with how to read the arrows', () => {
    const footnotes = [
      { marker: '*', text: 'Provisional.' },
      { marker: '**', text: 'Three therapies.' },
    ];

    const [, ...notes] = kpiTableBlocks({ title: 'Theme 3', headers, rows, footnotes });

    expect(notes.map((block) => (block.kind === 'text' ? block.spans : []))).toEqual([
      [{ kind: 'text', text: '* Provisional.' }],
      [{ kind: 'text', text: '** Three therapies.' }],
      [
        {
          kind: 'text',
          text: 'Figures and arrows are as published. An arrow says whether the number rose or fell, not whether that is good.',
        },
      ],
    ]);
  });

  it('keeps the header of a document that spells it differently', () => {
    const other = ['KPI', 'Baseline', 'Performance', 'Direction of travel'] as const;

    const [table] = kpiTableBlocks({ title: 'Theme 1', headers: other, rows, footnotes: [] });

    expect(table).toMatchObject({ columns: other.map((header) => ({ header })), rows: cells });
  });
});
