// A file's dry run, what became of it, and the list of imports.
import type { Temporal } from 'temporal-polyfill';
import type { CellChange, ImportDiff } from '../domain/import-steps.ts';
import type { ImportProblem } from '../domain/plan-columns.ts';
import { planFieldNames, planHeadingExamples } from '../domain/plan-headings.ts';
import { ragOrder } from '../domain/rag.ts';
import { type Block, code, inline, type Message, paragraph, strong } from './message.ts';
import { ragText } from './rag-text.ts';
import { dayText, momentText } from './when.ts';

type ViewFacts = {
  readonly number: number;
  readonly fileName: string;
  readonly state: 'previewed' | 'imported' | 'dropped';
  readonly readBy: string;
  readonly readAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
  readonly tables: readonly { readonly place: string; readonly columns: readonly string[] }[];
  readonly diff: ImportDiff;
  readonly archive: { readonly rows: number; readonly fits: boolean } | null;
};

/** How much of a long difference one message shows. */
const MAX_CHANGES = 60;
const MAX_PROBLEMS = 30;
const MAX_WORDS = 80;

const reasons: Readonly<Record<ImportProblem['why'], string>> = {
  formula: 'a formula; formulas are not worked out',
  'error-value': 'an error value such as #REF!',
  'too-long': 'longer than fits',
  'no-plan': 'no headings of a plan found in it',
  'no-reference': 'a row without a reference',
  'bad-reference': 'not a reference',
  'bad-date': 'not a date that can be read',
  'bad-rating': 'not a rating',
  'not-on-the-plan': 'not a person on the plan, so nobody is put down',
  'said-twice': 'a second, different entry for the same thing; the first one counts',
  'no-title': 'a new entry without a title',
  'no-rating': 'progress without a rating beside it',
  'no-home': 'an action has no field for this',
  closed: 'this objective is closed, so nothing of it is changed',
  'own-deputy': 'nobody is the deputy of what they own',
  'blue-needs-evidence':
    'blue needs evidence that families feel it, or a waiver; the rating stays as it is',
  'original-stays': 'the plan has another original date, and that one stays',
  'bad-words': 'characters that cannot be shown, or a call to a whole channel',
  'certain-personal': 'personal data; it was left out and not kept',
  'likely-personal':
    'could this tell which child is meant? It is imported unless you change the file',
};

/** What an import would change, cell by cell. Nothing has been changed by it. */
export function importMessage(view: ViewFacts, seenBefore: boolean, timeZone: string): Message {
  const { number, fileName, state, diff, tables } = view;
  if (state !== 'previewed') return settledMessage(view, timeZone);
  const blocks: Block[] = [
    paragraph(
      strong('Nothing has been changed yet. '),
      seenBefore ? 'This very file was read before; this is what it would do now.' : '',
    ),
    ...(view.archive ? archiveBlocks(view.archive) : tableBlocks(diff, tables)),
    ...changeBlocks(diff.changes),
    ...problemBlocks(diff.problems),
  ];
  const confirm = {
    label: `Confirm import ${number}`,
    line: `admin import confirm ${number}`,
    style: 'primary',
  } as const;
  const useful = view.archive ? view.archive.fits : diff.steps.length > 0;
  const drop = { label: 'Drop it', line: `admin import drop ${number}` };
  blocks.push({ kind: 'actions', actions: useful ? [confirm, drop] : [drop] });
  return {
    title: `Import ${number}: what ${fileName} would change`,
    blocks,
    footer: inline(
      `Read by ${view.readBy}, ${momentText(view.readAt, timeZone)}. To see it again: `,
      code(`/pap admin import ${number}`),
    ),
  };
}

function settledMessage(view: ViewFacts, timeZone: string): Message {
  const { number, fileName, state, confirmedAt } = view;
  const when = confirmedAt ? ` on ${momentText(confirmedAt, timeZone)}` : '';
  return state === 'imported'
    ? {
        title: `${fileName} was imported before`,
        blocks: [
          paragraph(
            `This very file was imported${when} as number ${number}. Nothing was changed now. To import something else, change the file.`,
          ),
        ],
      }
    : {
        title: `Import ${number} was dropped`,
        blocks: [
          paragraph(`${fileName} was dropped${when}. Send the file again to look at it anew.`),
        ],
      };
}

function archiveBlocks({ rows, fits }: { rows: number; fits: boolean }): Block[] {
  return [
    paragraph(
      fits
        ? `This is a whole plan with its history: ${rows.toLocaleString('en-GB')} rows. They would be put into this record, which has no objectives yet.`
        : 'This is a whole plan with its history. It can only be put into a record that has no objectives yet, and this one has some.',
    ),
  ];
}

function tableBlocks({ counts }: ImportDiff, tables: ViewFacts['tables']): Block[] {
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'Rows read', value: inline(String(counts.rows)) },
        {
          label: 'New',
          value: inline(
            `${said(counts.added, 'objective', 'objectives')}, ${said(counts.parts, 'part', 'parts')}`,
          ),
        },
        { label: 'Changed', value: inline(said(counts.changed, 'objective', 'objectives')) },
        { label: 'The same', value: inline(said(counts.same, 'objective', 'objectives')) },
      ],
    },
    {
      kind: 'list',
      items: tables.map(({ place, columns }) => inline(strong(place), `: ${columns.join(', ')}`)),
    },
  ];
}

