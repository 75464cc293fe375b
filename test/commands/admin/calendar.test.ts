// `/pap admin calendar`: days are set apart, deadlines follow, and whoever owes a return is told once.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA, BEN } from '../../support/world/cast.ts';
import { paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';

const CLOSE = 'admin calendar close 8 July 2024 "Moving day"';

describePlanOnBoth('admin calendar', (parts) => {
  const opens = async () => rowsOf((await parts.world.pap(BEN, 'admin cycle')).message)[0]?.[2];

  it('lists the bank holidays ahead, and until when they are known', async () => {
    const text = textOf(await parts.world.pap(BEN, 'admin calendar'));

    expect(text).toContain('Mon 26 August 2024: Summer bank holiday');
    expect(text).toContain('They are known until Mon 31 December 2035.');
  });

  it('warns in time before the bank holidays end', async () => {
    parts.world.at('2034-09-01T09:00');

    expect(textOf(await parts.world.pap(BEN, 'admin calendar'))).toContain(
      '⚠ They are known until Mon 31 December 2035 only',
    );
  });

  it('closes a day: deadlines move, and whoever owes is told once', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, CLOSE);

    expect(message.title).toBe('1 working day is closed: Moving day');
    expect(paragraphsOf(message)).toEqual([
      'Deadlines moved of siab, Wed 24 July 2024. Told of the new deadlines: Asha Example, Ella Example, Femi Example.',
    ]);
    expect(await opens()).toBe('Fri 28 June 2024, 10:00');
    await world.deliver();
    expect(world.sent.map((one) => one.message.title)).toEqual(
      Array(3).fill('New deadlines for SIAB board meeting on Wed 24 July 2024'),
    );
    expect(textOf(await world.pap(BEN, 'admin calendar'))).toContain('Mon 8 July 2024: Moving day');
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'days-closed',
      summary: 'the partnership is closed on Mon 8 July 2024',
    });
    const back = await world.pap(BEN, 'admin calendar open 8 July 2024');
    expect(back.outcome).toBe('done');
    expect(await opens()).toBe('Mon 1 July 2024, 10:00');
  });

  it('closes whole days, where the office shuts early and opens again at a time', async () => {
    const { world } = parts;
    const line = 'admin calendar close from 3pm 24 Dec 2024 to 8.30 on 30 Dec 2024 "Christmas"';

    const { message } = await world.pap(BEN, line);

    expect(message.title).toBe('4 working days are closed: Christmas');
    expect(paragraphsOf(message)[0]).toContain('Tue 24 December 2024 to Sun 29 December 2024');
  });

  it('closes a day for one organisation: its people are asked on another day, no deadline moves', async () => {
    const { world } = parts;

    const closed = await world.pap(
      BEN,
      'admin calendar close 1 July 2024 "Council closed" for Example Council',
    );
    world.at('2024-07-01T10:00');
    const first = await world.run(chaseDueOwners);
    world.at('2024-07-02T09:00');
    const second = await world.run(chaseDueOwners);

    expect(paragraphsOf(closed.message)).toEqual(['No deadline moves by it.']);
    expect(first.queued + second.queued).toBe(3);
    expect(second.queued).toBeGreaterThan(0);
  });

  it('has a bank holiday worked', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, 'admin calendar open 26 August 2024');

    expect(message.title).toBe('Mon 26 August 2024 is worked');
    const derived = await world.pap(BEN, 'admin cycle when 27 August 2024 -1wd');
    expect(derived.message.title).toBe('Mon 26 August 2024 (2024-08-26)');
    expect(textOf(await world.pap(BEN, 'admin calendar'))).toContain('(worked by everybody)');
    expect(await world.pap(BEN, 'admin calendar open 26 August 2024')).toMatchObject({
      code: 'not-closed',
    });
  });

  it('keeps term calendars: who follows one is asked in term time only', async () => {
    const { world } = parts;
    const terms =
      'admin calendar terms School year 2 Sep 2024 to 25 Oct 2024, 4 Nov 2024 to 20 Dec 2024';

    const made = await world.pap(BEN, terms);
    const followed = await world.pap(BEN, 'admin calendar follow @asha School year');

    expect(made.message.title).toContain('Calendar school-year: Mon 2 September 2024 to Fri 25');
    expect(followed.message.title).toBe('Asha Example works by the calendar school-year');
    expect(textOf(await world.pap(BEN, 'admin calendar'))).toContain('followed by Asha Example');
    world.at('2024-07-01T10:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(2);
    await world.pap(BEN, 'admin calendar follow @asha everybody');
    expect((await world.run(chaseDueOwners)).queued).toBe(1);
  });

  itRefuses(
    () => parts,
    [
      [BEN, 'admin calendar close 8 July 2024', 'usage'],
      [BEN, 'admin calendar close 6 July 2024 to 7 July 2024 "Weekend"', 'usage'],
      [BEN, 'admin calendar close 8 July 2024 to 8 July 2025 "For a year"', 'usage'],
      [BEN, 'admin calendar close July 2024 "Summer"', 'bad-date'],
      [BEN, 'admin calendar close 3 June 2024 "Too late"', 'day-is-over'],
      [BEN, 'admin calendar close 9 July 2024 to 8 July 2024 "Backwards"', 'day-is-over'],
      [BEN, 'admin calendar close 8 July 2024 "Moving day" for the Parish', 'unknown-organisation'],
      [BEN, 'admin calendar open 8 July 2024', 'not-closed'],
      [BEN, 'admin calendar terms school', 'usage'],
      [BEN, 'admin calendar terms everybody 2 Sep 2024 to 25 Oct 2024', 'usage'],
      [
        BEN,
        'admin calendar terms school 2 Sep 2024 to 25 Oct 2024, 1 Oct 2024 to 2 Dec 2024',
        'usage',
      ],
      [BEN, 'admin calendar follow @asha school', 'unknown-calendar'],
      [BEN, 'admin calendar follow @nobody everybody', 'unknown-person'],
      [BEN, 'admin calendar burn', 'usage'],
      [ASHA, 'admin calendar', 'not-permitted'],
      [ASHA, CLOSE, 'not-permitted'],
      ['cochair@example.org', 'admin calendar open 26 August 2024', 'not-permitted'],
    ],
  );

  itIsClosedToOutsiders(CLOSE, () => parts);
});
