// The sheets of an .xlsx file, values as they are shown there. Formulas are not evaluated and their stored results not believed: the
// place is listed as not read. The library is loaded when the first such file comes.

import type { Cell, CellValue, Worksheet } from 'exceljs';
import type { Grid, UnreadCell } from '../../core/message/domain/grid.ts';
import { fieldOf } from '../../core/message/domain/narrow.ts';
import { FileFault } from './file-fault.ts';
import { buildGrid, type GridBuilder } from './grid-builder.ts';
import { MAX_COLUMNS, MAX_ROWS, MAX_TABLES } from './limits.ts';
import { shownDay, shownNumber } from './shown-value.ts';
import { findFills } from './xlsx-colours.ts';

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
  const fillOf = findFills(workbook);
  return workbook.worksheets
    .map((sheet) => readSheet(sheet, fillOf))
    .filter((grid) => grid !== null);
}

type FillOf = ReturnType<typeof findFills>;

function readSheet(sheet: Worksheet, fillOf: FillOf): Grid | null {
  const grid = buildGrid({ kind: 'sheet', name: sheet.name });
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    if (rowNumber > MAX_ROWS) throw new FileFault('too-many-rows');
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const { master } = cell;
      const [top, left] = [Number(master.row), Number(master.col)];
      // A merged cell is read in its first column, in each of its rows.
      if (left !== column) return;
      if (column > MAX_COLUMNS) {
        if (cell.value === null) return;
        throw new FileFault('too-many-columns');
      }
      put(grid, rowNumber, column, master, { row: top, column: left });
      grid.fill(rowNumber, column, fillOf(master.fill));
    });
  });
  return grid.finish();
}

function put(
  grid: GridBuilder,
  row: number,
  column: number,
  { value, numFmt, font }: Cell,
  from: { row: number; column: number },
): void {
  const unread = unreadable(value);
  const { words, struck } = wordsOf(value, numFmt, font?.strike === true);
  if (unread === null) grid.put(row, column, words, from);
  if (from.row !== row) return;
  if (unread !== null) grid.skip(row, column, unread);
  if (struck.trim() !== '') grid.skip(row, column, 'struck', struck);
}

function unreadable(value: CellValue): UnreadCell | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('formula' in value || 'sharedFormula' in value) return 'formula';
  return 'error' in value ? 'error-value' : null;
}

/** What holds, and what is struck through. */
function wordsOf(value: CellValue, format: string | undefined, isStruck: boolean) {
  const runs = runsOf(value);
  if (runs === null) {
    const words = shown(value, format);
    return isStruck ? { words: '', struck: words } : { words, struck: '' };
  }
  const join = (struck: boolean) =>
    runs
      .filter(({ font }) => (font?.strike ?? isStruck) === struck)
      .map(({ text }) => text)
      .join('');
  return { words: join(false), struck: join(true) };
}

type Run = { readonly text: string; readonly font?: { readonly strike?: boolean } };

/** The library gives a cell's words, and a link's, as text or as runs of one look each. */
function runsOf(value: CellValue): readonly Run[] | null {
  const text = fieldOf(value, 'hyperlink') === undefined ? value : fieldOf(value, 'text');
  const runs = fieldOf(text, 'richText');
  if (!Array.isArray(runs)) return null;
  return runs.map((run) => {
    const strike = fieldOf(fieldOf(run, 'font'), 'strike') === true;
    return { text: String(fieldOf(run, 'text')), font: { strike } };
  });
}

function shown(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return shownDay(value, format);
  if (typeof value === 'number') return shownNumber(value, format);
  if (typeof value !== 'object') return String(value);
  const text = fieldOf(value, 'text');
  return typeof text === 'string' ? text : '';
}
