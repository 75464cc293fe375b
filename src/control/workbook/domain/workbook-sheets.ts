// The workbook from which a partnership is set up: all its sheets.
import { peopleSheets } from './people-sheets.ts';
import { planSheets } from './plan-sheets.ts';
import type { SheetName, WorkbookColumn } from './workbook-sheet.ts';

/** In the order in which they are filled in. */
export const workbookSheets = { ...peopleSheets, ...planSheets } as const;

export const sheetNames = Object.keys(workbookSheets) as readonly SheetName[];

/** The columns of a sheet by name. */
export type ColumnOf<S extends SheetName> = keyof (typeof workbookSheets)[S]['columns'] & string;

/** The sheet’s columns, in order. */
export function columnsOf(sheet: SheetName): readonly (readonly [string, WorkbookColumn])[] {
  return Object.entries(workbookSheets[sheet].columns);
}
