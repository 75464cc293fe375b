// `/pap show`: one objective, its history, and sharing it.
import { expect, it } from 'vitest';
import { buttonsOf, factsOf, itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';

describePlan('show', (parts) => {
  it.each(['show 2B:2', '2b2', 'show 2b2', 'view 2B.2', 'show PAP 2B:2', 'SHOW 2b-2'])(
    'shows where it stands, to the reader alone: %j',
    async (line) => {
      const { world } = parts;

      const reply = await world.pap('owner@example.org', line);

      expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
      expect(reply.message.title).toBe(
        '2B:2 Named workers identified, fully trained, and supported',
      );
      expect(factsOf(reply.message)).toEqual({
        Rating: '🛑 Red',
        Impact: '⬜ Not rated',
        Owner: 'Asha Example, Example Council; deputy Ella Example',
        Due: 'by July 2024 (read as Wed 31 July 2024 at the latest)',
        Area: '2 (name not in the documents)',
        Theme: '1 Right Support, Right Time (placing is an example)',
        'Success measure': 'none is stated',
        Source: 'Progress update on the Local Area Partnership, lines 102 and 103',
      });
    },
  );

  it.each([
    ['owner@example.org', ['Same 2B:2', 'Change 2B:2', 'Share 2B:2']],
    ['deputy@example.org', ['Same 2B:2', 'Change 2B:2', 'Share 2B:2']],
    ['cochair@example.org', ['Share 2B:2']],
    ['dev@example.org', ['Share 2B:2']],
  ])('offers its buttons to who answers for it, %s: %j', async (email, labels) => {
    const { world } = parts;

    const { message } = await world.pap(email, 'show 2B:2');

    expect(buttonsOf(message).map(({ label }) => label)).toEqual(labels);
  });

  it.each([
    ['2B:2 amber 14 of 20', 'update 2B:2 amber 14 of 20'],
    ['2b2 at risk two posts are vacant', 'update 2B:2 at risk two posts are vacant'],
    ['show 2B:2 green all trained', 'update 2B:2 green all trained'],
    ['2B:2 amber we look at progress', 'update 2B:2 amber we look at progress'],
    ['2B:2 amber we meet at July 2024', 'update 2B:2 amber we meet at July 2024'],
  ])('takes %j for an update that lacks its verb, and offers it', async (line, meant) => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', line);
    const [button] = buttonsOf(reply.message);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(paragraphsOf(reply.message)[1]).toBe(`Did you mean /pap ${meant}?`);
    expect(button).toEqual({ label: 'Yes, update 2B:2', line: meant, style: 'primary' });
    expect((await world.pap('owner@example.org', meant)).outcome).toBe('done');
  });

  it('lists the history newest first, each entry with its author', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-02T11:00');
    await world.pap('deputy@example.org', 'same 2B:2 unchanged');

    const { message } = await world.pap('cochair@example.org', 'show 2B:2 history');

    expect(itemsOf(message)).toEqual([
      '🔶 Amber (confirmed, no change) · Ella Example, Example NHS, Tue 2 July 2024, 11:00 · unchanged',
      '🛑 Red → 🔶 Amber · Asha Example, Example Council, Mon 1 July 2024, 09:45 · 14 of 20 trained',
      expect.stringMatching(
        /^🛑 Red, as published · loaded Mon 1 July 2024, 09:45 · The only area/,
      ),
    ]);
  });

  it('marks in the history what was taken back and what was amended', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 green all trained');
    await world.pap('owner@example.org', 'undo 2B:2');
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20');
    await world.pap('owner@example.org', 'amend 2B:2 15 of 20');

    const { message } = await world.pap('cochair@example.org', 'show 2B:2 history');
    const by = 'Asha Example, Example Council, Mon 1 July 2024, 09:45';

    expect(factsOf(message).Rating).toBe('🔶 Amber');
    expect(itemsOf(message).slice(0, 4)).toEqual([
      `🔶 Amber, note amended · ${by} · 15 of 20`,
      `🛑 Red → 🔶 Amber · ${by} · 14 of 20 — amended since`,
      `🟢 Green taken back, 🛑 Red again · ${by}`,
      `🛑 Red → 🟢 Green · ${by} · all trained — taken back since`,
    ]);
    expect(paragraphsOf(message)[0]).toBe(
      'Last recorded: 🔶 Amber since Mon 1 July 2024 (Asha Example, Example Council): 15 of 20',
    );
  });

  it('shows an open challenge beside the rating, its parts in counts, and all of them when asked', async () => {
    const { world, harness } = parts;
    const { id: objectiveId } = await world.objective('2B:2');
    const by = {
      authorId: await world.personId('cochair@example.org'),
      at: await world.clock.now(),
    };
    const action = await world.record.transaction(async ({ items }) => {
      await items.add(
        {
          ...{ objectiveId, kind: 'challenge', title: 'What changed since May?', status: 'open' },
          ...{ due: null, originalDue: null },
          detail: {
            by: { personId: by.authorId, name: 'Cerys Example', organisation: 'Example NHS' },
            ...{ on: '2024-07-01', answer: null, answeredBy: null, answeredOn: null },
          },
        },
        { ...by, requestId: 'test:challenge' },
      );
      return await items.add(
        {
          ...{ objectiveId, kind: 'action', title: 'Train named workers', status: 'under-way' },
          ...{ due: null, originalDue: null, detail: { doneOn: null } },
        },
        { ...by, requestId: 'test:action' },
      );
    });
    const { partnershipId } = await harness.prisma.objective.findFirstOrThrow({
      where: { id: objectiveId },
    });
    await harness.prisma.assignment.create({
      data: {
        ...{ partnershipId, objectiveId, itemId: action.id, role: 'owner' },
        ...{ personId: await world.personId('femi@example.org'), startsOn: new Date('2024-01-01') },
      },
    });
    const project = await harness.prisma.project.findFirstOrThrow({ where: { partnershipId } });
    await harness.prisma.objectiveLink.create({
      data: { partnershipId, objectiveId, projectId: project.id },
    });

    const short = await world.pap('owner@example.org', 'show 2B:2');
    const whole = await world.pap('owner@example.org', 'show 2B:2 all');

    expect(factsOf(short.message)).toMatchObject({
      Rating: '🛑 Red — challenged (C1)',
      Projects: project.name,
    });
    expect(itemsOf(short.message)).toEqual([
      '2B:2 C1 What changed since May? · open · asked by Cerys Example, Example NHS, Mon 1 July 2024',
    ]);
    expect(paragraphsOf(short.message).at(-1)).toBe(
      'Parts: actions 0 of 1 done · evidence none · challenges 1 open of 1. /pap show 2B:2 all shows them.',
    );
    expect(itemsOf(whole.message)).toEqual([
      '2B:2 C1 What changed since May? · open · asked by Cerys Example, Example NHS, Mon 1 July 2024',
      expect.stringMatching(
        /^2B:2\.1 Train named workers · under way · with Femi Example, Example /,
      ),
    ]);
    expect(buttonsOf(whole.message).at(-1)?.line).toBe('show 2B:2 all share');
  });

  it('says that its due date has passed, from the day after', async () => {
    const { world } = parts;

    world.at('2024-07-31T10:00');
    const onTheDay = await world.pap('owner@example.org', 'show 2B:2');
    world.at('2024-08-01T10:00');
    const after = await world.pap('owner@example.org', 'show 2B:2');

    expect(factsOf(onTheDay.message).Due).not.toContain('overdue');
    expect(factsOf(after.message).Due).toMatch(/— overdue$/);
  });

  it('says that nobody is named where only an organisation answers', async () => {
    const { world } = parts;

    const { message } = await world.pap('owner@example.org', 'show 3A:2');

    expect(message.title).toBe('3A:2 Example: one list of post-16 options (example)');
    expect(factsOf(message)).toMatchObject({
      Rating: '⬜ Not rated',
      Owner: 'Example NHS (no person named) — vacant',
      Due: 'no date is stated',
    });
  });

  it('shares it with everybody in the conversation only when asked, and then without buttons', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'show 2B:2 history share');

    expect(reply.audience).toBe('conversation');
    expect(buttonsOf(reply.message)).toEqual([]);
    expect(itemsOf(reply.message)).toHaveLength(1);
  });

  it('shows what had been recorded by a date, which it echoes as read, and offers no buttons', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-05T11:00');
    await world.pap('owner@example.org', 'update 2B:2 green all 20 trained');

    const then = await world.pap('owner@example.org', 'show 2B:2 history at 4 Jul 2024');
    const before = await world.pap('owner@example.org', 'show 2B:2 at June 2024');
    const ahead = await world.pap('owner@example.org', 'show 2B:2 at July 2024');

    expect(factsOf(then.message).Rating).toBe('🔶 Amber');
    expect(paragraphsOf(then.message)[0]).toContain('As at Thu 4 July 2024.');
    expect(itemsOf(then.message)).toHaveLength(2);
    expect(buttonsOf(then.message)).toEqual([]);
    expect(paragraphsOf(before.message)).toEqual([
      'As at Sun 30 June 2024. This is what had been recorded by the end of that day.',
      'Nothing had been recorded here by the end of that day.',
    ]);
    expect(factsOf(before.message).Rating).toBe('⬜ Not rated');
    expect(paragraphsOf(ahead.message)[0]).toBe(
      'As at Wed 31 July 2024. That day is still to come: this is what has been recorded so far.',
    );
  });

  it.each([
    ['show 2B:2 at soonish', 'bad-date', '“soonish” is not a date that can be read'],
    ['show', 'usage', 'I could not read that command'],
    ['show 2B:2 yesterday', 'usage', 'I could not read that command'],
    ['show 2B', 'ambiguous-objective', 'More than one objective matches “2B”'],
    ['show 2B:9', 'unknown-objective', 'There is no objective “2B:9”'],
    ['show 9Z:9', 'unknown-objective', 'There is no objective “9Z:9”'],
    ['show 2B:2 1A:1', 'several-objectives', 'One objective at a time, please'],
  ])('refuses %j as %s', async (line, code, title) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(reply.message.title).toBe(title);
    expect(await world.footprint()).toEqual(before);
  });

  it('offers the near ones as buttons that finish the line', async () => {
    const { world } = parts;

    const { message } = await world.pap('owner@example.org', 'show 2B:9 history');

    expect(paragraphsOf(message)[0]).toBe('Nothing was changed. Did you mean one of these?');
    expect(buttonsOf(message)).toEqual([
      { label: '2B:1', line: 'show 2B:1 history' },
      { label: '2B:2', line: 'show 2B:2 history' },
    ]);
  });

  itIsClosedToOutsiders('show 2B:2', () => parts);
});
