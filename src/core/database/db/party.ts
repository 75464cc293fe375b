// A person as an agreement names them.
import { z } from 'zod';
import { Prisma } from '../../../generated/prisma/client.ts';
import { json } from './columns.ts';

/** What `partyOf` gives where there is somebody. */
export const partyRow = json(
  'the person',
  z.object({
    ...{ id: z.string(), name: z.string(), organisation: z.string() },
    active: z.boolean(),
  }),
);

/** The person of a column of the row `alias` as a `Party` in JSON; null where there is none. */
export function partyOf(alias: string, column: string): Prisma.Sql {
  const [row, id] = [Prisma.raw(alias), Prisma.raw(column)];
  return Prisma.sql`(
    SELECT json_build_object('id', q.id, 'name', q.name, 'organisation', z.name, 'active', q.active)
    FROM person q JOIN organisation z ON z.partnership_id = q.partnership_id AND z.id = q.organisation_id
    WHERE q.partnership_id = ${row}.partnership_id AND q.id = ${row}.${id})`;
}
