// What a filled-in workbook says, row by row, and what is said of one that cannot be loaded.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../src/control/layouts/domain/plan-columns.ts';
import {
  type KnownRecord,
  nothingKnown,
} from '../../../../src/control/workbook/domain/known-record.ts';
import {
  type ParsedWorkbook,
  parseWorkbook,
} from '../../../../src/control/workbook/domain/parse-workbook.ts';
import { isWorkbook } from '../../../../src/control/workbook/domain/sheet-rows.ts';
import type { SheetName } from '../../../../src/control/workbook/domain/workbook-sheet.ts';
import { columnsOf, sheetNames } from '../../../../src/control/workbook/domain/workbook-sheets.ts';
import { workbookProblemText } from '../../../../src/control/workbook/messages/workbook-words.ts';
import type { Grid } from '../../../../src/core/message/domain/grid.ts';
import { borsetshire, type Filled } from '../../../support/world/workbooks.ts';

const today = Temporal.PlainDate.from('2026-11-30');

describe('a workbook that is filled in', () => {
  let parsed: ParsedWorkbook;
  beforeAll(() => {
    parsed = parse(borsetshire);
  });

  it('has nothing wrong', () => {
    expect(parsed.problems.map(workbookProblemText)).toEqual([]);
    expect(parsed.notes).toEqual([]);
  });

  it('makes a row of everything but the examples', () => {
    const count = (kind: string) => parsed.rows.filter((row) => row.kind === kind).length;

    expect(
      ['organisation', 'person', 'theme', 'role', 'forum', 'meeting', 'objective', 'kpi'].map(
        count,
      ),
    ).toEqual([3, 3, 2, 2, 1, 2, 3, 1]);
    expect(JSON.stringify(parsed.rows)).not.toContain('Example');
  });

  it('keeps references as they are printed, and areas by their number', () => {
    expect(rowsOf(parsed, 'objective').map(({ ref, area }) => `${ref} in ${area}`)).toEqual([
      ...['1.1 in 1', '1.10 in 1', '2.1 in 2'],
    ]);
    expect(rowsOf(parsed, 'area')).toEqual([
      { ref: '1', name: 'Early help', note: null },
      { ref: '2', name: 'Plans', note: null },
    ]);
  });

  it('reads due dates as printed, and a rating with its reason', () => {
    const [first, second] = rowsOf(parsed, 'objective');

    expect(first).toMatchObject({
      due: { text: 'March 2027', precision: 'month', lastDay: '2027-03-31' },
      rag: 'amber',
      ragNote: '12 of 20 trained',
    });
    expect(second).toMatchObject({ due: null, rag: null, ragNote: null });
  });

  it('finds owners however their names are written, and organisations', () => {
    expect(rowsOf(parsed, 'assignment')).toEqual([
      owner('1.1', 'nadia-khan', null),
      owner('1.10', 'tom-o-brien', null),
      owner('2.1', null, 'borsetshire-icb'),
    ]);
  });

  it('takes what most boards print where the forum says nothing', () => {
    const [forum] = rowsOf(
      parse({ ...borsetshire, Forums: [['Improvement Board', 'Board']] }),
      'forum',
    );

    expect(forum).toMatchObject({
      ...{ collectsReturns: false, returnLeadWorkingDays: 10, returnDueTime: '17:00' },
      freezeLeadWorkingDays: 6,
    });
  });

  it('freezes papers no earlier than returns are due', () => {
    const [forum] = rowsOf(
      parse({ ...borsetshire, Forums: [['Improvement Board', 'Board', 'Yes', '4']] }),
      'forum',
    );

    expect(forum).toMatchObject({ returnLeadWorkingDays: 4, freezeLeadWorkingDays: 4 });
  });

  it('may name its own people, also where a sentence speaks of children', () => {
    const { problems } = parse({
      ...borsetshire,
      Plan: [['1.1', 'Nadia Khan visits each school that has excluded a child']],
    });

    expect(problems).toEqual([]);
  });

  it('gives two people of one name a key each', () => {
    const twins = parse({
      ...borsetshire,
      People: [...borsetshire.People, ['Grace Lee', 'grace.lee@icb.example', 'Borsetshire ICB']],
      Roles: [['Nadia Khan', 'Programme office']],
    });

    expect(rowsOf(twins, 'person').map(({ key }) => key)).toEqual([
      ...['nadia-khan', 'tom-o-brien', 'grace-lee', 'grace-lee-2'],
    ]);
  });
});

