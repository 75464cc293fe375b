// Which rows a statement goes through: PostgreSQL's plan of it, for the values that it was asked with.
import type { Queries } from '../../../src/core/database/db/queries.ts';
import type { Asked } from './watch-statements.ts';

type Plan = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
};

/** The tables that a statement goes through from end to end. */
export async function readWhole(db: Queries, { text, values }: Asked): Promise<string[]> {
  const { rows } = await db.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    [...values],
  );
  const [top] = rows[0]?.['QUERY PLAN'] ?? [];
  return top ? scanned(top.Plan) : [];
}

function scanned({ 'Node Type': kind, 'Relation Name': table, Plans = [] }: Plan): string[] {
  return [...(kind === 'Seq Scan' && table ? [table] : []), ...Plans.flatMap(scanned)];
}
