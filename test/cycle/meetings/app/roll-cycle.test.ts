// The cycle and the returns of what lies ahead are there, each once.
import { expect, it } from 'vitest';
import { rollCycle } from '../../../../src/cycle/meetings/app/roll-cycle.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('roll cycle', (parts) => {
  async function meetings(): Promise<string[]> {
    const cycles = await parts.harness.prisma.governanceCycle.findMany({
      where: { partnershipId: parts.world.partnership.id },
      include: { meeting: true, returns: true },
      orderBy: { meeting: { heldOn: 'asc' } },
    });
    return cycles.map(
      ({ meeting, returns }) => `${meeting.heldOn.toISOString().slice(0, 10)}: ${returns.length}`,
    );
  }

  async function forgetCycles(): Promise<void> {
    await parts.harness.prisma.returnRequest.deleteMany();
    await parts.harness.prisma.governanceCycle.deleteMany();
  }

  it('makes the cycle of the next meeting and a return for each objective', async () => {
    await forgetCycles();

    const made = await parts.world.run(rollCycle);

    expect(made).toEqual({ cycles: 1, returns: 6 });
    expect(await meetings()).toEqual(['2024-07-24: 6']);
  });

  it('makes nothing twice, in turn and from four processes at the same time', async () => {
    const { world } = parts;
    await forgetCycles();

    const made = await Promise.all([1, 2, 3, 4].map(() => world.run(rollCycle)));
    const again = await world.run(rollCycle);

    expect(made.reduce((sum, { cycles }) => sum + cycles, 0)).toBe(1);
    expect(made.reduce((sum, { returns }) => sum + returns, 0)).toBe(6);
    expect(again).toEqual({ cycles: 0, returns: 0 });
  });

  it.each([
    ['2024-07-24T23:59', ['2024-07-24: 6']],
    ['2024-07-25T00:00', ['2024-07-24: 6', '2024-09-25: 6']],
    ['2024-09-26T00:00', ['2024-07-24: 6', '2024-11-27: 6']],
    ['2024-11-28T00:00', ['2024-07-24: 6']],
  ])('opens the next one the day after a meeting: at %s %j', async (time, expected) => {
    const { world } = parts;
    world.at(time);

    await world.run(rollCycle);

    expect(await meetings()).toEqual(expected);
  });

  it('asks for a return of an objective that was added later, and keeps the answers given', async () => {
    const { world, harness } = parts;
    await world.pap('owner@example.org', 'same 2B:2');
    const { planVersionId, areaId, partnershipId } =
      await harness.prisma.objective.findFirstOrThrow({
        where: { ref: '2B:2', partnershipId: world.partnership.id },
      });
    await harness.prisma.objective.create({
      data: {
        partnershipId,
        planVersionId,
        areaId,
        ref: '2B:3',
        refKey: '2B3',
        title: 'Added later',
      },
    });

    const made = await world.run(rollCycle);

    const { message } = await world.pap('office@example.org', 'outstanding');
    expect(made).toEqual({ cycles: 0, returns: 1 });
    expect(message.title).toBe('Outstanding returns: 6');
  });
});
