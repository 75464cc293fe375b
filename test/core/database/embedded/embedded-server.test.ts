// Processes on one embedded record: exactly one serves, others join, and what a killed one had
// acknowledged is there.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../../../src/core/database/db/open-database.ts';
import { openEmbedded } from '../../../../src/core/database/embedded/embedded-server.ts';
import { ConfigError } from '../../../../src/core/request/app/faults.ts';
import {
  announceMissing,
  type FreshDatabase,
  freshDatabase,
} from '../../../support/database/database-harness.ts';
import {
  type RecordProcess,
  recordProgram,
  startProcess,
} from '../../../support/database/record-processes.ts';
import { killRounds } from '../../../support/process/kill-rounds.ts';
import { buildObjective, buildPartnership, buildPerson } from '../../../support/world/builders.ts';

const SOCKET = '.s.PGSQL.5432';

let fresh: FreshDatabase;
let started: RecordProcess[] = [];
let program: string;
beforeAll(async () => {
  program = await recordProgram();
});
beforeEach(async () => {
  fresh = await freshDatabase('embedded');
});
afterEach(async () => {
  await Promise.all(started.map((each) => each.kill()));
  started = [];
  await fresh.remove();
});

function start(
  dataFolder: string,
  work?: string,
  count?: number,
  wrapper?: readonly string[],
): RecordProcess {
  const process = startProcess(program, dataFolder, work, count, wrapper);
  started.push(process);
  return process;
}

/** A record with one objective and one person to update it. */
async function prepareObjective(): Promise<void> {
  const database = await openDatabase({ ...fresh, role: 'server' });
  const partnership = await buildPartnership(database.prisma);
  await buildObjective(database.prisma, partnership);
  await buildPerson(database.prisma, partnership);
  await database.close();
}

