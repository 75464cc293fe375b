// Whole plans of invented partnerships in the layouts that published ones have, each with what has to be in the record afterwards.
import excel from 'exceljs';
import { docx } from './sample-plans.ts';

/** The people that the plans name; of three organisations. */
export const PLANNERS = [
  ...([
    'Asha Rowe',
    'Ben Carter',
    'Cerys Pugh',
    'Dev Mistry',
    'Ella Nash',
    'Femi Adeyemi',
  ] as const),
];

type Rag = 'red' | 'amber' | 'green';

export type ExpectedAction = {
  readonly title: string;
  readonly due: string | null;
  readonly owner: string | null;
};

export type ExpectedObjective = {
  readonly ref: string;
  readonly area: string | null;
  readonly title: string;
  /** The last day of it. */
  readonly due: string | null;
  /** Who on the plan has it; null: nobody, and the words stand as published. */
  readonly owner: string | null;
  readonly ownerWords: string | null;
  readonly rag: Rag | null;
  /** What stands as published, where it is no rating that counts. */
  readonly ratingWords: string | null;
  readonly note: string | null;
  readonly actions: readonly ExpectedAction[];
};

export type WholePlan = {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly expected: readonly ExpectedObjective[];
  /** What the office answers to what the dry run asks, by the numbers of its questions. */
  readonly answers: readonly string[];
};

const RATINGS = ['amber', 'green', 'red', 'green', 'amber'] as const;
const COLOURS = { red: 'FFFF0000', amber: 'FFFFC000', green: 'FF92D050' } as const;
const DAYS = [
  ['31 March 2025', '2025-03-31'],
  ['30/06/2025', '2025-06-30'],
  ['September 2025', '2025-09-30'],
  ['Q3 2025/26', '2025-12-31'],
  ['31.03.26', '2026-03-31'],
] as const;
const AREAS = [
  'Early identification',
  'Waiting times',
  'Quality of plans',
  'Preparing for adulthood',
];
const VERBS = ['Agree', 'Publish', 'Recruit', 'Train', 'Review', 'Embed', 'Map'];
const THINGS = [
  ...[
    'the graduated response guide',
    'a joint commissioning strategy',
    'speech and language pathways',
  ],
  ...['annual review templates', 'the local offer pages', 'audits of plans', 'short breaks'],
];

const at = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;
const titleOf = (index: number) =>
  `${at(VERBS, index)} ${at(THINGS, index * 3 + 1)} for cohort ${index + 1}`;
const personOf = (index: number) => at(PLANNERS, index);
const noteOf = (index: number) =>
  `${10 + index} of ${40 + index} settings have taken part; the rest follow in the spring term.`;

