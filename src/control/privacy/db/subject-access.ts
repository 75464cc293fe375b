// All rows about, by or speaking of one person, table by table.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { detailOf, joinWords, noteOf } from '../../../plan/objectives/db/entry-words.ts';
import type { SubjectAccess } from '../app/privacy-ports.ts';
import { columnsOf } from '../domain/kept-data.ts';
import { keptTables } from '../domain/kept-tables.ts';
import { anything } from './needles.ts';

const anyRow = json('a row about a person', z.record(z.string(), z.unknown()));

/** The answers of one partnership's record. */
export function createSubjectAccess(db: Executor, partnershipId: string): SubjectAccess {
  return {
    async rows(table, personId, needles) {
      const kept = keptTables.find((one) => one.table === table);
      if (kept?.columns.partnership_id === undefined) return { table, columns: [], rows: [] };
      const columns = Object.keys(kept.columns).filter(
        (column) => kept.columns[column] !== 'frozen' && kept.columns[column] !== 'digest',
      );
      const people = columnsOf(kept, 'person').map(
        (column) => Prisma.sql`t.${Prisma.raw(`"${column}"`)} = ${personId}::uuid`,
      );
      const about = table === 'person' ? [Prisma.sql`t.id = ${personId}::uuid`] : people;
      // An entry is shown with its words.
      const from =
        table === 'objective_entry'
          ? Prisma.sql`(SELECT to_jsonb(u) || jsonb_build_object('note', ${noteOf}, 'detail', ${detailOf}) AS row, u.partnership_id,
              u.author_id, coalesce(w.note, '') || coalesce(w.detail::text, '') AS said FROM objective_entry u ${joinWords})`
          : Prisma.sql`(SELECT to_jsonb(o) AS row, to_jsonb(o)::text AS said, o.* FROM ${Prisma.raw(`"${table}"`)} o)`;
      const rows = await rowsFrom(db, { row: anyRow })`
        SELECT t.row FROM ${from} t WHERE t.partnership_id = ${partnershipId}::uuid
          AND (${Prisma.join([...about, anything(Prisma.sql`t.said`, needles)], ' OR ')})`;
      return { table, columns, rows: rows.map(({ row }) => row) };
    },
  };
}
