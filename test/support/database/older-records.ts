// Records as older versions made them: their rows, and folders with the migrations that they knew.
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { MIGRATIONS, migrationNames } from './migration-names.ts';

/** Two objectives, one with three updates and one with one, and the return that an update answered. */
export const FIRST_VERSION = `
  INSERT INTO partnership (id, key, name, short_name) VALUES (gen_random_uuid(), 'p', 'P', 'P');
  INSERT INTO plan_version (id, partnership_id, number, label, status)
    SELECT gen_random_uuid(), id, 1, 'Plan', 'current' FROM partnership;
  INSERT INTO priority_area (id, partnership_id, plan_version_id, ref)
    SELECT gen_random_uuid(), partnership_id, id, '2' FROM plan_version;
  INSERT INTO objective (id, partnership_id, plan_version_id, area_id, ref, ref_key, title, rag, version)
    SELECT gen_random_uuid(), a.partnership_id, a.plan_version_id, a.id, r.ref, r.ref, 'Title', 'amber', r.version
    FROM priority_area a, (VALUES ('2B2', 3), ('2B3', 1)) r (ref, version);
  INSERT INTO status_update (id, partnership_id, objective_id, kind, to_rag, note, version, request_id, at)
    SELECT gen_random_uuid(), o.partnership_id, o.id, 'update', 'amber', 'note ' || v, v, o.ref || v,
      '2024-07-01T09:00:00Z'::timestamptz + v * interval '1 hour'
    FROM objective o, generate_series(1, o.version) v ORDER BY v DESC;
`;

/** A folder with the first of the migrations, as many as an older version had; for its caller to remove. */
export function olderMigrations(count: number): string {
  const folder = mkdtempSync(join(inject('databaseFolder'), 'migrations-'));
  for (const name of migrationNames.slice(0, count))
    cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  return folder;
}
