// Whether a statement keeps to one partnership at every table that it reads, found out from its plan: PostgreSQL says there
// by which conditions it takes the rows of each table. No row need be there for that.
import type { Queries } from '../../../src/core/database/db/queries.ts';

/** The tables of the record whose rows are a partnership's: the column that says whose, and its place among the columns. */
export type Owned = ReadonlyMap<string, { readonly column: string; readonly place: number }>;

/** The term of a column by which a hashed subplan is asked. */
const HASHED = 'hashed';

type Plan = {
  readonly 'Node Type': string;
  readonly 'Join Type'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Parent Relationship'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'CTE Name'?: string;
  readonly Alias?: string;
  readonly Output?: readonly string[];
  readonly Plans?: readonly Plan[];
} & Readonly<Record<string, unknown>>;

/**
 * By what a column is kept to the partnership: by any one of these, if each of its terms is. A term is a parameter, `$2`,
 * or a column that says whose another row is, `p.partnership_id`.
 */
type Pins = Map<string, string[][]>;

/** What a plan reads of owned tables, by the column that says whose a row is, and what keeps it to the partnership. */
type Facts = {
  readonly readings: Map<string, readonly [table: string, alias: string]>;
  readonly pins: Pins;
  /** Of a recursion, the columns of what it goes on with: they are to be kept too, if those it begins with are. */
  readonly recursions: Map<string, readonly string[]>;
};

/** The tables with a partnership, and `partnership` itself. */
export async function ownedTables(db: Queries): Promise<Owned> {
  const { rows } = await db.query<{ table: string; column: string; place: number }>(`
    SELECT table_name::text AS table, column_name::text AS column, ordinal_position::int AS place
    FROM information_schema.columns
    WHERE table_schema = 'public'
      AND column_name = CASE table_name WHEN 'partnership' THEN 'id' ELSE 'partnership_id' END`);
  return new Map(rows.map(({ table, ...own }) => [table, own]));
}

/** What a statement was asked with. */
export type Given = {
  /** Whether the parameter of this number holds the partnership's id, or a list of nothing else. */
  isOwn(parameter: number): boolean;
  /** Tables that it may go through from end to end: what else it reads has to be of the same partnership as that row. */
  readonly wholly?: readonly string[];
};

/** The tables, as `person p`, whose rows the statement takes without regard to the partnership. */
export async function unpinned(
  db: Queries,
  statement: string,
  owned: Owned,
  { isOwn, wholly = [] }: Given,
): Promise<string[]> {
  const facts: Facts = { readings: new Map(), pins: new Map(), recursions: new Map() };
  gather(await planOf(db, statement), owned, facts);
  const roots = [...facts.readings].filter(([, [table]]) => wholly.includes(table));
  for (;;) {
    const kept = keptColumns(facts.pins, new Set(roots.map(([column]) => column)), isOwn);
    const broken = [...facts.recursions].filter(
      ([, columns]) => columns.length === 0 || !columns.every((column) => kept.has(column)),
    );
    if (broken.length === 0)
      return [...facts.readings]
        .filter(([column]) => !kept.has(column))
        .map(([, names]) => names.join(' '));
    for (const [recursion] of broken) {
      facts.pins.delete(recursion);
      facts.recursions.delete(recursion);
    }
  }
}

/** What is equal to something that is kept to the partnership is kept to it too. */
function keptColumns(pins: Pins, kept: Set<string>, isOwn: Given['isOwn']): ReadonlySet<string> {
  const isKept = (term: string) =>
    term === HASHED || kept.has(term) || (term.startsWith('$') && isOwn(Number(term.slice(1))));
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const [column, ways] of pins)
      if (ways.some((terms) => terms.length > 0 && terms.every(isKept))) kept.add(column);
  }
  return kept;
}

/** The plan for whatever the parameters may be: for given ones, the conditions that they decide would be gone from it. */
async function planOf(db: Queries, statement: string): Promise<Plan> {
  const highest = Math.max(0, ...[...statement.matchAll(/\$(\d+)/g)].map(([, one]) => Number(one)));
  const nothing = Array.from({ length: highest }, () => 'NULL').join(', ');
  await db.query(`SET plan_cache_mode = force_generic_plan; PREPARE looked_at AS ${statement}`);
  try {
    const { rows } = await db.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
      `EXPLAIN (FORMAT JSON, VERBOSE, COSTS OFF) EXECUTE looked_at${highest > 0 ? `(${nothing})` : ''}`,
    );
    const [top] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!top) throw new Error('the database gave no plan');
    return top.Plan;
  } finally {
    await db.query('DEALLOCATE looked_at');
  }
}

