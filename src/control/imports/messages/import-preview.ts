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
import type { ImportQuestion } from '../../layouts/domain/import-answers.ts';
import type { CellChange, ImportDiff } from '../../layouts/domain/import-steps.ts';
import type { LeftOut } from '../../layouts/domain/left-out.ts';
import type { ImportProblem, PlanTable } from '../../layouts/domain/plan-columns.ts';
import { planFieldNames } from '../../layouts/domain/plan-headings.ts';
import { questionBlocks } from './import-questions.ts';
import { leftOutReason, problemReasons } from './import-reasons.ts';

export type ViewFacts = {
  readonly number: number;
  readonly fileName: string;
  readonly state: 'previewed' | 'imported' | 'dropped';
  readonly readBy: string;
  readonly readAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
  readonly tables: readonly PlanTable[];
  readonly diff: ImportDiff;
  /** What of it could be asked, answered or not. */
  readonly questions: readonly ImportQuestion[];
  readonly archive: { readonly rows: number; readonly fits: boolean } | null;
};

/** How much of a long difference one message shows. */
const MAX_CHANGES = 60;

const MAX_PROBLEMS = 30;

const MAX_LEFT_OUT = 30;

const MAX_ABSENT = 20;

const MAX_WORDS = 80;

/** What an import would change, cell by cell. Nothing has been changed by it. */
export function importMessage(view: ViewFacts, seenBefore: boolean, timeZone: string): Message {
  const { number, fileName, state, diff, tables, questions } = view;
  if (state !== 'previewed') return settledMessage(view, timeZone);
  const blocks: Block[] = [
    paragraph(
      strong('Nothing has been changed yet. '),
      seenBefore ? 'This very file was read before; this is what it would do now.' : '',
    ),
    ...(view.archive ? archiveBlocks(view.archive) : tableBlocks(diff, tables)),
    ...questionBlocks(number, questions),
    ...changeBlocks(diff.changes),
    ...leftOutBlocks(tables),
    ...problemBlocks(diff.problems),
    ...absentBlocks(diff.absent),
    paragraph(
      'All of it, with the place of each cell, as a workbook: ',
      code(`/pap admin import ${number} workbook`),
    ),
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
  const reason = leftOutReason(one);
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
        { header: 'Ref', ofRefs: true },
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
          `: ${text === undefined ? '' : `“${brief(text)}”: `}${problemReasons[why]}${meant(readings)}`,
        ),
      ),
    ),
    ...rest(hidden, 'further places'),
  ];
}

/** A plan that leaves objectives out may have dropped them; an import never does. */
function absentBlocks(absent: ImportDiff['absent']): Block[] {
  if (absent.length === 0) return [];
  const refs = absent.slice(0, MAX_ABSENT).map(({ ref }) => ref);
  const more = absent.length - refs.length;
  return [
    paragraph(
      strong(`In the plan and not in this file (${absent.length.toLocaleString('en-GB')}): `),
      `${refs.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-GB')} more` : ''}. They stay as they are.`,
    ),
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

/** The same words with the same fault are one line; a place is counted once. */
function problemLines(problems: readonly ImportProblem[]) {
  const lines = new Map<string, { problem: ImportProblem; places: Set<string> }>();
  for (const problem of problems) {
    const { why, text, place } = problem;
    const words = text ?? (wholeColumn.has(why) ? '' : place);
    const key = `${why} ${wholeColumn.has(why) ? '' : words}`;
    const line = lines.get(key) ?? { problem, places: new Set() };
    line.places.add(place);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ problem, places }) => ({ problem, count: places.size }));
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
