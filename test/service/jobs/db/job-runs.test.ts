// A job's slot is run by exactly one caller.
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildPartnership, someInstant } from '../../../support/world/builders.ts';

const slot = someInstant;
const now = someInstant.add({ seconds: 5 });
const staleBefore = now.subtract({ minutes: 10 });

describeOnBothDatabases('job runs', (harness) => {
  it('lets one of eight callers at once win', async () => {
    const { jobRuns } = harness.store.open((await buildPartnership(harness.prisma)).id);

    const claims = await Promise.all(
      Array.from({ length: 8 }, () => jobRuns.claim('chase-owners', slot, now, staleBefore)),
    );

    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('gives a run that died to one of eight later callers, and a finished one to nobody', async () => {
    const { jobRuns } = harness.store.open((await buildPartnership(harness.prisma)).id);
    await jobRuns.claim('chase-owners', slot, now, staleBefore);
    const later = now.add({ minutes: 11 });
    const claimLater = () =>
      jobRuns.claim('chase-owners', slot, later, later.subtract({ minutes: 10 }));

    const claims = await Promise.all(Array.from({ length: 8 }, claimLater));
    expect(claims.filter(Boolean)).toHaveLength(1);

    await jobRuns.finish('chase-owners', slot, later, { queued: 2 });
    const muchLater = later.add({ hours: 1 });
    expect(await jobRuns.claim('chase-owners', slot, muchLater, muchLater)).toBe(false);
    const run = await harness.prisma.jobRun.findFirstOrThrow({
      where: { outcome: '{"queued":2}' },
    });
    expect(run.finishedAt?.toISOString()).toBe('2024-07-01T09:11:05.000Z');
  });

  it('keeps slots, jobs and partnerships apart', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    const { jobRuns } = harness.store.open(own.id);

    expect(await jobRuns.claim('chase-owners', slot, now, staleBefore)).toBe(true);
    expect(await jobRuns.claim('chase-owners', slot.add({ minutes: 15 }), now, staleBefore)).toBe(
      true,
    );
    expect(await jobRuns.claim('post-digests', slot, now, staleBefore)).toBe(true);
    expect(
      await harness.store.open(other.id).jobRuns.claim('chase-owners', slot, now, staleBefore),
    ).toBe(true);
  });
});
