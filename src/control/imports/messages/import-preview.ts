// What an import would do, before it is confirmed: its changes, what it leaves out, and what stands in its way.

import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import { ragOrder } from '../../../core/message/domain/rag.ts';
import {
  type Block,
  bullets,
  buttonRow,
  code,
  fact,
  factTable,
  type Inline,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import type { CellChange, ImportDiff } from '../domain/import-steps.ts';
import type { LeftOut } from '../domain/left-out.ts';
import type { ImportProblem, PlanTable } from '../domain/plan-columns.ts';
import { planFieldNames } from '../domain/plan-headings.ts';

export type ViewFacts = {
  readonly number: number;
  readonly fileName: string;
  readonly state: 'previewed' | 'imported' | 'dropped';
  readonly readBy: string;
  readonly readAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
  readonly tables: readonly PlanTable[];
  readonly diff: ImportDiff;
  readonly archive: { readonly rows: number; readonly fits: boolean } | null;
};

/** How much of a long difference one message shows. */
const MAX_CHANGES = 60;

const MAX_PROBLEMS = 30;

const MAX_LEFT_OUT = 30;

const MAX_WORDS = 80;

const reasons: Readonly<Record<ImportProblem['why'], string>> = {
  formula: 'a formula; formulas are not worked out',
  'error-value': 'an error value such as #REF!',
  'too-long': 'longer than fits',
  'no-plan': 'no headings of a plan found in it',
  'heads-nothing': 'no row of the plan stands under this heading',
  'no-reference': 'a row without a reference',
  'bad-reference': 'not a reference',
  'bad-date': 'not a date that can be read',
  'no-date-yet': 'no due date is set',
  'bad-rating': 'not a rating',
  'not-on-the-plan': 'not a person on the plan, so nobody is put down',
  'said-twice': 'a second, different entry for the same thing; the first one counts',
  'no-title': 'a new entry without a title',
  'no-rating': 'progress without a rating beside it',
  'no-impact-rating': 'an evaluation without an impact rating beside it',
  'no-home': 'an action has no field for this',
  'start-of-objective': 'the plan keeps a start date for an action, not for an objective',
  'milestone-of-objective': 'a milestone belongs to an action, and none stands in this row',
  closed: 'this objective is closed, so nothing of it is changed',
  'own-deputy': 'nobody is the deputy of what they own',
  'blue-needs-evidence':
    'blue needs evidence that families feel it, or a waiver; the rating stays as it is',
  'original-stays': 'a file does not change the original date of what is in the plan',
  'owner-stays': 'a file does not change who has an action that is there already',
  'area-stays': 'a file moves no objective to another area',
  'bad-words': 'characters that cannot be shown, or a call to a whole channel',
  'certain-personal': 'personal data; it was left out and not kept',
  'likely-personal':
    'could this tell which child is meant? It is imported unless you change the file',
};

export const leftOutReasons: Readonly<Record<Exclude<LeftOut['why'], 'second'>, string>> = {
  'not-understood': 'not understood',
  'earlier-rating': 'an earlier rating; the history is not written afterwards',
  monitoring: 'the plan has no place for how something is monitored',
  'no-heading': 'no heading over it',
  above: 'above the headings',
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
    ...leftOutBlocks(tables),
    ...problemBlocks(diff.problems),
  ];
  const confirm = {
    label: `Confirm import ${number}`,
    line: `admin import confirm ${number}`,
    style: 'primary',
  } as const;
  const useful = view.archive ? view.archive.fits : diff.steps.length > 0;
  const drop = { label: 'Drop it', line: `admin import drop ${number}` };
  blocks.push(buttonRow(useful ? [confirm, drop] : [drop]));
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
    factTable([
      fact('Rows read', String(counts.rows)),
      fact(
        'New',
        `${said(counts.added, 'objective', 'objectives')}, ${said(counts.parts, 'part', 'parts')}`,
      ),
      fact('Changed', said(counts.changed, 'objective', 'objectives')),
      fact('The same', said(counts.same, 'objective', 'objectives')),
    ]),
    bullets(tables.map(({ place, columns }) => inline(strong(place), `: ${columns.join(', ')}`))),
  ];
}

function leftOutBlocks(tables: readonly PlanTable[]): Block[] {
  const all = tables.flatMap(({ leftOut = [] }) => leftOut);
  if (all.length === 0) return [];
  const shown = all.slice(0, MAX_LEFT_OUT);
  return [
    paragraph(strong(`Left out (${all.length.toLocaleString('en-GB')}):`)),
    bullets(shown.map(leftOutLine)),
    ...rest(all.length - shown.length, 'further places'),
  ];
}

function leftOutLine(one: LeftOut): Inline {
  const reason =
    one.why === 'second'
      ? `another column has the ${planFieldNames[one.field]}`
      : leftOutReasons[one.why];
  const heading = one.heading === null ? '' : `“${brief(one.heading)}”: `;
  return inline(strong(one.place), `: ${heading}${reason} · ${said(one.cells, 'cell', 'cells')}`);
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
  const lines = problemLines(problems);
  const shown = lines.slice(0, MAX_PROBLEMS);
  const hidden = lines.slice(MAX_PROBLEMS).reduce((sum, { count }) => sum + count, 0);
  return [
    paragraph(strong(`Not read, or to be looked at (${problems.length.toLocaleString('en-GB')}):`)),
    bullets(
      shown.map(({ problem: { place, why, text, readings }, count }) =>
        inline(
          strong(place),
          count > 1 ? ` and ${said(count - 1, 'further cell', 'further cells')}` : '',
          `: ${text === undefined ? '' : `“${brief(text)}”: `}${reasons[why]}${meant(readings)}`,
        ),
      ),
    ),
    ...rest(hidden, 'further places'),
  ];
}

/** What to write in the file instead. */
function meant(readings: readonly string[] = []): string {
  return readings.length === 0 ? '' : `; do you mean ${readings.join(' or ')}?`;
}

/** These befall a whole column alike: they are one line, with the first place and how many there are. */
const wholeColumn: ReadonlySet<ImportProblem['why']> = new Set([
  'start-of-objective',
  'milestone-of-objective',
]);

function problemLines(problems: readonly ImportProblem[]) {
  const lines: { problem: ImportProblem; count: number }[] = [];
  for (const problem of problems) {
    const same = wholeColumn.has(problem.why)
      ? lines.find((line) => line.problem.why === problem.why)
      : undefined;
    if (same) same.count++;
    else lines.push({ problem, count: 1 });
  }
  return lines;
}

export function said(count: number, one: string, more: string): string {
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
