// `/pap admin cycle open|freeze|close|cancel|amend`: what the office does by hand, and what the board decided.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../../src/cycle/meetings/app/roll-cycle.ts';
import { ASHA, BEN, DEV } from '../../support/world/cast.ts';
import { buttonOf, factsOf, paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { terminalInbound, textOf } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';

const AMEND = 'admin cycle amend siab 2B:2 amber the board was not shown the evidence';

describePlanOnBoth('admin cycle by hand', (parts) => {
  const states = async () => rowsOf((await parts.world.pap(BEN, 'admin cycle')).message);

  it('opens a cycle before its time, and the first request goes out at the next proper hour', async () => {
    const { world } = parts;
    world.at('2024-06-27T17:00');

    const asked = await world.pap(BEN, 'admin cycle open siab');
    expect(asked.message.title).toBe('Open the returns for SIAB board meeting, Wed 24 July 2024?');
    const done = await world.pap(BEN, buttonOf(asked.message, 'Open it').line);

    expect(done.message.title).toContain('Opened: returns are asked for');
    expect(factsOf(done.message)).toMatchObject({ Opens: 'Thu 27 June 2024, 17:00' });
    expect((await states())[0]?.at(-1)).toBe('open');
    expect((await world.run(chaseDueOwners)).queued).toBe(0);
    world.at('2024-06-28T09:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(3);
    world.at('2024-07-01T10:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(0);
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'cycle-opened',
      summary: 'the cycle of siab for Wed 24 July 2024 was opened before its time',
      author: 'Ben Example',
    });
  });

  it('freezes it: no update is taken any more, and nobody is chased', async () => {
    const { world } = parts;

    const asked = await world.pap(BEN, 'admin cycle freeze siab 24 July 2024');
    expect(paragraphsOf(asked.message)[0]).toContain('6 returns have not come in');
    await world.pap(BEN, buttonOf(asked.message, 'Freeze it').line);

    expect((await states())[0]?.at(-1)).toBe('frozen');
    expect(await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained')).toMatchObject({
      outcome: 'refused',
      code: 'cycle-frozen',
    });
    world.at('2024-07-01T10:00');
    expect((await world.run(chaseDueOwners)).queued).toBe(0);
  });

  it('is lifted when the meeting moves, and the reply says so', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle freeze siab confirm');

    const moved = await world.pap(
      BEN,
      'admin cycle move siab 24 July 2024 to 31 July 2024 confirm',
    );

    expect(paragraphsOf(moved.message)).toContain(
      'It was frozen by hand; the move lifts that, and the dates hold again.',
    );
    expect((await states())[0]?.slice(4)).toEqual(['Tue 23 July 2024, 17:00', 'planned']);
    expect((await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained')).outcome).toBe('done');
  });

  it('calls a meeting off, tells whoever was asked, once, and lets it be put back', async () => {
    const { world } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.deliver();
    world.at('2024-07-05T10:00');
    await world.run(chaseDueOwners);

    const asked = await world.pap(BEN, 'admin cycle cancel siab 24 July 2024');
    const done = await world.pap(BEN, buttonOf(asked.message, 'Call it off').line);

    expect(paragraphsOf(done.message)[0]).toBe(
      'Told: Asha Example, Ella Example, Femi Example. 3 unsent reminders do not go out.',
    );
    const already = world.sent.length;
    await world.deliver();
    expect(world.sent.slice(already).map(({ message }) => message.title)).toEqual(
      Array(3).fill('SIAB board meeting on Wed 24 July 2024 is called off'),
    );
    expect(textOf(await world.pap(ASHA, 'outstanding'))).not.toContain('Wed 24 July 2024');
    await world.run(rollCycle);
    expect((await states()).map((row) => row[0])).not.toContain('Wed 24 July 2024');
    expect(await world.pap(BEN, 'admin cycle cancel siab 24 July 2024 confirm')).toMatchObject({
      code: 'unknown-meeting',
    });
    const back = await world.pap(BEN, 'admin cycle add siab 2024-07-24 "SIAB board meeting"');
    expect(back.message.title).toBe('Added: SIAB board meeting, Wed 24 July 2024');
    expect((await states())[0]?.[0]).toBe('Wed 24 July 2024');
  });

  it('moves no meeting onto the day of one that was called off, and says how to put that one back', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle cancel siab 25 September 2024 confirm');
    const move = 'admin cycle move siab 24 July 2024 to 25 September 2024';

    const asked = await world.pap(BEN, move);

    expect(asked).toMatchObject({ outcome: 'refused', code: 'meeting-there' });
    expect(asked.message.title).toContain('on Wed 25 September 2024 that was called off');
    expect((await world.pap(BEN, `${move} confirm`)).code).toBe('meeting-there');
    const [, line = ''] = /\/pap (admin cycle add [^\n]*")/.exec(textOf(asked)) ?? [];
    expect((await world.pap(BEN, line)).outcome, line).toBe('done');
    expect((await states()).map(([day]) => day)).toContain('Wed 25 September 2024');
  });

  it('tells every owner who still owes a return of a freeze by hand, once and within the hours', async () => {
    const { world } = parts;
    world.at('2024-07-01T20:00');
    await world.pap(ASHA, 'same 2B:2');
    const requestId = 'test:freeze';

    const done = await world.pap(BEN, 'admin cycle freeze siab confirm', { requestId });
    await world.handle(
      terminalInbound(BEN, 'admin cycle freeze siab confirm', {
        ...{ requestId, tenantId: world.partnership.key },
      }),
    );
    await world.pap(BEN, 'admin cycle freeze siab confirm');

    expect(textOf(done)).toContain('Told: Asha Example, Ella Example, Femi Example.');
    await world.deliver();
    expect(world.sent).toEqual([]);
    world.at('2024-07-02T09:00');
    await world.deliver();
    const notices = world.sent.map(({ message }) => JSON.stringify(message));
    expect(notices).toHaveLength(3);
    expect(world.sent.map(({ message }) => message.title)).toEqual(
      Array(3).fill('The papers for SIAB board meeting on Wed 24 July 2024 are frozen'),
    );
    expect(notices.join()).toContain('1A:1');
    expect(notices.join()).not.toContain('2B:2');
  });

  it('tells nobody of a freeze that is refused', async () => {
    const { world } = parts;
    world.at('2024-07-17T12:00');

    expect((await world.pap(BEN, 'admin cycle freeze siab confirm')).code).toBe('cycle-state');
    await world.deliver();

    expect(world.sent).toEqual([]);
  });

  it('records what the board decided as the board’s, and tells its owner and the channels', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 1, { name: 'One', channelId: 'C1' });
    world.at('2024-07-25T09:30');
    await world.run(rollCycle);

    const { message } = await world.pap(BEN, AMEND);

    expect(message.title).toContain('The board decided: 2B:2');
    expect(factsOf(message)).toMatchObject({
      Rating: '🛑 Red → 🔶 Amber',
      Why: 'the board was not shown the evidence',
      Meeting: 'SIAB board meeting, Wed 24 July 2024',
    });
    expect(await world.objective('2B:2')).toMatchObject({ rag: 'amber', version: 2 });
    const history = textOf(await world.pap(BEN, 'show 2B:2 history'));
    expect(history).toContain(
      '🛑 Red → 🔶 Amber, as SIAB board meeting of Wed 24 July 2024 decided',
    );
    expect(textOf(await world.pap(BEN, 'why 2B:2'))).toContain(
      '🛑 Red → 🔶 Amber, as SIAB board meeting of Wed 24 July 2024 decided',
    );
    expect(textOf(await world.pap(BEN, 'show 2B:2 at 24 July 2024'))).toContain('🛑 Red');
    expect(textOf(await world.pap(BEN, 'outstanding'))).toContain('2B:2');
    await world.deliver();
    const titles = world.sent.map(({ message: sent }) => sent.title);
    expect(titles.filter((title) => title.endsWith('the board decided')).length).toBeGreaterThan(0);
    expect(titles.filter((title) => title.startsWith('The board decided: 2B:2'))).toHaveLength(1);
    expect(textOf(await world.pap(BEN, 'digest preview theme 1'))).toContain(
      '2B:2 🛑 Red → 🔶 Amber, as SIAB board meeting of Wed 24 July 2024 decided',
    );
  });

  it('takes it from the board itself, on the day of the meeting too, and not once it is minuted', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin people role @dev board');
    world.at('2024-07-23T12:00');
    expect(await world.pap(DEV, AMEND)).toMatchObject({ code: 'cycle-state' });
    world.at('2024-07-24T12:00');
    expect((await world.pap(DEV, AMEND)).outcome).toBe('done');
    expect(await world.pap(DEV, AMEND)).toMatchObject({ code: 'nothing-to-change' });
    world.at('2024-07-29T12:00');
    await world.run(rollCycle);
    expect((await states())[0]).toEqual(expect.arrayContaining(['Wed 24 July 2024', 'held']));

    const asked = await world.pap(BEN, 'admin cycle close siab');
    expect(asked.message.title).toBe(
      'Are the minutes agreed of SIAB board meeting, Wed 24 July 2024?',
    );
    const closed = await world.pap(BEN, buttonOf(asked.message, 'Close it').line);

    expect(closed.message.title).toContain('Closed: the minutes are agreed');
    const again = 'admin cycle amend siab 2B:2 red it was not so';
    expect(await world.pap(BEN, again)).toMatchObject({ code: 'cycle-state' });
    expect((await states())[0]?.[0]).toBe('Wed 25 September 2024');
    expect(await world.pap(BEN, 'admin cycle close siab 24 July 2024')).toMatchObject({
      code: 'cycle-state',
    });
    expect((await world.record.audit.list(1))[0]?.kind).toBe('cycle-minuted');
  });

  itRefuses(
    () => parts,
    [
      [BEN, 'admin cycle close siab', 'cycle-state'],
      [BEN, 'admin cycle open siab 25 September 2024', 'no-round'],
      [BEN, 'admin cycle open scrutiny', 'no-round'],
      [BEN, 'admin cycle open siab 23 July 2024', 'unknown-meeting'],
      [BEN, 'admin cycle freeze siab July 2024', 'bad-date'],
      [BEN, 'admin cycle freeze parish', 'unknown-forum'],
      [BEN, 'admin cycle cancel siab', 'usage'],
      [BEN, 'admin cycle cancel siab 23 July 2024', 'unknown-meeting'],
      [BEN, AMEND, 'cycle-state'],
      [BEN, 'admin cycle amend siab 2B:2 amber', 'usage'],
      [BEN, 'admin cycle amend siab 2B:2 the board was not shown it', 'usage'],
      [BEN, 'admin cycle amend siab 9Z:9 amber not shown', 'unknown-objective'],
      [ASHA, AMEND, 'not-permitted'],
      [ASHA, 'admin cycle open siab confirm', 'not-permitted'],
      [DEV, 'admin cycle freeze siab confirm', 'not-permitted'],
      [DEV, 'admin cycle close siab confirm', 'not-permitted'],
      [DEV, 'admin cycle cancel siab 24 July 2024 confirm', 'not-permitted'],
    ],
  );

  itIsClosedToOutsiders('admin cycle freeze siab confirm', () => parts);
  itIsClosedToOutsiders(AMEND, () => parts);
});
