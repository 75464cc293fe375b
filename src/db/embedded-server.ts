// The embedded record: PGlite behind a Unix socket in the data folder. The first process serves it,
// a second one (the terminal while the bot runs) joins through the socket.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigError } from '../app/faults.ts';
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

/**
 * Opens the embedded record in `dataFolder`, creating it when it is not there.
 * @param role `server` insists on serving (the bot, which others join); `any` joins whoever serves.
 * @throws ConfigError when the folder is served by another process and `role` is `server`
 */
export async function openEmbedded(
  dataFolder: string,
  role: 'server' | 'any',
  onFirstStart: () => void,
): Promise<EmbeddedRecord> {
  if (process.platform === 'win32') {
    throw new ConfigError(
      'DATABASE_URL',
      'the embedded record needs Unix sockets, which Windows lacks; set it to the URL of a PostgreSQL database',
    );
  }
  const folder = prepareFolder(dataFolder);
  const socketFolder = chooseSocketFolder(folder);
  const socketPath = join(socketFolder, SOCKET_NAME);
  const began = Date.now();
  const patience = role === 'server' ? PASSING_SERVER_MS : OPEN_TIMEOUT_MS;
  for (;;) {
    const answered = await answers(socketPath);
    if (answered && role === 'any') return { socketFolder, role: 'guest', close: async () => {} };
    const release = await takeServerLock(folder);
    if (release) return await serve(folder, socketPath, socketFolder, release, onFirstStart);
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
  onFirstStart: () => void,
): Promise<EmbeddedRecord> {
  try {
    // Loaded here only: a guest starts without the database engine.
    const [{ serveSocket }, engine] = await Promise.all([
      import('./socket-server.ts'),
      openEngine(folder, onFirstStart),
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

async function openEngine(folder: string, onFirstStart: () => void) {
  const [{ PGlite }, { FsyncFileSystem, durableStartParams }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./fsync-file-system.ts'),
  ]);
  const open = (path: string) =>
    PGlite.create({ fs: new FsyncFileSystem(path), startParams: durableStartParams() });
  const files = join(folder, 'postgres');
  if (!existsSync(files)) {
    onFirstStart();
    // Made beside and moved into place, so that a process killed while creating leaves nothing half done.
    const draft = `${files}.creating`;
    rmSync(draft, { recursive: true, force: true });
    await (await open(draft)).close();
    syncTree(draft);
    renameSync(draft, files);
  }
  return await open(files);
}

/** The engine does not sync the files of a new record, as initdb would. */
function syncTree(root: string): void {
  const inside = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const path of [...inside.map((name) => join(root, name)), root]) {
    const descriptor = openSync(path, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
}

function prepareFolder(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o700);
  return realpathSync(dataFolder);
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
