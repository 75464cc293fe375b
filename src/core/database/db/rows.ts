// Rows of a statement in SQL: what columns they have is said once, as data. The row's type follows from that, and every
// row that comes back is held against it, so that a column that is misnamed or of another type does not get further.
import { channel } from 'node:diagnostics_channel';
import { Prisma } from '../../../generated/prisma/client.ts';
import { InvariantError } from '../../request/app/faults.ts';
import type { Column } from './columns.ts';
import type { Executor } from './executor.ts';

/** The columns of a row by name. */
export type Shape = Readonly<Record<string, Column<unknown>>>;

/** A row of these columns. */
export type RowOf<S extends Shape> = {
  readonly [Name in keyof S]: S[Name] extends Column<infer Value> ? Value : never;
};

/** What `rowsFrom` is about to ask, for tests that hold the shape against what the database says of the statement. */
export type Asked = { readonly sql: string; readonly shape: Shape };

const asked = channel('pap:rows');

/**
 * The rows of a statement: `await rowsFrom(db, { id: uuid, ref: text })` before the statement's template.
 * @throws InvariantError when a row is not of that shape; it names the column and the row's id, never what was in it
 */
export function rowsFrom<S extends Shape>(db: Executor, shape: S) {
  return async (strings: TemplateStringsArray, ...values: unknown[]): Promise<RowOf<S>[]> => {
    const statement = Prisma.sql(strings, ...values);
    if (asked.hasSubscribers) asked.publish({ sql: statement.text, shape } satisfies Asked);
    const rows: Untold[] = await db.$queryRaw(statement);
    assertRows(rows, shape);
    return rows;
  };
}

/** A row of which nothing is known yet. */
type Untold = Record<string, unknown>;

function assertRows<S extends Shape>(
  rows: readonly Untold[],
  shape: S,
): asserts rows is RowOf<S>[] {
  const columns = Object.entries(shape);
  for (const row of rows)
    for (const [name, column] of columns) {
      const value = column.made ? column.made(row[name]) : row[name];
      if (!column.holds(value))
        throw misfit(column.of ?? `the column ${name}`, row.id, column.why(value));
      row[name] = value;
    }
}

/**
 * What a column of JSON holds, of a row that the client gave.
 * @throws InvariantError when it is something else
 */
export function heldIn<T>(column: Column<T>, value: unknown, id: string): T {
  if (column.holds(value)) return value;
  throw misfit(column.of ?? 'a column', id, column.why(value));
}

function misfit(what: string, id: unknown, why: string): InvariantError {
  const row = typeof id === 'string' ? `row ${id}` : 'a row';
  return new InvariantError(`${what} of ${row} does not hold what it should: ${why}`);
}
