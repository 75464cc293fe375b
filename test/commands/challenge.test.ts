// `/pap challenge`: a question that stays beside a rating until it is answered or withdrawn.

import { expect, it } from 'vitest';
import {
  buttonsOf,
  factsOf,
  footerOf,
  itemsOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { itRefuses } from '../support/world/refusals.ts';

const ASK = 'challenge 2B:2 what changed since May?';

async function told({ harness }: PlanSuite): Promise<string[]> {
  const rows = await harness.prisma.notification.findMany({
    where: { kind: 'notice' },
    include: { person: true },
  });
  return rows.map(({ person }) => person?.name ?? '').sort();
}

describePlan('challenge', (parts) => {
  it('is recorded, and owner and deputy are told with a way to answer', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('cochair@example.org', ASK);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Recorded: 2B:2 C1 challenge');
    expect(factsOf(reply.message)).toMatchObject({
      Question: 'what changed since May?',
      'What follows':
        '2 people are told. It stays beside the rating until it is answered or withdrawn.',
    });
    expect(await told(parts)).toEqual(['Asha Example', 'Ella Example']);
    expect(await world.footprint()).toEqual({
      updates: before.updates + 1,
      notifications: before.notifications + 2,
    });
    world.at('2024-07-01T10:00');
    await world.deliver();
    const notice = world.sent[0]?.message;
    expect(notice?.title).toBe('A challenge to 2B:2: your answer is asked for');
    expect(notice && paragraphsOf(notice)[1]).toBe(
      'Cerys Example, Example NHS asks: what changed since May?',
    );
    expect(notice && buttonsOf(notice).map(({ line }) => line)).toEqual([
      'challenge 2B:2 answer C1',
    ]);
    expect(notice && footerOf(notice)).toMatch(/^Why am I getting this\? You answer for 2B:2/);
  });

  it.each(['answer C1 six more were trained', 'answer six more were trained'])(
    'is answered with “%s”, and whoever asked is told',
    async (words) => {
      const { world } = parts;
      await world.pap('cochair@example.org', ASK);
      await world.deliver();
      world.sent.length = 0;
      world.at('2024-07-02T10:00');

      const reply = await world.pap('deputy@example.org', `challenge 2B:2 ${words}`);
      await world.deliver();

      expect(reply.message.title).toBe('Recorded: 2B:2 C1 challenge answered');
      expect(factsOf(reply.message)).toMatchObject({
        Answer: 'six more were trained',
        'What follows': 'Cerys Example is told.',
      });
      expect(world.sent.map(({ message }) => message.title)).toEqual([
        'Your challenge to 2B:2 is answered',
      ]);
      const { message } = await world.pap('femi@example.org', 'challenge 2B:2');
      expect(itemsOf(message)).toEqual([
        '2B:2 C1 what changed since May? · Cerys Example, Example NHS, Mon 1 July 2024 · answered: six more were trained (Ella Example, Example NHS, Tue 2 July 2024)',
      ]);
    },
  );

  it('needs its reference when several are open', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', ASK);
    await world.pap('dev@example.org', 'challenge 2B:2 do families notice?');

    const unclear = await world.pap('owner@example.org', 'challenge 2B:2 answer yes');
    const clear = await world.pap('owner@example.org', 'challenge 2B:2 answer c2 yes');

    expect(unclear).toMatchObject({ outcome: 'refused', code: 'unknown-item' });
    expect(buttonsOf(unclear.message).map(({ line }) => line)).toEqual([
      'challenge 2B:2 answer C1 yes',
      'challenge 2B:2 answer C2 yes',
    ]);
    expect(factsOf(clear.message).Question).toBe('do families notice?');
  });

  it('lists the open ones of the whole plan', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', ASK);
    await world.pap('dev@example.org', 'challenge 1A:1 is the line staffed?');
    await world.pap('dev@example.org', 'challenge 1A:1 withdraw');

    const { message } = await world.pap('femi@example.org', 'challenge');

    expect(itemsOf(message)).toEqual([
      '2B:2 C1 what changed since May? · Cerys Example, Example NHS, Mon 1 July 2024 · not answered yet',
    ]);
  });

  it('tells the programme office where nobody owns the objective', async () => {
    const { world } = parts;

    const reply = await world.pap('dev@example.org', 'challenge 3A:2 who is on it?');

    expect(factsOf(reply.message)['What follows']).toMatch(/^1 person is told/);
    expect(await told(parts)).toEqual(['Ben Example']);
  });

  itRefuses(
    () => parts,
    [
      ['owner@example.org', 'challenge 2B:2 answer nothing asked', 'unknown-item'],
      ['cochair@example.org', 'challenge 2B:2 withdraw C9', 'unknown-item'],
      ['cochair@example.org', 'challenge 4D:1 why?', 'unknown-objective'],
      ['cochair@example.org', 'challenge 2B:2 ask 943 476 5919', 'personal-data'],
      ['cochair@example.org', `challenge 2B:2 ${'x'.repeat(2_001)}`, 'note-too-long'],
      ['deputy@example.org', ASK, 'own-challenge'],
      ['femi@example.org', 'challenge 1A:2 why green?', 'own-challenge'],
      ['owner@example.org', ASK, 'not-permitted'],
      ['cochair@example.org', 'challenge 2B:2 answer myself', 'not-permitted'],
    ],
  );

  it('is withdrawn by whoever asked it or the office, by nobody else, and not twice', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', ASK);

    const other = await world.pap('dev@example.org', 'challenge 2B:2 withdraw C1');
    const office = await world.pap('office@example.org', 'challenge 2B:2 withdraw C1');
    const again = await world.pap('cochair@example.org', 'challenge 2B:2 withdraw C1');
    const answer = await world.pap('owner@example.org', 'challenge 2B:2 answer C1 too late');

    expect(other).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(office.message.title).toBe('Recorded: 2B:2 C1 challenge withdrawn');
    expect(again).toMatchObject({ outcome: 'refused', code: 'item-settled' });
    expect(answer).toMatchObject({ outcome: 'refused', code: 'item-settled' });
  });

  it('does no more for a request that is repeated', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', ASK, { requestId: 'one' });
    const before = await world.footprint();

    await expect(world.pap('cochair@example.org', ASK, { requestId: 'one' })).rejects.toThrow();

    expect(await world.footprint()).toEqual(before);
  });

  itIsClosedToOutsiders('challenge', () => parts);
  itIsClosedToOutsiders(ASK, () => parts);
});
