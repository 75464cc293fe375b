import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../support/database-harness.ts';
import { loadWorld, type PlanWorld, textOf } from '../support/plan-world.ts';
describeOnBothDatabases('zz', (harness) => {
  let world: PlanWorld;
  beforeAll(async () => { const t=Date.now(); world = await loadWorld(harness); console.log(harness.kind, 'load', Date.now()-t); });
  beforeEach(async () => { const t=Date.now(); await world.rewind(); console.log(harness.kind, 'rewind', Date.now()-t); });
  it.each([1,2,3])('a %s', async () => {
    const before = await world.footprint();
    const t=Date.now();
    const r = await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    console.log(Date.now()-t, textOf(r));
    expect(await world.footprint()).toEqual({ updates: before.updates+1, notifications: before.notifications+1 });
  });
});
