// `/pap link`: whoever reads the answer is linked.
import { expect, it } from 'vitest';
import { factsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { SLACK_TEAM } from '../support/world/plan-world.ts';

describePlan('link', (parts) => {
  it('confirms the link, and lists each platform once', async () => {
    const { world } = parts;
    const personId = await world.personId('owner@example.org');
    const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' } as const;
    await world.record.people.linkAccount(personId, account, await world.clock.now());

    const reply = await world.pap('', 'link', account);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('This account is linked to Asha Example');
    expect(paragraphsOf(reply.message)[0]).toBe(
      'It was matched by the e-mail address that the platform vouches for, or by your programme office.',
    );
    expect(factsOf(reply.message)['Linked accounts']?.split(', ').sort()).toEqual([
      'Slack',
      'Teams',
    ]);
  });

  itIsClosedToOutsiders('link', () => parts);
});
