// kill -9 in the middle of a loop of updates, again and again: whatever was acknowledged is there on
// reopening, and every chase was queued once.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { ensureDemo, openRecord } from '../../src/open-record.ts';
import { compiled } from '../support/process/compiled.ts';
import { killRounds } from '../support/process/kill-rounds.ts';
import { startProgram } from '../support/process/run-process.ts';

const ROUNDS = killRounds();

describe('kill -9 while updates are being recorded', () => {
  let folder: string;
  let program: string;
  beforeAll(async () => {
    program = await compiled('test/support/chaos/update-loop.ts');
    folder = mkdtempSync(join(inject('databaseFolder'), 'pap-kill-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`loses nothing that was acknowledged, ${ROUNDS} times over`, {
    timeout: 60_000 + ROUNDS * 30_000,
  }, async () => {
    await prepare(folder);
    const acknowledged: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await killInTheMiddle(program, folder, round * 1_000, 3 + round)));
    }

    const { notes, chases, jobs } = await readBack(folder);

    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 3);
    expect(acknowledged.filter((count) => !notes.includes(`note ${count}`))).toEqual([]);
    expect(new Set(notes).size).toBe(notes.length);
    expect(chases.length).toBeGreaterThan(0);
    expect(new Set(chases.map(({ dedupeKey }) => dedupeKey)).size).toBe(chases.length);
    for (const { id } of chases)
      expect(jobs.filter((key) => key === `notification:${id}`)).toHaveLength(1);
  });
});

/** A demonstration at 10:00 on the day of the first request, so that there is somebody to chase. */
async function prepare(dataFolder: string): Promise<void> {
  const log = createLog('silent');
  const record = await openRecord(
    { databaseUrl: undefined, dataFolder, logLevel: 'silent' },
    'server',
    log,
    () => {},
  );
  const partnership = await ensureDemo(record, log);
  await record.clocks.set(
    partnership?.id ?? '',
    Temporal.Instant.from('2024-07-01T10:00:00+01:00'),
  );
  await record.close();
}

/** Starts the loop, kills it right after its n-th acknowledgement, and tells what it acknowledged. */
async function killInTheMiddle(
  program: string,
  folder: string,
  start: number,
  after: number,
): Promise<number[]> {
  const loop = startProgram([program, folder, String(start)]);
  await loop.line(new RegExp(`acknowledged ${start + after}\\n`));
  loop.child.kill('SIGKILL');
  const { stdout } = await loop.finished;
  return [...stdout.matchAll(/acknowledged (\d+)\n/g)].map(([, count]) => Number(count));
}

async function readBack(dataFolder: string) {
  const log = createLog('silent');
  const record = await openRecord(
    { databaseUrl: undefined, dataFolder, logLevel: 'silent' },
    'server',
    log,
    () => {},
  );
  try {
    const { prisma, pool } = record.database;
    const updates = await prisma.objectiveEntry.findMany({
      where: { kind: 'update' },
      select: { words: { select: { note: true } } },
    });
    const chases = await prisma.notification.findMany({
      where: { kind: 'chase' },
      select: { id: true, dedupeKey: true },
    });
    const { rows } = await pool.query<{ key: string }>('SELECT key FROM graphile_worker.jobs');
    return {
      notes: updates.map(({ words }) => words?.note ?? ''),
      chases,
      jobs: rows.map(({ key }) => key),
    };
  } finally {
    await record.close();
  }
}
