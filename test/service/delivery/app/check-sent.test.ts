// A send that got no answer: asked after where the platform can be asked, sent again only when it is certainly
// not there, and held for a person when nobody can tell.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { DeliveryError } from '../../../../src/core/outbox/app/delivery-error.ts';
import type { MessageSender } from '../../../../src/core/request/app/chat-ports.ts';
import { sweepUnsent } from '../../../../src/service/delivery/app/sweep-unsent.ts';
import {
  deliverOnce,
  linkAshaInSlack,
  queueForAsha,
  senderLike,
} from '../../../support/world/delivery-world.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

const START = Temporal.Now.instant();
const noAnswer = () => Promise.reject(new DeliveryError('unknown', 'timeout'));

describePlanOnBoth('check sent', (parts) => {
  const row = (id: string) => parts.harness.prisma.notification.findFirstOrThrow({ where: { id } });

  /** A message to Asha in Slack that got no answer; `findSent` says what is asked after. */
  async function sentWithoutAnswer(findSent: NonNullable<MessageSender['findSent']>) {
    await linkAshaInSlack(parts);
    await parts.harness.prisma.person.updateMany({ data: { preferredPlatform: 'slack' } });
    const id = await queueForAsha(parts);
    const silent = senderLike(parts.world, 'slack', { send: noAnswer, findSent });
    const first = await deliverOnce(parts, id, { senders: [silent], wall: START });
    const asked = senderLike(parts.world, 'slack', { findSent });
    const again = (seconds: number) =>
      deliverOnce(parts, id, { senders: [asked], wall: START.add({ seconds }) });
    return { id, first, again };
  }

  it('waits a minute before it asks, also when it is called too early', async () => {
    const { id, first, again } = await sentWithoutAnswer(async () => 'absent');

    const early = await again(20);

    expect(first).toBe(60_000);
    expect(early).toBe(40_000);
    expect(await row(id)).toMatchObject({
      state: 'checking',
      attempts: 1,
      lastError: 'timeout',
      finishedAt: null,
      route: { platform: 'slack', target: { kind: 'person', userId: 'U0ASHA00' } },
    });
  });

  it('is sent when it is there: by its mark, in its conversation, from before the attempt', async () => {
    const asked: unknown[] = [];
    const { id, again } = await sentWithoutAnswer(async (...question) => {
      asked.push(question);
      return { externalId: 'D1:2.3' };
    });

    expect(await again(61)).toBeNull();

    expect(await row(id)).toMatchObject({ state: 'sent', externalId: 'D1:2.3', sentVia: 'slack' });
    expect(parts.world.sent).toEqual([]);
    const since = new Date(START.epochMilliseconds - 300_000);
    expect(asked).toEqual([[expect.objectContaining({ userId: 'U0ASHA00' }), id, since]]);
  });

  it('is sent again when it is not there', async () => {
    const { id, again } = await sentWithoutAnswer(async () => 'absent');

    expect(await again(61)).toBe(2_000);
    const queued = await row(id);
    expect(await again(63)).toBeNull();

    expect(queued).toMatchObject({ state: 'queued', attempts: 1, lastError: 'not-there' });
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(parts.world.sent).toHaveLength(1);
  });

  it('is asked after less and less often while it cannot be told, and then held', async () => {
    const { id, again } = await sentWithoutAnswer(noAnswer);

    const waits = [await again(61), await again(600), await again(1_000)];
    expect(await again(7_200)).toBeNull();

    expect(waits[0]).toBeGreaterThanOrEqual(120_000);
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
    expect(await row(id)).toMatchObject({ state: 'held', lastError: 'timeout' });
    expect(parts.world.sent).toEqual([]);
  });

  it('is held at once where the platform says that it may not be asked', async () => {
    const { id, again } = await sentWithoutAnswer(() =>
      Promise.reject(new DeliveryError('never', 'missing_scope', { gone: 'app' })),
    );

    expect(await again(61)).toBeNull();

    expect(await row(id)).toMatchObject({ state: 'held', lastError: 'missing_scope' });
  });

  it('is held at once where the platform cannot be asked', async () => {
    const id = await queueForAsha(parts);

    const outcome = await deliverOnce(parts, id, {
      senders: [senderLike(parts.world, 'teams', { send: noAnswer })],
    });

    expect(outcome).toBeNull();
    expect(await row(id)).toMatchObject({ state: 'held', lastError: 'timeout' });
  });

  it('is given up after eight attempts that are not there', async () => {
    const { id, again } = await sentWithoutAnswer(async () => 'absent');
    await parts.harness.prisma.notification.updateMany({ where: { id }, data: { attempts: 8 } });

    expect(await again(61)).toBeNull();

    expect(await row(id)).toMatchObject({ state: 'dead', lastError: 'not-there' });
  });

  it.each([
    ['slack', { state: 'sent', externalId: 'D1:2.3' }],
    ['teams', { state: 'held', lastError: 'cannot-be-checked' }],
  ] as const)('finds out what a killed process left half sent in %s', async (platform, outcome) => {
    const { world, harness } = parts;
    const id = await queueForAsha(parts);
    const target = { kind: 'person', tenantId: 'T', userId: 'U' } as const;
    await world.record.notifications.claim(id, { route: { platform, target }, at: START });
    await harness.pool.query(
      `UPDATE notification SET state_since = now() - interval '16 minutes' WHERE id = $1`,
      [id],
    );

    const swept = await sweepUnsent(world.record, Temporal.Now.instant());
    const slack = senderLike(world, 'slack', { findSent: async () => ({ externalId: 'D1:2.3' }) });
    const senders = [slack, senderLike(world, 'teams')];
    await deliverOnce(parts, id, { senders, wall: START.add({ minutes: 20 }) });

    expect(swept).toEqual({ requeued: 0, checking: 1, held: 0 });
    expect(await row(id)).toMatchObject(outcome);
    expect(world.sent).toEqual([]);
  });

  it('takes the jobs of a dead process from it, and the queue of its channel', async () => {
    const { world, harness } = parts;
    const id = await queueForAsha(parts);
    await harness.pool.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now() - interval '20 minutes', attempts = 1`,
    );
    await harness.pool.query(
      `INSERT INTO graphile_worker._private_job_queues (queue_name, locked_by, locked_at)
       VALUES ('channel:x', 'dead', now() - interval '20 minutes')`,
    );

    await sweepUnsent(world.record, Temporal.Now.instant());

    const jobs = await harness.pool.query(
      'SELECT locked_by FROM graphile_worker._private_jobs WHERE key = $1',
      [`notification:${id}`],
    );
    const queues = await harness.pool.query(
      'SELECT locked_by FROM graphile_worker._private_job_queues',
    );
    expect(jobs.rows).toEqual([{ locked_by: null }]);
    expect(queues.rows.every(({ locked_by }) => locked_by === null)).toBe(true);
  });
});