describe('a workbook that comes again', () => {
  const known: KnownRecord = {
    ...nothingKnown,
    partnership: {
      key: 'bors',
      name: 'Borsetshire SEND Local Area Partnership',
      shortName: 'Bors',
    },
    hasPlan: true,
    organisations: [{ key: 'council', name: 'Borsetshire Council' }],
    people: [
      {
        ...{ key: 'nk', name: 'Nadia Qureshi', organisation: 'Borsetshire Council' },
        ...{ email: 'nadia.khan@borsetshire.example', furtherEmails: [] },
      },
    ],
    roles: [{ person: 'nk', role: 'programme-office', theme: null, from: '2026-01-01' }],
    assignments: [
      { objective: '1.1', role: 'owner', person: 'nk', organisation: null, from: '2026-01-01' },
      { objective: '2.1', role: 'owner', person: 'nk', organisation: null, from: '2026-01-01' },
    ],
  };

  it('keeps the keys and the days of the record', () => {
    const parsed = parse(borsetshire, known);

    expect(rowsOf(parsed, 'partnership')).toMatchObject([{ key: 'bors' }]);
    expect(rowsOf(parsed, 'plan-version')).toEqual([]);
    expect(rowsOf(parsed, 'organisation')[0]).toMatchObject({ key: 'council' });
    expect(rowsOf(parsed, 'person')[0]).toMatchObject({ key: 'nk', name: 'Nadia Khan' });
    expect(rowsOf(parsed, 'role')[0]).toMatchObject({ person: 'nk', from: '2026-01-01' });
    expect(rowsOf(parsed, 'assignment')[0]).toEqual({
      ...owner('1.1', 'nk', null),
      from: '2026-01-01',
    });
  });

  it('brings back no organisation that became part of another', () => {
    const merged = [{ name: 'Borsetshire ICB', into: 'Borsetshire Council' }];

    const { problems } = parse(borsetshire, { ...known, merged });

    expect(problems.map(workbookProblemText)).toEqual([
      'Sheet ‘Organisations’ A4: “Borsetshire ICB” became part of Borsetshire Council. Delete this row, and use that name on the sheet People',
    ]);
  });

  it('takes no theme’s number for another theme', () => {
    const theme = { key: 'plans', name: 'Good plans', number: 1, inShort: null, scope: null };

    const { problems } = parse(borsetshire, { ...known, themes: [theme] });

    expect(problems.map(workbookProblemText)).toEqual([
      'Sheet ‘Themes’ B3: the theme “Good plans” has number 1 in the record. Use another number',
    ]);
  });

  it('knows a person of another address by the name, and two of one name apart', () => {
    const elsewhere = {
      key: 'gl',
      name: 'Grace Lee',
      email: 'old@parents.example',
      furtherEmails: [],
    };
    const before = { ...known, people: [{ ...elsewhere, organisation: 'Borsetshire Council' }] };
    const both = {
      ...borsetshire,
      People: [...borsetshire.People, ['Grace Lee', 'old@parents.example', 'Borsetshire ICB']],
      Roles: [['Nadia Khan', 'Programme office']],
    };

    const moved = rowsOf(parse(borsetshire, before), 'person')[2];
    const two = rowsOf(parse(both, before), 'person').slice(2);

    expect(moved).toMatchObject({ key: 'gl', email: 'grace@parents.example' });
    expect(two).toMatchObject([{ key: 'grace-lee' }, { key: 'gl', email: 'old@parents.example' }]);
  });

  it.each([
    ['nadia@a.example, Nadia@b.example', ['nadia@a.example', 'nadia@b.example']],
    ['nadia@a.example;nadia@b.example ; nadia@a.example', ['nadia@a.example', 'nadia@b.example']],
    ['nadia@a.example or nadia@b.example', ['nadia@a.example', 'nadia@b.example']],
    [
      'nadia@a.example / nadia@b.example\nnadia@c.example',
      ['nadia@a.example', 'nadia@b.example', 'nadia@c.example'],
    ],
  ])('reads several addresses of one cell: %j', (cell, [email, ...furtherEmails]) => {
    const people = [['Nadia Khan', cell, 'Borsetshire Council'], ...borsetshire.People.slice(1)];

    const [person] = rowsOf(parse({ ...borsetshire, People: people }), 'person');

    expect(person).toMatchObject({ email, furtherEmails });
  });

  it('keeps addresses that the record has and the file does not, and finds people by any of them', () => {
    const [nadia] = known.people;
    const people = [
      { ...nadia, furtherEmails: ['nadia@trust.example'] },
    ] as unknown as KnownRecord['people'];
    const cells = ['nadia.khan@borsetshire.example', 'nadia@trust.example, nadia@new.example'];

    const [same, other] = cells.map((cell) => {
      const filled = [['Nadia Khan', cell, 'Borsetshire Council'], ...borsetshire.People.slice(1)];
      return rowsOf(parse({ ...borsetshire, People: filled }, { ...known, people }), 'person')[0];
    });

    expect(same).toMatchObject({ key: 'nk', furtherEmails: ['nadia@trust.example'] });
    expect(other).toMatchObject({
      ...{ key: 'nk', email: 'nadia@trust.example' },
      furtherEmails: ['nadia@new.example', 'nadia.khan@borsetshire.example'],
    });
  });

  it('says whose address is whose, and what is none', () => {
    const [first, second, third] = borsetshire.People;
    const people = [
      [first?.[0] ?? '', 'nadia.khan@borsetshire.example, nobody', 'Borsetshire Council'],
      [second?.[0] ?? '', `tom@icb.example, nadia.khan@borsetshire.example`, 'Borsetshire ICB'],
      third ?? [],
    ];

    const { problems } = parse({ ...borsetshire, People: people });

    expect(problems.map(workbookProblemText)).toEqual([
      "Sheet ‘People’ B3: “nobody” isn't an e-mail address",
      'Sheet ‘People’ B4: “nadia.khan@borsetshire.example” is also at Sheet ‘People’ B3. Delete one of them',
    ]);
  });

  it('leaves an owner who is another one in the record, and says so', () => {
    const parsed = parse(borsetshire, known);

    expect(rowsOf(parsed, 'assignment').map(({ objective }) => objective)).toEqual(['1.1', '1.10']);
    expect(parsed.notes.map(workbookProblemText)).toEqual([
      'Sheet ‘Plan’ E5: this already has a different owner, who keeps it. To hand it over to Borsetshire ICB, use “handover” in chat',
    ]);
  });
});

