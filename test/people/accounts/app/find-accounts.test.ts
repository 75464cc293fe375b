// Looking for those who have never written: what is certain is linked, and what is not is kept for the office.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { noticeTo } from '../../../../src/core/outbox/app/notice.ts';
import { createConversations } from '../../../../src/core/outbox/db/conversations.ts';
import {
  type AccountFinder,
  FinderStopped,
  type Found,
} from '../../../../src/core/request/app/chat-ports.ts';
import { findAccounts, lookAgain } from '../../../../src/people/accounts/app/find-accounts.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { SLACK_TEAM, TEAMS_TENANT } from '../../../support/world/plan-world.ts';

const SAM = 'sam@nhs.example';
type Account = Found['accounts'][number];

const account = (userId: string, changes: Partial<Account> = {}): Account => ({
  ...{ userId, email: SAM, kind: 'member', active: true },
  ...changes,
});

describePlanOnBoth('find accounts', (parts) => {
  /** A workspace where these accounts are, by address; what it was asked for is kept. */
  function finderOf(
    known: Readonly<Record<string, readonly Account[]>>,
    platform: 'slack' | 'teams' = 'slack',
  ) {
    const asked: string[] = [];
    const finder: AccountFinder = {
      platform,
      async *find(tenantId, emails) {
        if (tenantId !== (platform === 'slack' ? SLACK_TEAM : TEAMS_TENANT)) return;
        for (const email of emails) {
          asked.push(email);
          yield { email, accounts: known[email] ?? [] };
        }
      },
    };
    return { finder, asked };
  }

  async function look(...finders: readonly AccountFinder[]) {
    const { record, clock, log } = parts.world;
    return await findAccounts(record, await clock.now(), { finders, log });
  }

  async function addSam(): Promise<string> {
    await parts.world.pap(BEN, `admin people add “Sam Reed” ${SAM} example nhs`);
    return await parts.world.personId(SAM);
  }

  const searches = async () =>
    (await parts.world.record.accountSearches.list()).map(({ platform, outcome }) => [
      platform,
      outcome,
    ]);

  it('links who is found, says how and when, and sends nothing', async () => {
    const { world, harness } = parts;
    const sam = await addSam();
    const before = await world.footprint();
    const { finder, asked } = finderOf({ [SAM]: [account('U0SAM')] });

    const outcome = await look(finder);

    expect(outcome).toEqual({ looked: 1, linked: 1 });
    expect(asked).toEqual([SAM]);
    const [linked] = await harness.prisma.platformAccount.findMany({ where: { personId: sam } });
    expect(linked).toMatchObject({
      ...{ platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM', linkedHow: 'found' },
      linkedAt: new Date('2024-07-01T08:45:00Z'),
    });
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'account-found',
      author: null,
      summary: 'Sam Reed: an account in Slack has their address on the plan, and was linked',
    });
    expect(await world.footprint()).toEqual(before);
  });

  it('reaches them then, who could not be reached before', async () => {
    const sam = await addSam();
    const before = await parts.world.record.people.reachable();

    await look(finderOf({ [SAM]: [account('U0SAM')] }).finder);

    expect([before.has(sam), (await parts.world.record.people.reachable()).has(sam)]).toEqual([
      false,
      true,
    ]);
  });

  it('sends what could not reach them before, once and as far as it is still to be said', async () => {
    const { world } = parts;
    const sam = await addSam();
    const context = { now: await world.clock.now(), partnership: world.partnership };
    await world.record.notifications.enqueue([
      noticeTo(sam, 'told', { title: 'A role', blocks: [] }, context),
    ]);
    await world.deliver();
    const died = (await world.record.notifications.listFor(sam, 9)).map(({ state }) => state);

    await look(finderOf({ [SAM]: [account('U0SAM')] }).finder);
    await world.deliver();
    await look(finderOf({ [SAM]: [account('U0SAM')] }).finder);
    await world.deliver();

    expect(died).toEqual(['dead']);
    expect(
      world.sent.filter(({ target }) => target.kind === 'person' && target.userId === 'U0SAM'),
    ).toMatchObject([{ platform: 'slack', message: { title: 'A role' } }]);
  });

  it.each([
    ['nobody', [], 'unknown'],
    ['a guest', [account('U0SAM', { kind: 'guest' })], 'guest'],
    ['a closed account', [account('U0SAM', { active: false })], 'closed'],
    ['two accounts', [account('U0SAM'), account('U0SAM2')], 'several'],
  ])('links nothing for %s', async (_, accounts, outcome) => {
    const sam = await addSam();

    await look(finderOf({ [SAM]: accounts }).finder);

    expect(await searches()).toEqual([['slack', outcome]]);
    expect((await parts.world.record.people.details(sam))?.accounts).toEqual([]);
  });

  it('leaves an account with whom it speaks for', async () => {
    const { world } = parts;
    await addSam();
    const asha = await world.personId(ASHA);
    const held = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0HELD' } as const;
    await world.record.people.linkAccount(asha, held, await world.clock.now());

    await look(finderOf({ [SAM]: [account('U0HELD')] }).finder);

    expect(await searches()).toEqual([['slack', 'taken']]);
    expect((await world.record.people.details(asha))?.accounts).toHaveLength(2);
  });

  it('looks in the next workspace only for whom the first did not know', async () => {
    await addSam();
    const slack = finderOf({});
    const teams = finderOf({ [SAM]: [account('29-sam')] }, 'teams');

    await look(slack.finder, teams.finder);

    expect(await searches()).toEqual([
      ['slack', 'unknown'],
      ['teams', 'found'],
    ]);
    expect((await look(slack.finder, teams.finder)).looked).toBe(0);
  });

  it('asks again the next day, or as soon as the address is another one', async () => {
    const { world } = parts;
    await addSam();
    const { finder, asked } = finderOf({});
    await look(finder);
    world.at('2024-07-01T17:00');
    await look(finder);
    await world.pap(BEN, 'admin people change Sam Reed e-mail s.reed@nhs.example');
    await look(finder);
    world.at('2024-07-02T13:15');
    await look(finder);

    expect(asked).toEqual([SAM, 's.reed@nhs.example', 's.reed@nhs.example']);
  });

  it('asks for each address of somebody, and links who has any of them', async () => {
    const { world } = parts;
    const sam = await addSam();
    const { finder, asked } = finderOf({ 'sam@trust.example': [account('U0SAM')] });
    await look(finder);
    await world.pap(BEN, 'admin people address Sam Reed sam@trust.example');
    await look(finder);

    expect(asked).toEqual([SAM, SAM, 'sam@trust.example']);
    expect((await world.record.people.details(sam))?.accounts).toMatchObject([{ userId: 'U0SAM' }]);
  });

  it('asks again when somebody came into a team', async () => {
    await addSam();
    const { finder, asked } = finderOf({}, 'teams');
    await look(finder);
    await lookAgain(parts.harness.store, { platform: 'teams', tenantId: TEAMS_TENANT });
    await look(finder);

    expect(asked).toEqual([SAM, SAM]);
  });

  it('looks for somebody whose account takes nothing any more, and keeps the one that works', async () => {
    const { world, harness } = parts;
    const asha = await world.personId(ASHA);
    await harness.prisma.platformAccount.updateMany({
      where: { personId: asha },
      data: { unreachableSince: new Date('2024-06-20T09:00:00Z'), unreachableCode: 'gone' },
    });

    await look(finderOf({ [ASHA]: [account('U0ASHA00', { email: ASHA })] }).finder);

    expect((await world.record.people.reachable()).has(asha)).toBe(true);
  });

  it('keeps that the platform does not tell, and asks again at the next time', async () => {
    await addSam();
    const stopped: AccountFinder = {
      platform: 'teams',
      // biome-ignore lint/correctness/useYield: it stops before it has found anybody
      async *find() {
        throw new FinderStopped('no-team');
      },
    };
    await look(stopped);
    const first = await searches();

    await look(finderOf({ [SAM]: [account('29-sam')] }, 'teams').finder);

    expect(first).toEqual([['teams', 'no-team']]);
    expect(await searches()).toEqual([['teams', 'found']]);
  });

  it('goes on with the other platform when one fails', async () => {
    await addSam();
    const failing: AccountFinder = {
      platform: 'slack',
      // biome-ignore lint/correctness/useYield: it fails before it has found anybody
      async *find() {
        throw new Error('internal_error');
      },
    };

    await look(failing, finderOf({ [SAM]: [account('29-sam')] }, 'teams').finder);

    expect(await searches()).toEqual([['teams', 'found']]);
    expect(parts.world.lines.map(({ message }) => message)).toContain(
      'accounts could not be looked for',
    );
  });

  it('links only its own people in a workspace that several partnerships share', async () => {
    const { world, harness } = parts;
    await addSam();
    const other = (await harness.store.list()).find(({ id }) => id !== world.partnership.id);
    if (!other) throw new Error('there is no other partnership');
    await harness.store.bindWorkspace(other.id, 'slack', SLACK_TEAM);
    const { finder, asked } = finderOf({ [SAM]: [account('U0SAM')] });

    await findAccounts(harness.store.open(other.id), Temporal.Instant.from('2024-07-01T09:00Z'), {
      finders: [finder],
      log: world.log,
    });

    expect(asked).not.toContain(SAM);
    expect(await searches()).toEqual([]);
  });

  it('knows the channels of a tenant once, whichever partnerships keep them', async () => {
    const book = createConversations(parts.harness.prisma);
    const row = {
      ...({ platform: 'teams', tenantId: TEAMS_TENANT, kind: 'channel' } as const),
      ...{ serviceUrl: 'https://smba.trafficmanager.net/uk/', botId: '28:bot' },
    };
    await book.remember({ ...row, subjectId: '19:team', conversationId: '19:team' });
    await book.remember({ ...row, subjectId: '19:other', conversationId: '19:other' });

    const known = (await book.channels('teams', TEAMS_TENANT)).map(({ subjectId }) => subjectId);

    expect(known).toEqual(expect.arrayContaining(['19:other', '19:team']));
    expect(new Set(known).size).toBe(known.length);
  });
});
