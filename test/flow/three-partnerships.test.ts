// Three partnerships of different reference styles on one PostgreSQL, in one workspace and one tenant, with a council and
// people in common, go through a cycle with two replicas of the whole bot: asked, answered at the doors of Slack and
// Teams, told in digests, put into a pack.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { jobs } from '../../scheduled/index.ts';
import type { Database } from '../../src/core/database/db/open-database.ts';
import { runJob } from '../../src/service/jobs/app/run-job.ts';
import { createRecordStore } from '../../src/service/record/db/record.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { teamsIds } from '../support/teams/teams-activity.ts';
import {
  type BuiltPartnership,
  buildObjective,
  buildOwner,
  buildPartnership,
  buildPerson,
} from '../support/world/builders.ts';
import { london, terminalInbound } from '../support/world/plan-world.ts';
import { type Replica, startReplica } from '../support/world/replica.ts';
import {
  openSharedPlaces,
  type Posted,
  type Read,
  type SharedPlaces,
} from '../support/world/shared-places.ts';

// Every job runs in two replicas, and three packs are written: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Of the county council, which is in north and in vale: Ola in Slack, Sam in Teams. */
const OLA = 'ola@county.example';
const SAM = 'sam@county.example';
/** Of west alone. */
const WES = 'wes@west.example';
const TESS = 'tess@west.example';

/** Each partnership's own office, in Slack. */
const officeOf = (key: string) => `${key}.office@${key}.example`;

type Plan = BuiltPartnership & {
  readonly key: string;
  readonly name: string;
  /** Each objective's reference, and who owns it. */
  readonly owners: ReadonlyMap<string, string>;
};

