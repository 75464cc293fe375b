// Opens the record for an entry point: database, repositories and the clock that rules go by.
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { jobs } from '../scheduled/index.ts';
import type { RecordConfig } from './config.ts';
import { loadPlan } from './control/plan-folders/db/load-plan.ts';
import { loadPlanFolder } from './control/plan-folders/files/load-plan-folder.ts';
import { type Database, openDatabase } from './core/database/db/open-database.ts';
import { ConfigError, InvariantError } from './core/request/app/faults.ts';
import type { Clock, Log, Partnership, RecordStore } from './core/request/app/ports.ts';
import { rollCycle } from './cycle/meetings/app/roll-cycle.ts';
import { projectRoot } from './project-root.ts';
import { runJob } from './service/jobs/app/run-job.ts';
import { type DemoClocks, demoClocks } from './service/jobs/db/demo-clock.ts';
import { createRecordStore } from './service/record/db/record.ts';

export type OpenRecord = {
  readonly database: Database;
  readonly store: RecordStore;
  readonly clocks: DemoClocks;
  close(): Promise<void>;
};

/** The demonstration begins on Monday 1 July 2024, a quarter of an hour before the first request is due. */
const DEMO_START = Temporal.Instant.from('2024-07-01T09:45:00+01:00');

/**
 * @param role `server` for a bot that others join, `any` for a command that joins whoever serves
 * @param onFirstStart called before a new record is made; null: where there is none, none is made
 * @throws ConfigError when it cannot be opened
 */
export async function openRecord(
  config: RecordConfig,
  role: 'server' | 'any',
  log: Log,
  onFirstStart: (() => void) | null,
  onError?: () => void,
): Promise<OpenRecord> {
  const { databaseUrl, migrationUrl, dataFolder } = config;
  const database = await openDatabase({
    ...{ databaseUrl, migrationUrl, dataFolder, role, log, mayCreate: onFirstStart !== null },
    ...(onFirstStart && { onFirstStart }),
    ...(onError && { onError }),
  });
  const { prisma } = database;
  return {
    database,
    store: createRecordStore(prisma),
    clocks: demoClocks(prisma),
    close: () => database.close(),
  };
}

/**
 * Opens it for what goes over whole partnerships, which is the owner's: setting one up, and an operator's verbs.
 * @throws ConfigError as `openRecord`, and when the bot's own role is all that there is
 */
export async function openAsOwner(
  { databaseUrl, migrationUrl, ...config }: RecordConfig,
  log: Log,
  onFirstStart: (() => void) | null,
): Promise<OpenRecord> {
  const owners = { ...config, databaseUrl: migrationUrl ?? databaseUrl };
  const record = await openRecord(owners, 'any', log, onFirstStart);
  if (!record.database.keepsApart) return record;
  await record.close();
  throw new ConfigError(
    'PAP_MIGRATION_DATABASE_URL',
    'is missing: DATABASE_URL is the address of a role that sees one partnership at a time. Set it to the address of the ' +
      'owner of the tables (docs/operations.md, “Two roles on PostgreSQL”)',
  );
}

/** Loads plan folders, one after the other, and prepares the cycles ahead. Loading twice changes nothing. */
export async function loadFolders(
  record: OpenRecord,
  folders: readonly string[],
  now: Temporal.Instant,
): Promise<Partnership> {
  const read = folders.map((folder) => loadPlanFolder(folder));
  const partnershipKey = read.flatMap(({ partnership }) => partnership)[0]?.key;
  let loadedId: string | undefined;
  for (const rows of read) {
    const loaded = await loadPlan(record.database.prisma, rows, now, partnershipKey);
    loadedId = loaded.partnershipId;
  }
  const partnership = (await record.store.list()).find(({ id }) => id === loadedId);
  if (!partnership) throw new InvariantError('a partnership was loaded and is not there');
  await rollCycle(record.store.open(partnership.id), partnership, now);
  return partnership;
}

/**
 * The partnership of the demonstration; an empty record is filled with the plan and the example
 * people first. Null when the record holds something else.
 */
export async function ensureDemo(record: OpenRecord, log: Log): Promise<Partnership | null> {
  const [existing] = await record.store.list();
  if (existing) return (await record.clocks.read(existing.id)) ? existing : null;
  const folders = ['oxfordshire', 'example'].map((name) =>
    join(projectRoot(), 'prisma', 'plan', name),
  );
  const partnership = await loadFolders(record, folders, DEMO_START);
  await record.clocks.set(partnership.id, DEMO_START);
  // What a bot that had been running all along would have done by now.
  const clock = demoClock(record, partnership.id);
  for (const job of jobs) await runJob(job, { store: record.store, clock, log });
  return partnership;
}

/** Real time, in whole milliseconds as the database keeps it. */
export const realClock: Clock = {
  now: async () => Temporal.Now.instant().round('millisecond'),
};

/** The demonstration's clock: it stands still until it is moved. */
export function demoClock(record: OpenRecord, partnershipId: string): Clock {
  return { now: async () => (await record.clocks.read(partnershipId)) ?? DEMO_START };
}
