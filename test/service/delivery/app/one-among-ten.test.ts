// Ten partnerships on one record, one of which misbehaves: it floods the queue, its workspace hangs, its plan is bad, its
// jobs fail or never end. The other nine notice nothing.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { jobs } from '../../../../scheduled/index.ts';
import type { MessageSender } from '../../../../src/core/request/app/chat-ports.ts';
import { RetryLater } from '../../../../src/core/request/app/faults.ts';
import { type Queue, startQueue } from '../../../../src/queue.ts';
import { deliverNotification } from '../../../../src/service/delivery/app/deliver-notification.ts';
import { type Job, quarterHour, runJob } from '../../../../src/service/jobs/app/run-job.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildPartnership,
  newNotification,
  someInstant,
} from '../../../support/world/builders.ts';
import { recordingSender, type Sent, unhurried } from '../../../support/world/plan-world.ts';

const waiting = { timeout: 20_000, interval: 20 };
const FLOOD = 100;

describeOnBothDatabases('one among ten', (harness) => {
  let bad: BuiltPartnership;
  let others: BuiltPartnership[];
  let queue: Queue | undefined;
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const clock = { now: async () => someInstant };

  beforeEach(async () => {
    vi.clearAllMocks();
    await harness.reset();
    bad = await buildPartnership(harness.prisma);
    others = [];
    for (let made = 0; made < 9; made++) others.push(await buildPartnership(harness.prisma));
  });
  afterEach(async () => {
    await queue?.stop(5_000);
    queue = undefined;
  });

  /** Queues messages to a channel each, so that nothing but their partnership keeps them apart. */
  async function enqueue(partnership: BuiltPartnership, count: number, tenantId: string) {
    const { id: partnershipId, themeId } = partnership;
    const channels = await harness.prisma.channelBinding.createManyAndReturn({
      data: Array.from({ length: count }, () => ({
        ...{ partnershipId, themeId, tenantId, platform: 'teams' as const, name: 'One of many' },
        channelId: `19:${randomUUID()}`,
      })),
    });
    const messages = channels.map(({ id }) =>
      newNotification('', { target: { channelBindingId: id } }),
    );
    await harness.store.open(partnership.id).notifications.enqueue(messages);
  }

  it('floods the queue: each of the others is sent its own before the flood goes on', async () => {
    await enqueue(bad, FLOOD, 'flooded');
    for (const other of others) await enqueue(other, 2, other.key);
    const order: string[] = [];

    queue = await startQueue({
      ...{ pool: harness.pool, log, concurrency: 4 },
      async deliver(_id, partnershipId) {
        order.push(partnershipId);
      },
    });
    await vi.waitFor(() => expect(order).toHaveLength(FLOOD + 18), waiting);

    const last = order.findLastIndex((id) => id !== bad.id);
    // Two rounds of ten, and what was under way beside them.
    expect(last).toBeLessThan(20 + 2 * 4);
  });

  it('goes on while the flood comes in', async () => {
    await enqueue(bad, FLOOD, 'flooded');
    const order: string[] = [];
    queue = await startQueue({
      ...{ pool: harness.pool, log, concurrency: 4 },
      async deliver(_id, partnershipId) {
        order.push(partnershipId);
        if (order.length === 20) await enqueue(others[0] as BuiltPartnership, 1, 'late');
      },
    });

    await vi.waitFor(() => expect(order).toHaveLength(FLOOD + 1), waiting);

    expect(order.indexOf(others[0]?.id ?? '')).toBeLessThan(60);
  });

  it('has a workspace that hangs: it takes half of the places, and everybody else is sent to', async () => {
    await enqueue(bad, 30, 'hanging');
    for (const other of others) await enqueue(other, 2, other.key);
    let release = () => {};
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sent: Sent[] = [];
    const calm = recordingSender('teams', sent);
    let hung = 0;
    const sender: MessageSender = {
      ...calm,
      async send(target, message) {
        if (target.tenantId === 'hanging') {
          hung++;
          await hanging;
        }
        return await calm.send(target, message);
      },
    };
    const parts = { store: harness.store, clock, log, senders: [sender] };
    queue = await startQueue({
      ...{ pool: harness.pool, log, concurrency: 4 },
      deliver: (id, partnershipId) => deliverNotification(parts, partnershipId, id),
    });

    await vi.waitFor(() => expect(sent).toHaveLength(18), waiting);
    expect(hung).toBeGreaterThan(0);
    expect(hung).toBeLessThanOrEqual(2);

    release();
    await vi.waitFor(() => expect(sent).toHaveLength(48), waiting);
  });

  it('may not use more than half of the pace of a workspace that others share', async () => {
    const [other] = others as [BuiltPartnership];
    for (const { id } of [bad, other]) await harness.store.bindWorkspace(id, 'teams', 'shared');
    await enqueue(bad, 3, 'shared');
    await enqueue(other, 1, 'shared');
    const sent: Sent[] = [];
    const limit = { key: 'teams shared', everyMs: 600_000, burst: 4 };
    const sender: MessageSender = {
      ...recordingSender('teams', sent),
      paceOf: () => ({ limits: [limit], slowedBy: limit, stoppedBy: limit }),
    };
    const parts = { store: harness.store, clock, log, senders: [sender] };
    const rows = await harness.prisma.notification.findMany({ orderBy: { seq: 'asc' } });
    const outcomes: string[] = [];
    for (const { id, partnershipId } of rows)
      await deliverNotification(parts, partnershipId, id).then(
        () => outcomes.push('sent'),
        (error: unknown) => outcomes.push(error instanceof RetryLater ? 'later' : 'fault'),
      );

    expect(outcomes).toEqual(['sent', 'sent', 'later', 'sent']);
  });

  it('has a plan that no job can read: every job is done for the others', async () => {
    await harness.prisma.partnership.update({
      where: { id: bad.id },
      data: { timeZone: 'Nowhere/None' },
    });

    for (const job of jobs) await runJob(job, { store: harness.store, clock, log });

    const runs = await harness.prisma.jobRun.findMany({ where: { finishedAt: { not: null } } });
    for (const { id } of others)
      expect(runs.filter(({ partnershipId }) => partnershipId === id)).toHaveLength(jobs.length);
    // What asks for no local time is done for the bad one too; every other job fails, and for it alone.
    const ofBad = runs.filter(({ partnershipId }) => partnershipId === bad.id);
    const failed = log.error.mock.calls.map(([fields]) => fields);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length + ofBad.length).toBe(jobs.length);
    for (const fields of failed) expect(fields).toMatchObject({ partnership: bad.key });
  });

  it('has a job that fails, and one that never ends: they are run for the others', async () => {
    const never = new Promise<Record<string, number>>(() => {});
    const ends: Record<string, () => Promise<Record<string, number>>> = {
      failing: async () => {
        throw new Error('a bad row');
      },
      endless: () => never,
    };
    for (const [id, ofBad] of Object.entries(ends)) {
      const job: Job = {
        ...{ id, rule: '0 */15 * * * *', slot: quarterHour },
        run: async (_record, { key }) => (key === bad.key ? await ofBad() : { queued: 0 }),
      };

      await runJob(job, { store: harness.store, clock, log, patienceMs: 50 });

      // On a slow machine theirs may take longer than the patience as well, and goes on all the same.
      await vi.waitFor(async () => {
        const done = await harness.prisma.jobRun.findMany({
          where: { job: id, finishedAt: { not: null } },
        });
        expect(done.map(({ partnershipId }) => partnershipId).toSorted()).toEqual(
          others.map((other) => other.id).toSorted(),
        );
      }, waiting);
    }
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(log.warn).toHaveBeenCalledWith(
      { job: 'endless', partnership: bad.key },
      'a job takes long',
    );
  });

  it('is paused or has nothing to do with the pace of others that share nothing with it', async () => {
    const [other] = others as [BuiltPartnership];
    await harness.store.open(bad.id).operations.setSendingPaused(someInstant);
    await enqueue(bad, 1, bad.key);
    await enqueue(other, 1, other.key);
    const sent: Sent[] = [];
    const sender = { ...recordingSender('teams', sent), paceOf: () => unhurried('teams') };
    const parts = { store: harness.store, clock, log, senders: [sender] };
    queue = await startQueue({
      ...{ pool: harness.pool, log, concurrency: 4 },
      deliver: (id, partnershipId) => deliverNotification(parts, partnershipId, id),
    });

    await vi.waitFor(() => expect(sent).toHaveLength(1), waiting);

    expect(sent[0]?.target.tenantId).toBe(other.key);
  });
});
