// Reads a folder of .jsonl plan files into typed rows. A broken row stops the load with its file,
// its line and what is wrong, before anything is written.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFiles } from './plan-files.ts';
import { type Row, type RowKind, rowSchemas } from './rows.ts';

/** A row with the place it was read from. */
export type Placed<K extends RowKind> = Row<K> & { readonly at: string };
export type PlanRows = { readonly [K in RowKind]: readonly Placed<K>[] };

/** A row of the plan's data that cannot be used. The message starts with `file:line`. */
export class PlanDataError extends Error {
  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`);
    this.name = 'PlanDataError';
  }
}

/**
 * Every row of every known file in the folder; a file that is absent has no rows.
 * @throws PlanDataError naming the file and line of the first row that is not valid, a file whose name
 * is not known, or a folder that is not there
 */
export function loadPlanFolder(folder: string): PlanRows {
  refuseStrangeFiles(folder);
  const rows: Partial<Record<RowKind, unknown[]>> = {};
  for (const [stem, kind] of planFiles)
    rows[kind] = readPlanFile(join(folder, `${stem}.jsonl`), kind);
  return rows as PlanRows;
}

/**
 * Rows that were read elsewhere than from a folder, such as from a workbook.
 * @throws PlanDataError naming the place of the first row that is not valid
 */
export function checkRows(
  read: readonly { readonly kind: string; readonly at: string; readonly row: unknown }[],
): PlanRows {
  const rows: Partial<Record<RowKind, unknown[]>> = {};
  for (const [, kind] of planFiles)
    rows[kind] = read
      .filter((one) => one.kind === kind)
      .map(({ row, at }) => checkedRow(row, at, kind));
  return rows as PlanRows;
}

/** A misspelt name would silently leave its rows out. */
function refuseStrangeFiles(folder: string): void {
  if (!existsSync(folder)) throw new PlanDataError(folder, 'there is no such folder');
  const known = new Set<string>(planFiles.map(([stem]) => `${stem}.jsonl`));
  const strange = readdirSync(folder).find((name) => name.endsWith('.jsonl') && !known.has(name));
  if (strange === undefined) return;
  const names = [...known].join(', ');
  throw new PlanDataError(join(folder, strange), `not a plan file; the names are ${names}`);
}

function readPlanFile(path: string, kind: RowKind): unknown[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => readRow(line, at, kind));
}

function readRow(line: string, at: string, kind: RowKind): unknown {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new PlanDataError(
      at,
      `not valid JSON (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  return checkedRow(json, at, kind);
}

function checkedRow(row: unknown, at: string, kind: RowKind): unknown {
  const read = rowSchemas[kind].safeParse(row);
  if (read.success) return { ...read.data, at };
  const problem = read.error.issues
    .map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`)
    .join('; ');
  throw new PlanDataError(at, problem);
}
