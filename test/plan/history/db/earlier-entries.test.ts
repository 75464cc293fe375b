// What was recorded before words could be erased is chained again once: the seal is what it was, it is still known when
// more was recorded, and whoever touches one of those entries is found by either chain.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../../../src/core/database/db/open-database.ts';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import { findSeal } from '../../../../src/plan/history/app/find-seal.ts';
import { createRecordStore } from '../../../../src/service/record/db/record.ts';
import { migrationNames } from '../../../support/database/migration-names.ts';
import { olderMigrations } from '../../../support/database/older-records.ts';

const BEFORE = migrationNames.indexOf('20250101000000_erasable_words');
const ROWS = `
  INSERT INTO partnership (id, key, name, short_name) VALUES (gen_random_uuid(), 'p', 'P', 'P');
  INSERT INTO plan_version (id, partnership_id, number, label, status)
    SELECT gen_random_uuid(), id, 1, 'Plan', 'current' FROM partnership;
  INSERT INTO priority_area (id, partnership_id, plan_version_id, ref)
    SELECT gen_random_uuid(), partnership_id, id, 'PA1' FROM plan_version;
  INSERT INTO objective (id, partnership_id, plan_version_id, area_id, ref, ref_key, title, rag, version)
    SELECT gen_random_uuid(), a.partnership_id, a.plan_version_id, a.id, r.ref, r.ref, 'Title', 'amber', r.version
    FROM priority_area a, (VALUES ('PA1.2a', 3), ('SEND-14', 1)) r (ref, version);
  INSERT INTO objective_entry (id, partnership_id, objective_id, kind, to_rag, note, version, request_id, at)
    SELECT gen_random_uuid(), o.partnership_id, o.id, 'update', 'amber', nullif('note ' || v, 'note 2'), v, o.ref || v,
      '2024-07-01T09:00:00Z'::timestamptz + v * interval '1 hour'
    FROM objective o, generate_series(1, o.version) v ORDER BY o.ref, v;
  INSERT INTO objective_entry (id, partnership_id, objective_id, kind, request_id, at, detail)
    SELECT gen_random_uuid(), o.partnership_id, o.id, 'assignment', 'a' || o.ref, '2024-07-02T09:00:00Z',
      '{"of": "assignment", "itemId": null, "role": "owner", "before": [], "after": ["Sam Reed"]}'
    FROM objective o WHERE o.ref = 'PA1.2a';`;
const OLD_SEAL = `
  SELECT encode(sha256(convert_to(string_agg(c.head, '' ORDER BY c.objective_id), 'UTF8')), 'hex') AS seal FROM (
    SELECT objective_id, (array_agg(hash ORDER BY position DESC))[1] AS head FROM objective_entry GROUP BY objective_id) c`;

let older: string;
let dataFolder: string;
let database: Database;
let record: PartnershipRecord;
let seal: string;

beforeAll(async () => {
  older = mkdtempSync(join(inject('databaseFolder'), 'earlier-'));
  const migrations = olderMigrations(BEFORE);
  const before = await openDatabase({ dataFolder: older, role: 'server', migrations });
  await before.pool.query(ROWS);
  seal = (await before.pool.query<{ seal: string }>(OLD_SEAL)).rows[0]?.seal ?? '';
  await before.close();
  rmSync(migrations, { recursive: true });
}, 60_000);
afterAll(() => rmSync(older, { recursive: true }));

beforeEach(async () => {
  dataFolder = mkdtempSync(join(inject('databaseFolder'), 'upgraded-'));
  cpSync(older, dataFolder, { recursive: true });
  database = await openDatabase({ dataFolder, role: 'server' });
  const { id } = await database.prisma.partnership.findFirstOrThrow();
  record = createRecordStore(database.prisma).open(id);
});
afterEach(async () => {
  await database.close();
  rmSync(dataFolder, { recursive: true });
});

const idOf = async (ref: string) =>
  (await database.prisma.objective.findFirstOrThrow({ where: { ref } })).id;

it('have the seal that they had, words and all', async () => {
  const report = await record.history.verify();
  const entries = await record.history.list(await idOf('PA1.2a'));

  expect(report).toMatchObject({ seal, entries: 5, firstBreak: null });
  expect(report.epoch).toMatchObject({ seal, entries: 5 });
  expect(report.epoch?.rechained).not.toBe(seal);
  expect(entries.map(({ note }) => note)).toEqual(['note 1', null, 'note 3', null]);
  expect(entries.at(-1)?.detail).toMatchObject({ after: ['Sam Reed'] });
});

it('keep a seal that was noted before, also of a day in between, once more was recorded', async () => {
  const objectiveId = await idOf('SEND-14');
  const between = (await record.history.heads()).length;
  await record.history.append({
    ...{ objectiveId, authorId: null, requestId: 'new' },
    at: (await record.history.heads()).at(-1)?.at ?? never(),
    detail: { of: 'assignment', itemId: null, role: 'owner', before: [], after: ['Jo Hall'] },
  });

  const report = await record.history.verify();
  const heads = await record.history.heads();

  expect(report).toMatchObject({ entries: 6, firstBreak: null });
  expect(report.seal).not.toBe(seal);
  expect(report.epoch?.seal).toBe(seal);
  expect(findSeal(seal, heads)).toMatchObject({ entries: between, isLatest: false });
  expect(findSeal(report.seal, heads)).toMatchObject({ entries: 6, isLatest: true });
});

it.each([
  ["UPDATE entry_words SET note = 'all is well' WHERE note = 'note 3'", 'changed'],
  ["UPDATE objective_entry SET to_rag = 'green' WHERE position = 2", 'changed'],
  // Whoever rewrites an entry and its new digest is found by the first one.
  [
    `UPDATE objective_entry SET to_rag = 'green' WHERE position = 4;
     UPDATE objective_entry e SET hash = objective_entry_digest(e) WHERE position = 4`,
    'changed',
  ],
  [
    `UPDATE objective_entry SET first_hash = repeat('0', 64) WHERE position = 4;
     UPDATE objective_entry e SET hash = objective_entry_digest(e) WHERE position = 4`,
    'changed',
  ],
  ['DELETE FROM objective_entry WHERE position = 2', 'missing'],
])('are found where they were touched: %s', async (statement, what) => {
  await database.pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`,
  );

  expect((await record.history.verify()).firstBreak).toMatchObject({ ref: 'PA1.2a', what });
});

function never(): never {
  throw new Error('there is no entry');
}
