// `/pap handover`: nothing passes before the taker accepts; then the owner changes without a gap.

import { expect, it } from 'vitest';
import { ASHA, BEN, ELLA, FEMI } from '../support/world/cast.ts';
import { buttonOf, buttonsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';
import { itRefuses } from '../support/world/refusals.ts';
import { deliverNow, titlesOf } from '../support/world/told.ts';

describePlanOnBoth('handover', (parts) => {
  const told = () => deliverNow(parts);
  const owners = async (ref: string) =>
    (await parts.world.objective(ref)).assignees.map(({ role, name, organisation }) => [
      role,
      name ?? organisation,
    ]);
  const entries = async (ref: string) => {
    const { id } = await parts.world.objective(ref);
    const all = await parts.world.record.history.list(id);
    return all.filter(({ kind }) => kind === 'assignment');
  };

  it('asks the taker, and passes nothing before they accept', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'handover 2B:2 @femi');
    const notices = await told();

    expect(reply.message.title).toBe('Femi Example has been asked to take over 2B:2');
    expect(titlesOf(notices)).toEqual([[FEMI, 'Will you take over 2B:2?']]);
    expect(buttonsOf(notices[0]?.[1] ?? reply.message).map(({ line }) => line)).toEqual([
      'handover accept 1',
      'handover decline 1',
    ]);
    expect(await owners('2B:2')).toEqual([
      ['owner', 'Asha Example'],
      ['deputy', 'Ella Example'],
    ]);
    expect((await world.pap(FEMI, 'same 2B:2')).code).toBe('not-permitted');
  });

  it('passes on acceptance: no day without an owner, none with two, and the history says so', async () => {
    const { world, harness } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');
    await told();
    world.at('2024-07-03T11:00');

    const reply = await world.pap(FEMI, 'handover accept 1');

    expect(reply.message.title).toBe('Femi Example owns 2B:2 from today');
    expect(await owners('2B:2')).toEqual([
      ['owner', 'Femi Example'],
      ['deputy', 'Ella Example'],
    ]);
    const { id: objectiveId } = await world.objective('2B:2');
    const periods = await harness.prisma.assignment.findMany({
      where: { objectiveId, role: 'owner' },
      orderBy: { startsOn: 'asc' },
    });
    const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
    expect(periods.map(({ startsOn, endsOn }) => [iso(startsOn), iso(endsOn)])).toEqual([
      ['2024-01-01', '2024-07-02'],
      ['2024-07-03', null],
    ]);
    expect((await entries('2B:2')).map(({ detail }) => detail)).toEqual([
      {
        ...{ of: 'assignment', itemId: null, role: 'owner' },
        ...{ before: ['Asha Example'], after: ['Femi Example'] },
      },
    ]);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
    expect(titlesOf(await told())).toEqual([
      [BEN, 'Femi Example owns 2B:2 from today'],
      [ASHA, 'Femi Example owns 2B:2 from today'],
    ]);
    expect((await world.pap(ASHA, 'same 2B:2')).code).toBe('not-permitted');
    expect((await world.pap(FEMI, 'same 2B:2')).outcome).toBe('done');
  });

  it('makes a deputy the owner and no longer the deputy', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 to @ella');

    await world.pap(ELLA, 'handover accept 1');

    expect(await owners('2B:2')).toEqual([['owner', 'Ella Example']]);
    expect(await entries('2B:2')).toHaveLength(2);
  });

  it.each([
    ['all @femi', ['1A:1', '2B:2']],
    ['2B:2 1A:1 @femi', ['1A:1', '2B:2']],
    ['2b2, 1a1 and 1A:1 to femi@example.org', ['1A:1', '2B:2']],
  ])('asks to confirm several once: %s', async (words, refs) => {
    const { world, harness } = parts;

    const asked = await world.pap(ASHA, `handover ${words}`);
    const before = await harness.prisma.handover.count();
    const confirmed = await world.pap(ASHA, buttonOf(asked.message, 'Confirm').line);
    const accepted = await world.pap(FEMI, 'handover accept 1 2');

    expect(buttonOf(asked.message, 'Confirm').line).toBe(`handover confirm ${words}`);
    expect(before).toBe(0);
    expect([confirmed.outcome, accepted.outcome]).toEqual(['done', 'done']);
    for (const ref of refs) expect((await owners(ref))[0]).toEqual(['owner', 'Femi Example']);
  });

  it('lets the office hand over all that somebody owns, and tells them', async () => {
    const { world } = parts;

    await world.pap(BEN, 'handover confirm @asha all @femi');

    expect(titlesOf(await told())).toEqual([
      [FEMI, 'Will you take over 1A:1, 2B:2?'],
      [ASHA, 'Femi Example has been asked to take over 1A:1, 2B:2'],
    ]);
  });

  it('gives an owner to what only an organisation answered for', async () => {
    const { world } = parts;
    await world.pap(BEN, 'handover 3A:2 @femi');

    await world.pap(FEMI, 'handover accept 1');

    expect(await owners('3A:2')).toEqual([['owner', 'Femi Example']]);
  });

  it('looks none of more objectives up than the plan has', async () => {
    const refs = Array.from(
      { length: 1_700 },
      (_, at) => `${1 + (at % 9)}A:${1 + Math.floor(at / 9)}`,
    );

    const reply = await parts.world.pap(ASHA, `handover ${refs.join(' ')} @femi`);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(paragraphsOf(reply.message)[0]).toContain(
      'The line names 1700 objectives, and the plan',
    );
  });

  it.each(['decline', 'withdraw'])(
    'passes nothing after %s, and tells the other side',
    async (word) => {
      const { world } = parts;
      await world.pap(ASHA, 'handover 2B:2 @femi');
      await told();

      const reply = await world.pap(word === 'decline' ? FEMI : ASHA, `handover ${word} 1`);
      const late = await world.pap(FEMI, 'handover accept 1');

      expect(reply.outcome).toBe('done');
      expect((await told()).map(([email]) => email)).toEqual([word === 'decline' ? ASHA : FEMI]);
      expect(late.code).toBe('agreement-over');
      expect((await owners('2B:2'))[0]).toEqual(['owner', 'Asha Example']);
    },
  );

  it('lists what waits, with buttons for whoever can answer', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');

    const lines = async (email: string) =>
      buttonsOf((await world.pap(email, 'handover')).message).map(({ line }) => line);

    expect(await lines(FEMI)).toEqual(['handover accept 1', 'handover decline 1']);
    expect(await lines(ASHA)).toEqual(['handover withdraw 1']);
    expect(await lines(BEN)).toEqual(['handover withdraw 1']);
    expect(await lines(ELLA)).toEqual([]);
  });

  it('goes to whom the platform says was mentioned, whatever they are called', async () => {
    const { world } = parts;
    const mentions = [{ said: '@Ella', userId: FEMI }];

    const reply = await world.pap(ASHA, 'handover 2B:2 @Ella', { mentions });
    const stranger = await world.pap(ASHA, 'handover 2B:1 @Ella', {
      mentions: [{ said: '@Ella', userId: 'nobody@example.org' }],
    });

    expect(reply.message.title).toBe('Femi Example has been asked to take over 2B:2');
    expect(stranger.code).toBe('unknown-person');
  });

  it('asks which of two of one name, each a button that finishes the line', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin people add "Femi Example" femi2@example.org Example Council');

    const reply = await world.pap(ASHA, 'handover 2B:2 femi EXAMPLE');
    const [first = '', second = ''] = buttonsOf(reply.message).map(({ line }) => line);

    expect(reply.code).toBe('ambiguous-person');
    expect([first, second].sort()).toEqual(
      [`handover 2B:2 ${FEMI}`, 'handover 2B:2 femi2@example.org'].sort(),
    );
    expect((await world.pap(ASHA, second)).message.title).toContain('Femi Example');
  });

  it('names who may be meant by a slip, as a button', async () => {
    const reply = await parts.world.pap(ASHA, 'handover 2B:2 Femmi Exampel');

    expect(reply.code).toBe('unknown-person');
    expect(buttonsOf(reply.message).map(({ line }) => line)).toEqual([`handover 2B:2 ${FEMI}`]);
  });

  itRefuses(
    () => parts,
    [
      [ASHA, 'handover 2B:2', 'usage'],
      [ASHA, 'handover @femi', 'usage'],
      [ASHA, 'handover 2B:2 @asha', 'same-person'],
      [ASHA, 'handover 2B:2 @nobody', 'unknown-person'],
      [ASHA, 'handover 9Z:9 @femi', 'unknown-objective'],
      [ASHA, 'handover 2B:1 @ella', 'not-permitted'],
      [ELLA, 'handover 2B:2 @femi', 'not-permitted'],
      [ASHA, 'handover @femi all @ella', 'not-permitted'],
      [ASHA, 'handover accept', 'usage'],
      [ASHA, 'handover accept x', 'usage'],
      [ASHA, 'handover accept 77', 'no-such-number'],
      [BEN, 'handover all @femi', 'usage'],
      [BEN, 'handover @femi 2B:2 @ella', 'not-the-owner'],
      [BEN, 'handover 2B:1 @femi', 'same-person'],
    ],
  );

  it('refuses a second handover of the same, naming the first', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');

    const second = await world.pap(ASHA, 'handover 2B:2 @ella');

    expect(second.code).toBe('asked-already');
    expect(paragraphsOf(second.message)[0]).toContain('handover 1 waits for Femi Example');
  });

  it('is accepted by nobody but the taker, and withdrawn by no stranger to it', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');
    const before = await world.footprint();

    const replies = [
      await world.pap(BEN, 'handover accept 1'),
      await world.pap(ASHA, 'handover accept 1'),
      await world.pap(ELLA, 'handover withdraw 1'),
    ];

    expect(replies.map(({ code }) => code)).toEqual(Array(3).fill('not-permitted'));
    expect(await world.footprint()).toEqual(before);
  });

  it('takes exactly one of two acceptances that come at once', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');

    const replies = await Promise.all([
      world.pap(FEMI, 'handover accept 1'),
      world.pap(FEMI, 'handover accept 1'),
    ]);

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    expect(await owners('2B:2')).toEqual([
      ['owner', 'Femi Example'],
      ['deputy', 'Ella Example'],
    ]);
    expect(await entries('2B:2')).toHaveLength(1);
  });

  it('settles several together or none', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover confirm all @femi');
    await world.pap(FEMI, 'handover decline 2');

    const both = await world.pap(FEMI, 'handover accept 1 2');

    expect(both.code).toBe('agreement-over');
    expect((await owners('1A:1'))[0]).toEqual(['owner', 'Asha Example']);
    expect((await world.pap(FEMI, 'handover accept 1')).outcome).toBe('done');
  });

  it('does nothing more when the platform repeats the request', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');
    const requestId = 'test:accept';
    await world.pap(FEMI, 'handover accept 1', { requestId });

    await expect(world.pap(FEMI, 'handover accept 1', { requestId })).rejects.toThrow('repeat');

    expect(await entries('2B:2')).toHaveLength(1);
  });

  it('passes on what was received the same day', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');
    await world.pap(FEMI, 'handover accept 1');
    await world.pap(FEMI, 'handover 2B:2 @ella');

    await world.pap(ELLA, 'handover accept 2');

    expect(await owners('2B:2')).toEqual([['owner', 'Ella Example']]);
  });

  it.each([
    'handover \u0000',
    'handover all \u0000',
    'handover @\u0000 all @femi',
    'handover 2B:2 <@U0NOBODY>',
    'handover accept 2147483648',
    'away 12–23 Aug cover \u0000',
    'away @\u0000 today',
    'away accept #000001',
    'snooze \u0000',
    'settings \u0000',
    'admin people add "Sam" sam\u0000@nhs.example Example NHS',
    'admin people role \u0000 board',
    'admin people leave \u0000 on \u0000',
    'admin people link 1 \u0000',
    'admin people unlink \u0000 slack',
  ])('refuses %j without a fault', async (line) => {
    const { world } = parts;

    const reply = await world.pap(BEN, line);

    expect(reply.outcome).toMatch(/^(refused|done)$/);
    expect(await world.record.audit.list(1)).toEqual([]);
  });

  itIsClosedToOutsiders('handover 2B:2 @femi', () => parts);
});
