// Parts of objectives on both databases: two people at the same one at once, and whose they are.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { listParts } from '../../../../src/plan/plan-items/app/plan-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

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

describePlanOnBoth('what the record says of a person', (parts) => {
  it('is which actions are theirs on the day, with the milestones of each', async () => {
    const { world, harness } = parts;
    const { id } = await world.objective('1A:1');
    const { items } = world.record;
    const actions = await listParts('action', [id], world.record);
    const milestones = await listParts('milestone', [id], world.record);
    const [other, own] = actions.map((action) => action.id);
    const personId = await world.personId('cochair@example.org');
    await harness.prisma.assignment.create({
      data: {
        ...{ partnershipId: world.partnership.id, objectiveId: id, itemId: own ?? null },
        ...{ personId, role: 'owner', startsOn: new Date('2024-06-01') },
        endsOn: new Date('2024-06-30'),
      },
    });
    const milestone = milestones.find(({ parentId }) => parentId === own)?.id ?? '';
    const june = Temporal.PlainDate.from('2024-06-30');

    expect(await items.isAssigned(own ?? '', personId, june)).toBe(true);
    expect(await items.isAssigned(milestone, personId, june)).toBe(true);
    expect(await items.isAssigned(other ?? '', personId, june)).toBe(false);
    expect(await items.isAssigned(own ?? '', personId, june.add({ days: 1 }))).toBe(false);
    expect(await items.isAssigned('no-id', personId, june)).toBe(false);
  });

  it('is what they were sent, newest first', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', 'challenge 2B:2 what changed since May?');
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.deliver();
    const owner = await world.personId('owner@example.org');

    const last = await world.record.notifications.listFor(owner, 5);
    const one = await world.record.notifications.listFor(owner, 1);

    expect(last.map(({ kind, step, state }) => [kind, step, state])).toEqual([
      ['chase', 'open', 'sent'],
      ['notice', null, 'sent'],
    ]);
    expect(last[1]?.title).toBe('A challenge to 2B:2: your answer is asked for');
    expect(one).toEqual(last.slice(0, 1));
    expect(await world.record.notifications.listFor('no-id', 5)).toEqual([]);
  });
});