describeOnDatabase('postgresql', 'three partnerships', (harness) => {
  const plans: Plan[] = [];
  const databases: Database[] = [];
  const replicas: Replica[] = [];
  const complaints: unknown[] = [];
  let north: Plan;
  let vale: Plan;
  let west: Plan;
  let places: SharedPlaces;
  let now = london('2024-07-01T09:45');
  const complain = (fields: object, message: string) => void complaints.push([message, fields]);
  const log = { info() {}, warn: complain, error: complain };
  const clock = { now: async () => now };

  beforeAll(async () => {
    places = await openSharedPlaces(
      { slack: [OLA, WES, ...['north', 'vale', 'west'].map(officeOf)], teams: [SAM, TESS] },
      ['north', 'vale'],
      replicas,
    );
    const slackChannel = (name: string) => ({
      ...{ platform: 'slack' as const, tenantId: places.slack.teamId, name },
      channelId: places.slack.channels.get(name) ?? '',
    });
    const teamsChannel = { platform: 'teams' as const, tenantId: teamsIds.tenant, name: 'west' };
    north = await found('north', { '2B:2': OLA, '2B:3': SAM }, slackChannel('north'));
    vale = await found('vale', { '1.2': OLA, '1.3': SAM }, slackChannel('vale'));
    const ofWest = { ...teamsChannel, channelId: teamsIds.channel };
    west = await found('west', { 'SEND-14': WES, 'SEND-15': TESS }, ofWest);
    plans.push(north, vale, west);
    databases.push(await harness.openBot(), await harness.openBot());
    const started = databases.map((database) =>
      startReplica({
        ...{ database, store: createRecordStore(database.prisma), clock, log },
        ...{ slack: places.slack, connector: places.connector, identity: places.identity },
        ...{ timeZones: ['Europe/London'], sendLimitMs: 10_000 },
      }),
    );
    replicas.push(...(await Promise.all(started)));
    await replicas[0]?.installTeams();
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.close();
    for (const database of databases) await database.close();
    await places?.close();
  });

  async function found(
    key: string,
    owned: Readonly<Record<string, string>>,
    channel: { platform: 'slack' | 'teams'; tenantId: string; channelId: string; name: string },
  ): Promise<Plan> {
    const { prisma, store } = harness;
    const built = await buildPartnership(prisma);
    const partnershipId = built.id;
    const name = `Partnership of ${key}`;
    await prisma.partnership.update({ where: { id: partnershipId }, data: { key, name } });
    await prisma.forum.updateMany({ where: { partnershipId }, data: { key: 'siab' } });
    await prisma.meeting.create({
      data: {
        ...{ partnershipId, forumId: built.forumId, title: `Board of ${key}` },
        heldOn: new Date('2024-07-24'),
      },
    });
    await store.bindWorkspace(partnershipId, 'slack', places.slack.teamId);
    await store.bindWorkspace(partnershipId, 'teams', teamsIds.tenant);
    await prisma.channelBinding.create({
      data: { partnershipId, themeId: built.themeId, ...channel },
    });
    const office = await buildPerson(prisma, built, {
      ...{ name: `Office of ${key}`, email: officeOf(key) },
    });
    await prisma.roleGrant.create({
      data: {
        ...{ partnershipId, personId: office.id, role: 'programme_office' },
        startsOn: new Date('2024-01-01'),
      },
    });
    for (const [ref, email] of Object.entries(owned)) {
      const person = await buildPerson(prisma, built, { name: `${email} of ${key}`, email });
      const { id } = await buildObjective(prisma, built, {
        ...{ ref, title: `What ${key} does`, rag: 'amber' },
      });
      await buildOwner(prisma, built, id, person.id);
    }
    return { ...built, key, name, owners: new Map(Object.entries(owned)) };
  }

  /** Every job at this moment, in both replicas at once; then until everything that is due has gone out. */
  async function bothAt(time: string) {
    now = london(time);
    const stores = databases.map(({ prisma }) => createRecordStore(prisma));
    await Promise.all(
      stores.map(async (store) => {
        for (const job of jobs) await runJob(job, { store, clock, log });
      }),
    );
    await settled();
  }

  const settled = () =>
    vi.waitFor(
      async () => {
        const state = { in: ['queued' as const, 'sending' as const] };
        expect(await harness.prisma.notification.count({ where: { state } })).toBe(0);
      },
      { timeout: 60_000, interval: 50 },
    );

  /** The partnerships whose name, work, meeting or references stand in it. */
  const spokenOf = (words: string): string[] =>
    plans
      .filter(({ name, key, owners }) =>
        [name, `What ${key} does`, `Board of ${key}`, ...owners.keys()].some((one) =>
          words.includes(one),
        ),
      )
      .map(({ key }) => key);

  function buttonOf({ text, buttons }: Read, label: string): string {
    const value = buttons.get(label);
    if (value === undefined) throw new Error(`no button ${label} on “${text}”`);
    return value;
  }

  /** What somebody was sent of a partnership. */
  const sentTo = (email: string, { key }: Plan): Posted[] =>
    places.posted().filter(({ to, text }) => to === email && spokenOf(text).includes(key));

  const entriesOf = async ({ id }: Plan) =>
    (
      await harness.prisma.objectiveEntry.findMany({
        where: { partnershipId: id, kind: { in: ['update', 'same'] } },
        select: { objective: { select: { ref: true } } },
      })
    ).map(({ objective }) => objective.ref);

  it('asks whoever belongs to two which is meant, goes on with what was typed, and keeps to it', async () => {
    const inSlack = await places.slash(OLA, 'mine');
    const inTeams = await places.typeInTeams(SAM, 'mine');

    for (const question of [inSlack, inTeams]) {
      expect(question.text).toContain('Which partnership is this for?');
      expect([...question.buttons.keys()]).toEqual([north.name, vale.name]);
    }
    const ola = await places.pressInSlack(OLA, buttonOf(inSlack, north.name));
    const sam = await places.pressInTeams(SAM, { value: buttonOf(inTeams, vale.name) });
    // The other replica was handed the press of the first; this one knows what was chosen all the same.
    const olaAgain = await places.slash(OLA, 'show 2B:2');
    const samAgain = await places.typeInTeams(SAM, 'show 1.3');
    for (const answer of [ola, olaAgain]) {
      expect(spokenOf(answer.text)).toEqual(['north']);
      expect(answer.text).toContain('Partnership of north. Another one: /pap partnership');
    }
    for (const answer of [sam, samAgain]) {
      expect(spokenOf(answer.text)).toEqual(['vale']);
      expect(answer.text).toContain('Partnership of vale. Another one: partnership');
    }
    for (const value of ola.buttons.values()) expect(JSON.parse(value).p).toBe(north.id);
    for (const value of sam.buttons.values()) expect(JSON.parse(value).p).toBe(vale.id);
  });

  it('asks nothing of whoever belongs to one, and tells them nothing of the others', async () => {
    const wes = await places.slash(WES, 'mine');
    const tess = await places.typeInTeams(TESS, 'mine');

    expect([wes, tess].map(({ text }) => spokenOf(text))).toEqual([['west'], ['west']]);
    expect(wes.text).not.toContain('Another one');
    for (const { key } of plans)
      expect(spokenOf((await places.slash(officeOf(key), 'admin status')).text)).toEqual([key]);
    for (const line of ['show 2B:2', 'show 1.2', 'partnership vale'])
      expect((await places.slash(WES, line)).text).toMatch(/^There is no /);
  });

  it('goes by the channel where it is asked in one that is bound, whatever was chosen', async () => {
    const channel = places.slack.channels.get('vale');

    const shown = await places.slash(OLA, 'show 1.2', channel);
    const foreign = await places.slash(OLA, 'show 2B:2', channel);
    const inWest = await places.typeInTeams(TESS, 'show SEND-14', 'channel');
    const stranger = await places.typeInTeams(SAM, 'show SEND-14', 'channel');

    expect(spokenOf(shown.text)).toEqual(['vale']);
    expect(foreign.text).toMatch(/^There is no /);
    expect(spokenOf(inWest.text)).toEqual(['west']);
    expect(stranger.text).toContain('I don’t know who you are on the plan');
    expect(spokenOf((await places.slash(OLA, 'mine')).text)).toEqual(['north']);
  });

  it('asks each owner in each partnership once, and says for which', async () => {
    await bothAt('2024-07-01T10:00');

    for (const plan of plans)
      for (const [ref, email] of plan.owners) {
        const chases = sentTo(email, plan);
        expect(chases, `${email} in ${plan.key}`).toHaveLength(1);
        expect(chases[0]?.text).toContain(ref);
        expect(chases[0]?.text).toContain(plan.name);
        for (const value of (chases[0] as Posted).buttons.values())
          expect(JSON.parse(value).p).toBe(plan.id);
      }
    expect(places.posted()).toHaveLength(6);
  });

  it('takes the answers at the door of each, in the partnership that each is for, and once', async () => {
    const olasChase = sentTo(OLA, vale)[0] as Posted;
    const samsChase = sentTo(SAM, north)[0] as Posted;
    // Ola’s choice is north and Sam’s is vale: the buttons carry the other one.
    const answers: (readonly [Plan, () => Promise<Read>])[] = [
      [vale, () => places.pressInSlack(OLA, buttonOf(olasChase, 'Same 1.2'))],
      [north, () => places.pressInTeams(SAM, { value: buttonOf(samsChase, 'Same 2B:3') })],
      [north, () => places.slash(OLA, 'update 2B:2 green all twenty are trained')],
      [vale, () => places.typeInTeams(SAM, 'update 1.3 red the room is gone')],
      [west, () => places.slash(WES, 'update SEND-14 green it is open')],
      [west, () => places.typeInTeams(TESS, 'update send15 amber half of it is there')],
    ];
    for (const [plan, answer] of answers) {
      const { text } = await answer();
      await places.again();

      expect(text).toMatch(/^Recorded/);
      expect(spokenOf(text)).toEqual([plan.key]);
    }
    // In a channel of north's, whoever is of west alone is nobody.
    const strange = 'update SEND-14 red no';
    const inNorth = await places.slash(WES, strange, places.slack.channels.get('north'));

    expect(inNorth.text).toContain('I don’t know who you are on the plan');
    for (const plan of plans)
      expect((await entriesOf(plan)).toSorted()).toEqual([...plan.owners.keys()].toSorted());
    await settled();
  });

  it('posts each digest once, in its own channel and of its own plan', async () => {
    await bothAt('2024-07-08T10:00');

    const channels = [places.slack.channels.get('north'), places.slack.channels.get('vale')];
    for (const [index, channel] of [...channels, teamsIds.channel].entries()) {
      const there = places.posted().filter(({ to }) => to === channel);
      const digests = there.filter(({ text }) => text.startsWith('Theme 1 Theme one: week to'));

      expect(digests).toHaveLength(1);
      for (const ref of plans[index]?.owners.keys() ?? []) expect(digests[0]?.text).toContain(ref);
    }
  });

  it('makes a pack of one plan for its office', async () => {
    for (const { key, owners } of plans) {
      const office = terminalInbound(officeOf(key), 'admin pack siab', { tenantId: key });
      const pack = await replicas[0]?.handle(office);
      const page = pack?.files?.find(({ name }) => name.endsWith('.html'));
      const html = new TextDecoder().decode(page?.bytes);
      const words = html.replace(/<style.*?<\/style>|<[^>]*>/gs, ' ');

      expect(pack?.outcome).toBe('done');
      expect(spokenOf(words)).toEqual([key]);
      for (const ref of owners.keys()) expect(words).toContain(ref);
    }
  });

  it('sent nothing twice and nothing astray, and every history is whole', async () => {
    await settled();
    const all = await harness.prisma.notification.findMany({
      select: {
        ...{ id: true, kind: true, externalId: true, state: true },
        partnership: { select: { key: true } },
      },
    });
    // An edit changes what stands.
    const rows = all.filter(({ kind, state }) => kind !== 'edit' && state === 'sent');
    const posted = places.posted();

    // What was answered meanwhile is cancelled and not sent.
    expect(all.filter(({ state }) => !['sent', 'cancelled'].includes(state))).toEqual([]);
    expect(posted).toHaveLength(rows.length);
    for (const { id, text } of posted) {
      const own = rows.filter((row) => row.id === id || row.externalId === id);
      expect(own, text).toHaveLength(1);
      expect(spokenOf(text), text).toEqual([own[0]?.partnership.key]);
    }
    expect(new Set(posted.map(({ id }) => id)).size).toBe(posted.length);
    for (const { id } of plans)
      expect((await harness.store.open(id).history.verify()).firstBreak).toBeNull();
    expect(complaints).toEqual([]);
  });
});
