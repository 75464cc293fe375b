// Whoever asks is answered at once, however many messages are on their way: a send that hangs holds neither a
// connection to the database nor anything else that an answer needs.
import { expect, it, vi } from 'vitest';
import { startQueue } from '../../src/queue.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import { newNotification } from '../support/world/builders.ts';
import { senderLike } from '../support/world/delivery-world.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';

describePlanOnBoth('answers come first', (parts) => {
  it('answers while every delivery hangs and many more wait', async () => {
    const { world, harness } = parts;
    const personId = await world.personId('owner@example.org');
    await world.record.notifications.enqueue(
      Array.from({ length: 40 }, () => newNotification(personId)),
    );
    let hanging = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = senderLike(world, 'teams', {
      send: async () => {
        hanging++;
        await held;
        return { externalId: 'late' };
      },
    });
    const { clock, log } = world;
    // One partnership has at most half of the places.
    const queue = await startQueue({
      ...{ pool: harness.pool, log, concurrency: 8 },
      deliver: (id, partnershipId) =>
        deliverNotification(
          { store: harness.store, clock, log, senders: [slow] },
          partnershipId,
          id,
        ),
    });
    await vi.waitFor(() => expect(hanging).toBe(4), { timeout: 20_000, interval: 20 });

    const replies = await Promise.all(
      Array.from({ length: 12 }, () => world.pap('owner@example.org', 'mine')),
    );

    expect(replies.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 12 }, () => 'done'));
    expect(hanging).toBe(4);
    const stopping = queue.stop(20_000);
    release();
    await stopping;
    expect(await harness.prisma.notification.count({ where: { state: 'sending' } })).toBe(0);
  });
});
