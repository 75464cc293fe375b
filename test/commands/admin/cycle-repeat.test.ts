// `/pap admin cycle repeat|chase|when`: a forum's own rules.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../../src/cycle/meetings/app/roll-cycle.ts';
import { ASHA, BEN } from '../../support/world/cast.ts';
import { buttonOf, paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';

describePlanOnBoth('admin cycle repeat', (parts) => {
  async function days(forum = 'scrutiny'): Promise<string[]> {
    const { record, clock } = parts.world;
    const today = (await clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate();
    const { id } = (await record.meetings.forums()).find(({ key }) => key === forum) ?? {};
    const meetings = await record.meetings.listFrom(today);
    return meetings.filter(({ forumId }) => forumId === id).map(({ heldOn }) => `${heldOn}`);
  }

  it('makes the meetings of a rule for a year, on working days, and keeps making them', async () => {
    const { world } = parts;

    const asked = await world.pap(BEN, 'admin cycle repeat scrutiny last Monday of every 2 months');
    expect(textOf(asked)).toContain('Tue 27 May 2025, for Mon 26 May 2025 is no working day');
    expect(await days()).toEqual([]);
    const done = await world.pap(BEN, buttonOf(asked.message, 'Set the rule').line);

    expect(done.message.title).toBe(
      'scrutiny meets last Monday of every 2 months from Mon 1 July 2024',
    );
    const made = [
      '2024-07-29',
      '2024-09-30',
      '2024-11-25',
      '2025-01-27',
      '2025-03-31',
      '2025-05-27',
    ];
    expect(await days()).toEqual(made);
    await world.run(rollCycle);
    expect(await days()).toEqual(made);
    world.at('2024-09-02T08:00');
    await world.run(rollCycle);
    expect(await days()).toEqual([...made.slice(1), '2025-07-28']);
  });

  it('makes no meeting again that was moved or called off', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle repeat scrutiny third Wednesday of every month confirm');
    await world.pap(BEN, 'admin cycle move scrutiny 21 August 2024 to 22 August 2024 confirm');
    await world.pap(BEN, 'admin cycle cancel scrutiny 18 September 2024 confirm');

    await world.run(rollCycle);

    expect((await days()).slice(0, 4)).toEqual([
      '2024-07-17',
      '2024-08-22',
      '2024-10-16',
      '2024-11-20',
    ]);
  });

  it('makes no meeting where one that stood alone was moved away', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle repeat siab every 9 weeks from 24 July 2024 confirm');
    expect((await days('siab')).slice(0, 2)).toEqual(['2024-07-24', '2024-09-25']);
    await world.pap(BEN, 'admin cycle move siab 24 July 2024 to 31 July 2024 confirm');

    await world.run(rollCycle);

    expect((await days('siab')).slice(0, 2)).toEqual(['2024-07-31', '2024-09-25']);
  });

  it('calls off what an old rule made, but for what was moved or answered', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle repeat siab third Friday of every month confirm');
    expect((await days('siab'))[0]).toBe('2024-07-19');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(BEN, 'admin cycle move siab 16 August 2024 to 19 August 2024 confirm');

    const asked = await world.pap(BEN, 'admin cycle repeat siab off');
    expect(paragraphsOf(asked.message).join(' ')).toContain('Called off would be what the rule');
    await world.pap(BEN, buttonOf(asked.message, 'Set the rule').line);

    expect(await days('siab')).toEqual([
      '2024-07-19',
      '2024-07-24',
      '2024-08-19',
      '2024-09-25',
      '2024-11-27',
    ]);
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'forum-repeats',
      summary: expect.stringContaining('siab has no rule for its meetings any more; called off: '),
    });
  });

  it('shows the escalation schedule, sets a step, and works what is unsent out anew', async () => {
    const { world } = parts;
    const shown = await world.pap(BEN, 'admin cycle chase siab');
    expect(rowsOf(shown.message)[1]).toEqual([
      'nudge',
      '−3, 10:00',
      'owners',
      'Fri 5 July 2024, 10:00',
      '✓',
    ]);

    const set = await world.pap(BEN, 'admin cycle chase siab nudge -2 days 11:00');

    expect(rowsOf(set.message)[1]).toEqual([
      'nudge',
      '−2, 11:00',
      'owners',
      'Mon 8 July 2024, 11:00',
      '−3, 10:00',
    ]);
    world.at('2024-07-01T10:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(3);
    await world.deliver();
    world.at('2024-07-05T10:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(0);
    world.at('2024-07-08T11:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(3);
    const off = await world.pap(BEN, 'admin cycle chase siab default');
    expect(paragraphsOf(off.message)).toContain('3 unsent reminders are worked out anew.');
    expect((await world.record.audit.list(1))[0]?.summary).toBe('siab: the chase is as by default');
  });

  it('answers which day is so many days away, and what it did not count', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin calendar close 2 January 2025 "Council closed"');

    const january = await world.pap(BEN, 'admin cycle when 2024-01-18 -4wd');
    const winter = await world.pap(BEN, 'admin cycle when 3 January 2025 -3wd 12:00');
    const far = await world.pap(BEN, 'admin cycle when 2036-01-18 -4wd');

    expect(january.message.title).toBe('Fri 12 January 2024 (2024-01-12)');
    expect(textOf(january)).toContain('Sat 13 January 2024 and Sun 14 January 2024: weekend');
    expect(winter.message.title).toBe('Fri 27 December 2024, 12:00 (2024-12-27)');
    expect(textOf(winter)).toContain('Thu 2 January 2025: closure day, Council closed');
    expect(textOf(winter)).toContain('Wed 1 January 2025: bank holiday, New Year’s Day');
    expect(textOf(far)).toContain('Bank holidays are known until Mon 31 December 2035');
  });

  itRefuses(
    () => parts,
    [
      [BEN, 'admin cycle repeat siab now and then', 'bad-recurrence'],
      [BEN, 'admin cycle repeat siab third Sunday of every month', 'bad-recurrence'],
      [BEN, 'admin cycle repeat parish off', 'unknown-forum'],
      [BEN, 'admin cycle chase siab open off', 'usage'],
      [BEN, 'admin cycle chase siab nudge -2 days 18:00', 'usage'],
      [BEN, 'admin cycle chase parish', 'unknown-forum'],
      [BEN, 'admin cycle when 2024-01-18 -4', 'usage'],
      [BEN, 'admin cycle when January 2024 -4wd', 'bad-date'],
      [ASHA, 'admin cycle repeat siab off confirm', 'not-permitted'],
      [ASHA, 'admin cycle chase siab default', 'not-permitted'],
      [ASHA, 'admin cycle when 2024-01-18 -4wd', 'not-permitted'],
    ],
  );
});
