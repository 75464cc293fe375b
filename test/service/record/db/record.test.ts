// A transaction is whole, and one that loses against another is run again.
import { expect, it } from 'vitest';
import {
  describeOnBothDatabases,
  describeOnDatabase,
} from '../../../support/database/database-harness.ts';
import {
  buildObjective,
  buildPartnership,
  buildPerson,
  newUpdate,
  someDay,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('a transaction', (harness) => {
  it('keeps nothing when it fails', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const author = await buildPerson(harness.prisma, partnership);
    const objective = await buildObjective(harness.prisma, partnership);
    const record = harness.store.open(partnership.id);

    const failing = record.transaction(async ({ objectives }) => {
      await objectives.appendUpdate(newUpdate(objective.id, author.id), 0);
      expect((await objectives.find(objective.id, someDay))?.version).toBe(1);
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect((await record.objectives.find(objective.id, someDay))?.version).toBe(0);
    expect(await record.objectives.history(objective.id, 5)).toEqual([]);
  });

  it('takes its turn among twenty others', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const record = harness.store.open(partnership.id);
    const author = await buildPerson(harness.prisma, partnership);
    const objective = await buildObjective(harness.prisma, partnership);

    const update = async () => {
      for (;;) {
        const appended = await record.transaction(async ({ objectives }) => {
          const version = (await objectives.find(objective.id, someDay))?.version ?? -1;
          return await objectives.appendUpdate(newUpdate(objective.id, author.id), version);
        });
        if (appended) return appended.version;
      }
    };
    const versions = await Promise.all(Array.from({ length: 20 }, update));

    expect(versions.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});

describeOnDatabase('postgresql', 'two transactions in each other’s way', (harness) => {
  it('both finish: the database ends one, which is run again', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const author = await buildPerson(harness.prisma, partnership);
    const record = harness.store.open(partnership.id);
    const [one, other] = [
      await buildObjective(harness.prisma, partnership, { ref: '1A:1' }),
      await buildObjective(harness.prisma, partnership, { ref: '1A:2' }),
    ];
    let runs = 0;
    let arrived = 0;
    let meet = () => {};
    const bothHaveTheirFirst = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const moveBoth = (first: string, second: string) =>
      record.transaction(async ({ objectives }) => {
        runs++;
        const version = (await objectives.find(first, someDay))?.version ?? -1;
        await objectives.appendUpdate(newUpdate(first, author.id), version);
        if (++arrived === 2) meet();
        await bothHaveTheirFirst;
        const next = (await objectives.find(second, someDay))?.version ?? -1;
        return await objectives.appendUpdate(newUpdate(second, author.id), next);
      });

    await Promise.all([moveBoth(one.id, other.id), moveBoth(other.id, one.id)]);

    expect(runs).toBe(3);
  });
});
