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
          'England 2023/24',
          'England target',
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
          '',
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
          comparators: [{ who: 'England', raw: '50%', period: '2023/24' }],
          target: { sense: 'at-least', raw: '60%', by: 'March 2025' },
          way: [],
        },
      ],
      faults: [],
      leftOut: ['RAG'],
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

  it('takes the last of several targets, and those before it as the way there', () => {
    const read = parseKpiGrid(
      grid(
        ['KPI', 'Q1 2024/25', 'Q2 2024/25 target', 'Q2 2024/25', 'Q1 2024/25 target'],
        ['Waiting', '12%', '≤ 9%', '10%', '≤ 11%'],
      ),
    );

    expect(read).toMatchObject({ leftOut: [], faults: [] });
    expect(read?.kpis[0]).toMatchObject({
      target: { sense: 'at-most', raw: '9%', by: 'Q2 2024/25' },
      way: [{ raw: '11%', period: 'Q1 2024/25' }],
    });
    expect(read?.kpis[0]?.figures.map(({ raw }) => raw)).toEqual(['12%', '10%']);
  });

  it('takes a target in words as the last, and says what cannot be on the way to one without a date', () => {
    const columns = ['KPI', '2023/24', 'Target', 'Target 2024/25', 'Target 2025/26'];
    const dated = parseKpiGrid(
      grid(columns, ['Waiting', '12%', 'at most 5% by Easter 2027', '9%', '7%']),
    );
    const open = parseKpiGrid(grid(columns, ['Waiting', '12%', 'at most 5%', '9%', '7%']));

    expect(dated?.kpis[0]).toMatchObject({
      target: { raw: '5%', by: 'Easter 2027' },
      way: [
        { raw: '9%', period: '2024/25' },
        { raw: '7%', period: '2025/26' },
      ],
    });
    expect(open?.kpis[0]).toMatchObject({ target: { raw: '5%', by: null }, way: [] });
    expect(open?.faults).toEqual([
      { row: 2, heading: 'Target 2024/25', raw: '9%', why: 'other-target' },
      { row: 2, heading: 'Target 2025/26', raw: '7%', why: 'other-target' },
    ]);
  });

  it.each<[string, string]>([
    ['England 2023/24', 'England'],
    ['England (2023/24)', 'England'],
    ['Statistical neighbours average 2023/24', 'Statistical neighbours average'],
    ['2023/24 – National', 'National'],
    ['SN 2023/24', 'SN'],
    ['South East, 2023/24', 'South East'],
    ['Compared with Our twin county 2023/24', 'Our twin county'],
  ])('takes what stands under “%s” as what others reach', (heading, who) => {
    const read = parseKpiGrid(grid(['KPI', '2023/24', heading], ['Waiting', '12%', '46%']));

    expect(read?.kpis[0]).toMatchObject({
      figures: [{ raw: '12%' }],
      comparators: [{ who, raw: '46%', period: '2023/24' }],
    });
  });

  it('takes a row that is named for another body as what it reached of the KPI above', () => {
    const read = parseKpiGrid(
      grid(
        ['Measure', '2022/23', '2023/24'],
        ['Waiting', '12%', '10%'],
        ['England', '46%', 'c'],
        ['Statistical neighbours', '44%', ''],
        ['Appeals', '3%', '4%'],
      ),
    );

    expect(read?.kpis.map(({ name }) => name)).toEqual(['Waiting', 'Appeals']);
    expect(read?.kpis[0]?.comparators).toEqual([
      { who: 'England', raw: '46%', period: '2022/23' },
      { who: 'England', raw: 'c', period: '2023/24' },
      { who: 'Statistical neighbours', raw: '44%', period: '2022/23' },
    ]);
  });

  it.each(['England baseline', 'National trend', 'Regional RAG', 'Statistical neighbour comment'])(
    'takes no figure of ours from “%s”',
    (heading) => {
      const read = parseKpiGrid(grid(['KPI', '2023/24', heading], ['Waiting', '12%', '46%']));

      expect(read?.leftOut).toEqual([heading]);
      expect(read?.kpis[0]?.figures.map(({ raw }) => raw)).toEqual(['12%']);
    },
  );

  it.each([
    [['Ref', 'Objective', 'RAG']],
    [['KPI', 'Owner', 'Comment']],
    [['Q1 2024/25', 'Q2 2024/25']],
  ])('finds no headings in %j', (headings) => {
    expect(parseKpiGrid(grid(headings, ['1', '2', '3']))).toBeNull();
  });
});
