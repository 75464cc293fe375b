// The queue delivers what the outbox put in, again when asked, and one after the other to a channel.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  installQueue,
  QUEUE_SCHEMA_VERSION,
} from '../../../../src/core/database/db/queue-tables.ts';
import { RetryLater } from '../../../../src/core/request/app/faults.ts';
import { type Queue, startQueue } from '../../../../src/queue.ts';
import { keepQueueLocks } from '../../../../src/service/jobs/db/queue-locks.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildChannel,
  buildPartnership,
  buildPerson,
  newNotification,
} from '../../../support/world/builders.ts';

const waiting = { timeout: 15_000, interval: 20 };

describeOnBothDatabases('the queue', (harness) => {
  let partnership: BuiltPartnership;
  let queue: Queue | undefined;
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  beforeEach(async () => {
    vi.clearAllMocks();
    await harness.reset();
    partnership = await buildPartnership(harness.prisma);
  });
  afterEach(async () => {
    await queue?.stop(5_000);
    queue = undefined;
  });

  async function deliverWith(
    deliver: (id: string, partnershipId: string) => Promise<void>,
  ): Promise<void> {
    queue = await startQueue({ pool: harness.pool, log, concurrency: 4, deliver });
  }

  async function enqueue(...facts: Parameters<typeof newNotification>[1][]): Promise<void> {
    const { id } = await buildPerson(harness.prisma, partnership);
    await harness.store
      .open(partnership.id)
      .notifications.enqueue(facts.map((each) => newNotification(id, each)));
  }

  async function jobs() {
    const { rows } = await harness.pool.query(
      'SELECT key, queue_name, attempts, max_attempts, priority, flags, extract(epoch FROM run_at - now())::float AS seconds FROM graphile_worker.jobs ORDER BY id',
    );
    return rows;
  }

  it('is installed by the library’s own hand, and found installed after that', async () => {
    const { rows } = await harness.pool.query(
      'SELECT max(id) AS version FROM graphile_worker.migrations',
    );

    expect(rows).toEqual([{ version: QUEUE_SCHEMA_VERSION }]);
    await installQueue(harness.pool);
  });

  it('delivers what waited before it started and what comes after, each once', async () => {
    const delivered: string[] = [];
    await enqueue({ dedupeKey: 'before' });
    await deliverWith(async (id, partnershipId) => {
      expect(partnershipId).toBe(partnership.id);
      delivered.push(id);
    });
    await vi.waitFor(() => expect(delivered).toHaveLength(1), waiting);

    await enqueue({ dedupeKey: 'after' }, { dedupeKey: 'after that' });
    await vi.waitFor(() => expect(delivered).toHaveLength(3), waiting);

    const ids = (await harness.prisma.notification.findMany()).map(({ id }) => id);
    expect(delivered.sort()).toEqual(ids.sort());
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), waiting);
    expect(log.error).not.toHaveBeenCalled();
  });

  it('waits for the time that it was asked to without using up an attempt, on the same key and queue', async () => {
    const channel = await buildChannel(harness.prisma, partnership);
    await enqueue({ target: { channelBindingId: channel.id } });
    const [before] = await jobs();
    await deliverWith(async () => {
      throw new RetryLater(3_600_000);
    });

    await vi.waitFor(
      async () => expect((await jobs())[0]?.seconds).toBeGreaterThan(3_500),
      waiting,
    );
    await queue?.stop(5_000);
    queue = undefined;

    const [after, ...others] = await jobs();
    expect(others).toEqual([]);
    expect(after).toMatchObject({
      key: before?.key,
      queue_name: before?.queue_name,
      attempts: 0,
      max_attempts: 8,
      priority: 1,
      flags: { [`partnership:${partnership.id}`]: true },
    });
    expect(after?.seconds).toBeLessThan(3_601);
    expect(log.error).not.toHaveBeenCalled();
  });

  it('delivers after all when the wait is over', async () => {
    let tries = 0;
    await enqueue({});
    await deliverWith(async () => {
      if (++tries < 3) throw new RetryLater(10);
    });

    await vi.waitFor(async () => expect(await jobs()).toEqual([]), waiting);
    expect(tries).toBe(3);
  });

  it('backs off from a fault by itself, and says so without the message', async () => {
    await enqueue({});
    await deliverWith(async () => {
      throw new Error('out of order');
    });

    await vi.waitFor(
      async () => expect(await jobs()).toMatchObject([{ attempts: 1, max_attempts: 8 }]),
      waiting,
    );
    await vi.waitFor(() => expect(log.error).toHaveBeenCalledTimes(1), waiting);
    expect(log.error.mock.calls[0]?.[0]).toEqual({ err: new Error('out of order') });
  });

  it('sends to one channel one after the other, and to others meanwhile', async () => {
    const channel = await buildChannel(harness.prisma, partnership);
    const toChannel = { target: { channelBindingId: channel.id } };
    await enqueue(toChannel, toChannel, {});
    const channelIds = new Set(
      (await harness.prisma.notification.findMany({ where: { channelBindingId: channel.id } })).map(
        ({ id }) => id,
      ),
    );
    const begun: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await deliverWith(async (id) => {
      begun.push(id);
      if (channelIds.has(id)) await held;
    });

    await vi.waitFor(() => expect(begun).toHaveLength(2), waiting);
    expect(begun.filter((id) => channelIds.has(id))).toHaveLength(1);
    release();

    await vi.waitFor(() => expect(begun).toHaveLength(3), waiting);
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), waiting);
  });

  const ageLocks = (by: string, seconds: number) =>
    harness.pool.query(
      `WITH q AS (UPDATE graphile_worker._private_job_queues SET locked_by = $1, locked_at = now() - make_interval(secs => $2))
       UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - make_interval(secs => $2)`,
      [by, seconds],
    );

  it('takes up what a killed process had begun, and the queue of its channel, once it is silent', async () => {
    const channel = await buildChannel(harness.prisma, partnership);
    await enqueue({ target: { channelBindingId: channel.id } }, {});
    await ageLocks('a dead process', 36);
    const delivered: string[] = [];

    await deliverWith(async (id) => {
      delivered.push(id);
    });

    await vi.waitFor(() => expect(delivered).toHaveLength(2), waiting);
  });

  it('takes nothing from a process that has spoken for it, however long that takes', async () => {
    await enqueue({});
    await ageLocks('a slow process', 36);
    await keepQueueLocks(harness.pool, ['a slow process']);
    await keepQueueLocks(harness.pool, ['another one']);

    const { rows } = await harness.pool.query(
      'SELECT locked_by FROM graphile_worker._private_jobs',
    );
    expect(rows).toEqual([{ locked_by: 'a slow process' }]);
  });

  it('speaks for what it is delivering', async () => {
    await enqueue({});
    const begun: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await deliverWith(async (id) => {
      begun.push(id);
      await held;
    });
    await vi.waitFor(() => expect(begun).toHaveLength(1), waiting);
    const lockedBy = async () =>
      (await harness.pool.query('SELECT locked_by FROM graphile_worker._private_jobs')).rows;

    const [own] = await lockedBy();
    expect(own?.locked_by).toBe(queue?.workerIds()[0]);
    release();
  });

  it('goes on when a clock that ran ahead is put right', async () => {
    await enqueue({}, {});
    // One waits, and one is locked, since a time that has not come yet.
    await harness.pool.query(`
      UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 day', updated_at = now() + interval '1 day'`);
    await harness.pool.query(`
      UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now() + interval '1 day'
      WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs)`);
    const delivered: string[] = [];

    await deliverWith(async (id) => {
      delivered.push(id);
    });
    await keepQueueLocks(harness.pool, []);

    await vi.waitFor(() => expect(delivered).toHaveLength(2), waiting);
  });

  it('finishes what it is sending before it stops, and takes nothing new', async () => {
    const begun: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await enqueue({});
    await deliverWith(async (id) => {
      begun.push(id);
      await held;
    });
    await vi.waitFor(() => expect(begun).toHaveLength(1), waiting);

    let stopped = false;
    const stopping = queue?.stop(10_000).then(() => {
      stopped = true;
    });
    await enqueue({});
    expect(stopped).toBe(false);
    release();
    await stopping;
    queue = undefined;

    expect(begun).toHaveLength(1);
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ attempts: 0 }]), waiting);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('waits no longer than it may for what never ends, and says so', async () => {
    let begun = false;
    let release = () => {};
    await enqueue({});
    await deliverWith(async () => {
      begun = true;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    await vi.waitFor(() => expect(begun).toBe(true), waiting);

    await queue?.stop(50);
    queue = undefined;

    expect(log.warn).toHaveBeenCalledTimes(1);
    release();
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), waiting);
  });
});
