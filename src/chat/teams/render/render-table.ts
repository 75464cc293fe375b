// A table, with readable rows of text for a client that has no `Table` element. Rows beyond the
// budget are left out and the reader is told.
import { MOST_UNBROKEN, unbroken } from '../../../core/message/domain/unbroken.ts';
import { type Block, strong, text } from '../../../core/message/messages/message.ts';
import { type CardElement, richText, textLines } from './card.ts';
import { oneLine } from './escape.ts';
import { clip, LIMITS } from './limits.ts';

export type TableBlock = Extract<Block, { kind: 'table' }>;

/** The table, its caption and, when rows or columns are missing, a sentence that says so. */
export function renderTable(table: TableBlock, rowBudget: number): CardElement[] {
  const columns = table.columns.slice(0, LIMITS.tableColumns);
  const shown = table.rows.slice(0, Math.min(rowBudget, LIMITS.tableRows));
  const rows = shown.map((row) =>
    columns.map(({ ofRefs }, index) => {
      const words = cellText(row[index]);
      return ofRefs ? unbroken(words) : words;
    }),
  );
  const headers = columns.map((one) => cellText(one.header));
  const alignments = columns.map((one) => (one.align === 'right' ? 'Right' : 'Left'));
  const grid = {
    type: 'Table',
    columns: columns.map(({ ofRefs }, index) => {
      const cells = [headers[index] ?? '', ...rows.map((row) => row[index] ?? '')];
      return { width: ofRefs ? pixelsFor(cells) : shareFor(cells) };
    }),
    firstRowAsHeaders: true,
    showGridLines: true,
    rows: [
      gridRow(headers, alignments, true),
      ...rows.map((row) => gridRow(row, alignments, false)),
    ],
    fallback: { type: 'Container', items: rows.map((row) => readableRow(headers, row)) },
  };
  const caption = richText([strong(clip(oneLine(table.caption), LIMITS.title))]);
  return [
    caption,
    ...(rows.length > 0 ? [grid] : [richText([text('There are no rows.')])]),
    ...left(table, rows),
  ];
}

/** A share of the width by the longest cell, so that a column of numbers does not starve the words. */
function shareFor(cells: readonly string[]): number {
  const longest = Math.max(...cells.map((cell) => cell.length));
  return Math.min(Math.max(Math.ceil(longest / 6), 1), 5);
}

/**
 * So wide that each reference stays on one line: Teams breaks even a single word where its column is too narrow. Of its type
 * a character takes some 7 pixels and a capital 10, and a cell has space on both sides.
 */
function pixelsFor(cells: readonly string[]): string {
  const widths = cells.map((cell) => {
    const words = cell.slice(0, MOST_UNBROKEN);
    return 24 + 7 * words.length + 3 * (words.match(/\p{Lu}/gu)?.length ?? 0);
  });
  return `${Math.max(...widths)}px`;
}

function gridRow(
  cells: readonly string[],
  alignments: readonly string[],
  header: boolean,
): CardElement {
  return {
    type: 'TableRow',
    ...(header && { style: 'emphasis' }),
    cells: cells.map((cell, index) => ({
      type: 'TableCell',
      items: [
        {
          ...richText([header ? strong(cell) : text(cell)]),
          ...(alignments[index] === 'Right' && { horizontalAlignment: 'Right' }),
        },
      ],
    })),
  };
}

/** `Objective: 2B:2 · RAG: Red · …`, one run, because every row is carried twice. */
function readableRow(headers: readonly string[], row: readonly string[]): CardElement {
  const parts = row.map((cell, index) => `${headers[index] ?? ''}: ${cell}`);
  return richText([text(parts.join(' · '))]);
}

function left(table: TableBlock, shown: readonly (readonly string[])[]): CardElement[] {
  const notes: string[] = [];
  if (shown.length < table.rows.length) {
    const all = table.rows.length;
    notes.push(
      `Showing ${shown.length} of ${all} rows. For the rest, ask for less at a time, for example one theme or one objective.`,
    );
  }
  const hidden = table.columns.slice(LIMITS.tableColumns).map((one) => oneLine(one.header));
  if (hidden.length > 0) {
    notes.push(`Not shown here: ${hidden.join(', ')}. Ask for one row to see everything about it.`);
  }
  return notes.flatMap((note) => textLines([text(note)], { size: 'Small', isSubtle: true }));
}

function cellText(value: string | undefined): string {
  return clip(oneLine(value ?? ''), LIMITS.cell) || '–';
}
