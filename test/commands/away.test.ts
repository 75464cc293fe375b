// `/pap away`: who is away, who covers, and who is told.

import { expect, it } from 'vitest';
import { ASHA, BEN, ELLA, FEMI } from '../support/world/cast.ts';
import { buttonsOf, footerOf, itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';
import { itRefuses } from '../support/world/refusals.ts';
import { deliverNow, titlesOf } from '../support/world/told.ts';

describePlanOnBoth('away', (parts) => {
  const told = () => deliverNow(parts);

  it('echoes the days as read and asks the cover, who alone is told', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'away 12–23 Aug cover @ella');
    const notices = await told();

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('You are away Mon 12 August 2024 to Fri 23 August 2024');
    expect(titlesOf(notices)).toEqual([[ELLA, 'Will you cover for Asha Example?']]);
    const message = notices[0]?.[1] ?? reply.message;
    expect(buttonsOf(message).map(({ label, line }) => [label, line])).toEqual([
      ['Accept', 'away accept 1'],
      ['Decline', 'away decline 1'],
    ]);
    expect(footerOf(message)).toContain(
      'You are getting this because Asha Example named you as cover.',
    );
  });

  it('tells the programme office at once where nobody is to cover', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'away today');
    const notices = await told();

    expect(reply.message.title).toBe('You are away Mon 1 July 2024');
    expect(titlesOf(notices)).toEqual([[BEN, 'Nobody covers for Asha Example']]);
    expect(paragraphsOf(notices[0]?.[1] ?? reply.message)).toEqual([
      'Asha Example is away Mon 1 July 2024 and named nobody to cover.',
      'Nobody is chased for 1A:1, 2B:2 on that day.',
    ]);
  });

  it('gives an accepted cover the right to update, in those days only', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 2–5 July cover @femi');
    await told();

    const accepted = await world.pap(FEMI, 'away accept 1');
    const early = await world.pap(FEMI, 'same 2B:2');
    const notices = await told();
    world.at('2024-07-02T09:00');
    const within = await world.pap(FEMI, 'same 2B:2');
    world.at('2024-07-06T09:00');
    const late = await world.pap(FEMI, 'same 2B:2');

    expect(accepted.message.title).toBe('You cover for Asha Example');
    expect(titlesOf(notices)).toEqual([[ASHA, 'Femi Example covers for Asha Example']]);
    expect([early.code, within.outcome, late.code]).toEqual([
      'not-permitted',
      'done',
      'not-permitted',
    ]);
  });

  it('tells the absent person and the programme office when the cover declines', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug cover @femi');
    await told();

    const reply = await world.pap(FEMI, 'away decline 1');

    expect(reply.message.title).toBe('You do not cover for Asha Example');
    expect(titlesOf(await told())).toEqual([
      [BEN, 'Nobody covers for Asha Example'],
      [ASHA, 'Femi Example cannot cover for Asha Example'],
    ]);
  });

  it('lets the office record it for anybody', async () => {
    const { world } = parts;

    const reply = await world.pap(BEN, 'away @Asha Example 12 Aug to 23 Aug 2024 cover @ella');

    expect(reply.message.title).toBe(
      'Asha Example is away Mon 12 August 2024 to Fri 23 August 2024',
    );
    expect((await world.pap(ASHA, 'away')).message.blocks).toHaveLength(2);
  });

  it('lists mine, what I cover and what I am asked to cover', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug cover @ella');
    await world.pap(FEMI, 'away 2–3 Sep cover @ella');
    await world.pap(ELLA, 'away accept 1');

    const ella = await world.pap(ELLA, 'away');
    const asha = await world.pap(ASHA, 'away');
    const ben = await world.pap(BEN, 'away');

    expect(itemsOf(ella.message)).toEqual([
      '1: Asha Example, Mon 12 August 2024 to Fri 23 August 2024; Ella Example covers',
    ]);
    expect(buttonsOf(ella.message).map(({ line }) => line)).toEqual([
      'away accept 2',
      'away decline 2',
    ]);
    expect(itemsOf(asha.message)).toHaveLength(1);
    expect(itemsOf(ben.message)).toHaveLength(2);
  });

  it('is called off by its number or, where there is one, without, and the cover is told', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug cover @ella');
    await told();

    const reply = await world.pap(ASHA, 'away off');
    const again = await world.pap(ASHA, 'away cancel 1');

    expect(reply.message.title).toBe('Absence 1 of Asha Example is called off');
    expect(titlesOf(await told())).toEqual([[ELLA, 'Absence 1 of Asha Example is called off']]);
    expect(again).toMatchObject({ outcome: 'refused', code: 'agreement-over' });
    expect((await world.pap(ELLA, 'away accept 1')).code).toBe('agreement-over');
  });

  it('ends with yesterday when it has begun, and stays on the record', async () => {
    const { world, harness } = parts;
    await world.pap(ASHA, 'away until 12 July');
    world.at('2024-07-04T10:00');

    const reply = await world.pap(ASHA, 'away off');

    expect(reply.message.title).toBe('Absence 1 of Asha Example is over');
    const [absence] = await harness.prisma.absence.findMany();
    expect([absence?.active, absence?.endsOn.toISOString().slice(0, 10)]).toEqual([
      true,
      '2024-07-03',
    ]);
  });

  itRefuses(
    () => parts,
    [
      [ASHA, 'away soon', 'bad-period'],
      [ASHA, 'away 12–23 Aug cover', 'usage'],
      [ASHA, 'away 12–23 Aug cover @nobody', 'unknown-person'],
      [ASHA, 'away 12–23 Aug cover @asha', 'same-person'],
      [ASHA, 'away 3–5 June 2024', 'bad-period'],
      [ASHA, 'away 23–12 Aug', 'bad-period'],
      [ASHA, 'away 1 Aug to 1 Nov', 'bad-period'],
      [ASHA, 'away off', 'nothing-to-do'],
      [ASHA, 'away cancel', 'nothing-to-do'],
      [ASHA, 'away accept', 'usage'],
      [ASHA, 'away cancel 99', 'no-such-number'],
      [ASHA, 'away cancel 99999999999999', 'usage'],
      [ASHA, 'away @ella 12–23 Aug', 'not-permitted'],
      [ELLA, 'away @asha off', 'nothing-to-do'],
    ],
  );

  it('refuses what overlaps with an absence, and a cover who is away as well, by number', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug');

    const overlap = await world.pap(ASHA, 'away 23–30 Aug');
    const beside = await world.pap(ASHA, 'away 24–30 Aug');
    const cover = await world.pap(FEMI, 'away 20 Aug cover @asha');

    expect(overlap.code).toBe('absence-overlaps');
    expect(paragraphsOf(overlap.message)[0]).toContain('Absence 1 is from Mon 12 August 2024');
    expect(beside.outcome).toBe('done');
    expect(cover.code).toBe('cover-away');
  });

  it('is answered by nobody but the person who was asked, and called off by nobody else', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug cover @ella');
    const before = await world.footprint();

    const replies = [
      await world.pap(BEN, 'away accept 1'),
      await world.pap(ASHA, 'away accept 1'),
      await world.pap(ELLA, 'away cancel 1'),
    ];

    expect(replies.map(({ code }) => code)).toEqual(Array(3).fill('not-permitted'));
    expect(await world.footprint()).toEqual(before);
  });

  it('takes exactly one of two answers that come at once', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug cover @ella');

    const replies = await Promise.all([
      world.pap(ELLA, 'away accept 1'),
      world.pap(ELLA, 'away decline 1'),
    ]);

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
  });

  it('records two absences at once under two numbers, and of two that overlap one', async () => {
    const { world, harness } = parts;

    const replies = await Promise.all([
      world.pap(ASHA, 'away 12–23 Aug'),
      world.pap(ASHA, 'away 20–25 Aug'),
      world.pap(FEMI, 'away 12–23 Aug'),
    ]);

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'done', 'refused']);
    const numbers = await harness.prisma.absence.findMany({ orderBy: { number: 'asc' } });
    expect(numbers.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('does nothing more when the platform repeats the request', async () => {
    const { world, harness } = parts;
    const requestId = 'test:away';
    await world.pap(ASHA, 'away 12–23 Aug', { requestId });

    const again = world.pap(ASHA, 'away 12–23 Aug', { requestId });

    await expect(again).rejects.toThrow('repeat');
    expect(await harness.prisma.absence.count()).toBe(1);
  });

  it('tells the office when a cover goes away themselves', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 12–23 Aug cover @ella');
    await world.pap(ELLA, 'away accept 1');
    await told();

    await world.pap(ELLA, 'away 20 Aug cover @femi');

    expect(titlesOf(await told())).toEqual([
      [FEMI, 'Will you cover for Ella Example?'],
      [BEN, 'Nobody covers for Asha Example'],
    ]);
  });

  itIsClosedToOutsiders('away 12–23 Aug', () => parts);
});
