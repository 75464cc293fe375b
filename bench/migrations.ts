// `npm run bench -- migrations`: how long each migration since the history was chained anew takes on a record of the version
// before, of 3,000 objectives with 50,000 entries of history (`--short`: a tenth of it), on PostgreSQL.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Pool, type PoolClient } from 'pg';
import { applyMigrations } from '../src/core/database/db/apply-migrations.ts';
import { projectRoot } from '../src/project-root.ts';
import {
  databaseUrl,
  findPostgresql,
  startCluster,
} from '../test/support/database/database-cluster.ts';
import { migrationNames } from '../test/support/database/migration-names.ts';
import { makeFolder } from './databases.ts';

const SIZES = {
  full: { objectives: 3_000, entries: 50_000, people: 500 },
  short: { objectives: 300, entries: 5_000, people: 50 },
} as const;
type Size = (typeof SIZES)[keyof typeof SIZES];

/** The first that goes over what people wrote: what was there before is the record of an older version. */
const FIRST_TIMED = '20250101000000_erasable_words';

/** Prints the time of each. */
export async function printMigrations(short: boolean, say: (line: string) => void): Promise<void> {
  const programs = findPostgresql();
  if (!programs) return say('PostgreSQL was not found: apt-get install postgresql');
  const folder = makeFolder();
  startCluster(folder, programs, []);
  const size = SIZES[short ? 'short' : 'full'];
  const pool = new Pool({ connectionString: databaseUrl(folder, 'postgres'), max: 1 });
  const client = await pool.connect();
  try {
    await client.query("SET TIME ZONE 'UTC'");
    const known = join(folder, 'migrations');
    mkdirSync(known);
    const learn = (name: string) =>
      cpSync(join(projectRoot(), 'prisma', 'migrations', name), join(known, name), {
        recursive: true,
      });
    const older = migrationNames.filter((name) => name < FIRST_TIMED);
    for (const name of older) learn(name);
    await applyMigrations(client, known);
    await fill(client, size);
    const { rows } = await client.query<{ size: string }>(
      'SELECT pg_size_pretty(pg_database_size(current_database())) AS size',
    );
    const of = (count: number) => count.toLocaleString('en-GB');
    say(
      `${of(size.objectives)} objectives, ${of(size.entries)} entries of history, ${of(size.people)} people: ${rows[0]?.size}.`,
    );
    say('| migration | seconds |');
    say('|---|--:|');
    let sum = 0;
    for (const name of migrationNames.slice(older.length)) {
      learn(name);
      const began = performance.now();
      await applyMigrations(client, known);
      const seconds = (performance.now() - began) / 1_000;
      sum += seconds;
      say(`| ${name} | ${seconds.toFixed(2)} |`);
    }
    say(`| together | ${sum.toFixed(2)} |`);
    await requireWhole(client, size.entries);
  } finally {
    client.release();
    await pool.end();
  }
}

/** A plan whose objectives all have a history. */
async function fill(client: PoolClient, { objectives, entries, people }: Size): Promise<void> {
  await client.query(`
    INSERT INTO partnership (id, key, name, short_name) VALUES (gen_random_uuid(), 'p', 'Partnership', 'P');
    INSERT INTO organisation (id, partnership_id, key, name, kind)
      SELECT gen_random_uuid(), id, 'council', 'Council', 'council' FROM partnership;
    INSERT INTO plan_version (id, partnership_id, number, label, status)
      SELECT gen_random_uuid(), id, 1, 'Plan', 'current' FROM partnership;
    INSERT INTO priority_area (id, partnership_id, plan_version_id, ref)
      SELECT gen_random_uuid(), partnership_id, id, '1' FROM plan_version;
    INSERT INTO person (id, partnership_id, organisation_id, key, name, email)
      SELECT gen_random_uuid(), partnership_id, id, 'person-' || n, 'Robin Ex' || translate(n::text, '0123456789', 'abcdefghij'), 'robin-' || n || '@example.org'
      FROM organisation, generate_series(1, ${people}) n;
    INSERT INTO objective (id, partnership_id, plan_version_id, area_id, ref, ref_key, title, rag, version)
      SELECT gen_random_uuid(), partnership_id, plan_version_id, id, '1.' || n, '1X' || n, 'Objective ' || n, 'amber',
        ${Math.ceil(entries / objectives)} FROM priority_area, generate_series(1, ${objectives}) n`);
  await client.query(`
    INSERT INTO objective_entry (id, partnership_id, objective_id, kind, to_rag, note, version, author_id, request_id, at)
    SELECT gen_random_uuid(), o.partnership_id, o.id, 'update', 'amber',
      'Entry ' || n || ': fourteen of twenty are trained, says ' || p.name,
      1 + n / ${objectives}, p.id, 'request-' || n, '2024-06-01T09:00Z'::timestamptz + n * interval '1 minute'
    FROM generate_series(0, ${entries - 1}) n
    JOIN objective o ON o.ref = '1.' || (1 + n % ${objectives})
    JOIN person p ON p.key = 'person-' || (1 + n % ${people})
    ORDER BY n`);
  await client.query('ANALYZE');
}

/** A migration that lost something would be quick. */
async function requireWhole(client: PoolClient, entries: number): Promise<void> {
  const { rows } = await client.query<{ whole: number }>(`
    SELECT count(*) FILTER (WHERE e.first_hash IS NOT NULL AND e.hash <> e.first_hash AND w.note LIKE 'Entry %')::int AS whole
    FROM objective_entry e JOIN entry_words w ON w.partnership_id = e.partnership_id AND w.entry_id = e.id`);
  if (rows[0]?.whole !== entries)
    throw new Error(`${rows[0]?.whole} of ${entries} entries were chained anew with their words`);
}
