import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../src/control/layouts/domain/plan-columns.ts';
import { meaningOfHeading } from '../../../../src/control/layouts/domain/plan-headings.ts';
import { parseAreaHeading } from '../../../../src/control/layouts/rules/area-headings.ts';
import {
  latestPeriod,
  periodOfHeading,
} from '../../../../src/control/layouts/rules/column-periods.ts';
import {
  isReference,
  referenceKey,
  splitReference,
} from '../../../../src/control/layouts/rules/references.ts';
import type { Grid } from '../../../../src/core/message/domain/grid.ts';

type Words = readonly (readonly (string | null)[])[];

function gridOf(rows: Words, more: Partial<Grid> = {}): Grid {
  return {
    ...{ place: { kind: 'file' }, unread: [] },
    rows: rows.map((row, down) =>
      row.map((text, along) => (text ? { text, row: down + 1, column: along + 1 } : null)),
    ),
    ...more,
  };
}

function read(...grids: Grid[]) {
  const { rows, problems } = parsePlan(grids);
  return {
    problems,
    rows: rows.map(({ ref, cells, section }) => ({
      ...{ ref: ref.text, section: section?.text ?? null },
      ...Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell.text])),
    })),
  };
}

describe('a reference', () => {
  it.each([
    ...[
      'Priority 3 – Action 4',
      'SR (25/26) 01',
      'Action 2.1',
      'Objective 4',
      '1.1 (a)',
      '1(b)',
      'P1/A2',
      'SO1.KR2',
    ],
    ...[
      'iii',
      'A',
      '3.',
      '#7',
      '2.10',
      'WS2.3.1',
      'EHCP-04',
      '2B:2',
      'PA1.2a',
      'BOD 24/18(b)',
      '(1a)',
    ],
  ])('may be printed %s', (words) => {
    expect(isReference(words)).toBe(true);
  });

  it.each([
    ...[
      'Area 2: Health',
      'see above',
      'Launch',
      '£12',
      '45%',
      '12/06/2024',
      'September 2024',
      '2024',
    ],
    ...['1.1 Use the resources', 'Q1 2024', 'a\nb 1'],
  ])('is not %j', (words) => {
    expect(isReference(words)).toBe(false);
  });

  it.each([
    ['Action 1.1 Use it', '1.1', 'Use it'],
    ['Action 1.1: Use it', '1.1', 'Use it'],
    ['(1a) Raise it', '1a', 'Raise it'],
    ['Project No 3 Bold talks', '3', 'Bold talks'],
    ['PA1.2 – Publish it', 'PA1.2', 'Publish it'],
  ])('stands before the title in %j', (words, ref, title) => {
    expect(splitReference(words)).toEqual({ ref, title });
  });

  it.each(['20 places open', '2 schools join', '100% of plans', 'A new start', 'Train everyone'])(
    'does not stand before %j',
    (words) => {
      expect(splitReference(words)).toBeNull();
    },
  );

  it('is another one where its figures are divided otherwise', () => {
    expect(referenceKey('1.1')).not.toBe(referenceKey('11'));
    expect(referenceKey('2.1')).not.toBe(referenceKey('2.10'));
    expect(referenceKey(' pa1.2 – a ')).toBe(referenceKey('PA1.2-A'));
  });
});

describe('where references stand', () => {
  it('is a column without a heading', () => {
    const { rows } = read(
      gridOf([
        [null, 'Milestone', 'Owner'],
        ['C1.1', 'One', 'Ben'],
        ['C1.2', 'Two', 'Asha'],
      ]),
    );

    expect(rows).toMatchObject([
      { ref: 'C1.1', title: 'One' },
      { ref: 'C1.2', title: 'Two' },
    ]);
  });

  it('is before the titles', () => {
    const { rows } = read(
      gridOf([
        ['Action', 'Lead agency', 'Due date'],
        ['Action 1.1 Use it', 'Council', 'May 2025'],
        ['Action 1.2 Grow it', 'NHS', 'June 2025'],
      ]),
    );

    expect(rows).toMatchObject([
      { ref: '1.1', title: 'Use it' },
      { ref: '1.2', title: 'Grow it' },
    ]);
  });

  it('is the first of the rows of one objective, and its actions have theirs', () => {
    const { rows } = read(
      gridOf([
        ['Ref', 'Area requiring improvement', 'Action required', 'By when'],
        ['1', 'Plans are late', 'Count them', 'May 2025'],
        [null, null, 'Cut them', 'June 2025'],
      ]),
    );

    expect(rows).toMatchObject([
      { ref: '1', title: 'Plans are late', action: 'Count them' },
      { ref: '1', action: 'Cut them' },
    ]);
  });

  it('is under an area each, where each numbers afresh', () => {
    const table = (heading: string, title: string) =>
      gridOf(
        [
          ['Ref', 'Action', 'Lead'],
          ['1', title, 'Ben'],
        ],
        { headings: [heading] },
      );

    const { rows, problems } = read(
      table('Priority 1: Lead', 'Appoint'),
      table('Priority 2: Plans', 'Clear'),
    );

    expect(rows).toMatchObject([
      { ref: '1.1', section: 'Priority 1: Lead', title: 'Appoint' },
      { ref: '2.1', section: 'Priority 2: Plans', title: 'Clear' },
    ]);
    expect(problems.map(({ why, text }) => [why, text])).toEqual([
      ['numbered-afresh', '1 under Priority 1: Lead is 1.1'],
      ['numbered-afresh', '1 under Priority 2: Plans is 2.1'],
    ]);
  });
});

