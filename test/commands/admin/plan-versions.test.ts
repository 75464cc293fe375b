// The plan's versions: kept, revised and published in the middle of a cycle without anybody losing a return.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../../src/cycle/meetings/app/roll-cycle.ts';
import { ASHA, BEN, CERYS, FEMI } from '../../support/world/cast.ts';
import { buttonOf, itemsOf, paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { type PlanWorld, textOf } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';

describePlanOnBoth('versions of the plan', (parts) => {
  async function change(world: PlanWorld, line: string): Promise<void> {
    const proposed = await world.pap(ASHA, `admin change ${line} because it was agreed`);
    const number = /change (\d+)/.exec(proposed.message.title)?.[1];
    const approved = await world.pap(BEN, `admin change approve ${number}`);
    expect(approved.outcome).toBe('done');
  }

  it('keeps what the current version says once', async () => {
    const { world } = parts;

    const first = await world.pap(BEN, 'admin change baseline');
    await change(world, '2B:2 date September 2024');
    const second = await world.pap(BEN, 'admin change baseline');

    expect(first.message.title).toBe(
      'Kept: what version 1, “Plan as reported to the stocktake” says',
    );
    expect(second.message.title).toContain('is kept already');
    const compared = await world.pap(ASHA, 'admin change diff 1 now');
    expect(compared.message.title).toBe(
      'What changed from version 1, “Plan as reported to the stocktake” to the plan now',
    );
    expect(paragraphsOf(compared.message).slice(0, 2)).toEqual(['Re-dated: 1.', 'Re-dated (1)']);
    expect(itemsOf(compared.message)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported: by July 2024 (at the latest Wed 31 July 2024) → September 2024 (at the latest Mon 30 September 2024)',
    ]);
  });

  it('says that nothing changed where nothing did', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change baseline');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');

    const { message } = await world.pap(BEN, 'admin change diff 1 now');

    expect(message.title).toBe('Nothing has changed');
  });

  it('publishes in the middle of a cycle: returns, chases and references go on', async () => {
    const { world } = parts;
    world.at('2024-07-05T11:00');
    await world.pap(FEMI, 'update 1A:2 green two of three sessions held');
    const owed = await world.pap(ASHA, 'mine');
    await world.pap(BEN, 'admin change revise "Revised plan July 2024"');
    await change(world, '2B:2 date September 2024');
    await change(world, 'close 1A:1');
    await world.pap(CERYS, 'admin change add 2B:5 "One plan" owner Asha because it is missing');
    await world.pap(BEN, 'admin change approve 3');

    const asked = await world.pap(BEN, 'admin change publish');
    expect(asked.message.title).toBe('Publish version 2, “Revised plan July 2024”?');
    expect(paragraphsOf(asked.message)).toContain('Added: 1 · Closed: 1 · Re-dated: 1.');
    const before = await history(world);
    const done = await world.pap(BEN, buttonOf(asked.message, 'Publish version 2').line);

    expect(done.message.title).toBe('Published: version 2, “Revised plan July 2024”');
    expect(paragraphsOf(done.message)[0]).toBe(
      'It is the current plan now, with 3 approved changes.',
    );
    expect(await history(world)).toEqual(before);
    // The cycle that was open before goes on, with what was returned and what is owed.
    expect(textOf(owed)).toContain('1A:1');
    const mine = textOf(await world.pap(ASHA, 'mine'));
    expect(mine).toContain('2B:2');
    expect(mine).toContain('2B:5');
    expect(mine).not.toContain('1A:1 ');
    const outstanding = textOf(await world.pap(BEN, 'outstanding'));
    expect(outstanding).toContain('2B:5');
    expect(outstanding).not.toContain('1A:2');
    expect((await world.run(rollCycle)).returns).toBe(0);
    expect((await world.run(chaseDueOwners)).queued).toBeGreaterThan(0);
    expect((await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained')).outcome).toBe('done');
    expect(textOf(await world.pap(BEN, 'outstanding'))).not.toContain('2B:2');
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('asks for the return of what is added after publishing, in the cycle opened before', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change revise Revised plan');
    await world.pap(BEN, 'admin change publish 2 confirm');
    await world.pap(CERYS, 'admin change add 2B:5 "One plan" owner Asha because it is missing');

    await world.pap(BEN, 'admin change approve 1');

    expect(textOf(await world.pap(BEN, 'outstanding'))).toContain('2B:5');
  });

  it('lists the versions and compares the kept ones', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change revise "Revised plan July 2024"');
    await change(world, '2B:2 title Named workers in post');
    await change(world, 'add action 2B:2 "Write the training" due September 2024');
    await change(world, '2B:2 owner Femi');
    await world.pap(BEN, 'admin rag amber delivery Late but recoverable');
    await world.pap(BEN, 'admin change publish 2 confirm');
    await world.pap(FEMI, 'admin change 2B:2 date May 2025 because of the tender');
    await world.pap(BEN, 'admin change approve 4');

    const list = await world.pap(ASHA, 'admin change versions');
    const { message } = await world.pap(ASHA, 'admin change diff 1 2');
    const file = await world.pap(ASHA, 'admin change diff 1 2 file');

    expect(rowsOf(list.message)).toEqual([
      ['1', 'Plan as reported to the stocktake', 'superseded', '–', '0', 'yes'],
      ['2', 'Revised plan July 2024', 'current', 'Mon 1 July 2024, 09:45, Ben Example', '4', 'yes'],
    ]);
    expect(paragraphsOf(message)[0]).toBe(
      'Re-worded: 1 · Re-owned: 1 · Parts: 1 · Wording of ratings: 1.',
    );
    expect(itemsOf(message)).toEqual([
      '2B:2: “Named workers identified, fully trained, and supported” → “Named workers in post”',
      '2B:2 Named workers in post: owner Asha Example, Example Council → Femi Example, Example Council',
      '2B:2.1 action “Write the training”: new, September 2024 (at the latest Mon 30 September 2024)',
      'delivery, 🔶 Amber: none → “Late but recoverable”',
    ]);
    expect(paragraphsOf(file.message)[1]).toBe('All of it is in plan-1-2.md.');
    const [made] = file.files ?? [];
    expect([made?.name, made?.mediaType]).toEqual(['plan-1-2.md', 'text/markdown; charset=utf-8']);
    expect(made?.line).toBe('admin change diff 1 2 file');
    expect(new TextDecoder().decode(made?.bytes)).toContain(
      '## Re-owned (1)\n\n- 2B:2 Named workers in post',
    );
  });

  it('publishes once, and only what was shown', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change revise Revised plan');

    const wrong = await world.pap(BEN, 'admin change publish 3 confirm');
    const first = await world.pap(BEN, 'admin change publish 2 confirm');
    const again = await world.pap(BEN, 'admin change publish 2 confirm');

    expect([wrong.code, first.outcome, again.code]).toEqual(['no-draft', 'done', 'no-draft']);
    expect(await statuses(world)).toEqual(['superseded', 'current']);
  });

  itRefuses(
    () => parts,
    [
      [BEN, 'admin change publish', 'no-draft'],
      [BEN, 'admin change revise', 'usage'],
      [BEN, 'admin change diff 1', 'usage'],
      [BEN, 'admin change diff 1 7', 'version-not-frozen'],
      [BEN, 'admin change diff 7 now', 'unknown-version'],
      [ASHA, 'admin change baseline', 'not-permitted'],
      [CERYS, 'admin change revise Our own plan', 'not-permitted'],
      [ASHA, 'admin change publish', 'not-permitted'],
      [ASHA, 'admin change publish 2 confirm', 'not-permitted'],
    ],
  );

  it('has one draft at a time', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change revise One');

    expect((await world.pap(BEN, 'admin change revise Two')).code).toBe('draft-open');
  });

  itIsClosedToOutsiders('admin change baseline', () => parts);

  async function statuses(world: PlanWorld): Promise<string[]> {
    return (await world.record.planVersions.list()).map(({ status }) => status);
  }

  async function history(world: PlanWorld): Promise<readonly unknown[]> {
    const { id } = await world.objective('2B:2');
    return await world.record.history.list(id);
  }
});
