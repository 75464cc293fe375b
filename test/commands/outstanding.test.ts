// `/pap outstanding`: whose return has not come in.
import { expect, it } from 'vitest';
import { footerOf, itemsOf, paragraphsOf, rowsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { SLACK_TEAM } from '../support/world/plan-world.ts';

describePlan('outstanding', (parts) => {
  it('lists every return that has not come in, with its owner', async () => {
    const { world } = parts;

    const reply = await world.pap('office@example.org', 'outstanding');

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Outstanding returns: 6');
    expect(paragraphsOf(reply.message)[0]).toBe(
      'Returns for SIAB board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00; the first request goes out Mon 1 July 2024, 10:00.',
    );
    expect(rowsOf(reply.message).map(([objective]) => objective?.slice(0, 4))).toEqual([
      ...['1A:1', '1A:2', '2B:1', '2B:2', '3A:1', '3A:2'],
    ]);
    expect(rowsOf(reply.message)[3]).toEqual([
      '2B:2 Named workers identified, fully trained, and supported',
      '🛑 Red',
      'Asha Example, Example Council; deputy Ella Example',
      'by July 2024',
    ]);
    expect(footerOf(reply.message)).toMatch(/^Filters: theme 1 · red · overdue · a name/);
  });

  it.each([
    ['outstanding theme 1', ['1A:1', '1A:2', '2B:2'], 'theme 1'],
    ['out theme 1 red', ['2B:2'], 'theme 1, red'],
    ['due amber', ['1A:1', '3A:1'], 'amber'],
    ['outstanding overdue', ['1A:2'], 'overdue'],
    ['OUTSTANDING Overdue GREEN', ['1A:2'], 'overdue, green'],
    ['outstanding @Ella Example', ['3A:1'], 'Ella Example'],
    ['outstanding asha', ['1A:1', '2B:2'], 'Asha Example'],
    ['outstanding femi@example.org', ['1A:2', '2B:1'], 'Femi Example'],
    ['outstanding theme 1 femi', ['1A:2'], 'theme 1, Femi Example'],
  ])('filters: %s', async (line, refs, filter) => {
    const { world } = parts;

    const { message } = await world.pap('office@example.org', line);

    expect(message.title).toBe(`Outstanding returns: ${refs.length} · ${filter}`);
    expect(rowsOf(message).map(([objective]) => objective?.slice(0, 4))).toEqual(refs);
  });

  it('says that nothing is left rather than showing an empty table', async () => {
    const { world } = parts;

    const filtered = await world.pap('office@example.org', 'outstanding blue');
    for (const ref of ['1A:1', '1A:2', '2B:1', '2B:2', '3A:1'])
      await world.pap('office@example.org', `same ${ref}`);
    await world.pap('office@example.org', 'update 3A:2 amber first meeting held');
    const all = await world.pap('office@example.org', 'outstanding');

    expect(paragraphsOf(filtered.message)[1]).toBe('Nothing is outstanding with that filter.');
    expect(all.message).toMatchObject({ title: 'Outstanding returns: 0', tone: 'good' });
    expect(paragraphsOf(all.message)[1]).toBe('All 6 returns are in.');
  });

  it.each([
    ['2024-07-05T12:00', /are due Wed 10 July 2024, 17:00\.$/],
    [
      '2024-07-11T09:00',
      /were due .*; they are taken, marked late, until Tue 16 July 2024, 17:00\.$/,
    ],
    ['2024-07-17T10:00', /have been frozen since Tue 16 July 2024, 17:00\.$/],
  ])('says where the cycle stands at %s', async (at, line) => {
    const { world } = parts;
    world.at(at);

    const { message } = await world.pap('office@example.org', 'outstanding');

    expect(paragraphsOf(message)[0]).toMatch(line);
  });

  it.each([
    ['red', ['2B:2']],
    ['green', []],
  ])('finds what is last known %s, and no green that nobody confirmed', async (rag, refs) => {
    const { world } = parts;
    world.at('2024-08-20T10:00');

    const { message } = await world.pap('office@example.org', `outstanding ${rag}`);

    expect(rowsOf(message).map(([name = '']) => name.split(' ')[0])).toEqual(refs);
  });

  it('says that no meeting lies ahead once the last cycle is over', async () => {
    const { world } = parts;
    world.at('2024-11-28T10:00');

    const { message } = await world.pap('office@example.org', 'outstanding');

    expect(message.title).toBe('Outstanding returns');
    expect(paragraphsOf(message)[0]).toMatch(/^No meeting that collects returns lies ahead/);
  });

  it.each([
    ['outstanding theme 9', 'unknown-theme', 'There is no theme “theme 9”'],
    ['outstanding somebody', 'unknown-person', 'Nobody on the plan matches “somebody”'],
    ['outstanding example', 'ambiguous-person', 'More than one person matches “example”'],
    ['outstanding red amber', 'unknown-person', 'Nobody on the plan matches “amber”'],
  ])('refuses %j as %s', async (line, code, title) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('office@example.org', line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(reply.message.title).toBe(title);
    expect(await world.footprint()).toEqual(before);
  });

  it('suggests the name that was meant', async () => {
    const { world } = parts;

    const { message } = await world.pap('office@example.org', 'outstanding Ela');

    expect(itemsOf(message)).toEqual(['Ella Example, Example NHS']);
  });

  it('finds a person by a mention of their linked account, and never echoes an unknown one', async () => {
    const { world } = parts;
    await world.record.people.linkAccount(
      await world.personId('owner@example.org'),
      { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' },
      await world.clock.now(),
    );
    const from = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' } as const;

    const known = await world.pap('', 'outstanding <@U0ASHA00>', from);
    const unknown = await world.pap('', 'outstanding <@U0NOBODY0>', from);

    expect(known.message.title).toBe('Outstanding returns: 2 · Asha Example');
    expect(unknown).toMatchObject({ code: 'unknown-person' });
    expect(unknown.message.title).toBe('Nobody on the plan matches “that account”');
  });

  itIsClosedToOutsiders('outstanding', () => parts);
});