function changeBlocks(changes: readonly CellChange[]): Block[] {
  if (changes.length === 0) return [];
  const shown = changes.slice(0, MAX_CHANGES);
  return [
    {
      kind: 'table',
      caption: `${changes.length} ${changes.length === 1 ? 'cell' : 'cells'} would change`,
      columns: [
        { header: 'Ref' },
        { header: 'What' },
        { header: 'Before → after' },
        { header: 'Stands in' },
      ],
      rows: shown.map(({ ref, field, before, after, place }) => [
        ref,
        planFieldNames[field],
        `${before === null ? '–' : shownAs(field, before)} → ${shownAs(field, after)}`,
        place,
      ]),
    },
    ...rest(changes.length - shown.length, 'further cells would change'),
  ];
}

function problemBlocks(problems: readonly ImportProblem[]): Block[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MAX_PROBLEMS);
  return [
    paragraph(strong(`Not read, or to be looked at (${problems.length}):`)),
    {
      kind: 'list',
      items: shown.map(({ place, why, text }) =>
        inline(strong(place), `: ${text === undefined ? '' : `“${brief(text)}”: `}${reasons[why]}`),
      ),
    },
    ...rest(problems.length - shown.length, 'further places'),
  ];
}

function said(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}

/** Ratings by word and shape; how far an action is, in words. */
function shownAs(field: CellChange['field'], words: string): string {
  if (field !== 'rag' && field !== 'impact') return brief(words);
  const rag = ragOrder.find((one) => one === words);
  return rag ? ragText(rag) : brief(words).replaceAll('-', ' ');
}

function rest(count: number, what: string): Block[] {
  return count > 0 ? [paragraph(`… and ${count.toLocaleString('en-GB')} ${what}.`)] : [];
}

function brief(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS - 1)}…` : line;
}

/** What a confirmed import has done. */
export function importedMessage(
  {
    number,
    fileName,
    counts,
    cells,
    restored,
  }: {
    readonly number: number;
    readonly fileName: string;
    readonly counts: ImportDiff['counts'];
    readonly cells: number;
    readonly restored: number | null;
  },
  by: string,
  today: Temporal.PlainDate,
): Message {
  const done =
    restored === null
      ? `${said(counts.added, 'new objective', 'new objectives')}, ${counts.changed} changed, ${said(counts.parts, 'new part', 'new parts')}; ${said(cells, 'cell', 'cells')}, each with its place in the file.`
      : `${restored.toLocaleString('en-GB')} rows of the plan and its history were put in.`;
  return {
    title: `Import ${number} is done`,
    tone: 'good',
    blocks: [paragraph(strong(fileName), `: ${done}`)],
    footer: inline(
      `Confirmed by ${by}, ${dayText(today)}. The history of each objective has it; `,
      code('/pap admin audit'),
      ' has the import.',
    ),
  };
}

/** The file is not imported. */
export function droppedMessage(number: number): Message {
  return {
    title: `Import ${number} was dropped`,
    blocks: [paragraph('The plan is as it was.')],
  };
}

/** All imports, and how to make one. */
export function importListMessage(
  imports: readonly Pick<ViewFacts, 'number' | 'fileName' | 'state' | 'readBy' | 'readAt'>[],
  timeZone: string,
): Message {
  const states = { previewed: 'waiting', imported: 'imported', dropped: 'dropped' } as const;
  return {
    title: 'Imports',
    blocks: [
      imports.length === 0
        ? paragraph('Nothing has been imported yet.')
        : {
            kind: 'table',
            caption: 'Newest first',
            columns: [
              { header: 'No' },
              { header: 'File' },
              { header: 'State' },
              { header: 'Read' },
            ],
            rows: imports.map(({ number, fileName, state, readBy, readAt }) => [
              String(number),
              fileName,
              states[state],
              `${momentText(readAt, timeZone)}, ${readBy}`,
            ]),
          },
      paragraph(
        'To import, send me the file (.xlsx, .docx, .csv or .html) together with the words ',
        code('admin import'),
        '. In the terminal, name it: ',
        code('admin import plan.xlsx'),
        '. You see what it would change before anything is changed.',
      ),
    ],
  };
}

/** Which headings are understood. */
export function importColumnsMessage(): Message {
  const fields = Object.keys(planFieldNames) as (keyof typeof planFieldNames)[];
  return {
    title: 'Headings that an import understands',
    blocks: [
      {
        kind: 'table',
        caption: 'One of the first eight rows of a table holds the headings; a reference is needed',
        columns: [{ header: 'Goes into' }, { header: 'Headings such as' }],
        rows: fields.map((field) => [planFieldNames[field], planHeadingExamples[field]]),
      },
    ],
  };
}
