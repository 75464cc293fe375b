// Before a new version changes an embedded record, the record is copied: the copy is whole, one can go back to it,
// and where it cannot be made nothing is changed. On PostgreSQL the log says what is about to run.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  vi,
} from 'vitest';
import { type Database, openDatabase } from '../../../../src/core/database/db/open-database.ts';
import { disk } from '../../../../src/core/database/embedded/copy-before-migration.ts';
import { ConfigError } from '../../../../src/core/request/app/faults.ts';
import { findPostgresql } from '../../../support/database/database-cluster.ts';
import { type FreshDatabase, freshDatabase } from '../../../support/database/database-harness.ts';
import { migrationNames } from '../../../support/database/migration-names.ts';
import { FIRST_VERSION, olderMigrations } from '../../../support/database/older-records.ts';
import { recordProgram, startProcess } from '../../../support/database/record-processes.ts';

type Line = { readonly level: string; readonly message: string; readonly [field: string]: unknown };

const [FIRST = '', SECOND = '', ...LATER] = migrationNames;
const OLD_NOTES = ['note 1', 'note 1', 'note 2', 'note 3'];

let firstVersion: string;
let prepared: string;
/** Where in the engine's files the updates are. */
let updatesFile: string;
let root: string;
let folder: string;
let lines: Line[];
let program: string;

const at = (level: string) => (fields: Record<string, unknown>, message: string) =>
  // On one role it says each time that there is no second lock.
  void (message.startsWith('the bot owns the tables') || lines.push({ level, message, ...fields }));
const log = { info: at('info'), warn: at('warn'), error: at('error') };

