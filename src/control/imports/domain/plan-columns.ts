// Finds a plan in tables: which row holds the headings, which column holds what, which rows are only
// headings of areas. Reads nothing into the words: that is done beside the plan, in import-diff.ts.
import {
  cellPlace,
  type Grid,
  type GridCell,
  tablePlace,
  type UnreadCell,
} from '../../../core/message/domain/grid.ts';
import { countLeftOut, type LeftOut } from './left-out.ts';
import { headingsOf, type PlanField, planFieldNames } from './plan-headings.ts';

/** The words of one cell, and where they stand. */
export type ReadCell = { readonly text: string; readonly place: string; readonly row: number };

/** One row of the plan: its reference and whatever its other columns say. */
export type PlanRow = {
  readonly ref: ReadCell;
  readonly cells: { readonly [F in PlanField]?: ReadCell };
  /** The heading that the row stands under, e.g. `Area 2: Early help`. */
  readonly section: ReadCell | null;
};

/** Something that was not taken, where it stands, and why. `text` is the words that could not be read. */
export type ImportProblem = {
  readonly place: string;
  readonly why:
    | UnreadCell
    | 'no-plan'
    | 'heads-nothing'
    | 'no-reference'
    | 'bad-reference'
    | 'bad-date'
    /** It says that there is none: “ongoing”, “TBC”. */
    | 'no-date-yet'
    | 'bad-rating'
    | 'not-on-the-plan'
    | 'said-twice'
    | 'no-title'
    | 'no-rating'
    | 'no-impact-rating'
    | 'no-home'
    | 'start-of-objective'
    | 'milestone-of-objective'
    | 'closed'
    | 'own-deputy'
    | 'blue-needs-evidence'
    | 'original-stays'
    | 'owner-stays'
    | 'area-stays'
    | 'too-long'
    | 'bad-words'
    | 'certain-personal'
    | 'likely-personal';
  readonly text?: string;
  /** What a date would be read as. */
  readonly readings?: readonly string[];
};

export type PlanTable = {
  readonly place: string;
  /** The columns that were understood. */
  readonly columns: readonly string[];
  /** What is not taken. A reading that was kept before this was counted has none. */
  readonly leftOut?: readonly LeftOut[];
};

export type PlanReading = {
  readonly rows: readonly PlanRow[];
  /** The tables that hold a plan. */
  readonly tables: readonly PlanTable[];
  readonly problems: readonly ImportProblem[];
};

/** Above the headings there may be a title and some notes. */
const LAST_HEADING_ROW = 8;

/** Reads the rows of every table that has the headings of a plan. */
export function parsePlan(grids: readonly Grid[]): PlanReading {
  const read = grids.map(readTable);
  return {
    rows: read.flatMap(({ rows }) => rows),
    tables: read.flatMap(({ table }) => (table ? [table] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readTable(grid: Grid) {
  const words = grid.rows.map((row) => row.map((cell) => cell?.text ?? null));
  const first = words.slice(0, LAST_HEADING_ROW).findIndex((row) => headingsOf(row) !== null);
  const headings = headingsOf(words[first] ?? []);
  if (!headings) return { rows: [], table: null, problems: [whole(grid)] };
  const leftOut = countLeftOut(grid, first);
  const problems: ImportProblem[] = [];
  const rows: PlanRow[] = [];
  let columns = headings;
  leftOut.begin(headings, words[first] ?? []);
  let section: ReadCell | null = null;
  /** Whether no row has come under the section yet. */
  let isBare = false;
  const endSection = () => {
    if (section && isBare)
      problems.push({ place: section.place, why: 'heads-nothing', text: section.text });
  };
  for (let index = first + 1; index < lastRow(grid); index++) {
    const row = grid.rows[index] ?? [];
    const again = headingsOf(words[index] ?? []);
    if (again && again.fields.size >= Math.min(3, columns.fields.size)) {
      columns = again;
      leftOut.begin(again, words[index] ?? []);
      continue;
    }
    const read = readRow(grid, row, columns.fields, section, index + 1);
    for (const { column, why } of leftOut.count(read.kind === 'section' ? [] : row, index + 1))
      problems.push({ place: cellPlace(grid.place, index + 1, column), why });
    if (read.kind === 'section') {
      endSection();
      section = read.cell;
      isBare = true;
    } else if (read.kind !== 'blank') isBare = false;
    if (read.kind === 'row') rows.push(read.row);
    if (read.kind === 'problem') problems.push(read.problem);
  }
  endSection();
  const names = [...headings.fields.values()].map((field) => planFieldNames[field]);
  const table: PlanTable = {
    place: tablePlace(grid.place),
    columns: names,
    leftOut: leftOut.finish(),
  };
  return { rows, table, problems };
}

/** The number of the last row; nothing in it may have been readable. */
function lastRow({ rows, unread }: Grid): number {
  return unread.reduce((last, { row }) => Math.max(last, row), rows.length);
}

function whole(grid: Grid): ImportProblem {
  return { place: tablePlace(grid.place), why: 'no-plan' };
}

type RowReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'section'; readonly cell: ReadCell }
  | { readonly kind: 'row'; readonly row: PlanRow }
  | { readonly kind: 'problem'; readonly problem: ImportProblem };

function readRow(
  grid: Grid,
  row: readonly (GridCell | null)[],
  columns: ReadonlyMap<number, PlanField>,
  section: ReadCell | null,
  rowNumber: number,
): RowReading {
  const own = row.filter((cell) => cell !== null);
  const [only, ...others] = own;
  if (!only) return { kind: 'blank' };
  const toRead = (cell: GridCell): ReadCell => ({
    text: cell.text,
    place: cellPlace(grid.place, cell.row, cell.column),
    row: cell.row,
  });
  const isAlone = others.length === 0 && only.row === rowNumber;
  if (isAlone && isHeadingPlace(row.indexOf(only), columns) && !isReference(only.text))
    return { kind: 'section', cell: toRead(only) };
  const cells: { [F in PlanField]?: ReadCell } = {};
  for (const [column, field] of columns) {
    const cell = row[column];
    if (cell) cells[field] = toRead(cell);
  }
  // A date that was never revised is still the one that holds.
  if (!cells.due && cells['original-due']) {
    cells.due = cells['original-due'];
    delete cells['original-due'];
  }
  const { ref, ...rest } = cells;
  if (!ref) {
    return Object.keys(rest).length === 0
      ? { kind: 'blank' }
      : { kind: 'problem', problem: { place: toRead(only).place, why: 'no-reference' } };
  }
  if (!isReference(ref.text))
    return { kind: 'problem', problem: { place: ref.place, why: 'bad-reference', text: ref.text } };
  return { kind: 'row', row: { ref, cells: rest, section } };
}

/** The heading of an area stands where the objectives do, or before them; anything further on is a remark. */
function isHeadingPlace(column: number, columns: ReadonlyMap<number, PlanField>): boolean {
  const field = columns.get(column);
  if (field) return ['ref', 'title', 'action', 'area'].includes(field);
  return column < Math.min(...columns.keys());
}

/** A reference has a digit in it and is one short word, or `PAP` and one. */
function isReference(text: string): boolean {
  return /^(?:PAP\s+)?(?=\S*\d)[\w:.\-/–]{1,20}$/i.test(text.trim());
}
