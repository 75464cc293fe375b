// `/pap whoami`: who the plan takes an account for.
import { expect, it } from 'vitest';
import { factsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';

const NO_ROLE = 'none beyond reading the plan and answering for your own objectives';

describePlan('whoami', (parts) => {
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

  it.each(['dev@example.org', 'femi@example.org'])(
    'lists the roles of %s in the themes’ order',
    async (email) => {
      const { world } = parts;

      const { message } = await world.pap(email, 'who');

      const numbers = [...(factsOf(message).Roles ?? '').matchAll(/theme (\d)/g)].map(([, n]) => n);
      expect(numbers).toHaveLength(2);
      expect(numbers).toEqual([...numbers].sort());
    },
  );

  it('says until when a role lasts', async () => {
    const { world } = parts;
    await world.pap('office@example.org', 'admin people role @asha board until 31 December 2024');

    const { message } = await world.pap('owner@example.org', 'whoami');

    expect(factsOf(message).Roles).toBe('board until Tue 31 December 2024');
  });

  itIsClosedToOutsiders('whoami', () => parts);
});
