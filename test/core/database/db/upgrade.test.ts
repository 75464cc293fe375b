// A record of an earlier version is upgraded with what people did in it: updates are chained in the order in which
// they were recorded, none of them changes, and moved meetings get their earlier days back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST_VERSION } from '../../../support/database/older-records.ts';

const migration = (name: string) =>
  readFileSync(
    join(import.meta.dirname, '../../../../prisma/migrations', name, 'migration.sql'),
    'utf8',
  );

/** One meeting moved twice, one moved away from and another moved to the same day, one that never moved. */
const SECOND_VERSION = `
  INSERT INTO forum (id, partnership_id, key, name, kind) SELECT gen_random_uuid(), id, 'siab', 'SIAB', 'board' FROM partnership;
  INSERT INTO meeting (id, partnership_id, forum_id, held_on, title)
    SELECT gen_random_uuid(), f.partnership_id, f.id, m.day::date, m.title FROM forum f,
      (VALUES ('2024-08-01', 'twice'), ('2024-09-30', 'away'), ('2024-09-18', 'there'), ('2024-11-13', 'never')) m (day, title);
  INSERT INTO audit_event (id, partnership_id, kind, summary, at)
    SELECT gen_random_uuid(), p.id, e.kind, e.summary, e.at::timestamptz FROM partnership p, (VALUES
      ('meeting-moved', 'the meeting of siab on 2024-07-24 was moved to 2024-07-31', '2024-07-01T09:00Z'),
      ('meeting-moved', 'the meeting of siab on 2024-09-11 was moved to 2024-09-18', '2024-07-02T09:00Z'),
      ('meeting-moved', 'the meeting of siab on 2024-09-18 was moved to 2024-09-30', '2024-07-03T09:00Z'),
      ('meeting-moved', 'the meeting of siab on 2024-09-25 was moved to 2024-09-18', '2024-07-04T09:00Z'),
      ('meeting-moved', 'the meeting of siab on 2024-07-31 was moved to 2024-08-01', '2024-07-05T09:00Z'),
      ('meeting-added', 'a meeting of siab was added: Wed 13 November 2024', '2024-07-06T09:00Z')) e (kind, summary, at);
`;

let db: PGlite;

beforeAll(async () => {
  db = await PGlite.create();
  await db.exec(migration('20240601000000_record'));
  await db.exec(FIRST_VERSION);
  await db.exec(`BEGIN; ${migration('20240701000000_whole_plan')}; COMMIT`);
  await db.exec(SECOND_VERSION);
  await db.exec(`BEGIN; ${migration('20240801000000_as_at')}; COMMIT`);
  await db.exec(`BEGIN; ${migration('20240802000000_links')}; COMMIT`);
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

it('gives moved meetings the days back that the office’s log has', async () => {
  const { rows } = await db.query<{ title: string; days: string[] }>(`
    SELECT m.title, array_agg(c.before ->> 'held_on' ORDER BY c.seq) AS days
    FROM row_change c JOIN meeting m ON m.id = c.row_id WHERE c.table_name = 'meeting' GROUP BY m.title ORDER BY m.title`);

  expect(rows).toEqual([
    { title: 'away', days: ['2024-09-11', '2024-09-18'] },
    { title: 'there', days: ['2024-09-25'] },
    { title: 'twice', days: ['2024-07-24', '2024-07-31'] },
  ]);
});

it('says from when on changes are kept, and keeps those that say when they were made', async () => {
  const kept = async () =>
    (
      await db.query<{ name: string; before: unknown }>(
        "SELECT table_name AS name, before FROM row_change WHERE table_name <> 'meeting' ORDER BY seq",
      )
    ).rows;
  const begun = { name: 'row_change', before: null };
  expect(await kept()).toEqual([begun]);

  await db.exec("UPDATE forum SET name = 'Board'");
  expect(await kept()).toEqual([begun]);

  await db.exec(`BEGIN; SELECT set_config('pap.at', '2024-07-08T09:00Z', true);
    UPDATE forum SET name = 'The board'; UPDATE forum SET name = name; COMMIT`);
  expect(await kept()).toEqual([begun, { name: 'forum', before: { name: 'Board' } }]);
});
