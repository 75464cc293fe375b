// Opens the record for an entry point: database, repositories and the clock that rules go by.
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Clock, Log, Partnership, RecordStore } from './app/ports.ts';
import { rollCycle } from './app/roll-cycle.ts';
import type { RecordConfig } from './config.ts';
import { type DemoClocks, demoClocks } from './db/demo-clock.ts';
import { loadPlan } from './db/load-plan.ts';
import { type Database, openDatabase } from './db/open-database.ts';
import { createRecordStore } from './db/record.ts';
import { readPlanFolder } from './plan-files/read-plan-folder.ts';
import { projectRoot } from './project-root.ts';

export type OpenRecord = {
  readonly database: Database;
  readonly store: RecordStore;
  readonly clocks: DemoClocks;
  close(): Promise<void>;
};

/** The demonstration begins on Monday 1 July 2024, a quarter of an hour before the first request is due. */
const DEMO_START = Temporal.Instant.from('2024-07-01T09:45:00+01:00');

/** @param role `server` for a bot that others join, `any` for a command that joins whoever serves */
export async function openRecord(
  config: RecordConfig,
  role: 'server' | 'any',
  log: Log,
  onFirstStart: () => void,
): Promise<OpenRecord> {
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataFolder: config.dataFolder,
    role,
    log,
    onFirstStart,
  });
  return {
    database,
    store: createRecordStore(database.prisma),
    clocks: demoClocks(database.prisma),
    close: () => database.close(),
  };
}

/** Loads plan folders, one after the other, and prepares the cycles ahead. Loading twice changes nothing. */
export async function loadFolders(
  record: OpenRecord,
  folders: readonly string[],
  now: Temporal.Instant,
): Promise<Partnership> {
  let key: string | undefined;
  for (const folder of folders) {
    const loaded = await loadPlan(record.database.prisma, readPlanFolder(folder), now, key);
    key = loaded.partnershipKey;
  }
  const partnership = (await record.store.list()).find((one) => one.key === key);
  if (!partnership) throw new Error('no partnership was loaded');
  await rollCycle(record.store.open(partnership.id), partnership, now);
  return partnership;
}

/** The partnership of the demonstration; an empty record is filled with the plan and the example people first. */
export async function ensureDemo(record: OpenRecord): Promise<Partnership | null> {
  const [existing] = await record.store.list();
  if (existing) return (await record.clocks.read(existing.id)) ? existing : null;
  const folders = ['oxfordshire', 'example'].map((name) =>
    join(projectRoot(), 'prisma', 'plan', name),
  );
  const partnership = await loadFolders(record, folders, DEMO_START);
  await record.clocks.set(partnership.id, DEMO_START);
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
