// The demonstration's time stands where it was set.
import { expect, it } from 'vitest';
import { demoClocks } from '../../../../src/service/jobs/db/demo-clock.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildPartnership, someInstant } from '../../../support/world/builders.ts';

describeOnBothDatabases('the demonstration clock', (harness) => {
  it('is not there until it is set, and stands still after that', async () => {
    const { id } = await buildPartnership(harness.prisma);
    const clocks = demoClocks(harness.prisma);

    expect(await clocks.read(id)).toBeNull();
    await clocks.set(id, someInstant);
    await clocks.set(id, someInstant.add({ hours: 24 }));

    expect((await clocks.read(id))?.toString()).toBe('2024-07-02T09:00:00Z');
  });
});
