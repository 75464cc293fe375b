// Runs a suite on both databases: embedded, and a PostgreSQL that the tests start themselves. Every
// suite has a database of its own, already migrated; within it, tests keep apart by partnership.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import type { RecordStore } from '../../src/app/ports.ts';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { createRecordStore } from '../../src/db/record.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { databaseUrl, findPostgresql, startCluster } from './database-cluster.ts';
import { prepareOnce } from './database-folder.ts';

export type Harness = {
  readonly kind: Database['kind'];
  /** These are there from `beforeAll` on. */
  readonly database: Database;
  readonly store: RecordStore;
  readonly prisma: PrismaClient;
  readonly pool: Pool;
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
    let fresh: FreshDatabase;
    let database: Database;
    let store: RecordStore;
    beforeAll(async () => {
      fresh = await freshDatabase(kind);
      database = await openDatabase({ ...fresh, role: 'server' });
      store = createRecordStore(database.prisma);
    });
    afterAll(async () => {
      await database?.close();
      await fresh?.remove();
    });
    suite({
      kind,
      get database() {
        return database;
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
      async reset() {
        await empty(database.pool);
        store = createRecordStore(database.prisma);
      },
    });
  });
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

/** Deletes every row. As a replica, the database lets history go and checks no references. */
async function empty(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
       OR (schemaname = 'graphile_worker' AND tablename <> 'migrations')`,
  );
  const deletions = rows.map(({ name }) => `DELETE FROM ${name};`).join(' ');
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${deletions} COMMIT`);
}
