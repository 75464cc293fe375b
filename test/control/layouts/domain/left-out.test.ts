import { describe, expect, it } from 'vitest';
import { guardReading } from '../../../../src/control/layouts/domain/import-guard.ts';
import { countColumns, type LeftOut } from '../../../../src/control/layouts/domain/left-out.ts';
import {
  type PlanReading,
  parsePlan,
} from '../../../../src/control/layouts/domain/plan-columns.ts';
import type { Grid } from '../../../../src/core/message/domain/grid.ts';

type Unread = Grid['unread'][number];

function gridOf(
  rows: readonly (readonly (string | null)[])[],
  unread: readonly Unread[] = [],
): Grid {
  return {
    ...{ place: { kind: 'table', number: 1 }, unread },
    rows: rows.map((row, down) =>
      row.map((text, along) => (text ? { text, row: down + 1, column: along + 1 } : null)),
    ),
  };
}

/** Each as `column 3 “Budget” not-understood 2`. */
function leftOutOf(grid: Grid): string[] {
  const [table] = parsePlan([grid]).tables;
  return (table?.leftOut ?? []).map(
    ({ place, heading, why, cells }) =>
      `${place.replace('table 1, ', '')} ${heading === null ? '' : `“${heading}” `}${why} ${cells}`,
  );
}

describe('what is left out of a table', () => {
  it.each<[string, (string | null)[][], string[]]>([
    [
      'nothing, where all is understood',
      [
        ['Ref', 'RAG'],
        ['1A:1', 'red'],
      ],
      [],
    ],
    [
      'a column that is not understood, also an empty one',
      [
        ['Ref', 'RAG', 'Cost', 'Telephone'],
        ['1A:1', 'red', '£5'],
        ['1A:2', 'red', '£6'],
      ],
      ['column 3 “Cost” not-understood 2', 'column 4 “Telephone” not-understood 0'],
    ],
    [
      'the second column for a field',
      [
        ['Ref', 'RAG', 'Status'],
        ['1A:1', 'red', 'green'],
      ],
      ['column 3 “Status” second 1'],
    ],
    [
      'the third date: the last revised one counts, the one before it is the original',
      [
        ['Ref', 'End', 'Revised', 'Current due date'],
        ['1A:1', 'May', 'June', 'July'],
      ],
      ['column 3 “Revised” second 1'],
    ],
    [
      'cells past the headings, also in a row of their own',
      [
        ['Ref', 'RAG'],
        ['1A:1', 'red', null, 'a remark'],
        [null, null, null, 'another'],
      ],
      ['column 4 no-heading 2'],
    ],
    [
      'cells of a row without a reference',
      [
        ['Ref', 'RAG', 'Cost'],
        [null, 'red', '£5'],
        [null, null, '£6', 'in all'],
      ],
      ['column 3 “Cost” not-understood 2', 'column 4 no-heading 1'],
    ],
    [
      'what stands above the headings',
      [['Our plan', null, 'May'], [], ['Ref', 'RAG'], ['1A:1', 'red']],
      ['rows 1 to 2 above 2'],
    ],
    [
      'by the headings that hold where the cell stands',
      [
        ['Ref', 'RAG', 'Cost'],
        ['1A:1', 'red', '£5'],
        ['Ref', 'Cost', 'RAG'],
        ['1A:2', '£6', 'red'],
      ],
      ['column 3 “Cost” not-understood 1', 'column 2 “Cost” not-understood 1'],
    ],
    [
      'but not the heading of an area',
      [[null, 'Ref', 'RAG'], ['Area 2'], [null, '1A:1', 'red']],
      [],
    ],
  ])('is %s', (_, rows, found) => {
    expect(leftOutOf(gridOf(rows))).toEqual(found);
  });

  it('counts a cell once that reaches over rows and columns', () => {
    const cell = { text: 'all of them', row: 2, column: 3 };
    const grid = gridOf([
      ['Ref', 'RAG', 'Cost', 'Cost'],
      ['1A:1', 'red'],
      ['1A:2', 'red'],
    ]);
    const rows = grid.rows.map((row, index) => (index === 0 ? row : [...row, cell, cell]));

    expect(leftOutOf({ ...grid, rows })).toEqual([
      'column 3 “Cost” not-understood 1',
      'column 4 “Cost” not-understood 0',
    ]);
  });

  it('counts cells that could not be read; under a field they are listed one by one', () => {
    const grid = gridOf(
      [
        ['Ref', 'RAG', 'Cost'],
        ['1A:1', 'red'],
      ],
      [
        { row: 2, column: 3, why: 'formula' },
        { row: 3, column: 2, why: 'error-value' },
        { row: 3, column: 3, why: 'formula' },
      ],
    );

    expect(leftOutOf(grid)).toEqual(['column 3 “Cost” not-understood 2']);
    expect(parsePlan([grid]).problems).toEqual([
      { place: 'table 1, row 3, column 2', why: 'error-value' },
    ]);
  });
});

it('lists a heading that no row stands under', () => {
  const { problems } = parsePlan([
    gridOf([['Ref', 'RAG'], ['Area 1'], ['Area 2'], ['1A:1', 'red'], ['Key: r is red']]),
  ]);

  expect(problems).toEqual([
    { place: 'table 1, row 2, column 1', why: 'heads-nothing', text: 'Area 1' },
    { place: 'table 1, row 5, column 1', why: 'heads-nothing', text: 'Key: r is red' },
  ]);
});

it('takes no remark for the heading of an area', () => {
  const { rows, problems } = parsePlan([
    gridOf([
      ['Ref', 'Objective', 'Progress'],
      [null, null, 'half way'],
      ['1A:1', 'One'],
    ]),
  ]);

  expect(rows[0]?.section).toBeNull();
  expect(problems).toEqual([
    { place: 'table 1, row 2, column 3', why: 'no-reference', text: 'half way' },
  ]);
});

describe('headings that are left out', () => {
  const known = { emails: new Set<string>(), names: [] };

  it('are looked at like every cell; what is personal is not kept', () => {
    const grid = gridOf([['Ref', 'RAG', 'NHS number 943 476 5919', 'Cost']]);

    const guarded = guardReading(parsePlan([grid]), known);

    if (typeof guarded === 'string') throw new Error(guarded);
    expect(guarded.tables[0]?.leftOut).toEqual<LeftOut[]>([
      { place: 'table 1, column 3', heading: null, why: 'not-understood', cells: 0 },
      { place: 'table 1, column 4', heading: 'Cost', why: 'not-understood', cells: 0 },
    ]);
  });

  it('count towards the length of a plan', () => {
    const headings = Array.from({ length: 5_000 }, (_, index) => `${index}`.padEnd(300, 'x'));

    const reading = parsePlan([gridOf([['Ref', 'RAG', ...headings]])]);

    expect(countColumns(reading.tables)).toBe(5_000);
    expect(guardReading(reading, known)).toBe('too-much-text');
  });

  it('of an import that was kept before they were counted are none', () => {
    const reading: PlanReading = {
      ...{ rows: [], tables: [{ place: 'table 1', columns: ['reference'] }], problems: [] },
    };

    expect(guardReading(reading, known)).toMatchObject({ tables: [{ leftOut: [] }] });
    expect(countColumns(reading.tables)).toBe(0);
  });
});
