// Opens the record, embedded or in PostgreSQL, brings its tables up to date, and hands out one
// connection pool that Prisma and the queue share. Everything after this is the same on both.

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import { PrismaClient } from '../../../generated/prisma/client.ts';
import { projectRoot } from '../../../project-root.ts';
import { fieldOf } from '../../message/domain/narrow.ts';
import { ConfigError } from '../../request/app/faults.ts';
import type { Log } from '../../request/app/ports.ts';
import { type EmbeddedRecord, openEmbedded } from '../embedded/embedded-server.ts';
import { nothingThere } from '../embedded/record-folder.ts';
import { applyMigrations, findMissing, isMigrated } from './apply-migrations.ts';
import { nameStatements } from './name-statements.ts';
import { lock, ScopedPool } from './partnership-scope.ts';
import type { Queries } from './queries.ts';
import { installQueue, isQueueOlder, QUEUE_SCHEMA_VERSION } from './queue-tables.ts';
import { emptyServer, explainServer } from './server-faults.ts';
import { tryToWrite } from './try-to-write.ts';
import { letUse } from './two-roles.ts';

/** The folder of the migrations, beside src/ (or, built, beside dist/) in the project's root. */
const MIGRATIONS = findMigrations();
const MAX_CONNECTIONS = 10;
const KEPT_APART = 'the database keeps partnerships apart by itself';
const ONE_ROLE =
  'the bot owns the tables, so the database does not keep partnerships apart by itself (docs/operations.md, “Two roles on PostgreSQL”)';
const REOPEN_TIMEOUT_MS = 20_000;
/** A server of this version brings the queue's tables up to date just after others can join it. */
const QUEUE_PATIENCE_MS = 5_000;

export type DatabaseOptions = {
  /** A PostgreSQL URL; without it the record is embedded in `dataFolder`. */
  readonly databaseUrl?: string | undefined;
  /** The same database, as the owner of the tables: migrations are applied by it, and the other role only uses them. */
  readonly migrationUrl?: string | undefined;
  readonly dataFolder: string;
  /** `server`: others may join this process (the bot). `any`: join whoever serves (the terminal). */
  readonly role: 'server' | 'any';
  readonly log?: Log;
  /** Another folder of migrations than this version's: tests make records of older versions by it. */
  readonly migrations?: string;
  /** False: where there is no record, none is made. True when absent. */
  readonly mayCreate?: boolean;
  /** False: no migration is applied; `pending` says which there are. True when absent. */
  readonly mayMigrate?: boolean;
  /** Called before a new embedded record is made, which takes seconds. */
  readonly onFirstStart?: () => void;
  /** Called for each statement that failed, and each connection that broke. */
  readonly onError?: () => void;
};

