// The folder that all database suites of one run share (vitest's globalSetup): a PostgreSQL cluster
// and a prepared embedded record, each made by the first suite that needs it. Removed at the end.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { stopCluster } from './database-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseFolder: string;
  }
}

const PREPARE_TIMEOUT_MS = 110_000;
/** Where Linux keeps files in memory: the databases of a run are thrown away, so nothing has to reach a disk. */
const MEMORY = '/dev/shm';
const ROOM_NEEDED = 3 * 2 ** 30;
let folder = '';

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(roomInMemory() ? MEMORY : tmpdir(), 'pap-test-'));
  // The cluster runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  project.provide('databaseFolder', folder);
}

export function teardown(): void {
  stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
}

function roomInMemory(): boolean {
  if (process.env.TMPDIR || !existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM_NEEDED;
}

/** Runs `prepare` once for all workers of the run; the others wait for it. */
export async function prepareOnce(
  shared: string,
  name: string,
  prepare: () => Promise<void>,
): Promise<void> {
  const done = join(shared, `${name}.done`);
  const failed = join(shared, `${name}.failed`);
  if (takes(join(shared, `${name}.taken`))) {
    try {
      await prepare();
      writeFileSync(done, '');
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  for (const end = Date.now() + PREPARE_TIMEOUT_MS; !existsSync(done); await wait(25)) {
    if (existsSync(failed) || Date.now() > end) throw new Error(`${name} could not be prepared`);
  }
}

function takes(path: string): boolean {
  try {
    openSync(path, 'wx');
    return true;
  } catch {
    return false;
  }
}
