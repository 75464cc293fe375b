import excel from 'exceljs';
import { expect, it } from 'vitest';
import { writeXlsx } from '../../src/files/write-tables.ts';

it('makes the columns of a workbook as wide as their words, and lets longer ones go on below', async () => {
  const rows = [
    ['2B:2', 'Sheet ‘Plan’ F5', 'word '.repeat(40)],
    ['5A:1.2.1', null, 'short'],
  ];
  const table = { name: 'Would change', columns: ['Ref', 'Stands in', 'After'], rows };

  const bytes = await writeXlsx([table], new Date('2024-07-01T09:00:00Z'));

  const book = new excel.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = book.worksheets;
  expect([1, 2, 3].map((column) => sheet?.getColumn(column).width)).toEqual([10, 17, 60]);
  for (const place of ['C2', 'C3']) expect(sheet?.getCell(place).alignment?.wrapText).toBe(true);
  expect(sheet?.getCell('A1').font?.bold).toBe(true);
});
