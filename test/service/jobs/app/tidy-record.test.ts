// What the nightly tidying throws away, and what it must not.
import { expect, it } from 'vitest';
import { tidyRecord } from '../../../../src/service/jobs/app/tidy-record.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('tidying the record', (parts) => {
  async function tidy() {
    const { world } = parts;
    return await world.run((record, _partnership, now) => tidyRecord(record, now, now));
  }

  it('throws away requests older than 30 days, of its own partnership', async () => {
    const { world, harness, other } = parts;
    const days = ['2024-05-01', '2024-06-02', '2024-06-30'];
    for (const partnershipId of [world.partnership.id, other.partnershipId])
      await harness.prisma.answeredRequest.createMany({
        data: days.map((day) => ({ partnershipId, requestId: day, at: new Date(day) })),
      });
    // The clock stands at 1 July: the first of June is the last day that goes.
    await harness.prisma.answeredRequest.create({
      data: {
        ...{ partnershipId: world.partnership.id, requestId: 'old', at: new Date('2024-06-01') },
      },
    });

    expect(await tidy()).toMatchObject({ requests: 2 });

    const left = await harness.prisma.answeredRequest.findMany({ orderBy: { requestId: 'asc' } });
    const own = left.filter(({ partnershipId }) => partnershipId === world.partnership.id);
    expect(own.map(({ requestId }) => requestId)).toEqual(['2024-06-02', '2024-06-30']);
    expect(left).toHaveLength(5);
  });

  it('goes on until nothing is left, in batches', async () => {
    const { world, harness } = parts;
    await harness.pool.query(
      `INSERT INTO answered_request (partnership_id, request_id, at)
       SELECT $1, 'r' || n, '2024-01-01' FROM generate_series(1, 4500) n`,
      [world.partnership.id],
    );

    expect(await tidy()).toMatchObject({ requests: 4_500 });
    expect(await tidy()).toMatchObject({ requests: 0 });
  });

  it('throws away job runs older than 90 days, but keeps the newest of each job', async () => {
    const { world, harness } = parts;
    const runs: [string, string][] = [
      ...[['chase-owners', '2024-03-01'] as [string, string]],
      ['chase-owners', '2024-03-02'],
      ['chase-owners', '2024-06-30'],
      ['post-digests', '2024-02-01'],
      ['post-digests', '2024-02-08'],
    ];
    await harness.prisma.jobRun.createMany({
      data: runs.map(([job, day]) => ({
        ...{ partnershipId: world.partnership.id, job },
        ...{ scheduledFor: new Date(day), startedAt: new Date(day) },
      })),
    });

    expect(await tidy()).toMatchObject({ jobRuns: 3 });

    const left = await harness.prisma.jobRun.findMany({
      where: { partnershipId: world.partnership.id },
      orderBy: { job: 'asc' },
    });
    expect(left.map(({ job, startedAt }) => [job, startedAt.toISOString().slice(0, 10)])).toEqual([
      ['chase-owners', '2024-06-30'],
      ['post-digests', '2024-02-08'],
    ]);
  });

  it('throws away paces that are over since a day', async () => {
    const { harness } = parts;
    await harness.pool.query(
      `DELETE FROM send_pace; INSERT INTO send_pace VALUES ('old', '2024-06-30T08:00Z'), ('new', '2024-06-30T09:00Z')`,
    );

    expect(await tidy()).toMatchObject({ paces: 1 });
    expect((await harness.prisma.sendPace.findMany()).map(({ key }) => key)).toEqual(['new']);
  });

  it('keeps the outbox and the history', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    const before = await world.footprint();
    world.at('2027-07-01T03:00');

    await tidy();

    expect(await world.footprint()).toEqual(before);
  });

  it('gives room back on the embedded record, and leaves PostgreSQL to do it', async () => {
    expect(await tidy()).toMatchObject({ compacted: parts.harness.kind === 'embedded' ? 1 : 0 });
  });
});
