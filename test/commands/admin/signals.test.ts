// `/pap admin signals`: what speaks against a rating, for the programme office alone.

import { expect, it } from 'vitest';
import { BEN } from '../../support/world/cast.ts';
import { footerOf, itemsOf, paragraphsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan } from '../../support/world/plan-suite.ts';

describePlan('admin signals', (parts) => {
  async function somethingToSee() {
    const { world, harness } = parts;
    await harness.prisma.planItem.updateMany({
      where: { objectiveId: (await world.objective('1A:1')).id, kind: 'milestone', ref: '1.2' },
      data: { status: 'under-way' },
    });
    await world.pap('owner@example.org', 'update 1A:1 green all is well');
    await world.pap('femi@example.org', 'update 1A:2 red two posts are vacant');
  }

  it('says what was seen, with dates', async () => {
    const { world } = parts;
    await somethingToSee();
    const before = await world.footprint();

    const reply = await world.pap(BEN, 'admin signals');

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Signals: 2');
    expect(itemsOf(reply.message)).toEqual([
      '1A:1 Example: one front door for advice to settings (example) · 🟢 Green · overdue: 1A:1.1.2 Example: every setting has the number, due by May 2024 (Fri 31 May 2024)',
      '1A:2 Example: induction for new SENCOs (example) · 🛑 Red · went from green (Mon 1 July 2024) to red (Mon 1 July 2024) with no amber between',
    ]);
    expect(await world.footprint()).toEqual(before);
  });

  it('asks of what is green after its own date, from the day after the last day of its month', async () => {
    const { world } = parts;
    world.at('2024-06-30T12:00');
    const lastDay = await world.pap(BEN, 'admin signals');
    world.at('2024-07-01T12:00');
    const after = await world.pap(BEN, 'admin signals');

    expect(itemsOf(lastDay.message)).toEqual([]);
    expect(itemsOf(after.message)).toEqual([
      '1A:2 Example: induction for new SENCOs (example) · 🟢 Green · its own date is past: due by June 2024 (Sun 30 June 2024)',
    ]);
  });

  it('says that without polarity no KPI speaks against a rating', async () => {
    const { world } = parts;
    const undecided = await world.pap(BEN, 'admin signals theme 2');
    for (const number of [18, 19, 20, 21, 22])
      await world.pap(BEN, `kpi polarity ${number} up-is-good`);
    const decided = await world.pap(BEN, 'admin signals theme 2');

    expect(footerOf(undecided.message)).toContain('Of 5 KPIs nobody has decided');
    expect(footerOf(decided.message)).not.toContain('nobody has decided');
  });

  it('shows one theme’s', async () => {
    const { world } = parts;
    await somethingToSee();

    const one = await world.pap(BEN, 'admin signals theme 1');
    const two = await world.pap(BEN, 'admin signals theme 2');

    expect(one.message.title).toBe('Signals: 2');
    expect(paragraphsOf(two.message)).toEqual(['Nothing was seen that speaks against a rating.']);
  });

  it('stands in the office’s digest and in nobody else’s', async () => {
    const { world } = parts;
    await somethingToSee();

    const office = await world.pap(BEN, 'digest preview office');
    const board = await world.pap(BEN, 'digest preview board');

    expect(paragraphsOf(office.message)).toContain('Worth a question');
    expect(itemsOf(office.message).join()).toContain('overdue: 1A:1.1.2');
    expect(itemsOf(board.message).join()).not.toContain('overdue: 1A:1.1.2');
  });

  it.each(['owner@example.org', 'cochair@example.org'])('is forbidden to %s', async (email) => {
    const reply = await parts.world.pap(email, 'admin signals');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
  });

  it('refuses a theme that there is not', async () => {
    const reply = await parts.world.pap(BEN, 'admin signals theme 9');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-theme' });
  });

  itIsClosedToOutsiders('admin signals', () => parts);
});
