// The outbox: one row an intent, one job a row, and a state that only one caller can change.
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, it } from 'vitest';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildChannel,
  buildPartnership,
  buildPerson,
  newNotification,
  someAttempt,
  someInstant,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('notifications', (harness) => {
  let partnership: BuiltPartnership;
  let record: PartnershipRecord;
  let personId: string;
  beforeEach(async () => {
    partnership = await buildPartnership(harness.prisma);
    record = harness.store.open(partnership.id);
    personId = (await buildPerson(harness.prisma, partnership, { name: 'Asha' })).id;
  });

  async function rows() {
    return await harness.prisma.notification.findMany({
      where: { partnershipId: partnership.id },
      orderBy: { dedupeKey: 'asc' },
    });
  }

  async function jobs() {
    const { rows: found } = await harness.pool.query(
      `SELECT key, queue_name, max_attempts, run_at FROM graphile_worker.jobs
       WHERE key IN (SELECT 'notification:' || id FROM notification WHERE partnership_id = $1) ORDER BY id`,
      [partnership.id],
    );
    return found;
  }

  it('records an intent and its job once, however often it is meant', async () => {
    const notification = newNotification(personId, { dedupeKey: 'chase:1' });

    expect(await record.notifications.enqueue([notification, newNotification(personId)])).toBe(2);
    expect(await record.notifications.enqueue([notification])).toBe(0);
    expect(await record.notifications.enqueue([])).toBe(0);

    const found = await rows();
    expect(found).toHaveLength(2);
    expect((await jobs()).map(({ key }) => key).sort()).toEqual(
      found.map(({ id }) => `notification:${id}`).sort(),
    );
    const first = found.find(({ dedupeKey }) => dedupeKey === 'chase:1');
    expect(await record.notifications.find(first?.id ?? '')).toMatchObject({
      id: first?.id,
      kind: 'rag-change',
      personId,
      channelBindingId: null,
      payload: notification.payload,
      state: 'queued',
      attempts: 0,
      route: null,
      attemptedAt: null,
      externalId: null,
    });
  });

  it('leaves neither row nor job behind a transaction that is rolled back', async () => {
    const failing = record.transaction(async ({ notifications }) => {
      await notifications.enqueue([newNotification(personId)]);
      throw new Error('changed my mind');
    });

    await expect(failing).rejects.toThrow('changed my mind');
    expect(await rows()).toEqual([]);
    const { rows: left } = await harness.pool.query(
      `SELECT count(*)::int AS count FROM graphile_worker._private_jobs WHERE payload->>'partnershipId' = $1`,
      [partnership.id],
    );
    expect(left).toEqual([{ count: 0 }]);
  });

  it('puts what goes to one channel into one queue, also when two themes share it', async () => {
    const channel = await buildChannel(harness.prisma, partnership, { channelId: '19:shared' });
    const twin = await buildChannel(harness.prisma, partnership, {
      channelId: '19:shared',
      themeId: null,
    });
    const other = await buildChannel(harness.prisma, partnership);
    const to = (channelBindingId: string) => newNotification('', { target: { channelBindingId } });

    await record.notifications.enqueue([
      to(channel.id),
      to(twin.id),
      to(other.id),
      newNotification(personId),
    ]);

    const queues = (await jobs()).map(({ queue_name }) => queue_name);
    expect(queues.filter((queue) => queue === null)).toHaveLength(1);
    expect(new Set(queues)).toHaveProperty('size', 3);
    expect((await jobs()).map(({ max_attempts }) => max_attempts)).toEqual([8, 8, 8, 8]);
  });

  it('is claimed by one of eight callers at once, and settled once', async () => {
    await record.notifications.enqueue([newNotification(personId)]);
    const id = (await rows())[0]?.id ?? '';
    const { notifications } = record;
    expect(await notifications.settle(id, { state: 'sent', at: someInstant })).toBe(false);

    const claims = await Promise.all(
      Array.from({ length: 8 }, () => notifications.claim(id, someAttempt)),
    );

    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await notifications.find(id)).toMatchObject({ state: 'sending', attempts: 1 });
    const outcome = {
      state: 'sent',
      at: someInstant,
      sentVia: 'teams',
      externalId: 'm-1',
    } as const;
    const settled = await Promise.all([
      notifications.settle(id, outcome),
      notifications.settle(id, outcome),
    ]);
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect((await rows())[0]).toMatchObject({
      state: 'sent',
      sentVia: 'teams',
      externalId: 'm-1',
      lastError: null,
      finishedAt: new Date('2024-07-01T09:00:00Z'),
    });
    expect(await notifications.claim(id, someAttempt)).toBe(false);
  });

  it('can go back to the queue with its reason', async () => {
    await record.notifications.enqueue([newNotification(personId)]);
    const id = (await rows())[0]?.id ?? '';
    await record.notifications.claim(id, someAttempt);

    await record.notifications.settle(id, {
      state: 'queued',
      at: someInstant,
      lastError: 'rate_limited',
    });

    expect((await rows())[0]).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: 'rate_limited',
      finishedAt: null,
    });
    expect(await record.notifications.claim(id, someAttempt)).toBe(true);
  });

  it('tells past chases with the local day of their recording', async () => {
    const cycleId = '0190a000-0000-7000-8000-000000000001';
    const chase = (at: string, step: 'open' | 'nudge') =>
      newNotification(personId, {
        kind: 'chase',
        dedupeKey: `chase-${at}`,
        payload: { kind: 'chase', cycleId, step, objectiveIds: [] },
        createdAt: Temporal.Instant.from(at),
      });
    await record.notifications.enqueue([
      chase('2024-06-30T22:59:00Z', 'open'),
      chase('2024-06-30T23:01:00Z', 'nudge'),
    ]);
    const since = (day: string) => record.notifications.pastChases(Temporal.PlainDate.from(day));

    const chased = { personId, cycleId, objectiveIds: [], outcome: 'waiting' };
    expect(await since('2024-06-30')).toEqual([
      { ...chased, step: 'open', on: Temporal.PlainDate.from('2024-06-30') },
      { ...chased, step: 'nudge', on: Temporal.PlainDate.from('2024-07-01') },
    ]);
    expect((await since('2024-07-01')).map(({ step }) => step)).toEqual(['nudge']);

    // What is being sent, and what was cancelled, waits no more.
    const why = 'overtaken before it was sent';
    const keys = (await rows()).map(({ id, dedupeKey }) => ({ id, dedupeKey, why }) as const);
    await record.notifications.claim(keys[1]?.id ?? '', someAttempt);
    const cancelled = await record.notifications.cancelWaiting(keys, someInstant);
    expect(cancelled).toEqual(new Set([keys[0]?.dedupeKey]));
    expect((await since('2024-06-30')).map(({ outcome }) => outcome)).toEqual(['passed', 'other']);
    expect((await rows())[0]).toMatchObject({ state: 'cancelled', lastError: why });
  });

  it('finds what is stuck by real time, and gives a lost row to the queue again', async () => {
    await record.notifications.enqueue([
      newNotification(personId, { dedupeKey: 'a' }),
      newNotification(personId, { dedupeKey: 'b' }),
    ]);
    const [queued, sending] = (await rows()).map(({ id }) => id);
    await record.notifications.claim(sending ?? '', someAttempt);
    const inAnHour = Temporal.Now.instant().add({ hours: 1 });
    const anHourAgo = Temporal.Now.instant().subtract({ hours: 1 });

    expect(await record.notifications.listStuck(anHourAgo)).toEqual([]);
    expect(await record.notifications.listStuck(inAnHour)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: queued, state: 'queued', route: null }),
        expect.objectContaining({ id: sending, state: 'sending', route: someAttempt.route }),
      ]),
    );

    const before = await jobs();
    await record.notifications.requeue(queued ?? '');
    expect(await jobs()).toEqual(before);
    await harness.pool.query(`SELECT graphile_worker.remove_job('notification:' || $1)`, [queued]);
    await record.notifications.requeue(queued ?? '');
    await record.notifications.requeue(sending ?? '');
    expect((await jobs()).map(({ key }) => key).sort()).toEqual(
      [`notification:${queued}`, `notification:${sending}`].sort(),
    );
    expect(await jobs()).not.toEqual(before);
  });

  it('lists what was recorded at an instant, and when a digest last went out', async () => {
    const channel = await buildChannel(harness.prisma, partnership, { name: 'Right Support' });
    const digest = newNotification('', {
      kind: 'digest',
      dedupeKey: `digest:channel:${channel.id}:w27`,
      target: { channelBindingId: channel.id },
    });
    await record.notifications.enqueue([digest, newNotification(personId)]);
    expect(await record.notifications.lastDigestAt(`digest:channel:${channel.id}:`)).toBeNull();

    const { id } = await harness.prisma.notification.findFirstOrThrow({
      where: { dedupeKey: digest.dedupeKey },
    });
    await record.notifications.claim(id, someAttempt);
    await record.notifications.settle(id, { state: 'sent', at: someInstant.add({ minutes: 5 }) });

    expect(
      (await record.notifications.lastDigestAt(`digest:channel:${channel.id}:`))?.toString(),
    ).toBe(someInstant.toString());
    expect(await record.notifications.lastDigestAt('digest:channel:_')).toBeNull();
    expect(await record.notifications.listCreatedAt(someInstant)).toEqual([
      { kind: 'digest', to: 'Right Support' },
      { kind: 'rag-change', to: 'Asha' },
    ]);
    expect(await record.notifications.listCreatedAt(someInstant.add({ seconds: 1 }))).toEqual([]);
  });

  it('is the partnership’s own', async () => {
    await record.notifications.enqueue([newNotification(personId, { dedupeKey: 'same' })]);
    const id = (await rows())[0]?.id ?? '';
    const other = await buildPartnership(harness.prisma);
    const { notifications } = harness.store.open(other.id);

    expect(await notifications.find(id)).toBeNull();
    expect(await notifications.claim(id, someAttempt)).toBe(false);
    expect(await notifications.listStuck(Temporal.Now.instant().add({ hours: 1 }))).toEqual([]);
    expect(await notifications.pastChases(Temporal.PlainDate.from('2020-01-01'))).toEqual([]);
    expect(await notifications.listCreatedAt(someInstant)).toEqual([]);
    const theirs = await buildPerson(harness.prisma, other);
    expect(await notifications.enqueue([newNotification(theirs.id, { dedupeKey: 'same' })])).toBe(
      1,
    );
  });

  it('takes back what is queued, and never sends what is being checked', async () => {
    const channel = await buildChannel(harness.prisma, partnership);
    const target = { channelBindingId: channel.id };
    await record.notifications.enqueue([
      newNotification('', { target, dedupeKey: 'news:1:a' }),
      newNotification('', { target, dedupeKey: 'news:1:b' }),
    ]);
    const [, checked] = (await rows()).map(({ id }) => id);
    await record.notifications.claim(checked ?? '', someAttempt);
    await record.notifications.settle(checked ?? '', { state: 'checking', at: someInstant });

    const withdrawn = await record.notifications.withdraw('news:1:', someInstant);

    expect(withdrawn).toEqual({ cancelled: 1, toldChannels: [channel.id], toldPeople: [] });
    expect((await rows()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });
});
