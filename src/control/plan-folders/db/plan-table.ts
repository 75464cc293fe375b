// How the rows of a plan folder reach one table: missing ones are added, changed ones brought up to
// date, and rows that already say the same are not touched.

import { uuid } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import { PlanDataError, type PlanRows } from '../files/load-plan-folder.ts';
import type { RowKind } from '../files/rows.ts';

type Source = { readonly doc: string; readonly line: number; readonly text: string };
type SourcedRow = { readonly at: string; readonly source: readonly Source[] };

/** What the parts of the loader share. */
export type PlanLoad = {
  readonly db: Executor;
  readonly rows: PlanRows;
  readonly partnershipId: string;
  readonly now: Date;
  /** Notes the outcome for a kind, and where its rows' facts stand in the documents. */
  note<R extends SourcedRow>(
    kind: RowKind,
    subject: string,
    rows: readonly R[],
    outcome: Reconciled,
    keyOf: (row: R) => string,
  ): void;
};

/** A table as the loader needs it; `facts` are its columns without the id. */
export type PlanTable<Facts extends object> = {
  /** The natural key, as text. */
  keyOf(facts: Stored<Facts>): string;
  read(): Promise<readonly (Stored<Facts> & { readonly id: string })[]>;
  add(rows: Facts[]): Promise<readonly (Stored<Facts> & { readonly id: string })[]>;
  /** `kept`: once it is loaded a file does not change it. */
  readonly change: 'kept' | ((id: string, facts: Facts) => Promise<unknown>);
  /** What a difference is told of; all columns when absent. */
  readonly compared?: readonly (keyof Facts)[];
};

/** The same columns as the table gives them back: any text where a file may have only some words. */
type Stored<Facts> = {
  readonly [K in keyof Facts]: Facts[K] extends string | null
    ? string | Extract<Facts[K], null>
    : Facts[K];
};

/** A row that said something else than the file. */
export type RowDifference = {
  /** What it is called; null: it has no name of its own. */
  readonly name: string | null;
  readonly columns: readonly string[];
  /** Whether the record stays as it was. */
  readonly isKept: boolean;
};

/** Natural key → id, for every row of the table, how many rows were not there before, and which others differed. */
export type Reconciled = {
  readonly ids: ReadonlyMap<string, string>;
  readonly added: number;
  readonly differences?: readonly RowDifference[];
};

/** Makes the table say what the rows say; rows of the table that are not wanted stay. */
export async function reconcile<Facts extends object>(
  wanted: readonly Facts[],
  table: PlanTable<NoInfer<Facts>>,
): Promise<Reconciled> {
  const before = new Map((await table.read()).map((row) => [table.keyOf(row), row]));
  const missing = new Map<string, Facts>();
  const differences: RowDifference[] = [];
  for (const facts of wanted) {
    // What a row says is one of the things that the table may hold.
    const key = table.keyOf(facts as Stored<Facts>);
    const found = before.get(key);
    if (!found) {
      missing.set(key, facts);
      continue;
    }
    const columns = differing(facts, found, table.compared);
    if (columns.length === 0) continue;
    differences.push({ name: nameOf(facts), columns, isKept: table.change === 'kept' });
    if (table.change !== 'kept') await table.change(found.id, facts);
  }
  const added = missing.size === 0 ? [] : await table.add([...missing.values()]);
  const ids = new Map([...before.values(), ...added].map((row) => [table.keyOf(row), row.id]));
  return { ids, added: added.length, differences };
}

function differing<Facts extends object>(
  wanted: Facts,
  found: Stored<Facts>,
  compared: readonly (keyof Facts)[] | undefined,
): string[] {
  return Object.entries(wanted)
    .filter(
      ([name, value]) =>
        (!compared || compared.some((column) => column === name)) &&
        JSON.stringify(value ?? null) !== JSON.stringify(fieldOf(found, name) ?? null),
    )
    .map(([name]) => name);
}

function nameOf(facts: object): string | null {
  const name = ['ref', 'name', 'title'].map((column) => fieldOf(facts, column)).find(Boolean);
  return typeof name === 'string' ? name : null;
}

/**
 * The id that a row's reference means.
 * @throws PlanDataError naming the row when nothing has that key
 */
export function resolve(
  ids: ReadonlyMap<string, string>,
  key: string,
  what: string,
  at: string,
): string {
  const id = ids.get(key);
  if (id === undefined) throw new PlanDataError(at, `no ${what} "${key}" is known`);
  return id;
}

/** The objectives whose themes or links an approved change has settled: a file does not change them back. */
export async function settledByPeople(
  { db, partnershipId }: PlanLoad,
  what: 'themes' | 'links',
): Promise<ReadonlySet<string>> {
  const rows = await rowsFrom(db, { objectiveId: uuid })`
    SELECT DISTINCT objective_id AS "objectiveId" FROM objective_entry
    WHERE partnership_id = ${partnershipId}::uuid AND kind = 'objective'
      AND said -> 'detail' -> 'before' -> ${what}::text IS NOT NULL`;
  return new Set(rows.map(({ objectiveId }) => objectiveId));
}
