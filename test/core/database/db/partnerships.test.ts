// Which partnership a workspace speaks for.
import { beforeEach, expect, it } from 'vitest';
import { InvariantError } from '../../../../src/core/request/app/faults.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildObjective, buildPartnership, buildPerson } from '../../../support/world/builders.ts';

describeOnBothDatabases('partnerships', (harness) => {
  beforeEach(() => harness.reset());

  it('are found by their workspace, which never moves', async () => {
    const own = await buildPartnership(harness.prisma);
    const other = await buildPartnership(harness.prisma);
    await harness.store.bindWorkspace(own.id, 'slack', 'T1');
    await harness.store.bindWorkspace(own.id, 'slack', 'T1');

    expect((await harness.store.findByWorkspace('slack', 'T1'))?.id).toBe(own.id);
    expect(await harness.store.findByWorkspace('teams', 'T1')).toBeNull();
    await expect(harness.store.bindWorkspace(other.id, 'slack', 'T1')).rejects.toThrow(
      InvariantError,
    );
    expect((await harness.store.list()).map(({ id }) => id).sort()).toEqual(
      [own.id, other.id].sort(),
    );
  });

  it('are found from a terminal by key, or as the only one', async () => {
    const own = await buildPartnership(harness.prisma);

    expect((await harness.store.findByWorkspace('terminal', own.key))?.id).toBe(own.id);
    expect((await harness.store.findByWorkspace('terminal', 'terminal'))?.id).toBe(own.id);
    expect(await harness.store.findByWorkspace('terminal', 'nowhere')).toBeNull();
  });

  it('are not guessed from a terminal when there are two', async () => {
    await buildPartnership(harness.prisma);
    await buildPartnership(harness.prisma);

    expect(await harness.store.findByWorkspace('terminal', 'terminal')).toBeNull();
  });

  it('say that they have examples when any person, objective or placing is one', async () => {
    const plain = await buildPartnership(harness.prisma);
    await buildPerson(harness.prisma, plain);
    const withPerson = await buildPartnership(harness.prisma);
    await buildPerson(harness.prisma, withPerson, { example: true });
    const withObjective = await buildPartnership(harness.prisma);
    await buildObjective(harness.prisma, withObjective, { example: true });
    const withPlacing = await buildPartnership(harness.prisma);
    const { id } = await buildObjective(harness.prisma, withPlacing);
    await harness.prisma.objectiveTheme.updateMany({
      where: { objectiveId: id },
      data: { example: true },
    });

    const flags = new Map(
      (await harness.store.list()).map(({ id, hasExamples }) => [id, hasExamples]),
    );

    expect([plain, withPerson, withObjective, withPlacing].map((one) => flags.get(one.id))).toEqual(
      [false, true, true, true],
    );
  });
});
