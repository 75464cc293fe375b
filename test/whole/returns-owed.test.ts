// What is owed is worked out from the meetings, the objectives and what was recorded: it waits for no job, and asking
// writes nothing.
import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../src/cycle/meetings/app/roll-cycle.ts';
import { factsOf, rowsOf } from '../support/world/message-parts.ts';
import { describePlanOnBoth, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const OFFICE = 'office@example.org';
const OWNER = 'owner@example.org';

/** As if the job that writes cycles and returns down had never run. */
async function forgetRows({ harness }: PlanSuite): Promise<void> {
  await harness.prisma.returnRequest.deleteMany();
  await harness.prisma.governanceCycle.deleteMany();
}

async function rowsThere({ harness }: PlanSuite): Promise<number[]> {
  return [await harness.prisma.returnRequest.count(), await harness.prisma.governanceCycle.count()];
}

async function addObjectives({ world, harness }: PlanSuite, refs: readonly string[]) {
  const like = await harness.prisma.objective.findFirstOrThrow({ where: { ref: '2B:2' } });
  const { planVersionId, areaId, partnershipId } = like;
  for (const ref of refs) {
    const refKey = ref.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const { id } = await harness.prisma.objective.create({
      data: { partnershipId, planVersionId, areaId, ref, refKey, title: `Work ${ref}` },
    });
    await harness.prisma.assignment.create({
      data: {
        ...{ partnershipId, objectiveId: id, personId: await world.personId(OWNER) },
        ...{ role: 'owner', startsOn: new Date('2024-06-01') },
      },
    });
  }
}

async function outstanding(parts: PlanSuite, line = 'outstanding'): Promise<string[]> {
  const { message } = await parts.world.pap(OFFICE, line);
  return rowsOf(message).map(([name = '']) => name.split(' ')[0] ?? '');
}

describePlanOnBoth('what is owed', (parts) => {
  it('is everything that nobody returned, before any job has run, and no question writes', async () => {
    const { world } = parts;
    await addObjectives(parts, ['1.2', 'PA1.2a', 'SEND-14']);
    await forgetRows(parts);

    const owed = await outstanding(parts);
    const mine = textOf(await world.pap(OWNER, 'mine'));
    const home = textOf(await world.pap(OWNER, 'mine home'));
    const rehearsed = textOf(await world.pap(OFFICE, 'admin cycle rehearse siab'));

    expect(owed).toHaveLength(9);
    expect(owed).toEqual(expect.arrayContaining(['1.2', 'PA1.2a', 'SEND-14', '2B:2']));
    expect(mine).toMatch(/SEND-14.*return outstanding/);
    expect(mine).not.toContain('· returned');
    expect(home).not.toContain('· returned');
    for (const ref of ['1.2', 'PA1.2a', 'SEND-14']) expect(rehearsed).toContain(ref);
    expect(await rowsThere(parts)).toEqual([0, 0]);
  });

  it('is not asked for again once it was given, whenever the job runs', async () => {
    const { world, harness } = parts;
    await addObjectives(parts, ['PA1.2a']);
    await forgetRows(parts);

    const receipt = await world.pap(OWNER, 'update PA1.2a amber two posts are vacant');
    const before = await outstanding(parts);
    await world.run(rollCycle);
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);

    expect(factsOf(receipt.message)['What follows']).toContain(
      'nobody is asked for it again. No channel is bound to its theme, so no channel is told. You still owe: 1A:1, 2B:2.',
    );
    expect(before).not.toContain('PA1.2a');
    expect(await outstanding(parts)).not.toContain('PA1.2a');
    const { id } = await world.objective('PA1.2a');
    const asked = await harness.prisma.notification.findMany({ where: { kind: 'chase' } });
    expect(asked.length).toBeGreaterThan(0);
    expect(JSON.stringify(asked.map(({ payload }) => payload))).not.toContain(id);
  });

  it('is asked for where no job wrote it down, and taken back with what gave it', async () => {
    const { world, harness } = parts;
    await forgetRows(parts);
    await world.pap(OWNER, 'same 2B:2');
    await world.pap(OWNER, 'undo 2B:2');
    expect(await outstanding(parts)).toContain('2B:2');

    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);

    const { id } = await world.objective('2B:2');
    const asked = await harness.prisma.notification.findMany({ where: { kind: 'chase' } });
    expect(JSON.stringify(asked.map(({ payload }) => payload))).toContain(id);
    expect(await rowsThere(parts)).toEqual([6, 1]);
  });

  it('is that of the next meeting from the stroke of midnight after the last one', async () => {
    const { world } = parts;
    world.at('2024-07-25T00:01');

    const reply = await world.pap(OFFICE, 'outstanding');

    expect(textOf(reply)).toContain('25 September 2024');
    expect(reply.message.title).toBe('Outstanding returns: 6');
  });

  it('is nothing that was returned for a meeting which has moved since, nor for one added afterwards', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'same 2B:2');
    await world.pap(OFFICE, 'admin cycle move siab 24 July 2024 to 7 August 2024 confirm');
    const moved = await outstanding(parts);
    await world.pap(OFFICE, 'admin cycle add siab 25 July 2024 "Extra meeting"');

    const added = await world.pap(OFFICE, 'outstanding');

    expect(moved).not.toContain('2B:2');
    expect(textOf(added)).not.toContain('2B:2');
    expect(added.message.title).toBe('Outstanding returns: 10');
  });

  it('is still owed after a rating from a file, which is nobody’s return', async () => {
    const { world } = parts;
    const bytes = new TextEncoder().encode(
      'Ref,Objective,RAG,Progress\n2B:2,,green,14 of 20 trained',
    );
    await world.pap(OFFICE, 'admin import', { file: { name: 'plan.csv', bytes } });
    const confirmed = await world.pap(OFFICE, 'admin import confirm 1');
    await forgetRows(parts);

    expect(confirmed.outcome).toBe('done');
    expect(await outstanding(parts)).toContain('2B:2');
  });

  it('lets the office open, freeze and put off what no job wrote down', async () => {
    const { world } = parts;
    await forgetRows(parts);
    const snoozed = await world.pap(OWNER, 'snooze until 3 July');
    const frozen = await world.pap(OFFICE, 'admin cycle freeze siab confirm');
    const refused = await world.pap(OWNER, 'same 2B:2');

    expect(snoozed.outcome).toBe('done');
    expect(frozen.outcome).toBe('done');
    expect(refused.code).toBe('cycle-frozen');
  });

  it('names in the month’s report who gave none, and none that came after the meeting', async () => {
    const { world } = parts;
    await forgetRows(parts);
    await world.pap(OWNER, 'same 2B:2');
    world.at('2024-08-01T10:00');
    await world.pap(OFFICE, 'admin change add 2B:9 "Added late" theme 1 because it was left out');
    await world.pap('board@example.org', 'admin change approve 1');

    const report = textOf(await world.pap(OFFICE, 'highlight theme 1 July 2024'));

    expect(report).toMatch(/return/i);
    expect(report).not.toContain('2B:9');
  });
});
