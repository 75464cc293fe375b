// `/pap update`: a new rating and the reason for it.
import { expect, it } from 'vitest';
import { blocksOf, buttonsOf, factsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const TITLE = 'Recorded: 2B:2 Named workers identified, fully trained, and supported';

describePlan('update', (parts) => {
  it.each([
    ['update 2B:2 amber 14 of 20 trained', '🛑 Red → 🔶 Amber', '14 of 20 trained'],
    ['u 2b2 a 14 of 20 trained', '🛑 Red → 🔶 Amber', '14 of 20 trained'],
    ['UPDATE 2B.2 AT RISK two posts are vacant', '🛑 Red → 🔶 Amber', 'two posts are vacant'],
    ['update 2B-2 🟢 all 20 trained', '🛑 Red → 🟢 Green', 'all 20 trained'],
    ['update PAP 2B:2 on track all 20', '🛑 Red → 🟢 Green', 'all 20'],
    ['update 2B 2 g used in 3 settings', '🛑 Red → 🟢 Green', 'used in 3 settings'],
    ['update 2B:2 red the provider left', '🛑 Red (no change)', 'the provider left'],
    ['update 2B:2 amber "red tape reduced"', '🛑 Red → 🔶 Amber', 'red tape reduced'],
  ])('records %j', async (line, rating, note) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(TITLE);
    expect(factsOf(reply.message)).toMatchObject({
      Rating: rating,
      Note: note,
      By: 'Asha Example, Example Council',
      When: 'Mon 1 July 2024, 09:45',
    });
    expect((await world.footprint()).updates).toBe(before.updates + 1);
  });

  it('gives blue once there is evidence that families feel it', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'evidence 2B:2 https://example.org/s survey of July felt');

    const reply = await world.pap('owner@example.org', 'update 2B 2 complete used in 3 settings');

    expect(reply.outcome).toBe('done');
    expect(factsOf(reply.message)).toMatchObject({
      Rating: '🛑 Red → 🟦 Blue',
      Note: 'used in 3 settings',
    });
  });

  it('refuses blue without it, says what to type, and keeps what was typed', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'evidence 2B:2 https://example.org/s register done');
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', 'update 2B:2 blue used in 3 settings');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'blue-needs-evidence' });
    expect(reply.message.title).toBe('Blue needs evidence that families feel it');
    expect(paragraphsOf(reply.message)).toContain(
      '/pap evidence 2B:2 https://… what it shows felt',
    );
    expect(paragraphsOf(reply.message)).toContain('/pap evidence 2B:2 waive the reason');
    expect(buttonsOf(reply.message).map(({ line }) => line)).toEqual([
      'update 2B:2 blue used in 3 settings',
    ]);
    expect(await world.footprint()).toEqual(before);
  });

  it('asks for the road back when it is red, until there is one', async () => {
    const { world } = parts;
    const first = await world.pap('owner@example.org', 'update 2B:2 red the provider left');
    await world.pap('owner@example.org', 'recovery 2B:2 find another provider by 31 July');
    const second = await world.pap('owner@example.org', 'update 2B:2 red still looking');

    expect(buttonsOf(first.message).map(({ line }) => line)).toEqual([
      'undo 2B:2',
      'recovery 2B:2',
    ]);
    expect(paragraphsOf(first.message).join()).toContain('What is the road back?');
    expect(buttonsOf(second.message).map(({ line }) => line)).toEqual(['undo 2B:2']);
  });

  it('lets red stand without a word: honesty is never blocked', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'update 1A:1 red');

    expect(reply.outcome).toBe('done');
    expect(factsOf(reply.message).Rating).toBe('🔶 Amber → 🛑 Red');
    expect(factsOf(reply.message)).not.toHaveProperty('Note');
  });

  it.each(['owner@example.org', 'deputy@example.org', 'office@example.org'])(
    'takes it from %s',
    async (email) => {
      const { world } = parts;

      const reply = await world.pap(email, 'update 2B:2 amber 14 of 20 trained');

      expect(reply.message.title).toBe(TITLE);
    },
  );

  it.each([
    ['update 2B:1 amber x', 'not-permitted', 'You cannot do that'],
    ['update 2B:2 14 of 20', 'no-rating', 'Which rating?'],
    ['update 2B:2 ambr almost', 'bad-rating', '“ambr” is not a rating'],
    ['update 2B:2 amber green go', 'two-ratings', 'That has two ratings'],
    ['update 2B:2 amber', 'note-required', 'Why amber?'],
    ['update 2B amber x', 'ambiguous-objective', 'More than one objective matches “2B”'],
    ['update 7C:4 amber x', 'unknown-objective', 'There is no objective “7C:4”'],
    ['update amber 14 of 20', 'which-objective', 'Which objective?'],
  ])('refuses %j as %s, and nothing is recorded', async (line, code, title) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'refused', code, audience: 'private' });
    expect(reply.message.title).toBe(title);
    expect(reply.message.tone).toBe('attention');
    expect(await world.footprint()).toEqual(before);
  });

  it.each(['cochair@example.org', 'dev@example.org', 'femi@example.org'])(
    'is forbidden to %s, who does not answer for 2B:2',
    async (email) => {
      const { world } = parts;
      const before = await world.footprint();

      const reply = await world.pap(email, 'update 2B:2 green all done');

      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
      expect(paragraphsOf(reply.message)[0]).toBe(
        '2B:2: “update” is for the objective’s owner, their deputy or cover, or the programme office. Nothing was changed. Ask the programme office if that should include you.',
      );
      expect(await world.footprint()).toEqual(before);
      expect((await world.objective('2B:2')).rag).toBe('red');
    },
  );

  it('opens a form in chat, pre-filled with the last return and bound to its version', async () => {
    const { world, harness } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    const account = await harness.prisma.platformAccount.findFirstOrThrow({
      where: { person: { email: 'owner@example.org' }, platform: 'teams' },
    });
    const before = await world.footprint();

    const reply = await world.pap('', 'update 2B:2', {
      platform: 'teams',
      tenantId: account.tenantId,
      userId: account.userId,
    });

    expect(reply.outcome).toBe('done');
    expect(reply.message.title).toBe(
      'Update 2B:2 Named workers identified, fully trained, and supported',
    );
    const [form] = blocksOf(reply.message, 'form');
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['rag', 'amber'],
      ['note', '14 of 20 trained'],
    ]);
    expect(form?.submit).toMatchObject({
      line: 'update 2B:2',
      guard: await world.guard('2B:2'),
    });
    expect(await world.footprint()).toEqual(before);
  });

  it('does not pre-fill the words of the published plan as if they were the owner’s', async () => {
    const { world, harness } = parts;
    const account = await harness.prisma.platformAccount.findFirstOrThrow({
      where: { person: { email: 'owner@example.org' }, platform: 'teams' },
    });
    const { tenantId, userId } = account;

    const { message } = await world.pap('', 'update 2B:2', { platform: 'teams', tenantId, userId });

    expect(blocksOf(message, 'form')[0]?.fields[1]).not.toHaveProperty('value');
  });

  it('finishes the line with the button that a refusal offers', async () => {
    const { world } = parts;
    const refused = await world.pap('owner@example.org', 'update 2B:2 14 of 20 trained');
    const amber = buttonsOf(refused.message).find(({ label }) => label === '🔶 Amber');

    const reply = await world.pap('owner@example.org', amber?.line ?? '');

    expect(amber?.line).toBe('update 2B:2 amber 14 of 20 trained');
    expect(factsOf(reply.message)).toMatchObject({
      Rating: '🛑 Red → 🔶 Amber',
      Note: '14 of 20 trained',
    });
  });

  it('says on every answer that the people are fictional', async () => {
    const { world } = parts;

    const replies = await Promise.all(
      ['update 2B:2 amber 14 of 20', 'update 2B:2', 'update 9Z:9 amber x'].map((line) =>
        world.pap('owner@example.org', line),
      ),
    );

    for (const reply of replies) expect(textOf(reply)).toContain('Contains example data');
  });

  itIsClosedToOutsiders('update 2B:2 amber 14 of 20 trained', () => parts);
});
