// `/pap undo`: taking one's latest rating back within ten minutes.

import { expect, it } from 'vitest';
import {
  buttonOf,
  buttonsOf,
  factsOf,
  footerOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';
import { itRefuses } from '../support/world/refusals.ts';

const OWNER = 'owner@example.org';
const DEPUTY = 'deputy@example.org';

describePlanOnBoth('undo', (parts) => {
  it.each(['undo 2B:2', 'undo 2b2', 'Undo', 'undo pap 2B:2'])(
    'takes the rating back; what held before holds again: %j',
    async (line) => {
      const { world } = parts;
      const before = await world.footprint();
      await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
      world.at('2024-07-01T09:55');

      const reply = await world.pap(OWNER, line);

      expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
      expect(reply.message.title).toBe(
        'Taken back: 2B:2 Named workers identified, fully trained, and supported',
      );
      expect(factsOf(reply.message)).toMatchObject({
        Rating: '🔶 Amber → 🛑 Red',
        By: 'Asha Example, Example Council',
        When: 'Mon 1 July 2024, 09:55',
      });
      expect(footerOf(reply.message)).toContain(
        'Both stay in the history: /pap show 2B:2 history.',
      );
      const objective = await world.objective('2B:2');
      expect([objective.rag, objective.version]).toEqual(['red', 3]);
      expect((await world.footprint()).updates).toBe(before.updates + 2);
    },
  );

  it('appends an entry that names the one it takes back, and both stay', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(OWNER, 'undo 2B:2');

    const { id } = await world.objective('2B:2');
    const [undone, slip] = await world.record.objectives.history(id, 2);

    expect(undone).toMatchObject({ kind: 'undo', fromRag: 'amber', toRag: 'red', note: null });
    expect(undone?.supersedesId).toBe(slip?.id);
    expect(slip).toMatchObject({ kind: 'update', toRag: 'amber', superseded: true });
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('opens the return again that the rating answered', async () => {
    const { world } = parts;
    const owes = async () => (await world.pap(OWNER, 'outstanding')).message;
    const before = JSON.stringify(await owes());
    await world.pap(OWNER, 'same 2B:2');
    const answered = JSON.stringify(await owes());
    await world.pap(OWNER, 'undo 2B:2');

    expect(answered).not.toBe(before);
    expect(JSON.stringify(await owes())).toBe(before);

    await world.pap(OWNER, 'same 2B:2');
    expect(JSON.stringify(await owes())).toBe(answered);
  });

  it('leaves a return answered that an earlier update had answered', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'same 2B:2');
    const answered = JSON.stringify((await world.pap(OWNER, 'outstanding')).message);
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(OWNER, 'undo 2B:2');

    expect(JSON.stringify((await world.pap(OWNER, 'outstanding')).message)).toBe(answered);
    expect((await world.objective('2B:2')).rag).toBe('red');
  });

  it('keeps the post back that has not gone out yet', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');

    const { message } = await world.pap(OWNER, 'undo 2B:2');
    await world.deliver();

    expect(world.sent).toEqual([]);
    expect(factsOf(message)['What follows']).toContain(
      'A post about it had not gone out and will not.',
    );
  });

  it('tells the channel that had heard of it', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    const { message } = await world.pap(OWNER, 'undo 2B:2');
    await world.deliver();

    expect(factsOf(message)['What follows']).toContain('This is posted to Right Support (Teams).');
    expect(world.sent.map(({ message: { title } }) => title)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported: 🛑 Red → 🔶 Amber',
      '2B:2 Named workers identified, fully trained, and supported: rating taken back',
    ]);
    expect(world.sent[1] && paragraphsOf(world.sent[1].message)).toEqual([
      'It was 🔶 Amber for a moment and is 🛑 Red as before.',
      'Asha Example, Example Council · Mon 1 July 2024, 09:45',
    ]);
    expect(world.sent[1] && footerOf(world.sent[1].message)).toContain('this channel was told');
  });

  it('takes two back, the later first', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(OWNER, 'update 2B:2 green all 20 trained');

    const first = await world.pap(OWNER, 'undo');
    const second = await world.pap(OWNER, 'undo');
    const third = await world.pap(OWNER, 'undo');

    expect(factsOf(first.message).Rating).toBe('🟢 Green → 🔶 Amber');
    expect(factsOf(second.message).Rating).toBe('🔶 Amber → 🛑 Red');
    expect(third.code).toBe('nothing-to-undo');
  });

  it('can take a first rating back: it is then not rated', async () => {
    const { world } = parts;
    await world.pap('office@example.org', 'update 3A:2 amber first list drafted');

    const { message } = await world.pap('office@example.org', 'undo 3A:2');

    expect(factsOf(message).Rating).toBe('🔶 Amber → ⬜ Not rated');
    expect((await world.objective('3A:2')).rag).toBeNull();
  });

  it('is a button of the receipt, which takes back only what it stands beside', async () => {
    const { world } = parts;
    const { message: first } = await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    const { message: second } = await world.pap(OWNER, 'same 2B:2');
    const press = async (message: typeof first) => {
      const { line, guard } = buttonOf(message, 'Undo 2B:2');
      return await world.pap(OWNER, line, guard ? { guard } : {});
    };

    expect((await press(first)).code).toBe('undo-not-latest');
    expect((await press(second)).outcome).toBe('done');
    expect((await press(second)).code).toBe('nothing-to-undo');
    expect((await press(first)).outcome).toBe('done');
    expect((await world.objective('2B:2')).rag).toBe('red');
  });

  it('does it once when the request comes again', async () => {
    const { world, harness } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(OWNER, 'update 2B:2 green all 20 trained');
    const requestId = 'test:undo-once';
    await world.pap(OWNER, 'undo', { requestId });
    await harness.prisma.answeredRequest.deleteMany({ where: { requestId } });
    const before = await world.footprint();

    await expect(world.pap(OWNER, 'undo', { requestId })).rejects.toThrow('repeat');

    expect(await world.footprint()).toEqual(before);
    expect((await world.objective('2B:2')).rag).toBe('amber');
  });

  it('happens once when it is pressed twice at the same time', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(OWNER, 'update 2B:2 green all 20 trained');
    const guard = await world.guard('2B:2');

    const replies = await Promise.all(
      [1, 2, 3].map(() => world.pap(OWNER, 'undo 2B:2', { guard })),
    );

    expect(replies.map(({ code }) => code ?? 'done').sort()).toEqual([
      'done',
      'nothing-to-undo',
      'nothing-to-undo',
    ]);
    expect((await world.objective('2B:2')).rag).toBe('amber');
  });

  it('or a rating of somebody else: only one of them is recorded', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    const before = await world.footprint();

    const [undone, rated] = await Promise.all([
      world.pap(OWNER, 'undo 2B:2'),
      world.pap(DEPUTY, 'update 2B:2 green all 20', { guard: await world.guard('2B:2') }),
    ]);

    const outcomes = [undone.code ?? 'done', rated.code ?? 'done'];
    expect([
      ['done', 'stale-version'],
      ['undo-not-latest', 'done'],
    ]).toContainEqual(outcomes);
    expect((await world.footprint()).updates).toBe(before.updates + 1);
  });

  it.each([
    ['2024-07-01T09:55', 'done', undefined],
    ['2024-07-01T09:56', 'refused', 'undo-too-late'],
  ])('at %s, of 09:45, is %s', async (time, outcome, code) => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    world.at(time);

    const reply = await world.pap(OWNER, 'undo 2B:2');

    expect([reply.outcome, reply.code]).toEqual([outcome, code]);
  });

  it('is refused once the papers are frozen', async () => {
    const { world } = parts;
    world.at('2024-07-16T16:58');
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-16T17:02');

    expect((await world.pap(OWNER, 'undo 2B:2')).code).toBe('cycle-frozen');
  });

  it('is refused when somebody else has rated it since', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(DEPUTY, 'same 2B:2');
    const before = await world.footprint();

    const reply = await world.pap(OWNER, 'undo 2B:2');

    expect(reply.code).toBe('undo-not-latest');
    expect(paragraphsOf(reply.message)[0]).toContain('Ella Example recorded something after yours');
    expect(await world.footprint()).toEqual(before);
  });

  it('never takes back what somebody else recorded', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    const before = await world.footprint();

    const deputy = await world.pap(DEPUTY, 'undo 2B:2');
    const office = await world.pap('office@example.org', 'undo 2B:2');

    expect([deputy.code, office.code]).toEqual(['not-permitted', 'not-permitted']);
    expect(paragraphsOf(deputy.message)[0]).toContain(
      'whoever made the entry and may still update the objective, within ten minutes',
    );
    expect(buttonsOf(deputy.message)).toEqual([]);
    expect(await world.footprint()).toEqual(before);
  });

  itRefuses(
    () => parts,
    [
      [OWNER, 'undo', 'nothing-to-undo', 'You have nothing to take back'],
      [OWNER, 'undo 2B:2', 'nothing-to-undo', 'You have nothing to take back'],
      [OWNER, 'undo 2B:2 please', 'usage', 'I could not read that command'],
      [OWNER, 'undo 4D:1', 'unknown-objective', 'There is no objective “4D:1”'],
      [OWNER, 'undo 2B:2 1A:1', 'several-objectives', 'One objective at a time, please'],
    ],
  );

  itIsClosedToOutsiders('undo 2B:2', () => parts);
});