/** Word, one table under each priority, headings over two rows, references and objectives merged down over their actions. */
export function statementOfAction(): WholePlan {
  const expected: ExpectedObjective[] = [];
  const tables = AREAS.map((area, areaIndex) => {
    const rows = [
      [
        cell('Ref', { down: 'first' }),
        cell('Objective', { down: 'first' }),
        cell('Action', { down: 'first' }),
        cell('Lead', { down: 'first' }),
        cell('Timescale', { across: 2 }),
        cell('RAG', { down: 'first' }),
        cell('Progress', { down: 'first' }),
      ],
      [
        cell('', { down: 'next' }),
        cell('', { down: 'next' }),
        cell('', { down: 'next' }),
        cell('', { down: 'next' }),
        cell('Start'),
        cell('End'),
        cell('', { down: 'next' }),
        cell('', { down: 'next' }),
      ],
    ];
    for (let n = 0; n < 3; n++) {
      const index = areaIndex * 3 + n;
      const ref = `${areaIndex + 1}.${n + 1}`;
      const title = titleOf(index);
      const rag = at(RATINGS, index);
      const actions = [0, 1, 2].map((a) => {
        const action = `${at(VERBS, index + a + 1)} step ${a + 1} of ${ref}`;
        const [words, due] = at(DAYS, index + a);
        const owner = personOf(index + a);
        rows.push([
          cell(a === 0 ? ref : '', { down: a === 0 ? 'first' : 'next' }),
          cell(a === 0 ? title : '', { down: a === 0 ? 'first' : 'next' }),
          cell(action),
          cell(owner),
          cell('01/09/2024'),
          cell(words),
          cell(a === 0 ? rag.toUpperCase().slice(0, 1) : '', {
            down: a === 0 ? 'first' : 'next',
            fill: a === 0 ? COLOURS[rag].slice(2) : '',
          }),
          cell(a === 0 ? noteOf(index) : '', { down: a === 0 ? 'first' : 'next' }),
        ]);
        return { title: action, due, owner };
      });
      expected.push({
        ref,
        area,
        title,
        due: null,
        owner: null,
        ownerWords: null,
        rag,
        ratingWords: null,
        note: noteOf(index),
        actions,
      });
    }
    const heading = `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Priority ${areaIndex + 1}: ${area}</w:t></w:r></w:p>`;
    return `${heading}<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
  });
  return {
    file: { name: 'statement-of-action.docx', bytes: docx(tables.join('<w:p/>')) },
    expected,
    answers: [],
  };
}

function cell(
  words: string,
  { down, across, fill }: { down?: 'first' | 'next'; across?: number; fill?: string } = {},
): string {
  const merge =
    down === undefined ? '' : down === 'first' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const span = across === undefined ? '' : `<w:gridSpan w:val="${across}"/>`;
  const shade = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '';
  const lines = words
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    .join('');
  return `<w:tc><w:tcPr>${span}${merge}${shade}</w:tcPr>${lines}</w:tc>`;
}

/** Excel, rows of areas, headings that share a heading, a revised date beside the original, a post for a lead, words on a colour. */
export async function improvementPlan(): Promise<WholePlan> {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Improvement Plan');
  sheet.addRow(['Borsetshire SEND improvement plan 2024 to 2026']);
  sheet.addRow(['Version 7, for the board']);
  sheet.addRow([
    'Action ref',
    'What will we do?',
    'Responsible',
    'Timescales',
    null,
    'How will we know?',
    'Assurance',
    null,
  ]);
  sheet.addRow([null, null, null, 'Original date', 'Revised date', null, 'BRAG', 'Latest update']);
  for (const column of ['A', 'B', 'C', 'F']) sheet.mergeCells(`${column}3:${column}4`);
  sheet.mergeCells('D3:E3');
  sheet.mergeCells('G3:H3');
  const expected: ExpectedObjective[] = [];
  for (const [areaIndex, area] of AREAS.entries()) {
    const heading = sheet.addRow([`Priority area ${areaIndex + 1} – ${area}`]);
    sheet.mergeCells(`A${heading.number}:H${heading.number}`);
    for (let n = 0; n < 12; n++) {
      const index = areaIndex * 12 + n;
      const ref = `PA${areaIndex + 1}.${n + 1}`;
      const rag = at(RATINGS, index);
      const isPost = n === 4;
      const revised = n % 3 === 0 ? new Date(Date.UTC(2026, 1, 28)) : n % 3 === 1 ? 'N/A' : null;
      const words = rag === 'amber' ? 'Amber' : rag === 'red' ? 'R' : 'On track';
      const row = sheet.addRow([
        ref,
        titleOf(index),
        isPost ? 'Head of Commissioning' : personOf(index).split(' ').reverse().join(', '),
        new Date(Date.UTC(2025, 4, 31)),
        revised,
        `Measure ${index + 1}: 90% of families say so`,
        words,
        noteOf(index),
      ]);
      row.getCell(4).numFmt = 'dd/mm/yyyy';
      row.getCell(5).numFmt = 'dd/mm/yyyy';
      row.getCell(7).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[rag] } };
      expected.push({
        ref,
        area,
        title: titleOf(index),
        due: n % 3 === 0 ? '2026-02-28' : '2025-05-31',
        owner: isPost ? null : personOf(index),
        ownerWords: isPost ? 'Head of Commissioning' : null,
        rag,
        ratingWords: null,
        note: noteOf(index),
        actions: [],
      });
    }
  }
  return {
    file: {
      name: 'improvement-plan.xlsx',
      bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
    },
    expected,
    answers: [],
  };
}

/** CSV as Excel writes it in Windows-1252, semicolons, no references, the area in a column, words for ratings, 150 rows. */
export function deliveryPlan(): WholePlan {
  const expected: ExpectedObjective[] = [];
  const lines = ['Priority area;Objective;Lead officer;Deadline;Status;Commentary'];
  const status = [
    ['On track', 'green'],
    ['Off track', 'red'],
    ['Amber', 'amber'],
    ['Paused', null],
    ['Complete', null],
  ] as const;
  for (let index = 0; index < 150; index++) {
    const area = at(AREAS, Math.floor(index / 40));
    const title = `${titleOf(index)} – what families’ groups asked for`;
    const [words, due] = at(DAYS, index);
    const [state, rag] = at(status, index);
    const note = `“Small steps” – ${noteOf(index)}`;
    const owner = personOf(index);
    lines.push([area, title, owner, words, state, `"${note.replace(/"/g, '""')}"`].join(';'));
    expected.push({
      ref: String(index + 1),
      area,
      title,
      due,
      owner,
      ownerWords: null,
      rag,
      ratingWords: rag === null ? state : null,
      note,
      actions: [],
    });
  }
  return {
    file: { name: 'delivery-plan.csv', bytes: windows1252(`${lines.join('\r\n')}\r\n`) },
    expected,
    answers: [],
  };
}

