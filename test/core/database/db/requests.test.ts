// A request is answered once, whatever the platform repeats.
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildPartnership, someInstant } from '../../../support/world/builders.ts';

describeOnBothDatabases('answered requests', (harness) => {
  it('remembers what was answered, for each partnership by itself', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    const { requests } = harness.store.open(own.id);

    expect(await requests.wasAnswered('request-1')).toBe(false);
    await requests.markAnswered('request-1', someInstant);
    await requests.markAnswered('request-1', someInstant);

    expect(await requests.wasAnswered('request-1')).toBe(true);
    expect(await harness.store.open(other.id).requests.wasAnswered('request-1')).toBe(false);
  });
});
