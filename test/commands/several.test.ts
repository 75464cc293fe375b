// Several objectives in one command, and the rating of impact: asked back once, then all or none.
import { expect, it } from 'vitest';
import {
  blocksOf,
  buttonOf,
  buttonsOf,
  factsOf,
  itemsOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { describePlan, describePlanOnBoth } from '../support/world/plan-suite.ts';
import { terminalInbound, textOf } from '../support/world/plan-world.ts';

const OWNER = 'owner@example.org';

/** References that the plan could have, each once. */
function manyRefs(count: number, end: string): string {
  const refs = Array.from(
    { length: count },
    (_, at) => `${1 + (at % 9)}A:${1 + Math.floor(at / 9)}`,
  );
  return refs.map((ref) => ref + end).join('');
}

describePlan('several at once', (parts) => {
  it.each([
    [
      'update 2B:2 1A:1 amber 14 of 20',
      'update confirm 2B:2@1 1A:1@1 amber 14 of 20',
      ['🛑 Red → 🔶 Amber · 14 of 20', '🔶 Amber (no change) · 14 of 20'],
    ],
    [
      'update\n2B:2 amber 14 of 20\n1A:1 same',
      'update confirm\n2B:2@1 amber 14 of 20\n1A:1@1 same',
      ['🛑 Red → 🔶 Amber · 14 of 20', '🔶 Amber (no change)'],
    ],
    [
      'update 2b2 amber 14 of 20; 1a1 impact red nobody has asked families',
      'update confirm\n2B:2@1 amber 14 of 20\n1A:1@1 impact red nobody has asked families',
      ['🛑 Red → 🔶 Amber · 14 of 20', 'impact: ⬜ Not rated → 🛑 Red · nobody has asked families'],
    ],
    [
      'same 2B:2 1A:1 evidence unchanged',
      'same confirm 2B:2@1 1A:1@1 evidence unchanged',
      ['🛑 Red (no change) · evidence unchanged', '🔶 Amber (no change) · evidence unchanged'],
    ],
  ])('asks once before it records %j', async (line, confirmed, changes) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(OWNER, line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Record these 2 together?');
    expect(itemsOf(reply.message).map((item) => item.split(' · ').slice(1).join(' · '))).toEqual(
      changes,
    );
    expect(buttonsOf(reply.message).map((button) => button.line)).toEqual([confirmed]);
    expect(await world.footprint()).toEqual(before);
  });

  it('records all of it when it is confirmed, with one receipt', async () => {
    const { world } = parts;
    const asked = await world.pap(OWNER, 'update\n2B:2 amber 14 of 20\n1A:1 same');

    const reply = await world.pap(OWNER, buttonOf(asked.message, 'Confirm all 2').line);

    expect(reply.message.title).toBe('Recorded: 2B:2, 1A:1');
    expect(itemsOf(reply.message)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported · 🛑 Red → 🔶 Amber · 14 of 20',
      '1A:1 Example: one front door for advice to settings (example) · 🔶 Amber (no change)',
    ]);
    expect(factsOf(reply.message)['Still to come']).toBe('You have no other return outstanding.');
    expect((await world.objective('2B:2')).rag).toBe('amber');
    expect(textOf(await world.pap(OWNER, 'mine'))).toContain('You have returned everything');
  });

  it('asks for the road back of each that is red without one, and offers to take each back', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'recovery 2B:2 train the last six by 31 July');

    const planned = await world.pap(OWNER, 'update confirm 2B:2 1A:1 red too few trainers');
    const both = await world.pap('office@example.org', 'update confirm 1A:2 2B:1 red no trainers');

    expect(buttonsOf(planned.message).map(({ label }) => label)).toEqual([
      'Undo 2B:2',
      'Undo 1A:1',
      'Plan recovery of 1A:1',
    ]);
    expect(paragraphsOf(planned.message).at(-1)).toBe(
      'What is the road back? Red is recorded. The board will ask what is done about it, by whom and by when: /pap recovery 1A:1 what is done by 31 July who @name',
    );
    expect(buttonsOf(both.message).map(({ line }) => line)).toEqual([
      'undo 1A:2',
      'undo 2B:1',
      'recovery 1A:2',
      'recovery 2B:1',
    ]);
    expect(paragraphsOf(both.message).at(-1)).toMatch(
      /^What is the road back\? Red is recorded for 1A:2, 2B:1\./,
    );
  });

  it('takes the word confirm without versions', async () => {
    const { world } = parts;

    const reply = await world.pap(OWNER, 'same confirm 2B:2 1A:1 evidence unchanged');

    expect(reply.message.title).toBe('Recorded: 2B:2, 1A:1');
  });

  it('returns all that is owed, and leaves a deputy’s to its owner', async () => {
    const { world } = parts;

    const reply = await world.pap(OWNER, 'same all as before');

    expect(buttonsOf(reply.message)[0]?.line).toBe('same confirm 1A:1@1 2B:2@1 as before');
  });

  it('records all that is owed at once when that is confirmed as it is typed', async () => {
    const { world } = parts;

    const reply = await world.pap(OWNER, 'same confirm all as before');

    expect(reply.message.title).toBe('Recorded: 1A:1, 2B:2');
  });

  it('says that nothing is owed where nothing is', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'same confirm 2B:2 1A:1');

    const reply = await world.pap(OWNER, 'same all');

    expect(reply.message.title).toBe('Nothing to return');
    expect(buttonsOf(reply.message)).toEqual([]);
  });

  it.each([
    ['update 2B:2 2B:1 amber x', 'none-recorded', '2B:1: You cannot do that'],
    ['update\n2B:2 amber x\n1A:1 green', 'none-recorded', '1A:1: Why green?'],
    ['update\n2B:2 amber x\n1A:1 not yet', 'none-recorded', '1A:1: Which rating?'],
    ['update\n2B:2 amber x\n9Z:9 same', 'none-recorded', '9Z:9: There is no objective “9Z:9”'],
    [
      'update confirm\n2B:2 amber x\n1A:1 amber ring 07700 900123',
      'none-recorded',
      '1A:1: Please leave personal data out',
    ],
    ['same confirm 2B:2@9 1A:1@1', 'none-recorded', '2B:2: 2B:2 changed while'],
    ['same 2B:2 2b2', 'usage', '2B:2 is named twice'],
    ['update confirm', 'usage', 'at least one objective'],
  ])('refuses the whole of %j as %s', async (line, code, words) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(OWNER, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(textOf(reply)).toContain(words);
    expect(await world.footprint()).toEqual(before);
  });

  it.each([
    ['update, one again and again', `update ${'2B:2 '.repeat(2_300)}`, '2B:2 is named twice'],
    ['same, one again and again', `same ${'2B:2;'.repeat(1_700)}`, '2B:2 is named twice'],
    [
      'update, one a line',
      `update confirm ${manyRefs(900, ' red x\n')}`,
      'The line names 900 objectives, and the plan has',
    ],
    ['same', `same ${manyRefs(1_700, ' ')}`, 'The line names 1700 objectives, and the plan has'],
  ])('looks none of thousands up: %s', async (_, line, words) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(OWNER, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(textOf(reply)).toContain(words);
    expect(await world.footprint()).toEqual(before);
  });

  it('says how to record what only may tell of a child, and takes it', async () => {
    const { world } = parts;
    const note = 'Jayden, aged 9, has a named worker';

    const asked = await world.pap(OWNER, `update confirm\n2B:2 amber ${note}\n1A:1 same`);
    const taken = await world.pap(OWNER, `update confirm\n2B:2 amber checked: ${note}\n1A:1 same`);

    expect(asked).toMatchObject({ outcome: 'refused', code: 'none-recorded' });
    expect(textOf(asked)).toContain('begin that note with “checked:”');
    expect(taken.outcome).toBe('done');
  });

  it('is forbidden to somebody who answers for none of them', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('cochair@example.org', 'same confirm 2B:2 1A:1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(reply.message.title).toBe('You cannot do that');
    expect(await world.footprint()).toEqual(before);
  });

  it('explains a stale confirmation and offers it again for what stands now', async () => {
    const { world } = parts;
    const asked = await world.pap(OWNER, 'same 2B:2 1A:1');
    await world.pap('deputy@example.org', 'update 2B:2 amber 12 of 20');

    const stale = await world.pap(OWNER, buttonsOf(asked.message)[0]?.line ?? '');
    const again = await world.pap(
      OWNER,
      buttonOf(stale.message, 'Record all of mine as well').line,
    );

    expect(textOf(stale)).toContain('Ella Example, Example NHS recorded 🛑 Red → 🔶 Amber');
    expect(again.message.title).toBe('Recorded: 2B:2, 1A:1');
  });

  it('leaves a semicolon or a reference within a note alone', async () => {
    const { world } = parts;

    const reply = await world.pap(OWNER, 'update 2B:2 amber waits for 1A:1; 3A:1 is on its way');

    expect(factsOf(reply.message).Note).toBe('waits for 1A:1; 3A:1 is on its way');
  });

  it('refuses everything while the papers are frozen', async () => {
    const { world } = parts;
    world.at('2024-07-18T10:00');

    const reply = await world.pap(OWNER, 'same confirm 2B:2 1A:1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'none-recorded' });
    expect(textOf(reply)).toContain('can be updated again from Thu 25 July 2024');
  });

  it('rates impact beside delivery, which stays and is still owed', async () => {
    const { world } = parts;

    const reply = await world.pap(OWNER, 'update 2B:2 impact green families say so');

    const { rag, impactRag } = await world.objective('2B:2');
    expect({ rag, impactRag }).toEqual({ rag: 'red', impactRag: 'green' });
    expect(factsOf(reply.message)).toMatchObject({
      'Impact rating': '⬜ Not rated → 🟢 Green',
      Note: 'families say so',
      'What follows':
        'The delivery rating stays as it is, and this answers no return. No channel is told.',
    });
    expect(textOf(await world.pap(OWNER, 'mine'))).toContain('All 2 of yours are still to return');
  });

  it('takes the word delivery, and asks for the rating of impact where there is none', async () => {
    const { world } = parts;

    const delivery = await world.pap(OWNER, 'update 2B:2 delivery amber 14 of 20');
    const none = await world.pap(OWNER, 'update 2B:2 impact families say so');

    expect(factsOf(delivery.message).Rating).toBe('🛑 Red → 🔶 Amber');
    expect(none).toMatchObject({ outcome: 'refused', code: 'no-rating' });
    expect(buttonsOf(none.message)[0]?.line).toBe('update 2B:2 impact red families say so');
  });
});

