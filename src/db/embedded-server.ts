// The embedded record: PGlite behind a Unix socket in the data folder. The first process serves it,
// a second one (the terminal while the bot runs) joins through the socket.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
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
const MAX_CONNECTIONS = 64;

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
export async function openEmbedded(dataFolder: string, role: 'server' | 'any', onFirstStart: () => void): Promise<EmbeddedRecord> {
  if (process.platform === 'win32') {
    throw new ConfigError('DATABASE_URL', 'the embedded record needs Unix sockets, which Windows lacks; set DATABASE_URL to a PostgreSQL database');
  }
  const folder = prepareFolder(dataFolder);
  const socketFolder = chooseSocketFolder(folder);
  const socketPath = join(socketFolder, SOCKET_NAME);
  for (const deadline = Date.now() + OPEN_TIMEOUT_MS; Date.now() < deadline; await wait(40)) {
    if (role === 'any' && (await answers(socketPath))) {
      return { socketFolder, role: 'guest', close: async () => {} };
    }
    const release = await takeServerLock(folder);
    if (release) return await serve(folder, socketPath, socketFolder, release, onFirstStart);
    if (role === 'server' && (await isServedForGood(socketPath))) break;
  }
  throw new ConfigError('PAP_DATA_DIR', `${dataFolder} is in use by another running bot; stop it, or give this one another folder`);
}

async function serve(folder: string, socketPath: string, socketFolder: string, release: Release, onFirstStart: () => void): Promise<EmbeddedRecord> {
  // Loaded here only: a guest starts without the database engine.
  const [{ PGlite }, { PGLiteSocketServer }, { FsyncFileSystem, durableStartParams }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-socket'),
    import('./fsync-file-system.ts'),
  ]);
  rmSync(socketPath, { force: true });
  const files = join(folder, 'postgres');
  if (!existsSync(files)) onFirstStart();
  const engine = await PGlite.create({ fs: new FsyncFileSystem(files), startParams: durableStartParams() });
  const server = new PGLiteSocketServer({ db: engine, path: socketPath, maxConnections: MAX_CONNECTIONS });
  await server.start();
  chmodSync(socketPath, 0o600);
  return {
    socketFolder,
    role: 'server',
    async close() {
      // A guest that joined is let finish before the engine goes.
      for (const end = Date.now() + DRAIN_TIMEOUT_MS; server.getStats().activeConnections > 0 && Date.now() < end; ) await wait(20);
      await server.stop();
      await engine.close();
      rmSync(socketPath, { force: true });
      await release();
    },
  };
}

function prepareFolder(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o700);
  return realpathSync(dataFolder);
}

function chooseSocketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) <= MAX_SOCKET_PATH) return folder;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const short = join(tmpdir(), `pap-${userInfo().uid}-${digest}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
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

/** A terminal command serves for a second or two; only a server that stays is another bot. */
async function isServedForGood(socketPath: string): Promise<boolean> {
  for (let second = 0; second < 8; second++) {
    await wait(1_000);
    if (!(await answers(socketPath))) return false;
  }
  return true;
}
