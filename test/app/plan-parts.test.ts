// Two people at the same part of an objective at once, on both databases.
import { expect, it } from 'vitest';
import { listParts } from '../../src/app/plan-parts.ts';
import { describePlanOnBoth } from '../support/plan-suite.ts';

describePlanOnBoth('two at once', (parts) => {
  it('answer a challenge once, and only one of them is told that it counts', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', 'challenge 2B:2 what changed since May?');

    const replies = await Promise.all([
      world.pap('owner@example.org', 'challenge 2B:2 answer C1 six more'),
      world.pap('deputy@example.org', 'challenge 2B:2 answer C1 seven more'),
    ]);

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    expect(replies.find(({ outcome }) => outcome === 'refused')?.code).toBe('item-settled');
    const { id } = await world.objective('2B:2');
    expect(await listParts('challenge', [id], world.record)).toMatchObject([
      { status: 'answered', version: 2 },
    ]);
  });

  it('plan a road back, and one stays open', async () => {
    const { world } = parts;

    const replies = await Promise.all([
      world.pap('owner@example.org', 'recovery 2B:2 train six by 31 July'),
      world.pap('deputy@example.org', 'recovery 2B:2 hire a trainer by 31 August'),
    ]);

    expect(replies.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    const { id } = await world.objective('2B:2');
    const recoveries = await listParts('recovery', [id], world.record);
    expect(recoveries.map(({ ref }) => ref)).toEqual(['V1', 'V2']);
    expect(recoveries.map(({ status }) => status).sort()).toEqual(['open', 'replaced']);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('give evidence, and each has a reference of its own', async () => {
    const { world } = parts;

    await Promise.all(
      ['owner@example.org', 'deputy@example.org', 'office@example.org'].map((email) =>
        world.pap(email, 'evidence 2B:2 https://example.org/r register'),
      ),
    );

    const { id } = await world.objective('2B:2');
    const evidence = await listParts('evidence', [id], world.record);
    expect(evidence.map(({ ref }) => ref)).toEqual(['E1', 'E2', 'E3']);
  });
});
