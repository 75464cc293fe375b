// `/pap why`: why messages come, and what moved an objective to its colour.
import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, textOf } from '../support/world/plan-world.ts';

describePlan('why', (parts) => {
  it('tells an owner the rule, the dates, the last messages and how to change it', async () => {
    const { world } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.deliver();

    const reply = await world.pap('owner@example.org', 'why');

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Why you get messages from PAP');
    const items = itemsOf(reply.message);
    expect(items[0]).toMatch(/^You own 1A:1, 2B:2: before each meeting you are asked/);
    expect(items[1]).toMatch(
      /^You stand in for the owner of 1A:2: as a deputy you get the last call .* and the message once it is overdue/,
    );
    expect(items[2]).toBe('Mon 1 July 2024, 10:00: first request for returns (sent)');
    expect(items.at(-1)).toMatch(/^The formal request for a return cannot be turned off/);
    expect(paragraphsOf(reply.message)[0]).toBe(
      'For SIAB board meeting, Wed 24 July 2024: reminder Fri 5 July 2024, 10:00; last call Tue 9 July 2024, 10:00; reminder on the day Wed 10 July 2024, 10:00; overdue Thu 11 July 2024, 10:00. It stops when what is asked for has come in.',
    );
  });

  it('says by which account messages come, and why by that one', async () => {
    const { world, harness } = parts;
    const asha = await world.personId('owner@example.org');
    const where = async () =>
      paragraphsOf((await world.pap('owner@example.org', 'why')).message).find((one) =>
        one.startsWith('Where they come:'),
      );
    const only = await where();
    const slack = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' } as const;
    await world.record.people.linkAccount(asha, slack, await world.clock.now());
    const first = await where();
    await harness.prisma.platformAccount.updateMany({
      where: { personId: asha, platform: 'teams' },
      data: { unreachableSince: new Date('2024-06-28T09:00:00Z'), unreachableCode: 'gone' },
    });

    expect([only, first, await where()]).toEqual([
      'Where they come: Teams, the only account that you have where PAP is connected.',
      'Where they come: Teams, the account that was linked first.',
      'Where they come: Slack, as Teams has taken nothing for you since Fri 28 June 2024, 10:00.',
    ]);
  });

  it('tells a co-chair where the digest goes, and that nothing came yet', async () => {
    const { world } = parts;

    const { message } = await world.pap('cochair@example.org', 'why');

    expect(itemsOf(message)[0]).toBe(
      'You co-chair theme 1 Right Support, Right Time: its weekly digest goes to Right Support; you are told once a cycle of its overdue returns, and when a challenge of yours is answered.',
    );
    expect(paragraphsOf(message)).toContain('None yet.');
    expect(textOf({ message, audience: 'private', outcome: 'done' })).not.toContain(
      'first request',
    );
  });

  it('tells the programme office its own rule', async () => {
    const { world } = parts;

    const { message } = await world.pap('office@example.org', 'why');

    expect(itemsOf(message)[0]).toBe(
      'You are the programme office: you are told what an owner would be told where nobody owns an objective, who cannot be asked, once a cycle what is still outstanding, and once a week, unless you switched it off, a digest of all of it.',
    );
  });

  it('names a message that somebody’s deed sent, and shows only one’s own', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', 'challenge 2B:2 what changed since May?');

    const owner = await world.pap('owner@example.org', 'why');
    const femi = await world.pap('femi@example.org', 'why');

    expect(itemsOf(owner.message)).toContain(
      'Mon 1 July 2024, 09:45: A challenge to 2B:2: your answer is asked for (waits to be sent)',
    );
    expect(paragraphsOf(femi.message)).toContain('None yet.');
  });

  it('says what moved an objective to its colour: the rating, its evidence, what stands beside', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'evidence 2B:2 https://example.org/r register done');
    world.at('2024-07-02T10:00');
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    await world.pap('cochair@example.org', 'challenge 2B:2 are they used?');
    await world.pap('owner@example.org', 'recovery 2B:2 train six by 31 July');
    world.at('2024-07-03T10:00');
    await world.pap('deputy@example.org', 'same 2B:2 next cohort in September');

    const reply = await world.pap('femi@example.org', 'why 2B:2');

    expect(reply.message.title).toBe('Why 2B:2 is 🔶 Amber');
    expect(paragraphsOf(reply.message).slice(0, 5)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported',
      'What moved it: 🛑 Red → 🔶 Amber · Asha Example, Example Council, Tue 2 July 2024, 10:00 · 14 of 20 trained',
      'Last said since: Ella Example, Example NHS, Wed 3 July 2024, 10:00 · next cohort in September',
      'Evidence given since the rating before',
      'Beside it',
    ]);
    expect(itemsOf(reply.message).map((item) => item.slice(0, 20))).toEqual([
      '2B:2 E1 register · h',
      '2B:2 C1 are they use',
      '2B:2 V1 train six · ',
    ]);
  });

  it('says so where no evidence came with the change', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'evidence 2B:2 https://example.org/r register done');
    world.at('2024-07-02T10:00');
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-03T10:00');
    await world.pap('owner@example.org', 'update 2B:2 green all 20 trained');

    const { message } = await world.pap('femi@example.org', 'why 2B:2');

    expect(paragraphsOf(message)[2]).toBe(
      'Evidence: none was given since the rating before. 1 given before that.',
    );
  });

  it.each([
    ['why 3A:2', '3A:2 has not been rated yet'],
    ['why 2b2', 'Why 2B:2 is 🛑 Red'],
  ])('answers %s', async (line, title) => {
    const { world } = parts;

    const reply = await world.pap('femi@example.org', line);

    expect(reply.message.title).toBe(title);
  });

  it.each([
    ['femi@example.org', true],
    ['owner@example.org', false],
    ['deputy@example.org', false],
  ])('offers a challenge only to whoever may make one: %s %s', async (email, offered) => {
    const { world } = parts;

    const { message } = await world.pap(email, 'why 2B:2');

    const line = 'To ask more, type /pap challenge 2B:2 your question.';
    expect(paragraphsOf(message).includes(line)).toBe(offered);
  });

  it('is not asked of a day about messages', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'why at 1 Jul 2024');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
  });

  it('refuses a reference that there is not', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'why 4D:1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-objective' });
  });

  itIsClosedToOutsiders('why', () => parts);
  itIsClosedToOutsiders('why 2B:2', () => parts);
});