describePlan('the return form', (parts) => {
  it('has everything that one answers for, what is owed first, filled with the last return', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20');

    const { message } = await world.pap(OWNER, 'mine form');

    const [form] = blocksOf(message, 'form');
    expect(form?.submit).toEqual({
      label: 'Send all',
      line: 'update confirm',
      again: 'mine form',
      rows: ['1A:1@1', '2B:2@2', '1A:2@1'],
      style: 'primary',
    });
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['rag-1A:1', 'same'],
      ['note-1A:1', undefined],
      ['rag-2B:2', '-'],
      ['note-2B:2', '14 of 20'],
      ['rag-1A:2', '-'],
      ['note-1A:2', undefined],
    ]);
  });

  it('offers nothing to press while the papers are frozen, and says until when', async () => {
    const { world } = parts;
    world.at('2024-07-18T10:00');

    for (const line of ['mine', 'mine form']) {
      const { message } = await world.pap(OWNER, line);
      expect(buttonsOf(message)).toEqual([]);
      expect(textOf({ message, audience: 'private', outcome: 'done' })).toContain(
        'Updates are taken again from Thu 25 July 2024.',
      );
    }
  });

  it('is what to type in the terminal', async () => {
    const { world } = parts;

    const reply = await world.pap('deputy@example.org', 'mine form');

    expect(textOf(reply)).toContain(
      'To answer, type: /pap update confirm\n3A:1@1 same|red|amber|green|blue <what to say about 3A:1>',
    );
  });

  it('asks which objective where the verb stands alone', async () => {
    const { world } = parts;

    const { message } = await world.pap(OWNER, 'update');
    const nobody = await world.pap('office@example.org', 'update');

    expect(blocksOf(message, 'form')[0]?.fields[0]).toMatchObject({
      name: 'ref',
      options: [{ value: '1A:1@1' }, { value: '1A:2@1' }, { value: '2B:2@1' }],
    });
    expect(nobody).toMatchObject({ outcome: 'refused', code: 'needs-form' });
  });
});

