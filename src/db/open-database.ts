// Opens the record, embedded or in PostgreSQL, brings its tables up to date, and hands out one
// connection pool that Prisma and the queue share. Everything after this is the same on both.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import type { Log } from '../app/ports.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { installQueue } from '../queue.ts';
import { applyMigrations, isMigrated } from './apply-migrations.ts';
import { type EmbeddedRecord, openEmbedded } from './embedded-server.ts';
import { nameStatements } from './name-statements.ts';

/** The folder of the migrations, beside src/ (or, built, beside dist/) in the project's root. */
const MIGRATIONS = findMigrations();
const MAX_CONNECTIONS = 10;
const REOPEN_TIMEOUT_MS = 20_000;

export type DatabaseOptions = {
  /** A PostgreSQL URL; without it the record is embedded in `dataFolder`. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
  /** `server`: others may join this process (the bot). `any`: join whoever serves (the terminal). */
  readonly role: 'server' | 'any';
  readonly log?: Log;
  /** Called before a new embedded record is made, which takes seconds. */
  readonly onFirstStart?: () => void;
  /** Called for each statement that failed, and each connection that broke. */
  readonly onError?: () => void;
};

export type Database = {
  readonly kind: 'embedded' | 'postgresql';
  /** Whether other processes reach an embedded record through this one. */
  readonly serves: boolean;
  /** The queue works on this one too. */
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** Whether it answers at all. */
  answers(): Promise<boolean>;
  /** Whether it has every migration of this version; a newer version's may be there as well. */
  isMigrated(): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * Opens the record and applies the migrations that it lacks.
 * @throws ConfigError when an embedded record is served by another process and `role` is `server`
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) {
    const config = { connectionString: options.databaseUrl };
    return await connect(config, { kind: 'postgresql', serves: false }, options, async () => {});
  }
  for (const deadline = Date.now() + REOPEN_TIMEOUT_MS; ; await wait(50)) {
    const embedded = await openEmbedded(
      options.dataFolder,
      options.role,
      options.onFirstStart ?? (() => {}),
    );
    try {
      return await connectEmbedded(embedded, options);
    } catch (error) {
      // Whoever served may have left between our finding it and our using it.
      if (embedded.role === 'server' || !isLostConnection(error) || Date.now() > deadline)
        throw error;
    }
  }
}

async function connectEmbedded(
  embedded: EmbeddedRecord,
  options: DatabaseOptions,
): Promise<Database> {
  const config = {
    host: embedded.socketFolder,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
  };
  const facts = { kind: 'embedded', serves: embedded.role === 'server' } as const;
  return await connect(config, facts, options, embedded.close);
}

async function connect(
  config: PoolConfig,
  facts: Pick<Database, 'kind' | 'serves'>,
  { log, onError = () => {} }: DatabaseOptions,
  closeServer: () => Promise<void>,
): Promise<Database> {
  const pool = new Pool({
    application_name: 'pap-bot',
    max: MAX_CONNECTIONS,
    // Prisma writes moments without their zone: in a session of another zone they would shift.
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
    },
    ...config,
  });
  // Without listeners a connection that breaks, idle or in use, would end the process.
  const onBreak = (error: Error) => {
    onError();
    log?.warn({ err: error }, 'a database connection broke');
  };
  pool.on('error', onBreak);
  pool.on('connect', (client) => client.on('error', onBreak));
  try {
    await prepareTables(pool, log);
  } catch (error) {
    await pool.end();
    await closeServer();
    throw error;
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatements() }),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    log: [{ emit: 'event', level: 'error' }],
  });
  prisma.$on('error', onError);
  return {
    ...facts,
    pool,
    prisma,
    async answers() {
      await pool.query('SELECT 1');
      return true;
    },
    async isMigrated() {
      const client = await pool.connect();
      try {
        return await isMigrated(client, MIGRATIONS);
      } finally {
        client.release();
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await closeServer();
    },
  };
}

async function prepareTables(pool: Pool, log: Log | undefined): Promise<void> {
  const client = await pool.connect();
  try {
    const applied = await applyMigrations(client, MIGRATIONS);
    if (applied.length > 0) log?.info({ applied }, 'migrations applied');
  } finally {
    client.release();
  }
  await installQueue(pool);
}

function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(String(code)) ||
    /connection terminated|connection ended/i.test(String(message))
  );
}

function findMigrations(): string {
  const up = import.meta.url.endsWith('.ts') ? '../..' : '../../..';
  return join(import.meta.dirname, up, 'prisma', 'migrations');
}
