// Nine bodies in three tenants and two workspaces, and nobody who ever typed a word to a bot: whoever can be found is asked
// once, by their own door, and answers there; guests and people of allowed organisations after one word and one press of the
// office; the others stand on its list from the first day.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { chaseOwners } from '../../scheduled/chase-owners.ts';
import { findPeople } from '../../scheduled/find-people.ts';
import { runJob } from '../../src/service/jobs/app/run-job.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { type LocalSlack, readRequest, startLocalSlack } from '../support/slack/slack-emulator.ts';
import { mentionPayload, slashPayload } from '../support/slack/slack-payloads.ts';
import { recorded, teamsIds } from '../support/teams/teams-activity.ts';
import { type FakeConnector, startConnector } from '../support/teams/teams-connector.ts';
import { type FakeIdentity, startIdentity } from '../support/teams/teams-identity.ts';
import { BEN } from '../support/world/cast.ts';
import { factsOf, itemsOf, rowsOf } from '../support/world/message-parts.ts';
import { loadWorld, type PlanWorld } from '../support/world/plan-world.ts';
import { type Replica, startReplica } from '../support/world/replica.ts';

const TEAM = '19:fictional-team@thread.tacv2';
/** Tenants of their own, in which the app is installed, and the workspace at the other end of a shared channel. */
const ACADEMY = '5c1d2e3f-0000-4000-8000-0000000000ac';
const HOSPITAL = '6d1d2e3f-0000-4000-8000-0000000000b0';
const NETWORK = 'T0NETWORK1';

/** Who owns what, and in which body. */
const owners = [
  ['Cat Council', 'cat@county.example', 'Shire County Council', 'council', '1A:1'],
  ['Ivy Board', 'ivy@icb.example', 'Shire Integrated Care Board', 'NHS', '1A:2'],
  ['Tom Trust', 'tom@trust.example', 'Shire Hospitals Trust', 'NHS', '2B:1'],
  ['Sue School', 'sue@school.example', 'Hilltop School', 'school', '2B:2'],
  ['Pat Forum', 'pat@forum.example', 'Shire Parent Carers', 'parent carer forum', '3A:1'],
  ['Val Charity', 'val@charity.example', 'Shire Families Charity', 'voluntary', '3A:2'],
  ['Nia Academy', 'nia@academy.example', 'Shire Academies', 'school', '3A:1'],
  ['Max Ward', 'max@hospital.example', 'Shire Mental Health', 'NHS', '3A:1'],
  ['Lou Carer', 'lou@network.example', 'Shire Carers Network', 'voluntary', '3A:1'],
] as const;

const LINE = 'amber 14 of 20 named workers trained';

