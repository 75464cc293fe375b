// `/pap admin channel`: the channel that the line is typed in gets a theme's news.

import { expect, it } from 'vitest';
import type { Inbound } from '../../../src/core/request/app/inbound.ts';
import { ASHA, BEN } from '../../support/world/cast.ts';
import { paragraphsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan } from '../../support/world/plan-suite.ts';
import { type PlanWorld, SLACK_TEAM } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';

describePlan('admin channel', (parts) => {
  /** Types a line in a Slack channel as the office. */
  async function inChannel(world: PlanWorld, line: string, more: Partial<Inbound> = {}) {
    await world.record.people.linkAccount(
      await world.personId(BEN),
      { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0BEN0000' },
      await world.clock.now(),
    );
    return await world.pap('', line, {
      ...{ platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0BEN0000' },
      conversation: { kind: 'channel', id: 'C0RIGHT' },
      ...more,
    });
  }

  it('lists what is bound', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, 'admin channel');

    expect(message.title).toBe('Channels: 2');
    expect(rowsOf(message)[1]).toEqual([
      'Right Support (example)',
      'Teams',
      'theme 1 Right Support, Right Time',
      'when there is news, Monday 09:30',
    ]);
  });

  it.each([
    ['admin channel Right Support digest tuesday 10:00', 'when there is news, Tuesday 10:00'],
    ['admin channel right support digest off', 'off'],
  ])('sets when a channel gets its digest: %s', async (line, expected) => {
    const { world } = parts;

    const reply = await world.pap(BEN, line);
    const { message } = await world.pap(BEN, 'admin channel');

    expect(reply.outcome).toBe('done');
    expect(reply.message.title).toBe(
      expected === 'off'
        ? '“Right Support” gets no digest any more'
        : '“Right Support” gets its digest Tuesday 10:00',
    );
    expect(rowsOf(message)[1]?.[3]).toBe(expected);
    expect((await world.record.audit.list(1))[0]?.kind).toBe('channel-digest');
  });

  it('posts it again once a time is set', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin channel Right Support digest off');

    await world.pap(BEN, 'admin channel Right Support digest monday 09:00');

    const [, channel] = await world.record.channelBindings.list();
    expect(channel).toMatchObject({ digestOn: true, digestWeekday: 1, digestTime: '09:00' });
  });

  itRefuses(
    () => parts,
    [
      [BEN, 'admin channel Right Support digest sunday 10:00', 'usage'],
      [BEN, 'admin channel Right Support digest monday 17:00', 'usage'],
      [BEN, 'admin channel Right Support digest', 'usage'],
      [BEN, 'admin channel Nowhere digest monday 09:00', 'unknown-channel'],
      [BEN, 'admin channel digest monday 09:00', 'needs-channel'],
      [ASHA, 'admin channel Right Support digest off', 'not-permitted'],
    ],
  );

  it('binds the channel that it is typed in: its theme’s news then goes there', async () => {
    const { world } = parts;

    const reply = await inChannel(world, 'admin channel bind theme 1 as right-support');
    await world.pap('femi@example.org', 'update 1A:2 amber one of three sessions held');
    await world.deliver();

    expect(reply.message.title).toBe('This channel is bound to theme 1 Right Support, Right Time');
    expect(world.sent.map(({ platform, target }) => [platform, target])).toContainEqual([
      'slack',
      { kind: 'channel', tenantId: SLACK_TEAM, channelId: 'C0RIGHT' },
    ]);
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'channel-bound',
      summary: 'a Slack channel was bound to theme 1 Right Support, Right Time',
    });
  });

  it('says so when it was bound like that already, and binds again what was unbound', async () => {
    const { world } = parts;
    await inChannel(world, 'admin channel bind theme 1');

    const again = await inChannel(world, 'admin channel bind theme 1');
    const unbound = await inChannel(world, 'admin channel unbind');
    const listed = await world.record.channelBindings.list();
    const bound = await inChannel(world, 'admin channel bind theme 1');

    expect(again.message.title).toBe(
      'This channel was bound to theme 1 Right Support, Right Time already',
    );
    expect(unbound.message.title).toBe('“Theme 1 Right Support, Right Time” is unbound');
    expect(listed.map(({ name }) => name)).toEqual(['General', 'Right Support']);
    expect(bound.message.title).toBe('This channel is bound to theme 1 Right Support, Right Time');
    expect(await world.record.channelBindings.list()).toHaveLength(3);
  });

  it('binds a workstream’s channel and the office’s own', async () => {
    const { world } = parts;

    const office = await inChannel(world, 'admin channel bind office');
    const again = await inChannel(world, 'admin channel office');

    expect(office.message.title).toBe('This channel is bound to the programme office');
    expect(again.message.title).toBe('This channel was bound to the programme office already');
    expect(
      (await world.record.channelBindings.list()).find(({ purpose }) => purpose === 'office'),
    ).toMatchObject({ themeId: null, name: 'Programme office', channelId: 'C0RIGHT' });
  });

  it('turns the weekly digest on and off, also by the channel’s name', async () => {
    const { world } = parts;
    await inChannel(world, 'admin channel bind theme 1 as here');

    const here = await inChannel(world, 'admin channel always on');
    const named = await world.pap(BEN, 'admin channel always on #right support');
    const off = await inChannel(world, 'admin channel always off');

    expect(here.message.title).toBe('“here” gets its digest every week');
    expect(named.message.title).toBe('“Right Support” gets its digest every week');
    expect(off.message.title).toBe('“here” gets its digest when there is news');
    expect(
      (await world.record.channelBindings.list()).map(({ name, alwaysPost }) => [name, alwaysPost]),
    ).toEqual([
      ['General', false],
      ['here', false],
      ['Right Support', true],
    ]);
  });

  it('refuses to bind where there is no channel, and says where to type it', async () => {
    const { world } = parts;

    const terminal = await world.pap(BEN, 'admin channel bind theme 1');
    const direct = await inChannel(world, 'admin channel bind theme 1', {
      conversation: { kind: 'personal', id: 'D0BEN' },
    });

    for (const reply of [terminal, direct]) {
      expect(reply).toMatchObject({ outcome: 'refused', code: 'needs-channel' });
      expect(paragraphsOf(reply.message)[0]).toContain('/pap admin channel bind theme 1');
    }
    expect(await world.record.channelBindings.list()).toHaveLength(2);
  });

  it.each([
    ['admin channel bind', 'usage'],
    ['admin channel bind theme 9', 'unknown-theme'],
    ['admin channel unbind', 'unknown-channel'],
    ['admin channel unbind nowhere', 'unknown-channel'],
    ['admin channel always', 'usage'],
    ['admin channel rename', 'usage'],
    ['admin channel bind theme 1 as 943 476 5919', 'personal-data'],
  ])('refuses in a channel: %s as %s', async (line, code) => {
    const { world } = parts;

    const reply = await inChannel(world, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await world.record.channelBindings.list()).toHaveLength(2);
    expect(await world.record.audit.list(1)).toEqual([]);
  });

  it.each([
    'admin channel',
    'admin channel unbind Right Support',
    'admin channel always on General',
  ])('is the programme office’s alone: %s', async (line) => {
    const { world } = parts;

    expect((await world.pap(ASHA, line)).code).toBe('not-permitted');
    expect(await world.record.channelBindings.list()).toHaveLength(2);
  });

  itIsClosedToOutsiders('admin channel unbind Right Support', () => parts);
});
