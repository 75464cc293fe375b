// Collects a table's cells and holds them to the limits.
import type {
  Grid,
  GridCell,
  TablePlace,
  UnreadCell,
  UnreadPlace,
} from '../../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { MAX_CELL_TEXT, MAX_COLUMNS, MAX_ROWS } from './limits.ts';

export type GridBuilder = {
  /** Puts words in a cell; nothing is put for words that are only white space. */
  put(row: number, column: number, words: string, from?: { row: number; column: number }): void;
  /** Notes what of a cell is not taken, with its words if there are some. */
  skip(row: number, column: number, why: UnreadCell, words?: string): void;
  /** Notes the colour behind a cell; white is none. */
  fill(row: number, column: number, colour: string | null): void;
  /** Null: the table is empty. */
  finish(headings?: readonly string[]): Grid | null;
};

/** @throws FileFault `too-many-rows`, `too-many-columns` */
export function buildGrid(place: TablePlace): GridBuilder {
  const rows: (GridCell | null)[][] = [];
  const unread: UnreadPlace[] = [];
  const fills: { row: number; column: number; colour: string }[] = [];
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
    skip(row, column, why, words = '') {
      const text = words.replace(/\s+/g, ' ').trim();
      unread.push({ row, column, why, ...(text !== '' && { text: text.slice(0, MAX_CELL_TEXT) }) });
    },
    fill(row, column, colour) {
      if (colour !== null && colour !== 'FFFFFF' && row <= MAX_ROWS && column <= MAX_COLUMNS)
        fills.push({ row, column, colour });
    },
    finish(headings = []) {
      if (filled + unread.length === 0) return null;
      return {
        ...{ place, rows, unread },
        ...(fills.length > 0 && { fills }),
        ...(headings.length > 0 && { headings }),
      };
    },
  };
}
