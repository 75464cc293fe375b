// Shortly before a cycle opens the programme office reads who cannot be asked; where everybody can, nothing is sent.
import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { itemsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlan } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';
import { deliverNow } from '../../../support/world/told.ts';

describePlan('owners who cannot be reached', (parts) => {
  async function loseAsha(): Promise<void> {
    await parts.harness.prisma.platformAccount.updateMany({
      where: { personId: await parts.world.personId(ASHA) },
      data: { unreachableSince: new Date('2024-06-20T09:00:00Z'), unreachableCode: 'gone' },
    });
  }
  async function toldAt(at: string) {
    const { world } = parts;
    world.at(at);
    await world.run(chaseDueOwners);
    return (await deliverNow(parts)).filter(([, { title }]) => title.startsWith('Before returns'));
  }

  it('are told to the office two working days before the cycle opens, once', async () => {
    await loseAsha();

    const early = await toldAt('2024-06-26T16:15');
    const told = await toldAt('2024-06-27T09:00');
    const again = await toldAt('2024-06-28T09:00');

    expect([early, again]).toEqual([[], []]);
    expect(told.map(([who, { title }]) => [who, title])).toEqual([
      [BEN, 'Before returns are asked for: 2 of 3 owners can be reached'],
    ]);
    const [, message] = told[0] ?? [];
    expect(message && itemsOf(message)).toEqual(['Asha Example · 1A:1, 2B:2']);
    expect(message && paragraphsOf(message).at(-1)).toBe(
      '/pap admin people reach says what to do about each.',
    );
  });

  it('are nobody where everybody can be reached, and when it has opened', async () => {
    const all = await toldAt('2024-06-27T09:00');
    await loseAsha();
    const open = await toldAt('2024-07-01T10:00');

    expect([all, open]).toEqual([[], []]);
  });

  it('are counted in the rehearsal', async () => {
    const before = await parts.world.pap(BEN, 'admin cycle rehearse siab');
    await loseAsha();
    const after = await parts.world.pap(BEN, 'admin cycle rehearse siab');

    expect(textOf(before)).toContain('3 of 3 owners can be reached.');
    expect(textOf(after)).toContain('2 of 3 owners can be reached');
    expect(itemsOf(after.message)).toContain('Asha Example · 1A:1, 2B:2');
  });
});