describe('a workbook with something wrong', () => {
  const changed = (sheet: SheetName, ...rows: (readonly string[])[]): Filled => ({
    ...borsetshire,
    [sheet]: rows,
  });
  const office = ['Nadia Khan', 'Programme office'] as const;

  it.each<[Filled, string]>([
    [changed('Partnership'), 'Sheet ‘Partnership’ A2: “Name” is empty, and this row needs it'],
    [
      changed('Partnership', ['One'], ['Other']),
      'Sheet ‘Partnership’ A4: a workbook is for one partnership. Delete all rows but one',
    ],
    [
      changed('Organisations', ...borsetshire.Organisations.slice(0, 2), [
        'Borsetshire Parent Carers',
        'Cuoncil',
      ]),
      "Sheet ‘Organisations’ B5: “Cuoncil” isn't one of the choices. Use Council",
    ],
    [
      changed('Themes', ['Early help', 'one'], ['Good plans', '2']),
      "Sheet ‘Themes’ B3: “one” isn't a number from 1. Use one such as 1",
    ],
    [
      changed('Roles', ['Nadia Khan', 'Viewer']),
      'Sheet ‘Roles’: no one is Programme office. Give that role to at least one person, who can then change the plan, people and channels',
    ],
    [
      changed('Roles', office, ['Grace Lee', 'Co-chair']),
      'Sheet ‘Roles’ C4: Co-chair: choose a theme',
    ],
    [
      changed('Roles', office, ['Grace Lea', 'Board']),
      "Sheet ‘Roles’ A4: “Grace Lea” isn't on the sheet ‘People’. Did you mean Grace Lee? Add it there, or use the spelling there",
    ],
    [
      changed('Forums', ['Improvement Board', 'Board', 'Yes', '90']),
      "Sheet ‘Forums’ D3: “90” isn't a number from 1 to 60. Use one such as 10",
    ],
    [
      changed('Forums', ['Improvement Board', 'Board', 'Yes', '4', 'noon', '6']),
      "Sheet ‘Forums’ F3: “6” isn't a number from 0 to 4. Use one such as 4",
    ],
    [
      changed('Forums', ['Improvement Board', 'Board', 'Yes', '10', 'late']),
      "Sheet ‘Forums’ E3: “late” isn't a time of day. Use one such as 17:00 or noon",
    ],
    [
      changed('Meetings', ['Improvement Board', 'March 2027']),
      "Sheet ‘Meetings’ B3: “March 2027” isn't one day. Use one such as 24 July 2026",
    ],
    [
      changed('Meetings', ['Improvement Bord', '17 March 2027']),
      "Sheet ‘Meetings’ A3: “Improvement Bord” isn't on the sheet ‘Forums’. Did you mean Improvement Board? Add it there, or use the spelling there",
    ],
    [
      changed('Plan', ['1.1', 'One'], ['1.1', 'Two']),
      'Sheet ‘Plan’ A4: “1.1” is also at Sheet ‘Plan’ A3. Delete one of them',
    ],
    [changed('Plan', ['1.1', '']), 'Sheet ‘Plan’ B3: “Objective” is empty, and this row needs it'],
    [
      changed('Plan', ['1.1', 'x'.repeat(201)]),
      'Sheet ‘Plan’ B3: longer than 200 characters. Shorten it',
    ],
    [
      changed('Plan', ['1.1', 'One', '', '', '', '', 'soonish']),
      "Sheet ‘Plan’ G3: “soonish” can't be read as a date for certain. Use one such as 31 March 2027 or March 2027",
    ],
    [
      changed('Plan', ['1.1', 'One', '', '', '', '', '', '', 'Blue']),
      "Sheet ‘Plan’ I3: “Blue” isn't one of the choices. Use Red, Amber or Green",
    ],
    [
      changed('Plan', ['1.1', 'Named workers\u202E trained']),
      'Sheet ‘Plan’ B3: has characters that cannot be kept. Type it again',
    ],
    [
      changed('Plan', ['1.1', 'Find a place for Jack Smith, born 12/03/2015']),
      'Sheet ‘Plan’ B3: may be about one child or family, so it was not loaded. Take out what shows who it is',
    ],
  ])('%#: says %s', (filled, said) => {
    expect(parse(filled).problems.map(workbookProblemText)).toContain(said);
  });

  it('says all of it at once', () => {
    const parsed = parse({
      ...borsetshire,
      People: [['Nadia Khan', 'nadia', 'Borsetshire Counc']],
    });

    expect(parsed.problems.map(workbookProblemText)).toEqual([
      "Sheet ‘People’ B3: “nadia” isn't an e-mail address",
      "Sheet ‘People’ C3: “Borsetshire Counc” isn't on the sheet ‘Organisations’. Did you mean Borsetshire Council? Add it there, or use the spelling there",
      "Sheet ‘Roles’ A4: “Grace Lee” isn't on the sheet ‘People’. Add it there, or use the spelling there",
      "Sheet ‘Plan’ E4: “OBRIEN, Tom” isn't on the sheet ‘People’. Add it there, or use the spelling there",
    ]);
  });

  it('loads nothing over a cell that cannot be read, and passes over what is struck through', () => {
    const unread = [
      { row: 3, column: 2, why: 'formula' },
      { row: 4, column: 2, why: 'error-value' },
      { row: 5, column: 2, why: 'too-long' },
      { row: 6, column: 2, why: 'struck', text: 'an old title' },
    ] as const;
    const grids = gridsOf(borsetshire).map((grid) =>
      nameOf(grid.place) === 'Plan' ? { ...grid, unread } : grid,
    );

    const { problems, notes } = parseWorkbook(grids, nothingKnown, today);

    expect(problems.map(workbookProblemText)).toEqual([
      'Sheet ‘Plan’ B3: a formula; formulas are not worked out. Paste it as a value',
      'Sheet ‘Plan’ B4: an error value such as #REF!',
      'Sheet ‘Plan’ B5: longer than fits. Shorten it',
    ]);
    expect(notes.map(workbookProblemText)).toEqual([
      'Sheet ‘Plan’ B6: struck through, so it does not count',
    ]);
  });

  it('says which column or sheet is gone, and which column is not its own', () => {
    const grids = gridsOf(borsetshire).filter(({ place }) => nameOf(place) !== 'Meetings');
    const people = grids.find(({ place }) => nameOf(place) === 'People');
    const renamed = grids.map((grid) =>
      grid === people
        ? { ...grid, rows: [cells(['Name', 'Mail', 'Organisation'], 1), ...grid.rows.slice(1)] }
        : grid,
    );

    const { problems, notes } = parseWorkbook(renamed, nothingKnown, today);

    expect(problems.map(workbookProblemText)).toEqual(
      expect.arrayContaining([
        'Sheet ‘People’ row 1: the column “E-mail” is missing. Put its heading back into row 1',
        'Sheet ‘Meetings’: this sheet is missing. Make a new workbook with --template and copy your rows into it',
      ]),
    );
    expect(notes.map(workbookProblemText)).toEqual([
      "Sheet ‘People’ column B: “Mail” isn't a column of this workbook, so it was left out",
    ]);
  });

  it('is read as a plan where it is sent to the bot: its example and its other sheets are named', () => {
    const { rows, problems } = parsePlan(gridsOf(borsetshire));
    const whys = problems.map(({ place, why }) => `${place}: ${why}`);

    expect(rows.map(({ ref }) => ref.text)).toEqual(['1.1', '1.10', '2.1']);
    expect(whys).toEqual([
      ...['Partnership', 'Organisations'].map((name) => `Sheet ‘${name}’: set-up-sheet`),
      'Sheet ‘People’: people-list',
      ...['Themes', 'Roles', 'Forums', 'Meetings'].map((name) => `Sheet ‘${name}’: set-up-sheet`),
      'Sheet ‘Plan’ A2: example-row',
      ...['Sheet ‘KPIs’: kpi-table', 'Sheet ‘Channels’: set-up-sheet'],
    ]);
  });

  it('knows a plan in a file of one’s own from the workbook', () => {
    expect(isWorkbook(gridsOf(borsetshire))).toBe(true);
    expect(isWorkbook(gridsOf(borsetshire).filter(({ place }) => nameOf(place) === 'Plan'))).toBe(
      false,
    );
  });
});

function parse(filled: Filled, known = nothingKnown): ParsedWorkbook {
  return parseWorkbook(gridsOf(filled), known, today);
}

function rowsOf({ rows }: ParsedWorkbook, kind: string): Readonly<Record<string, unknown>>[] {
  return rows.filter((row) => row.kind === kind).map(({ row }) => row);
}

function owner(objective: string, person: string | null, organisation: string | null) {
  return { objective, role: 'owner', person, organisation, from: '2026-11-30', until: null };
}

/** The sheets as a file has them: headings, the example, then the rows. */
function gridsOf(filled: Filled): Grid[] {
  return sheetNames.map((name) => ({
    place: { kind: 'sheet', name },
    rows: [
      columnsOf(name).map(([, { heading }]) => heading),
      columnsOf(name).map(([, { example }]) => example),
      ...(filled[name] ?? []),
    ].map((texts, index) => cells(texts, index + 1)),
    unread: [],
  }));
}

function cells(texts: readonly string[], row: number): Grid['rows'][number] {
  return texts.map((text, index) => (text === '' ? null : { text, row, column: index + 1 }));
}

function nameOf(place: Grid['place']): string {
  return place.kind === 'sheet' ? place.name : '';
}
