// Holds the shapes of rows against the database: whatever `rowsFrom` asks of a watched pool, the names and types of the
// columns that come back must be those of its shape, also where no row does.
import { channel } from 'node:diagnostics_channel';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { SqlType } from '../../../src/core/database/db/columns.ts';
import type { Asked, Shape } from '../../../src/core/database/db/rows.ts';

/** What PostgreSQL calls its own types by number. */
const OIDS: Readonly<Record<Exclude<SqlType, 'enum'>, number>> = {
  bool: 16,
  name: 19,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  json: 114,

  float8: 701,
  'text[]': 1009,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
};
/** Types that a schema makes, such as its enumerations, are numbered from here. */
const FIRST_OWN = 16_384;

const shapes = new Map<string, Shape>();
channel('pap:rows').subscribe((message) => {
  if (isAsked(message)) shapes.set(message.sql, message.shape);
});

/** From now on a statement whose columns are not those of its shape fails. */
export function watchRows(pool: Pool): void {
  watch(pool);
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (!watched.has(client)) watch(client);
    watched.add(client);
  });
}

function watch(one: { query: Pool['query'] }): void {
  // Asked anew each time: what a test puts in its place is called as well.
  const query = (...args: unknown[]) => Object.getPrototypeOf(one).query.apply(one, args);
  const asking = async (shape: Shape, args: unknown[]) => {
    const result = (await query(...args)) as QueryResult;
    const wrong = misfits(shape, result.fields);
    if (wrong.length > 0)
      throw new Error(`columns other than their shape says: ${wrong.join(', ')}`);
    return result;
  };
  const asked = (...args: unknown[]) => {
    const [config] = args;
    const shape =
      typeof config === 'object' && config !== null && 'text' in config
        ? shapes.get(String(config.text))
        : undefined;
    return shape && typeof args.at(-1) !== 'function' ? asking(shape, args) : query(...args);
  };
  Object.assign(one, { query: asked });
}

function misfits(shape: Shape, fields: QueryResult['fields']): string[] {
  const given = new Map(fields.map(({ name, dataTypeID }) => [name, dataTypeID]));
  const missing = Object.entries(shape).flatMap(([name, { types }]) => {
    const oid = given.get(name);
    if (oid === undefined) return [`no ${name}`];
    return types.some((type) => (type === 'enum' ? oid >= FIRST_OWN : OIDS[type] === oid))
      ? []
      : [`${name} is ${oid} and not ${types.join(' or ')}`];
  });
  return [
    ...missing,
    ...[...given.keys()].filter((name) => !(name in shape)).map((name) => `a further ${name}`),
  ];
}

function isAsked(message: unknown): message is Asked {
  return typeof message === 'object' && message !== null && 'shape' in message;
}
