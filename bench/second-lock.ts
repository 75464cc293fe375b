// `npm run bench -- lock`: what the second lock costs. The same work on the same record of fifty partnerships as the owner of
// the tables, whom no policy holds, and as the bot's own role, which sees one partnership at a time; in turns, another
// partnership each time, so that each statement has to say anew whose rows it wants.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { commands } from '../commands/index.ts';
import { chaseOwners } from '../scheduled/chase-owners.ts';
import { rollCycle } from '../scheduled/roll-cycle.ts';
import { type Database, openDatabase } from '../src/core/database/db/open-database.ts';
import type { RecordStore } from '../src/core/request/app/ports.ts';
import { fileFormats } from '../src/files/formats.ts';
import { createDispatch } from '../src/service/dispatch/app/dispatch-command.ts';
import { runJob } from '../src/service/jobs/app/run-job.ts';
import { createRecordStore } from '../src/service/record/db/record.ts';
import {
  databaseUrl,
  findPostgresql,
  startCluster,
} from '../test/support/database/database-cluster.ts';
import { fillPartnerships, OBJECTIVES, PEOPLE } from '../test/support/world/many-partnerships.ts';
import { makeFolder } from './databases.ts';
import { median } from './median.ts';

const PARTNERSHIPS = 50;
const ROUNDS = { full: 200, short: 50 } as const;
const NOW = Temporal.Instant.from('2024-07-01T10:00:00+01:00');
const BOT = 'pap_bot_of_bench';

type Side = {
  readonly store: RecordStore;
  /** The owner of the objective moves it on. */
  update(key: string, objective: number, words: string): Promise<void>;
};

/** Prints the medians and their ratio. */
export async function printLock(short: boolean, say: (line: string) => void): Promise<void> {
  const programs = findPostgresql();
  if (!programs) return say('PostgreSQL was not found: apt-get install postgresql');
  const folder = makeFolder();
  startCluster(folder, programs, []);
  const owners = databaseUrl(folder, 'postgres');
  const database = await openDatabase({ databaseUrl: owners, dataFolder: '', role: 'server' });
  let bot: Database | undefined;
  try {
    await fillPartnerships(database.pool, PARTNERSHIPS);
    bot = await openAsBot(owners);
    const owner = sideOf(database);
    const role = sideOf(bot);
    await runJob(rollCycle, { store: owner.store, clock, log: quiet });
    await runJob(chaseOwners, { store: owner.store, clock, log: quiet });
    await database.pool.query('VACUUM ANALYZE');
    const partnerships = await owner.store.list();
    const rounds = short ? ROUNDS.short : ROUNDS.full;
    say(
      `${PARTNERSHIPS} partnerships, each with ${PEOPLE} people and ${OBJECTIVES} objectives, on PostgreSQL; medians of ${rounds}.`,
    );
    say('| what | the owner | the bot’s role | ratio |');
    say('|---|--:|--:|--:|');
    const work = {
      'an update': (side: Side, n: number) =>
        side.update(
          partnerships[n % PARTNERSHIPS]?.key ?? '',
          1 + (Math.trunc(n / PARTNERSHIPS) % OBJECTIVES),
          `${n % 2 ? 'green' : 'amber'} ${n} of them`,
        ),
      'a sweep of one partnership': async (side: Side, n: number) => {
        const partnership = partnerships[n % PARTNERSHIPS];
        if (partnership) await chaseOwners.run(side.store.open(partnership.id), partnership, NOW);
      },
    };
    for (const [what, once] of Object.entries(work)) {
      const [ours, theirs] = await inTurns(
        rounds,
        (n) => once(owner, n),
        (n) => once(role, n),
      );
      const ms = (one: number) => `${one.toFixed(1)} ms`;
      say(`| ${what} | ${ms(ours)} | ${ms(theirs)} | ${(theirs / ours).toFixed(2)} |`);
    }
  } finally {
    await bot?.close();
    await database.close();
  }
}

const clock = { now: async () => NOW };
const quiet = { info() {}, warn() {}, error() {} };

async function openAsBot(owners: string): Promise<Database> {
  const client = new Client({ connectionString: owners });
  await client.connect();
  await client.query(`CREATE ROLE ${BOT} LOGIN`);
  await client.end();
  const url = new URL(owners);
  url.username = BOT;
  const place = { databaseUrl: url.href, migrationUrl: owners, dataFolder: '' };
  const database = await openDatabase({ ...place, role: 'server' });
  if (!database.keepsApart) throw new Error('the role of the bot is held to no policy');
  return database;
}

function sideOf({ prisma }: Database): Side {
  const store = createRecordStore(prisma);
  const handle = createDispatch({
    ...{ store, clock, log: quiet, commands, directories: [], files: fileFormats },
  });
  return {
    store,
    async update(key, objective, words) {
      const userId = `person-${1 + (objective % PEOPLE)}@example.org`;
      const text = `update 1.${objective} ${words}`;
      const reply = await handle({
        ...{ platform: 'terminal', tenantId: key, userId, text, requestId: randomUUID() },
        conversation: { kind: 'personal', id: userId },
      });
      if (reply?.outcome !== 'done') throw new Error(`${text}: ${reply?.code}`);
    },
  };
}

/** The medians of both in ms, each first every other time. */
async function inTurns(
  rounds: number,
  one: (n: number) => Promise<void>,
  other: (n: number) => Promise<void>,
): Promise<readonly [number, number]> {
  const times: readonly [number[], number[]] = [[], []];
  const timed = async (which: 0 | 1, n: number) => {
    const began = performance.now();
    await (which === 0 ? one : other)(n);
    times[which].push(performance.now() - began);
  };
  // The first few find plans and connections that are not there yet.
  for (let n = 0; n < 2 * 10; n++) await timed(n % 2 === 0 ? 0 : 1, n);
  for (const list of times) list.length = 0;
  for (let n = 0; n < rounds; n++)
    for (const which of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      await timed(which, 2 * (n + 10) + which);
  return [median(times[0]), median(times[1])];
}
