// What is asked of somebody who is away, of whatever kind: it goes to the cover who agreed, else it waits and the
// office knows; back from leave, they are asked.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { remindRecovery } from '../../src/cycle/chases/app/remind-recovery.ts';
import { remindHighlights } from '../../src/reports/highlights/app/remind-highlights.ts';
import { ASHA, BEN, CERYS, ELLA } from '../support/world/cast.ts';
import { footerOf } from '../support/world/message-parts.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';
import { deliverNow, titlesOf } from '../support/world/told.ts';

describePlanOnBoth('what is asked while somebody is away', (parts) => {
  type Sweep = Parameters<typeof parts.world.run>[0];

  async function at(time: string, sweep?: Sweep) {
    const { world } = parts;
    world.at(time);
    if (sweep) await world.run(sweep);
    // What waits may put something else into the queue: the question to a cover, the word to the office.
    return [...titlesOf(await deliverNow(parts)), ...titlesOf(await deliverNow(parts))];
  }

  async function redThenAway(words: string, accepts = false) {
    const { world } = parts;
    await world.pap(ASHA, 'update 1A:1 red the launch is off');
    await world.pap(ASHA, words);
    if (accepts) await world.pap(ELLA, 'away accept 1');
    await deliverNow(parts);
  }

  const NO_ROAD = '1A:1 is red and has no road back yet';

  it('asks the cover for the road back from red, and says why', async () => {
    await redThenAway('away 2–5 July cover @ella', true);
    const { world } = parts;
    world.at('2024-07-02T09:00');
    await world.run(remindRecovery);

    const told = await deliverNow(parts);

    expect(titlesOf(told)).toEqual([[ELLA, NO_ROAD]]);
    expect(told[0] && footerOf(told[0][1])).toContain('you cover for its owner');
  });

  it('waits with it where nobody covers, however long the leave, and tells the office of a cover’s silence', async () => {
    await redThenAway('away 2–26 July cover @cerys');

    const first = await at('2024-07-02T09:00', remindRecovery);
    const again = await at('2024-07-03T09:00', remindRecovery);
    const back = await at('2024-07-29T09:00', remindRecovery);
    const after = await at('2024-07-30T09:00', remindRecovery);

    expect([first, again, back, after]).toEqual([
      [[BEN, 'Nobody covers for Asha Example']],
      [],
      [[ASHA, NO_ROAD]],
      [],
    ]);
  });

  it('sends no second message on a day, nor one on a closure day', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'update 1A:1 red the launch is off');
    await world.pap(ASHA, 'update 2B:2 red two trainers left');
    await world.pap(BEN, 'admin calendar close 3 July 2024 "Moving day"');
    await deliverNow(parts);
    const sweeps = ['2024-07-02T09:00', '2024-07-02T09:15', '2024-07-03T10:00', '2024-07-04T09:00'];
    const counts: number[] = [];
    for (const time of sweeps) {
      world.at(time);
      counts.push((await world.run(remindRecovery)).queued ?? 0);
    }

    expect(counts).toEqual([1, 0, 0, 1]);
  });

  it('reminds the cover of a co-chair of the highlight report, and the co-chair once back', async () => {
    const { world } = parts;
    world.at('2024-07-31T10:00');
    await world.pap(CERYS, 'away 1–14 August cover @asha');
    await world.pap(ASHA, 'away accept 1');
    await world.pap(ELLA, 'away 1–14 August');
    await deliverNow(parts);

    const away = await at('2024-08-01T10:00', remindHighlights);
    const back = await at('2024-08-15T10:00', remindHighlights);

    const people = (told: string[][]) => new Set(told.map(([email]) => email));
    expect(people(away)).toContain(ASHA);
    expect(people(away)).not.toContain(CERYS);
    expect(people(away)).not.toContain(ELLA);
    expect(people(back)).toEqual(new Set([ELLA]));
  });

  it('brings a challenge to the owner once back, if it is still open, and tells the office that it waits', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 1–5 July');
    await deliverNow(parts);
    await world.pap(BEN, 'challenge 1A:1 what changed since May?');
    await world.pap(BEN, 'challenge 2B:2 who trains them now?');

    const away = await at('2024-07-01T10:00');
    await world.pap(BEN, 'challenge 2B:2 withdraw');
    const still = await at('2024-07-02T10:00');
    const back = await at('2024-07-08T10:00');

    const asked = (told: string[][]) =>
      told.filter(([email, title]) => email === ASHA && title?.startsWith('A challenge'));
    expect(asked(away)).toEqual([]);
    expect(away).toContainEqual([BEN, 'Asha Example is away: a question waits']);
    expect(still).not.toContainEqual([BEN, 'Asha Example is away: a question waits']);
    expect(asked(back)).toEqual([[ASHA, 'A challenge to 1A:1: your answer is asked for']]);
  });

  it('asks a cover who agreed later, and no cover whether to take an objective over', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 1–5 July cover @ella');
    await world.pap(BEN, 'challenge 1A:1 what changed since May?');
    await world.pap(BEN, 'handover 3A:2 @asha');
    await at('2024-07-01T10:00');
    await world.pap(ELLA, 'away accept 1');

    const next = await at('2024-07-02T10:00');
    const back = await at('2024-07-08T10:00');

    expect(next).toContainEqual([ELLA, 'A challenge to 1A:1: your answer is asked for']);
    expect(next.filter(([, title]) => title?.includes('3A:2'))).toEqual([]);
    expect(back.filter(([email]) => email === ASHA).map(([, title]) => title)).toEqual([
      'A challenge to 1A:1: your answer is asked for',
      expect.stringContaining('3A:2'),
    ]);
  });

  it.each([
    ['1–12 July', '2024-07-15T10:00', '3 returns to give; the day was Wed 10 July 2024, 17:00'],
    ['1–9 July', '2024-07-10T10:00', '2 returns to give today by 17:00'],
    ['1–5 July', '2024-07-08T10:00', '2 returns to give by Wed 10 July 2024, 17:00'],
  ])('makes the first message after leave of %s the request', async (days, time, title) => {
    const { world } = parts;
    await world.pap(ASHA, `away ${days}`);
    await deliverNow(parts);
    for (const step of [
      '2024-07-01T10:00',
      '2024-07-05T10:00',
      '2024-07-09T10:00',
      '2024-07-11T10:00',
    ])
      if (step < time) await at(step, chaseDueOwners);

    const back = await at(time, chaseDueOwners);

    expect(back.filter(([email]) => email === ASHA)).toEqual([[ASHA, title]]);
  });
});
