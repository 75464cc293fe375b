// Three partnerships of different reference styles on one PostgreSQL, with a workspace, a tenant and people in common, go
// through a cycle with two replicas: asked, answered in Slack, Teams and the terminal, told in digests, put into a pack.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { jobs } from '../../scheduled/index.ts';
import {
  decodeActionValue,
  encodeActionValue,
  pressedFor,
} from '../../src/core/message/messages/action-value.ts';
import type { Action, Message } from '../../src/core/message/messages/message.ts';
import { plainText } from '../../src/core/message/messages/plain-text.ts';
import type { HandleInbound, Inbound, Reply } from '../../src/core/request/app/inbound.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { type Queue, startQueue } from '../../src/queue.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import { createDispatch } from '../../src/service/dispatch/app/dispatch-command.ts';
import { runJob } from '../../src/service/jobs/app/run-job.ts';
import { createRecordStore } from '../../src/service/record/db/record.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildObjective,
  buildPartnership,
  buildPerson,
} from '../support/world/builders.ts';
import {
  type Edited,
  london,
  recordingSender,
  type Sent,
  terminalInbound,
} from '../support/world/plan-world.ts';

// Two replicas run every job, and a pack is written for each: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const TEAM = 'T0SHARED';
const TENANT = 'shared-tenant';
/** Owns an objective of each of the three. */
const OLA = 'ola@council.example';
const OFFICE = 'office@council.example';

type Plan = BuiltPartnership & {
  readonly ref: string;
  readonly own: string;
  readonly name: string;
};

