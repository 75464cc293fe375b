// The pace: whatever is asked for and whenever, no stretch of time ever holds more than the limit allows, and
// whoever waits as long as they were told finds the slot free. Two processes share it.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slackPace } from '../../../../src/chat/slack/send/pace.ts';
import { teamsPace } from '../../../../src/chat/teams/send/pace.ts';
import { openDatabase } from '../../../../src/core/database/db/open-database.ts';
import type { PaceLimit, Target } from '../../../../src/core/request/app/chat-ports.ts';
import { Prisma } from '../../../../src/generated/prisma/client.ts';
import { createSendPace } from '../../../../src/service/delivery/db/send-pace.ts';
import {
  describeOnBothDatabases,
  describeOnDatabase,
} from '../../../support/database/database-harness.ts';

const START = Date.UTC(2024, 6, 1, 9);

function limit(everyMs: number, burst = 1): PaceLimit {
  return { key: `test ${randomUUID()}`, everyMs, burst };
}

describeOnBothDatabases('send pace', (harness) => {
  /** A pace whose clock stands where the test puts it. */
  function paceWithClock() {
    const clock = { ms: 0 };
    const at = () => Prisma.sql`${new Date(START + clock.ms)}::timestamptz`;
    return { clock, pace: createSendPace(harness.prisma, at) };
  }

  it('lets the burst pass, then one at a time, and says exactly how long to wait', async () => {
    const { clock, pace } = paceWithClock();
    const limits = [limit(1_000, 2)];

    expect(await pace.take(limits)).toBe(0);
    expect(await pace.take(limits)).toBe(0);
    expect(await pace.take(limits)).toBe(1_000);
    clock.ms = 400;
    expect(await pace.take(limits)).toBe(600);
    expect(await pace.waitFor(limits)).toBe(600);
    clock.ms = 1_000;
    expect(await pace.waitFor(limits)).toBe(0);
    expect(await pace.take(limits)).toBe(0);
    expect(await pace.take(limits)).toBe(1_000);
  });

  it('takes all the slots or none: a busy channel uses nothing up of its workspace', async () => {
    const { pace } = paceWithClock();
    const workspace = limit(250);
    const [busy, free] = [limit(1_000), limit(1_000)];
    await pace.take([busy]);

    expect(await pace.take([busy, workspace])).toBe(1_000);
    expect(await pace.take([free, workspace])).toBe(0);
    expect(await pace.take([limit(1_000), workspace])).toBe(250);
  });

  it.each([
    ['a minute', 60_000],
    ['a year', 31_536_000_000],
  ])('is free at once when a clock that ran ahead by %s is put right', async (_how, ahead) => {
    const { clock, pace } = paceWithClock();
    const [taken, held] = [limit(1_000, 2), limit(1_000)];
    clock.ms = ahead;
    for (const _each of [1, 2, 3]) await pace.take([taken]);
    await pace.holdUp(held, 3_600_000);
    expect(await pace.waitFor([taken, held])).toBe(3_600_000);
    clock.ms = 0;

    expect(await pace.waitFor([taken, held])).toBe(0);
    expect(await pace.take([taken, held])).toBe(0);
    // And the pace is kept from here on.
    expect(await pace.take([taken, held])).toBe(1_000);
    await pace.holdUp(held, 30_000);
    expect(await pace.waitFor([held])).toBe(30_000);
  });

  it('knows no hold that nobody can have set', async () => {
    const { pace } = paceWithClock();
    const wanted = limit(1_000);
    await pace.take([wanted]);
    await harness.pool.query(`UPDATE send_pace SET free_at = $1 WHERE key = $2`, [
      new Date(START + 86_400_000),
      wanted.key,
    ]);

    expect(await pace.waitFor([wanted])).toBe(0);
  });

  it('holds a limit up for as long as it was told, and never shortens that', async () => {
    const { clock, pace } = paceWithClock();
    const held = limit(250, 3);
    await pace.holdUp(held, 30_000);
    await pace.holdUp(held, 5_000);

    expect(await pace.take([held])).toBe(30_000);
    clock.ms = 30_000;
    expect(await pace.take([held])).toBe(0);
  });

  it('never lets more pass in any stretch of time than the limit says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          everyMs: fc.integer({ min: 1, max: 2_000 }),
          burst: fc.integer({ min: 1, max: 4 }),
        }),
        fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 5, maxLength: 25 }),
        async ({ everyMs, burst }, gaps) => {
          const { clock, pace } = paceWithClock();
          const limits = [limit(everyMs, burst)];
          const passed: number[] = [];
          for (const gap of gaps) {
            clock.ms += gap;
            const waitMs = await pace.take(limits);
            if (waitMs > 0) {
              clock.ms += waitMs;
              expect(await pace.take(limits)).toBe(0);
            }
            passed.push(clock.ms);
          }

          for (const from of passed) {
            for (const windowMs of [0, everyMs, 3 * everyMs]) {
              const within = passed.filter((at) => at >= from && at <= from + windowMs);
              expect(within.length).toBeLessThanOrEqual(burst + windowMs / everyMs);
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

describeOnDatabase('postgresql', 'the pace of two processes', (harness) => {
  it('is one pace: together they never exceed it', async () => {
    const url = (await harness.pool.query('SELECT current_database() AS name')).rows[0].name;
    const { connectionString, host, port, user } = harness.pool.options;
    const other = await openDatabase({
      databaseUrl: connectionString ?? `postgresql://${user}@${host}:${port}/${url}`,
      dataFolder: '',
      role: 'server',
    });
    const limits = [limit(60), limit(20)];
    const passed: number[] = [];
    const sendTen = async (pace: ReturnType<typeof createSendPace>) => {
      for (let sent = 0; sent < 10; ) {
        const waitMs = await pace.take(limits);
        if (waitMs > 0) await wait(waitMs);
        else {
          sent++;
          passed.push(performance.now());
        }
      }
    };

    const begun = performance.now();
    await Promise.all([
      sendTen(createSendPace(harness.prisma)),
      sendTen(createSendPace(harness.prisma)),
      sendTen(createSendPace(other.prisma)),
      sendTen(createSendPace(other.prisma)),
    ]);
    const took = performance.now() - begun;
    await other.close();

    expect(passed).toHaveLength(40);
    expect(took).toBeGreaterThanOrEqual(39 * 60);
  });
});

it.each([
  ['Slack, a channel', slackPace, 1_000, 1],
  ['Teams, a second', teamsPace, 1_000, 7],
  ['Teams, half a minute', teamsPace, 30_000, 60],
  ['Teams, an hour', teamsPace, 3_600_000, 1_800],
] as const)('keeps to what the platform allows: %s', (_name, paceOf, stretchMs, allowed) => {
  const target: Target = { kind: 'channel', tenantId: 'T1', channelId: 'C1' };

  const most = paceOf(target).limits.map(
    ({ everyMs, burst }) => burst - 1 + Math.ceil(stretchMs / everyMs),
  );

  expect(Math.min(...most)).toBeLessThanOrEqual(allowed);
});