describe('an embedded record', () => {
  it('is made by one of eight processes that start at once on an empty folder, and shared by all', {
    timeout: 120_000,
  }, async () => {
    const folder = mkdtempSync(join(inject('databaseFolder'), 'record-'));
    const processes = Array.from({ length: 8 }, () => start(folder));

    const lines = await Promise.all(
      processes.map((each) => each.hear(({ serves }) => serves !== undefined)),
    );

    expect(lines.filter(({ serves }) => serves)).toHaveLength(1);
    const server = processes.filter((_each, index) => lines[index]?.serves);
    const guests = processes.filter((_each, index) => !lines[index]?.serves);
    await Promise.all(guests.map((each) => each.finish()));
    await Promise.all(server.map((each) => each.finish()));
    started = [];
    rmSync(folder, { recursive: true });
  });

  it('is used by a second process while the first one serves', async () => {
    await prepareObjective();
    const database = await openDatabase({ ...fresh, role: 'server' });

    const guest = start(fresh.dataFolder, 'update', 3);
    expect(await guest.hear(({ serves }) => serves !== undefined)).toMatchObject({ serves: false });
    await guest.hear(({ done }) => done?.endsWith('-2') ?? false);

    expect(await database.prisma.objectiveEntry.count()).toBe(3);
    await guest.finish();
    await database.close();
  });

  it('keeps every acknowledged update over kills in the middle of the work', {
    timeout: 180_000,
  }, async () => {
    const rounds = killRounds();
    await prepareObjective();
    const acknowledged = new Set<string>();

    for (let round = 0; round < rounds; round++) {
      const worker = start(fresh.dataFolder, 'update', 100_000);
      const { serves, known = [] } = await worker.hear((line) => line.known !== undefined);
      expect(serves).toBe(true);
      expect([...acknowledged].filter((id) => !known.includes(id))).toEqual([]);
      await worker.hear(({ done }) => done?.endsWith(`-${10 + round}`) ?? false);
      await worker.kill();
      for (const { done } of worker.said) if (done) acknowledged.add(done);
      expect(existsSync(join(fresh.dataFolder, SOCKET))).toBe(true);
    }

    const database = await openDatabase({ ...fresh, role: 'server' });
    const updates = await database.prisma.objectiveEntry.findMany({ orderBy: { version: 'asc' } });
    const objective = await database.prisma.objective.findFirstOrThrow();
    await database.close();
    expect(
      [...acknowledged].filter((id) => !updates.some(({ requestId }) => requestId === id)),
    ).toEqual([]);
    expect(updates.map(({ version }) => version)).toEqual(
      updates.map((_update, index) => index + 1),
    );
    expect(objective.version).toBe(updates.length);
    expect(acknowledged.size).toBeGreaterThan(rounds * 10);
  });

  it('is opened in spite of what a killed process left: its socket, or half a new record', async () => {
    writeFileSync(join(fresh.dataFolder, SOCKET), 'left behind');
    mkdirSync(join(fresh.dataFolder, 'postgres.creating'));

    const database = await openDatabase({ ...fresh, role: 'any' });

    expect(database.serves).toBe(true);
    const socket = lstatSync(join(fresh.dataFolder, SOCKET));
    expect(socket.isSocket()).toBe(true);
    expect(socket.mode & 0o777).toBe(0o600);
    expect(statSync(fresh.dataFolder).mode & 0o777).toBe(0o700);
    await database.close();
    expect(existsSync(join(fresh.dataFolder, SOCKET))).toBe(false);
  });

  it('is served by a joining process itself when the server leaves before it is used', async () => {
    const leaving = createServer((socket) => {
      socket.once('data', () => {
        socket.destroy();
        leaving.close();
      });
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => {
      leaving.listen(join(fresh.dataFolder, SOCKET), resolve);
    });

    const database = await openDatabase({ ...fresh, role: 'any' });

    expect(database.serves).toBe(true);
    await database.close();
  });

  it('is not served twice: a second bot is told which folder is taken', async () => {
    const database = await openDatabase({ ...fresh, role: 'server' });

    const second = openDatabase({ ...fresh, role: 'server' });

    await expect(second).rejects.toThrow(ConfigError);
    await expect(second).rejects.toThrow(`PAP_DATA_DIR: ${fresh.dataFolder} is in use`);
    await database.close();
  });

  it('says that it is being made, once', async () => {
    const folder = mkdtempSync(join(inject('databaseFolder'), 'record-'));
    let firstStarts = 0;
    const count = () => {
      firstStarts++;
    };

    await (await openEmbedded(folder, 'server', { onFirstStart: count })).close();
    await (await openEmbedded(folder, 'server', { onFirstStart: count })).close();

    expect(firstStarts).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it('is reached by a short path when its own is too long for a socket', async () => {
    const folder = join(fresh.dataFolder, 'a'.repeat(60), 'b'.repeat(60));
    const database = await openDatabase({ dataFolder: folder, role: 'server' });

    const guest = await openDatabase({ dataFolder: folder, role: 'any' });

    expect(guest.serves).toBe(false);
    expect(await guest.prisma.partnership.count()).toBe(0);
    await guest.close();
    await database.close();
  });
});

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true']).status === 0;
if (!canTrace)
  announceMissing(
    'the embedded record’s commits reach the disk',
    'strace',
    'apt-get install strace',
  );

describe.runIf(canTrace)('the embedded record’s commits', () => {
  it('reach the disk: at least one fsync each', { timeout: 120_000 }, async () => {
    await prepareObjective();
    const trace = join(fresh.dataFolder, 'trace');
    const syncs = async (updates: number) => {
      const worker = start(fresh.dataFolder, 'update', updates, [
        'strace',
        '-f',
        '-o',
        trace,
        '-e',
        'trace=fsync,fdatasync',
      ]);
      await worker.hear(({ done, known }) =>
        updates === 0 ? known !== undefined : (done?.endsWith(`-${updates - 1}`) ?? false),
      );
      await worker.finish();
      return readFileSync(trace, 'utf8').match(/f(?:data)?sync\(\d+/g)?.length ?? 0;
    };

    const atRest = await syncs(0);

    expect((await syncs(30)) - atRest).toBeGreaterThanOrEqual(30);
  });
});
