// `/pap admin cycle`: meetings move, deadlines follow, and whoever owes a return is told once.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA, BEN } from '../../support/world/cast.ts';
import { buttonOf, factsOf, paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';

const MOVE = 'admin cycle move siab 24 July 2024 to 31 July 2024';

describePlan('admin cycle', (parts) => {
  it('lists the meetings ahead with the deadlines that follow', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, 'admin cycle');

    expect(message.title).toBe('Meetings ahead');
    expect(rowsOf(message)).toEqual([
      [
        'Wed 24 July 2024',
        'SIAB board meeting',
        'Mon 1 July 2024, 10:00',
        'Wed 10 July 2024, 17:00',
        'Tue 16 July 2024, 17:00',
        'planned',
      ],
      [
        'Wed 25 September 2024',
        'SIAB board meeting (example)',
        'Mon 2 September 2024, 10:00',
        'Wed 11 September 2024, 17:00',
        'Tue 17 September 2024, 17:00',
        'planned',
      ],
      [
        'Wed 27 November 2024',
        'SIAB board meeting (example)',
        'Mon 4 November 2024, 10:00',
        'Wed 13 November 2024, 17:00',
        'Tue 19 November 2024, 17:00',
        'planned',
      ],
    ]);
    expect(paragraphsOf(message)[1]).toMatch(/^No meeting is known of .*scrutiny/);
  });

  it('asks before it moves a meeting, then moves the deadlines and keeps both dates', async () => {
    const { world } = parts;

    const asked = await world.pap(BEN, MOVE);
    expect(asked.message.title).toBe(
      'Move SIAB board meeting from Wed 24 July 2024 to Wed 31 July 2024?',
    );
    expect(textOf(await world.pap(ASHA, 'outstanding'))).toContain('Wed 10 July 2024, 17:00');
    const done = await world.pap(BEN, buttonOf(asked.message, 'Move it').line);

    expect(done.message.title).toBe('Moved: SIAB board meeting is on Wed 31 July 2024');
    expect(factsOf(done.message)).toEqual({
      Opens: 'Mon 8 July 2024, 10:00',
      'Returns due': 'Wed 17 July 2024, 17:00',
      Freeze: 'Tue 23 July 2024, 17:00',
    });
    expect(textOf(await world.pap(ASHA, 'outstanding'))).toContain('Wed 17 July 2024, 17:00');
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'meeting-moved',
      summary: 'the meeting of siab on 2024-07-24 was moved to 2024-07-31',
      author: 'Ben Example',
    });
  });

  it('tells everybody who still owes once, calls off what is unsent, and works the chases out anew', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.pap('femi@example.org', 'same 1A:2');
    await world.pap('femi@example.org', 'same 2B:1');

    const done = await world.pap(BEN, `${MOVE} confirm`);

    expect(paragraphsOf(done.message).at(-1)).toBe(
      'Told of the new deadlines: Asha Example, Ella Example. 3 unsent reminders were called off; reminders follow the new dates.',
    );
    const states = await harness.prisma.notification.groupBy({
      by: ['kind', 'state'],
      where: { partnershipId: world.partnership.id },
      _count: true,
      orderBy: [{ kind: 'asc' }, { state: 'asc' }],
    });
    expect(states.map(({ kind, state, _count }) => [kind, state, _count])).toEqual([
      ['chase', 'cancelled', 3],
      // Two of the move, and the office’s of the objective that nobody owns.
      ['notice', 'queued', 3],
    ]);
    await world.deliver();
    const toAsha = world.sent.find(({ message }) => textOfMessage(message).includes('1A:1, 2B:2'));
    expect(toAsha?.message.title).toBe('SIAB board meeting has moved to Wed 31 July 2024');
    expect(world.sent).toHaveLength(3);
    // The same step falls due again by the new date.
    world.at('2024-07-08T10:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(2);

    function textOfMessage(message: (typeof world.sent)[number]['message']): string {
      return paragraphsOf(message).join('\n');
    }
  });

  it('tells nobody whose update, too early for the old day, counts for the new one', async () => {
    const { world } = parts;
    world.at('2024-07-09T09:00');
    await world.pap(BEN, 'admin cycle move siab 2024-07-24 to 2024-08-21 confirm');
    await world.pap('owner@example.org', 'same 2B:2');
    await world.pap('owner@example.org', 'same 1A:1');

    const done = await world.pap(BEN, 'admin cycle move siab 2024-08-21 to 2024-07-31 confirm');

    expect(paragraphsOf(done.message).at(-1)).toMatch(
      /^Told of the new deadlines: Ella Example, Femi Example\./,
    );
  });

  it('adds a meeting, which gets its cycle when it is the next', async () => {
    const { world } = parts;

    const later = await world.pap(BEN, 'admin cycle add siab 22 January 2025 "Winter meeting"');
    const next = await world.pap(BEN, 'admin cycle add siab 17/07/2024 "Extra meeting"');

    expect(later.message.title).toBe('Added: Winter meeting, Wed 22 January 2025');
    expect(factsOf(later.message)['Returns due']).toBe('Wed 8 January 2025, 17:00');
    expect(next.outcome).toBe('done');
    const outstanding = textOf(await world.pap(BEN, 'outstanding'));
    expect(outstanding).toContain('Extra meeting');
    expect(outstanding).not.toContain('Winter meeting');
  });

  it('shows what other lead times change, sets them once confirmed, and tells whoever owes', async () => {
    const { world } = parts;

    const asked = await world.pap(
      BEN,
      'admin cycle rules siab 8 days 12:00, freeze 4 days, papers 5 calendar days 9:00',
    );
    expect(factsOf(asked.message)).toEqual({
      Opens: 'Mon 1 July 2024, 10:00 → Wed 3 July 2024, 10:00',
      'Returns due': 'Wed 10 July 2024, 17:00 → Fri 12 July 2024, 12:00',
      Freeze: 'Tue 16 July 2024, 17:00 → Thu 18 July 2024, 12:00',
      'Papers out': 'none → Fri 19 July 2024, 09:00',
    });
    expect(textOf(await world.pap(ASHA, 'outstanding'))).toContain('Wed 10 July 2024, 17:00');
    const { message } = await world.pap(BEN, buttonOf(asked.message, 'Set them').line);

    expect(message.title).toBe('Lead times of siab are set');
    expect(rowsOf(message)[0]?.slice(3, 6)).toEqual([
      'Fri 12 July 2024, 12:00',
      'Thu 18 July 2024, 12:00',
      'Fri 19 July 2024, 09:00',
    ]);
    expect(paragraphsOf(message).at(-1)).toBe(
      'Told of the new deadlines: Asha Example, Ella Example, Femi Example.',
    );
    expect((await world.record.audit.list(1))[0]?.summary).toBe(
      'siab: returns 10 working days before, 17:00; freeze 6 working days before, 17:00 → returns 8 working days before, 12:00; freeze 4 working days before, 12:00; papers 5 calendar days before, 09:00',
    );
    expect(textOf(await world.pap(ASHA, 'outstanding'))).toContain('Fri 12 July 2024, 12:00');
  });

  it.each([
    [BEN, 'admin cycle move siab 23 July 2024 to 31 July 2024', 'unknown-meeting'],
    [BEN, 'admin cycle move siab 24 July 2024 to 25 September 2024', 'meeting-there'],
    [BEN, 'admin cycle move siab 24 July 2024 to 25 September 2024 confirm', 'meeting-there'],
    [BEN, 'admin cycle move siab 24 July 2024 to 28 June 2024', 'day-is-over'],
    [BEN, 'admin cycle move siab 24 July 2024 to August 2024', 'bad-date'],
    [BEN, 'admin cycle move siab 24 July 2024', 'usage'],
    [BEN, 'admin cycle move parish 24 July 2024 to 31 July 2024', 'unknown-forum'],
    [BEN, 'admin cycle add siab 24 July 2024 "Again"', 'meeting-there'],
    [BEN, 'admin cycle add siab', 'usage'],
    [BEN, 'admin cycle add siab soon', 'bad-date'],
    [BEN, 'admin cycle add siab July 2024 "Some day"', 'bad-date'],
    [BEN, 'admin cycle add siab 22 January 2025 Meeting about 943 476 5919', 'personal-data'],
    [BEN, 'admin cycle rules siab 4 days freeze 8', 'usage'],
    [BEN, 'admin cycle rules siab 8 days 25:00', 'usage'],
    [BEN, 'admin cycle rules siab', 'usage'],
    [BEN, 'admin cycle delete siab', 'usage'],
    [ASHA, 'admin cycle', 'not-permitted'],
    [ASHA, `${MOVE} confirm`, 'not-permitted'],
    ['cochair@example.org', 'admin cycle add siab 22 January 2025', 'not-permitted'],
    ['dev@example.org', 'admin cycle rules siab 8 days', 'not-permitted'],
  ])('refuses: %s %s as %s', async (email, line, code) => {
    const { world } = parts;
    const before = await world.record.meetings.listFrom(await today());

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await world.record.meetings.listFrom(await today())).toEqual(before);
    expect(await world.record.audit.list(1)).toEqual([]);

    async function today() {
      return (await world.clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate();
    }
  });

  itIsClosedToOutsiders(`${MOVE} confirm`, () => parts);
});
