// `npm run bench -- imports`: how long a plan of 150, 1,000 and 3,000 rows takes from the file to the record, beside one COPY of the
// same rows into a table without keys, and how much memory it needs.
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { commands } from '../commands/index.ts';
import { type Database, openDatabase } from '../src/core/database/db/open-database.ts';
import type { Reply } from '../src/core/request/app/inbound.ts';
import { fileFormats } from '../src/files/formats.ts';
import { createDispatch } from '../src/service/dispatch/app/dispatch-command.ts';
import { createRecordStore } from '../src/service/record/db/record.ts';
import {
  databaseUrl,
  findPostgresql,
  startCluster,
} from '../test/support/database/database-cluster.ts';
import { terminalInbound } from '../test/support/world/plan-world.ts';
import { makeFolder } from './databases.ts';

const SIZES = [150, 1_000, 3_000];
const OFFICE = 'office@example.org';
const NOW = Temporal.Instant.from('2024-07-01T10:00:00+01:00');

/** Prints the times. */
export async function printImports(say: (line: string) => void): Promise<void> {
  const programs = findPostgresql();
  if (!programs) return say('PostgreSQL was not found: apt-get install postgresql');
  const folder = makeFolder();
  startCluster(folder, programs, []);
  const database = await openDatabase({
    ...{ databaseUrl: databaseUrl(folder, 'postgres'), dataFolder: '', role: 'server' },
  });
  try {
    say(
      '| rows | dry run | confirmed | a row | one COPY of the rows | confirmed beside it | heap |',
    );
    say('|--:|--:|--:|--:|--:|--:|--:|');
    for (const rows of SIZES) say(await measure(database, rows));
  } finally {
    await database.close();
  }
}

async function measure(database: Database, rows: number): Promise<string> {
  const key = `plan-${rows}`;
  await found(database, key);
  const dispatch = createDispatch({
    ...{ store: createRecordStore(database.prisma), clock: { now: async () => NOW } },
    ...{ log: { info() {}, warn() {}, error: console.error }, commands, files: fileFormats },
    directories: [],
  });
  const type = async (line: string, more = {}): Promise<Reply> => {
    const reply = await dispatch(terminalInbound(OFFICE, line, { tenantId: key, ...more }));
    if (reply?.outcome !== 'done') throw new Error(`${line}: ${reply?.message.title}`);
    return reply;
  };
  const text = `${plan(rows).join('\n')}\n`;
  const kept = join(tmpdir(), `pap-bench-${process.pid}.csv`);
  writeFileSync(kept, text, { mode: 0o644 });
  const file = { name: 'plan.csv', bytes: new TextEncoder().encode(text) };
  const dry = await timed(() => type('admin import', { file }));
  const confirmed = await timed(() => type('admin import confirm 1'));
  const heap = Math.round(process.memoryUsage().heapUsed / 1_048_576);
  const copied = await copy(database, kept);
  rmSync(kept);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  return `| ${rows.toLocaleString('en-GB')} | ${seconds(dry)} | ${seconds(confirmed)} | ${(confirmed / rows).toFixed(1)} ms | ${copied.toFixed(1)} ms | ${Math.round(confirmed / copied)} | ${heap} MB |`;
}

/** Area, objective, lead, dates, a rating and what was done. */
function plan(rows: number): string[] {
  const people = ['Asha', 'Ben', 'Cerys'];
  const ratings = ['Red', 'Amber', 'Green'];
  return [
    'Ref,Objective,Lead,By when,RAG,Progress',
    ...Array.from({ length: rows }, (_, row) => {
      const ref = `${1 + Math.floor(row / 25)}.${1 + (row % 25)}`;
      const lead = `${people[row % 3]} Example`;
      return `${ref},Improve what families wait for (${row}),${lead},31/03/2025,${ratings[row % 3]},Step ${row} was taken`;
    }),
  ];
}

/** A partnership with an office, three people and no plan. */
async function found({ prisma }: Database, key: string): Promise<void> {
  const { id: partnershipId } = await prisma.partnership.create({
    data: { key, name: key, shortName: key },
  });
  await prisma.planVersion.create({
    data: { partnershipId, number: 1, label: 'Plan', status: 'current' },
  });
  const { id: organisationId } = await prisma.organisation.create({
    data: { partnershipId, key: 'council', name: 'Council', kind: 'council' },
  });
  for (const name of ['Asha', 'Ben', 'Cerys', 'Office']) {
    const email = `${name.toLowerCase()}@example.org`;
    const { id: personId } = await prisma.person.create({
      data: { partnershipId, organisationId, key: name, name: `${name} Example`, email },
    });
    if (name === 'Office')
      await prisma.roleGrant.create({
        data: {
          partnershipId,
          personId,
          role: 'programme_office',
          startsOn: new Date('2024-01-01'),
        },
      });
  }
}

/** The server reads the file itself: nothing is quicker. */
async function copy({ pool }: Database, file: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(
      'CREATE TEMP TABLE copied (ref text, title text, lead text, due text, rag text, note text)',
    );
    const took = await timed(() =>
      client.query(`COPY copied FROM '${file}' (FORMAT csv, HEADER true)`),
    );
    await client.query('DROP TABLE copied');
    return took;
  } finally {
    client.release();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
