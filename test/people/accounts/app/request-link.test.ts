// Somebody whom the platform links to nobody says who they are; the programme office decides.

import { expect, it } from 'vitest';
import type {
  AccountDirectory,
  DirectoryEntry,
} from '../../../../src/core/request/app/chat-ports.ts';
import type { Inbound } from '../../../../src/core/request/app/inbound.ts';
import { BEN } from '../../../support/world/cast.ts';
import { buttonsOf, factsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { OTHER_TEAM } from '../../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import {
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
  textOf,
} from '../../../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../../../support/world/told.ts';

const CLAIM = 'link I am Sam Reed from the NHS trust';
const MEMBER: DirectoryEntry = { email: 'sam@nhs.example', kind: 'member', active: true };
const UNKNOWN = 'I don’t know who you are on the plan';

describePlanOnBoth('request to be linked', (parts) => {
  async function ask(
    line: string,
    entry: DirectoryEntry | null = MEMBER,
    more: Partial<Inbound> = {},
  ) {
    const directory: AccountDirectory = { platform: 'slack', lookUp: async () => entry };
    const handle = parts.world.dispatcher({ directories: [directory] });
    const inbound = terminalInbound('', line, {
      ...{ platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAMREED' },
      ...more,
    });
    const reply = await handle(inbound);
    if (!reply) throw new Error('the request was held to be a repeat');
    return reply;
  }
  const requests = () => parts.harness.prisma.linkRequest.findMany({ orderBy: { number: 'asc' } });

  it('tells who is not linked to type link and who they are', async () => {
    const reply = await ask('mine');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    expect(paragraphsOf(reply.message).at(-1)).toBe(
      'Or type it with who you are, for example /pap link I am Sam Reed from the NHS trust, and the programme office is asked to link you.',
    );
  });

  it('passes it on, and gives the programme office what it needs to decide', async () => {
    const reply = await ask(CLAIM);
    const told = await deliverNow(parts);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Your request has been passed on');
    expect(titlesOf(told)).toEqual([[BEN, 'An account in Slack asks to be linked']]);
    expect(paragraphsOf(told[0]?.[1] ?? reply.message)).toEqual([
      'Request 1 · Slack · Mon 1 July 2024, 09:45. They say:',
      'I am Sam Reed from the NHS trust',
      'To link it: /pap admin people link 1 @name',
      'Slack vouches for sam@nhs.example, which is nobody’s on the plan. Make sure that it is theirs before you link it.',
    ]);
    expect(buttonsOf(told[0]?.[1] ?? reply.message).map(({ line }) => line)).toEqual([
      'admin people refuse 1',
    ]);
  });

  it('lets nothing else through, before and after', async () => {
    await ask(CLAIM);

    const replies = [await ask('mine'), await ask('show 2B:2'), await ask('link')];

    expect(replies.map(({ message }) => message.title)).toEqual(Array(3).fill(UNKNOWN));
    expect(replies.map(textOf).join()).not.toMatch(/Asha|Named workers/);
  });

  it('suggests whoever is named, and links by one press', async () => {
    const { world } = parts;
    await ask('link this is Ella Example, NHS, my other account');
    const [, message] = (await deliverNow(parts))[0] ?? [];
    const [link] = message ? buttonsOf(message) : [];

    // Accounts are listed as they were linked, and the other one is from the hour at which the plan was loaded.
    world.at('2024-07-01T09:46');
    const approved = await world.pap(BEN, link?.line ?? '');
    const whoami = await ask('whoami');

    expect(link).toMatchObject({ label: 'Link to Ella Example' });
    expect(approved.message.title).toBe('Request 1 is approved');
    expect(whoami.message.title).toBe('You are Ella Example');
    expect(factsOf(whoami.message)['Linked accounts']).toBe('Teams, Slack');
    expect(titlesOf(await deliverNow(parts))).toEqual([
      ['deputy@example.org', 'An account in Slack was linked to you'],
    ]);
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'account-linked',
      summary: 'An account in Slack was linked to Ella Example (request 1)',
      author: 'Ben Example',
    });
  });

  it('keeps one open request an account, also when two come at once', async () => {
    const both = await Promise.all([ask(CLAIM), ask(CLAIM)]);
    const third = await ask('link I am somebody else');

    expect(both.map(({ message }) => message.title).sort()).toEqual([
      'Your request has been passed on',
      'Your request waits for an answer',
    ]);
    expect(third.message.title).toBe('Your request waits for an answer');
    expect(await requests()).toHaveLength(1);
  });

  it('can be asked again after it was refused', async () => {
    const { world } = parts;
    await ask(CLAIM);

    const refused = await world.pap(BEN, 'admin people refuse 1');
    const again = await ask(CLAIM);
    const late = await world.pap(BEN, 'admin people link 1 @ella');

    expect(refused.message.title).toBe('Request 1 is refused');
    expect(again.message.title).toBe('Your request has been passed on');
    expect(late.code).toBe('agreement-over');
    expect((await requests()).map(({ state }) => state)).toEqual(['refused', 'open']);
  });

  it.each<[what: string, entry: DirectoryEntry | null, words: string]>([
    ['a guest', { ...MEMBER, kind: 'guest' }, 'Guest accounts are not linked'],
    ['a bot', { ...MEMBER, kind: 'bot' }, 'Bots have no part in the plan'],
    ['a deactivated account', { ...MEMBER, active: false }, 'Your account is deactivated'],
    ['an account that nobody knows', null, 'not that of anybody on the plan'],
  ])('refuses %s with its reason', async (_what, entry, words) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await ask(CLAIM, entry);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    expect(textOf(reply)).toContain(words);
    expect(await requests()).toEqual([]);
    expect(await world.footprint()).toEqual(before);
  });

  it('takes the request of a member whose address is not shown', async () => {
    const reply = await ask(CLAIM, { ...MEMBER, email: null });
    const told = await deliverNow(parts);

    expect(reply.outcome).toBe('done');
    expect(told[0] && paragraphsOf(told[0][1]).at(-1)).toContain('Slack shows no e-mail address');
  });

  it('is closed to other workspaces and to the terminal', async () => {
    const { world } = parts;

    const other = await ask(CLAIM, MEMBER, { tenantId: 'T0NOBODY' });
    const known = await ask(CLAIM, MEMBER, { tenantId: OTHER_TEAM });
    const terminal = await world.pap('stranger@example.org', CLAIM);

    expect([other.code, known.outcome, terminal.code]).toEqual([
      'not-linked',
      'done',
      'not-linked',
    ]);
    const { id: partnershipId } = world.partnership;
    expect((await requests()).filter((one) => one.partnershipId === partnershipId)).toEqual([]);
  });

  it.each([
    ['link I am Sam Reed, NHS number 943 476 5919', 'personal-data'],
    ['link call me on 07700 900123', 'personal-data'],
    ['link write to owner@example.org', 'personal-data'],
    [`link ${'I am Sam '.repeat(40)}`, 'note-too-long'],
  ])('guards what is said: %s', async (line, code) => {
    const reply = await ask(line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await requests()).toEqual([]);
  });

  it('does nothing more when the platform repeats the request', async () => {
    await ask(CLAIM, MEMBER, { requestId: 'test:link' });

    await expect(ask(CLAIM, MEMBER, { requestId: 'test:link' })).rejects.toThrow('repeat');

    expect(await requests()).toHaveLength(1);
  });

  it('knows the accounts of one person on both platforms as one person', async () => {
    const { world } = parts;
    const vouched: DirectoryEntry = { ...MEMBER, email: 'owner@example.org' };
    // The account in Teams is the older one.
    world.at('2024-07-01T10:05');
    await ask('update 2B:2 amber 14 of 20 trained', vouched);

    const teams = await world.handle(
      terminalInbound('', 'whoami', {
        ...{ platform: 'teams', tenantId: TEAMS_TENANT },
        userId: '00000000-0000-4000-8000-000000000020',
      }),
    );

    expect(teams?.message.title).toBe('You are Asha Example');
    expect(teams && factsOf(teams.message)['Linked accounts']).toBe('Teams, Slack');
    const { id } = await world.objective('2B:2');
    expect((await world.record.objectives.history(id, 1))[0]?.author?.name).toBe('Asha Example');
  });
});
