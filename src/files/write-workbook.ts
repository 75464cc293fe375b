// Writes the empty workbook from which a partnership is set up: a page that says how, a sheet for each kind of row with an
// example, and lists to choose from.
import type { Worksheet } from 'exceljs';
import {
  columnsOf,
  sheetNames,
  workbookSheets,
} from '../control/workbook/domain/workbook-sheets.ts';

/** Rows below the headings that have lists to choose from. */
const LAST_ROW = 500;
const GREY = 'FF595959';
/** Named, for a style without a name is shown in another one. */
const FONT = { name: 'Calibri', size: 11 } as const;
const HOW_TO = [
  'How to fill in this workbook',
  'One sheet for each kind of thing. Fill them in from left to right; the headings in row 1 stay as they are.',
  'Grey rows are examples. They begin with “Example:” and are not loaded. Overwrite them, or leave them.',
  'Columns with * are needed. A cell with a small arrow has a list to choose from.',
  'Names are written on other sheets as they stand on their own sheet.',
  'Then whoever runs the server types: npm run setup -- my-plan.xlsx --dry-run',
  'It says what is wrong, cell by cell, and loads nothing. Without --dry-run it loads when nothing is wrong.',
  'Load it again after a change: what is new is added, and what differs is shown.',
] as const;

/** @param madeAt the moment that the file says it was made at */
export async function writeWorkbookTemplate(madeAt: Date): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = madeAt;
  workbook.modified = madeAt;
  addHowTo(workbook.addWorksheet('How to'));
  for (const name of sheetNames)
    addSheet(workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] }), name);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addHowTo(sheet: Worksheet): void {
  const [title, ...lines] = HOW_TO;
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 28;
  sheet.getColumn(3).width = 90;
  sheet.addRow([title]).font = { ...FONT, bold: true, size: 14 };
  for (const line of lines) sheet.addRow([line]);
  sheet.addRow([]);
  sheet.addRow(['Sheet', 'Column', 'What to type']).font = { ...FONT, bold: true };
  for (const name of sheetNames) {
    sheet.addRow([name, '', workbookSheets[name].says]).font = { ...FONT, bold: true };
    for (const [, { heading, says, isRequired, choices }] of columnsOf(name)) {
      const options = choices ? ` (${Object.keys(choices).join(', ')})` : '';
      sheet.addRow(['', `${heading}${isRequired ? ' *' : ''}`, `${says}${options}`]);
    }
  }
}

function addSheet(sheet: Worksheet, name: (typeof sheetNames)[number]): void {
  const columns = columnsOf(name);
  sheet.addRow(columns.map(([, { heading }]) => heading)).font = { ...FONT, bold: true };
  const example = sheet.addRow(columns.map(([, column]) => column.example));
  example.font = { ...FONT, italic: true, color: { argb: GREY } };
  columns.forEach(([, column], index) => {
    const { heading, example: sample, says, isRequired, choices, from } = column;
    const own = sheet.getColumn(index + 1);
    own.width = Math.min(60, Math.max(14, heading.length + 4, sample.length + 2));
    // A reference such as 1.10 stays as it is typed.
    own.numFmt = '@';
    sheet.getCell(1, index + 1).note = `${isRequired ? 'Needed. ' : ''}${says}`;
    const formulae = choices
      ? [`"${Object.keys(choices).join(',')}"`]
      : from && [`${from}!$A$2:$A$${LAST_ROW}`];
    if (!formulae) return;
    for (let row = 2; row <= LAST_ROW; row++)
      sheet.getCell(row, index + 1).dataValidation = {
        ...{ type: 'list', allowBlank: true, formulae: [...formulae] },
        ...{
          showErrorMessage: Boolean(choices),
          errorTitle: heading,
          error: 'Choose one of the list.',
        },
      };
  });
}
