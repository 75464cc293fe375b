// A job's slot is run once however many processes fire together; a failure stops nothing else.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Job, quarterHour, runJob } from '../../../../src/service/jobs/app/run-job.ts';
import { createRecordStore } from '../../../../src/service/record/db/record.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('run job', (parts) => {
  /** A job that notes for which partnerships it ran. */
  function countingJob(work: () => Promise<void> = async () => {}) {
    const ran: string[] = [];
    const job: Job = {
      id: 'count',
      rule: '0 */15 * * * *',
      slot: quarterHour,
      async run(_record, { key }) {
        ran.push(key);
        await work();
        return { queued: ran.length };
      },
    };
    return { job, ran };
  }

  function jobParts() {
    const { world, harness } = parts;
    return { store: createRecordStore(harness.prisma), clock: world.clock, log: world.log };
  }

  it('runs it for every partnership, and writes down what came of it', async () => {
    const { world, harness } = parts;
    const { job, ran } = countingJob();

    await runJob(job, jobParts());

    const keys = (await harness.store.list()).map(({ key }) => key);
    const runs = await harness.prisma.jobRun.findMany({
      where: { partnershipId: world.partnership.id },
    });
    expect(ran.toSorted()).toEqual(keys.toSorted());
    expect(keys).toHaveLength(2);
    expect(runs).toEqual([
      expect.objectContaining({
        job: 'count',
        scheduledFor: new Date('2024-07-01T08:45:00Z'),
        finishedAt: new Date('2024-07-01T08:45:00Z'),
        outcome: expect.stringMatching(/^\{"queued":\d\}$/),
      }),
    ]);
    expect(world.lines.map(({ message }) => message)).toEqual(['job done', 'job done']);
  });

  it('runs a slot once, in turn and from four processes at the same time', async () => {
    const { world } = parts;
    const { job, ran } = countingJob();

    await Promise.all([1, 2, 3, 4].map(() => runJob(job, jobParts())));
    world.at('2024-07-01T09:59');
    await runJob(job, jobParts());

    expect(ran).toHaveLength(2);
  });

  it('runs the next slot', async () => {
    const { world } = parts;
    const { job, ran } = countingJob();
    await runJob(job, jobParts());

    world.at('2024-07-01T10:00');
    await runJob(job, jobParts());

    expect(ran).toHaveLength(4);
  });

  it('runs the other partnerships when one fails, logs it, and throws nothing', async () => {
    const { world } = parts;
    let calls = 0;
    const { job, ran } = countingJob(async () => {
      if (++calls === 1) throw new Error('the first one fails');
    });

    await runJob(job, jobParts());

    expect(ran).toHaveLength(2);
    expect(world.lines.map(({ level, message }) => [level, message])).toEqual([
      ['error', 'job failed'],
      ['info', 'job done'],
    ]);
    expect(world.lines[0]?.fields).toMatchObject({ job: 'count' });
  });

  it('runs a slot that failed again, once the run may be held to be dead', async () => {
    const { world } = parts;
    let works = false;
    const weekly = countingJob(async () => {
      if (!works) throw new Error('not yet');
    });
    const job: Job = { ...weekly.job, slot: () => Temporal.Instant.from('2024-07-01T08:30:00Z') };
    await runJob(job, jobParts());
    works = true;

    world.at('2024-07-01T09:54');
    await runJob(job, jobParts());
    const soon = weekly.ran.length;
    world.at('2024-07-01T09:56');
    await runJob(job, jobParts());
    await runJob(job, jobParts());

    expect(soon).toBe(2);
    expect(weekly.ran).toHaveLength(4);
  });

  it('logs it, and throws nothing, when the record cannot be reached at all', async () => {
    const { world } = parts;
    const { job, ran } = countingJob();
    const store = { ...jobParts().store, list: () => Promise.reject(new Error('no connection')) };

    await expect(runJob(job, { ...jobParts(), store })).resolves.toBeUndefined();

    expect(ran).toEqual([]);
    expect(world.lines).toEqual([
      expect.objectContaining({ level: 'error', message: 'job failed' }),
    ]);
  });

  it('logs it, and throws nothing, when the clock fails', async () => {
    const { world } = parts;
    const { job } = countingJob();
    const clock = { now: () => Promise.reject(new Error('no connection')) };

    await expect(runJob(job, { ...jobParts(), clock })).resolves.toBeUndefined();

    expect(world.lines.map(({ level }) => level)).toEqual(['error', 'error']);
  });
});

describe('quarterHour', () => {
  it.each([
    ['2024-07-01T09:00:00Z', '2024-07-01T09:00:00Z'],
    ['2024-07-01T09:14:59.999Z', '2024-07-01T09:00:00Z'],
    ['2024-07-01T09:15:00Z', '2024-07-01T09:15:00Z'],
    ['2024-07-01T23:59:59Z', '2024-07-01T23:45:00Z'],
    // The hour that the clocks go back over is two different ones.
    ['2024-10-27T00:59:00Z', '2024-10-27T00:45:00Z'],
    ['2024-10-27T01:59:00Z', '2024-10-27T01:45:00Z'],
  ])('%s lies in the slot of %s', (now, slot) => {
    expect(quarterHour(Temporal.Instant.from(now)).toString()).toBe(slot);
  });
});
