// A request that may or may not have arrived: the office hears of it at once and decides with one press; the next
// step of the schedule goes out all the same, and nobody is told of somebody's silence who may not have been asked.

import { expect, it } from 'vitest';
import { sweepUnsent } from '../../../../scheduled/sweep-unsent.ts';
import { type Message, paragraph } from '../../../../src/core/message/messages/message.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { DeliveryError } from '../../../../src/core/outbox/app/delivery-error.ts';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { deliverOnce, queueForAsha, senderLike } from '../../../support/world/delivery-world.ts';
import { buttonsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

const ASHA_IN_TEAMS = '00000000-0000-4000-8000-000000000020';

describePlanOnBoth('what is held', (parts) => {
  const noAnswer = () =>
    senderLike(parts.world, 'teams', {
      send: () => Promise.reject(new DeliveryError('unknown', 'http-502')),
    });
  const rows = () => parts.harness.prisma.notification.findMany({ orderBy: { seq: 'asc' } });
  const row = async (id: string) => (await rows()).find((one) => one.id === id);

  /** The office's messages about what is held, as they were queued. */
  async function told(): Promise<Message[]> {
    return (await rows())
      .filter(({ dedupeKey }) => dedupeKey.startsWith('notice:held:'))
      .map(({ payload }) => (payload as unknown as { message: Message }).message);
  }

  /** Asha's chase of the day, at a time; its id. */
  async function chaseOf(time: string): Promise<string> {
    const { world } = parts;
    world.at(time);
    await world.run(chaseDueOwners);
    const asha = await world.personId(ASHA);
    const chase = (await rows()).findLast(
      ({ kind, personId, state }) => kind === 'chase' && personId === asha && state === 'queued',
    );
    expect(chase).toBeDefined();
    return chase?.id ?? '';
  }

  async function holdChase(time: string): Promise<{ id: string; number: number }> {
    const id = await chaseOf(time);
    await deliverOnce(parts, id, { senders: [noAnswer()] });
    const held = await row(id);
    expect(held).toMatchObject({ state: 'held', lastError: 'http-502' });
    return { id, number: Number(held?.seq) };
  }

  it('is told to the office at once, with a button that sends it again: once, however often it is pressed', async () => {
    const { world } = parts;
    const { id, number } = await holdChase('2024-07-01T10:00');

    const [message, ...more] = await told();
    expect(more).toEqual([]);
    expect(message?.title).toBe('A request may not have arrived');
    expect(plainText(message as Message)).toContain(
      `${number}: request for returns to Asha Example`,
    );
    const [again] = buttonsOf(message as Message);
    expect(again?.label).toBe(`Send ${number} again`);

    const pressed = await world.pap(BEN, again?.line ?? '');
    const twice = await world.pap(BEN, again?.line ?? '');
    await world.deliver();
    const late = await world.pap(BEN, again?.line ?? '');

    expect(pressed.outcome).toBe('done');
    expect([twice, late]).toMatchObject([
      { outcome: 'refused', code: 'message-moved-on' },
      { outcome: 'refused', code: 'message-moved-on' },
    ]);
    expect(await row(id)).toMatchObject({ state: 'sent' });
    const toAsha = world.sent.filter(
      ({ target }) => target.kind === 'person' && target.userId === ASHA_IN_TEAMS,
    );
    expect(toAsha).toHaveLength(1);
  });

  it('is sent again by nobody but the office', async () => {
    const { world } = parts;
    const { id } = await holdChase('2024-07-01T10:00');
    const [again] = buttonsOf((await told())[0] as Message);

    expect(await world.pap(ASHA, again?.line ?? '')).toMatchObject({ code: 'not-permitted' });
    expect(await row(id)).toMatchObject({ state: 'held' });
  });

  it('goes out with the next step all the same', async () => {
    const { world } = parts;
    await holdChase('2024-07-01T10:00');

    const next = await chaseOf('2024-07-05T10:00');
    await deliverOnce(parts, next, { senders: [senderLike(world, 'teams')] });

    expect(await row(next)).toMatchObject({ state: 'sent' });
    expect(world.sent).toHaveLength(1);
  });

  it('was the message of the day on which it was tried, not of the day on which it was held', async () => {
    const { harness } = parts;
    const { id } = await holdChase('2024-07-04T16:00');
    // Its process was killed over night: the sweep of the next morning holds it.
    await harness.prisma.notification.updateMany({
      where: { id },
      data: {
        attemptedAt: new Date('2024-07-04T15:00:00Z'),
        finishedAt: new Date('2024-07-05T08:00:00Z'),
      },
    });

    expect(await chaseOf('2024-07-05T10:00')).not.toBe(id);
  });

  it('escalates nothing: co-chairs hear of nobody who may not have been asked', async () => {
    const { harness } = parts;
    for (const time of [
      ...['2024-07-01T10:00', '2024-07-05T10:00', '2024-07-09T10:00', '2024-07-10T10:00'],
      '2024-07-11T10:00',
    ])
      await holdChase(time);
    await harness.prisma.notification.updateMany({
      where: { kind: 'chase', state: 'queued' },
      data: { state: 'held', finishedAt: new Date('2024-07-11T09:00:00Z'), lastError: 'timeout' },
    });

    parts.world.at('2024-07-12T10:00');
    await parts.world.run(chaseDueOwners);

    const steps = (await rows()).map(({ payload }) => (payload as { step?: string }).step);
    expect(steps).toContain('overdue');
    expect(steps).not.toContain('roll-up');
  });

  it('is collected where many are held at once: one message for the first, one for the others', async () => {
    const { world, harness } = parts;
    const asking = {
      payload: {
        kind: 'message',
        message: {
          title: 'Will you take it over?',
          blocks: [{ kind: 'actions', actions: [{ label: 'Yes', line: 'handover accept' }] }],
        },
      },
    } as const;
    const saying = {
      payload: { kind: 'message', message: { title: 'It is done', blocks: [paragraph('So.')] } },
    } as const;
    world.at('2024-07-01T16:50');
    for (const facts of [asking, asking, asking, saying])
      await deliverOnce(parts, await queueForAsha(parts, facts), { senders: [noAnswer()] });

    world.at('2024-07-01T17:00');
    await sweepUnsent.run(world.record, world.partnership, await world.clock.now());
    await sweepUnsent.run(world.record, world.partnership, await world.clock.now());

    expect((await told()).map(({ title }) => title)).toEqual([
      'A request may not have arrived',
      '2 requests may not have arrived',
    ]);
    // Also out of hours, and what tells of it is no such request itself.
    const ids = (await rows()).filter(({ dedupeKey }) => dedupeKey.startsWith('notice:held:'));
    for (const { id } of ids) await deliverOnce(parts, id, { senders: [noAnswer()] });
    world.at('2024-07-01T17:15');
    await sweepUnsent.run(world.record, world.partnership, await world.clock.now());
    expect(await told()).toHaveLength(2);
    expect(await harness.prisma.notification.count({ where: { state: 'queued' } })).toBe(0);
  });

  it('is told again when it was sent again and is held again', async () => {
    const { world } = parts;
    const { id } = await holdChase('2024-07-01T10:00');
    const [again] = buttonsOf((await told())[0] as Message);
    world.at('2024-07-01T11:00');
    await world.pap(BEN, again?.line ?? '');
    await deliverOnce(parts, id, { senders: [noAnswer()] });

    expect(await told()).toHaveLength(2);
  });
});
