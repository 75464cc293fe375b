// The way back from an upgrade of the embedded record: a copy of its files beside them, made and read before the
// first migration runs. Why it is made in this way: docs/decisions/0021-a-copy-before-migrations.md.

import {
  chmodSync,
  constants,
  cpSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { fieldOf } from '../../message/domain/narrow.ts';
import { ConfigError } from '../../request/app/faults.ts';
import type { Log } from '../../request/app/ports.ts';
import { moveIntoPlace } from './durable-folder.ts';

/** The files of the engine, in the data folder. */
export const RECORD_FILES = 'postgres';
/** What a kill may leave under these names is worth nothing. */
const DRAFT = `${RECORD_FILES}.copying`;
const TRIAL = `${RECORD_FILES}.trying`;
/** `postgres.before-20241001000000_kpis_and_packs.at-20261105T093000123Z` */
const COPY_NAME = new RegExp(
  `^${RECORD_FILES}\\.before-(?<change>.+)\\.at-(?<made>\\d{8}T\\d{9}Z)$`,
);
const COPIES_KEPT = 2;
const MEGABYTE = 1_000_000;

/** What is asked of the operating system; tests let it fail. */
export const disk = {
  /** Bytes that may still be written in the folder. */
  free(folder: string): number {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
  copy(from: string, to: string): void {
    // File systems that can share the blocks of a copy do.
    cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
    chmodSync(to, 0o700);
  },
};

export type RecordAtRest = {
  /** The data folder. Nothing has the files in it open. */
  readonly folder: string;
  /** Of `loadContent`, before it was closed. */
  readonly content: string;
  /** Opens a folder of the engine's files. */
  open(files: string): Promise<PGlite>;
};

/**
 * Copies the record, reads the copy, and removes all copies but the newest two. When the last copy was made before
 * the same change and still says what the record says, it is that one: the change is being tried again.
 * @param changes what this version is about to change; the copy is named after the first
 * @throws ConfigError when there is no room for it, or it cannot be made or read
 */
export async function copyBeforeMigration(
  record: RecordAtRest,
  changes: readonly [string, ...string[]],
  log?: Log,
): Promise<void> {
  const { folder } = record;
  const [change] = changes;
  const last = listCopies(folder).find((copy) => copy.change === change);
  const copy = last && (await stillHolds(record, last.name)) ? last.name : nameCopy(change);
  if (copy !== last?.name) await makeCopy(record, copy);
  const others = listCopies(folder).filter(({ name }) => name !== copy);
  for (const { name } of others.slice(COPIES_KEPT - 1)) {
    remove(join(folder, name), () => {
      // Renamed first, so that a kill does not leave half a copy that looks whole.
      renameSync(join(folder, name), join(folder, DRAFT));
      rmSync(join(folder, DRAFT), { recursive: true });
    });
  }
  log?.warn(
    { copy: join(folder, copy), before: changes },
    'the record was copied before its migrations',
  );
}

/**
 * Removes what a killed attempt left.
 * @throws ConfigError when it belongs to another user
 */
export function removeUnfinished(folder: string): void {
  for (const path of [join(folder, DRAFT), join(folder, TRIAL)])
    remove(path, () => rmSync(path, { recursive: true, force: true }));
}

function remove(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new ConfigError(
      'PAP_DATA_DIR',
      `the earlier copy ${path} could not be removed (${codeOf(error)}); remove it, and start again`,
    );
  }
}

/** What every table holds, as one text to compare: its number of rows, and a digest that no order of rows changes. */
export async function loadContent(engine: PGlite): Promise<string> {
  const { rows: tables } = await engine.query<{ name: string; quoted: string }>(
    `SELECT name, quote_literal(name) AS quoted FROM (
       SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')) t ORDER BY name`,
  );
  const contents: unknown[] = [];
  for (const { name, quoted } of tables) {
    const { rows } = await engine.query(
      `SELECT ${quoted} AS name, count(*)::text AS rows, sum(hashtextextended(whole_row::text, 0))::text AS digest
       FROM ${name} whole_row`,
    );
    contents.push(...rows);
  }
  return JSON.stringify(contents);
}

async function makeCopy(record: RecordAtRest, name: string): Promise<void> {
  const { folder } = record;
  const draft = join(folder, DRAFT);
  try {
    refuseWithoutRoom(folder);
    disk.copy(join(folder, RECORD_FILES), draft);
    if (!(await holds(record, DRAFT))) throw refusal(folder, 'does not say what the record says');
    moveIntoPlace(draft, join(folder, name));
  } catch (error) {
    removeUnfinished(folder);
    if (error instanceof ConfigError) throw error;
    throw refusal(folder, `could not be made or opened (${codeOf(error)})`);
  }
}

/** The copy and, while it is read, a copy of the copy; afterwards the migrations have the room of the second. */
function refuseWithoutRoom(folder: string): void {
  const needed = 2 * sizeOf(join(folder, RECORD_FILES));
  const free = disk.free(folder);
  if (free >= needed) return;
  throw new ConfigError(
    'PAP_DATA_DIR',
    `this version changes the record and copies it first, which needs ${inMegabytes(needed)} in ${folder}, where ${inMegabytes(free)} are free. ` +
      'Nothing was changed. Free some space (older copies are the folders postgres.before-…), and start again',
  );
}

function refusal(folder: string, problem: string): ConfigError {
  return new ConfigError(
    'PAP_DATA_DIR',
    `this version changes the record in ${folder} and copies it first, and the copy ${problem}. Nothing was changed. ` +
      'Check the disk and who may write in the folder, and start again; until then the version before can be used',
  );
}

/** A copy that was kept: whatever is wrong with it, another one can be made. */
async function stillHolds(record: RecordAtRest, name: string): Promise<boolean> {
  try {
    return await holds(record, name);
  } catch {
    removeUnfinished(record.folder);
    return false;
  }
}

/** Whether a copy says what the record says. A copy of it is opened, because an engine writes in what it opens. */
async function holds({ folder, content, open }: RecordAtRest, name: string): Promise<boolean> {
  const trial = join(folder, TRIAL);
  disk.copy(join(folder, name), trial);
  const engine = await open(trial);
  try {
    return (await loadContent(engine)) === content;
  } finally {
    await engine.close();
    rmSync(trial, { recursive: true, force: true });
  }
}

/** The copies in a data folder, the newest first. */
function listCopies(folder: string): { name: string; change: string; made: string }[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const { change, made } = COPY_NAME.exec(name)?.groups ?? {};
      return change && made ? [{ name, change, made }] : [];
    })
    .sort((a, b) => (a.made < b.made ? 1 : -1));
}

function nameCopy(change: string): string {
  return `${RECORD_FILES}.before-${change}.at-${new Date().toISOString().replace(/[-:.]/g, '')}`;
}

function sizeOf(files: string): number {
  return readdirSync(files, { recursive: true, encoding: 'utf8' }).reduce(
    (sum, name) => sum + statSync(join(files, name)).size,
    0,
  );
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`;
}

function codeOf(error: unknown): string {
  const [code, name] = [fieldOf(error, 'code'), fieldOf(error, 'name')];
  return String(code ?? name);
}
