// The databases of a run: a PostgreSQL cluster of its own with the usual settings, and embedded records,
// each server on a fresh copy of the same seeded one. Everything is in one folder and goes with it.
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../src/core/database/db/open-database.ts';
import {
  databaseUrl,
  findPostgresql,
  startCluster,
  stopCluster,
} from '../test/support/database/database-cluster.ts';
import type { Environment } from './children.ts';
import { seed } from './seed.ts';

export type DatabaseKind = 'postgresql' | 'embedded';

/** A database of one server: how the bot finds it, and how `pg` does. */
export type BenchDatabase = {
  readonly name: string;
  readonly ours: Environment;
  readonly bare: Environment;
};

export type Databases = {
  readonly kind: DatabaseKind;
  /** A copy of the seeded one, or of a copy that nobody serves. */
  copy(of?: BenchDatabase): Promise<BenchDatabase>;
  /** How many updates and notifications a copy holds, when nobody serves it. */
  count(copy: BenchDatabase): Promise<{ updates: number; notifications: number; jobs: number }>;
};

const TEMPLATE = 'pap_bench';

/** A folder for a run; whatever is in it, the cluster included, ends with the process. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pap-bench-'));
  // The cluster runs as another user when the benchmark runs as root.
  chmodSync(folder, 0o755);
  process.on('exit', () => {
    stopCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Null where PostgreSQL is not installed. */
export async function preparePostgresql(folder: string): Promise<Databases | null> {
  const programs = findPostgresql();
  if (!programs) return null;
  startCluster(folder, programs, []);
  await administer(folder, `CREATE DATABASE ${TEMPLATE}`);
  await fill({ databaseUrl: databaseUrl(folder, TEMPLATE), dataFolder: '' });
  let made = 0;
  return {
    kind: 'postgresql',
    async copy(of) {
      const name = `pap_bench_${++made}`;
      await administer(folder, `CREATE DATABASE ${name} TEMPLATE ${of?.name ?? TEMPLATE}`);
      const host = join(folder, 'cluster');
      return {
        name,
        ours: { DATABASE_URL: databaseUrl(folder, name) },
        bare: { PGHOST: host, PGUSER: 'postgres', PGDATABASE: name },
      };
    },
    count: ({ ours }) => count({ databaseUrl: ours.DATABASE_URL, dataFolder: '' }),
  };
}

export async function prepareEmbedded(folder: string): Promise<Databases> {
  const prepared = join(folder, 'embedded');
  await fill({ dataFolder: prepared });
  let made = 0;
  return {
    kind: 'embedded',
    async copy(of) {
      const dataFolder = join(folder, `embedded-${++made}`);
      cpSync(of?.name ?? prepared, dataFolder, { recursive: true });
      return {
        name: dataFolder,
        ours: { PAP_DATA_DIR: dataFolder },
        bare: { PAP_DATA_DIR: dataFolder, PGUSER: 'postgres', PGDATABASE: 'postgres' },
      };
    },
    count: ({ ours }) => count({ dataFolder: ours.PAP_DATA_DIR ?? '' }),
  };
}

type Place = { readonly databaseUrl?: string | undefined; readonly dataFolder: string };

async function fill(place: Place): Promise<void> {
  const database = await openDatabase({ ...place, role: 'server' });
  try {
    await seed(database.prisma);
    await database.pool.query('VACUUM ANALYZE');
  } finally {
    await database.close();
  }
}

async function count(place: Place) {
  const database = await openDatabase({ ...place, role: 'server' });
  try {
    const { rows } = await database.pool.query(
      `SELECT (SELECT count(*)::int FROM objective_entry) AS updates,
         (SELECT count(*)::int FROM notification) AS notifications,
         (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`,
    );
    return rows[0];
  } finally {
    await database.close();
  }
}

async function administer(folder: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(folder, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
