// `/pap help`: what can be typed.
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { usagesOf } from '../../src/core/message/domain/line-text.ts';
import { ASHA, BEN, CERYS } from '../support/world/cast.ts';
import { buttonsOf, itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { terminalInbound } from '../support/world/plan-world.ts';

/** What has to be there before a verb has anything to do. */
const NEEDS_FIRST: Readonly<Record<string, string>> = {
  undo: 'update 2B:2 amber reason',
  'undo 2B:2': 'update 2B:2 amber reason',
  'undo 2B:2 D1': 'decide 2B:2 needed a second trainer from SIAB',
};
const NAMES = commands.map(({ name }) => name);

describePlan('help', (parts) => {
  it.each([
    [ASHA, ['mine', 'mine form', 'outstanding', 'show meetings', 'away']],
    [CERYS, ['outstanding', 'decide', 'challenge', 'mine', 'show meetings']],
    [BEN, ['outstanding', 'admin status', 'admin people', 'admin pack list', 'help admin import']],
  ])('shows %s the five things that they do most, and each can be pressed', async (who, five) => {
    const { world } = parts;

    for (const line of ['help', '?', 'hello', 'HI', 'help ']) {
      const { message } = await world.pap(who, line);

      expect(buttonsOf(message).map((button) => button.line)).toEqual([...five, 'help all']);
      expect(message.title).toMatch(/^Hello \S+, what would you like to do\?$/);
    }
    for (const line of five)
      expect(await world.pap(who, line), line).toMatchObject({ outcome: 'done' });
  });

  it('says what becomes of a changed message', async () => {
    const { message } = await parts.world.pap(ASHA, 'help edits');

    expect(buttonsOf(message).map(({ line }) => line)).toEqual(['undo', 'help amend', 'mine']);
  });

  it.each(['help all', 'HELP ALL'])('lists every verb with an example: %j', async (line) => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('What you can type');
    expect(itemsOf(reply.message)).toHaveLength(NAMES.length);
    expect(itemsOf(reply.message)[1]).toBe(
      '/pap update 2B:2 amber 14 of 20 trained — gives an objective a rating and says why',
    );
  });

  it.each(commands)(
    'says more about $name: examples first, then who may use it',
    async (command) => {
      const { world } = parts;

      const { message, outcome } = await world.pap('owner@example.org', `help ${command.name}`);

      expect(outcome).toBe('done');
      expect(message.title).toBe(`${command.name}: ${command.summary}`);
      expect(message.blocks[0]?.kind).toBe('list');
      const usages = usagesOf(command).map((usage) => `/pap ${usage}`);
      const [only, ...more] = usages;
      const isOne = more.length === 0;
      expect(itemsOf(message)).toEqual([
        ...command.examples.map((line) => `/pap ${line}`.trim()),
        ...(isOne ? [] : usages),
      ]);
      expect(paragraphsOf(message)).toEqual([
        isOne ? `Form: ${only}` : 'Forms:',
        `Who: ${command.access}`,
      ]);
    },
  );

  it.each(['help u', 'help /pap update', 'help PAP Update'])(
    'finds it as people type it: %s',
    async (line) => {
      const { world } = parts;

      const { message } = await world.pap('owner@example.org', line);

      expect(message.title).toMatch(/^update: /);
    },
  );

  it.each(commands)('has only examples that can be read for $name', async ({ examples }) => {
    const { world } = parts;
    // Where all that a verb needs of the installation is set.
    const handle = world.dispatcher({ publicUrl: 'https://pap.example.org' });

    const outcomes: (string | undefined)[] = [];
    for (const [index, example] of examples.entries()) {
      const first = NEEDS_FIRST[example];
      if (first) await world.pap('office@example.org', `${first} ${index}`);
      const tenantId = world.partnership.key;
      const reply = await handle(terminalInbound('office@example.org', example, { tenantId }));
      outcomes.push(reply?.outcome);
    }

    expect(outcomes).toEqual(examples.map(() => 'done'));
  });

  it('suggests the verb that was meant', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', 'help udpate');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-verb' });
    expect(reply.message.title).toBe('“udpate” is not a command');
    expect(buttonsOf(reply.message)).toEqual([
      { label: 'Yes, help update', line: 'help update', style: 'primary' },
    ]);
    expect(await world.footprint()).toEqual(before);
  });

  it('suggests nothing where nothing is near', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'help frobnicate');

    expect(reply.code).toBe('unknown-verb');
    expect(paragraphsOf(reply.message)).toEqual([
      'Nothing was changed. Type /pap help to see them all.',
    ]);
  });

  itIsClosedToOutsiders('help', () => parts);
});
