// The data folder of the embedded record: whether a record is in it, was in it, or can be made in it. A record that is
// lost or damaged is never replaced by an empty one; every problem is a sentence that says what to do.

import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fieldOf } from '../../message/domain/narrow.ts';
import { ConfigError, InvariantError, NoRecord } from '../../request/app/faults.ts';
import { disk, RECORD_FILES } from './copy-before-migration.ts';

/** Beside the files of the engine, so that their loss is noticed. */
export const MARKER = 'record.json';
/** The engine's major version, with which a folder is made and can be opened. */
export const ENGINE_VERSION = '18';
/** What the engine needs to open a record: its log is written on in pieces of 16 MB. */
const ROOM_TO_OPEN = 32_000_000;
const MEGABYTE = 1_000_000;
const PAGE = 'docs/operations.md, “When the record cannot be opened”';
const NOT_YET_WHOLE = /\.(?:creating|copying|trying)$/;
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
/** PostgreSQL's codes for files that are missing or do not say what they should. */
const DAMAGED = new Set(['XX001', 'XX002', '58P01', '58030']);

/**
 * Makes the folder where it is missing and may be made, keeps others out of it, and sees that it can be written in.
 * @returns its real path
 * @throws ConfigError
 */
export function prepareFolder(dataFolder: string, mayCreate: boolean): string {
  if (!mayCreate && !existsSync(dataFolder)) throw nothingThere(dataFolder);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    chmodSync(dataFolder, 0o700);
    const folder = realpathSync(dataFolder);
    tryToWrite(folder);
    return folder;
  } catch (error) {
    throw explainFolder(dataFolder, error);
  }
}

/**
 * Whether a record is in the folder; only whoever holds the lock may ask.
 * @throws ConfigError when one was there and is gone, is not whole, or there is none and none may be made
 */
export function hasRecord(folder: string, mayCreate: boolean): boolean {
  const files = join(folder, RECORD_FILES);
  if (!existsSync(files)) {
    refuseLost(folder);
    if (!mayCreate) throw nothingThere(folder);
    return false;
  }
  const version = join(files, 'PG_VERSION');
  if (!lstatSync(files).isDirectory() || !existsSync(version)) throw damaged(folder, 'not whole');
  try {
    for (const name of [version, join(files, 'global'), join(files, 'base'), join(files, 'pg_wal')])
      accessSync(name, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? damaged(folder, 'not whole') : explainFolder(files, error);
  }
  const made = readFileSync(version, 'utf8').trim();
  if (made !== ENGINE_VERSION)
    throw problem(
      `the record in ${files} was made by version ${made.slice(0, 20)} of the embedded engine, and this version of PAP ` +
        `has version ${ENGINE_VERSION}. Nothing was changed. Start the version of PAP that made it`,
    );
  return true;
}

/** Leaves word that a record is in the folder. */
export function markRecord(folder: string): void {
  const marker = join(folder, MARKER);
  if (existsSync(marker)) return;
  const says = `A record of PAP is in the folder ${RECORD_FILES} beside this file. While this file is here, no empty one is made in its place.`;
  const text = `${JSON.stringify({ says, since: new Date().toISOString() }, null, 2)}\n`;
  try {
    writeFileSync(marker, text, { mode: 0o600, flush: true });
  } catch (error) {
    throw explainFolder(folder, error);
  }
}

/** What the failure to open the record means; errors that are no fault of its files stay as they are. */
export function explainOpening(folder: string, error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof InvariantError) return error;
  const code = codeOf(error);
  if (FULL.has(code) || disk.free(folder) < ROOM_TO_OPEN) return full(folder);
  if (FORBIDDEN.has(code)) return explainFolder(folder, error);
  // The engine's own words for "something is wrong with my files" are no more than these; a statement that failed
  // has a code of PostgreSQL's.
  return /^[0-9A-Z]{5}$/.test(code) && !DAMAGED.has(code) ? error : damaged(folder, code);
}

function refuseLost(folder: string): void {
  const traces = readdirSync(folder).filter(
    (name) => name === MARKER || (name.startsWith(`${RECORD_FILES}.`) && !NOT_YET_WHOLE.test(name)),
  );
  if (traces.length === 0) return;
  const copies = traces.filter((name) => name !== MARKER);
  throw problem(
    `the record that was in ${folder} is gone: the folder ${RECORD_FILES} is missing. No empty one was made in its place. ` +
      'See that the disk is mounted and that this is the right folder, or restore the last backup ' +
      `${copies.length > 0 ? `or one of ${copies.join(', ')} ` : ''}(${PAGE}). ` +
      `To start anew without it, move ${traces.join(', ')} out of ${folder} and load a plan`,
  );
}

/** No record is in the folder, and whoever asks may make none. */
export function nothingThere(folder: string): NoRecord {
  return new NoRecord(
    'PAP_DATA_DIR',
    `${folder} is empty: the record holds no plan yet: load one with “npm run setup -- my-plan.xlsx”. If there was a record, it is ` +
      'elsewhere: see that the disk is mounted and that the setting names the right folder, or set DATABASE_URL if the record is in PostgreSQL',
  );
}

function tryToWrite(folder: string): void {
  const trial = join(folder, '.writing');
  const descriptor = openSync(trial, 'w', 0o600);
  try {
    writeSync(descriptor, Buffer.alloc(8_192, 1));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
    rmSync(trial, { force: true });
  }
}

function explainFolder(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (FULL.has(code)) return full(folder);
  if (code === 'EROFS')
    return problem(
      `${folder} can only be read: its disk is mounted read-only. Nothing was changed. Mount it so that it can be written, and start again`,
    );
  if (FORBIDDEN.has(code))
    return problem(
      `this user may not write in ${folder} (${code}). Nothing was changed. Give it to the user that PAP runs as (chown -R), or name another folder`,
    );
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return problem(`${folder} is a file and not a folder; name a folder`);
  if (code === 'EIO') return damaged(folder, code);
  return error;
}

function full(folder: string): ConfigError {
  return problem(
    `the disk of ${folder} is full, or its quota is: ${Math.floor(disk.free(folder) / MEGABYTE)} MB are free. ` +
      'What was recorded is still there. Free some space, and start again',
  );
}

function damaged(folder: string, how: string): ConfigError {
  return problem(
    `the record in ${join(folder, RECORD_FILES)} cannot be opened: its files are damaged or incomplete (${how}). No empty one was made ` +
      `in its place. Set a copy of the folder aside, and restore the last backup (${PAGE})`,
  );
}

function problem(sentence: string): ConfigError {
  return new ConfigError('PAP_DATA_DIR', sentence);
}

function codeOf(error: unknown): string {
  const [code, name] = [fieldOf(error, 'code'), fieldOf(error, 'name')];
  return typeof code === 'string' ? code : String(name);
}