function windows1252(text: string): Uint8Array {
  const codes: Record<string, number> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };
  return Uint8Array.from([...text].map((one) => codes[one] ?? one.charCodeAt(0)));
}

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

/** Excel, month by month: a RAG and an update under each month's heading, later months still empty; 3,000 cells. */
export async function monthlyTracker(): Promise<WholePlan> {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Tracker');
  const months = MONTHS.map((month, index) => `${month} ${index < 9 ? 2024 : 2025}`);
  const top = ['No.', 'Action', 'Owner', 'Due date', ...months.flatMap((month) => [month, null])];
  sheet.addRow(top);
  sheet.addRow([null, null, null, null, ...months.flatMap(() => ['RAG', 'Update'])]);
  for (const column of ['A', 'B', 'C', 'D']) sheet.mergeCells(`${column}1:${column}2`);
  months.forEach((_, index) => {
    sheet.mergeCells(1, 5 + index * 2, 1, 6 + index * 2);
  });
  const FILLED = 10;
  const expected: ExpectedObjective[] = [];
  for (let index = 0; index < 125; index++) {
    const ref = `SEND-${String(index + 1).padStart(3, '0')}`;
    const [words, due] = at(DAYS, index);
    const monthly = months.flatMap((month, m) =>
      m < FILLED
        ? [at(['A', 'G', 'R'], index + m), `${month}: ${noteOf(index + m)}`]
        : [null, null],
    );
    sheet.addRow([ref, titleOf(index), personOf(index), words, ...monthly]);
    const last = FILLED - 1;
    expected.push({
      ref,
      area: null,
      title: titleOf(index),
      due,
      owner: personOf(index),
      ownerWords: null,
      rag: at(['amber', 'green', 'red'] as const, index + last),
      ratingWords: null,
      note: `${months[last]}: ${noteOf(index + last)}`,
      actions: [],
    });
  }
  return {
    file: {
      name: 'monthly-tracker.xlsx',
      bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
    },
    expected,
    answers: [],
  };
}

/** Excel, a sheet for each area, a column of colours without words for each month, the legend asked once; 3,000 cells. */
export async function colourBoard(): Promise<WholePlan> {
  const workbook = new excel.Workbook();
  const expected: ExpectedObjective[] = [];
  for (const [areaIndex, area] of AREAS.slice(0, 3).entries()) {
    const sheet = workbook.addWorksheet(area);
    sheet.addRow([`Area ${areaIndex + 1}: ${area}`]);
    sheet.addRow([
      'Ref',
      'Objective',
      'Key contact',
      'Target date',
      'Success measure',
      ...MONTHS.map((month, index) => `RAG ${month} ${index < 9 ? 24 : 25}`),
      'Comments',
      'Risks',
      'Evidence',
    ]);
    for (let n = 0; n < 50; n++) {
      const index = areaIndex * 50 + n;
      const ref = `${'ABC'[areaIndex]}${n + 1}`;
      const [words, due] = at(DAYS, index);
      const row = sheet.addRow([
        ref,
        titleOf(index),
        personOf(index),
        words,
        `Measure ${index + 1}`,
        ...MONTHS.map(() => null),
        noteOf(index),
        `Risk ${index + 1}: staff leave`,
        `Minutes of meeting ${index + 1}`,
      ]);
      MONTHS.forEach((_, m) => {
        const rag = at(RATINGS, index + m);
        row.getCell(6 + m).fill = {
          type: 'pattern',
          pattern: 'solid',
          fgColor: { argb: COLOURS[rag] },
        };
      });
      expected.push({
        ref,
        area,
        title: titleOf(index),
        due,
        owner: personOf(index),
        ownerWords: null,
        rag: at(RATINGS, index + 11),
        ratingWords: null,
        note: noteOf(index),
        actions: [],
      });
    }
  }
  return {
    file: { name: 'colour-board.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) },
    expected,
    answers: ['1 owner', '2 green', '3 red', '4 amber'],
  };
}
