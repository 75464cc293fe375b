// A CSV file as one table. Every cell is text: what begins with = is no formula here.
import { parse } from 'csv-parse/sync';
import type { Grid } from '../../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { buildGrid } from './grid-builder.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** So much of a file shows what stands between its cells. */
const SAMPLE_ROWS = 40;
const SAMPLE_LENGTH = 60_000;

/** @throws FileFault `broken`, `too-many-rows`, `too-many-columns` */
export function parseCsv(text: string): Grid[] {
  // Excel says so itself in a first line that it does not show.
  const [first = '', said] = /^\s*sep=([^\r\n])\r?\n/i.exec(text) ?? [];
  const rows = readRows(text.slice(first.length), said ?? delimiterOf(text), MAX_ROWS + 1);
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

function readRows(text: string, delimiter: string, most: number): string[][] {
  return parse(text, {
    ...{ delimiter, to: most, bom: true, skip_empty_lines: false },
    relax_column_count: true,
    // A quotation mark within a cell is one that was typed: 6" or the “big” plan.
    relax_quotes: true,
  });
}

/** The one by which most rows have as many cells as each other, and more than one; of equals, the one with more cells. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const tried = DELIMITERS.map((delimiter) => {
    const rows = sampleRows(sample, delimiter).filter((row) => row.some((cell) => cell !== ''));
    const counts = new Map<number, number>();
    for (const { length } of rows)
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [cells, alike] = [...counts].sort(
      (one, other) => other[1] - one[1] || other[0] - one[0],
    )[0] ?? [0, 0];
    return { delimiter, cells, share: rows.length > 0 ? alike / rows.length : 0 };
  });
  tried.sort((one, other) => other.share - one.share || other.cells - one.cells);
  return tried[0]?.delimiter ?? ',';
}

/** The end of a sample may be in the middle of a quotation, which is no fault of the file. */
function sampleRows(sample: string, delimiter: string): string[][] {
  try {
    return readRows(sample, delimiter, SAMPLE_ROWS);
  } catch {
    const lines = sample.split('\n').slice(0, SAMPLE_ROWS);
    return lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter));
  }
}