describeOnDatabase('embedded', 'many bodies', (harness) => {
  let world: PlanWorld;
  let slack: LocalSlack;
  let connector: FakeConnector;
  let identity: FakeIdentity;
  let replica: Replica;

  beforeAll(async () => {
    world = await loadWorld(harness);
    const emails = ['ivy@icb.example', 'sue@school.example', 'lou@network.example'];
    const mine = await startLocalSlack({ emails });
    const [, sue, lou] = emails.map((email) => mine.users.get(email) ?? '');
    slack = {
      ...mine,
      fetch: knownAs(mine, {
        [sue ?? '']: { is_restricted: true },
        [lou ?? '']: { is_stranger: true, team_id: NETWORK },
      }),
    };
    connector = await startConnector();
    identity = await startIdentity();
    await placeOwners();
    placeInTeams();
    replica = await startReplica({
      ...{ database: harness.database, store: harness.store, clock: world.clock, log: world.log },
      ...{ slack, connector, identity, timeZones: [world.partnership.timeZone], finds: true },
      sendLimitMs: 10_000,
    });
  });
  afterAll(async () => {
    await replica.close();
    await slack.close();
    await connector.close();
    await identity.close();
  });

  const office = async (line: string) => await world.pap(BEN, line);

  /** Owners of six objectives, none of whom has an account that is known. */
  async function placeOwners(): Promise<void> {
    const { prisma, store } = harness;
    const partnershipId = world.partnership.id;
    await store.bindWorkspace(partnershipId, 'slack', slack.teamId);
    await store.bindWorkspace(partnershipId, 'teams', teamsIds.tenant);
    await prisma.assignment.deleteMany({ where: { partnershipId } });
    for (const [name, email, body, kind, ref] of owners) {
      await office(`admin organisation add "${body}" as ${kind}`);
      await office(`admin people add "${name}" ${email} ${body}`);
      const { id: objectiveId } = await world.objective(ref);
      await prisma.assignment.create({
        data: {
          ...{ partnershipId, objectiveId, role: 'owner', personId: await world.personId(email) },
          startsOn: new Date('2024-01-01'),
        },
      });
    }
  }

  /** The council's own people are members of the team, the trust's a guest; two accounts have the charity's address. */
  function placeInTeams(): void {
    const member = (id: string, email: string, userPrincipalName = email) => ({
      ...{ id: `29:${id}`, aadObjectId: id, name: id, email, userPrincipalName },
      ...{ tenantId: teamsIds.tenant, userRole: 'user' },
    });
    const guest = member('tom', 'tom@trust.example', 'tom_trust.example#EXT#@county.example');
    connector.members.set('tom', guest);
    const ofTenant = (id: string, email: string, tenantId: string) =>
      connector.members.set(id, { ...member(id, email), tenantId });
    ofTenant('nia', 'nia@academy.example', ACADEMY);
    ofTenant('max', 'max@hospital.example', HOSPITAL);
    connector.rosters.set(TEAM, [
      member('cat', 'Cat@County.example'),
      guest,
      member('val-1', 'val@charity.example'),
      member('val-2', 'val@charity.example'),
    ]);
  }

  async function settled(): Promise<void> {
    await vi.waitFor(
      async () => {
        const state = { in: ['queued' as const, 'sending' as const] };
        expect(await harness.prisma.notification.count({ where: { state } })).toBe(0);
      },
      { timeout: 15_000, interval: 50 },
    );
  }

  async function sweep(...jobs: Parameters<typeof runJob>[0][]): Promise<void> {
    const { store } = harness;
    for (const job of jobs)
      await runJob(job, {
        ...{ store, clock: world.clock, log: world.log, finders: replica.finders },
      });
  }

  /** What somebody types in their own chat with PAP. */
  const inTeams = (aadObjectId: string, text: string, tenantId: string = teamsIds.tenant) =>
    replica.teams(
      recorded('personal-message', connector.url, {
        ...{ text, from: { id: `29:${aadObjectId}`, aadObjectId, name: aadObjectId } },
        conversation: { ...{ conversationType: 'personal', tenantId, id: `a:${aadObjectId}` } },
        channelData: { tenant: { id: tenantId } },
      }),
    );
  /** Lou mentions PAP in the channel that both workspaces share. */
  const inShared = (text: string) =>
    replica.signed.event({
      ...mentionPayload(
        { ...slack, userId: slack.users.get('lou@network.example') ?? '' },
        {
          ...{ team: NETWORK, user_team: NETWORK, source_team: NETWORK },
          text: `<@${slack.botUserId}> ${text}`,
        },
      ),
      event_id: `Ev0${Buffer.from(text).toString('hex').slice(0, 20)}`,
    });
  const inSlack = (email: string, text: string) =>
    replica.signed.slash(
      slashPayload(
        { ...slack, userId: slack.users.get(email) ?? '' },
        // Each command has its own; one that comes again is Slack's retry.
        { text, trigger_id: `1.2.${email} ${text}` },
      ),
    );

  it('asks whoever was found once, where they are, and lists whom nobody can ask', async () => {
    await replica.teams(
      recorded('channel-mention', connector.url, {
        ...{ type: 'conversationUpdate', text: undefined, entities: [] },
        channelData: {
          ...{ eventType: 'teamMemberAdded', team: { id: TEAM }, channel: { id: TEAM } },
          tenant: { id: teamsIds.tenant },
        },
      }),
    );
    // Two guests write a first word; each is one press of the office.
    await inTeams('tom', 'hello');
    await inSlack('sue@school.example', 'help');
    await office('admin people link 1 tom@trust.example');
    await office('admin people link 2 sue@school.example');
    await letInOthers();
    world.at('2024-07-01T10:00');
    await sweep(findPeople);
    const reach = await office('admin people reach');
    await sweep(chaseOwners, findPeople, chaseOwners);
    await settled();

    expect(rowsOf(reach.message).filter(([body]) => /Shire|Hilltop/.test(body ?? ''))).toEqual([
      ['Hilltop School', '1 of 1', 'Slack 1'],
      ['Shire Academies', '1 of 1', 'Teams 1'],
      ['Shire Carers Network', '1 of 1', 'Slack 1'],
      ['Shire County Council', '1 of 1', 'Teams 1'],
      ['Shire Families Charity', '0 of 1', 'nowhere'],
      ['Shire Hospitals Trust', '1 of 1', 'Teams 1'],
      ['Shire Integrated Care Board', '1 of 1', 'Slack 1'],
      ['Shire Mental Health', '1 of 1', 'Teams 1'],
      ['Shire Parent Carers', '0 of 1', 'nowhere'],
    ]);
    expect(itemsOf(reach.message).slice(0, 2)).toEqual([
      expect.stringMatching(/^Pat Forum, .*owns 3A:1.*Teams knows nobody by that address/),
      expect.stringMatching(/^Val Charity, .*owns 3A:2.*Several accounts in Teams have/),
    ]);
    expect(factsOf((await office('admin status')).message).People).toMatch(
      / people can be reached/,
    );
    expect(await asked()).toEqual([
      ['cat@county.example', 'open', 'teams', 'sent'],
      ['ivy@icb.example', 'open', 'slack', 'sent'],
      ['lou@network.example', 'open', 'slack', 'sent'],
      ['max@hospital.example', 'open', 'teams', 'sent'],
      ['nia@academy.example', 'open', 'teams', 'sent'],
      ['pat@forum.example', 'open', null, 'dead'],
      ['sue@school.example', 'open', 'slack', 'sent'],
      ['tom@trust.example', 'open', 'teams', 'sent'],
      ['val@charity.example', 'open', null, 'dead'],
    ]);
  });

  it('takes each answer by its own door, and keeps the same line of all', async () => {
    await inTeams('cat', `update 1A:1 ${LINE}`);
    await inTeams('tom', `update 2B:1 ${LINE}`);
    await inSlack('ivy@icb.example', `update 1A:2 ${LINE}`);
    await inSlack('sue@school.example', `update 2B:2 ${LINE}`);
    await inTeams('nia', `update 3A:1 ${LINE}`, ACADEMY);
    await inTeams('max', `update 3A:1 ${LINE}`, HOSPITAL);
    await inShared(`update 3A:1 ${LINE}`);

    const updates = await harness.prisma.objectiveEntry.findMany({
      where: { partnershipId: world.partnership.id, kind: 'update' },
      select: {
        ...{ kind: true, toRag: true, late: true, at: true },
        ...{ words: { select: { note: true } }, author: { select: { email: true } } },
        objective: { select: { ref: true } },
      },
      orderBy: [{ objective: { ref: 'asc' } }, { author: { email: 'asc' } }],
    });
    const lines = updates.map(({ author, objective, ...line }) => JSON.stringify(line));
    expect(updates.map(({ author, objective }) => [objective.ref, author?.email])).toEqual([
      ['1A:1', 'cat@county.example'],
      ['1A:2', 'ivy@icb.example'],
      ['2B:1', 'tom@trust.example'],
      ['2B:2', 'sue@school.example'],
      ['3A:1', 'lou@network.example'],
      ['3A:1', 'max@hospital.example'],
      ['3A:1', 'nia@academy.example'],
    ]);
    expect(new Set(lines).size).toBe(1);
    expect(updates[0]).toMatchObject({
      ...{ toRag: 'amber', late: false, words: { note: '14 of 20 named workers trained' } },
    });
  });

  it('asks one of those whom nobody could ask as soon as they are found, and once', async () => {
    const known = connector.rosters.get(TEAM) ?? [];
    connector.rosters.set(
      TEAM,
      known.filter((one) => !JSON.stringify(one).includes('val-2')),
    );
    world.at('2024-07-02T10:30');
    await sweep(findPeople, chaseOwners, findPeople);
    await settled();

    expect((await asked()).filter(([email]) => email.startsWith('val'))).toEqual([
      ['val@charity.example', 'open', 'teams', 'sent'],
    ]);
  });

  /** People of other organisations run nothing until theirs is allowed; then one word and one press links each. */
  async function letInOthers(): Promise<void> {
    const knock = async () => [
      (await inTeams('nia', 'hello', ACADEMY)).status,
      (await inTeams('max', 'hello', HOSPITAL)).status,
      (await inShared('help')).status,
    ];
    const before = await harness.prisma.linkRequest.count();
    expect(await knock()).toEqual([403, 403, 200]);
    expect(await harness.prisma.linkRequest.count()).toBe(before);
    for (const [platform, id] of [
      ['teams', ACADEMY],
      ['teams', HOSPITAL],
      ['slack', NETWORK],
    ])
      await office(
        `admin people allow ${platform} ${id} "Allowed body" because their leads own 3A:1`,
      );
    await inTeams('nia', 'hello again', ACADEMY);
    await inTeams('max', 'hello again', HOSPITAL);
    await inShared('mine');
    await office('admin people link 3 nia@academy.example');
    await office('admin people link 4 max@hospital.example');
    await office('admin people link 5 lou@network.example');
  }

  async function asked(): Promise<[string, string, string | null, string][]> {
    const rows = await harness.prisma.notification.findMany({
      where: { partnershipId: world.partnership.id, kind: 'chase' },
      select: {
        ...{ payload: true, state: true, sentVia: true },
        person: { select: { email: true } },
      },
      orderBy: { person: { email: 'asc' } },
    });
    return rows.map(({ payload, state, sentVia, person }) => {
      const { step } = payload as { readonly step: string };
      return [person?.email ?? '', step, sentVia, state];
    });
  }
});

/** The same Slack, in which some accounts are guests' or another workspace's. */
function knownAs(slack: LocalSlack, facts: Readonly<Record<string, object>>): typeof fetch {
  return async (input, init) => {
    const answer = await slack.fetch(input, init);
    if (!readRequest(input, init).method.startsWith('users.')) return answer;
    const body: { readonly user?: { readonly id?: string } } = JSON.parse(await answer.text());
    if (body.user) Object.assign(body.user, facts[body.user.id ?? '']);
    return Response.json(body, { status: answer.status });
  };
}
