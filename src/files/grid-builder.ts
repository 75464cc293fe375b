// Collects a table's cells and holds them to the limits.
import type { Grid, GridCell, TablePlace, UnreadCell } from '../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { MAX_CELL_TEXT, MAX_COLUMNS, MAX_ROWS } from './limits.ts';

export type GridBuilder = {
  /** Puts words in a cell; nothing is put for words that are only white space. */
  put(row: number, column: number, words: string, from?: { row: number; column: number }): void;
  skip(row: number, column: number, why: UnreadCell): void;
  /** Null: the table is empty. */
  finish(): Grid | null;
};

/** @throws FileFault `too-many-rows`, `too-many-columns` */
export function buildGrid(place: TablePlace): GridBuilder {
  const rows: (GridCell | null)[][] = [];
  const unread: { row: number; column: number; why: UnreadCell }[] = [];
  let filled = 0;
  return {
    put(row, column, words, from = { row, column }) {
      const text = words
        .replace(/\r\n?/g, '\n')
        .replace(/\u00a0/g, ' ')
        .trim();
      if (text === '') return;
      if (row > MAX_ROWS) throw new FileFault('too-many-rows');
      if (column > MAX_COLUMNS) throw new FileFault('too-many-columns');
      if (text.length > MAX_CELL_TEXT) {
        unread.push({ row, column, why: 'too-long' });
        return;
      }
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1] ?? [];
      while (cells.length < column) cells.push(null);
      cells[column - 1] = { text, ...from };
      filled++;
    },
    skip(row, column, why) {
      unread.push({ row, column, why });
    },
    finish: () => (filled + unread.length === 0 ? null : { place, rows, unread }),
  };
}
