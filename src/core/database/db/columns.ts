// The kinds of columns that a statement's rows have: what PostgreSQL calls them, and what they hold in JavaScript.
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { toInstant } from './executor.ts';

/** PostgreSQL's own names of types; `enum` is any enumeration of the schema. */
export type SqlType =
  | 'uuid'
  | 'text'
  | 'name'
  | 'enum'
  | 'bool'
  | 'int2'
  | 'int4'
  | 'int8'
  | 'float8'
  | 'timestamptz'
  | 'bytea'
  | 'json'
  | 'jsonb'
  | 'text[]';

/** A column that holds values of `T`. */
export type Column<T> = {
  /** What the database may say that its type is. */
  readonly types: readonly SqlType[];
  holds(value: unknown): value is T;
  /** What we make of a value of the database, where it is not handed on as it is. */
  readonly made?: (value: unknown) => unknown;
  /** What is wrong with a value that it does not hold, without the value. */
  why(value: unknown): string;
  /** Its table and name, of a column of JSON. */
  readonly of?: string;
};

export const uuid = plain(['uuid'], (value) => typeof value === 'string');
export const text = plain(['text', 'name'], (value) => typeof value === 'string');
export const texts = plain(
  ['text[]'],
  (value): value is string[] =>
    Array.isArray(value) && value.every((one) => typeof one === 'string'),
);
export const bool = plain(['bool'], (value) => typeof value === 'boolean');
export const int = plain(['int2', 'int4'], (value) => typeof value === 'number');
export const float = plain(['float8'], (value) => typeof value === 'number');
/** A moment. */
export const moment: Column<Temporal.Instant> = {
  ...plain(['timestamptz'], (value) => value instanceof Temporal.Instant),
  made: (value) => (value instanceof Date ? toInstant(value) : value),
};
/** A day, which the statement gives as text: the database's own dates have a time. */
export const day: Column<Temporal.PlainDate> = {
  ...plain(['text'], (value) => value instanceof Temporal.PlainDate),
  made: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
      ? Temporal.PlainDate.from(value)
      : value,
};

/** The labels of an enumeration, as the generated client has them, or words that the statement itself chooses from. */
export function word<const Word extends string>(
  labels: Readonly<Record<string, Word>> | readonly Word[],
): Column<Word> {
  const known: ReadonlySet<unknown> = new Set(Object.values(labels));
  return plain(['text', 'enum'], (value): value is Word => known.has(value));
}

/** The words of a type, each of which has to be there: for an enumeration whose labels the client calls otherwise. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): Column<Word> {
  return plain(
    ['text', 'enum'],
    (value): value is Word => typeof value === 'string' && value in words,
  );
}

/** JSON of a table's column, or made by the statement. It is checked, and handed on as it is. */
export function json<T>(of: string, schema: z.ZodType<T>): Column<T> {
  const holds = (value: unknown): value is T => schema.safeParse(value).success;
  const why = (value: unknown) => {
    const issue = schema.safeParse(value).error?.issues[0];
    return `${['it', ...(issue?.path ?? [])].map(String).join('.')}, ${issue?.code}`;
  };
  return { types: ['json', 'jsonb'], holds, why, of };
}

/** The same column where it may be empty. */
export function orNull<T>(column: Column<T>): Column<T | null> {
  const holds = (value: unknown): value is T | null => value === null || column.holds(value);
  return { ...column, holds };
}

function plain<T>(types: readonly SqlType[], holds: (value: unknown) => value is T): Column<T> {
  const why = (value: unknown) =>
    value === undefined ? 'it is missing' : `it is ${value === null ? 'null' : typeof value}`;
  return { types, holds, why };
}
