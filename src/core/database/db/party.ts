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

/** The person of an id as a `Party` in JSON; null where there is none. */
export function partyOf(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_build_object('id', q.id, 'name', q.name, 'organisation', z.name, 'active', q.active)
    FROM person q JOIN organisation z ON z.id = q.organisation_id WHERE q.id = ${id})`;
}
