// Who or what cannot be reached: marked, the right people told once, the message taken elsewhere where there is
// another way, and nothing sent there until somebody is heard from again.
import { expect, it } from 'vitest';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { DeliveryError, type Gone } from '../../../../src/core/outbox/app/delivery-error.ts';
import type { MessageSender } from '../../../../src/core/request/app/chat-ports.ts';
import { newNotification } from '../../../support/world/builders.ts';
import {
  deliverOnce,
  linkAshaInSlack,
  queueForAsha,
  senderLike,
} from '../../../support/world/delivery-world.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { SLACK_TEAM, terminalInbound } from '../../../support/world/plan-world.ts';

const ASHA_IN_TEAMS = '00000000-0000-4000-8000-000000000020';

function gone(what: Gone, code: string): Partial<MessageSender> {
  return { send: () => Promise.reject(new DeliveryError('never', code, { gone: what })) };
}

describePlanOnBoth('who cannot be reached', (parts) => {
  const row = (id: string) => parts.harness.prisma.notification.findFirstOrThrow({ where: { id } });
  const teamsWithout = (what: Gone, code: string) =>
    senderLike(parts.world, 'teams', gone(what, code));

  /** What the office is told: title and text of each notice that is queued. */
  async function notices(): Promise<string[]> {
    const rows = await parts.harness.prisma.notification.findMany({
      where: { kind: 'notice' },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(({ payload }) =>
      plainText((payload as unknown as { message: Parameters<typeof plainText>[0] }).message),
    );
  }

  it('writes to the person on the other platform at once, in the same row', async () => {
    const { world } = parts;
    await linkAshaInSlack(parts);
    const id = await queueForAsha(parts);
    const senders = [
      teamsWithout('person', 'ConversationBlockedByUser'),
      senderLike(world, 'slack'),
    ];

    expect(await deliverOnce(parts, id, { senders })).toBe(0);
    expect(await deliverOnce(parts, id, { senders })).toBeNull();

    expect(world.sent.map(({ platform }) => platform)).toEqual(['slack']);
    expect(await row(id)).toMatchObject({ state: 'sent', sentVia: 'slack', attempts: 2 });
    expect(await notices()).toEqual([]);
  });

  it('tells the office the same day, once, and what they own, when there is no other way', async () => {
    const { world } = parts;
    const senders = [teamsWithout('person', 'BotNotInConversationRoster')];
    const [first, second] = [await queueForAsha(parts), await queueForAsha(parts)];

    expect(await deliverOnce(parts, first, { senders })).toBeNull();
    expect(await deliverOnce(parts, second, { senders })).toBeNull();

    expect(await row(first)).toMatchObject({
      state: 'dead',
      lastError: 'BotNotInConversationRoster',
    });
    expect(await row(second)).toMatchObject({
      state: 'dead',
      lastError: 'person-unreachable',
      attempts: 0,
    });
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(
      'Asha Example cannot be reached in Teams since Mon 1 July 2024, 09:45',
    );
    expect(told[0]).toMatch(/They own .*2B:2.*: as good as vacant/);
    expect(world.sent).toEqual([]);
  });

  it('writes to them again once they have been heard from', async () => {
    const { world, harness } = parts;
    const senders = [teamsWithout('person', 'ConversationBlockedByUser')];
    await deliverOnce(parts, await queueForAsha(parts), { senders });
    const [account] =
      (await world.record.people.details(await world.personId('owner@example.org')))?.accounts ??
      [];

    await world.pap(ASHA_IN_TEAMS, 'mine', {
      platform: 'teams',
      tenantId: account?.tenantId ?? '',
    });
    const id = await queueForAsha(parts);
    await deliverOnce(parts, id, { senders: [senderLike(world, 'teams')] });

    expect(account?.unreachableSince?.toString()).toBe('2024-07-01T08:45:00Z');
    expect(await row(id)).toMatchObject({ state: 'sent' });
    expect(
      await harness.prisma.platformAccount.count({ where: { unreachableSince: { not: null } } }),
    ).toBe(0);
  });

  it('tries a channel that was gone again, tells the office once, and knows when it is back', async () => {
    const { world, harness } = parts;
    const channelBindingId = await world.bindChannel('slack', 1, { name: 'right-support' });
    const toChannel = () => newNotification('', { target: { channelBindingId } });
    await world.record.notifications.enqueue([toChannel(), toChannel()]);
    const [first, second] = await harness.prisma.notification.findMany();
    const senders = [senderLike(world, 'slack', gone('channel', 'is_archived'))];

    await deliverOnce(parts, first?.id ?? '', { senders });
    await deliverOnce(parts, second?.id ?? '', { senders });

    expect(await row(first?.id ?? '')).toMatchObject({ state: 'dead', lastError: 'is_archived' });
    expect(await row(second?.id ?? '')).toMatchObject({ state: 'dead', lastError: 'is_archived' });
    expect((await world.record.channels.find(channelBindingId))?.takesPosts).toBe(false);
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('The channel “right-support” cannot be reached');
    expect(told[0]).toContain('the Slack channel is archived (is_archived)');
    const third = toChannel();
    await world.record.notifications.enqueue([third]);
    const again = await harness.prisma.notification.findFirstOrThrow({
      where: { dedupeKey: third.dedupeKey },
    });
    await deliverOnce(parts, again.id, { senders: [senderLike(world, 'slack')] });
    expect(await row(again.id)).toMatchObject({ state: 'sent' });
    expect((await world.record.channels.find(channelBindingId))?.takesPosts).toBe(true);
  });

  it('takes a Slack channel for reachable again once it is heard from', async () => {
    const { world } = parts;
    const id = await world.bindChannel('slack', 1, { channelId: 'C0RIGHT00' });
    const place = { platform: 'slack', tenantId: SLACK_TEAM, channelId: 'C0RIGHT00' } as const;
    await world.record.channels.markUnreachable(place, 'is_archived', await world.clock.now());
    const before = await world.record.channels.find(id);

    await world.handle(
      terminalInbound('U0STRANGER', 'help', {
        ...{ platform: 'slack', tenantId: SLACK_TEAM },
        conversation: { kind: 'channel', id: 'C0RIGHT00' },
      }),
    );

    expect(before?.unreachableSince).not.toBeNull();
    expect((await world.record.channels.find(id))?.unreachableSince).toBeNull();
  });

  it('holds a channel of a platform that is not connected for no gone channel', async () => {
    const { world, harness } = parts;
    const channelBindingId = await world.bindChannel('slack', 1, { name: 'right-support' });
    await world.record.notifications.enqueue([
      newNotification('', { target: { channelBindingId } }),
    ]);
    const { id } = await harness.prisma.notification.findFirstOrThrow();

    await deliverOnce(parts, id, { senders: [senderLike(world, 'teams')] });

    expect(await row(id)).toMatchObject({ state: 'dead', lastError: 'platform-not-connected' });
    expect(await world.record.channels.find(channelBindingId)).toMatchObject({
      unreachableSince: null,
    });
    expect(await notices()).toEqual([]);
  });

  it('stops a platform that will not have the bot, and burns no message', async () => {
    const { world } = parts;
    await linkAshaInSlack(parts);
    const [first, second] = [await queueForAsha(parts), await queueForAsha(parts)];
    const senders = [teamsWithout('app', 'BotDisabledByAdmin'), senderLike(world, 'slack')];

    const waits = [
      await deliverOnce(parts, first, { senders }),
      await deliverOnce(parts, second, { senders }),
    ];

    expect(waits[0]).toBe(900_000);
    expect(waits[1]).toBeGreaterThan(890_000);
    expect(await row(first)).toMatchObject({
      state: 'queued',
      attempts: 0,
      lastError: 'BotDisabledByAdmin',
    });
    expect(await row(second)).toMatchObject({ state: 'queued', attempts: 0 });
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Teams does not accept the bot');
    expect(
      await parts.harness.prisma.notification.findFirst({ where: { kind: 'notice' } }),
    ).toMatchObject({
      payload: { rather: 'slack' },
    });
  });

  it('lets nothing pass for as long as the platform asked, in any process', async () => {
    const [first, second] = [await queueForAsha(parts), await queueForAsha(parts)];
    const tooFast = new DeliveryError('not-sent', 'ratelimited', { retryAfterMs: 30_000 });
    const senders = [senderLike(parts.world, 'teams', { send: () => Promise.reject(tooFast) })];

    await deliverOnce(parts, first, { senders });
    const wait = await deliverOnce(parts, second, { senders: [senderLike(parts.world, 'teams')] });

    expect(wait).toBeGreaterThan(25_000);
    expect(await row(second)).toMatchObject({ state: 'queued', attempts: 0 });
  });
});
