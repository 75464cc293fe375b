// `/pap link` and `/pap whoami`: who the plan takes an account for.
import { expect, it } from 'vitest';
import { factsOf, paragraphsOf } from '../support/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/outsiders.ts';
import { describePlan } from '../support/plan-suite.ts';
import { SLACK_TEAM } from '../support/plan-world.ts';

const NO_ROLE = 'none beyond reading the plan and answering for your own objectives';

describePlan('whoami and link', (parts) => {
  it.each([
    ['owner@example.org', 'Asha Example', 'Example Council', NO_ROLE],
    ['office@example.org', 'Ben Example', 'Example Council', 'programme office'],
    [
      ...(['cochair@example.org', 'Cerys Example', 'Example NHS'] as const),
      'co-chair of theme 1 Right Support, Right Time',
    ],
  ])('says who %s is and what that lets them do', async (email, name, organisation, roles) => {
    const { world } = parts;

    const reply = await world.pap(email, 'whoami');

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(`You are ${name}`);
    expect(factsOf(reply.message)).toEqual({
      Organisation: organisation,
      'E-mail': email,
      Roles: roles,
      'Linked accounts': 'Teams',
    });
  });

  it.each(['dev@example.org', 'femi@example.org'])('lists the roles of %s in the themes’ order', async (email) => {
    const { world } = parts;

    const { message } = await world.pap(email, 'who');

    const numbers = [...(factsOf(message)['Roles'] ?? '').matchAll(/theme (\d)/g)].map(([, n]) => n);
    expect(numbers).toHaveLength(2);
    expect(numbers).toEqual([...numbers].sort());
  });

  it('confirms the link, and lists each platform once', async () => {
    const { world } = parts;
    const { personId = '' } = (await world.record.people.findActorByEmail(
      'owner@example.org',
      (await world.clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate(),
    )) ?? { personId: '' };
    const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' } as const;
    await world.record.people.linkAccount(personId, account, await world.clock.now());

    const reply = await world.pap('', 'link', account);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('This account is linked to Asha Example');
    expect(paragraphsOf(reply.message)[0]).toBe(
      'It was matched by the e-mail address that the platform vouches for.',
    );
    expect(factsOf(reply.message)['Linked accounts']?.split(', ').sort()).toEqual([
      'Slack',
      'Teams',
    ]);
  });

  itIsClosedToOutsiders('whoami', () => parts);
  itIsClosedToOutsiders('link', () => parts);
});
