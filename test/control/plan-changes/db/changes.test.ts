// Changes that several people decide at once: each takes effect once, or is refused.

import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS, DEV } from '../../../support/world/cast.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('changes at once', (parts) => {
  it('numbers proposals that come at once one after the other', async () => {
    const { world } = parts;

    const replies = await Promise.all(
      [1, 2, 3, 4, 5].map((day) =>
        world.pap(ASHA, `admin change 2B:2 date ${day} May 2025 because of the tender`),
      ),
    );

    expect(replies.map(({ outcome }) => outcome)).toEqual(Array(5).fill('done'));
    expect((await world.record.changes.listOpen()).map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('approves one change once', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'admin change add action 2B:2 "Write it" because it is missing');

    const replies = await Promise.all(
      [1, 2, 3].map(() => world.pap(BEN, 'admin change approve 1')),
    );

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused', 'refused']);
    const { id } = await world.objective('2B:2');
    expect(await world.record.items.list({ objectiveIds: [id], kinds: ['action'] })).toHaveLength(
      1,
    );
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('lets one of two changes of the same date win', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'admin change 2B:2 date May 2025 because of the tender');
    await world.pap(DEV, 'admin change 2B:2 date June 2025 because of the tender');

    const replies = await Promise.all(
      [1, 2].map((number) => world.pap(BEN, `admin change approve ${number}`)),
    );

    expect(replies.map(({ code }) => code ?? 'done').sort()).toEqual(['change-overtaken', 'done']);
    const { originalDue } = await world.objective('2B:2');
    expect(originalDue?.text).toBe('by July 2024');
  });

  it('adds a reference once', async () => {
    const { world } = parts;
    await world.pap(CERYS, 'admin change add 2B:5 "One" because it is missing');
    await world.pap(DEV, 'admin change add 2B.5 "Two" because it is missing');

    const replies = await Promise.all(
      [1, 2].map((number) => world.pap(BEN, `admin change approve ${number}`)),
    );

    expect(replies.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'ref-taken']);
    expect(await world.record.objectives.listNames()).toHaveLength(7);
  });

  it('opens one draft, and publishes it once', async () => {
    const { world } = parts;

    const opened = await Promise.all(
      ['One', 'Two'].map((label) => world.pap(BEN, `admin change revise ${label}`)),
    );
    const published = await Promise.all(
      [1, 2].map(() => world.pap(BEN, 'admin change publish 2 confirm')),
    );

    expect(opened.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'draft-open']);
    expect(published.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'no-draft']);
    expect((await world.record.planVersions.list()).map(({ status }) => status)).toEqual([
      'superseded',
      'current',
    ]);
  });
});
