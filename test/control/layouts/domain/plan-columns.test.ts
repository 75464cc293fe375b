import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../src/control/layouts/domain/plan-columns.ts';
import { meaningOfHeading } from '../../../../src/control/layouts/domain/plan-headings.ts';
import { cellPlace, type Grid } from '../../../../src/core/message/domain/grid.ts';

function gridOf(rows: readonly (readonly (string | null)[])[]): Grid {
  return {
    place: { kind: 'file' },
    unread: [],
    rows: rows.map((row, down) =>
      row.map((text, along) => (text ? { text, row: down + 1, column: along + 1 } : null)),
    ),
  };
}

describe('a heading', () => {
  it.each([
    ['Ref', 'ref'],
    ['Ref.', 'ref'],
    ['No', 'ref'],
    ['Ref No', 'ref'],
    ['ID', 'ref'],
    ['Action ref', 'ref'],
    ['Objective', 'title'],
    ['Outcome', 'two-meanings'],
    ['What', 'two-meanings'],
    ['Baseline', 'two-meanings'],
    ['Date', 'two-meanings'],
    ['Baseline date', 'original-due'],
    ['What we do well', 'not-understood'],
    ['What will we do?', 'action'],
    ['Area requiring improvement', 'title'],
    ['Recommendation', 'title'],
    ['Actual completion date', 'ended-on'],
    ['Planned completion date', 'due'],
    ['Delivery led by', 'owner'],
    ['Responsible officer (action lead)', 'owner'],
    ['November progress update from action lead', 'progress'],
    ['Progress and impact monitoring', 'progress'],
    ['Who will benefit', 'not-understood'],
    ['Action', 'action'],
    ['Key actions', 'action'],
    ['Lead', 'owner'],
    ['Lead officer', 'owner'],
    ['SRO', 'owner'],
    ['Person responsible', 'owner'],
    ['Deputy lead', 'deputy'],
    ['Due', 'due'],
    ['End date', 'due'],
    ['Revised date', 'due'],
    ['By when', 'due'],
    ['Target date', 'due'],
    ['Original end date', 'original-due'],
    ['Success measure', 'measure'],
    ['KPI', 'measure'],
    ['How will we know?', 'measure'],
    ['RAG', 'rag'],
    ['BRAG', 'rag'],
    ['Progress RAG', 'rag'],
    ['RAG rating', 'rag'],
    ['Status', 'rag'],
    ['Impact RAG', 'impact'],
    ['Progress', 'progress'],
    ['Progress update', 'progress'],
    ['Commentary', 'progress'],
    ['Evidence', 'evidence'],
    ['Risks', 'risk'],
    ['Risk rating', 'risk'],
    ['Priority area', 'area'],
    ['Start', 'start'],
    ['Start date', 'start'],
    ['Milestones', 'milestone'],
    ['Key milestone(s)', 'milestone'],
    ['Actions and milestones', 'action'],
    ['Milestone date', 'not-understood'],
    ['3 months', 'impact-3'],
    ['Impact at 6 months', 'impact-6'],
    ['Impact milestone (12 months)', 'impact-12'],
    ['12-month impact milestone', 'impact-12'],
    ['Milestone: month 3', 'impact-3'],
    ['13 months', 'not-understood'],
    ['Impact milestones at 3, 6, 12 months', 'impact-milestone'],
    ['Impact milestones', 'impact-milestone'],
    ['Evaluation (impact)', 'evaluation'],
    ['Impact so far', 'evaluation'],
    ['Progress in the last 3 months', 'progress'],
    ['Monitoring', 'monitoring'],
    ['How will this be monitored?', 'monitoring'],
    ['RAG last period', 'earlier-rating'],
    ['Previous BRAG', 'earlier-rating'],
    ['Previous rating', 'earlier-rating'],
    ['Last status update', 'progress'],
    ['Telephone', 'not-understood'],
    ['Normal', 'not-understood'],
    ['', 'not-understood'],
  ])('“%s” means %s', (heading, meaning) => {
    expect(meaningOfHeading(heading)).toBe(meaning);
  });
});

describe('a table', () => {
  it('may have a title above its headings and repeat them', () => {
    const { rows, problems } = parsePlan([
      gridOf([
        ['Our plan'],
        [],
        ['Ref', 'Objective', 'RAG'],
        ['1A:1', 'One', 'red'],
        ['Ref', 'RAG', 'Objective'],
        ['1A:2', 'green', 'Two'],
      ]),
    ]);

    expect(rows.map(({ ref, cells }) => [ref.text, cells.title?.text, cells.rag?.text])).toEqual([
      ['1A:1', 'One', 'red'],
      ['1A:2', 'Two', 'green'],
    ]);
    expect(problems).toEqual([]);
  });

  it('takes a lone heading for that of the rows below it', () => {
    const { rows } = parsePlan([
      gridOf([
        ['Ref', 'Objective'],
        ['Area 2: Health'],
        ['2A:1', 'One'],
        [null, 'Area 3'],
        ['3A:1', 'Two'],
      ]),
    ]);

    expect(rows.map(({ section }) => section?.text)).toEqual(['Area 2: Health', 'Area 3']);
  });

  it('takes the revised date where there are two, and the other for the original', () => {
    const { rows } = parsePlan([
      gridOf([
        ['Ref', 'End', 'Revised'],
        ['1A:1', 'May 2024', 'June 2024'],
        ['1A:2', 'May 2024', null],
      ]),
    ]);

    expect(rows.map(({ cells }) => [cells.due?.text, cells['original-due']?.text])).toEqual([
      ['June 2024', 'May 2024'],
      ['May 2024', undefined],
    ]);
  });

  it('lists what has no reference, and what is none', () => {
    const { rows, problems } = parsePlan([
      gridOf([
        ['Ref', 'Objective', 'RAG'],
        [null, 'One', 'red'],
        ['see above', 'Two', 'red'],
      ]),
    ]);

    expect(rows).toEqual([]);
    expect(problems).toEqual([
      { place: 'row 2, column 2', why: 'no-reference', text: 'One; red' },
      { place: 'row 3, column 1', why: 'bad-reference', text: 'see above; Two; red' },
    ]);
  });

  it('without references gives each row a number, and says so', () => {
    const { rows, problems } = parsePlan([
      gridOf([
        ['Objective', 'RAG'],
        ['One', 'red'],
      ]),
    ]);

    expect(rows.map(({ ref, cells }) => [ref.text, cells.title?.text])).toEqual([['', 'One']]);
    expect(problems).toEqual([{ place: 'the file', why: 'numbers-given' }]);
  });

  it('without headings of a plan says which headings it has', () => {
    expect(
      parsePlan([
        gridOf([
          ['Name', 'Telephone'],
          ['Asha', '1'],
        ]),
      ]),
    ).toEqual({
      ...{ rows: [], tables: [] },
      problems: [{ place: 'the file', why: 'no-plan', text: 'Name, Telephone' }],
    });
  });
});

it.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [703, 'AAA'],
])('column %i of a sheet is %s', (column, letters) => {
  expect(cellPlace({ kind: 'sheet', name: 'Plan' }, 7, column)).toBe(`Sheet ‘Plan’ ${letters}7`);
});
