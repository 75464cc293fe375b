// `/pap update 2B:2.1 done`: how far an action or a milestone is.

import { expect, it } from 'vitest';
import { buttonsOf, factsOf, footerOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import { itRefuses } from '../support/world/refusals.ts';

async function itemOf({ world }: PlanSuite, objective: string, ref: string) {
  const { id } = await world.objective(objective);
  const items = await world.record.items.list({ objectiveIds: [id] });
  const item = items.find((one) => one.ref === ref);
  if (!item) throw new Error(`there is no ${ref}`);
  return item;
}

describePlan('update of an action or milestone', (parts) => {
  it.each([
    ['update 1A:1.2 done all answered in four days', 'Action', 'under way → done'],
    ['u 1a1.2 completed: all answered in four days', 'Action', 'under way → done'],
    [
      'update PAP 1A.1.2 not started all answered in four days',
      'Action',
      'under way → not started',
    ],
    ['update 1A:1.2 in progress all answered in four days', 'Action', 'under way (no change)'],
  ])('records %j', async (line, label, status) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(
      'Recorded: 1A:1.2 Example: advice is answered within five working days (example)',
    );
    expect(factsOf(reply.message)).toMatchObject({
      [label]: status,
      Note: 'all answered in four days',
    });
    expect(footerOf(reply.message)).toMatch(/^The rating of 1A:1 stays as it was/);
    expect(await world.footprint()).toEqual({ ...before, updates: before.updates + 1 });
  });

  it('keeps the day on which a milestone was done, and its note in the history', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'update 1A:1.2.1 done first count is in');

    expect(factsOf(reply.message).Milestone).toBe('not started → done');
    const { detail, objectiveId } = await itemOf(parts, '1A:1', '2.1');
    expect(detail).toEqual({ doneOn: '2024-07-01' });
    const history = await world.record.history.list(objectiveId);
    expect(history.at(-1)).toMatchObject({ kind: 'item', note: 'first count is in' });
  });

  it('leaves rating, version and returns of the objective alone', async () => {
    const { world } = parts;
    const before = await world.objective('1A:1');

    await world.pap('owner@example.org', 'update 1A:1.2 done');

    expect(await world.objective('1A:1')).toEqual(before);
  });

  it('takes it from whom the action itself is assigned to, its milestones too', async () => {
    const { world, harness } = parts;
    const { id: itemId, objectiveId } = await itemOf(parts, '1A:1', '2');
    const personId = await world.personId('cochair@example.org');
    const before = await world.pap('cochair@example.org', 'update 1A:1.2 done');
    await harness.prisma.assignment.create({
      data: {
        ...{ partnershipId: world.partnership.id, objectiveId, itemId, personId, role: 'owner' },
        startsOn: new Date('2024-01-01'),
      },
    });

    const action = await world.pap('cochair@example.org', 'update 1A:1.2 done');
    const milestone = await world.pap('cochair@example.org', 'update 1A:1.2.1 done');
    const other = await world.pap('cochair@example.org', 'update 1A:1.1 closed');

    expect([before, action, milestone, other].map(({ outcome }) => outcome)).toEqual([
      ...['refused', 'done', 'done', 'refused'],
    ]);
  });

  itRefuses(
    () => parts,
    [
      ['owner@example.org', 'update 1A:1.9 done', 'unknown-item'],
      ['owner@example.org', 'update 2B:2.1 done', 'unknown-item'],
      ['owner@example.org', 'update 4D:1.1 done', 'unknown-objective'],
      ['owner@example.org', 'update 1A:1.2', 'bad-item-status'],
      ['owner@example.org', 'update 1A:1.2 amber nearly there', 'bad-item-status'],
      ['owner@example.org', 'update 1A:1.2 done for 943 476 5919', 'personal-data'],
      ['owner@example.org', 'update 2B:1.1 closed', 'not-permitted'],
      ['cochair@example.org', 'update 1A:1.2 done', 'not-permitted'],
    ],
  );

  it('offers what there is, with the line finished', async () => {
    const { world } = parts;

    const unknown = await world.pap('femi@example.org', 'update 2B:1.9 done all of it');
    const rated = await world.pap('femi@example.org', 'update 2B:1.2 amber nearly there');

    expect(buttonsOf(unknown.message).map(({ line }) => line)).toEqual([
      'update 2B:1.1 done all of it',
      'update 2B:1.2 done all of it',
      'update 2B:1.2.1 done all of it',
    ]);
    expect(buttonsOf(rated.message)[2]?.line).toBe('update 2B:1.2 done nearly there');
  });

  it('still takes 2B.2 for the objective', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'update 2B.2 amber 14 of 20 trained');

    expect(reply.message.title).toMatch(/^Recorded: 2B:2 Named workers/);
  });

  it('takes it from whom the plan’s files name for an action or milestone, and from no other', async () => {
    const { world } = parts;

    const replies = [
      await world.pap('deputy@example.org', 'update 1A:1.2.1 done first count is in'),
      await world.pap('dev@example.org', 'update 2B:1.2 under way'),
      await world.pap('dev@example.org', 'update 2B:1.1 closed'),
    ];

    expect(replies.map(({ code, outcome }) => code ?? outcome)).toEqual([
      'done',
      'done',
      'not-permitted',
    ]);
    expect(textOf(await world.pap('owner@example.org', 'show 2B:1 all'))).toMatch(
      /- 2B:1\.2 Example: every service uses the template .*Ella Example, Example NHS; deputy Dev Example, Example Parent Carer Forum/,
    );
  });

  itIsClosedToOutsiders('update 1A:1.2 done', () => parts);
});
