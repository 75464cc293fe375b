// What the record itself tells: slippage from what was completed, and the ratings of a theme over the weeks.
import { expect, it } from 'vitest';
import { loadSlippage } from '../../../../src/cycle/ratings/app/load-slippage.ts';
import { loadRagOverTime } from '../../../../src/cycle/ratings/app/rag-over-time.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

/** The counts that are not 0. */
const told = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describePlanOnBoth('the plan’s history', (parts) => {
  const nowOf = async () => await parts.world.clock.now();

  it('is silent while fewer than five were completed', async () => {
    const { world, harness } = parts;
    await harness.prisma.assignment.deleteMany({ where: { itemId: { not: null } } });
    await harness.prisma.planItem.deleteMany({ where: { kind: 'milestone' } });

    expect(await loadSlippage(world.record, world.partnership, await nowOf())).toEqual([]);
  });

  it('forecasts from five on, against the date that each first had', async () => {
    const { world, harness } = parts;
    const { id: objectiveId } = await world.objective('2B:2');
    await harness.prisma.assignment.deleteMany({ where: { itemId: { not: null } } });
    await harness.prisma.planItem.deleteMany({ where: { kind: { in: ['milestone', 'action'] } } });
    await harness.prisma.planItem.createMany({
      data: [3, 5, 9, 12, 31].map((dayOfMay, index) => ({
        ...{ partnershipId: world.partnership.id, objectiveId, kind: 'action' as const },
        ...{ ref: `${index + 1}`, title: 'Done', status: 'done', addedAt: new Date('2024-01-01') },
        ...{ dueText: 'by June 2024', duePrecision: 'month' as const },
        ...{ dueLastDay: new Date('2024-06-30'), originalDueText: '1 May 2024' },
        ...{ originalDuePrecision: 'day' as const, originalDueLastDay: new Date('2024-05-01') },
        detail: { doneOn: `2024-05-${String(dayOfMay).padStart(2, '0')}` },
      })),
    });

    const [whole, theme, ...others] = await loadSlippage(
      world.record,
      world.partnership,
      await nowOf(),
    );

    expect(whole).toEqual({ of: 'The whole plan', median: 8, earliest: 2, latest: 30, count: 5 });
    expect(theme).toEqual({ ...whole, of: 'Theme 1 Right Support, Right Time' });
    expect(others).toEqual([]);
  });

  it('counts a theme’s ratings in each of 26 weeks, faded as they were', async () => {
    const { world } = parts;
    const theme = (await world.record.kpis.themes()).find(({ number }) => number === 1);
    world.at('2024-07-03T11:00');
    await world.pap('owner@example.org', 'update 2B:2 green all 20 trained');
    world.at('2024-07-22T11:00');

    const points = await loadRagOverTime(
      world.record,
      world.partnership,
      theme?.id ?? '',
      await nowOf(),
    );

    expect(points).toHaveLength(26);
    expect(points.slice(-4).map(({ day, counts }) => [`${day}`, told(counts)])).toEqual([
      ['2024-07-01', { red: 1, amber: 1, green: 1, all: 3 }],
      ['2024-07-08', { amber: 1, green: 2, all: 3 }],
      ['2024-07-15', { green: 1, 'last-known-amber': 1, 'last-known-green': 1, all: 3 }],
      ['2024-07-22', { green: 1, 'last-known-amber': 1, 'last-known-green': 1, all: 3 }],
    ]);
    expect(points[0]?.counts.all).toBe(0);
  });

  it('counts the whole plan where no theme is named', async () => {
    const { world } = parts;

    const points = await loadRagOverTime(world.record, world.partnership, null, await nowOf());

    expect(points.at(-1)?.counts).toMatchObject({
      red: 1,
      amber: 2,
      green: 2,
      'not-rated': 1,
      all: 6,
    });
  });
});
