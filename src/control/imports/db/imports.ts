// Files that were read for an import, each with its number, until they are confirmed or dropped.

import { z } from 'zod';
import { int, json, moment, orNull, text, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { ImportState } from '../../../generated/prisma/enums.ts';
import type { ImportRecord, ImportRepository } from '../app/import-ports.ts';
import { importAnswers, importReading } from './reading-json.ts';

const importRow = {
  ...{ number: int, fileName: text, sha256: text, state: word(ImportState) },
  ...{ readAt: moment, confirmedAt: orNull(moment) },
  readBy: json('the reader', z.object({ name: z.string() })),
};

/** Imports of one partnership. */
export function createImports(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): ImportRepository {
  const columns = Prisma.sql`i.number, i.file_name AS "fileName", i.sha256, i.state::text AS state,
    i.read_at AS "readAt", i.confirmed_at AS "confirmedAt", json_build_object('name', p.name) AS "readBy"`;

  async function findWhere(which: Prisma.Sql): Promise<ImportRecord | null> {
    const [row] = await rowsFrom(db, { ...importRow, reading: importReading })`
      ${rowsAt('plan_import')}SELECT ${columns}, i.reading
      FROM plan_import i JOIN person p ON p.partnership_id = i.partnership_id AND p.id = i.read_by_id
      WHERE i.partnership_id = ${partnershipId}::uuid AND ${which} ORDER BY i.number DESC LIMIT 1`;
    return row ? { ...toFacts(row), ...row.reading } : null;
  }

  return {
    async list(limit) {
      const rows = await rowsFrom(db, importRow)`
        ${rowsAt('plan_import')}SELECT ${columns}
        FROM plan_import i JOIN person p ON p.partnership_id = i.partnership_id AND p.id = i.read_by_id
        WHERE i.partnership_id = ${partnershipId}::uuid ORDER BY i.number DESC LIMIT ${limit}`;
      return rows.map(toFacts);
    },

    find: (number) => findWhere(Prisma.sql`i.number = ${number}`),

    findByDigest: (sha256) => findWhere(Prisma.sql`i.sha256 = ${sha256} AND i.state <> 'dropped'`),

    async add({ kept, shown, at, ...file }) {
      // Held until the end, so that two files do not get the same number.
      await db.$executeRaw`SELECT FROM partnership WHERE id = ${partnershipId}::uuid FOR UPDATE`;
      const last = await db.planImport.aggregate({
        where: { partnershipId },
        _max: { number: true },
      });
      const number = (last._max.number ?? 0) + 1;
      const reading = { toJSON: () => ({ kept, shown }) };
      await db.planImport.create({
        data: { partnershipId, number, ...file, reading, readAt: fromInstant(at) },
        select: { id: true },
      });
      return number;
    },

    async knownAnswers() {
      const rows = await rowsFrom(db, { answers: importAnswers })`
        SELECT i.reading #> '{kept,answers}' AS answers FROM plan_import i
        WHERE i.partnership_id = ${partnershipId}::uuid AND i.reading #> '{kept,answers}' IS NOT NULL
        ORDER BY i.number`;
      return rows.flatMap(({ answers }) => answers);
    },

    async keepAnswers(number, answers) {
      await db.$executeRaw`
        UPDATE plan_import SET reading = jsonb_set(reading, '{kept,answers}', ${JSON.stringify(answers)}::jsonb)
        WHERE partnership_id = ${partnershipId}::uuid AND number = ${number}`;
    },

    async keepShown(number, shown) {
      await db.$executeRaw`
        UPDATE plan_import SET reading = jsonb_set(reading, '{shown}', to_jsonb(${shown}::text))
        WHERE partnership_id = ${partnershipId}::uuid AND number = ${number}`;
    },

    async settle(number, state, { personId, at }) {
      const { count } = await db.planImport.updateMany({
        where: { partnershipId, number, state: 'previewed' },
        data: { state, confirmedById: personId, confirmedAt: fromInstant(at) },
      });
      return count === 1;
    },
  };
}

function toFacts({ readBy, ...row }: RowOf<typeof importRow>) {
  const { number, fileName, sha256, state, readAt, confirmedAt } = row;
  return { number, fileName, sha256, state, readAt, confirmedAt, readBy: readBy.name };
}
