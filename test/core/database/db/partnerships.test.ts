// Which partnerships a workspace stands for.
import { beforeEach, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildObjective, buildPartnership, buildPerson } from '../../../support/world/builders.ts';

describeOnBothDatabases('partnerships', (harness) => {
  beforeEach(() => harness.reset());

  const keysAt = async (...place: Parameters<typeof harness.store.listByWorkspace>) =>
    (await harness.store.listByWorkspace(...place)).map(({ key }) => key);

  it('are found by a workspace, which several may share', async () => {
    const own = await buildPartnership(harness.prisma);
    const other = await buildPartnership(harness.prisma);
    await harness.store.bindWorkspace(own.id, 'slack', 'T1');
    await harness.store.bindWorkspace(own.id, 'slack', 'T1');

    expect(await keysAt('slack', 'T1')).toEqual([own.key]);
    expect(await keysAt('teams', 'T1')).toEqual([]);
    expect(await harness.store.boundOn('slack')).toEqual([own.id]);

    await harness.store.bindWorkspace(other.id, 'slack', 'T1');

    expect(await keysAt('slack', 'T1')).toEqual([own.key, other.key].sort());
    expect((await harness.store.list()).map(({ id }) => id).sort()).toEqual(
      [own.id, other.id].sort(),
    );
  });

  it('are found by id', async () => {
    const own = await buildPartnership(harness.prisma);

    expect((await harness.store.find(own.id))?.key).toBe(own.key);
    expect(await harness.store.find('00000000-0000-4000-8000-000000000000')).toBeNull();
    expect(await harness.store.find('no id')).toBeNull();
  });

  it('are found from a terminal by key, or all of them', async () => {
    const own = await buildPartnership(harness.prisma);
    const other = await buildPartnership(harness.prisma);

    expect(await keysAt('terminal', own.key)).toEqual([own.key]);
    expect(await keysAt('terminal', 'terminal')).toEqual([own.key, other.key].sort());
    expect(await keysAt('terminal', 'nowhere')).toEqual([]);
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
