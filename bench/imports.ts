// `npm run bench -- imports`: how long a plan of 150, 1,000 and 3,000 rows takes from the file to the record, beside one COPY of the
// same rows into a table without keys, and how much memory it needs. Beside the time stands the processor time of this program and
// of the server, which other work on the machine makes longer by much less.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
    // What is read for the first time, such as the rules of the personal-data guard, is no part of an import.
    await measure(database, 20);
    say(
      '| rows | dry run | confirmed | a row | processor time a row: bot, server | one COPY of the rows | confirmed beside it | heap held after | most |',
    );
    say('|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
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
  const memory = watchHeap();
  const dry = await timed(() => type('admin import', { file }));
  const before = await processorTimes(database);
  const confirmed = await timed(() => type('admin import confirm 1'));
  const after = await processorTimes(database);
  const { held, most } = memory.stop();
  const copied = await copy(database, kept);
  rmSync(kept);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  const aRow = (what: 'bot' | 'server') => `${((after[what] - before[what]) / rows).toFixed(1)} ms`;
  return `| ${[
    ...[rows.toLocaleString('en-GB'), seconds(dry), seconds(confirmed)],
    ...[`${(confirmed / rows).toFixed(1)} ms`, `${aRow('bot')}, ${aRow('server')}`],
    ...[`${copied.toFixed(1)} ms`, Math.round(confirmed / copied), `${held} MB`, `${most} MB`],
  ].join(' | ')} |`;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The heap once all that nobody holds is collected, and the most that it was, garbage included. */
function watchHeap() {
  const megabytes = () => Math.round(process.memoryUsage().heapUsed / 1_048_576);
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, megabytes());
  }, 25);
  return {
    stop() {
      clearInterval(timer);
      most = Math.max(most, megabytes());
      collect();
      return { held: megabytes(), most };
    },
  };
}

/** Milliseconds that this program and the database server have used; where `/proc` is not there the server's are none. */
async function processorTimes({ pool }: Database) {
  const { user, system } = process.cpuUsage();
  const { rows } = await pool.query<{ folder: string }>(
    "SELECT current_setting('data_directory') AS folder",
  );
  const [postmaster = ''] = readFileSync(
    join(rows[0]?.folder ?? '', 'postmaster.pid'),
    'utf8',
  ).split('\n');
  const own = existsSync('/proc/self/stat') ? statOf(postmaster) : [];
  // With the postmaster's own stand those of its children that have ended.
  const TICKS = [11, 12, 13, 14];
  const living = own.length === 0 ? [] : readdirSync('/proc').filter((id) => /^\d+$/.test(id));
  const children = living.map(statOf).filter((fields) => fields[1] === postmaster);
  const ticks = [own, ...children].flatMap((fields) => TICKS.map((at) => Number(fields[at] ?? 0)));
  return {
    bot: (user + system) / 1_000,
    server: ticks.reduce((sum, one) => sum + one, 0) * TICK_MS,
  };
}

const TICK_MS = 10;

/** What Linux says of a process behind its name: its parent is the second field; none where it has ended. */
function statOf(id: string): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

/** Area, objective, action, lead, dates, a rating and what was done. */
function plan(rows: number): string[] {
  const people = ['Asha', 'Ben', 'Cerys'];
  const ratings = ['Red', 'Amber', 'Green'];
  return [
    'Ref,Objective,Action,Lead,By when,RAG,Progress',
    ...Array.from({ length: rows }, (_, row) => {
      const ref = `${1 + Math.floor(row / 25)}.${1 + (row % 25)}`;
      const lead = `${people[row % 3]} Example`;
      return `${ref},Improve what families wait for (${row}),Name who does it (${row}),${lead},31/03/2025,${ratings[row % 3]},Step ${row} was taken`;
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
      'CREATE TEMP TABLE copied (ref text, title text, action text, lead text, due text, rag text, note text)',
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
