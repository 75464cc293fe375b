// Where words of a person stand, or words that speak of them: entries, parts of objectives, and any column of text.
import { z } from 'zod';
import { bool, json, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { ErasingRepository, FoundEntry, TextColumn } from '../app/privacy-ports.ts';
import { anything } from './needles.ts';

const strings = z.record(z.string(), z.string());
const anyJson = json('words of a row', z.unknown());
const entryRow = {
  ...{ entryId: uuid, authorId: orNull(uuid), itemId: orNull(text), adds: bool },
  ...{ note: orNull(text), detail: orNull(anyJson) },
  ...{ salts: json('entry_words.salts', strings), erased: json('entry_words.erased', strings) },
};
const itemRow = {
  ...{ id: uuid, kind: text, title: text, addedBy: orNull(text) },
  detail: json('plan_item.detail', z.record(z.string(), z.unknown())),
};

/** The findings of one partnership. */
export function createFindings(
  db: Executor,
  partnershipId: string,
): Pick<ErasingRepository, 'entries' | 'entriesBefore' | 'items' | 'texts'> {
  const own = Prisma.sql`${partnershipId}::uuid`;

  async function select(which: Prisma.Sql): Promise<FoundEntry[]> {
    const rows = await rowsFrom(db, entryRow)`
      SELECT e.id AS "entryId", e.author_id AS "authorId", e.said #>> '{detail,itemId}' AS "itemId",
        e.kind = 'item' AND e.said #> '{detail,before}' = 'null' AS adds, w.note, w.detail, w.salts, w.erased
      FROM objective_entry e JOIN entry_words w ON w.partnership_id = e.partnership_id AND w.entry_id = e.id
      WHERE e.partnership_id = ${own} AND ${which}`;
    return rows.map((row: RowOf<typeof entryRow>) => row);
  }

  return {
    async entries(personId, needles) {
      return await select(Prisma.sql`(e.author_id = ${personId}::uuid
        OR e.said #>> '{detail,itemId}' IN (
          SELECT a.said #>> '{detail,itemId}' FROM objective_entry a
          WHERE a.partnership_id = ${own} AND a.author_id = ${personId}::uuid AND a.kind = 'item')
        OR ${anything(Prisma.sql`coalesce(w.note, '') || coalesce(w.detail::text, '')`, needles)})
        ORDER BY e.seq`);
    },

    async entriesBefore(before, held, limit) {
      return await select(Prisma.sql`e.at < ${fromInstant(before)} AND w.salts <> '{}'
        AND (e.author_id IS NULL OR NOT e.author_id = ANY(${[...held]}::uuid[])) ORDER BY e.seq LIMIT ${limit}`);
    },

    async items(personId, needles) {
      return await rowsFrom(db, itemRow)`
        SELECT * FROM (
          SELECT i.id, i.kind::text AS kind, i.title, i.detail, (
            SELECT e.author_id::text FROM objective_entry e
            WHERE e.partnership_id = ${own} AND e.objective_id = i.objective_id AND e.kind = 'item'
              AND e.said #>> '{detail,itemId}' = i.id::text AND e.said #> '{detail,before}' = 'null' LIMIT 1
          ) AS "addedBy"
          FROM plan_item i WHERE i.partnership_id = ${own}
        ) t
        WHERE t."addedBy" = ${personId} OR strpos(t.detail::text, ${personId}) > 0
          OR ${anything(Prisma.sql`t.title || t.detail::text`, needles)}`;
    },

    async texts(column, personId, needles) {
      const author = authorOf(column);
      const value = Prisma.sql`t.${Prisma.raw(`"${column.column}"`)}`;
      return await rowsFrom(db, { id: uuid, value: anyJson, by: orNull(text) })`
        SELECT t.id, to_jsonb(${value}) AS value, ${author} AS by FROM ${Prisma.raw(`"${column.table}"`)} t
        WHERE t.partnership_id = ${own} AND ${value} IS NOT NULL
          AND (${author} = ${personId} OR ${anything(Prisma.sql`${value}::text`, needles)})`;
    },
  };
}

/** Whose words a column holds is named by another column of the row, or by nothing. */
function authorOf({ by }: TextColumn): Prisma.Sql {
  return by === null ? Prisma.sql`NULL::text` : Prisma.sql`t.${Prisma.raw(`"${by}"`)}::text`;
}
