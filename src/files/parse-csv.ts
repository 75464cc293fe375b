// A CSV file as one table. Every cell is text: what begins with = is no formula here.
import { parse } from 'csv-parse/sync';
import type { Grid } from '../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { buildGrid } from './grid-builder.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** @throws FileFault `broken`, `too-many-rows`, `too-many-columns` */
export function parseCsv(text: string): Grid[] {
  const rows: string[][] = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: false,
    // One row more than may be: so that it shows.
    to: MAX_ROWS + 1,
  });
  if (rows.length > MAX_ROWS) throw new FileFault('too-many-rows');
  const grid = buildGrid({ kind: 'file' });
  rows.forEach((cells, row) => {
    if (cells.length > MAX_COLUMNS) throw new FileFault('too-many-columns');
    cells.forEach((words, column) => {
      grid.put(row + 1, column + 1, words);
    });
  });
  const finished = grid.finish();
  return finished ? [finished] : [];
}

/** The one that stands most often in the first lines, outside quotation marks. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 20)
    .join('\n');
  const counts = DELIMITERS.map((one) => lines.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
