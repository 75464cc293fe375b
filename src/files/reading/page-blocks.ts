// A page or a document as what stands on it one below the other, and the tables that are made of it. Where a document
// has no table, headings with labelled lines under them are one: `Action 1.1: …`, then `Due date: …`, `Lead: …`.
import type { Grid } from '../../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { buildGrid, type GridBuilder } from './grid-builder.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TABLES } from './limits.ts';

/** One cell of a table on a page. */
export type PageCell = {
  /** What holds: nothing struck through, nothing deleted. */
  readonly words: string;
  readonly struck: string;
  /** Whether somebody's change in it was not accepted yet; it is read as if it were. */
  readonly isTracked: boolean;
  readonly fill: string | null;
  readonly hasPicture: boolean;
  readonly hasTable: boolean;
  readonly across: number;
  readonly down: number;
};

export type PageBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly words: string }
  /** A paragraph or an item of a list; one that belongs to the line before it is deeper. */
  | { readonly kind: 'line'; readonly depth: number; readonly words: string }
  /** Tables within tables follow the one that they stand in. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly PageCell[])[] };

/** A heading of a table is short; longer lines above one are prose. */
const MAX_HEADING = 200;
const MAX_LABEL = 60;
/** How many lines right above a table may name it. */
const LINES_ABOVE = 3;

/** The tables in the order of the document. @throws FileFault `too-many-tables`, `too-many-…` */
export function gridsOf(blocks: readonly PageBlock[]): Grid[] {
  const grids: (Grid | null)[] = [];
  let path: { readonly level: number; readonly words: string }[] = [];
  let lines: string[] = [];
  let number = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      path = [...path.filter(({ level }) => level < block.level), block];
      lines = [];
    } else if (block.kind === 'line') {
      if (block.words.length <= MAX_HEADING) lines.push(block.words);
    } else {
      if (++number > MAX_TABLES) throw new FileFault('too-many-tables');
      const above = [...path.map(({ words }) => words), ...lines.slice(-LINES_ABOVE)];
      grids.push(gridOfTable(block.rows, number, above));
      lines = [];
    }
  }
  const entries = gridOfEntries(blocks);
  return [...grids, entries].filter((grid) => grid !== null);
}

type Reaching = Map<number, { left: number; row: number; cell: PageCell | null }>;

function gridOfTable(
  rows: readonly (readonly PageCell[])[],
  number: number,
  headings: readonly string[],
): Grid | null {
  const grid = buildGrid({ kind: 'table', number });
  /** How many more rows a cell reaches down, by column. */
  const reaching: Reaching = new Map();
  let cells = 0;
  rows.forEach((line, index) => {
    const row = index + 1;
    if (row > MAX_ROWS) throw new FileFault('too-many-rows');
    let column = 1;
    for (const cell of line) {
      column = passReaching(grid, reaching, row, column);
      putCell(grid, row, column, cell, { row, column });
      cells += cell.across;
      if (cells > MAX_CELLS) throw new FileFault('too-many-cells');
      for (let over = 0; over < cell.across && cell.down > 1; over++)
        reaching.set(column + over, {
          ...{ left: cell.down - 1, row },
          cell: over === 0 ? cell : null,
        });
      column += cell.across;
    }
    passReaching(grid, reaching, row, column);
  });
  return grid.finish(headings);
}

function putCell(
  grid: GridBuilder,
  row: number,
  column: number,
  cell: PageCell,
  from: { row: number; column: number },
): void {
  grid.put(row, column, cell.words, from);
  grid.fill(row, column, cell.fill);
  if (from.row !== row) return;
  if (cell.struck !== '') grid.skip(row, column, 'struck', cell.struck);
  if (cell.isTracked) grid.skip(row, column, 'tracked-change');
  if (cell.hasTable) grid.skip(row, column, 'inner-table');
  if (cell.hasPicture && cell.words === '') grid.skip(row, column, 'picture');
}

