// One line of the log for every command, and nothing in it that a person wrote or is known by: each field is a
// word of ours, a number or an id of a row.
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { DeliveryError } from '../../src/core/outbox/app/delivery-error.ts';
import { type Meters, noMeters } from '../../src/core/outbox/app/meters.ts';
import type { MessageSender } from '../../src/core/request/app/chat-ports.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import {
  measuredSender,
  measuredStore,
} from '../../src/service/delivery/app/measure-deliveries.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { recordingSender, SLACK_TEAM } from '../support/world/plan-world.ts';
import { ASHA, BEN, typeBefore, writingLines } from '../support/world/writing-lines.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const verbs = new Set([
  'unknown',
  ...commands.flatMap(({ name, subcommands = [] }) => [
    name,
    ...subcommands.map((inner) => `${name} ${inner.name}`),
  ]),
]);
const examples = commands.flatMap((command) => [
  ...command.examples,
  ...(command.subcommands ?? []).flatMap((inner) => [...inner.examples]),
]);

const isIds = (value: unknown) =>
  Array.isArray(value) && value.every((id) => UUID.test(String(id)));
/** Every field that a command's line may have, and what may be in it. */
const fieldsAllowed: Record<string, (value: unknown) => boolean> = {
  request: (value) => /^[0-9a-f]{12}$/.test(String(value)),
  verb: (value) => verbs.has(String(value)),
  platform: (value) => ['slack', 'teams', 'terminal'].includes(String(value)),
  outcome: (value) => ['done', 'refused', 'fault', 'repeat'].includes(String(value)),
  code: (value) => /^[a-z-]+$/.test(String(value)),
  ms: (value) => Number.isInteger(value),
  entries: isIds,
  events: isIds,
  notifications: isIds,
  entriesInAll: Number.isInteger,
  eventsInAll: Number.isInteger,
  notificationsInAll: Number.isInteger,
};

describePlan('the log of the commands', (parts) => {
  function expectOnlyOurs(count: number) {
    const { lines } = parts.world;
    expect(lines.map(({ message }) => message)).toEqual(Array(count).fill('command answered'));
    for (const { fields } of lines)
      for (const [name, value] of Object.entries(fields))
        expect(fieldsAllowed[name]?.(value), `${name}: ${JSON.stringify(value)}`).toBe(true);
  }

  it.each(writingLines.map((one) => ({ one, line: one.line })))(
    'holds nothing of: $line',
    async ({ one }) => {
      const { world } = parts;
      const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0BEN' } as const;
      const now = await world.clock.now();
      await world.record.people.linkAccount(await world.personId(BEN), account, now);
      await typeBefore(world, one);

      const reply = await world.pap(one.by, one.line, one.more);

      expect(reply.outcome).toBe('done');
      expectOnlyOurs(1 + (one.before?.length ?? 0));
      expect(world.lines.at(-1)?.fields).not.toHaveProperty('code');
    },
  );

  it('holds nothing of what is asked, as anybody, well or badly', async () => {
    const { world } = parts;
    const lines = [...examples, 'Sam Reed is ill', 'update 2B:2 amber call 07700 900123', '2B:2'];
    for (const line of lines) await world.pap(ASHA, line);
    await world.pap('stranger@example.org', 'link I am Sam Reed');

    expectOnlyOurs(lines.length + 1);
  });

  it('has one line for a repeat, which says so', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'mine', { requestId: 'again' });
    await expect(world.pap(ASHA, 'mine', { requestId: 'again' })).rejects.toThrow('a repeat');

    expect(world.lines.map(({ fields }) => fields.outcome)).toEqual(['done', 'repeat']);
  });
});

describePlan('the log of a delivery', (parts) => {
  /** Delivers everything as the running bot does; what was counted. */
  async function deliver(sender: MessageSender) {
    const { world, harness } = parts;
    const counted: unknown[] = [];
    const meters: Meters = {
      ...noMeters,
      send: ({ ms: _ms, ...facts }) => counted.push(facts),
      settled: (facts) => counted.push(facts),
    };
    const { clock, log } = world;
    const delivery = {
      store: measuredStore(harness.store, meters, log),
      senders: [measuredSender(sender, meters)],
      ...{ clock, log },
    };
    const [row] = await harness.prisma.notification.findMany({ where: { kind: 'rag-change' } });
    await deliverNotification(delivery, world.partnership.id, row?.id ?? '').catch(() => {});
    return { counted, id: row?.id };
  }

  it('names the notification that the command’s line names, and counts it', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');

    const { counted, id } = await deliver(recordingSender('teams', world.sent));

    const named = world.lines[0]?.fields.notifications;
    expect(named).toContain(id);
    expect(world.lines.at(-1)).toEqual({
      level: 'info',
      message: 'a notification was settled',
      fields: { notification: id, kind: 'rag-change', state: 'sent', platform: 'teams' },
    });
    expect(counted).toEqual([
      { platform: 'teams', to: 'channel', result: 'sent' },
      { kind: 'rag-change', state: 'sent' },
    ]);
  });

  it.each([
    [new DeliveryError('not-sent', 'ratelimited'), 'not-sent', 'queued'],
    [new DeliveryError('never', 'channel_not_found'), 'never', 'dead'],
    [new Error('of somebody else'), 'unknown', 'held'],
  ])('counts what failed: %s', async (error, result, state) => {
    const { world } = parts;
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');

    const { counted } = await deliver({
      ...recordingSender('teams', world.sent),
      send: () => Promise.reject(error),
    });

    expect(counted).toEqual([
      { platform: 'teams', to: 'channel', result },
      { kind: 'rag-change', state },
    ]);
  });
});
