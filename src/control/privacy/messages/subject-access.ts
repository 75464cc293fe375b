// A person's own file: what the record holds on them, table by table, to be read by them.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Document,
  type DocumentBlock,
  heading,
  paragraph as sentence,
} from '../../../core/message/messages/document.ts';
import { inline, type Message, paragraph } from '../../../core/message/messages/message.ts';

export type AboutPerson = {
  readonly table: string;
  readonly what: string;
  readonly columns: readonly string[];
  /** Columns that say something to a reader: no ids. */
  readonly telling: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

type Facts = {
  readonly name: string;
  readonly partnership: string;
  readonly timeZone: string;
  readonly now: Temporal.Instant;
};

/** The file as a document. */
export function subjectAccessDocument(
  about: readonly AboutPerson[],
  { name, partnership, timeZone, now }: Facts,
): Document {
  return {
    title: `What the record holds on ${name}`,
    subtitle: [partnership, momentText(now, timeZone)],
    foot: `${partnership}: what is held on ${name}`,
    asAt: now.toString(),
    blocks: [
      sentence(
        ...inline(
          'Rows about this person, rows that they made, and rows that speak of them. Some speak of other people too: check them before you hand this over.',
        ),
      ),
      ...(about.length === 0
        ? [sentence(...inline('Nothing is held.'))]
        : about.flatMap(tableBlocks)),
    ],
  };
}

function tableBlocks({ table, what, telling, rows }: AboutPerson): DocumentBlock[] {
  return [
    heading(2, what),
    {
      kind: 'table',
      caption: `${what} (${table})`,
      columns: [
        { header: 'Row', share: 1 },
        { header: 'What it says', share: 8 },
      ],
      rows: rows.map((row, index) => [String(index + 1), rowText(row, telling)]),
    },
  ];
}

function rowText(row: Readonly<Record<string, unknown>>, telling: readonly string[]): string {
  return telling
    .filter((column) => row[column] !== null && row[column] !== undefined && row[column] !== '')
    .map((column) => `${column.replaceAll('_', ' ')}: ${valueText(row[column])}`)
    .join('; ');
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The file is there. */
export function subjectFileMessage(
  name: string,
  {
    rows,
    tables,
    fileName,
  }: { readonly rows: number; readonly tables: number; readonly fileName: string },
): Message {
  return {
    title: `What the record holds on ${name}`,
    blocks: [
      paragraph(`${fileName}: ${rows} rows of ${tables} tables.`),
      paragraph(
        'Some rows speak of other people too: check the file before you hand it over. Messages that were sent, board packs and backups are not in it.',
      ),
    ],
  };
}
