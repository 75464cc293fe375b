// A table as Slack's native table block, or as fixed-width text when Slack would refuse it. Rows that
// do not fit are counted, never dropped in silence.
import type { types } from '@slack/bolt';
import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import { type Block, strong, text } from '../../../core/message/messages/message.ts';
import { plainLine } from './escape.ts';
import { LIMITS, shorten } from './limits.ts';
import { paragraphs, preformatted } from './rich-text.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Cells = readonly (readonly string[])[];

/** Slack refuses an empty cell. */
const EMPTY_CELL = '–';
const LONG_CELLS = 'Long cells are shortened here. Ask for this table alone to see them whole.';

/** The caption, the table and, when rows are missing, a line that says so. */
export function renderTable(table: Table, nativeTablesLeft: number): types.KnownBlock[] {
  const caption = paragraphs([strong(table.caption)]);
  const width = table.columns.length;
  if (width === 0) return caption;
  const rows = [
    table.columns.map((column) => cell(column.header)),
    ...table.rows.map((row) => table.columns.map((_, index) => cell(row[index] ?? ''))),
  ];
  const fits =
    nativeTablesLeft > 0 && width <= LIMITS.tableColumns && rows.length <= LIMITS.tableRows;
  return [...caption, ...(fits ? nativeTable(table, rows) : textTable(table, rows))];
}

function nativeTable(table: Table, rows: Cells): types.KnownBlock[] {
  const shown = rowsWithin(rows, LIMITS.tableCharacters, (row) => row.join('').length);
  const block: types.TableBlock = {
    type: 'table',
    rows: shown.map((row) => row.map((value) => ({ type: 'raw_text', text: value }))),
    column_settings: table.columns.map((column) => ({
      align: column.align ?? 'left',
      // A reference stays on one line.
      is_wrapped: !column.ofRefs,
    })),
  };
  return [block, ...missingRows(shown.length, rows.length)];
}

function textTable(table: Table, rows: Cells): types.KnownBlock[] {
  const narrow = rows.map((row) =>
    row.map((value) =>
      shorten(withoutEmoji(value).replaceAll('|', '\\|'), LIMITS.preformattedCell),
    ),
  );
  const lines = markdownTable(narrow, {
    align: table.columns.map((column) => column.align ?? 'left'),
    stringLength: stringWidth,
  }).split('\n');
  const heading = lines.slice(0, 2).map((line) => shorten(line, LIMITS.preformatted / 4));
  const body = lines.slice(2).map((line) => shorten(line, LIMITS.preformatted / 4));

  const pieces: string[][] = [];
  let [room, left]: [number, number] = [0, LIMITS.tableCharacters];
  let shown = 1;
  for (const line of body) {
    if (line.length + 1 > room) {
      pieces.push([...heading]);
      const used = heading.join('\n').length;
      room = LIMITS.preformatted - used;
      left -= used;
    }
    left -= line.length + 1;
    if (left < 0) break;
    pieces.at(-1)?.push(line);
    room -= line.length + 1;
    shown += 1;
  }
  const full = pieces.length === 0 ? [heading] : pieces.filter((piece) => piece.length > 2);
  const isCut = rows.some((row) => row.some((value) => value.length > LIMITS.preformattedCell));
  return [
    ...full.map((piece) => preformatted(piece.join('\n'))),
    ...(isCut ? paragraphs([text(LONG_CELLS)]) : []),
    ...missingRows(shown, rows.length),
  ];
}

function rowsWithin(
  rows: Cells,
  budget: number,
  sizeOf: (row: readonly string[]) => number,
): Cells {
  let left = budget;
  const end = rows.findIndex((row) => {
    left -= sizeOf(row);
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
}

function missingRows(shown: number, all: number): types.KnownBlock[] {
  if (shown >= all) return [];
  return paragraphs([
    text(
      `Showing the first ${shown - 1} of ${all - 1} rows. ` +
        'Ask for less at a time, such as one theme or one objective, to see the rest.',
    ),
  ]);
}

/** Emoji have no fixed width; where one stands beside words, the words say the same. */
function withoutEmoji(value: string): string {
  return value.replace(/\p{Emoji_Presentation}\ufe0f?\s*/gu, '').trim() || value;
}

function cell(value: string): string {
  return plainLine(value) || EMPTY_CELL;
}
