// At most one process may serve a data folder: two would corrupt it without a word. The lock is a
// listening socket, because the operating system frees it however the process dies.
import { createHash } from 'node:crypto';
import { createServer, type ListenOptions } from 'node:net';

/** Frees the lock. */
export type Release = () => Promise<void>;

/**
 * Takes the lock of a data folder, or answers null when another process holds it.
 * It does not reach across containers: give each container its own folder or use PostgreSQL.
 */
export function takeServerLock(realFolder: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(lockAddress(realFolder), () => {
      server.unref();
      resolve(() => new Promise((done) => server.close(() => done())));
    });
  });
}

function lockAddress(realFolder: string): ListenOptions {
  const digest = createHash('sha256').update(realFolder).digest();
  // Linux has socket names outside the file system; elsewhere a loopback port stands in.
  if (process.platform === 'linux') return { path: `\0pap-record-${digest.toString('hex')}` };
  return { host: '127.0.0.1', port: 20_000 + (digest.readUInt16BE(0) % 12_000) };
}
