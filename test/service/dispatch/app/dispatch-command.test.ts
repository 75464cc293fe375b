// The one way in: repeats, faults and strangers' workspaces.
import { describe, expect, it } from 'vitest';
import { link } from '../../../../commands/link.ts';
import type { Command } from '../../../../src/core/request/app/command.ts';
import { describeError } from '../../../../src/log.ts';
import { buttonsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { SLACK_TEAM, terminalInbound, textOf } from '../../../support/world/plan-world.ts';

const OWNER = 'owner@example.org';
const NOTE = 'the child at 7 Fictional Street has moved';

describePlanOnBoth('dispatch command', (parts) => {
  const asking = (line: string, requestId?: string) =>
    terminalInbound(OWNER, line, {
      tenantId: parts.world.partnership.key,
      ...(requestId && { requestId }),
    });

  /** A verb that fails as a foreign library would: its error quotes what it was given. */
  const failing: Command = {
    ...link,
    name: 'fail',
    aliases: [],
    run: (rest) => Promise.reject(new Error(`Failing row contains (${rest}, ${OWNER}).`)),
  };

  /** The log as it is written: errors go through the log's own description of them. */
  const logged = () =>
    JSON.stringify(parts.world.lines, (key, value) =>
      key === 'err' ? describeError(value) : value,
    );

  it('answers a fault with one plain sentence and a reference under which the log has the cause', async () => {
    const { world } = parts;
    const handle = world.dispatcher({ commands: [failing] });

    const reply = await handle(asking(`fail ${NOTE}`));

    expect(reply).toMatchObject({ outcome: 'fault', audience: 'private' });
    expect(reply?.code).toMatch(/^[0-9a-f]{12}$/);
    expect(reply?.message.title).toBe('Something went wrong on our side');
    expect(reply && textOf(reply)).toContain(
      `tell the programme office this reference: ${reply?.code}`,
    );
    expect(reply && textOf(reply)).not.toContain('Failing row');
    expect(world.lines).toEqual([
      {
        level: 'error',
        message: 'a command failed',
        fields: expect.objectContaining({ reference: reply?.code, platform: 'terminal' }),
      },
      {
        level: 'info',
        message: 'command answered',
        fields: expect.objectContaining({ request: reply?.code, verb: 'fail', outcome: 'fault' }),
      },
    ]);
  });

  it('logs neither what was typed nor who typed it', async () => {
    const { world } = parts;
    const handle = world.dispatcher({ commands: [failing] });

    await handle(asking(`fail ${NOTE}`));

    expect(logged()).toContain('a command failed');
    expect(logged()).not.toContain('Fictional Street');
    expect(logged()).not.toMatch(/@example\.org|Asha/);
  });

  it('logs no words of a note either when the database quotes them', async () => {
    const { world, harness } = parts;
    await harness.pool.query(
      `CREATE FUNCTION quote_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Failing row contains %', NEW.note; END $$;
       CREATE TRIGGER quote_note BEFORE INSERT ON entry_words FOR EACH ROW EXECUTE FUNCTION quote_note()`,
    );

    const reply = await world.pap(OWNER, `update 2B:2 amber ${NOTE}`);
    await harness.pool.query('DROP TRIGGER quote_note ON entry_words; DROP FUNCTION quote_note()');

    expect(reply.outcome).toBe('fault');
    expect(logged()).toContain('a command failed');
    expect(logged()).not.toContain('Fictional Street');
    expect(logged()).not.toMatch(/@example\.org|Asha/);
  });

  it('logs nothing of what people write in ordinary use', async () => {
    const { world } = parts;

    await world.pap(OWNER, `update 2B:2 amber ${NOTE}`);
    await world.pap(OWNER, `update 2B:2 ${NOTE}`);
    await world.pap('stranger@example.org', 'mine');

    expect(logged()).not.toMatch(/Fictional Street|@example\.org|Asha/);
  });

  it('answers the same request again after a fault: it may work now', async () => {
    const { world } = parts;
    const inbound = asking('mine', 'test:after-a-fault');
    const broken = world.dispatcher({ commands: [{ ...failing, name: 'mine' }] });

    const first = await broken(inbound);
    const second = await world.handle(inbound);

    expect(first?.outcome).toBe('fault');
    expect(second?.outcome).toBe('done');
  });

  it.each(['mine', 'update 2B:2 amber x', 'frobnicate', 'update 9Z:9 amber x'])(
    'answers a repeat with nothing: %s',
    async (line) => {
      const { world } = parts;
      const inbound = asking(line, `test:repeat of ${line}`);

      const replies = [
        await world.handle(inbound),
        await world.handle(inbound),
        await world.dispatcher()(inbound),
      ];

      expect(replies[0]).not.toBeNull();
      expect(replies.slice(1)).toEqual([null, null]);
    },
  );

  it('answers a repeat with nothing that comes while the first is being answered', async () => {
    const { world } = parts;
    const inbound = asking('mine', 'test:at the same time');

    const replies = await Promise.all([1, 2, 3].map(() => world.handle(inbound)));

    expect(replies.filter((reply) => reply !== null)).toHaveLength(1);
  });

  it('takes two requests for two, also of the same words', async () => {
    const { world } = parts;

    const replies = await Promise.all([1, 2].map(() => world.handle(asking('mine'))));

    expect(replies.map((reply) => reply?.outcome)).toEqual(['done', 'done']);
  });

  it('tells a workspace that is not set up how to be, and shows nothing', async () => {
    const { world } = parts;
    const inbound = { ...asking('show 2B:2'), platform: 'slack', tenantId: 'T0ELSEWHERE' } as const;

    const reply = await world.handle(inbound);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked', audience: 'private' });
    expect(reply && paragraphsOf(reply.message)[0]).toBe(
      'This workspace does not belong to a partnership that is set up here. So nothing can be shown or changed.',
    );
  });

  it.each([
    [
      OWNER,
      'Asha',
      [
        'My objectives',
        'Return all of mine',
        'What’s outstanding',
        'Next meetings',
        'I’ll be away',
      ],
    ],
    [
      'cochair@example.org',
      'Cerys',
      [
        'What’s outstanding',
        'Decisions needed',
        'Open challenges',
        'My objectives',
        'Next meetings',
      ],
    ],
    [
      'office@example.org',
      'Ben',
      ['What’s outstanding', 'Is all well?', 'People', 'Board packs', 'Import a plan'],
    ],
  ])('greets %s once, below the answer to what they first wrote', async (email, name, five) => {
    const { world, harness } = parts;
    await harness.prisma.platformAccount.deleteMany({});
    await harness.prisma.person.updateMany({ data: { greetedAt: null } });
    const directory = {
      platform: 'slack',
      lookUp: async () => ({ email, kind: 'member' as const, active: true }),
    } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const from = (userId: string, line: string) =>
      handle(terminalInbound('', line, { platform: 'slack', tenantId: SLACK_TEAM, userId }));

    const first = await from('U0FIRST', 'show 2B:2');
    const second = await from('U0FIRST', 'show 2B:2');
    const elsewhere = await from('U0OTHER', 'show 2B:2');

    const before = (second && buttonsOf(second.message)) ?? [];
    expect(first?.message.title).toBe(second?.message.title);
    expect(first && textOf(first)).toContain(`Hello ${name}, I’m PAP.`);
    expect(
      first &&
        buttonsOf(first.message)
          .slice(before.length)
          .map(({ label }) => label),
    ).toEqual(five);
    expect([second, elsewhere].map((reply) => reply && textOf(reply)).join()).not.toContain(
      'I’m PAP',
    );
  });

  it('greets whoever only says hello, or writes what cannot be read, once as well', async () => {
    const { world, harness } = parts;
    const directory = {
      platform: 'slack',
      lookUp: async () => ({ email: OWNER, kind: 'member' as const, active: true }),
    } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const asFirst = async (line: string) => {
      await harness.prisma.platformAccount.deleteMany({});
      await harness.prisma.person.updateMany({ data: { greetedAt: null } });
      const inbound = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0FIRST' } as const;
      const reply = await handle(terminalInbound('', line, inbound));
      return reply ? textOf(reply) : '';
    };

    const hello = await asFirst('Hello PAP');
    expect(hello).toContain('Hello Asha, what would you like to do?');
    expect(hello).not.toContain('I’m PAP');
    const unread = await asFirst('frobnicate');
    expect(unread).toMatch(/is not a command[\s\S]*Hello Asha, I’m PAP\./);
  });

  describe('whoever was linked beforehand, by the office or by look-up,', () => {
    const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA' } as const;
    const opening = { ...account, isOpening: true, requestId: 'slack:opened:U0ASHA' } as const;

    async function linkAsha() {
      const { world, harness } = parts;
      await harness.prisma.person.updateMany({ data: { greetedAt: null } });
      const personId = await world.personId(OWNER);
      await world.record.people.linkAccount(personId, account, await world.clock.now());
      const teams = { platform: 'teams', tenantId: 'teams-tenant', userId: 'aad-asha' } as const;
      await harness.store.bindWorkspace(world.partnership.id, 'teams', teams.tenantId);
      await world.record.people.linkAccount(personId, teams, await world.clock.now());
      const say = async (line: string, more: Parameters<typeof terminalInbound>[2]) => {
        const reply = await world.handle(terminalInbound('', line, more));
        return reply && textOf(reply);
      };
      return { say, teams };
    }

    it('is greeted at their first word, whichever door they take, and not at the other one', async () => {
      const { say, teams } = await linkAsha();

      expect(await say('mine', teams)).toContain('Hello Asha, I’m PAP.');
      expect(await say('mine', teams)).not.toContain('I’m PAP');
      expect(await say('mine', account)).not.toContain('I’m PAP');
      expect(await say('help', opening)).toBeNull();
    });

    it('is greeted when they open their messages, and then not again', async () => {
      const { say } = await linkAsha();

      expect(await say('help', opening)).toContain('Hello Asha');
      expect(await say('help', { ...opening, requestId: 'slack:opened:again' })).toBeNull();
      expect(await say('mine', account)).not.toContain('I’m PAP');
    });

    it('is greeted by one of two requests that come at once', async () => {
      const { say } = await linkAsha();

      const said = await Promise.all([1, 2].map(() => say('mine', account)));

      expect(said.filter((text) => text?.includes('I’m PAP'))).toHaveLength(1);
    });

    it('is not greeted at the terminal, and keeps the greeting for later', async () => {
      const { world } = parts;
      const { say } = await linkAsha();

      expect(textOf(await world.pap(OWNER, 'mine'))).not.toContain('I’m PAP');
      expect(await say('mine', account)).toContain('I’m PAP');
    });
  });

  it('marks example data for the partnership that has it, and not for one that has none', async () => {
    const { world, other } = parts;

    const ours = await world.pap(OWNER, 'help');
    const theirs = await world.handle(other.inbound('help'));

    expect(textOf(ours)).toContain('Contains example data');
    expect(theirs && textOf(theirs)).not.toContain('Contains example data');
  });

  it('finds a verb in any case and by its other names, and an empty line means mine', async () => {
    const { world } = parts;

    const replies = await Promise.all(
      ['', '  ', '/pap', 'pap', 'MINE', 'My'].map((line) => world.pap(OWNER, line)),
    );

    expect(replies.map(({ message }) => message.title)).toEqual(
      Array.from({ length: 6 }, () => 'Your objectives (3)'),
    );
  });
});