describePlanOnBoth('several at once in the record', (parts) => {
  it('records all of them under one request, and nothing more when it comes again', async () => {
    const { world } = parts;
    const request = terminalInbound(OWNER, 'same confirm 2B:2 1A:1 no news', {
      tenantId: world.partnership.key,
    });
    const before = await world.footprint();

    const first = await world.handle(request);
    const second = await world.dispatcher()(request);

    expect(first?.outcome).toBe('done');
    expect(second).toBeNull();
    expect((await world.footprint()).updates).toBe(before.updates + 2);
  });

  it('records them once when two processes are handed the same request', async () => {
    const { world } = parts;
    const request = terminalInbound(OWNER, 'same confirm 2B:2@1 1A:1@1 no news', {
      tenantId: world.partnership.key,
    });
    const before = await world.footprint();

    const replies = await Promise.all([world.handle(request), world.dispatcher()(request)]);

    expect(replies.map((reply) => reply?.outcome ?? 'nothing').sort()).toEqual(['done', 'nothing']);
    expect((await world.footprint()).updates).toBe(before.updates + 2);
  });

  it('records none when somebody is quicker with one of them', async () => {
    const { world } = parts;
    const request = terminalInbound(OWNER, 'same confirm 1A:1 2B:2', {
      tenantId: world.partnership.key,
    });
    const before = await world.footprint();
    const { record } = world;
    const store = {
      ...parts.harness.store,
      open: () => ({
        ...record,
        async transaction<T>(work: Parameters<typeof record.transaction<T>>[0]) {
          await world.pap('deputy@example.org', 'same 2B:2 I was quicker');
          return await record.transaction(work);
        },
      }),
    };

    const reply = await world.dispatcher({ store })(request);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'none-recorded' });
    expect((await world.footprint()).updates).toBe(before.updates + 1);
    expect((await world.objective('1A:1')).version).toBe(1);
  });
});
