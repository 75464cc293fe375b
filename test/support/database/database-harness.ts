// Runs a suite on both databases: embedded, and a PostgreSQL that the tests start themselves. Every suite begins with
// an empty record, already migrated; within it, tests keep apart by partnership. The database behind it is opened once
// a worker and emptied between suites: to open one anew took longer than the tests of most.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { beforeAll, describe, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/core/database/db/open-database.ts';
import type { RecordStore } from '../../../src/core/request/app/ports.ts';
import type { PrismaClient } from '../../../src/generated/prisma/client.ts';
import { createRecordStore } from '../../../src/service/record/db/record.ts';
import { databaseUrl, findPostgresql, startCluster } from './database-cluster.ts';
import { prepareOnce } from './database-folder.ts';
import { emptyRecord, installKept } from './kept-rows.ts';
import { watchRows } from './watch-rows.ts';

export type Harness = {
  readonly kind: Database['kind'];
  /** These are there from `beforeAll` on. */
  readonly database: Database;
  /** On PostgreSQL the same one as the bot’s own role, which the store goes by: the database keeps partnerships apart. */
  readonly bot: Database;
  readonly store: RecordStore;
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /** Another process's connections to it, as the bot's own role where there is one. Whoever opens them closes them. */
  openBot(): Promise<Database>;
  /** Empties the record: for suites whose tests cannot share one. */
  reset(): Promise<void>;
};

/** A database that nobody has used, and how to get rid of it. */
export type FreshDatabase = {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  remove(): Promise<void>;
};

const TEMPLATE = 'pap_template';
/** Owns no table, and is held to the policies of all. */
const BOT = 'pap_bot_of_tests';
let made = 0;

/** The same suite on the embedded record and on PostgreSQL. */
export function describeOnBothDatabases(name: string, suite: (harness: Harness) => void): void {
  describeOnDatabase('embedded', name, suite);
  describeOnDatabase('postgresql', name, suite);
}

/** One suite on one of the databases. */
export function describeOnDatabase(
  kind: Database['kind'],
  name: string,
  suite: (harness: Harness) => void,
): void {
  const title = `${name} (${kind})`;
  if (kind === 'postgresql' && !findPostgresql()) {
    announceMissing(title, 'PostgreSQL', 'apt-get install postgresql');
    return;
  }
  describe(title, () => {
    let database: Database;
    let bot: Database;
    let openBot: Shared['openBot'];
    let store: RecordStore;
    beforeAll(async () => {
      ({ database, bot, openBot } = await sharedDatabase(kind));
      await emptyRecord(database.pool);
      store = createRecordStore(bot.prisma);
    });
    suite({
      kind,
      get database() {
        return database;
      },
      get bot() {
        return bot;
      },
      get store() {
        return store;
      },
      get prisma() {
        return database.prisma;
      },
      get pool() {
        return database.pool;
      },
      openBot: () => openBot(),
      async reset() {
        await emptyRecord(database.pool);
        store = createRecordStore(bot.prisma);
      },
    });
  });
}

type Shared = {
  readonly database: Database;
  readonly bot: Database;
  openBot(): Promise<Database>;
};

const opened = new Map<Database['kind'], Promise<Shared>>();

/** The database of this worker. It goes with the worker, and its files with the run. */
function sharedDatabase(kind: Database['kind']): Promise<Shared> {
  const before = opened.get(kind);
  if (before) return before;
  const opening = openShared(kind);
  opened.set(kind, opening);
  return opening;
}

async function openShared(kind: Database['kind']): Promise<Shared> {
  const fresh = await freshDatabase(kind);
  const database = await openDatabase({ ...fresh, role: 'server' });
  await installKept(database.pool);
  watchRows(database.pool);
  const { databaseUrl: owners } = fresh;
  // The embedded record has one user, and one process serves it.
  if (!owners)
    return { database, bot: database, openBot: () => openDatabase({ ...fresh, role: 'any' }) };
  const openBot = () =>
    openDatabase({
      ...{ dataFolder: '', role: 'server', databaseUrl: asRole(owners, BOT), migrationUrl: owners },
    });
  const bot = await openBot();
  watchRows(bot.pool);
  return { database, bot, openBot };
}

/** An address for another role of the cluster; none has a password. */
export function asRole(address: string, role: string): string {
  const url = new URL(address);
  url.username = role;
  return url.href;
}

/** Says what is not tested and how to have it tested; where everything is required, that is a failure. */
export function announceMissing(title: string, what: string, how: string): void {
  const line = `${title}: not run, ${what} was not found; to run it: ${how}`;
  if (process.env.PAP_REQUIRE_ALL === '1') {
    describe(title, () => {
      it(`needs ${what}`, () => {
        throw new Error(line);
      });
    });
    return;
  }
  console.log(line);
  describe.skip(title, () => {
    it(`needs ${what}`);
  });
}

/** A migrated and empty database of the caller's own. */
export async function freshDatabase(kind: Database['kind']): Promise<FreshDatabase> {
  const shared = inject('databaseFolder');
  return kind === 'embedded' ? await copyEmbedded(shared) : await createInCluster(shared);
}

async function copyEmbedded(shared: string): Promise<FreshDatabase> {
  const prepared = join(shared, 'embedded');
  await prepareOnce(shared, 'embedded', async () => {
    await (await openDatabase({ dataFolder: prepared, role: 'server' })).close();
  });
  const dataFolder = mkdtempSync(join(shared, 'record-'));
  cpSync(prepared, dataFolder, { recursive: true });
  return {
    dataFolder,
    databaseUrl: undefined,
    remove: async () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

async function createInCluster(shared: string): Promise<FreshDatabase> {
  await prepareOnce(shared, 'cluster', async () => {
    startCluster(shared, findPostgresql() ?? '');
    await administer(shared, `CREATE ROLE ${BOT} LOGIN`);
    await administer(shared, `CREATE DATABASE ${TEMPLATE}`);
    await (
      await openDatabase({
        dataFolder: '',
        databaseUrl: databaseUrl(shared, TEMPLATE),
        role: 'server',
      })
    ).close();
  });
  const name = `pap_${process.pid}_${++made}`;
  await administer(shared, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return {
    dataFolder: '',
    databaseUrl: databaseUrl(shared, name),
    remove: () => administer(shared, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(shared: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(shared, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
