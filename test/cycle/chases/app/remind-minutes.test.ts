// The programme office is reminded of draft minutes once, on the working day before they are due.
import { expect, it } from 'vitest';
import { remindMinutes } from '../../../../src/cycle/chases/app/remind-minutes.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { buttonsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { deliverNow, titlesOf } from '../../../support/world/told.ts';

const RULE = 'admin cycle rules siab minutes 10 working days after confirm';

describePlanOnBoth('minutes due', (parts) => {
  /** What is queued at a time, of which nothing is sent yet. */
  async function queuedAt(time: string): Promise<number> {
    parts.world.at(time);
    return (await parts.world.run(remindMinutes)).queued;
  }

  it('reminds the office once, on the working day before, and names the day', async () => {
    const { world } = parts;
    await world.pap(BEN, RULE);

    expect(await queuedAt('2024-08-05T10:00')).toBe(0);
    expect(await queuedAt('2024-08-06T09:59')).toBe(0);
    expect(await queuedAt('2024-08-06T10:00')).toBe(1);
    expect(await queuedAt('2024-08-06T10:15')).toBe(0);
    expect(await queuedAt('2024-08-07T10:00')).toBe(0);
    const told = await deliverNow(parts);

    expect(titlesOf(told)).toContainEqual([
      BEN,
      'Draft minutes of SIAB board meeting are due Wed 7 August 2024, 17:00',
    ]);
    const [message] = told.flatMap(([, one]) => (one.title.startsWith('Draft') ? [one] : []));
    expect(message && buttonsOf(message).map(({ line }) => line)).toEqual([
      'admin cycle close siab 2024-07-24',
    ]);
  });

  it('makes up for an outage, and not weeks later', async () => {
    await parts.world.pap(BEN, RULE);

    expect(await queuedAt('2024-08-22T10:00')).toBe(0);
    expect(await queuedAt('2024-08-12T10:00')).toBe(1);
  });

  it('says nothing where the minutes are agreed, or no rule asks for them', async () => {
    const { world } = parts;
    expect(await queuedAt('2024-08-06T10:00')).toBe(0);
    await world.pap(BEN, RULE);
    await world.pap(BEN, 'admin cycle close siab 2024-07-24 confirm');

    expect(await queuedAt('2024-08-06T10:00')).toBe(0);
  });

  it('waits for whoever is away, and comes when they are back', async () => {
    const { world } = parts;
    await world.pap(BEN, RULE);
    await world.pap(BEN, 'away 5–9 August 2024');

    expect(await queuedAt('2024-08-06T10:00')).toBe(0);
    expect(await queuedAt('2024-08-12T10:00')).toBe(1);
  });

  it('is not lost by a long leave', async () => {
    const { world } = parts;
    await world.pap(BEN, RULE);
    await world.pap(BEN, 'away 5–30 August 2024');

    expect(await queuedAt('2024-08-22T10:00')).toBe(0);
    expect(await queuedAt('2024-09-02T10:00')).toBe(1);
  });

  it('is set by the office alone', async () => {
    expect((await parts.world.pap(ASHA, RULE)).code).toBe('not-permitted');
  });
});
