// The embedded record: PGlite behind a Unix socket in the data folder. The first process serves it,
// a second one (the terminal while the bot runs) joins through the socket.
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { ConfigError } from '../../request/app/faults.ts';
import type { Log } from '../../request/app/ports.ts';
import type { Queries } from '../db/queries.ts';
import {
  copyBeforeMigration,
  loadContent,
  RECORD_FILES,
  removeUnfinished,
} from './copy-before-migration.ts';
import { moveIntoPlace } from './durable-folder.ts';
import { explainOpening, hasRecord, markRecord, prepareFolder } from './record-folder.ts';
import { type Release, takeServerLock } from './single-server-lock.ts';

/** Unix socket paths end at 107 bytes on Linux and 103 on macOS. */
const MAX_SOCKET_PATH = 100;
const SOCKET_NAME = '.s.PGSQL.5432';
const OPEN_TIMEOUT_MS = 60_000;
const DRAIN_TIMEOUT_MS = 5_000;
/** A terminal command serves for a second or two; whoever still serves after this is another bot. */
const PASSING_SERVER_MS = 8_000;

export type EmbeddedRecord = {
  /** The folder that holds the socket: `host` of a PostgreSQL connection. */
  readonly socketFolder: string;
  readonly role: 'server' | 'guest';
  close(): Promise<void>;
};

/** How this version changes a record; asked of whoever serves, before anybody can join. */
export type Upgrade = {
  /** What it would change in a record that is in use; empty for a new one. */
  pending(db: Queries): Promise<readonly string[]>;
  apply(db: Queries): Promise<void>;
};

export type EmbeddedOptions = {
  /** False: a folder without a record is refused. True when absent. */
  readonly mayCreate?: boolean | undefined;
  /** Called before a new record is made, which takes seconds. */
  readonly onFirstStart?: (() => void) | undefined;
  readonly upgrade?: Upgrade;
  readonly log?: Log | undefined;
};

/**
 * Opens the embedded record in `dataFolder`, creating it when it is not there.
 * @param role `server` insists on serving (the bot, which others join); `any` joins whoever serves.
 * @throws ConfigError when the folder is served by another process and `role` is `server`; when its record is lost, is
 *   damaged or cannot be written; or when it is to be upgraded and cannot be copied first
 */
export async function openEmbedded(
  dataFolder: string,
  role: 'server' | 'any',
  options: EmbeddedOptions = {},
): Promise<EmbeddedRecord> {
  if (process.platform === 'win32') {
    throw new ConfigError(
      'DATABASE_URL',
      'the embedded record needs Unix sockets, which Windows lacks; set it to the URL of a PostgreSQL database',
    );
  }
  const folder = prepareFolder(dataFolder, options.mayCreate ?? true);
  const socketFolder = chooseSocketFolder(folder);
  const socketPath = join(socketFolder, SOCKET_NAME);
  const began = Date.now();
  const patience = role === 'server' ? PASSING_SERVER_MS : OPEN_TIMEOUT_MS;
  for (;;) {
    const answered = await answers(socketPath);
    if (answered && role === 'any') return { socketFolder, role: 'guest', close: async () => {} };
    const release = await takeServerLock(folder);
    if (release) return await serve(folder, socketPath, socketFolder, release, options);
    // Nobody answers yet: the holder of the lock is still opening the record.
    if (Date.now() - began > (answered ? patience : OPEN_TIMEOUT_MS)) break;
    await wait(40);
  }
  throw new ConfigError(
    'PAP_DATA_DIR',
    `${dataFolder} is in use by another process; stop it, or name another folder`,
  );
}

async function serve(
  folder: string,
  socketPath: string,
  socketFolder: string,
  release: Release,
  options: EmbeddedOptions,
): Promise<EmbeddedRecord> {
  try {
    // Loaded here only: a guest starts without the database engine.
    const [{ serveSocket }, engine] = await Promise.all([
      import('./socket-server.ts'),
      openEngine(folder, options).catch((error: unknown) => {
        throw explainOpening(folder, error);
      }),
    ]);
    rmSync(socketPath, { force: true });
    const server = await serveSocket(engine, socketPath);
    chmodSync(socketPath, 0o600);
    return {
      socketFolder,
      role: 'server',
      async close() {
        // A guest in the middle of something is let finish before the engine goes.
        const end = Date.now() + DRAIN_TIMEOUT_MS;
        while (server.busy() > 0 && Date.now() < end) await wait(20);
        await server.stop();
        await engine.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The engine, with every change of this version made. */
async function openEngine(folder: string, options: EmbeddedOptions): Promise<PGlite> {
  const [{ PGlite }, { FsyncFileSystem, durableStartParams }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./fsync-file-system.ts'),
  ]);
  const open = (path: string) =>
    PGlite.create({ fs: new FsyncFileSystem(path), startParams: durableStartParams() });
  const files = join(folder, RECORD_FILES);
  removeUnfinished(folder);
  if (!hasRecord(folder, options.mayCreate ?? true)) {
    options.onFirstStart?.();
    // Made beside and moved into place, so that a process killed while creating leaves nothing half done.
    const draft = `${files}.creating`;
    rmSync(draft, { recursive: true, force: true });
    await (await open(draft)).close();
    moveIntoPlace(draft, files);
  }
  markRecord(folder);
  const { upgrade, log } = options;
  let engine = await open(files);
  if (!upgrade) return engine;
  try {
    const [first, ...more] = await upgrade.pending(queriesOf(engine));
    if (first !== undefined) {
      const content = await loadContent(engine);
      await engine.close();
      await copyBeforeMigration({ folder, content, open }, [first, ...more], log);
      engine = await open(files);
    }
    await upgrade.apply(queriesOf(engine));
    return engine;
  } catch (error) {
    if (!engine.closed) await engine.close();
    throw error;
  }
}

function queriesOf(engine: PGlite): Queries {
  return {
    async query<Row>(sql: string, values?: unknown[]) {
      if (values) return await engine.query<Row>(sql, values);
      // Several statements at once, as a migration has, go only without values.
      const results = await engine.exec(sql);
      return { rows: (results.at(-1)?.rows ?? []) as Row[] };
    },
  };
}

function chooseSocketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) <= MAX_SOCKET_PATH) return folder;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const { uid } = userInfo();
  const short = join(tmpdir(), `pap-${uid}-${digest}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  // The folder for temporary files is everybody's: somebody else's folder of that name is not ours.
  const found = lstatSync(short);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new ConfigError(
      'PAP_DATA_DIR',
      `${folder} is too long a path for a socket, and ${short} belongs to another user; name a shorter folder`,
    );
  }
  return short;
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