describeOnDatabase('postgresql', 'three partnerships', (harness) => {
  const plans: Plan[] = [];
  const sent: Sent[] = [];
  const edited: Edited[] = [];
  const queues: Queue[] = [];
  const complaints: unknown[] = [];
  let now = london('2024-07-01T09:45');
  const complain = (fields: object, message: string) => void complaints.push([message, fields]);
  const log = { info() {}, warn: complain, error: complain };
  const clock = { now: async () => now };
  let replicas: { handle: HandleInbound; runJobs(): Promise<void> }[] = [];

  beforeAll(async () => {
    plans.push(
      await found('north', '2B:2'),
      await found('vale', '1.2'),
      await found('west', 'SEND-14'),
    );
    const senders = [
      recordingSender('slack', sent, edited),
      recordingSender('teams', sent, edited),
    ];
    replicas = [1, 2].map(() => {
      const store = createRecordStore(harness.prisma);
      const parts = { store, clock, log, directories: [], files: fileFormats };
      return {
        handle: createDispatch({ ...parts, commands }),
        async runJobs() {
          for (const job of jobs) await runJob(job, { store, clock, log });
        },
      };
    });
    for (let made = 0; made < 2; made++) {
      const store = createRecordStore(harness.prisma);
      queues.push(
        await startQueue({
          ...{ pool: harness.pool, log, concurrency: 3 },
          deliver: (id, partnershipId) =>
            deliverNotification({ store, clock, log, senders }, partnershipId, id),
        }),
      );
    }
  });
  afterAll(async () => {
    for (const queue of queues) await queue.stop(10_000);
  });

  async function found(key: string, ref: string): Promise<Plan> {
    const { prisma, store } = harness;
    const built = await buildPartnership(prisma);
    const name = `Partnership of ${key}`;
    await prisma.partnership.update({ where: { id: built.id }, data: { key, name } });
    await prisma.forum.updateMany({ where: { partnershipId: built.id }, data: { key: 'siab' } });
    await prisma.meeting.create({
      data: {
        ...{ partnershipId: built.id, forumId: built.forumId, title: 'Board meeting' },
        heldOn: new Date('2024-07-24'),
      },
    });
    await store.bindWorkspace(built.id, 'slack', TEAM);
    await store.bindWorkspace(built.id, 'teams', TENANT);
    const ola = await buildPerson(prisma, built, {
      ...{ name: 'Ola Owner', email: OLA, preferredPlatform: 'slack' },
    });
    const one = await buildPerson(prisma, built, {
      name: `Only ${key}`,
      email: `only@${key}.example`,
    });
    const office = await buildPerson(prisma, built, { name: `Office of ${key}`, email: OFFICE });
    await prisma.roleGrant.create({
      data: {
        ...{ partnershipId: built.id, personId: office.id, role: 'programme_office' },
        startsOn: new Date('2024-01-01'),
      },
    });
    const account = (personId: string, platform: 'slack' | 'teams', userId: string) => ({
      ...{ partnershipId: built.id, personId, platform, userId },
      tenantId: platform === 'slack' ? TEAM : TENANT,
      linkedAt: new Date('2024-01-01'),
    });
    await prisma.platformAccount.createMany({
      data: [
        account(ola.id, 'slack', 'U0OLA'),
        account(one.id, 'teams', `aad-${key}`),
        account(office.id, 'slack', 'U0OFFICE'),
      ],
    });
    await prisma.channelBinding.create({
      data: {
        ...{ partnershipId: built.id, themeId: built.themeId, platform: 'slack', tenantId: TEAM },
        ...{ channelId: `C0${key.toUpperCase()}`, name: key },
      },
    });
    const own = `${ref}9`;
    for (const [each, personId] of [
      [ref, ola.id],
      [own, one.id],
    ] as const) {
      const { id } = await buildObjective(prisma, built, { ref: each, title: `Of ${key}` });
      await prisma.assignment.create({
        data: {
          ...{ partnershipId: built.id, objectiveId: id, role: 'owner', personId },
          startsOn: new Date('2024-01-01'),
        },
      });
    }
    return { ...built, key, ref, own, name };
  }

  /** Every job at this moment, by both replicas at once; then until everything that is due has gone out. */
  async function bothAt(time: string) {
    now = london(time);
    await Promise.all(replicas.map((replica) => replica.runJobs()));
    await vi.waitFor(
      async () => {
        const state = { in: ['queued' as const, 'sending' as const] };
        expect(await harness.prisma.notification.count({ where: { state } })).toBe(0);
      },
      { timeout: 60_000, interval: 50 },
    );
  }

  async function say(replica: number, inbound: Inbound): Promise<Reply> {
    const reply = await replicas[replica]?.handle(inbound);
    if (!reply) throw new Error('held to be a repeat');
    return reply;
  }

  const from = (platform: 'slack' | 'teams', userId: string, line: string, more = {}) =>
    terminalInbound('', line, {
      ...{ platform, userId, tenantId: platform === 'slack' ? TEAM : TENANT },
      ...more,
    });

  const actionsOf = (message: Message): Action[] =>
    message.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

  const chasesTo = (userId: string) =>
    sent.filter(({ target }) => target.kind === 'person' && target.userId === userId);

  it('asks each owner in each partnership once, and says for which', async () => {
    await bothAt('2024-07-01T10:00');

    expect(chasesTo('U0OLA')).toHaveLength(3);
    for (const { key, name, ref, own } of plans) {
      const mine = chasesTo('U0OLA').filter(({ message }) => plainText(message).includes(name));
      expect(mine).toHaveLength(1);
      expect(plainText((mine[0] as Sent).message)).toContain(ref);
      expect(chasesTo(`aad-${key}`).map(({ message }) => plainText(message).includes(own))).toEqual(
        [true],
      );
    }
  });

  it('takes a press, a line in Teams and one in the terminal, each in its own partnership', async () => {
    const [north, vale, west] = plans as [Plan, Plan, Plan];
    for (const [index, { id }] of plans.entries()) {
      const chase = chasesTo('U0OLA').find(({ message }) =>
        actionsOf(message).some(({ partnershipId }) => partnershipId === id),
      );
      const [button] = actionsOf((chase as Sent).message);
      const pressed = decodeActionValue(encodeActionValue(button as Action));
      if (!pressed) throw new Error('a button could not be read');
      const inbound = from(
        'slack',
        'U0OLA',
        `update ${plans[index]?.ref} green on its way`,
        pressedFor(pressed),
      );
      const { guard: _, ...plain } = inbound;
      const reply = await say(index % 2, plain);
      expect([reply.outcome, reply.code]).toEqual(['done', undefined]);
      expect(plainText(reply.message)).toContain(plans[index]?.name);
      // The other replica is handed the same press once more.
      expect(await replicas[(index + 1) % 2]?.handle(plain)).toBeNull();
    }
    for (const { key, own } of [north, vale])
      expect(
        (await say(1, from('teams', `aad-${key}`, `update ${own} amber two of four done`))).outcome,
      ).toBe('done');
    const terminal = terminalInbound(
      'only@west.example',
      `update ${west.own} red nobody is there`,
      {
        tenantId: 'west',
      },
    );
    expect((await say(0, terminal)).outcome).toBe('done');
    expect((await say(0, from('teams', 'aad-north', 'show 1.2'))).code).toBe('unknown-objective');

    for (const { id, ref, own } of plans) {
      const entries = await harness.prisma.objectiveEntry.findMany({
        where: { partnershipId: id, kind: 'update' },
        select: { objective: { select: { ref: true, partnershipId: true } } },
      });
      expect(entries.map(({ objective }) => objective.ref).toSorted()).toEqual(
        [ref, own].toSorted(),
      );
      for (const { objective } of entries) expect(objective.partnershipId).toBe(id);
    }
  });

  it('posts each digest once, in its own channel and of its own plan', async () => {
    await bothAt('2024-07-08T10:00');

    for (const { key, ref, own } of plans) {
      const posts = sent.filter(
        ({ target }) => target.kind === 'channel' && target.channelId === `C0${key.toUpperCase()}`,
      );
      const words = posts.map(({ message }) => plainText(message)).join('\n');
      expect(words).toContain(own);
      for (const other of plans.filter((plan) => plan.key !== key))
        for (const foreign of [`Of ${other.key}`, other.name]) expect(words).not.toContain(foreign);
      const digests = await harness.prisma.notification.count({
        where: { partnership: { key }, kind: { startsWith: 'digest' }, state: 'sent' },
      });
      expect(digests).toBeGreaterThan(0);
      expect(ref).not.toBe(own);
    }
  });

  it('makes a pack of one plan, and nothing was sent twice or went astray', async () => {
    for (const { key, ref } of plans) {
      const pack = await say(0, terminalInbound(OFFICE, 'admin pack siab', { tenantId: key }));
      expect(pack.outcome).toBe('done');
      const page = pack.files?.find(({ name }) => name.endsWith('.html'));
      const text = new TextDecoder().decode(page?.bytes);
      expect(text).toContain(ref);
      expect(text).toContain(`Of ${key}`);
      for (const other of plans.filter((plan) => plan.key !== key))
        expect(text).not.toContain(`Of ${other.key}`);
    }
    const rows = await harness.prisma.notification.groupBy({ by: ['state'], _count: true });
    expect(rows.map(({ state }) => state)).toEqual(['sent']);
    // What was answered for is changed where it stands; nothing else was.
    const changes = await harness.prisma.notification.count({ where: { kind: 'edit' } });
    expect(edited).toHaveLength(changes);
    expect(sent).toHaveLength((rows[0]?._count ?? 0) - changes);
    for (const { id } of plans)
      expect((await harness.store.open(id).history.verify()).firstBreak).toBeNull();
    expect(complaints).toEqual([]);
  });
});
