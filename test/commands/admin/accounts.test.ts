// `/pap admin people link|unlink|prefer`: one account of somebody who may have several.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../src/core/request/app/chat-ports.ts';
import { findAccounts } from '../../../src/people/accounts/app/find-accounts.ts';
import { ASHA, BEN, CERYS } from '../../support/world/cast.ts';
import { buttonOf, factsOf } from '../../support/world/message-parts.ts';
import { describePlan } from '../../support/world/plan-suite.ts';
import {
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
  textOf,
} from '../../support/world/plan-world.ts';

const SLACK = { platform: 'slack', tenantId: SLACK_TEAM } as const;

describePlan('admin people, one account', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin people ${line}`);
  const accountsOf = async (email: string) => {
    const { record } = parts.world;
    const details = await record.people.details(await parts.world.personId(email));
    return (details?.accounts ?? []).map(({ platform, userId }) =>
      platform === 'slack' ? userId : platform,
    );
  };
  /** Asha has one account in Teams, and these in Slack. */
  async function linkInSlack(...userIds: readonly string[]): Promise<void> {
    const { world } = parts;
    const asha = await world.personId(ASHA);
    for (const [hour, userId] of userIds.entries())
      await world.record.people.linkAccount(
        asha,
        { ...SLACK, userId },
        Temporal.Instant.from('2024-06-01T09:00Z').add({ hours: hour }),
      );
  }
  const told = () =>
    parts.world.sent.map(({ platform, target, message }) => [
      platform === 'slack' && target.kind === 'person' ? target.userId : platform,
      message.title,
    ]);

  it('links one, asked once, and tells them on an account that works', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 1);

    const question = await office('link @asha slack U0ASHA001');
    const before = await accountsOf(ASHA);
    const button = buttonOf(question.message, 'Confirm');
    const done = await world.pap(BEN, button.line);
    await world.deliver();

    expect(question.message.title).toBe(
      'Does the account U0ASHA001 in Slack speak for Asha Example?',
    );
    expect(before).toEqual(['teams']);
    expect(done.outcome).toBe('done');
    expect(await accountsOf(ASHA)).toEqual(['teams', 'U0ASHA001']);
    expect(told()).toEqual([['teams', 'An account in Slack was linked to you']]);
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'account-linked',
      summary: 'An account in Slack was linked to Asha Example',
    });
  });

  it('links no account that speaks for somebody else, and says for whom', async () => {
    await linkInSlack('U0ASHA001');

    const reply = await office('link confirm @ella slack U0ASHA001');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(textOf(reply)).toContain(
      'speaks for Asha Example. Unlink it there first: “admin people unlink owner@example.org slack U0ASHA001”',
    );
    expect((await office('link confirm @asha slack U0ASHA001')).code).toBe('nothing-to-do');
  });

  it('asks which one is to be taken away, and takes that one', async () => {
    await linkInSlack('U0ASHA001', 'U0ASHA002');

    const question = await office('unlink @asha slack');
    await parts.world.pap(BEN, buttonOf(question.message, 'U0ASHA001').line);

    expect(question.message.title).toBe('Which account of Asha Example in Slack?');
    expect(await accountsOf(ASHA)).toEqual(['U0ASHA002', 'teams']);
    expect(factsOf((await office('@asha')).message)['Linked accounts']).toMatch(
      /^Slack U0ASHA002, Teams /,
    );
  });

  it('does not look for what the office took away, until the address is another one', async () => {
    const { world } = parts;
    const looked: string[] = [];
    const finder = {
      platform: 'teams' as const,
      async *find(_tenant: string, emails: readonly string[]) {
        for (const email of emails) {
          looked.push(email);
          yield { email, accounts: [] };
        }
      },
    };
    const look = async () =>
      await findAccounts(world.record, await world.clock.now(), {
        ...{ finders: [finder], log: world.log },
      });
    await office('unlink @asha teams');
    await look();
    world.at('2024-07-03T10:00');
    await look();
    await office('change @asha e-mail asha@trust.example');
    await look();

    expect(looked).toEqual(['asha@trust.example']);
  });

  it('prefers one, tells them there, and goes to another when it fails', async () => {
    const { world, harness } = parts;
    await linkInSlack('U0ASHA001', 'U0ASHA002');

    const reply = await office('prefer @asha slack U0ASHA002');
    await world.deliver();
    await harness.prisma.platformAccount.updateMany({
      where: { userId: 'U0ASHA002' },
      data: { unreachableSince: new Date('2024-07-01T08:00:00Z'), unreachableCode: 'gone' },
    });
    await office('role @asha viewer');
    await world.deliver();

    expect(reply.message.title).toBe('Messages to Asha Example go to Slack');
    expect(told()).toEqual([
      ['U0ASHA002', 'Messages come to you in Slack from now on'],
      ['U0ASHA001', 'Your role: viewer'],
    ]);
  });

  it.each([
    ['link @asha slack', 'usage'],
    ['link @asha slack hello', 'usage'],
    ['link @asha slack U0ASHA001 in T0NOWHERE', 'usage'],
    ['link @nobody slack U0ASHA001', 'unknown-person'],
    ['unlink @asha slack U0ASHA009', 'nothing-to-do'],
    ['prefer @asha', 'usage'],
    ['prefer @asha slack', 'nothing-to-do'],
  ])('refuses %j as %s and changes nothing', async (line, code) => {
    const before = await parts.world.footprint();

    expect(await office(line)).toMatchObject({ outcome: 'refused', code });
    expect(await parts.world.footprint()).toEqual(before);
    expect(await accountsOf(ASHA)).toEqual(['teams']);
  });

  it.each(['link confirm @cerys slack U0CERYS01', 'unlink @asha teams', 'prefer @asha teams'])(
    'is the office’s alone: %s',
    async (line) => {
      const reply = await parts.world.pap(CERYS, `admin people ${line}`);

      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
      expect(await accountsOf(ASHA)).toEqual(['teams']);
    },
  );
});

describePlan('admin people link, where a platform can be asked', (parts) => {
  const SAM = 'a1a1a1a1-0000-4000-8000-000000000001';
  const TRUST = 'b2b2b2b2-0000-4000-8000-000000000002';
  const outsider: DirectoryEntry = {
    ...({ email: 'sam@trust.example', kind: 'guest', active: true } as const),
    guest: { kind: 'other_organisation', name: 'Sam', outsideTenantId: TRUST },
  };

  async function link(entry: DirectoryEntry | null) {
    const { world } = parts;
    const directory = { platform: 'teams', lookUp: async () => entry } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const line = `admin people link confirm @ella teams ${SAM} in ${TEAMS_TENANT}`;
    const reply = await handle(terminalInbound(BEN, line));
    if (!reply) throw new Error('nothing was answered');
    return reply;
  }
  const linked = () => parts.harness.prisma.platformAccount.findMany({ where: { userId: SAM } });

  it.each<[string, DirectoryEntry | null, string]>([
    ['unknown', null, 'is unknown there'],
    ['closed', { email: null, kind: 'member', active: false }, 'is closed'],
    ['a bot’s', { email: null, kind: 'bot', active: true }, 'is a bot’s'],
    ['of an organisation that is not allowed', outsider, `admin people allow teams ${TRUST}`],
  ])('links no account that is %s', async (_, entry, words) => {
    const reply = await link(entry);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(textOf(reply)).toContain(words);
    expect(await linked()).toEqual([]);
  });

  it('links one of an allowed organisation, and keeps whose it is', async () => {
    await parts.world.pap(
      BEN,
      `admin people allow teams ${TRUST} "Example Trust" because their leads own two objectives`,
    );

    const reply = await link(outsider);

    expect(reply.outcome).toBe('done');
    expect(await linked()).toMatchObject([{ outsideTenantId: TRUST }]);
  });
});
