// A witness as it lies in its folder: what is kept of each of the two databases, and opening it with today's code.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Database, openDatabase } from '../../src/core/database/db/open-database.ts';
import { watchRows } from '../support/database/watch-rows.ts';
import type { Button } from './buttons.ts';
import type { Answer, Pressed, Rerun } from './observe.ts';
import {
  createDatabase,
  dropDatabase,
  removeFolder,
  restore,
  unpackFolder,
} from './record-files.ts';

export type Kind = Database['kind'];

export const KINDS = ['embedded', 'postgresql'] as const satisfies readonly Kind[];

/** What was seen of it when it was made. */
export type Seen = {
  readonly moment: string;
  readonly seal: string;
  readonly answers: readonly Answer[];
  readonly rerun: Rerun;
  /** The names of the pack's files. */
  readonly pack: readonly string[];
};

/** The change of an answer that somebody meant to make. */
export type Change = {
  readonly issue: string;
  readonly why: string;
  /** What is different: an answer as `<e-mail>: <line>`, a press as `button <n>`, a job as `job <id>`. */
  readonly what: readonly string[];
  /** Lines that are there now and were not; each has to be in every answer that is named. */
  readonly now: readonly string[];
  /** Lines that were there and are not now. */
  readonly gone: readonly string[];
};

const RECORD = { embedded: 'record.tar.gz', postgresql: 'record.sql.gz' } as const;
const ARCHIVE = 'archive.json.gz';
const CHANGES = 'changed-on-purpose.json';

/** The folders of the witnesses, the oldest first. */
export function witnesses(): string[] {
  const here = import.meta.dirname;
  return readdirSync(here)
    .filter((name) => existsSync(join(here, name, CHANGES)))
    .sort();
}

export function folderOf(name: string, kind?: Kind): string {
  return join(import.meta.dirname, name, kind ?? '');
}

export function recordFile(name: string, kind: Kind): string {
  return join(folderOf(name, kind), RECORD[kind]);
}

export function begin(name: string): void {
  if (existsSync(folderOf(name)))
    throw new Error(`${name} is there already: a witness never changes`);
  for (const kind of KINDS) mkdirSync(folderOf(name, kind), { recursive: true });
  writeFileSync(join(folderOf(name), CHANGES), '[]\n');
}

export function write(name: string, kind: Kind, seen: Seen, pressed: readonly Pressed[]): void {
  writeJson(join(folderOf(name, kind), 'seen.json'), seen);
  writeJson(join(folderOf(name, kind), 'buttons.json'), pressed);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
}

export function writeArchive(name: string, kind: Kind, bytes: Uint8Array): void {
  writeFileSync(join(folderOf(name, kind), ARCHIVE), gzipSync(bytes, { level: 9 }));
}

export function readArchive(name: string, kind: Kind): Uint8Array {
  return gunzipSync(readFileSync(join(folderOf(name, kind), ARCHIVE)));
}

export function readSeen(name: string, kind: Kind): Seen {
  return JSON.parse(readFileSync(join(folderOf(name, kind), 'seen.json'), 'utf8'));
}

export function readButtons(name: string, kind: Kind): (Button & Pressed)[] {
  return JSON.parse(readFileSync(join(folderOf(name, kind), 'buttons.json'), 'utf8'));
}

export function readChanges(name: string): Change[] {
  return JSON.parse(readFileSync(join(folderOf(name), CHANGES), 'utf8'));
}

export function writeChanges(name: string, changes: readonly Change[]): void {
  writeJson(join(folderOf(name), CHANGES), changes);
}

export type Opened = { readonly database: Database; close(): Promise<void> };

/**
 * Opens a copy of a kept record, which migrates it.
 * @param place a folder for copies, and the URL of the cluster in which one may be restored
 */
export async function openKept(
  name: string,
  kind: Kind,
  place: { readonly folder: string; readonly adminUrl: string },
): Promise<Opened> {
  if (kind === 'embedded') {
    const dataFolder = unpackFolder(recordFile(name, kind), place.folder);
    const database = await openDatabase({ dataFolder, role: 'server' });
    watchRows(database.pool);
    return {
      database,
      async close() {
        await database.close();
        removeFolder(dataFolder);
      },
    };
  }
  const copy = `witness_${name.replace(/\W/g, '_').toLowerCase()}_${process.pid}`;
  await createDatabase(place.adminUrl, copy);
  const databaseUrl = place.adminUrl.replace('/postgres?', `/${copy}?`);
  restore(recordFile(name, kind), databaseUrl);
  const database = await openDatabase({ dataFolder: '', databaseUrl, role: 'server' });
  watchRows(database.pool);
  return {
    database,
    async close() {
      await database.close();
      await dropDatabase(place.adminUrl, copy);
    },
  };
}
