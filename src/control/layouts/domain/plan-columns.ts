// Finds a plan in tables: which row holds the headings, which column holds what, which rows are only
// headings of areas. Reads nothing into the words: that is done beside the plan, in import-diff.ts.
import {
  cellPlace,
  columnPlace,
  type Grid,
  tablePlace,
  type UnreadCell,
} from '../../../core/message/domain/grid.ts';
import { type AreaHeading, areaAbove, qualifyReferences } from '../rules/area-headings.ts';
import { ratedByColour } from '../rules/coloured-columns.ts';
import { type FoundHeadings, findHeadings } from '../rules/find-headings.ts';
import { parseForms } from '../rules/forms.ts';
import { type Headings, headingsOf } from '../rules/heading-columns.ts';
import { ASKED, layoutOf } from '../rules/layout-key.ts';
import { findReferences, type PlanColumns, parseRow } from '../rules/plan-rows.ts';
import { isActionLog, type TableKind } from '../rules/table-kinds.ts';
import { countLeftOut, type LeftOut, type LeftOutCount } from './left-out.ts';
import { type PlanField, plainHeading, planFieldNames } from './plan-headings.ts';

/** The words of one cell, and where they stand. A rating may be nothing but the colour behind its cell. */
export type ReadCell = {
  readonly text: string;
  readonly place: string;
  readonly row: number;
  /** Six hexadecimal digits; only of a cell for a rating. */
  readonly fill?: string;
};

/** One row of the plan: its reference and whatever its other columns say. */
export type PlanRow = {
  /** Without words where the plan numbers nothing: it gets a number beside the plan. */
  readonly ref: ReadCell;
  readonly cells: { readonly [F in PlanField]?: ReadCell };
  /** The heading that the row stands under, e.g. `Area 2: Early help`. */
  readonly section: ReadCell | null;
  /** What of its table is told apart by: its headings. A row that was kept before this was noted has none. */
  readonly layout?: string;
  /** What stands in columns of which nobody has said yet what they are, by heading in plain words. */
  readonly others?: readonly { readonly key: string; readonly cell: ReadCell }[];
};

/** Something that was not taken, where it stands, and why. `text` is the words that could not be read. */
export type ImportProblem = {
  readonly place: string;
  readonly why:
    | UnreadCell
    | TableKind
    | 'no-plan'
    | 'action-log'
    | 'heads-nothing'
    | 'no-reference'
    | 'bad-reference'
    | 'numbers-given'
    | 'numbered-afresh'
    | 'struck-row'
    | 'example-row'
    | 'revised-unknown'
    | 'bad-date'
    /** It says that there is none: “ongoing”, “TBC”. */
    | 'no-date-yet'
    | 'bad-rating'
    | 'two-ratings'
    | 'colour-alone'
    | 'colour-differs'
    | 'not-on-the-plan'
    | 'said-twice'
    | 'no-title'
    | 'no-rating'
    | 'no-impact-rating'
    | 'note-as-published'
    | 'note-cut'
    | 'notes-joined'
    | 'worst-of-actions'
    | 'no-home'
    | 'start-of-objective'
    | 'milestone-of-objective'
    | 'milestone-without-action'
    | 'closed'
    | 'own-deputy'
    | 'blue-needs-evidence'
    | 'original-stays'
    | 'owner-stays'
    | 'area-stays'
    | 'area-name-stays'
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
  readonly layout?: string;
  /** Columns that could be asked for. */
  readonly open?: readonly { readonly heading: string; readonly place: string }[];
};

export type PlanReading = {
  readonly rows: readonly PlanRow[];
  /** The tables that hold a plan. */
  readonly tables: readonly PlanTable[];
  readonly problems: readonly ImportProblem[];
};

/** Reads the rows of every table that has the headings of a plan. */
export function parsePlan(grids: readonly Grid[]): PlanReading {
  const all = grids.map((grid) => ({ grid, headings: findHeadings(grid) }));
  const isFull = all.some(({ grid, headings }) => headings?.headings && hasRows(grid, headings));
  // Headings over nothing are a key to a plan, not a plan.
  const found = all.map(({ grid, headings }) => ({
    grid,
    headings:
      isFull && headings && !hasRows(grid, headings) ? { ...headings, headings: null } : headings,
  }));
  const plans = found.filter(({ headings }) => headings?.headings).map(({ grid }) => grid);
  const read = found.map(({ grid, headings }) => {
    const forms = headings?.kind ? null : parseForms(grid);
    if (forms) return forms;
    return headings?.headings
      ? readTable(grid, { ...headings, headings: headings.headings }, areaAbove(grid, plans))
      : { rows: [], table: null, problems: [notAPlan(grid, headings)] };
  });
  const { rows, problems } = qualifyReferences(read.flatMap((one) => one.rows));
  return {
    rows,
    tables: read.flatMap(({ table }) => (table ? [table] : [])),
    problems: [...read.flatMap((one) => one.problems), ...problems],
  };
}

function hasRows(grid: Grid, { last }: FoundHeadings): boolean {
  return lastRow(grid) > last + 1;
}

/** What the table is instead, or the headings that were not understood. */
function notAPlan(grid: Grid, found: FoundHeadings | null): ImportProblem {
  const place = tablePlace(grid.place);
  if (found?.kind) return { place, why: found.kind };
  const widest = Math.max(0, ...grid.rows.map((row) => row.filter((cell) => cell !== null).length));
  if (widest <= 1) return { place, why: 'notes' };
  if (grid.rows.length === 1) return { place, why: 'legend' };
  const first = grid.rows.find((row) => row.filter((cell) => cell !== null).length > 1) ?? [];
  const text = first.flatMap((cell) => cell?.text.replace(/\s+/g, ' ') ?? []).join(', ');
  return { place, why: 'no-plan', text };
}