/** Fills in what reaches down from above; the first column that is free. */
function passReaching(grid: GridBuilder, reaching: Reaching, row: number, from: number): number {
  let column = from;
  for (let above = reaching.get(column); above && above.row < row; above = reaching.get(column)) {
    if (column > MAX_COLUMNS) throw new FileFault('too-many-columns');
    if (above.cell) putCell(grid, row, column, above.cell, { row: above.row, column });
    if (above.left > 1) reaching.set(column, { ...above, left: above.left - 1 });
    else reaching.delete(column);
    column++;
  }
  return column;
}

type Entry = {
  readonly heading: string;
  /** By label; null where the heading has nothing under it but other headings. */
  readonly values: ReadonlyMap<string, string> | null;
};

/** Null: there are no headings with labelled lines under them. */
function gridOfEntries(blocks: readonly PageBlock[]): Grid | null {
  const entries = entriesOf(blocks);
  const full = entries.flatMap(({ values, heading }) => (values ? [{ values, heading }] : []));
  if (!full.some(({ values }) => values.size >= 2)) return null;
  const labels = distinct(full.flatMap(({ values }) => [...values.keys()]));
  const columns = [nounOf(full.map(({ heading }) => heading)), ...labels];
  const names = [columns[0] ?? '', ...entries.map(({ heading }) => heading)];
  const grid = buildGrid({ kind: 'entries', rows: names, columns });
  columns.forEach((label, index) => {
    grid.put(1, index + 1, label);
  });
  entries.forEach(({ heading, values }, index) => {
    grid.put(index + 2, 1, heading);
    labels.forEach((label, column) => {
      const own = [...(values ?? [])].filter(([name]) => plainLabel(name) === plainLabel(label));
      grid.put(index + 2, column + 2, own.map(([, words]) => words).join('\n'));
    });
  });
  return grid.finish();
}

/** One of each label: `Officers` and `officer` are the same. */
function distinct(labels: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const label of labels)
    if (!found.has(plainLabel(label))) found.set(plainLabel(label), label);
  return [...found.values()];
}

function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/\(s\)|s\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The first heading is the title of the document, and says nothing of what stands below. */
function entriesOf(blocks: readonly PageBlock[]): Entry[] {
  const entries: Entry[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading') return;
    const after = blocks.slice(index + 1);
    const end = after.findIndex(({ kind }) => kind !== 'line');
    const lines = after.slice(0, end < 0 ? after.length : end).filter((one) => one.kind === 'line');
    const values = labelled(lines);
    if (values || index > 0) entries.push({ heading: block.words, values });
  });
  return entries;
}

function labelled(
  lines: readonly { readonly depth: number; readonly words: string }[],
): Map<string, string> | null {
  const values = new Map<string, string[]>();
  const base = Math.max(0, ...lines.slice(0, 1).map(({ depth }) => depth));
  let label = '';
  lines.forEach(({ depth, words }, index) => {
    const [, before = '', after = ''] = /^([^:\n]{2,60}):\s*([\s\S]*)$/.exec(words) ?? [];
    const leads = words.length <= MAX_LABEL && (lines[index + 1]?.depth ?? 0) > depth;
    if (depth <= base && before !== '' && !/https?$/i.test(before)) {
      label = before.trim();
      values.set(label, [...(values.get(label) ?? []), after]);
    } else if (depth <= base && leads) {
      label = words.trim();
      values.set(label, values.get(label) ?? []);
    } else values.set(label || 'Text', [...(values.get(label || 'Text') ?? []), words]);
  });
  const said = [...values].map(([name, all]) => [name, all.join('\n').trim()] as const);
  return said.some(([name]) => name !== 'Text') ? new Map(said) : null;
}

/** What the headings call themselves, e.g. `Action`. */
function nounOf(headings: readonly string[]): string {
  const nouns = headings.map((one) => /^(action|objective|project|milestone)\b/i.exec(one)?.[1]);
  const [first] = nouns;
  return first && nouns.every((one) => one?.toLowerCase() === first.toLowerCase())
    ? first
    : 'Title';
}

/** Words line by line: white space is one space, empty lines go. */
export function tidyLines(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
