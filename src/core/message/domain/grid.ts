// A table as a file holds it: the words of every cell with their place, before anything is made of them.

/** Where a table stands in its file. */
export type TablePlace =
  | { readonly kind: 'sheet'; readonly name: string }
  | { readonly kind: 'table'; readonly number: number }
  /** The whole file is the table. */
  | { readonly kind: 'file' }
  /** No table: headings with labelled lines under them. Their words, by row and by column from 1. */
  | {
      readonly kind: 'entries';
      readonly rows: readonly string[];
      readonly columns: readonly string[];
    };

/** Rows and columns are counted from 1, as people count them. */
export type GridCell = { readonly text: string; readonly row: number; readonly column: number };

/**
 * What of a cell could not be taken, or was passed over on purpose: words that are struck through, a change that
 * nobody has accepted yet, a picture, a table within it.
 */
export type UnreadCell =
  | 'formula'
  | 'error-value'
  | 'too-long'
  | 'struck'
  | 'tracked-change'
  | 'picture'
  | 'inner-table';

export type Grid = {
  readonly place: TablePlace;
  /**
   * By row, then by column; null: nothing stands there. A cell that reaches over several rows stands in
   * each of them, with the place that it begins at.
   */
  readonly rows: readonly (readonly (GridCell | null)[])[];
  readonly unread: readonly UnreadPlace[];
  /** Cells with a colour behind them, six hexadecimal digits; a cell may have nothing else. */
  readonly fills?: readonly {
    readonly row: number;
    readonly column: number;
    readonly colour: string;
  }[];
  /** The headings that the table stands under and the lines right above it, the nearest last. */
  readonly headings?: readonly string[];
};

export type UnreadPlace = {
  readonly row: number;
  readonly column: number;
  readonly why: UnreadCell;
  /** The words passed over, where there are some. */
  readonly text?: string;
};

/** Why a file is not read at all. The words are stable: scripts go by them. */
export type FileProblem =
  | 'too-big'
  | 'empty'
  | 'unknown-kind'
  | 'zip-bomb'
  | 'external-entities'
  | 'encrypted'
  | 'old-office'
  | 'macros'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-tables'
  | 'too-many-cells'
  | 'too-much-text'
  | 'broken'
  | 'personal-data'
  | 'not-found'
  | 'not-downloaded';

/** The place of a cell in words: `Sheet ‘Plan’ C7`, `table 2, row 3, column 4`, `row 3, column 4`. */
export function cellPlace(place: TablePlace, row: number, column: number): string {
  switch (place.kind) {
    case 'sheet':
      return `Sheet ‘${place.name}’ ${columnLetters(column)}${row}`;
    case 'table':
      return `table ${place.number}, row ${row}, column ${column}`;
    case 'file':
      return `row ${row}, column ${column}`;
    case 'entries':
      return column === 1
        ? tableEntry(place.rows[row - 1])
        : `${tableEntry(place.rows[row - 1])}, ‘${place.columns[column - 1] ?? ''}’`;
  }
}

function tableEntry(words = ''): string {
  return `‘${words.length > 60 ? `${words.slice(0, 59)}…` : words}’`;
}

/** The table in words. */
export function tablePlace(place: TablePlace): string {
  switch (place.kind) {
    case 'sheet':
      return `Sheet ‘${place.name}’`;
    case 'table':
      return `table ${place.number}`;
    case 'file':
      return 'the file';
    case 'entries':
      return 'the headings and their lists';
  }
}

/** A column in words: `Sheet ‘Plan’ column C`, `table 2, column 4`, `column 4`. */
export function columnPlace(place: TablePlace, column: number): string {
  switch (place.kind) {
    case 'sheet':
      return `${tablePlace(place)} column ${columnLetters(column)}`;
    case 'table':
      return `${tablePlace(place)}, column ${column}`;
    case 'file':
      return `column ${column}`;
    case 'entries':
      return `lines ‘${place.columns[column - 1] ?? ''}’`;
  }
}

/** The first rows of a table in words: `Sheet ‘Plan’ row 1`, `table 2, rows 1 to 3`. */
export function topPlace(place: TablePlace, last: number): string {
  const rows = last === 1 ? 'row 1' : `rows 1 to ${last}`;
  switch (place.kind) {
    case 'sheet':
      return `${tablePlace(place)} ${rows}`;
    case 'table':
      return `${tablePlace(place)}, ${rows}`;
    case 'file':
    case 'entries':
      return rows;
  }
}

function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export type FileReading =
  | { readonly kind: 'tables'; readonly grids: readonly Grid[] }
  /** A file of `admin export json`: its text as it is. */
  | { readonly kind: 'plan'; readonly text: string }
  | { readonly kind: 'refused'; readonly problem: FileProblem };