beforeAll(async () => {
  program = await recordProgram();
  firstVersion = olderMigrations(1);
  prepared = mkdtempSync(join(inject('databaseFolder'), 'older-'));
  const database = await openOlder(prepared);
  await database.pool.query(FIRST_VERSION);
  const { rows } = await database.pool.query<{ path: string }>(
    "SELECT pg_relation_filepath('status_update') AS path",
  );
  updatesFile = rows[0]?.path ?? '';
  await database.close();
});
afterAll(() => {
  for (const each of [firstVersion, prepared]) rmSync(each, { recursive: true });
});
beforeEach(() => {
  root = mkdtempSync(join(inject('databaseFolder'), 'upgrade-'));
  folder = join(root, 'record');
  cpSync(prepared, folder, { recursive: true });
  lines = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

function open(role: 'server' | 'any' = 'server'): Promise<Database> {
  return openDatabase({ dataFolder: folder, role, log });
}

function openOlder(dataFolder: string): Promise<Database> {
  return openDatabase({ dataFolder, role: 'server', migrations: firstVersion });
}

/** Everything in the data folder but the record itself and what says that there is one. */
function besides(): string[] {
  return readdirSync(folder).filter((name) => name !== 'postgres' && name !== 'record.json');
}

/** The steps of docs/operations.md, “Upgrade”: back to a copy. */
function goBackTo(copy: string): void {
  renameSync(join(folder, 'postgres'), join(folder, 'postgres.set-aside'));
  cpSync(join(folder, copy), join(folder, 'postgres'), { recursive: true });
}

/** What people wrote, as the first version kept it; in tables that only it has. */
async function oldNotes(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ note: string }>(
    'SELECT note FROM status_update ORDER BY note',
  );
  return rows.map(({ note }) => note);
}

async function newNotes(database: Database): Promise<(string | null)[]> {
  const entries = await database.prisma.entryWords.findMany({ orderBy: { note: 'asc' } });
  return entries.map(({ note }) => note);
}

async function expectUnchanged(): Promise<void> {
  const database = await openOlder(folder);
  expect(await oldNotes(database)).toEqual(OLD_NOTES);
  expect(await database.isMigrated()).toBe(true);
  await database.close();
}

describe('an embedded record that a new version changes', { timeout: 120_000 }, () => {
  it('is copied first, and can be put back, worked in and upgraded again', async () => {
    const upgraded = await open();
    expect(await newNotes(upgraded)).toEqual(OLD_NOTES);
    await upgraded.pool.query(
      "INSERT INTO plan_version (id, partnership_id, number, label, status) SELECT gen_random_uuid(), id, 2, 'Later', 'draft' FROM partnership",
    );
    await upgraded.close();
    const [copy = '', ...others] = besides();
    expect(others).toEqual([]);
    expect(copy).toMatch(new RegExp(`^postgres\\.before-${SECOND}\\.at-\\d{8}T\\d{9}Z$`));
    expect(statSync(join(folder, copy)).mode & 0o777).toBe(0o700);
    expect(lines).toMatchObject([
      { level: 'warn', copy: join(folder, copy), before: [SECOND, ...LATER] },
      { message: 'migrations applied', applied: [SECOND, ...LATER] },
    ]);

    goBackTo(copy);
    const back = await openOlder(folder);
    expect(await oldNotes(back)).toEqual(OLD_NOTES);
    expect((await back.pool.query('SELECT number FROM plan_version')).rows).toEqual([
      { number: 1 },
    ]);
    await back.pool.query(
      `INSERT INTO status_update (id, partnership_id, objective_id, kind, to_rag, note, version, request_id, at)
       SELECT gen_random_uuid(), partnership_id, id, 'update', 'amber', 'since', 4, 'since', now() FROM objective WHERE ref = '2B2'`,
    );
    await back.close();

    // The record says more than the copy now: the copy must not pass for a copy of it.
    const again = await open();
    expect(await newNotes(again)).toEqual([...OLD_NOTES, 'since']);
    await again.close();
    const second = besides().filter((name) => name.startsWith('postgres.before-') && name !== copy);
    expect(second).toHaveLength(1);
    rmSync(join(folder, 'postgres.set-aside'), { recursive: true });
    goBackTo(second[0] ?? '');
    const backAgain = await openOlder(folder);
    expect(await oldNotes(backAgain)).toEqual([...OLD_NOTES, 'since']);
    await backAgain.close();
  });

  it('is copied once when the same change is tried again, by the terminal too, and keeps its newest two copies', async () => {
    const damaged = olderMigrations(1);
    mkdirSync(join(damaged, SECOND));
    writeFileSync(join(damaged, SECOND, 'migration.sql'), 'DROP TABLE no_such_table;');
    const [oldest = '', newest = '', between = ''] = ['0101', '0301', '0201'].map(
      (day) => `postgres.before-${FIRST}.at-2024${day}T000000000Z`,
    );
    for (const name of [oldest, newest, between]) mkdirSync(join(folder, name));
    const failing = { dataFolder: folder, role: 'any', migrations: damaged, log } as const;

    for (let attempt = 0; attempt < 2; attempt++)
      await expect(openDatabase(failing)).rejects.toThrow('no_such_table');
    await (await open('any')).close();

    expect(besides().sort()).toEqual([newest, expect.stringContaining(SECOND)]);
    expect(new Set(lines.flatMap(({ copy }) => copy ?? [])).size).toBe(1);
    rmSync(damaged, { recursive: true });
  });

  it('is copied too when it is only the queue’s tables that change', async () => {
    const older = await openOlder(folder);
    await older.pool.query('DELETE FROM graphile_worker.migrations WHERE id >= 19');
    await older.close();
    vi.spyOn(disk, 'free').mockReturnValue(0);

    await expect(openOlder(folder)).rejects.toThrow('changes the record and copies it first');
  });

  it.each([
    {
      what: 'there is no room',
      fail: () => vi.spyOn(disk, 'free').mockReturnValue(1_000_000),
      says: /needs \d+ MB in .* where 1 MB are free\. Nothing was changed\. Free some space/,
    },
    {
      what: 'the disk is full in the middle',
      fail: () =>
        vi.spyOn(disk, 'copy').mockImplementation((from, to) => {
          cpSync(join(from, 'global'), join(to, 'global'), { recursive: true });
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        }),
      says: /could not be made or opened \(ENOSPC\)\. Nothing was changed/,
    },
    {
      what: 'the folder may not be written in',
      fail: () =>
        vi.spyOn(disk, 'copy').mockImplementation(() => {
          throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
        }),
      says: /could not be made or opened \(EACCES\)\. Nothing was changed/,
    },
    {
      what: 'the copy cannot be opened',
      fail: () => damage((to) => rmSync(join(to, 'global/pg_control'))),
      says: /the copy .*\. Nothing was changed/,
    },
    {
      what: 'the copy lacks what people wrote',
      fail: () => damage((to) => truncateSync(join(to, updatesFile), 0)),
      says: /does not say what the record says\. Nothing was changed/,
    },
  ])('is left as it was when $what', async ({ fail, says }) => {
    fail();

    const opened = open();

    await expect(opened).rejects.toThrow(ConfigError);
    await expect(opened).rejects.toThrow(says);
    expect(besides()).toEqual([]);
    vi.restoreAllMocks();
    await expectUnchanged();
  });

  /** Harms the copy once it is made. */
  function damage(harm: (copy: string) => void): void {
    const { copy } = disk;
    vi.spyOn(disk, 'copy').mockImplementationOnce((from, to) => {
      copy(from, to);
      harm(to);
    });
  }

  it.each([
    ['while it is copied', /^postgres\.copying$/],
    ['between the copy and the migration', /^postgres\.before-/],
  ])('is safe from a kill %s', async (_when, appears) => {
    const killed = startProcess(program, folder);
    await new Promise<void>((resolve) => {
      const watcher = watch(folder, (_event, name) => {
        if (!name || !appears.test(name)) return;
        watcher.close();
        resolve();
      });
    });
    await killed.kill();

    const upgraded = await open();
    expect(await newNotes(upgraded)).toEqual(OLD_NOTES);
    await upgraded.close();

    const [copy = '', ...others] = besides();
    expect(others.filter((name) => !name.startsWith('.s.'))).toEqual([]);
    goBackTo(copy);
    await expectUnchanged();
  });

  it('is not changed while an older bot serves it', async () => {
    const older = await openOlder(folder);

    const opened = open('any');

    await expect(opened).rejects.toThrow(ConfigError);
    await expect(opened).rejects.toThrow('served by a bot of an older version');
    expect(await oldNotes(older)).toEqual(OLD_NOTES);
    await older.close();
    expect(besides()).toEqual([]);
  });
});

it('makes no copy of a new record, nor when one is opened again', { timeout: 60_000 }, async () => {
  folder = join(root, 'new');

  for (let start = 0; start < 2; start++) await (await open()).close();

  expect(existsSync(join(folder, 'postgres'))).toBe(true);
  expect(besides()).toEqual([]);
  expect(lines.map(({ message }) => message)).toEqual(['migrations applied']);
});

describe.runIf(findPostgresql())('a record in PostgreSQL', { timeout: 120_000 }, () => {
  const ANNOUNCED = 'migrations are about to run: there should be a backup of the database';
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase('postgresql');
    const database = await openDatabase({ ...fresh, role: 'server' });
    await database.pool.query(
      'DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public',
    );
    await database.close();
  });
  afterAll(() => fresh?.remove());

  it('has its migrations named before they run, unless it is new', async () => {
    const older = { ...fresh, role: 'server', migrations: firstVersion, log } as const;
    for (let start = 0; start < 2; start++) await (await openDatabase(older)).close();
    expect(lines.map(({ message }) => message)).toEqual(['migrations applied']);
    lines = [];

    const replicas = await Promise.all(
      [1, 2, 3].map(() => openDatabase({ ...fresh, role: 'server', log })),
    );

    for (const each of replicas) expect(await each.isMigrated()).toBe(true);
    for (const each of replicas) await each.close();
    const changes = [SECOND, ...LATER];
    expect(lines[0]).toEqual({ level: 'warn', message: ANNOUNCED, changes });
    const applied = lines.filter(({ message }) => message === 'migrations applied');
    expect(applied.flatMap((line) => line.applied).sort()).toEqual(changes);
    const others = lines.filter(({ message }) => message.startsWith('another process'));
    expect(others.length + applied.length).toBe(
      lines.filter(({ message }) => message === ANNOUNCED).length,
    );
    lines = [];
    await (await openDatabase({ ...fresh, role: 'server', log })).close();
    expect(lines).toEqual([]);
  });
});