/** A place where a statement says whose rows it means, and the statement with that left out. */
export type Place = { readonly said: string; readonly without: string };

const COLUMN = String.raw`(?:(?:"public"\.)?"?\w+"?\.)?"?partnership_id"?`;
const SAYS_WHOSE = new RegExp(
  [
    String.raw`${COLUMN} = (?:\$\d+(?:::uuid)?(?!\d)|[a-z]\w*\.(?:partnership_id|id)\b)`,
    String.raw`\w+\.id = \w+\.partnership_id\b`,
    String.raw`${COLUMN} IN \([$\d, ]+\)`,
    String.raw`\(${COLUMN},"public"\."\w+"\."\w+"\) (?:NOT )?IN \((?:\(\$\d+,\$\d+\),?)+\)`,
  ].join('|'),
  'g',
);

/** Every place in a statement that says whose rows are meant, each with the statement as it would be without. */
export function places(statement: string): Place[] {
  return [...statement.matchAll(SAYS_WHOSE)].map((match) => {
    const [said] = match;
    const rest = statement.slice(match.index + said.length);
    // It is asked still, so that every parameter keeps its type, and true of every row.
    return { said, without: `${statement.slice(0, match.index)}((${said}) IS NOT NULL)${rest}` };
  });
}

/** What gives no row of its own where it is given none. */
const PASSES_ON =
  /^(?:Nested Loop|Hash Join|Merge Join|Materialize|Memoize|Sort|Hash|Unique|Limit|Subquery Scan|.* Scan)$/;

/** @param beside the aliases of rows that are gone where this part of the plan finds nothing for them */
function gather(
  plan: Plan,
  owned: Owned,
  facts: Facts,
  beside: ReadonlySet<string> = new Set(),
): void {
  const { 'Node Type': kind, 'Relation Name': table, Alias: alias, Plans: parts = [] } = plan;
  const own = table === undefined ? undefined : owned.get(table);
  const mine = alias === undefined ? '' : `${alias}.${own?.column ?? 'partnership_id'}`;
  if (own && table && alias && kind !== 'ModifyTable') facts.readings.set(mine, [table, alias]);
  // What is inserted is whose it says; so is the row that is there already under the same key.
  if (own && plan.Operation === 'Insert')
    for (const part of parts)
      if (part['Parent Relationship'] === 'Outer')
        addWay(facts.pins, mine, [part.Output?.[own.place - 1] ?? '']);
  const conditions = (...names: readonly string[]) =>
    names.map((name) => plan[name]).filter((one) => typeof one === 'string');
  for (const text of conditions('Index Cond', 'Recheck Cond', 'TID Cond', 'Filter'))
    pin(facts.pins, equalities(text), (one) => {
      return alias === undefined || one === mine || beside.has(aliasOf(one));
    });
  const loose = looseSide(plan);
  for (const text of conditions('Hash Cond', 'Merge Cond', 'Join Filter'))
    pin(facts.pins, equalities(text), (one) => loose === null || loose.has(aliasOf(one)));
  // A subquery's rows are as its tables' are.
  if (kind === 'Subquery Scan' && parts[0]) addWay(facts.pins, mine, whose(parts[0], owned));
  if (own && plan.Operation === 'Insert' && parts[0]?.Alias === '*SELECT*')
    for (const one of parts[0].Plans?.flatMap(({ Output = [] }) => Output) ?? [])
      if (/^\$\d+$/.test(one)) addWay(facts.pins, mine, [one]);
  const { Plans: _, ...itself } = plan;
  const hashed = new Set(JSON.stringify(itself).match(/(?<=hashed )SubPlan \d+/g));
  for (const part of parts) {
    // Its rows are found by all that it gives: also by whose they are.
    if (hashed.has(part['Subplan Name'] ?? ''))
      for (const one of whose(part, owned)) addWay(facts.pins, one, [HASHED]);
    const cte = /^CTE (.+)$/.exec(part['Subplan Name'] ?? '')?.[1];
    if (cte !== undefined) {
      const [first = part, next] =
        part['Node Type'] === 'Recursive Union' ? (part.Plans ?? []) : [];
      addWay(facts.pins, `CTE ${cte}`, whose(first, owned));
      if (next) facts.recursions.set(`CTE ${cte}`, whose(next, owned));
    }
    gather(part, owned, facts, besidePart(plan, part, beside));
  }
  if (kind === 'CTE Scan' || kind === 'WorkTable Scan')
    addWay(facts.pins, mine, [`CTE ${plan['CTE Name']}`]);
}

