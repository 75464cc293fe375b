// A guest's first word asks the programme office who they are, with a card that one press answers.

import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { keepSchedule } from '../../../../src/control/privacy/app/keep-schedule.ts';
import type { DirectoryEntry } from '../../../../src/core/request/app/chat-ports.ts';
import type { Inbound } from '../../../../src/core/request/app/inbound.ts';
import type { GuestKind, Platform } from '../../../../src/core/request/domain/platform.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { buttonsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import {
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
  textOf,
} from '../../../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../../../support/world/told.ts';

const ELLA = 'deputy@example.org';
const TITLE = 'You’re a guest here, so I need to check who you are';

function guest(
  kind: GuestKind,
  email: string | null = ELLA,
  name: string | null = 'Vic Visitor',
): DirectoryEntry {
  return { email, kind: 'guest', active: true, guest: { kind, name } };
}

describePlanOnBoth('a guest’s first word', (parts) => {
  async function say(
    line: string,
    entry: DirectoryEntry = guest('one_channel'),
    { platform = 'slack', ...more }: Partial<Inbound> & { platform?: Platform } = {},
  ) {
    const directory = { platform, lookUp: async () => entry };
    const handle = parts.world.dispatcher({ directories: [directory] });
    const tenantId = platform === 'slack' ? SLACK_TEAM : TEAMS_TENANT;
    const reply = await handle(
      terminalInbound('', line, { platform, tenantId, userId: 'U0GUEST', ...more }),
    );
    if (!reply) throw new Error('nothing was answered');
    return reply;
  }
  const requests = () => parts.harness.prisma.linkRequest.findMany({ orderBy: { number: 'asc' } });
  const accounts = () =>
    parts.harness.prisma.platformAccount.count({ where: { userId: 'U0GUEST' } });

  it('is not done, and gives the office who it is, which kind, and whose address it is', async () => {
    const reply = await say('update 2B:2 green all trained');
    const told = await deliverNow(parts);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked', audience: 'private' });
    expect(reply.message.title).toBe(TITLE);
    expect(paragraphsOf(reply.message)).toEqual([
      'I’ve asked your programme office to confirm it (request 1). Nothing was shown or changed.',
      'Once they have answered, /pap mine works here.',
    ]);
    expect(titlesOf(told)).toEqual([[BEN, 'A guest in Slack wrote to PAP']]);
    const [, card] = told[0] ?? [];
    expect(card && paragraphsOf(card)).toEqual([
      'Vic Visitor (deputy@example.org), a guest in one channel',
      'Request 1 · Mon 1 July 2024, 09:45',
      'The plan has this address for Ella Example, Example NHS. Is it them? Once linked, they can do here what the plan lets them do.',
    ]);
    expect(card && buttonsOf(card).map(({ label, line }) => [label, line])).toEqual([
      ['Link to Ella Example', 'admin people link 1 deputy@example.org'],
      ['Refuse', 'admin people refuse 1'],
    ]);
    // What they wrote is nobody's to pass on.
    expect(JSON.stringify([told, await requests()])).not.toContain('all trained');
  });

  it('shows the office whose further address it is', async () => {
    await parts.world.pap(BEN, `admin people address @ella ella@trust.example`);
    await deliverNow(parts);

    await say('mine', guest('tenant_guest', 'ella@trust.example'));
    const [, card] = (await deliverNow(parts))[0] ?? [];

    expect(card && buttonsOf(card)[0]?.label).toBe('Link to Ella Example');
  });

  it.each<[Platform, GuestKind, string]>([
    ['slack', 'several_channels', 'A guest in Slack wrote to PAP'],
    ['slack', 'one_channel', 'A guest in Slack wrote to PAP'],
    ['teams', 'tenant_guest', 'A guest in Teams wrote to PAP'],
  ])('links by one press, audited, in %s as %s', async (platform, kind, title) => {
    const { world } = parts;
    await say('mine', guest(kind), { platform });
    const [, card] = (await deliverNow(parts)).find(([, message]) => message.title === title) ?? [];
    const [link] = card ? buttonsOf(card) : [];

    const approved = await world.pap(BEN, link?.line ?? '');
    const whoami = await say('whoami', guest(kind), { platform });

    expect(approved.message.title).toBe('Request 1 is approved');
    expect(whoami.message.title).toBe('You are Ella Example');
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'account-linked',
      summary: expect.stringMatching(/^An account in \w+, a guest .*, was linked to Ella Example/),
      author: 'Ben Example',
    });
  });

  it('is asked about once, however much they write, also when two come at once', async () => {
    const both = await Promise.all([say('mine'), say('help')]);
    const third = await say('show 2B:2');

    expect(both.map(({ message }) => message.title)).toEqual([TITLE, TITLE]);
    expect(textOf(third)).toContain('hasn’t answered request 1 yet');
    expect(await requests()).toHaveLength(1);
    expect(await deliverNow(parts)).toHaveLength(1);
  });

  it('answers another press, an old card and a person without the right, and links nobody by them', async () => {
    const { world } = parts;
    await say('mine');
    const forbidden = await world.pap(ASHA, `admin people link 1 ${ELLA}`);
    world.at('2024-08-02T09:45');
    const expired = await world.pap(BEN, `admin people link 1 ${ELLA}`);
    expect(await accounts()).toBe(0);
    const listed = await world.pap(BEN, 'admin people requests');

    const again = await say('mine');
    const linked = await world.pap(BEN, `admin people link 2 ${ELLA}`);
    const twice = await world.pap(BEN, `admin people link 2 ${ELLA}`);
    const late = await world.pap(BEN, 'admin people refuse 2');

    expect(forbidden.code).toBe('not-permitted');
    expect(expired).toMatchObject({ outcome: 'refused', code: 'link-request-expired' });
    expect(listed.message.title).toBe('Requests to be linked: 0');
    expect(textOf(again)).toContain('request 2');
    expect(linked.outcome).toBe('done');
    expect([twice.code, late.code]).toEqual(['agreement-over', 'agreement-over']);
    expect(await accounts()).toBe(1);
  });

  it('stays refused until they say who they are', async () => {
    const { world } = parts;
    await say('mine');
    await deliverNow(parts);
    await world.pap(BEN, 'admin people refuse 1');

    const refused = await say('mine');
    const claimed = await say('link I am Vic Visitor from the school');
    const told = await deliverNow(parts);

    expect(textOf(refused)).toContain('didn’t link your account (request 1)');
    expect(textOf(refused)).toContain('/pap link I am Sam Reed');
    expect(claimed).toMatchObject({ outcome: 'done' });
    const [, card] = told[0] ?? [];
    expect(card && paragraphsOf(card).join('\n')).toContain('They say: I am Vic Visitor');
  });

  it.each([
    [
      guest('several_channels', 'new@school.example'),
      'Nobody on the plan has this address. If you know who it is: /pap admin people link 1 @name',
    ],
    [
      guest('tenant_guest', null, null),
      'Check who it is before you link them: /pap admin people link 1 @name',
    ],
  ])('says what the office has to go on: %j', async (entry, words) => {
    await say('mine', entry);
    const [, card] = (await deliverNow(parts))[0] ?? [];

    expect(card && paragraphsOf(card).at(-1)).toBe(words);
    expect(card && buttonsOf(card).map(({ label }) => label)).toEqual(['Refuse']);
  });

  it('asks nothing about a guest who is closed, or who only opened PAP', async () => {
    const closed = await say('mine', { ...guest('one_channel'), active: false });
    const opened = await say('help', guest('one_channel'), { isOpening: true });

    expect([closed.code, opened.code]).toEqual(['not-linked', 'not-linked']);
    expect(await requests()).toEqual([]);
  });

  it('is forgotten with what the platform said, once the time that is kept is over', async () => {
    const { world } = parts;
    await say('mine');
    await world.pap(BEN, 'admin retention set link-requests 1 year');
    const later = Temporal.Instant.from('2026-01-02T09:00:00Z');
    await keepSchedule(world.record, world.partnership, later);

    expect(await requests()).toMatchObject([{ shownName: null, vouchedEmail: null }]);
  });
});
