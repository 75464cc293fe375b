// A file's dry run, what became of it, and the list of imports.

import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { keysOf } from '../../../core/message/domain/narrow.ts';
import {
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { ImportDiff } from '../../layouts/domain/import-steps.ts';
import {
  leftOutHeadingExamples,
  planFieldNames,
  planHeadingExamples,
} from '../../layouts/domain/plan-headings.ts';
import { said, type ViewFacts } from './import-preview.ts';
import { leftOutReasons } from './import-reasons.ts';

/** What a confirmed import has done. */
export function importedMessage(
  {
    number,
    fileName,
    counts,
    cells,
    columnsLeftOut,
    restored,
  }: {
    readonly number: number;
    readonly fileName: string;
    readonly counts: ImportDiff['counts'];
    readonly cells: number;
    readonly columnsLeftOut: number;
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
    blocks: [
      paragraph(strong(fileName), `: ${done}`),
      ...(columnsLeftOut > 0
        ? [
            paragraph(
              `${said(columnsLeftOut, 'column', 'columns')} of the file ${columnsLeftOut === 1 ? 'was' : 'were'} left out, as the dry run showed.`,
            ),
          ]
        : []),
    ],
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
  const fields = keysOf(planFieldNames);
  return {
    title: 'Headings that an import understands',
    blocks: [
      {
        kind: 'table',
        caption:
          'One of the first twelve rows of a table holds the headings: a reference or an objective, and something else',
        columns: [{ header: 'Goes into' }, { header: 'Headings such as' }],
        rows: fields.map((field) => [planFieldNames[field], planHeadingExamples[field]]),
      },
      paragraph(
        strong('Known, and left out: '),
        `${leftOutHeadingExamples['earlier-rating']} (${leftOutReasons['earlier-rating']}); `,
        `${leftOutHeadingExamples.monitoring} (${leftOutReasons.monitoring}); `,
        `${leftOutHeadingExamples['ended-on']} (${leftOutReasons['ended-on']}); `,
        `${leftOutHeadingExamples['two-meanings']} (${leftOutReasons['two-meanings']}). `,
        'Every other heading is left out too, and the dry run lists each with its place.',
      ),
    ],
  };
}

/** Beside the workbook of a dry run. */
export function workbookMessage(number: number, fileName: string): Message {
  return {
    title: `Import ${number} as a workbook`,
    blocks: [
      paragraph(
        `${fileName} has every cell that would change, everything that was not read and why, what is left out, and the objectives of the plan that the file does not have. Nothing has been changed.`,
      ),
    ],
  };
}