/** The columns by which the rows of a part of a plan are somebody's; empty when none is among what it gives. */
function whose(plan: Plan, owned: Owned): string[] {
  const own = plan.Plans?.filter(
    (one) => !/^(?:Init|Sub)Plan$/.test(one['Parent Relationship'] ?? ''),
  );
  if (/Append|SetOp/.test(plan['Node Type']) && own) {
    const each = own.map((one) => whose(one, owned));
    return each.some((columns) => columns.length === 0) ? [] : each.flat();
  }
  const partnerships = new Set(
    walk(plan)
      .filter((one) => owned.get(one['Relation Name'] ?? '')?.column === 'id')
      .map(({ Alias }) => `${Alias}.id`),
  );
  return (plan.Output ?? []).filter(
    (one) => /^\w+\.partnership_id$/.test(one) || partnerships.has(one),
  );
}

/** The aliases of rows that are gone where the part finds nothing for them. */
function besidePart(plan: Plan, part: Plan, beside: ReadonlySet<string>): ReadonlySet<string> {
  const { 'Join Type': join = 'Inner', Plans: parts = [] } = plan;
  const side = part['Parent Relationship'] ?? '';
  const loose =
    join === 'Full' ||
    (join.startsWith('Right')
      ? side === 'Outer'
      : !/^(?:Inner|Semi)$/.test(join) && side === 'Inner');
  if (loose || !PASSES_ON.test(plan['Node Type']) || !/^(?:Outer|Inner|Subquery)$/.test(side))
    return new Set();
  if (side !== 'Inner') return beside;
  const others = parts.filter((one) => one['Parent Relationship'] === 'Outer').flatMap(walk);
  return new Set([...beside, ...others.map(({ Alias = '' }) => Alias)]);
}

/** The aliases of the side of a join that the condition restricts; null for both. */
function looseSide({ 'Join Type': join = 'Inner', Plans: parts = [] }: Plan): Set<string> | null {
  if (join === 'Inner' || join === 'Semi') return null;
  if (join === 'Full') return new Set();
  const side = join.startsWith('Right') ? 'Outer' : 'Inner';
  return new Set(
    parts
      .filter((part) => part['Parent Relationship'] === side)
      .flatMap(walk)
      .map(({ Alias = '' }) => Alias),
  );
}

function walk(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(walk)];
}

function pin(pins: Pins, found: readonly Equal[], may: (column: string) => boolean): void {
  for (const { column, terms } of found) if (may(column)) addWay(pins, column, terms);
}

function addWay(pins: Pins, column: string, terms: readonly string[]): void {
  const bare = terms.map((term) => term.replaceAll('"', ''));
  pins.set(column, [...(pins.get(column) ?? []), bare]);
}

function aliasOf(column: string): string {
  return column.slice(0, column.lastIndexOf('.'));
}

type Equal = { readonly column: string; readonly terms: readonly string[] };

/** What a condition says two columns, or a column and a parameter, have in common, whichever of its rows it takes. */
function equalities(text: string): Equal[] {
  const bare = withoutParentheses(text);
  const all = splitOutside(bare, ' AND ');
  if (all.length > 1) return all.flatMap(equalities);
  const either = splitOutside(bare, ' OR ');
  if (either.length > 1) {
    const [first = [], ...others] = either.map(equalities);
    return first.flatMap(({ column, terms }) => {
      const same = others.map((found) => found.find((one) => one.column === column));
      if (same.some((one) => !one)) return [];
      return [{ column, terms: [...terms, ...same.flatMap((one) => one?.terms ?? [])] }];
    });
  }
  const [, listed, list] = /^([\w".]+) = ANY \(ARRAY\[(.+)\]\)$/.exec(bare) ?? [];
  const [, among, array] = /^([\w".]+) = ANY \((\$\d+)\)$/.exec(bare) ?? [];
  if (among && array) return [{ column: among, terms: [array] }];
  if (listed && list) return [{ column: listed, terms: list.split(', ') }];
  const [, left, right] = /^([\w".]+|\$\d+) = ([\w".]+|\$\d+)$/.exec(bare) ?? [];
  if (!left || !right) return [];
  return [
    { column: left, terms: [right] },
    { column: right, terms: [left] },
  ].filter(({ column }) => !column.startsWith('$'));
}

function withoutParentheses(text: string): string {
  let bare = text.trim();
  while (bare.startsWith('(') && closes(bare) === bare.length - 1) bare = bare.slice(1, -1).trim();
  return bare;
}

/** Where the parenthesis closes with which the text begins. */
function closes(text: string): number {
  let depth = 0;
  for (let at = 0, quoted = false; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return at;
  }
  return -1;
}

function splitOutside(text: string, by: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0, quoted = false; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth === 0 && text.startsWith(by, at)) {
      parts.push(text.slice(from, at));
      from = at + by.length;
    }
  }
  return [...parts, text.slice(from)];
}
