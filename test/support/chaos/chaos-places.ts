// The databases of the chaos: a durable PostgreSQL cluster with a database for each run, and folders.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../../../src/core/database/db/open-database.ts';
import {
  databaseUrl,
  findPostgresql,
  restartCluster,
  startCluster,
} from '../database/database-cluster.ts';
import type { ChaosPlace } from './chaos-run.ts';
import { seedChaos } from './chaos-world.ts';

export type ChaosPlaces = {
  /** How many processes work on one record. */
  readonly replicas: number;
  /** A copy of the seeded record. */
  make(): Promise<ChaosPlace & { remove(): Promise<void> }>;
};

const TEMPLATE = 'pap_chaos';

/** Null where PostgreSQL is not installed. Whoever made the folder stops the cluster in it. */
export async function prepareChaosPostgresql(folder: string): Promise<ChaosPlaces | null> {
  const programs = findPostgresql();
  if (!programs) return null;
  // As durable as it comes: what is committed has to outlive the restarts.
  startCluster(folder, programs, []);
  await administer(folder, `CREATE DATABASE ${TEMPLATE}`);
  await fill({ databaseUrl: databaseUrl(folder, TEMPLATE), dataFolder: '' });
  let made = 0;
  return {
    replicas: 2,
    async make() {
      const name = `${TEMPLATE}_${++made}`;
      await administer(folder, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      return {
        databaseUrl: databaseUrl(folder, name),
        dataFolder: '',
        restart: () => restartCluster(folder, programs),
        remove: () => administer(folder, `DROP DATABASE ${name} WITH (FORCE)`),
      };
    },
  };
}

export async function prepareChaosEmbedded(folder: string): Promise<ChaosPlaces> {
  const prepared = join(folder, 'chaos');
  await fill({ dataFolder: prepared });
  let made = 0;
  return {
    replicas: 1,
    async make() {
      const dataFolder = join(folder, `chaos-${++made}`);
      cpSync(prepared, dataFolder, { recursive: true });
      return {
        dataFolder,
        remove: async () => rmSync(dataFolder, { recursive: true, force: true }),
      };
    },
  };
}

async function fill(place: ChaosPlace): Promise<void> {
  const database = await openDatabase({ ...place, role: 'server' });
  try {
    await seedChaos(database.prisma);
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
