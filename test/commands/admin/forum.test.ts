// `/pap admin cycle forum`: the bodies that meet.
import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS } from '../../support/world/cast.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';

describePlanOnBoth('admin cycle forum', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin cycle ${line}`);

  it('adds one that collects returns, with its deadlines, and it can meet at once', async () => {
    const { world } = parts;

    const added = await office('forum add "SEND Improvement Board" as board collects returns');
    const meeting = await office('add SEND Improvement Board 18 September 2024');

    expect(added.message.title).toBe('SEND Improvement Board was added');
    expect((await world.record.audit.list(2))[1]?.summary).toBe(
      'The forum SEND Improvement Board was added, and collects returns',
    );
    expect(meeting.outcome).toBe('done');
    expect(textOf(await office('rehearse SEND Improvement Board'))).toContain('18 September 2024');
    const forum = (await world.record.meetings.forums()).find(({ key }) => key === 'sib');
    expect(forum).toMatchObject({ name: 'SEND Improvement Board', collectsReturns: true });
    expect(forum?.rules.returnsDue).toEqual({ days: 10, unit: 'working', time: '17:00' });
  });

  it('renames one, and says whether it collects returns', async () => {
    const { world } = parts;

    const renamed = await office('forum rename siab to "Improvement Board"');
    const silent = await office('forum siab collects no returns');

    expect(renamed.message.title).toMatch(/ is now Improvement Board$/);
    expect(silent.message.title).toBe('Improvement Board collects no returns');
    expect((await world.record.meetings.forums()).find(({ key }) => key === 'siab')).toMatchObject({
      ...{ name: 'Improvement Board', collectsReturns: false },
    });
  });

  it.each([
    ['forum', 'usage'],
    ['forum add', 'usage'],
    ['forum add Improvement Board', 'usage'],
    ['forum add "Improvement Board" as a club', 'usage'],
    ['forum add siab as board', 'name-taken'],
    ['forum rename siab', 'usage'],
    ['forum rename nowhere to Improvement Board', 'unknown-forum'],
    ['forum nowhere collects returns', 'unknown-forum'],
    ['forum siab meets', 'usage'],
  ])('refuses “%s” and changes nothing', async (line, code) => {
    const before = await parts.world.footprint();

    const reply = await office(line);

    expect([reply.outcome, reply.code]).toEqual(['refused', code]);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it.each([ASHA, CERYS])('is closed to %s', async (email) => {
    const reply = await parts.world.pap(email, 'admin cycle forum add "Board" as board');
    expect(reply.code).toBe('not-permitted');
  });
});
