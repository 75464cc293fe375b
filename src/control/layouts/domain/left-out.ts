// What of a plan's table is not taken: columns with headings that are not understood or have no place in the
// plan, cells under no heading, and what stands above the headings. Nothing is passed over unsaid.
import {
  cellPlace,
  columnPlace,
  type Grid,
  type GridCell,
  topPlace,
} from '../../../core/message/domain/grid.ts';
import type { Headings } from '../rules/heading-columns.ts';
import type { ImportProblem } from './plan-columns.ts';
import type { LeftOutReason } from './plan-headings.ts';

export type LeftOut = {
  /** `Sheet ‘Plan’ column D`. */
  readonly place: string;
  /** As printed; null where there is none, or words that may not be kept. */
  readonly heading: string | null;
  /** How many filled cells stand there. */
  readonly cells: number;
} & (LeftOutReason | { readonly why: 'above' });

/** How many columns are left out of these tables. */
export function countColumns(tables: readonly { readonly leftOut?: readonly LeftOut[] }[]): number {
  return tables.flatMap(({ leftOut = [] }) => leftOut.filter(({ why }) => why !== 'above')).length;
}

export type LeftOutCount = {
  /** Takes the headings that hold for the rows from here on. */
  begin(headings: Headings, words: readonly (string | null)[]): void;
  /** Counts what of a row is under no field. @returns the cells under a field that could not be read */
  count(row: readonly (GridCell | null)[], rowNumber: number): readonly ImportProblem[];
  finish(): LeftOut[];
};

/**
 * @param first the row of the headings, counted from 0
 * @param used a row above them that is taken all the same
 */
export function countLeftOut(
  { place, rows, unread }: Grid,
  first: number,
  used: number | null = null,
): LeftOutCount {
  const found = new Map<string, LeftOut>();
  const unreadIn = new Map<number, (typeof unread)[number][]>();
  for (const cell of unread) unreadIn.set(cell.row, [...(unreadIn.get(cell.row) ?? []), cell]);
  let headings: Headings = { fields: new Map(), leftOut: new Map() };
  let words: readonly (string | null)[] = [];

  function add(column: number, cells: number): void {
    const heading = words[column] ?? null;
    const key = `${column} ${heading ?? ''}`;
    const reason = headings.leftOut.get(column) ?? { why: 'no-heading' };
    const sum = (found.get(key)?.cells ?? 0) + cells;
    found.set(key, { place: columnPlace(place, column + 1), heading, cells: sum, ...reason });
  }

  return {
    begin(next, nextWords) {
      headings = next;
      words = nextWords;
      for (const column of next.leftOut.keys()) add(column, 0);
    },
    count(row, rowNumber) {
      row.forEach((cell, column) => {
        if (!headings.fields.has(column) && isFirst(cell, rowNumber, column + 1)) add(column, 1);
      });
      const unreadHere = unreadIn.get(rowNumber) ?? [];
      for (const { column } of unreadHere) if (!headings.fields.has(column - 1)) add(column - 1, 1);
      return unreadHere
        .filter(({ column }) => headings.fields.has(column - 1))
        .map(({ row, column, why, text }) => ({
          ...{ place: cellPlace(place, row, column), why },
          ...(text !== undefined && { text }),
        }));
    },
    finish() {
      const above =
        rows
          .slice(0, first)
          .flatMap((row, index) =>
            (index === used ? [] : row).filter((cell, column) =>
              isFirst(cell, index + 1, column + 1),
            ),
          ).length + unread.filter(({ row }) => row <= first).length;
      const top: LeftOut = {
        place: topPlace(place, first),
        heading: null,
        why: 'above',
        cells: above,
      };
      return above > 0 ? [top, ...found.values()] : [...found.values()];
    },
  };
}

/** A cell that reaches over several rows or columns is one cell: the first of them. */
function isFirst(cell: GridCell | null, row: number, column: number): boolean {
  return cell?.row === row && cell.column === column;
}
