// Workbooks as a programme office fills them in: the template with rows below its examples.
import excel from 'exceljs';
import type { SheetName } from '../../../src/control/workbook/domain/workbook-sheet.ts';
import { writeWorkbookTemplate } from '../../../src/files/write-workbook.ts';

export type Filled = { readonly [S in SheetName]?: readonly (readonly string[])[] };

/** A partnership that is none of the demonstration's: two themes, three bodies, references such as 1.10. */
export const borsetshire = {
  Partnership: [['Borsetshire SEND Local Area Partnership', 'Borsetshire SEND']],
  Organisations: [
    ['Borsetshire Council', 'Council'],
    ['Borsetshire ICB', 'NHS'],
    ['Borsetshire Parent Carers', 'Parent carer forum'],
  ],
  People: [
    ['Nadia Khan', 'nadia.khan@borsetshire.example', 'Borsetshire Council'],
    ['Tom O’Brien', 'tom.obrien@icb.example', 'Borsetshire ICB'],
    ['Grace Lee', 'grace@parents.example', 'Borsetshire Parent Carers'],
  ],
  Themes: [
    ['Early help', '1', 'Families find help early.'],
    ['Good plans', '2'],
  ],
  Roles: [
    ['Nadia Khan', 'Programme office'],
    ['Grace Lee', 'Co-chair', 'Early help'],
  ],
  Forums: [['Improvement Board', 'Board', 'Yes', '10', 'noon', '6']],
  Meetings: [
    ['Improvement Board', '17 March 2027', 'March board'],
    ['Improvement Board', '19 May 2027'],
  ],
  Plan: [
    [
      ...['1.1', 'Named workers trained', 'Priority 1: Early help', 'Early help', 'Nadia Khan', ''],
      ...['March 2027', 'Every school has one', 'Amber', '12 of 20 trained'],
    ],
    ['1.10', 'Shorter waits for Portage', 'Priority 1: Early help', 'Early help', 'OBRIEN, Tom'],
    ['2.1', 'Better plans', 'Priority 2: Plans', 'Good plans', 'Borsetshire ICB', '', 'July 2027'],
  ],
  KPIs: [['Plans within 20 weeks', 'Good plans', '46% (2024/25)', '52% (2025/26)', '↑']],
} as const satisfies Filled;

/** The bytes of the template with these rows in it. */
export async function filledWorkbook(rows: Filled): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const template = await writeWorkbookTemplate(new Date(0));
  await workbook.xlsx.load(new Uint8Array(template).buffer);
  for (const [name, filled] of Object.entries(rows))
    filled.forEach((cells, row) => {
      cells.forEach((text, column) => {
        const cell = workbook.getWorksheet(name)?.getCell(row + 3, column + 1);
        if (cell && text !== '') cell.value = text;
      });
    });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
