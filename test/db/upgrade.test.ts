// A record of the first version is upgraded with its people's updates in it: they are chained in the order in
// which they were recorded, and none of them changes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const migration = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../prisma/migrations', name, 'migration.sql'), 'utf8');

/** Two objectives, one with three updates and one with one, and the return that an update answered. */
const FIRST_VERSION = `
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

let db: PGlite;

beforeAll(async () => {
  db = await PGlite.create();
  await db.exec(migration('20240601000000_record'));
  await db.exec(FIRST_VERSION);
  for (const name of ['20240701000000_whole_plan', '20240802000000_links'])
    await db.exec(`BEGIN; ${migration(name)}; COMMIT`);
}, 60_000);

afterAll(() => db?.close());

it('keeps every update and chains it behind the one before', async () => {
  const { rows } = await db.query<{
    ref: string;
    position: number;
    note: string;
    linked: boolean;
  }>(`
    SELECT o.ref, e.position, e.note, e.hash = objective_entry_digest(e) AND
      e.prev_hash IS NOT DISTINCT FROM lag(e.hash) OVER (PARTITION BY e.objective_id ORDER BY e.position) AS linked
    FROM objective_entry e JOIN objective o ON o.id = e.objective_id ORDER BY o.ref, e.position`);

  expect(rows).toEqual([
    { ref: '2B2', position: 1, note: 'note 1', linked: true },
    { ref: '2B2', position: 2, note: 'note 2', linked: true },
    { ref: '2B2', position: 3, note: 'note 3', linked: true },
    { ref: '2B3', position: 1, note: 'note 1', linked: true },
  ]);
});

it('goes on refusing to change them, and chains what comes next', async () => {
  await expect(db.exec("UPDATE objective_entry SET note = 'x'")).rejects.toThrow('append-only');

  await db.exec(`INSERT INTO objective_entry (id, partnership_id, objective_id, kind, to_rag, version, request_id, at)
    SELECT gen_random_uuid(), partnership_id, id, 'same', 'amber', 2, 'next', now() FROM objective WHERE ref = '2B3'`);

  const { rows } = await db.query<{ position: number; prev: boolean }>(`
    SELECT e.position, e.prev_hash = (
      SELECT f.hash FROM objective_entry f WHERE f.objective_id = e.objective_id AND f.position = 1) AS prev
    FROM objective_entry e WHERE e.request_id = 'next'`);
  expect(rows).toEqual([{ position: 2, prev: true }]);
});
