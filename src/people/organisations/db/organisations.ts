// The bodies of one partnership whose people answer.

import { orNull, text, uuid } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { OrganisationRepository } from '../app/organisation-ports.ts';

/** As they are now, or as they were at the moment of `rowsAt`. */
export function createOrganisations(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): OrganisationRepository {
  return {
    async list() {
      return await rowsFrom(db, { id: uuid, name: text, kind: text, mergedIntoId: orNull(uuid) })`
        ${rowsAt('organisation')}SELECT o.id, o.name, o.kind, o.merged_into_id AS "mergedIntoId" FROM organisation o
        WHERE o.partnership_id = ${partnershipId}::uuid ORDER BY o.name, o.id`;
    },

    async add({ name, kind }) {
      // Rows of a workbook name each other by the key; a name that is new makes one of its own there as well.
      await db.$executeRaw`
        INSERT INTO organisation (id, partnership_id, key, name, kind)
        SELECT i.id, ${partnershipId}::uuid, i.id::text, ${name}, ${kind} FROM (SELECT gen_random_uuid() AS id) i`;
    },

    async change(id, { name, kind }) {
      await db.organisation.updateMany({
        where: { partnershipId, id },
        data: { ...(name !== undefined && { name }), ...(kind !== undefined && { kind }) },
      });
    },

    async merge(fromId, intoId) {
      const of = { partnershipId, organisationId: fromId };
      const people = await db.person.findMany({
        where: of,
        select: { name: true },
        orderBy: { name: 'asc' },
      });
      await db.person.updateMany({ where: of, data: { organisationId: intoId } });
      // A day on which both close is one day.
      await db.$executeRaw`
        DELETE FROM closure_day d WHERE d.partnership_id = ${partnershipId}::uuid AND d.organisation_id = ${fromId}::uuid
          AND EXISTS (SELECT FROM closure_day e WHERE e.partnership_id = d.partnership_id
            AND e.organisation_id = ${intoId}::uuid AND e.day = d.day)`;
      await db.closureDay.updateMany({ where: of, data: { organisationId: intoId } });
      await db.organisation.updateMany({
        where: { partnershipId, OR: [{ id: fromId }, { mergedIntoId: fromId }] },
        data: { mergedIntoId: intoId },
      });
      return people.map(({ name }) => name);
    },

    async answerInstead(fromId, intoId, from) {
      const day = from.toString();
      await db.$executeRaw`
        WITH ended AS (
          UPDATE assignment a SET ends_on = ${day}::date - 1
          WHERE a.partnership_id = ${partnershipId}::uuid AND a.organisation_id = ${fromId}::uuid
            AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)
          RETURNING a.objective_id, a.item_id, a.role, a.example
        )
        INSERT INTO assignment (id, partnership_id, objective_id, item_id, role, organisation_id, starts_on, example)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, e.objective_id, e.item_id, e.role, ${intoId}::uuid, ${day}::date, e.example
        FROM (SELECT DISTINCT objective_id, item_id, role, example FROM ended) e WHERE NOT EXISTS (
          SELECT FROM assignment b WHERE b.partnership_id = ${partnershipId}::uuid AND b.objective_id = e.objective_id
            AND b.item_id IS NOT DISTINCT FROM e.item_id AND b.role = e.role AND b.organisation_id = ${intoId}::uuid
            AND (b.ends_on IS NULL OR b.ends_on >= ${day}::date))`;
    },
  };
}
