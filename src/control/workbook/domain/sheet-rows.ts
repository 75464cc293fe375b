// The rows of a workbook's sheets, cell by cell, before anything is made of them: what is missing, too long or no choice is
// said with its place.
import {
  cellPlace,
  columnPlace,
  type Grid,
  type UnreadCell,
} from '../../../core/message/domain/grid.ts';
import { nearestWord } from '../../../core/request/domain/similar.ts';
import { EXAMPLE_START, type SheetName, type WorkbookColumn } from './workbook-sheet.ts';
import { type ColumnOf, columnsOf, sheetNames } from './workbook-sheets.ts';

/** Why a workbook is not loaded, or what of it is not read. */
export type WorkbookProblem = {
  readonly place: string;
  readonly why:
    | 'no-sheet'
    | 'no-column'
    | 'missing'
    | 'too-long'
    | 'no-choice'
    | 'no-number'
    | 'no-time'
    | 'no-date'
    | 'no-day'
    | 'no-address'
    | 'unknown'
    | 'two-fit'
    | 'twice'
    | 'two-people'
    | 'too-many-addresses'
    | 'needs-theme'
    | 'one-partnership'
    | 'no-office'
    | 'number-taken'
    | 'merged'
    | 'personal-data'
    | 'bad-words'
    /** What cannot be read of a cell; of these only what is struck through is passed over. */
    | UnreadCell
    /** Passed over; the rest is loaded. */
    | 'no-such-column'
    | 'owner-stays';
  /** What stands there. */
  readonly text?: string;
  /** What may stand there, or may have been meant. */
  readonly meant?: readonly string[];
  /** The sheet that should have it. */
  readonly sheet?: SheetName;
};

/** What is passed over and said; with any other problem nothing is loaded. */
export function isNote({ why }: WorkbookProblem): boolean {
  return why === 'no-such-column' || why === 'owner-stays' || why === 'struck';
}

/** A row that somebody filled in. */
export type SheetRow<S extends SheetName> = {
  /** `Sheet ‘People’ A3`: where it begins. */
  readonly at: string;
  /** What was typed; empty: nothing. */
  text(column: ColumnOf<S>): string;
  /** What the choice is kept as; empty: nothing was chosen, or no choice. */
  choice(column: ColumnOf<S>): string;
  place(column: ColumnOf<S>): string;
};

/** Whether these are the sheets of the workbook, whatever else is in the file. */
export function isWorkbook(grids: readonly Grid[]): boolean {
  return (['Partnership', 'People', 'Forums'] as const).every((name) => gridOf(grids, name));
}

/** The rows of one sheet without its example. What is wrong with them is added to `problems`. */
export function rowsOfSheet<S extends SheetName>(
  grids: readonly Grid[],
  sheet: S,
  problems: WorkbookProblem[],
): SheetRow<S>[] {
  const grid = gridOf(grids, sheet);
  if (!grid) {
    problems.push({ place: `Sheet ‘${sheet}’`, why: 'no-sheet', meant: sheetNames });
    return [];
  }
  const at = columnsAt(grid, sheet, problems);
  for (const { row, column, why } of grid.unread)
    problems.push({ place: cellPlace(grid.place, row, column), why });
  return grid.rows.slice(1).flatMap((cells, index) => {
    const number = index + 2;
    const words = cells.map((cell) => cell?.text.trim() ?? '');
    const first = words.find((text) => text !== '');
    if (first === undefined || first.startsWith(EXAMPLE_START.trim())) return [];
    return [sheetRow(grid, sheet, at, words, number, problems)];
  });
}

function gridOf(grids: readonly Grid[], sheet: SheetName): Grid | undefined {
  return grids.find(
    ({ place }) => place.kind === 'sheet' && place.name.toLowerCase() === sheet.toLowerCase(),
  );
}

/** Where each column stands, whatever order the sheet has them in. */
function columnsAt(
  grid: Grid,
  sheet: SheetName,
  problems: WorkbookProblem[],
): ReadonlyMap<string, number> {
  const headings = (grid.rows[0] ?? []).map((cell) => plain(cell?.text ?? ''));
  const at = new Map<string, number>();
  for (const [name, { heading, isRequired }] of columnsOf(sheet)) {
    const index = headings.indexOf(plain(heading));
    if (index >= 0) at.set(name, index);
    else if (isRequired)
      problems.push({ place: `Sheet ‘${sheet}’ row 1`, why: 'no-column', text: heading });
  }
  const known = new Set(at.values());
  headings.forEach((heading, index) => {
    if (heading === '' || known.has(index)) return;
    const place = columnPlace(grid.place, index + 1);
    problems.push({ place, why: 'no-such-column', text: grid.rows[0]?.[index]?.text ?? heading });
  });
  return at;
}

function sheetRow<S extends SheetName>(
  grid: Grid,
  sheet: S,
  at: ReadonlyMap<string, number>,
  words: readonly string[],
  row: number,
  problems: WorkbookProblem[],
): SheetRow<S> {
  const place = (column: string) => cellPlace(grid.place, row, (at.get(column) ?? 0) + 1);
  const text = (column: string) => words[at.get(column) ?? -1] ?? '';
  const chosen = new Map<string, string>();
  for (const [name, column] of columnsOf(sheet)) {
    const typed = text(name);
    if (typed === '' && column.isRequired && at.has(name))
      problems.push({ place: place(name), why: 'missing', text: column.heading });
    if (column.most !== undefined && typed.length > column.most)
      problems.push({ place: place(name), why: 'too-long', text: String(column.most) });
    if (column.choices && typed !== '') {
      const kept = choiceOf(column, typed);
      if (kept === null) problems.push(noChoice(place(name), typed, Object.keys(column.choices)));
      else chosen.set(name, kept);
    }
  }
  return {
    at: cellPlace(grid.place, row, 1),
    text,
    place,
    choice: (name) => chosen.get(name) ?? '',
  };
}

function choiceOf({ choices = {} }: WorkbookColumn, typed: string): string | null {
  return Object.entries(choices).find(([words]) => plain(words) === plain(typed))?.[1] ?? null;
}

function noChoice(place: string, text: string, choices: readonly string[]): WorkbookProblem {
  const near = nearestWord(
    text.toLowerCase(),
    choices.map((choice) => choice.toLowerCase()),
  );
  const meant = choices.filter((choice) => choice.toLowerCase() === near);
  return { place, why: 'no-choice', text, meant: meant.length > 0 ? meant : choices };
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim();
}
