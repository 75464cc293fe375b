// A workspace that stands for several partnerships: whose a request is, asked once, kept, and carried by every press.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { commands } from '../../../../commands/index.ts';
import type { Action } from '../../../../src/core/message/messages/message.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import type { DirectoryEntry } from '../../../../src/core/request/app/chat-ports.ts';
import type { HandleInbound, Inbound, Reply } from '../../../../src/core/request/app/inbound.ts';
import { fileFormats } from '../../../../src/files/formats.ts';
import { createDispatch } from '../../../../src/service/dispatch/app/dispatch-command.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildObjective,
  buildPartnership,
  buildPerson,
  someInstant,
} from '../../../support/world/builders.ts';
import { terminalInbound } from '../../../support/world/plan-world.ts';

const TEAM = 'T0SHARED';
const BOTH = 'both@example.org';

describeOnBothDatabases('a workspace of several partnerships', (harness) => {
  let north: BuiltPartnership;
  let vale: BuiltPartnership;
  let handle: HandleInbound;
  let now = someInstant;
  const people: Record<string, DirectoryEntry> = {};
  const asked: string[] = [];

  beforeAll(async () => {
    const { prisma, store } = harness;
    north = await found('north', 'North SEND Partnership', 'PA1.2a');
    vale = await found('vale', 'Vale Partnership', 'SEND-14');
    for (const at of [north, vale]) {
      const person = await buildPerson(prisma, at, { name: 'Bo Both', email: BOTH });
      await prisma.platformAccount.create({ data: account(at, person.id, 'U0BOTH') });
    }
    const nora = await buildPerson(prisma, north, { name: 'Nora North', email: 'n@example.org' });
    await prisma.platformAccount.create({ data: account(north, nora.id, 'U0NORTH') });
    await buildPerson(prisma, vale, { name: 'Val Vale', email: 'v@example.org' });
    await prisma.channelBinding.create({
      data: {
        ...{ partnershipId: vale.id, platform: 'slack', tenantId: TEAM, channelId: 'C0VALE' },
        ...{ name: 'vale', purpose: 'office' },
      },
    });
    const directory = {
      platform: 'slack' as const,
      lookUp: async (_tenantId: string, userId: string) => {
        asked.push(userId);
        return people[userId] ?? null;
      },
    };
    const log = { info() {}, warn() {}, error() {} };
    const clock = {
      async now() {
        now = now.add({ seconds: 1 });
        return now;
      },
    };
    const parts = { store, clock, log, commands, directories: [directory], files: fileFormats };
    handle = createDispatch(parts);
  });

  beforeEach(async () => {
    asked.length = 0;
    await harness.prisma.platformAccount.updateMany({ data: { chosenAt: null } });
  });

  async function found(key: string, name: string, ref: string): Promise<BuiltPartnership> {
    const { prisma, store } = harness;
    const built = await buildPartnership(prisma);
    await prisma.partnership.update({ where: { id: built.id }, data: { key, name } });
    await buildObjective(prisma, built, { ref, title: `Of ${key}` });
    await store.bindWorkspace(built.id, 'slack', TEAM);
    return built;
  }

  const account = ({ id: partnershipId }: BuiltPartnership, personId: string, userId: string) => ({
    ...{ partnershipId, personId, platform: 'slack' as const, tenantId: TEAM, userId },
    linkedAt: new Date('2024-01-01'),
  });

  async function say(userId: string, line: string, more: Partial<Inbound> = {}): Promise<Reply> {
    const reply = await handle(
      terminalInbound('', line, { platform: 'slack', tenantId: TEAM, userId, ...more }),
    );
    if (!reply) throw new Error('held to be a repeat');
    return reply;
  }

  const actionsOf = ({ message }: Reply): Action[] =>
    message.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

  const press = (userId: string, { line, partnershipId, keeps, guard }: Action) =>
    say(userId, line, {
      ...(partnershipId && { partnershipId }),
      ...(keeps && { keepsPartnership: keeps }),
      ...(guard && { guard }),
    });

  it('asks nothing of whoever belongs to one', async () => {
    const reply = await say('U0NORTH', 'show pa1.2a');

    expect(reply.outcome).toBe('done');
    expect(plainText(reply.message)).toContain('Of north');
    expect(plainText(reply.message)).not.toContain('/pap partnership');
    expect(actionsOf(reply).length).toBeGreaterThan(0);
    for (const action of actionsOf(reply)) expect(action.partnershipId).toBe(north.id);
    expect((await say('U0NORTH', 'show send14')).code).toBe('unknown-objective');
  });

  it('asks whoever belongs to several once, keeps the answer, and shows it', async () => {
    const question = await say('U0BOTH', 'show send14');
    expect(question).toMatchObject({ outcome: 'refused', code: 'which-partnership' });
    const [toNorth, toVale] = actionsOf(question);
    expect(toVale).toMatchObject({ label: 'Vale Partnership', line: 'show send14', keeps: true });

    const answer = await press('U0BOTH', toVale as Action);

    expect(plainText(answer.message)).toContain('Of vale');
    expect(plainText(answer.message)).toContain('Vale Partnership. Another one: /pap partnership');
    expect((await say('U0BOTH', 'show send14')).outcome).toBe('done');
    const back = await press('U0BOTH', toNorth as Action);
    expect(back).toMatchObject({ outcome: 'refused', code: 'unknown-objective' });
  });

  it('lets them change it by name, and says which it is', async () => {
    expect((await say('U0BOTH', 'partnership vale')).message.title).toBe(
      'From now on it is Vale Partnership',
    );
    const shown = await say('U0BOTH', 'partnership');
    expect(shown.message.title).toBe('Vale Partnership');
    expect(actionsOf(shown).map(({ line }) => line)).toEqual(['partnership north']);
    expect((await say('U0BOTH', 'partnership nor')).message.title).toBe(
      'From now on it is North SEND Partnership',
    );
    expect((await say('U0BOTH', 'show pa1.2a')).outcome).toBe('done');
    const nowhere = await say('U0BOTH', 'partnership south');
    expect(nowhere).toMatchObject({ outcome: 'refused', code: 'unknown-partnership' });
    expect(plainText(nowhere.message)).toContain('Vale Partnership (vale)');
  });

  it('tells nobody of a partnership that they do not belong to', async () => {
    const named = await say('U0NORTH', 'partnership vale');

    expect(named).toMatchObject({ outcome: 'refused', code: 'unknown-partnership' });
    expect(plainText(named.message)).not.toContain('Vale Partnership');
    const forged = await say('U0NORTH', 'show send14', { partnershipId: vale.id });
    expect(forged).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    const keeping = { partnershipId: vale.id, keepsPartnership: true } as const;
    expect((await say('U0NORTH', 'mine', keeping)).code).toBe('not-linked');
    expect((await say('U0NORTH', 'show pa1.2a')).outcome).toBe('done');
  });

  it('brings a press to the partnership it was made for, whatever was chosen since', async () => {
    await say('U0BOTH', 'partnership north');
    const [button] = actionsOf(await say('U0BOTH', 'show pa1.2a'));
    await say('U0BOTH', 'partnership vale');

    const pressed = await press('U0BOTH', button as Action);

    expect(button?.partnershipId).toBe(north.id);
    expect(pressed.code).not.toBe('unknown-objective');
    expect(plainText(pressed.message)).toContain('North SEND Partnership');
    expect((await say('U0BOTH', 'show send14')).outcome).toBe('done');
  });

  it('takes a button from before it carried one to the only one, or asks', async () => {
    const old = { guard: { objectiveId: 'x', version: 1 } };
    expect((await say('U0NORTH', 'show pa1.2a', old)).outcome).toBe('done');

    const question = await say('U0BOTH', 'show pa1.2a', old);

    expect(question.code).toBe('which-partnership');
    expect(actionsOf(question)[0]).toMatchObject({ line: 'show pa1.2a', ...old });
  });

  it('refuses a button of a partnership that is not here', async () => {
    const reply = await say('U0BOTH', 'mine', {
      partnershipId: '00000000-0000-4000-8000-000000000000',
    });

    expect(reply).toMatchObject({ outcome: 'refused', code: 'partnership-not-here' });
  });

  it('takes the channel’s in a channel that is bound', async () => {
    await say('U0BOTH', 'partnership north');
    const conversation = { kind: 'channel', id: 'C0VALE' } as const;

    expect((await say('U0BOTH', 'show send14', { conversation })).outcome).toBe('done');
    expect((await say('U0NORTH', 'show pa1.2a', { conversation })).code).toBe('not-linked');
    const elsewhere = { conversation: { kind: 'channel', id: 'C0OTHER' } } as const;
    expect((await say('U0BOTH', 'show pa1.2a', elsewhere)).outcome).toBe('done');
  });

  it('links by the address that the platform vouches for, and only by that', async () => {
    people.U0NEW = { email: 'v@example.org', kind: 'member', active: true };
    people.U0GUEST = { email: 'v@example.org', kind: 'guest', active: true };

    expect((await say('U0NEW', 'show send14')).outcome).toBe('done');
    expect((await say('U0GUEST', 'show send14')).code).toBe('not-linked');
    expect((await say('U0NOBODY', 'show send14')).code).toBe('not-linked');
    expect(
      await harness.prisma.platformAccount.count({ where: { userId: { in: ['U0GUEST'] } } }),
    ).toBe(0);
  });

  it('links whoever it vouches for in each that has the address, and greets them once', async () => {
    for (const at of [north, vale])
      await buildPerson(harness.prisma, at, {
        ...{ name: 'Tia Two', email: 't@example.org', greetedAt: null },
      });
    people.U0TWO = { email: 't@example.org', kind: 'member', active: true };

    const question = await say('U0TWO', 'mine');
    expect(question.code).toBe('which-partnership');
    const [toNorth, toVale] = actionsOf(question);
    expect(plainText((await press('U0TWO', toNorth as Action)).message)).toContain('I’m PAP');
    expect(plainText((await press('U0TWO', toVale as Action)).message)).not.toContain('I’m PAP');

    const linked = await harness.prisma.platformAccount.findMany({ where: { userId: 'U0TWO' } });
    expect(linked.map(({ partnershipId }) => partnershipId).toSorted()).toEqual(
      [north.id, vale.id].toSorted(),
    );
  });

  it('asks a platform once in a while whose an account is, not with every line', async () => {
    people.U0NORTH = { email: 'n@example.org', kind: 'member', active: true };
    await say('U0NORTH', 'show pa1.2a');
    await say('U0NORTH', 'show pa1.2a');

    expect(asked.filter((one) => one === 'U0NORTH').length).toBeLessThanOrEqual(1);

    now = now.add({ minutes: 11 });
    asked.length = 0;
    await say('U0NORTH', 'show pa1.2a');
    expect(asked).toEqual(['U0NORTH']);
  });

  it('asks again soon whom it knew nothing of, who may have put that right', async () => {
    expect((await say('U0LATE', 'show send14')).code).toBe('not-linked');
    people.U0LATE = { email: 'v@example.org', kind: 'member', active: true };
    now = now.add({ seconds: 5 });

    expect((await say('U0LATE', 'show send14')).outcome).toBe('done');
  });

  it('asks a stranger who wants to be linked on which plan', async () => {
    people.U0STRANGE = { email: 's@example.org', kind: 'member', active: true };
    expect((await say('U0STRANGE', 'mine')).code).toBe('not-linked');
    const question = await say('U0STRANGE', 'link I am Sam Reed from the NHS trust');
    expect(question.code).toBe('which-partnership');
    const toVale = actionsOf(question).find(({ label }) => label === 'Vale Partnership');

    const passedOn = await press('U0STRANGE', toVale as Action);

    expect(passedOn.message.title).toBe('Your request has been passed on');
    const requests = await harness.prisma.linkRequest.findMany();
    expect(requests.map(({ partnershipId }) => partnershipId)).toEqual([vale.id]);
  });

  it('brings a guest’s first word to the office whose plan has the address, and asks which where none has', async () => {
    const guest = { kind: 'one_channel', name: 'Vic Visitor' } as const;
    people.U0VISITOR = { email: 'v@example.org', kind: 'guest', active: true, guest };
    people.U0NONE = { email: 'none@example.org', kind: 'guest', active: true, guest };
    const of = (userId: string) => harness.prisma.linkRequest.findMany({ where: { userId } });

    const asked = await say('U0VISITOR', 'show send14');
    const unasked = await say('U0NONE', 'mine');
    const question = await say('U0NONE', 'link I am Nobody');

    expect(plainText(asked.message)).toContain('I’ve asked your programme office');
    expect((await of('U0VISITOR')).map(({ partnershipId }) => partnershipId)).toEqual([vale.id]);
    expect(plainText(unasked.message)).not.toContain('Vale Partnership');
    expect(question.code).toBe('which-partnership');
    expect(await of('U0NONE')).toEqual([]);
  });

  it('answers a repeat nowhere, also when another partnership was chosen meanwhile', async () => {
    await say('U0BOTH', 'partnership north');
    const inbound = terminalInbound('', 'show pa1.2a', {
      ...{ platform: 'slack', tenantId: TEAM, userId: 'U0BOTH' },
    });
    expect((await handle(inbound))?.outcome).toBe('done');
    await say('U0BOTH', 'partnership vale');

    expect(await handle(inbound)).toBeNull();
  });

  it('asks in the terminal where several are meant and none was named', async () => {
    const question = await handle(terminalInbound(BOTH, 'show send14'));

    expect(question).toMatchObject({ outcome: 'refused', code: 'which-partnership' });
    expect(question && plainText(question.message)).toContain('--partnership KEY');
    expect(question && plainText(question.message)).toContain('(vale)');
    const named = await handle(terminalInbound(BOTH, 'show send14', { tenantId: 'vale' }));
    expect(named?.outcome).toBe('done');
    const only = await handle(terminalInbound('n@example.org', 'show pa1.2a'));
    expect(only?.outcome).toBe('done');
    const unknown = await handle(terminalInbound(BOTH, 'mine', { tenantId: 'south' }));
    expect(unknown).toMatchObject({ outcome: 'refused', code: 'unknown-partnership' });
    expect((await handle(terminalInbound('x@example.org', 'mine')))?.code).toBe('not-linked');
  });
});