describe('headings', () => {
  it('may be divided over two rows', () => {
    const { rows } = read(
      gridOf([
        ['Ref', 'Milestone', 'Owner', 'Current', 'Current commentary'],
        [null, null, null, 'Status'],
        ['1', 'One', 'Ben', 'G', 'Agreed'],
      ]),
    );

    expect(rows).toMatchObject([{ ref: '1', title: 'One', rag: 'G', progress: 'Agreed' }]);
  });

  it('may be shared by several columns', () => {
    const { rows } = read(
      gridOf([
        [null, 'What', null, 'RAG', null],
        ['Ref', 'Action', 'Measure', 'Sept 24', 'Oct 24'],
        ['1', 'One', 'All of them', 'G', 'R'],
      ]),
    );

    expect(rows).toMatchObject([{ title: 'One', measure: 'All of them', rag: 'R' }]);
  });

  it.each<[string, string[], string[], string | undefined]>([
    ['the latest', ['RAG Sept 24', 'RAG Oct 24', 'RAG Nov 24'], ['G', 'A', 'R'], 'R'],
    ['the latest, first or last', ['RAG Nov 24', 'RAG Oct 24'], ['R', 'A'], 'R'],
    ['the latest that is filled in', ['RAG Sept 24', 'RAG Oct 24'], ['G', ''], 'G'],
    ['over a turn of the year', ['RAG Nov', 'RAG Dec', 'RAG Jan'], ['G', 'A', 'R'], 'R'],
    ['that of now', ['Last month RAG', 'This month RAG'], ['G', 'A'], 'A'],
    ['none where it cannot be told', ['RAG May', 'RAG', 'RAG June'], ['G', 'A', 'R'], undefined],
  ])('of several months give %s', (_, headings, cells, rag) => {
    const { rows } = read(
      gridOf([
        ['Ref', 'Action', ...headings],
        ['1', 'One', ...cells],
      ]),
    );

    expect(rows[0]).toMatchObject({ title: 'One' });
    expect(Reflect.get(rows[0] ?? {}, 'rag')).toBe(rag);
  });

  it('may be months with their years, each over a rating and an update', () => {
    const { rows } = read(
      gridOf([
        [null, null, 'April 2024', null, 'May 2024', null, 'June 2024', null],
        ['Ref', 'Action', 'RAG', 'Update', 'RAG', 'Update', 'RAG', 'Update'],
        ['1', 'One', 'R', 'first', 'A', 'second', null, null],
      ]),
    );

    expect(rows).toMatchObject([{ title: 'One', rag: 'A', progress: 'second' }]);
  });

  it('may be quarters below what they are of', () => {
    const { rows } = read(
      gridOf([
        ['Ref', 'What we will do', '2024/25 RAG', null, null, 'Comment'],
        [null, null, 'Q1', 'Q2', 'Q3', null],
        ['1.1', 'One', 'G', 'A', 'R', 'Late'],
      ]),
    );

    expect(rows).toMatchObject([{ title: 'One', rag: 'R', progress: 'Late' }]);
  });

  it('of a title and a date above them are no months', () => {
    const { rows } = read(
      gridOf([
        ['Our plan', null, 'Updated 12 June 2024', null],
        ['Ref', 'Action', 'RAG', 'Lead'],
        ['1', 'One', 'R', 'Ben'],
      ]),
    );

    expect(rows).toMatchObject([{ ref: '1', title: 'One', rag: 'R', owner: 'Ben' }]);
  });

  it('that say the same again and again give none, and nobody is asked which', () => {
    const { rows, tables } = parsePlan([
      gridOf([
        ['Ref', 'Action', 'RAG', 'Update', 'RAG', 'Update'],
        ['1', 'One', 'R', 'first', 'G', 'second'],
      ]),
    ]);

    expect(Object.keys(rows[0]?.cells ?? {})).toEqual(['title']);
    expect(rows[0]?.others).toBeUndefined();
    expect(tables[0]?.leftOut?.map(({ why }) => why)).toEqual(Array(4).fill('which-is-latest'));
  });

  it.each([
    ['Date due', 'due'],
    ['Target completion', 'due'],
    ['Comment', 'progress'],
    ['% complete', 'not-understood'],
    ['Per cent complete', 'not-understood'],
    ['Complete', 'ended-on'],
  ])('%j are of %s', (heading, meaning) => {
    expect(meaningOfHeading(heading)).toBe(meaning);
  });

  it.each([
    ['-', '30/09/2024', []],
    ['N/A', '30/09/2024', []],
    ['', '30/09/2024', []],
    ['TBC', '30/09/2024', ['revised-unknown']],
    ['31/12/2024', '31/12/2024', []],
  ])('with a revised date of %j leave %s', (revised, due, whys) => {
    const { rows, problems } = read(
      gridOf([
        ['Ref', 'Action', 'Original date', 'Revised date'],
        ['1', 'One', '30/09/2024', revised],
      ]),
    );

    expect(rows).toMatchObject([{ due }]);
    expect(problems.map(({ why }) => why)).toEqual(whys);
  });
});

