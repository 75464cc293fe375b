// The office's daily line: once a working day, from its time on, and never a day late.
import { expect, it } from 'vitest';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { postHeartbeat } from '../../../../src/service/jobs/app/post-heartbeat.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { SLACK_TEAM } from '../../../support/world/plan-world.ts';

describePlanOnBoth('the heartbeat', (parts) => {
  async function switchOn(time = '09:00') {
    const { record } = parts.world;
    await record.operations.setHeartbeatTime(time);
    await record.channelBindings.bind({
      ...{ platform: 'slack', tenantId: SLACK_TEAM, channelId: 'C0OFFICE', name: 'Office' },
      ...{ themeId: null, purpose: 'office' },
    });
  }

  async function ended(state: 'sent' | 'held' | 'dead', key: string, at: string) {
    const { harness, world } = parts;
    const channel = await harness.prisma.channelBinding.findFirstOrThrow();
    const time = new Date(at);
    await harness.prisma.notification.create({
      data: {
        ...{ partnershipId: world.partnership.id, kind: 'digest', dedupeKey: key, payload: {} },
        ...{ channelBindingId: channel.id, createdAt: time, finishedAt: time, state },
      },
    });
  }

  it('says what went out since the one before, what waits and what comes next', async () => {
    const { world } = parts;
    await switchOn();
    await ended('sent', 'before', '2024-06-27T08:00:00Z');
    await ended('sent', 'friday', '2024-06-28T15:00:00Z');
    await ended('held', 'weekend', '2024-06-29T15:00:00Z');
    world.at('2024-07-01T09:00');

    expect(await world.run(postHeartbeat)).toEqual({ queued: 1 });
    await world.deliver();

    const [sent] = world.sent;
    expect(sent?.target).toEqual({ kind: 'channel', tenantId: SLACK_TEAM, channelId: 'C0OFFICE' });
    expect(sent && plainText(sent.message)).toContain(
      'PAP is running: Mon 1 July 2024, 09:00\n\nSince Fri 28 June 2024, 09:00: 1 sent, 1 held, 0 given up. Waiting: 0. Next: returns due Wed 10 July 2024, 17:00',
    );
  });

  it('comes once a day, however often and from however many processes it is asked for', async () => {
    const { world } = parts;
    await switchOn();
    world.at('2024-07-01T09:15');

    const first = await Promise.all([1, 2, 3].map(() => world.run(postHeartbeat)));
    world.at('2024-07-01T16:00');
    const later = await world.run(postHeartbeat);
    world.at('2024-07-02T09:00');
    const next = await world.run(postHeartbeat);

    expect(first.reduce((sum, { queued }) => sum + queued, 0)).toBe(1);
    expect([later, next]).toEqual([{ queued: 0 }, { queued: 1 }]);
  });

  it('says that it is late, and drops a day that is over, also where it is still queued', async () => {
    const { world } = parts;
    await switchOn();
    world.at('2024-07-01T09:00');
    await world.run(postHeartbeat);
    world.at('2024-07-03T11:00');
    await world.run(postHeartbeat);
    world.at('2024-07-04T09:00');
    await world.run(postHeartbeat);
    await world.deliver();

    const titles = world.sent.map(({ message }) => message.title);
    expect(titles).toContain('PAP is running: Thu 4 July 2024, 09:00');
    expect(titles).not.toContain('PAP is running: Wed 3 July 2024, 09:00, late');
  });

  it('marks the one that is late', async () => {
    const { world } = parts;
    await switchOn();
    world.at('2024-07-01T11:00');
    await world.run(postHeartbeat);
    await world.deliver();

    expect(world.sent[0]?.message.title).toBe('PAP is running: Mon 1 July 2024, 09:00, late');
  });

  it.each([
    ['before its time', '09:00', '2024-07-01T08:45'],
    ['on a Saturday', '09:00', '2024-07-06T09:00'],
    ['on a bank holiday', '09:00', '2024-08-26T09:00'],
  ])('does not come %s', async (_when, time, at) => {
    const { world } = parts;
    await switchOn(time);
    world.at(at);

    expect(await world.run(postHeartbeat)).toEqual({ queued: 0 });
  });

  it('does not come where it is off, or to a channel that is not the office’s', async () => {
    const { world } = parts;
    world.at('2024-07-01T09:00');
    const off = await world.run(postHeartbeat);
    await world.record.operations.setHeartbeatTime('09:00');

    expect([off, await world.run(postHeartbeat)]).toEqual([{ queued: 0 }, { queued: 0 }]);
  });
});
