// Finds the row of a table that holds its headings. It may have a title and notes above it, headings that several columns share
// over it, and be divided over two rows.
import type { Grid, GridCell } from '../../../core/message/domain/grid.ts';
import { isField } from '../domain/plan-headings.ts';
import { periodOfHeading } from './column-periods.ts';
import {
  type Headings,
  type HeadingWords,
  headingsOf,
  MONTHLY,
  meaningOf,
} from './heading-columns.ts';
import { kindOfHeadings, type TableKind } from './table-kinds.ts';

export type FoundHeadings = {
  /** Its first and last row, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** As printed, by column counted from 0. */
  readonly words: readonly (string | null)[];
  /** Null: they are not those of a plan. */
  readonly headings: Headings | null;
  readonly kind: TableKind | null;
};

/** Above the headings there may be a title and some notes. */
const LAST_HEADING_ROW = 12;
const MAX_GROUP = 60;

/** The row in which most is understood; null: in none is anything. */
export function findHeadings(grid: Grid): FoundHeadings | null {
  const rows = grid.rows.slice(0, LAST_HEADING_ROW);
  const known = rows.map((row) => {
    const meanings = row.map((cell) => (cell ? meaningOf({ own: cell.text, group: null }) : null));
    return new Set(meanings.filter((meaning) => meaning !== null && isField(meaning))).size;
  });
  const kinds = rows.map((row) => kindOfHeadings(row.map((cell) => cell?.text ?? null)));
  const ofKind = kinds.findIndex((kind) => kind !== null);
  const best = known.indexOf(Math.max(...known, 1));
  if (ofKind >= 0 && (best < 0 || kinds[best] !== null || ofKind <= best))
    return found(grid, ofKind, ofKind, kinds[ofKind] ?? null);
  if (best < 0) return null;
  const last = isSecondRow(grid, best) ? best + 1 : best;
  return found(grid, best, last, null);
}

function found(grid: Grid, best: number, last: number, kind: TableKind | null): FoundHeadings {
  const first = best > 0 && isGroupRow(grid, best - 1, best) ? best - 1 : best;
  const cells = combined(grid, first, best, last);
  const isFilled = (column: number) =>
    grid.rows.slice(last + 1).some((row) => (row[column] ?? null) !== null);
  return {
    ...{ first, last, kind },
    words: cells.map((cell) => (cell ? cell.own : null)),
    headings: kind === null ? headingsOf(cells, isFilled) : null,
  };
}

/**
 * Headings that several columns share: two or more short cells that reach down into the headings, say what one of them means, or
 * are the months of ratings below them. A figure stands in none but months.
 */
function isGroupRow({ rows }: Grid, index: number, best: number): boolean {
  const row = rows[index];
  const below = rows[best] ?? [];
  const own = ownCells(row, index);
  const months = own.flatMap(({ text }) => (periodOfHeading(text) === null ? [] : [text]));
  const isMonthly = new Set(months).size >= 2;
  if (own.length < 2 || own.some(({ text }) => text.length > MAX_GROUP)) return false;
  if (own.some(({ text }) => /\d/.test(text) && !(isMonthly && months.includes(text))))
    return false;
  return below.some((cell, column) => {
    if (!cell) return false;
    if (cell.row === index + 1) return true;
    const group = nearest(row ?? [], column, index);
    const alone = meaningOf({ own: cell.text, group: null });
    if (isMonthly && MONTHLY.has(alone)) return true;
    return !isField(alone) && isField(meaningOf({ own: cell.text, group }));
  });
}

/** Whether the row below goes on with the headings: nothing but short words, each under a heading that says too little alone. */
function isSecondRow(grid: Grid, best: number): boolean {
  const above = grid.rows[best] ?? [];
  const below = grid.rows[best + 1] ?? [];
  const own = ownCells(below, best + 1);
  if (
    own.length === 0 ||
    (own.length === below.filter((cell) => cell !== null).length &&
      own.length >= above.filter((cell) => cell !== null).length)
  )
    return false;
  let helps = false;
  for (const { text, column } of own) {
    const over = nearest(above, column - 1, best);
    const alone = above[column - 1];
    const isOpen = alone
      ? !isField(meaningOf({ own: alone.text, group: null })) ||
        over === null ||
        isMonthOf(text, over)
      : true;
    if (text.length > MAX_GROUP || !isOpen) return false;
    if (isField(meaningOf({ own: text, group: over }))) helps = true;
  }
  return helps;
}

/** A month or quarter below the heading of something that is said month by month. */
function isMonthOf(text: string, over: string): boolean {
  return periodOfHeading(text) !== null && MONTHLY.has(meaningOf({ own: over, group: null }));
}

function ownCells(row: Grid['rows'][number] | undefined, index: number): GridCell[] {
  return (row ?? []).filter((cell) => cell !== null && cell.row === index + 1) as GridCell[];
}

/** The heading over a column: its own, or the one that begins to the left of it. */
function nearest(row: Grid['rows'][number], column: number, index: number): string | null {
  for (let at = column; at >= 0; at--) {
    const cell = row[at];
    if (cell && cell.row === index + 1) return cell.text;
  }
  return null;
}

function combined(
  { rows }: Grid,
  first: number,
  best: number,
  last: number,
): (HeadingWords | null)[] {
  const width = Math.max(...[first, best, last].map((at) => rows[at]?.length ?? 0));
  return Array.from({ length: width }, (_, column) => {
    const middle = rows[best]?.[column] ?? null;
    const below = last > best ? (rows[last]?.[column] ?? null) : null;
    const own = below && below.row === last + 1 ? below : middle;
    if (!own) return null;
    const over =
      own === below && own !== middle
        ? nearest(rows[best] ?? [], column, best)
        : first < best && own.row === best + 1
          ? nearest(rows[first] ?? [], column, first)
          : null;
    return { own: own.text, group: over };
  });
}
