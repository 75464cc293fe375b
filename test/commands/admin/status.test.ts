// `/pap admin status`: how the bot is, and the daily line that says so.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { START_RUN } from '../../../src/service/jobs/app/operations-status.ts';
import { ASHA, BEN, CERYS } from '../../support/world/cast.ts';
import { factsOf, itemsOf, paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';

const migrations = readdirSync(join(import.meta.dirname, '../../../prisma/migrations'))
  .filter((name) => /^\d/.test(name))
  .sort();

describePlan('admin status', (parts) => {
  async function run(job: string, at: string, outcome: string | null = '{}') {
    const { harness, world } = parts;
    const time = new Date(at);
    await harness.prisma.jobRun.create({
      data: {
        ...{ partnershipId: world.partnership.id, job, scheduledFor: time, startedAt: time },
        ...(outcome && { finishedAt: time, outcome }),
      },
    });
  }

  async function give(state: 'held' | 'dead' | 'queued', stateSince = new Date()) {
    const { harness, world } = parts;
    const channel = await harness.prisma.channelBinding.findFirstOrThrow();
    await harness.prisma.notification.create({
      data: {
        ...{ partnershipId: world.partnership.id, kind: 'digest', dedupeKey: `x:${state}` },
        ...{ channelBindingId: channel.id, payload: {}, createdAt: new Date(), state, stateSince },
      },
    });
  }

  it('says since when it runs, on what, what it has done and what comes next', async () => {
    const { world } = parts;
    await run(START_RUN, '2024-07-01T07:00:00Z', '{"version":"1.2.3"}');
    await run('chase-owners', '2024-07-01T08:30:00Z');
    await run('roll-cycle', '2024-07-01T08:05:00Z', null);

    const { message } = await world.pap(BEN, 'admin status');

    expect(message).toMatchObject({ title: 'PAP is well', tone: 'good' });
    expect(factsOf(message)).toMatchObject({
      Started: 'Mon 1 July 2024, 08:00, version 1.2.3',
      Database: expect.stringMatching(
        new RegExp(
          `^embedded \\(PostgreSQL [\\d.]+\\), ${migrations.length} migrations, latest ${migrations.at(-1)}$`,
        ),
      ),
      Platforms: 'Slack, no message yet; Teams, no message yet',
      Waiting: '0',
      'Held or given up': '0 held, 0 given up',
      Heartbeat: 'off',
      'Bank holidays': 'known until Mon 31 December 2035',
    });
    const rows = rowsOf(message);
    expect(rows).toContainEqual([
      ...['chase-owners', 'every quarter of an hour'],
      ...['Mon 1 July 2024, 09:30 (15 minutes ago)', 'done'],
    ]);
    expect(rows).toContainEqual(['roll-cycle', 'every hour', expect.anything(), 'not finished']);
    expect(rows).toContainEqual(['tidy-record', 'every night, 02:30', 'never', 'not yet']);
    expect(textOf({ message, audience: 'private', outcome: 'done' })).toContain(
      'Wed 10 July 2024, 17:00',
    );
  });

  it('puts first what is wrong: an overdue job, what is held, a heartbeat for nobody', async () => {
    const { world } = parts;
    await run('chase-owners', '2024-07-01T07:59:00Z');
    await run('sweep-unsent', '2024-07-01T08:01:00Z');
    await give('held');
    await give('dead');
    await give('queued', new Date(Date.now() - 3_600_000));
    await world.record.operations.setHeartbeatTime('09:00');

    const { message } = await world.pap(BEN, 'admin status');

    const lines = itemsOf(message);
    expect(message).toMatchObject({ title: 'PAP needs looking after: 4', tone: 'attention' });
    expect(lines).toEqual([
      expect.stringMatching(/^Overdue: chase-owners\. /),
      'A message has been waiting for 60 minutes.',
      '1 held, 1 given up: messages that somebody has to look at. Type /pap admin delivery.',
      expect.stringContaining('/pap admin channel bind office'),
    ]);
  });

  it.each([
    ['2034-07-03T12:00', 'coming to its end'],
    ['2036-01-02T12:00', 'is over'],
  ])('warns at %s that the table of bank holidays %s', async (at, words) => {
    const { world } = parts;
    world.at(at);

    const reply = await world.pap(BEN, 'admin status');

    expect(reply.message.tone).toBe('attention');
    expect(textOf(reply)).toContain(words);
  });

  it('does not count what waits for its time as waiting too long', async () => {
    const { world, harness } = parts;
    await give('queued', new Date(Date.now() - 3_600_000));
    const { id } = await harness.prisma.notification.findFirstOrThrow({
      where: { dedupeKey: 'x:queued' },
    });
    await world.record.notifications.requeue(id);
    await harness.pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 hour'`,
    );

    const { message } = await world.pap(BEN, 'admin status');

    expect(message.title).toBe('PAP is well');
    expect(factsOf(message)).toMatchObject({ Waiting: '0; 1 more for later' });
  });

  it.each([
    ['admin status heartbeat on 09:00', '09:00'],
    ['admin status heartbeat on', '09:00'],
    ['admin status heartbeat on 8', '08:00'],
    ['ADMIN STATUS HEARTBEAT ON 16.45', '16:45'],
  ])('switches the heartbeat on, and says that nobody is told yet: %s', async (line, time) => {
    const { world } = parts;

    const { message } = await world.pap(BEN, line);

    expect(message.title).toBe(`The heartbeat comes every working day at ${time}`);
    expect(paragraphsOf(message)[0]).toContain('No channel is bound to the office');
    expect(await world.record.operations.heartbeatTime()).toBe(time);
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      ...{ kind: 'heartbeat', summary: `the heartbeat comes at ${time}`, author: 'Ben Example' },
    });
  });

  it('switches it off, and says so when it was off; only the first is an event', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin status heartbeat on 10:15');

    const off = await world.pap(BEN, 'admin status heartbeat off');
    const again = await world.pap(BEN, 'admin status heartbeat off');

    expect(off.message.title).toBe('The heartbeat is off');
    expect(again.message.title).toBe('The heartbeat is off already');
    expect(await world.record.audit.list(5)).toHaveLength(2);
  });

  it.each([
    'admin status now',
    'admin status heartbeat',
    'admin status heartbeat on 09:07',
    'admin status heartbeat on 24:00',
    'admin status heartbeat on soon',
    'admin status heartbeat on 09:00 please',
    'admin status heartbeat off 09:00',
  ])('refuses and changes nothing: %s', async (line) => {
    const { world } = parts;

    const reply = await world.pap(BEN, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(await world.record.operations.heartbeatTime()).toBeNull();
  });

  it.each([
    [ASHA, 'admin status'],
    [CERYS, 'admin status'],
    [ASHA, 'admin status heartbeat on 09:00'],
    [CERYS, 'admin status heartbeat off'],
  ])('is the programme office’s: %s may not type %s', async (email, line) => {
    const { world } = parts;

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(await world.record.operations.heartbeatTime()).toBeNull();
  });

  itIsClosedToOutsiders('admin status', () => parts);
});
