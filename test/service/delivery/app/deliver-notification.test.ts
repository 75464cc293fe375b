// Delivery: sent once; every failure ends where it should, and a send whose outcome nobody knows is
// never repeated.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { DeliveryError } from '../../../../src/core/outbox/app/delivery-error.ts';
import type { MessageSender } from '../../../../src/core/request/app/chat-ports.ts';
import { RetryLater } from '../../../../src/core/request/app/faults.ts';
import type { PartnershipRecord, RecordStore } from '../../../../src/core/request/app/ports.ts';
import { deliverNotification } from '../../../../src/service/delivery/app/deliver-notification.ts';
import { newNotification, someAttempt } from '../../../support/world/builders.ts';
import { loadOutbox } from '../../../support/world/outbox.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { recordingSender, type Sent, SLACK_TEAM } from '../../../support/world/plan-world.ts';

const WORDS = 'a note that nobody should find in the log';

describePlanOnBoth('deliver notification', (parts) => {
  /** Queues one message for Asha; its id. */
  async function queueOne(): Promise<string> {
    const { world, harness } = parts;
    const personId = await world.personId('owner@example.org');
    await world.record.notifications.enqueue([
      newNotification(personId, {
        payload: { kind: 'message', message: { title: WORDS, blocks: [] } },
      }),
    ]);
    const [row] = await loadOutbox(harness.prisma);
    return row?.id ?? '';
  }

  type Try = { senders?: readonly MessageSender[]; store?: RecordStore; partnershipId?: string };

  function deliver(id: string, { senders, store, partnershipId }: Try = {}): Promise<void> {
    const { world, harness } = parts;
    return deliverNotification(
      {
        store: store ?? harness.store,
        clock: world.clock,
        log: world.log,
        senders: senders ?? [recordingSender('teams', world.sent)],
        random: () => 1,
      },
      partnershipId ?? world.partnership.id,
      id,
    );
  }

  const row = async () => (await loadOutbox(parts.harness.prisma))[0];

  it('sends it once, and writes down where and when', async () => {
    const { world, harness } = parts;
    const id = await queueOne();

    await deliver(id);
    await deliver(id);

    expect(world.sent.map(({ message }) => message.title)).toEqual([WORDS]);
    expect(world.sent[0]?.target).toMatchObject({
      kind: 'person',
      userId: '00000000-0000-4000-8000-000000000020',
    });
    expect(await harness.prisma.notification.findFirst({ where: { id } })).toMatchObject({
      state: 'sent',
      sentVia: 'teams',
      externalId: 'teams-1',
      attempts: 1,
      lastError: null,
    });
  });

  it('sends it once when two deliverers have it, many times over', async () => {
    const { world } = parts;
    for (let round = 1; round <= 10; round++) {
      const personId = await world.personId('owner@example.org');
      await world.record.notifications.enqueue([newNotification(personId)]);
    }
    const rows = await loadOutbox(parts.harness.prisma);

    await Promise.all(rows.flatMap(({ id }) => [deliver(id), deliver(id), deliver(id)]));

    expect(world.sent).toHaveLength(10);
    expect((await loadOutbox(parts.harness.prisma)).map(({ attempts }) => attempts)).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
  });

  it.each([
    ['not-sent', new DeliveryError('not-sent', 'ratelimited'), 'queued', 'ratelimited'],
    ['never', new DeliveryError('never', 'account_inactive'), 'dead', 'account_inactive'],
    ['unknown', new DeliveryError('unknown', 'no-answer'), 'held', 'no-answer'],
    [
      'a refusal that may be somebody else’s',
      new DeliveryError('never', 'http-404', { mayBeThere: true }),
      ...(['held', 'http-404'] as const),
    ],
    ['a bug of ours', new TypeError(`cannot read ${WORDS}`), 'held', 'unexpected-error'],
    ['something that is no error', WORDS, 'held', 'unexpected-error'],
  ])('settles %s', async (_name, error, state, lastError) => {
    const { world } = parts;
    const id = await queueOne();

    const outcome = await deliver(id, { senders: [failing(error)] }).catch((thrown) => thrown);

    expect(await row()).toMatchObject({ state, lastError, attempts: 1 });
    expect(outcome instanceof RetryLater).toBe(state === 'queued');
    expect(world.lines).toHaveLength(1);
    expect(world.lines[0]).toMatchObject({
      level: state === 'queued' ? 'warn' : 'error',
      fields: { notification: id, code: lastError },
    });
  });

  it.each([
    ['never', new DeliveryError('never', 'account_inactive')],
    ['unknown', new DeliveryError('unknown', 'no-answer')],
  ])('does not try again after %s', async (_name, error) => {
    const { world } = parts;
    const id = await queueOne();
    await deliver(id, { senders: [failing(error)] });

    await deliver(id);

    expect(world.sent).toEqual([]);
  });

  it('never sends again what was being sent when the process died', async () => {
    const { world } = parts;
    const id = await queueOne();
    await world.record.notifications.claim(id, someAttempt);

    await deliver(id);

    expect(world.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('sends nothing when it wakes after ten minutes: it does not know what others have done', async () => {
    const { world, harness } = parts;
    const id = await queueOne();
    let wall = Temporal.Now.instant().subtract({ minutes: 10 });
    const asleep = deliverNotification(
      {
        ...{ store: harness.store, clock: world.clock, log: world.log, random: () => 1 },
        senders: [recordingSender('teams', world.sent)],
        wallClock: () => {
          const read = wall;
          wall = Temporal.Now.instant();
          return read;
        },
      },
      world.partnership.id,
      id,
    );

    await expect(asleep).rejects.toBeInstanceOf(RetryLater);
    expect(world.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: 'queued', lastError: 'asleep' });
  });

  it.each([
    ['was not sent', () => Promise.reject(new DeliveryError('not-sent', 'ratelimited'))],
    ['got no answer', () => Promise.reject(new DeliveryError('unknown', 'timeout'))],
    ['went out', async () => ({ externalId: 'too-late' })],
  ])(
    'does not settle another attempt when its own, which %s, has been taken over',
    async (_how, end) => {
      const { world, harness } = parts;
      const id = await queueOne();
      const sender: MessageSender = {
        ...recordingSender('teams', world.sent),
        async send() {
          // Meanwhile it was swept, sent again and is under way in another process.
          await harness.pool.query(
            `UPDATE notification SET attempted_at = attempted_at + interval '20 minutes' WHERE id = $1`,
            [id],
          );
          return await end();
        },
      };

      await deliver(id, { senders: [sender] }).catch(() => {});

      expect(await row()).toMatchObject({ state: 'sending', lastError: null });
    },
  );

  it('sends at the next try what was certainly not sent', async () => {
    const { world } = parts;
    const id = await queueOne();
    await deliver(id, { senders: [failing(new DeliveryError('not-sent', 'ratelimited'))] }).catch(
      () => {},
    );

    await deliver(id);

    expect(world.sent).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  });

  it.each([
    ['as long as it asked', 30_000, 30_000],
    ['not at all, when it asked for that', 0, 0],
    ['an hour at the most', 86_400_000, 3_600_000],
    ['two seconds when it did not say', undefined, 2_000],
  ])('waits for the platform %s', async (_name, retryAfterMs, afterMs) => {
    const id = await queueOne();
    const error = new DeliveryError('not-sent', 'ratelimited', { retryAfterMs });

    const outcome = await deliver(id, { senders: [failing(error)] }).catch((thrown) => thrown);

    expect(outcome).toBeInstanceOf(RetryLater);
    expect(outcome).toMatchObject({ afterMs });
  });

  it('waits twice as long each time, and gives up after eight tries', async () => {
    const id = await queueOne();
    const senders = [failing(new DeliveryError('not-sent', 'ECONNREFUSED'))];

    const waits: unknown[] = [];
    for (let tries = 1; tries <= 9; tries++) {
      await deliver(id, { senders }).catch(({ afterMs }) => waits.push(afterMs));
    }

    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000]);
    expect(await row()).toMatchObject({ state: 'dead', attempts: 8, lastError: 'ECONNREFUSED' });
  });

  it('holds what was sent and could not be written down, and does not send it again', async () => {
    const { world } = parts;
    const id = await queueOne();
    const store = altered((record) => ({
      ...record,
      notifications: {
        ...record.notifications,
        settle: async (which, outcome) => {
          if (outcome.state === 'sent') throw new Error('the connection was lost');
          return await record.notifications.settle(which, outcome);
        },
      },
    }));

    await deliver(id, { store });
    await deliver(id);

    expect(world.sent).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'held', lastError: 'unexpected-error' });
  });

  it('leaves it queued when it could not even be prepared: it was certainly not sent', async () => {
    const { world } = parts;
    const id = await queueOne();
    const store = altered((record) => ({
      ...record,
      people: {
        ...record.people,
        details: () => Promise.reject(new Error('the connection was lost')),
      },
    }));

    await expect(deliver(id, { store })).rejects.toThrow('the connection was lost');
    const afterFailure = await row();
    await deliver(id);

    expect(afterFailure).toMatchObject({ state: 'queued', attempts: 0 });
    expect(world.sent).toHaveLength(1);
  });

  it.each([
    ['slack', 'slack'],
    ['teams', 'teams'],
    [null, 'teams'],
  ] as const)('goes where its reader wants it: %s', async (preferredPlatform, platform) => {
    const { world, harness } = parts;
    const personId = await world.personId('owner@example.org');
    const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' } as const;
    await world.record.people.linkAccount(
      personId,
      account,
      Temporal.Instant.from('2024-08-01T09:00Z'),
    );
    await harness.prisma.person.updateMany({
      where: { id: personId },
      data: { preferredPlatform },
    });
    const sent: Sent[] = [];

    await deliver(await queueOne(), {
      senders: [recordingSender('slack', sent), recordingSender('teams', sent)],
    });

    expect(sent.map((one) => one.platform)).toEqual([platform]);
  });

  it('says why where nobody can be reached', async () => {
    const id = await queueOne();

    await deliver(id, { senders: [recordingSender('slack', [])] });

    const [told] = await parts.harness.prisma.notification.findMany({
      where: { dedupeKey: { startsWith: 'notice:unreachable:' } },
    });
    const rows = await loadOutbox(parts.harness.prisma);
    expect(rows.find((one) => one.id === id)).toMatchObject({
      state: 'dead',
      lastError: 'person-has-no-account',
    });
    expect(JSON.stringify(told?.payload)).toContain('has no account where PAP is connected');
  });

  it('says so when the channel has been switched off since', async () => {
    const { world, harness } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20');
    await harness.prisma.channelBinding.updateMany({ data: { active: false } });

    await world.deliver();

    expect(world.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: 'dead', lastError: 'no-such-channel' });
  });

  it.each(['00000000-0000-4000-8000-00000000dead', 'no-id'])(
    'does nothing for a notification that is not there: %s',
    async (id) => {
      await deliver(id);

      expect(parts.world.sent).toEqual([]);
    },
  );

  it('does not reach into another partnership', async () => {
    const { world, other } = parts;
    const id = await queueOne();

    await deliver(id, { partnershipId: other.partnershipId });

    expect(world.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: 'queued', attempts: 0 });
  });

  /** The record with something in the way. */
  function altered(alter: (record: PartnershipRecord) => PartnershipRecord): RecordStore {
    const { store } = parts.harness;
    return { ...store, open: (partnershipId) => alter(store.open(partnershipId)) };
  }
});

/** A sender that fails like this. */
function failing(error: unknown): MessageSender {
  return { ...recordingSender('teams', []), send: () => Promise.reject(error) };
}
