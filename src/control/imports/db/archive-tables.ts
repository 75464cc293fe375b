// Which tables make up a plan, in an order in which each comes after those that it refers to.
import { text, texts } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';

export type TableShape = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of its unique indexes, the partnership left out; the id's own is none of them. */
  readonly unique: readonly (readonly string[])[];
};

/**
 * How the bot reaches people and what it has sent is no part of the plan: another record has other
 * accounts, channels and requests. Imports and the files of packs stay where they were made. An entry's words go with
 * the entry; what was erased, what is kept how long and what is held is each record's own.
 */
export const NOT_THE_PLAN = [
  ...['workspace', 'platform_account', 'channel_binding', 'conversation_reference', 'notification'],
  ...[
    'job_run',
    'answered_request',
    'demo_clock',
    'plan_stamp',
    'link_request',
    'account_search',
    'allowed_organisation',
    'calendar_feed',
    'plan_import',
    'board_pack_file',
    'entry_words',
    'erasure',
    'retention_rule',
    'retention_hold',
  ],
];

/** Every table with a partnership that is part of the plan. */
export async function archiveTables(db: Executor): Promise<TableShape[]> {
  const tables = await rowsFrom(db, { name: text, columns: texts, parents: texts })`
    SELECT c.table_name AS name, array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns,
      coalesce((
        SELECT array_agg(DISTINCT f.confrelid::regclass::text) FROM pg_constraint f
        WHERE f.contype = 'f' AND f.conrelid = format('public.%I', c.table_name)::regclass AND f.confrelid <> f.conrelid
      ), '{}') AS parents
    FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND NOT c.table_name = ANY(${NOT_THE_PLAN}::text[])
      AND EXISTS (SELECT FROM information_schema.columns p WHERE p.table_schema = 'public'
        AND p.table_name = c.table_name AND p.column_name = 'partnership_id')
    GROUP BY c.table_name ORDER BY c.table_name`;
  const indexes = await rowsFrom(db, { name: text, columns: texts })`
    SELECT t.relname::text AS name, (
      SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY(i.indkey)
    ) AS columns
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE i.indisunique AND n.nspname = 'public'`;
  const unique = (name: string) =>
    indexes
      .filter((index) => index.name === name)
      .map(({ columns }) => columns.filter((column) => column !== 'partnership_id'))
      .filter((columns) => columns.length > 0 && !/^(?:id|seq)$/.test(columns.join()));
  const ordered: TableShape[] = [];
  const placed = new Set<string>();
  const isReady = (parents: readonly string[]) =>
    parents.every((parent) => placed.has(parent) || !tables.some(({ name }) => name === parent));
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, parents }) => !placed.has(name) && isReady(parents));
    if (ready.length === 0)
      throw new Error('the tables of the plan refer to each other in a circle');
    for (const { name, columns } of ready) {
      ordered.push({ name, columns, unique: unique(name) });
      placed.add(name);
    }
  }
  return ordered;
}
