// The sheets of an .xlsx file. Formulas are not evaluated and their stored results not believed: the
// place is listed as not read. The library is loaded when the first such file comes.

import type { CellValue, Worksheet } from 'exceljs';
import type { Grid, UnreadCell } from '../core/message/domain/grid.ts';
import { fieldOf } from '../core/message/domain/narrow.ts';
import { FileFault } from './file-fault.ts';
import { buildGrid, type GridBuilder } from './grid-builder.ts';
import { MAX_COLUMNS, MAX_ROWS, MAX_TABLES } from './limits.ts';

/** Not needed for the words, and some of them hold ranges that the library fills cell by cell. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'picture',
  'drawing',
  'tableParts',
  'autoFilter',
  'rowBreaks',
  'colBreaks',
  'headerFooter',
  'sheetProtection',
];

/** Tables in the order of the sheets; hidden ones too, for nothing is passed over in silence. */
export async function parseXlsx(bytes: Uint8Array): Promise<Grid[]> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: IGNORED });
  if (workbook.worksheets.length > MAX_TABLES) throw new FileFault('too-many-tables');
  return workbook.worksheets.map(readSheet).filter((grid) => grid !== null);
}

function readSheet(sheet: Worksheet): Grid | null {
  const grid = buildGrid({ kind: 'sheet', name: sheet.name });
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    if (rowNumber > MAX_ROWS) throw new FileFault('too-many-rows');
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MAX_COLUMNS) throw new FileFault('too-many-columns');
      const { master } = cell;
      const [top, left] = [Number(master.row), Number(master.col)];
      // A merged cell is read in its first column, in each of its rows.
      if (left !== column) return;
      put(grid, rowNumber, column, master.value, master.numFmt, { row: top, column: left });
    });
  });
  return grid.finish();
}

function put(
  grid: GridBuilder,
  row: number,
  column: number,
  value: CellValue,
  format: string | undefined,
  from: { row: number; column: number },
): void {
  const unread = unreadable(value);
  if (unread === null) grid.put(row, column, wordsOf(value, format), from);
  else if (from.row === row) grid.skip(row, column, unread);
}

function unreadable(value: CellValue): UnreadCell | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('formula' in value || 'sharedFormula' in value) return 'formula';
  return 'error' in value ? 'error-value' : null;
}

function wordsOf(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return plain(value, format);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'hyperlink' in value ? linkText(value.text) : '';
}

function plain(value: string | number | boolean | bigint, format: string | undefined): string {
  if (typeof value === 'number' && format?.includes('%'))
    return `${Number((value * 100).toFixed(10))}%`;
  return String(value);
}

/** The library gives a linked cell's words as text or as rich text. */
function linkText(text: unknown): string {
  if (typeof text === 'string') return text;
  const runs = fieldOf(text, 'richText');
  return Array.isArray(runs) ? runs.map((run) => String(fieldOf(run, 'text'))).join('') : '';
}

/** A day as people here write it; the library gives it in UTC. */
function dateText(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
