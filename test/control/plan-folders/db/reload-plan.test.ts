// Loading the plan's folders again, as every set-up does, takes nothing back that people decided since.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadPlan } from '../../../../src/control/plan-folders/db/load-plan.ts';
import { loadPlanFolder } from '../../../../src/control/plan-folders/files/load-plan-folder.ts';
import { rules } from '../../../support/rules/builders.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import type { PlanWorld } from '../../../support/world/plan-world.ts';

describePlanOnBoth('loading the plan again', (parts) => {
  async function reload(world: PlanWorld): Promise<number> {
    const plans = join(import.meta.dirname, '../../../../prisma/plan');
    const now = await world.clock.now();
    let added = 0;
    for (const folder of ['oxfordshire', 'example']) {
      const { counts } = await loadPlan(
        parts.harness.prisma,
        loadPlanFolder(join(plans, folder)),
        now,
        world.partnership.key,
      );
      added += Object.values(counts).reduce((sum, count) => sum + count, 0);
    }
    return added;
  }

  it('leaves a published revision the current one, with every objective in it', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change revise Revised plan');
    await world.pap(BEN, 'admin change publish 2 confirm');

    expect(await reload(world)).toBe(0);

    expect((await world.record.planVersions.list()).map(({ status }) => status)).toEqual([
      'superseded',
      'current',
    ]);
    expect(await world.record.objectives.listNames()).toHaveLength(6);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('does not bring a meeting back to the day that it was moved from', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle move siab 24 July 2024 to 31 July 2024 confirm');

    expect(await reload(world)).toBe(0);

    const days = await world.record.meetings.listFrom((await today(world)).subtract({ days: 1 }));
    expect(days.map(({ heldOn }) => heldOn.toString())).toEqual([
      '2024-07-31',
      '2024-09-25',
      '2024-11-27',
    ]);
  });

  it('keeps a forum’s lead times, an owner who was changed, and what was set for a channel', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle rules siab 8 days 12:00 freeze 4 confirm');
    await world.pap(ASHA, 'admin change 2B:2 owner Femi because of leave');
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(BEN, 'admin channel always on Right Support');
    await world.pap(BEN, 'admin channel unbind General');

    expect(await reload(world)).toBe(0);

    const siab = (await world.record.meetings.forums()).find(({ key }) => key === 'siab');
    expect(siab?.rules).toEqual(rules(8, '12:00', 4));
    const { assignees } = await world.objective('2B:2');
    expect(assignees.map(({ role, name }) => [role, name])).toEqual([
      ['owner', 'Femi Example'],
      ['deputy', 'Ella Example'],
    ]);
    const channels = await world.record.channelBindings.list();
    expect(channels.map(({ name, alwaysPost }) => [name, alwaysPost])).toEqual([
      ['Right Support', true],
    ]);
  });

  it('keeps the themes and links that an approved change has settled', async () => {
    const { world } = parts;
    const changes = ['2B:2 theme remove 1', '1A:1 unlink priority 1', '1A:1 link area c'];
    for (const [index, change] of changes.entries()) {
      await world.pap(ASHA, `admin change ${change} because it was agreed`);
      await world.pap(BEN, `admin change approve ${index + 1}`);
    }
    const before = await placed();

    expect(await reload(world)).toBe(0);

    expect(await placed()).toEqual(before);
    expect((await world.objective('2B:2')).themes).toEqual([]);

    async function placed() {
      const { prisma } = parts.harness;
      return [
        await prisma.objectiveTheme.findMany({
          orderBy: [{ objectiveId: 'asc' }, { themeId: 'asc' }],
        }),
        await prisma.objectiveLink.findMany({ orderBy: { id: 'asc' } }),
      ];
    }
  });

  it('leaves the consent to a quote as it was recorded', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin families consent 3 parent, on a form');

    expect(await reload(world)).toBe(0);

    const quotes = await world.record.families.quotes();
    expect(quotes.filter(({ publishable }) => publishable).map(({ number }) => number)).toEqual([
      3,
    ]);
  });

  it('takes the wording of the ratings from a folder, and leaves what the office has set', async () => {
    const { world, harness } = parts;
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    const rows = [
      { rating: 'delivery', rag: 'amber', wording: 'Late' },
      { rating: 'impact', rag: 'blue', wording: 'It lasts' },
    ];
    writeFileSync(
      join(folder, 'rag-wordings.jsonl'),
      rows.map((row) => JSON.stringify(row)).join('\n'),
    );
    await world.pap(BEN, 'admin rag amber delivery Our own words');

    const now = await world.clock.now();
    await loadPlan(harness.prisma, loadPlanFolder(folder), now, world.partnership.key);
    rmSync(folder, { recursive: true });

    expect(await world.record.ragWordings.list()).toEqual([
      { rating: 'delivery', rag: 'amber', wording: 'Our own words', example: false },
      { rating: 'impact', rag: 'blue', wording: 'It lasts', example: false },
    ]);
  });

  async function today(world: PlanWorld) {
    return (await world.clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate();
  }
});
