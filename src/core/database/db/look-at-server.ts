// What a database says of itself and of the role that asks, without changing anything: for `npm run doctor`.
import { z } from 'zod';
import type { Queries } from './queries.ts';

const factsSchema = z.object({
  version: z.string(),
  major: z.number(),
  encoding: z.string(),
  /** A standby can only be read. */
  standby: z.boolean(),
  role: z.string(),
  /** Policies don't hold such a role. */
  superuser: z.boolean(),
  /** Whether it owns the tables; null where there are none. */
  owns: z.boolean().nullable(),
  /** Whether it may make tables where ours are. */
  mayCreate: z.boolean(),
  epochMs: z.number(),
});

export type ServerFacts = z.infer<typeof factsSchema>;

/** @throws what the database says when it cannot be asked */
export async function lookAtServer(db: Queries): Promise<ServerFacts> {
  const { rows } = await db.query(
    `SELECT current_setting('server_version') AS version,
       current_setting('server_version_num')::int / 10000 AS major,
       current_setting('server_encoding') AS encoding,
       pg_is_in_recovery() AS standby,
       current_user::text AS role,
       r.rolsuper OR r.rolbypassrls AS superuser,
       (SELECT pg_has_role(current_user, c.relowner, 'USAGE') FROM pg_class c WHERE c.oid = to_regclass('partnership')) AS owns,
       has_schema_privilege('public', 'CREATE') AS "mayCreate",
       (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "epochMs"
     FROM pg_roles r WHERE r.rolname = current_user`,
  );
  return factsSchema.parse(rows[0]);
}
