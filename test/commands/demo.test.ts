// `/pap demo`: in the demonstration only. What it does is tested with the use case (advance-demo).
import { expect, it } from 'vitest';
import { createDemoCommand } from '../../commands/demo.ts';
import { commands } from '../../commands/index.ts';
import { paragraphsOf } from '../support/world/message-parts.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { terminalInbound } from '../support/world/plan-world.ts';

describePlan('demo', (parts) => {
  async function ask(email: string, line: string) {
    const { world, harness } = parts;
    const demo = createDemoCommand({
      ...{ store: harness.store, clock: world.clock, log: world.log, jobs: [] },
      setClock: async (_partnershipId, now) => world.at(now),
    });
    const handle = world.dispatcher({ commands: [...commands, demo] });
    return await handle(terminalInbound(email, line, { tenantId: world.partnership.key }));
  }

  it('reads the clock without moving it', async () => {
    const reply = await ask('owner@example.org', 'demo clock');

    expect(reply?.message.title).toBe('The demonstration’s clock says Mon 1 July 2024, 09:45');
    expect((await parts.world.clock.now()).toString()).toBe('2024-07-01T08:45:00Z');
  });

  it.each(['demo', 'demo next', 'next', 'DEMO Next'])('moves it on: %s', async (line) => {
    const reply = await ask('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply?.message.title).toBe('It is now Mon 1 July 2024, 10:00');
    expect(reply && paragraphsOf(reply.message)[0]).toBe('Due now: the first request for returns.');
    expect((await parts.world.clock.now()).toString()).toBe('2024-07-01T09:00:00Z');
  });

  it('refuses other words', async () => {
    const reply = await ask('owner@example.org', 'demo yesterday');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect((await parts.world.clock.now()).toString()).toBe('2024-07-01T08:45:00Z');
  });

  it('is closed to a stranger', async () => {
    const reply = await ask('stranger@example.org', 'demo next');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    expect((await parts.world.clock.now()).toString()).toBe('2024-07-01T08:45:00Z');
  });

  it('is no verb outside the demonstration', async () => {
    const reply = await parts.world.pap('owner@example.org', 'demo next');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-verb' });
  });
});
