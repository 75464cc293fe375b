// A table of KPIs as bodies publish it, and what is read of it.
import { describe, expect, it } from 'vitest';
import { parseKpiGrid } from '../../../../src/reports/figures/domain/kpi-import.ts';

function grid(...rows: readonly (readonly string[])[]) {
  return {
    rows: rows.map((cells, row) =>
      cells.map((text, column) =>
        text === '' ? null : { text, row: row + 1, column: column + 1 },
      ),
    ),
  };
}

describe('parseKpiGrid', () => {
  it('reads name, baseline, target and the actual of each period', () => {
    const read = parseKpiGrid(
      grid(
        ['Scorecard of the partnership'],
        [
          'No.',
          'Indicator',
          'Theme',
          'Baseline (2022/23)',
          'Target',
          'Q1 2024/25',
          'Q2 2024/25',
          'England',
          'RAG',
        ],
        [
          '1',
          'Plans issued within 20 weeks',
          'Theme 1',
          '45.3%',
          '≥ 60% by March 2025',
          '48%',
          '51.2% (331)',
          '50%',
          'A',
        ],
      ),
    );

    expect(read).toEqual({
      kpis: [
        {
          ...{ row: 3, number: 1, name: 'Plans issued within 20 weeks', theme: 'Theme 1' },
          figures: [
            { column: 'baseline', raw: '45.3%', period: '2022/23' },
            { column: 'performance', raw: '48%', period: 'Q1 2024/25' },
            { column: 'performance', raw: '51.2% (331)', period: 'Q2 2024/25' },
          ],
          target: { sense: 'at-least', raw: '60%', by: 'March 2025' },
        },
      ],
      faults: [],
      leftOut: ['England', 'RAG'],
    });
  });

  it('leaves out what is not certain, with why, and keeps the rest of the row', () => {
    const read = parseKpiGrid(
      grid(
        ['KPI', 'Baseline', 'Target', '2023/24', 'Actual'],
        ['Waiting', '12%', '90', '1.234', '45%'],
        ['Appeals', '101 (end of June 2023)', 'TBC', '186 (June 2021)', '-'],
        ['', '5%', '', '6%', ''],
      ),
    );

    expect(read?.faults.map(({ row, heading, why }) => [row, heading, why])).toEqual([
      [2, 'Baseline', 'no-period'],
      [2, '2023/24', 'point-or-comma'],
      [2, 'Actual', 'no-period'],
      [3, 'Target', 'no-figure'],
      [3, '2023/24', 'other-period'],
    ]);
    expect(read?.kpis).toMatchObject([
      { name: 'Waiting', figures: [], target: { sense: null, raw: '90', by: null } },
      {
        name: 'Appeals',
        figures: [{ column: 'baseline', raw: '101 (end of June 2023)', period: null }],
      },
    ]);
  });

  it('takes the last of several targets, and says that it left the others out', () => {
    const read = parseKpiGrid(
      grid(
        ['KPI', 'Q1 2024/25', 'Q1 2024/25 target', 'Q2 2024/25', 'Q2 2024/25 target'],
        ['Waiting', '12%', '≤ 11%', '10%', '≤ 9%'],
      ),
    );

    expect(read?.leftOut).toEqual(['Q1 2024/25 target']);
    expect(read?.kpis[0]?.target).toEqual({ sense: 'at-most', raw: '9%', by: 'Q2 2024/25' });
    expect(read?.kpis[0]?.figures.map(({ raw }) => raw)).toEqual(['12%', '10%']);
  });

  it.each([
    [['Ref', 'Objective', 'RAG']],
    [['KPI', 'Owner', 'Comment']],
    [['Q1 2024/25', 'Q2 2024/25']],
  ])('finds no headings in %j', (headings) => {
    expect(parseKpiGrid(grid(headings, ['1', '2', '3']))).toBeNull();
  });
});
