// The sheets of a workbook as they are kept until somebody confirms them, and back.

import type { Temporal } from 'temporal-polyfill';
import type { Grid } from '../../../core/message/domain/grid.ts';
import type { KnownRecord } from './known-record.ts';
import { type ParsedWorkbook, parseWorkbook } from './parse-workbook.ts';
import { columnsOf, sheetNames } from './workbook-sheets.ts';

export type KeptSheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
};

/** The words of the sheets that are the workbook’s, in their places. */
export function keptSheets(grids: readonly Grid[]): readonly KeptSheet[] {
  return grids.flatMap(({ place, rows }) => {
    const name = place.kind === 'sheet' ? place.name : '';
    const isOwn = sheetNames.some((own) => own.toLowerCase() === name.toLowerCase());
    return isOwn
      ? [{ name, rows: rows.map((cells) => cells.map((cell) => cell?.text ?? '')) }]
      : [];
  });
}

/** Reads them again. What could not be read of a cell was said when the file came. */
export function parseKept(
  sheets: readonly KeptSheet[],
  known: KnownRecord,
  today: Temporal.PlainDate,
): ParsedWorkbook {
  return parseWorkbook(gridsOf(sheets), known, today);
}

/** The smallest workbook from which a partnership starts: its name, and the first person of its office. */
export function startSheets({
  partnership,
  name,
  email,
  organisation,
}: Readonly<Record<'partnership' | 'name' | 'email' | 'organisation', string>>): readonly Grid[] {
  const filled: Readonly<Record<string, readonly string[]>> = {
    Partnership: [partnership],
    Organisations: [organisation, 'Other'],
    People: [name, email, organisation],
    Roles: [email, 'Programme office'],
  };
  return gridsOf(
    sheetNames.map((sheet) => {
      const headings = columnsOf(sheet).map(([, { heading }]) => heading);
      const row = filled[sheet];
      return { name: sheet, rows: row ? [headings, row] : [headings] };
    }),
  );
}

function gridsOf(sheets: readonly KeptSheet[]): readonly Grid[] {
  const cells = (words: readonly string[], row: number) =>
    words.map((text, column) => (text === '' ? null : { text, row, column: column + 1 }));
  return sheets.map(({ name, rows }) => ({
    place: { kind: 'sheet', name },
    rows: rows.map((words, index) => cells(words, index + 1)),
    unread: [],
  }));
}