describe('a table that is no plan', () => {
  it.each<[string, Words]>([
    [
      'risk-register',
      [
        ['Risk ID', 'Description', 'Probability', 'Impact', 'Owner', 'Due Date'],
        ['R-1', 'x', '4', '4', 'y', 'z'],
      ],
    ],
    [
      'issue-log',
      [
        ['ID', 'Date Raised', 'Issue', 'Owner', 'Action', 'Due', 'Status'],
        ['I-1', 'a', 'b', 'c', 'd', 'e', 'f'],
      ],
    ],
    [
      'assumption-log',
      [
        ['ID', 'Assumption', 'Owner'],
        ['A-1', 'x', 'y'],
      ],
    ],
    [
      'dependency-log',
      [
        ['ID', 'Dependency', 'Owner', 'Due'],
        ['D-1', 'x', 'y', 'z'],
      ],
    ],
    [
      'self-evaluation',
      [
        ['Ref', 'What we do well', 'How do we know?', 'What we need to do next', 'Who', 'By when'],
        ['1', 'a', 'b', 'c', 'd', 'e'],
      ],
    ],
    [
      'kpi-table',
      [
        ['KPI', 'Baseline', 'Target', 'Q1'],
        ['x', '1', '2', '3'],
      ],
    ],
    [
      'meeting-calendar',
      [
        ['Meeting', 'Date', 'Venue', 'Agenda published'],
        ['Board', 'a', 'b', 'c'],
      ],
    ],
    [
      'highlight-report',
      [
        ['Project status', 'Last period', 'This period'],
        ['Time', 'A', 'G'],
      ],
    ],
    [
      'own-export',
      [
        ['id', 'objective_id', 'title', 'due_text'],
        ['1', '2', 'x', 'y'],
      ],
    ],
    [
      'people-list',
      [
        ['Initials', 'Name', 'Designation'],
        ['AE', 'Asha', 'Head'],
      ],
    ],
    ['notes', [['Status'], ['Complete']]],
  ])('is a %s, and nothing of it is taken', (kind, words) => {
    expect(parsePlan([gridOf(words)])).toMatchObject({ rows: [], problems: [{ why: kind }] });
  });

  it('does not hide a plan with a column of risks, KPIs or strengths', () => {
    const { rows } = read(
      gridOf([
        ['Ref', 'Objective', 'Action', 'Risk', 'KPI', 'Baseline', 'Target'],
        ['1', 'One', 'Do it', 'Late', 'waits', '1', '2'],
      ]),
    );

    expect(rows).toMatchObject([{ title: 'One', action: 'Do it', risk: 'Late', measure: 'waits' }]);
  });
});

it.each([
  ['Priority 1: Leadership', '1', 'Leadership'],
  ['Priority 2 – EHC plans', '2', 'EHC plans'],
  ['Area for priority action 1: Leaders listen', '1', 'Leaders listen'],
  ['P3 Early help', '3', 'Early help'],
  ['Area 2', '2', null],
  ['Leadership', null, 'Leadership'],
  ['Priority area: Waits', null, 'Waits'],
])('the heading %j is of area %s, %s', (heading, ref, name) => {
  expect(parseAreaHeading(heading)).toEqual({ ref, name });
});

it.each([
  ['RAG Sept 24', { year: 2024, month: 9 }],
  ['Update 31/03/2025', { year: 2025, month: 3 }],
  ['Q2 update', { year: null, month: 6 }],
  ['Status', null],
])('the period of the heading %j is %j', (heading, period) => {
  expect(periodOfHeading(heading)).toEqual(period);
});

it('tells the latest of no periods that go to and fro', () => {
  expect(latestPeriod([5, 7, 6].map((month) => ({ year: null, month })))).toBeNull();
});

it('passes over a row that is struck through from end to end, and says so once', () => {
  const grid = gridOf([['Ref', 'Action'], ['1', 'One'], []], {
    unread: [
      { row: 3, column: 1, why: 'struck', text: '2' },
      { row: 3, column: 2, why: 'struck', text: 'Two' },
    ],
  });

  expect(parsePlan([grid]).problems).toEqual([
    { place: 'row 3, column 1', why: 'struck-row', text: '2' },
  ]);
});
