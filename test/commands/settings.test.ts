// `/pap settings`, and the two lines of `/pap digest` that do the same.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { postDueDigests } from '../../src/reports/digests/app/post-due-digests.ts';
import { ASHA, CERYS } from '../support/world/cast.ts';
import { buttonsOf, factsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { SLACK_TEAM } from '../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../support/world/told.ts';

describePlan('settings', (parts) => {
  async function addSlack(email: string): Promise<void> {
    const { world } = parts;
    await world.record.people.linkAccount(
      await world.personId(email),
      { platform: 'slack', tenantId: SLACK_TEAM, userId: `U0${email.slice(0, 4).toUpperCase()}` },
      await world.clock.now(),
    );
  }

  it('shows what holds, and that the request itself cannot be switched off', async () => {
    const { world } = parts;

    const { message } = await world.pap(ASHA, 'settings');

    expect(factsOf(message)).toEqual({
      'Messages come in': 'Teams',
      Chases: 'as soon as they are due, from 10:00',
      Digests: 'on',
    });
    expect(paragraphsOf(message)[0]).toContain('cannot be switched off');
    expect(buttonsOf(message).map(({ line }) => line)).toEqual(['settings digest off']);
  });

  it('sends to the platform that was chosen, where there is an account', async () => {
    const { world } = parts;
    await addSlack(ASHA);

    const reply = await world.pap(ASHA, 'settings slack');
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.deliver();

    expect(reply.message.title).toBe('Messages come in Slack from now on');
    // Three owners, and the office of the objective that nobody owns.
    expect(world.sent.map(({ platform }) => platform).sort()).toEqual([
      ...['slack', 'teams', 'teams', 'teams'],
    ]);
  });

  it('chases from the chosen hour on, others as always', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'settings hour 14');

    const chasedAt = async (time: string) => {
      world.at(time);
      await world.run(chaseDueOwners);
      return (await deliverNow(parts)).map(([email]) => email);
    };

    expect(await chasedAt('2024-07-01T10:00')).toEqual([
      'deputy@example.org',
      'femi@example.org',
      'office@example.org',
    ]);
    expect(await chasedAt('2024-07-01T13:45')).toEqual([]);
    expect(await chasedAt('2024-07-01T14:00')).toEqual([ASHA]);
    expect(await chasedAt('2024-07-01T14:15')).toEqual([]);
  });

  it.each([
    ['settings digest off', 'settings digest on'],
    ['digest off', 'digest on'],
  ])('stops and starts the digests to oneself: %s, %s', async (off, on) => {
    const { world } = parts;
    await world.pap(ASHA, 'same 2B:2');
    await world.pap(CERYS, off);
    world.at('2024-07-08T09:30');
    await world.run(postDueDigests);
    const without = titlesOf(await deliverNow(parts));

    const reply = await world.pap(CERYS, on);
    await world.run(postDueDigests);

    expect(without.map(([email]) => email)).not.toContain(CERYS);
    expect(without.map(([email]) => email)).toContain('dev@example.org');
    expect(reply.message.title).toBe('Digests to you are on');
    expect((await deliverNow(parts)).map(([email]) => email)).toEqual([CERYS]);
  });

  it.each([
    ['settings slack', 'no-account'],
    ['settings hour', 'usage'],
    ['settings hour 8', 'usage'],
    ['settings hour 17', 'usage'],
    ['settings hour 9.5', 'usage'],
    ['settings digest', 'usage'],
    ['settings digest maybe', 'usage'],
    ['settings chase off', 'usage'],
    ['settings teams please', 'usage'],
    ['settings colour blue', 'usage'],
  ])('refuses %j as %s and changes nothing', async (line, code) => {
    const { world } = parts;
    const personId = await world.personId(ASHA);
    const before = await world.record.preferences.get(personId);

    const reply = await world.pap(ASHA, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await world.record.preferences.get(personId)).toEqual(before);
  });

  it('says of the chases why they stay, and what helps', async () => {
    const { world } = parts;

    const { message } = await world.pap(ASHA, 'settings chases off');

    expect(paragraphsOf(message)[0]).toContain(
      'The request for a return itself cannot be switched off',
    );
    expect(paragraphsOf(message)[0]).toContain('“snooze” puts it off once');
  });

  it('takes the hour back', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'settings hour 9');

    const { message } = await world.pap(ASHA, 'settings hour off');

    expect(factsOf(message).Chases).toBe('as soon as they are due, from 10:00');
  });

  itIsClosedToOutsiders('settings', () => parts);
});