type Table = FoundHeadings & { readonly headings: Headings };

function readTable(grid: Grid, found: Table, above: AreaHeading | null) {
  const reader = beginTable(grid, found, above);
  for (let index = found.last + 1; index < lastRow(grid); index++) reader.readAt(index);
  return reader.finish();
}

/** The columns below a row of headings, with what only the rows below show. */
function columnsOf(grid: Grid, from: number, headings: Headings): PlanColumns {
  return ratedByColour(grid, from, findReferences(grid, from, headings));
}

function beginTable(grid: Grid, found: Table, above: AreaHeading | null) {
  const leftOut = countLeftOut(grid, found.first, above?.row ?? null);
  const problems: ImportProblem[] = [];
  const rows: PlanRow[] = [];
  let columns = columnsOf(grid, found.last + 1, found.headings);
  leftOut.begin(columns, found.words);
  let words = found.words;
  const layout = layoutOf(found.words);
  const open = new Map<string, { readonly heading: string; readonly place: string }>();
  let section: ReadCell | null = above?.cell ?? null;
  /** Whether no row has come under the section yet. */
  let isBare = false;
  const endSection = () => {
    if (section && isBare)
      problems.push({ place: section.place, why: 'heads-nothing', text: section.text });
  };
  if (isActionLog(found.words)) problems.push({ place: tablePlace(grid.place), why: 'action-log' });

  return {
    readAt(index: number): void {
      const again = headingsAgain(grid, index, found, columns);
      if (again === 'the same') return;
      if (again) {
        columns = columnsOf(grid, index + 1, again);
        words = wordsOf(grid, index);
        leftOut.begin(columns, words);
        return;
      }
      const read = parseRow(grid, index + 1, columns, { section, before: rows.at(-1) ?? null });
      const isSection = read.kind === 'section';
      problems.push(...unreadIn(grid, index, leftOut, isSection, read.kind === 'blank'));
      if (isSection) {
        endSection();
        section = read.cell;
        isBare = true;
      } else if (read.kind === 'row') {
        isBare = false;
        const others = openCells(grid, index, columns, words);
        for (const { heading, place } of others) open.set(heading, { heading, place });
        const asked = others.map(({ heading, cell }) => ({ key: plainHeading(heading), cell }));
        rows.push({ ...read.row, layout, ...(asked.length > 0 && { others: asked }) });
      }
      if (read.kind === 'row' || read.kind === 'problem') problems.push(...read.problems);
    },
    finish() {
      endSection();
      const names = [...columns.fields.values()].map((field) => planFieldNames[field]);
      const place = tablePlace(grid.place);
      const numbered = rows.find(({ ref }) => ref.text === '');
      if (numbered) problems.push({ place, why: 'numbers-given' });
      const table: PlanTable = {
        ...{ place, columns: names, leftOut: leftOut.finish(), layout },
        ...(open.size > 0 && { open: [...open.values()] }),
      };
      return { rows, table, problems };
    },
  };
}

function openCells(
  grid: Grid,
  index: number,
  { leftOut }: Headings,
  words: readonly (string | null)[],
) {
  const row = grid.rows[index] ?? [];
  return [...leftOut].flatMap(([column, { why }]) => {
    const cell = row[column];
    const heading = words[column];
    if (!cell || !heading || !ASKED.has(why)) return [];
    // An answer is about a heading: of several that are alike it cannot say which.
    if (why === 'which-is-latest' && isRepeated(heading, words)) return [];
    const { text } = cell;
    const place = cellPlace(grid.place, cell.row, cell.column);
    const read: ReadCell = { text, place, row: cell.row };
    return [{ heading, place: columnPlace(grid.place, column + 1), cell: read }];
  });
}

function isRepeated(heading: string, words: readonly (string | null)[]): boolean {
  const own = plainHeading(heading);
  return words.filter((one) => plainHeading(one ?? '') === own).length > 1;
}

function wordsOf(grid: Grid, index: number): (string | null)[] {
  return (grid.rows[index] ?? []).map((cell) => cell?.text ?? null);
}

/** A row that says the headings again, in the same order or another; null: it is none. */
function headingsAgain(
  grid: Grid,
  index: number,
  { words }: Table,
  columns: Headings,
): Headings | 'the same' | null {
  const own = wordsOf(grid, index);
  const said = own.filter((text) => text !== null).length;
  const alike = own.filter(
    (text, column) => text !== null && plainHeading(text) === plainHeading(words[column] ?? ''),
  ).length;
  if (said >= 2 && alike >= Math.max(2, said - 1)) return 'the same';
  const again = headingsOf(own.map((text) => (text === null ? null : { own: text, group: null })));
  return again && again.fields.size >= Math.min(3, columns.fields.size) ? again : null;
}

/** What of a row's fields could not be taken. A row that is struck through from end to end is one thing. */
function unreadIn(
  grid: Grid,
  index: number,
  leftOut: LeftOutCount,
  isSection: boolean,
  isBlank: boolean,
): ImportProblem[] {
  const unread = leftOut.count(isSection ? [] : (grid.rows[index] ?? []), index + 1);
  const [first] = unread;
  if (isBlank && first && unread.every(({ why }) => why === 'struck'))
    return [{ ...first, why: 'struck-row' }];
  return [...unread];
}

/** The number of the last row; nothing in it may have been readable. */
function lastRow({ rows, unread }: Grid): number {
  return unread.reduce((last, { row }) => Math.max(last, row), rows.length);
}
