// `/pap partnership` where the workspace stands for one; where it stands for several:
// test/service/dispatch/app/route-request.test.ts.
import { expect, it } from 'vitest';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, terminalInbound, textOf } from '../support/world/plan-world.ts';

describePlan('partnership', (parts) => {
  it('says which it is', async () => {
    const reply = await parts.world.pap('owner@example.org', 'partnership');

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(parts.world.partnership.name);
    expect(textOf(reply)).toContain('--partnership KEY');
  });

  it('changes nothing where there is only one', async () => {
    const { world } = parts;
    const asha = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA' } as const;
    const email = { email: 'owner@example.org', kind: 'member', active: true } as const;
    const directories = [{ platform: 'slack', lookUp: async () => email } as const];
    const handle = world.dispatcher({ directories });

    const reply = await handle(terminalInbound('', 'partnership oxfordshire', asha));

    expect(reply?.outcome).toBe('done');
    expect(reply && textOf(reply)).toContain('the only partnership here');
    expect(
      await parts.harness.prisma.platformAccount.count({ where: { chosenAt: { not: null } } }),
    ).toBe(0);
  });

  it('refuses a name that is none of theirs', async () => {
    const reply = await parts.world.pap('owner@example.org', 'partnership elsewhere');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-partnership' });
    expect(textOf(reply)).toContain('(oxfordshire)');
  });

  itIsClosedToOutsiders('partnership', () => parts);
});
