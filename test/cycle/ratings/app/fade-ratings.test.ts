// A rating that nobody confirmed when it was asked for, wherever it is shown; what is stored stays as it is.
import { expect, it } from 'vitest';
import { rollCycle } from '../../../../src/cycle/meetings/app/roll-cycle.ts';
import { fadeRatings } from '../../../../src/cycle/ratings/app/fade-ratings.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { london, textOf } from '../../../support/world/plan-world.ts';

const OWNER = 'owner@example.org';

describePlanOnBoth('a rating that fades', (parts) => {
  async function afterTheDeadline() {
    const { world } = parts;
    world.at('2024-06-03T11:00');
    await world.pap(OWNER, 'update 2B:2 green all is well');
    world.at('2024-07-12T11:00');
  }

  it.each([
    ['show 2B:2', 'Rating: ⬜ Last known green, 39 days ago'],
    ['mine', 'trained, and supported · ⬜ Last known green, 39 days ago'],
    ['mine home', '⬜ Last known green, 39 days ago'],
    ['outstanding theme 1', '⬜ Last known green, 39 days ago'],
  ])('%s shows it', async (line, expected) => {
    await afterTheDeadline();

    const text = textOf(await parts.world.pap(OWNER, line));

    expect(text).toContain(expected);
    expect(text.replace(/^Last recorded: .*$/m, '')).not.toContain('🟢');
  });

  it('stands before the deadline, and again once a return has come in', async () => {
    const { world } = parts;
    await afterTheDeadline();
    world.at('2024-07-10T17:00');
    const before = textOf(await world.pap(OWNER, 'show 2B:2'));
    world.at('2024-07-12T11:00');
    await world.pap(OWNER, 'same 2B:2');

    const after = textOf(await world.pap(OWNER, 'show 2B:2'));

    expect(before).toContain('Rating: 🟢 Green');
    expect(after).toContain('Rating: 🟢 Green');
  });

  it('is unrated after a second cycle', async () => {
    const { world } = parts;
    await afterTheDeadline();
    world.at('2024-07-25T10:00');
    await world.run(rollCycle);
    world.at('2024-09-20T10:00');

    const text = textOf(await world.pap(OWNER, 'show 2B:2'));

    expect(text).toContain('Rating: ⬜ Unrated (green 109 days ago)');
  });

  it('is not made new by a note that is put right', async () => {
    const { world } = parts;
    await afterTheDeadline();
    await world.pap(OWNER, 'amend 2B:2 green all was well');

    const text = textOf(await world.pap(OWNER, 'show 2B:2'));

    expect(text).toContain('Rating: ⬜ Last known green, 39 days ago');
  });

  it('was not faded in what is asked for as at a day before', async () => {
    const { world } = parts;
    await afterTheDeadline();

    const text = textOf(await world.pap(OWNER, 'show 2B:2 at 8 July 2024'));

    expect(text).toContain('Rating: 🟢 Green');
  });

  it('leaves the record alone', async () => {
    const { world } = parts;
    await afterTheDeadline();
    const stored = await world.objective('2B:2');

    const [faded] = await fadeRatings([stored], world.record, london('2024-07-12T11:00'));

    expect(faded).toEqual({ ...stored, fade: { step: 'last-known', daysAgo: 39 } });
    expect(await world.objective('2B:2')).toEqual(stored);
  });
});
