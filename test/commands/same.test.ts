// `/pap same`: an explicit "no change".
import { expect, it } from 'vitest';
import { factsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';

describePlan('same', (parts) => {
  it.each([
    ['owner@example.org', 'same 2B:2', undefined],
    ['deputy@example.org', 'same 2b2 evidence unchanged', 'evidence unchanged'],
    [
      'office@example.org',
      'Same 2B.2 next cohort starts in September',
      'next cohort starts in September',
    ],
    ['owner@example.org', 'same 2B:2 "green shoots, no more"', 'green shoots, no more'],
  ])('records it for %s: %j', async (email, line, note) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(
      'Recorded: 2B:2 Named workers identified, fully trained, and supported',
    );
    expect(factsOf(reply.message).Rating).toBe('🛑 Red (no change)');
    expect(factsOf(reply.message).Note).toBe(note);
    expect(await world.footprint()).toEqual({ ...before, updates: before.updates + 1 });
  });

  it('stands in the history as a confirmation, with its author', async () => {
    const { world } = parts;
    await world.pap('deputy@example.org', 'same 2B:2 evidence unchanged');

    const { id, rag, version } = await world.objective('2B:2');
    const [latest] = await world.record.objectives.history(id, 1);

    expect(rag).toBe('red');
    expect(latest).toMatchObject({
      ...{ kind: 'same', fromRag: 'red', toRag: 'red', note: 'evidence unchanged', version },
      author: { name: 'Ella Example', organisation: 'Example NHS' },
      late: false,
    });
  });

  it.each([
    ['owner@example.org', 'same', 'which-objective', 'Which objective?'],
    ['owner@example.org', 'same 2B:2 green', 'usage', 'I could not read that command'],
    ['owner@example.org', 'same 2B', 'ambiguous-objective', 'More than one objective matches “2B”'],
    ['owner@example.org', 'same 4D:1', 'unknown-objective', 'There is no objective “4D:1”'],
    ['office@example.org', 'same 3A:2', 'not-rated-yet', '3A:2 has no rating yet'],
    ['owner@example.org', 'same 3A:2', 'not-permitted', 'You cannot do that'],
    ['cochair@example.org', 'same 2B:2', 'not-permitted', 'You cannot do that'],
  ])('refuses %s %j as %s, and nothing is recorded', async (email, line, code, title) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(reply.message.title).toBe(title);
    expect(await world.footprint()).toEqual(before);
  });

  it('says how to give a first rating where there is none to repeat', async () => {
    const { world } = parts;

    const reply = await world.pap('office@example.org', 'same 3A:2');

    expect(paragraphsOf(reply.message)[0]).toContain('/pap update 3A:2 amber');
  });

  itIsClosedToOutsiders('same 2B:2', () => parts);
});
