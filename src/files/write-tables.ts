// Writes tables as .xlsx and as a zip of .csv files. A text that a spreadsheet would run as a formula gets
// an apostrophe before it; numbers stay numbers; what no file may hold is left out.
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import { xmlText } from '../core/message/domain/xml-text.ts';

type Cell = string | number | boolean | null;
type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** What a spreadsheet may take for the start of a formula, white space before it included. */
const FORMULA = /^\s*[=+\-@\t\r]/;
/** The longest text that a cell of Excel takes. */
const MAX_CELL = 32_767;

/** Of a column, in characters. */
const LEAST_WIDTH = 8;
const MOST_WIDTH = 60;
/** So many rows say how wide a column is. */
const MEASURED = 500;

/** What Excel reads as a character by its code: `_x0041_` is A to it, and `_x005F_` the underscore itself. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The cell as it may stand in a spreadsheet. */
export function safeCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = xmlText(cell);
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One sheet a table, its headings in the first row. */
export async function writeXlsx(tables: readonly Table[], madeAt: Date): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = madeAt;
  workbook.modified = madeAt;
  for (const { name, columns, rows } of tables) {
    const sheet = workbook.addWorksheet(name.slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    columns.forEach((header, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = widthOf([header, ...rows.slice(0, MEASURED).map((row) => row[index] ?? null)]);
      column.alignment = { vertical: 'top', wrapText: true };
    });
    sheet.addRow(columns.map(excelCell)).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(excelCell));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** So wide that the longest line of a column is seen, within bounds; what is longer goes on below. */
function widthOf(cells: readonly Cell[]): number {
  const lines = cells.flatMap((cell) => String(cell ?? '').split('\n'));
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(Math.max(longest + 2, LEAST_WIDTH), MOST_WIDTH);
}

/** Its length counts as Excel shows it, so it is cut before codes are written out; never within a character. */
function excelCell(cell: Cell): Cell {
  const safe = safeCell(cell);
  if (typeof safe !== 'string') return safe;
  const short =
    safe.length > MAX_CELL
      ? `${safe.slice(0, MAX_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
      : safe;
  return short.replace(CODED, '_x005F_');
}

/** UTF-8 with a byte order mark, by which Excel knows it; every text in quotation marks. */
export function writeCsvZip(tables: readonly Table[]): Uint8Array {
  const files = tables.map(({ name, columns, rows }) => {
    const lines = [columns, ...rows].map((row) => row.map(safeCell));
    const text = stringify(lines, {
      bom: true,
      quoted_string: true,
      record_delimiter: 'windows',
      cast: { boolean: (value) => (value ? 'true' : 'false') },
    });
    return [`${name}.csv`, strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(files));
}