export type Database = {
  readonly kind: 'embedded' | 'postgresql';
  /** Whether other processes reach an embedded record through this one. */
  readonly serves: boolean;
  /** Whether the database itself keeps partnerships apart: on PostgreSQL, for a role that does not own the tables. */
  readonly keepsApart: boolean;
  /** The queue works on this one too. */
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** Whether it answers at all. */
  answers(): Promise<boolean>;
  /** Leaves nothing behind. @throws when it cannot be written, as when the disk is full */
  tryToWrite(): Promise<void>;
  /** Whether it has every migration of this version; a newer version's may be there as well. */
  isMigrated(): Promise<boolean>;
  /** What this version would change in its tables at its next start, in that order; empty: nothing. */
  pending(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/**
 * Opens the record and applies the migrations that it lacks. An embedded record that is in use is copied before.
 * @throws ConfigError when it cannot be opened or written, with what to do; when an embedded record is served by another
 *   process and `role` is `server`, is served by one of an older version, is lost, or cannot be copied
 * @throws NoRecord when there is none and `mayCreate` is false
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) {
    const config = { connectionString: options.databaseUrl };
    const facts = { kind: 'postgresql', serves: false } as const;
    try {
      return await connect(config, facts, options, async () => {});
    } catch (error) {
      throw explainServer(options.databaseUrl, error);
    }
  }
  for (const deadline = Date.now() + REOPEN_TIMEOUT_MS; ; await wait(50)) {
    const embedded = await openEmbedded(options.dataFolder, options.role, {
      ...{ onFirstStart: options.onFirstStart, log: options.log, mayCreate: options.mayCreate },
      ...(options.mayMigrate !== false && {
        upgrade: {
          pending: (db) => findChanges(db, migrationsOf(options)),
          apply: (db) => migrate(db, options),
        },
      }),
    });
    try {
      return await connectEmbedded(embedded, options);
    } catch (error) {
      // Whoever served may have left between our finding it and our using it.
      if (embedded.role === 'server' || !isLostConnection(error) || Date.now() > deadline)
        throw error;
    }
  }
}

type Facts = Pick<Database, 'kind' | 'serves'>;

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
  facts: Facts,
  options: DatabaseOptions,
  closeServer: () => Promise<void>,
): Promise<Database> {
  const { log, onError = () => {} } = options;
  const pool = new ScopedPool({
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
    await prepareTables(pool, facts, options);
    await pool.findOut();
    // A standby, or a full disk, would stop the bot a moment later without a sentence.
    if (facts.kind === 'postgresql' && options.role === 'server') await tryToWrite(pool);
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
  const keepsApart = pool.lock.isOn;
  if (keepsApart) lock(prisma);
  if (facts.kind === 'postgresql' && options.role === 'server')
    log?.info({ keepsApart }, keepsApart ? KEPT_APART : ONE_ROLE);
  return {
    ...facts,
    keepsApart,
    pool,
    prisma,
    async answers() {
      await pool.query('SELECT 1');
      return true;
    },
    tryToWrite: () => tryToWrite(pool),
    isMigrated: () => on(pool, (client) => isMigrated(client, migrationsOf(options))),
    pending: () => on(pool, (client) => findChanges(client, migrationsOf(options))),
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await closeServer();
    },
  };
}

async function on<T>(pool: Pool, ask: (client: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await ask(client);
  } finally {
    client.release();
  }
}

async function prepareTables(
  pool: Pool,
  { kind, serves }: Facts,
  options: DatabaseOptions,
): Promise<void> {
  if (options.mayMigrate === false)
    return await on(pool, (client) => refuseEmpty(client, kind, options));
  const client = await pool.connect();
  try {
    if (kind === 'postgresql' && options.migrationUrl) return await migrateAsOwner(client, options);
    if (kind === 'postgresql') await migrateServer(client, options);
    // Whoever serves an embedded record has migrated it before others can join.
    else if (!serves) await refuseOlderServer(client, options);
  } finally {
    client.release();
  }
  await installQueue(pool);
}

/** The owner of the tables brings them up to date, and lets the role of the pool use them. */
async function migrateAsOwner(user: Queries, options: DatabaseOptions): Promise<void> {
  const { migrationUrl: connectionString = '' } = options;
  const owners = new Pool({ application_name: 'pap-migrations', connectionString, max: 2 });
  try {
    const owner = await owners.connect();
    try {
      await migrateServer(owner, options);
      await installQueue(owners);
      const { rows } = await user.query<{ role: string }>('SELECT current_user::text AS role');
      await letUse(owner, rows[0]?.role ?? '');
    } finally {
      owner.release();
    }
  } catch (error) {
    throw explainServer(connectionString, error, 'PAP_MIGRATION_DATABASE_URL');
  } finally {
    await owners.end();
  }
}

/** Without tables there is nothing to look at. */
async function refuseEmpty(db: Queries, kind: Facts['kind'], options: DatabaseOptions) {
  const { isNew } = await findMissing(db, migrationsOf(options));
  if (!isNew) return;
  if (kind === 'postgresql') throw emptyServer(options.databaseUrl ?? '');
  throw nothingThere(options.dataFolder);
}

/** Of several processes that start at once each says what it found, and what became of it. */
async function migrateServer(db: Queries, options: DatabaseOptions): Promise<void> {
  const { isNew } = await findMissing(db, migrationsOf(options));
  if (isNew && options.mayCreate === false) throw emptyServer(options.databaseUrl ?? '');
  const changes = await findChanges(db, migrationsOf(options));
  if (changes.length > 0)
    options.log?.warn(
      { changes },
      'migrations are about to run: there should be a backup of the database',
    );
  await migrate(db, options);
}

async function migrate(db: Queries, options: DatabaseOptions): Promise<void> {
  // As the connections of the pool: a migration may read moments without their zone.
  await db.query("SET TIME ZONE 'UTC'");
  const folder = migrationsOf(options);
  const { missing } = await findMissing(db, folder);
  const applied = await applyMigrations(db, folder);
  if (applied.length > 0) options.log?.info({ applied }, 'migrations applied');
  else if (missing.length > 0)
    options.log?.info({ missing }, 'another process applied the migrations');
}

/** A server of this version has migrated; an older one goes on with tables that it knows. */
async function refuseOlderServer(db: Queries, options: DatabaseOptions): Promise<void> {
  for (const deadline = Date.now() + QUEUE_PATIENCE_MS; ; await wait(50)) {
    const { missing } = await findMissing(db, migrationsOf(options));
    const isOlder = missing.length > 0;
    if (!isOlder && !(await isQueueOlder(db))) return;
    if (isOlder || Date.now() > deadline)
      throw new ConfigError(
        'PAP_DATA_DIR',
        `${options.dataFolder} is served by a bot of an older version, and this version changes the record. ` +
          'Nothing was changed. Stop that bot, start it in this version, and try again',
      );
  }
}

/** What this version changes in a record that is in use: its own tables, and the queue's. */
async function findChanges(db: Queries, migrations: string): Promise<string[]> {
  const { missing, isNew } = await findMissing(db, migrations);
  if (isNew) return [];
  const queue = (await isQueueOlder(db)) ? [`graphile_worker-${QUEUE_SCHEMA_VERSION}`] : [];
  return [...missing, ...queue];
}

function migrationsOf({ migrations = MIGRATIONS }: DatabaseOptions): string {
  return migrations;
}

function isLostConnection(error: unknown): boolean {
  const [code, message] = [fieldOf(error, 'code'), fieldOf(error, 'message')];
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(String(code)) ||
    /connection terminated|connection ended/i.test(String(message))
  );
}

function findMigrations(): string {
  return join(projectRoot(), 'prisma', 'migrations');
}
