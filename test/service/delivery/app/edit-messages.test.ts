// An answer changes the request where it stands: who gave it, when and how; what is still to come keeps its
// buttons. A change is no message: it alarms nobody and can be made twice.

import { expect, it } from 'vitest';
import type { Message } from '../../../../src/core/message/messages/message.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { DeliveryError } from '../../../../src/core/outbox/app/delivery-error.ts';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA } from '../../../support/world/cast.ts';
import { deliverOnce, senderLike } from '../../../support/world/delivery-world.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('messages that change', (parts) => {
  /** Asha has been asked for her returns; the references that she was asked for. */
  async function chased(): Promise<string[]> {
    const { world } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.deliver();
    const asha = world.sent.find(
      ({ target }) => 'userId' in target && target.userId.endsWith('020'),
    );
    world.sent.length = 0;
    return linesOf(asha?.message)
      .filter((line) => line.startsWith('same '))
      .map((line) => line.slice(5));
  }

  const edits = () =>
    parts.harness.prisma.notification.findMany({
      where: { kind: 'edit' },
      orderBy: { seq: 'asc' },
    });

  it('says who answered, when and how, and keeps the buttons of the rest', async () => {
    const { world } = parts;
    const refs = await chased();
    world.at('2024-07-01T14:05');

    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    const [change, ...more] = parts.world.edited;
    expect(more).toEqual([]);
    expect(refs).toContain('2B:2');
    expect(change?.externalId).toMatch(/^teams-/);
    expect(plainText(change?.message ?? { title: '', blocks: [] })).toMatch(
      /2B:2: answered by Asha Example, 14:05, .* Amber/,
    );
    const left = linesOf(change?.message).filter((line) => line.startsWith('same '));
    expect(left.sort()).toEqual(
      refs
        .filter((ref) => ref !== '2B:2')
        .map((ref) => `same ${ref}`)
        .sort(),
    );
  });

  it('thanks when nothing is left, and has no buttons', async () => {
    const { world } = parts;
    for (const ref of await chased()) await world.pap(ASHA, `update ${ref} amber as planned`);

    await world.deliver();

    const last = parts.world.edited.at(-1)?.message;
    expect(last?.title).toBe('Thank you: all answered');
    expect(linesOf(last)).toEqual([]);
  });

  it('opens again what was taken back, and shows what was amended', async () => {
    const { world } = parts;
    await chased();
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(ASHA, 'amend 2B:2 red 4 of 20 trained');
    await world.deliver();
    const amended = plainText(parts.world.edited.at(-1)?.message ?? { title: '', blocks: [] });

    expect(amended).toMatch(/2B:2: answered by Asha Example, .* Red/);
    expect(await edits()).toHaveLength(2);
  });

  it('has its buttons again after an undo', async () => {
    const { world } = parts;
    await chased();
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(ASHA, 'undo');

    await world.deliver();

    expect(linesOf(parts.world.edited.at(-1)?.message)).toContain('same 2B:2');
  });

  it('adds nothing where nobody was asked, and counts as no message', async () => {
    const { world } = parts;

    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');

    expect(await edits()).toEqual([]);
    await chased();
    await world.pap(ASHA, 'update 1A:1 amber as planned');
    expect(
      (await world.record.notifications.listFor(await world.personId(ASHA), 9)).map(
        ({ kind }) => kind,
      ),
    ).not.toContain('edit');
  });

  it.each([
    ['the message is gone', new DeliveryError('never', 'message_not_found'), 'cancelled'],
    ['the person is', new DeliveryError('never', 'http-403', { gone: 'person' }), 'cancelled'],
    ['nobody knows whether it worked', new DeliveryError('unknown', 'timeout'), 'queued'],
  ])('alarms nobody when %s', async (_name, error, state) => {
    const { world } = parts;
    await chased();
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    const [edit] = await edits();
    const notices = () => parts.harness.prisma.notification.count({ where: { kind: 'notice' } });
    const before = await notices();
    const senders = [senderLike(world, 'teams', { edit: () => Promise.reject(error) })];

    await deliverOnce(parts, edit?.id ?? '', { senders });

    expect((await edits())[0]).toMatchObject({ state, lastError: error.code });
    expect(await notices()).toBe(before);
    expect(world.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('waits for a message that is still being sent', async () => {
    const { world, harness } = parts;
    await chased();
    await harness.prisma.notification.updateMany({
      where: { kind: 'chase' },
      data: { state: 'checking' },
    });
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    const [edit] = await edits();

    const wait = await deliverOnce(parts, edit?.id ?? '', {
      senders: [senderLike(world, 'teams')],
    });

    expect(wait).toBe(30_000);
  });
});

/** The lines of a message's buttons. */
function linesOf(message: Message | undefined): string[] {
  return (message?.blocks ?? []).flatMap((block) =>
    block.kind === 'actions' ? block.actions.map(({ line }) => line) : [],
  );
}
