// What waits and is overtaken does not take the day's one message; what is being sent at that moment does.
import { expect, it } from 'vitest';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { chaseKey } from '../../../../src/cycle/chases/app/overtaken-chases.ts';
import { newNotification, someAttempt } from '../../../support/world/builders.ts';
import { loadOutbox, outboxLines } from '../../../support/world/outbox.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('overtaken chases', (parts) => {
  const OTHER_CYCLE = '0190a000-0000-7000-8000-000000000001';

  /** A request of this morning for a meeting that does not lie ahead any more; its id. */
  async function waitingForNothing(): Promise<string> {
    const { world, harness } = parts;
    world.at('2024-07-01T09:45');
    const personId = await world.personId('deputy@example.org');
    await world.record.notifications.enqueue([
      newNotification(personId, {
        kind: 'chase',
        dedupeKey: chaseKey({ cycleId: OTHER_CYCLE, personId, step: 'nudge' }),
        payload: { kind: 'chase', cycleId: OTHER_CYCLE, step: 'nudge', objectiveIds: [] },
        createdAt: await world.clock.now(),
      }),
    ]);
    return (await loadOutbox(harness.prisma)).find(({ step }) => step === 'nudge')?.id ?? '';
  }

  const chases = async () =>
    (await outboxLines(parts.harness.prisma)).filter((line) =>
      /^Ella (open|nudge|last)/.test(line),
    );

  it('cancels what waits and was answered in the sweep itself', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.pap('deputy@example.org', 'same 3A:1');
    await world.pap('owner@example.org', 'same 2B:2');
    expect(await chases()).toEqual(['Ella open queued']);

    world.at('2024-07-01T10:15');
    const swept = await world.run(chaseDueOwners);

    expect(swept).toMatchObject({ queued: 0 });
    expect(await chases()).toEqual(['Ella open cancelled']);
    const ella = (await loadOutbox(harness.prisma)).find(({ to }) => to === 'Ella');
    expect(ella?.lastError).toBe('answered before it was sent');
  });

  it('tells what is true now at the very sweep at which what waits is overtaken, and sends it', async () => {
    const { world } = parts;
    await waitingForNothing();

    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    expect(await chases()).toEqual(['Ella nudge cancelled', 'Ella open queued']);

    await world.deliver();
    expect(await chases()).toEqual(['Ella nudge cancelled', 'Ella open sent']);
  });

  it('tells nothing beside a chase that is being sent at that moment', async () => {
    const { world } = parts;
    const id = await waitingForNothing();
    await world.record.notifications.claim(id, someAttempt);

    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);

    expect(await chases()).toEqual(['Ella nudge sending']);
  });

  it('tells nothing beside a chase that another process began to send during the sweep', async () => {
    const { world } = parts;
    const id = await waitingForNothing();
    world.at('2024-07-01T10:00');
    // The other process takes the row after this one has read what waits.
    const record: PartnershipRecord = {
      ...world.record,
      transaction: async (work) => {
        await world.record.notifications.claim(id, someAttempt);
        return await world.record.transaction(work);
      },
    };

    await chaseDueOwners(record, world.partnership, await world.clock.now());

    expect(await chases()).toEqual(['Ella nudge sending']);
  });
});
