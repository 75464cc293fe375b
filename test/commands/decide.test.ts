// `/pap decide`: decisions that are needed, and what was decided.

import { expect, it } from 'vitest';
import { factsOf, footerOf, itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { itRefuses } from '../support/world/refusals.ts';

const ASK = 'decide 2B:2 needed a second trainer from SIAB by 24 July';

describePlan('decide', (parts) => {
  it('asks for a decision', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', ASK);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Recorded: 2B:2 D1 decision needed');
    expect(factsOf(reply.message)).toMatchObject({
      What: 'a second trainer',
      From: 'SIAB',
      By: '24 July (read as Wed 24 July 2024 at the latest)',
    });
    expect(await world.footprint()).toEqual({ ...before, updates: before.updates + 1 });
  });

  it('records what was decided, by whom and when, and tells owner and deputy', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', ASK);
    world.at('2024-07-02T10:00');

    const reply = await world.pap('cochair@example.org', 'decide 2B:2 d1 agreed, from September');
    await world.deliver();

    expect(reply.message.title).toBe('Recorded: 2B:2 D1 decision taken');
    expect(factsOf(reply.message)).toMatchObject({
      Decided: 'agreed, from September',
      By: 'Cerys Example, Example NHS',
    });
    expect(world.sent.map(({ message }) => message.title)).toEqual([
      'Decided: 2B:2 D1',
      'Decided: 2B:2 D1',
    ]);
    const [notice] = world.sent;
    expect(notice && paragraphsOf(notice.message)).toContain('Decided: agreed, from September');
    expect(notice && footerOf(notice.message)).toContain('Why am I getting this?');
    const { message } = await world.pap('owner@example.org', 'decide 2B:2');
    expect(itemsOf(message)).toEqual([
      '2B:2 D1 a second trainer · from SIAB · by 24 July (read as Wed 24 July 2024 at the latest) · decided: agreed, from September (Cerys Example, Example NHS, Tue 2 July 2024)',
    ]);
  });

  it('lists those that are needed, of the plan and of a theme', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', ASK);

    const all = await world.pap('femi@example.org', 'decide');
    const theme = await world.pap('femi@example.org', 'decide theme 1');
    const none = await world.pap('femi@example.org', 'decide theme 3');

    expect(itemsOf(all.message).map((item) => item.slice(0, 40))).toEqual([
      '2B:1 D1 Example: who pays for the printe',
      '2B:2 D1 a second trainer · from SIAB · b',
    ]);
    expect(paragraphsOf(theme.message)[0]).toBe(
      '2B:2 Named workers identified, fully trained, and supported',
    );
    expect(itemsOf(theme.message)).toHaveLength(1);
    expect(paragraphsOf(none.message)[0]).toBe('No decision is waiting.');
  });

  it('is withdrawn by who may ask, and then not decided any more', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', ASK);

    const withdrawn = await world.pap('deputy@example.org', 'decide 2B:2 withdraw D1');
    const late = await world.pap('cochair@example.org', 'decide 2B:2 D1 agreed');

    expect(withdrawn.message.title).toBe('Recorded: 2B:2 D1 decision no longer needed');
    expect(late).toMatchObject({ outcome: 'refused', code: 'item-settled' });
  });

  it('tells nobody twice, and not whoever decides', async () => {
    const { world, harness } = parts;
    await world.pap('office@example.org', 'decide 3A:2 needed an owner from the board');

    await world.pap('office@example.org', 'decide 3A:2 D1 Example NHS names one');

    expect(await harness.prisma.notification.count({ where: { kind: 'notice' } })).toBe(0);
  });

  itRefuses(
    () => parts,
    [
      ['owner@example.org', 'decide 2B:2 needed a second trainer', 'usage'],
      ['owner@example.org', 'decide 2B:2 needed', 'usage'],
      ['owner@example.org', 'decide 2B:2 agreed', 'usage'],
      ['office@example.org', 'decide 2B:1 D1', 'usage'],
      ['office@example.org', 'decide 2B:2 D7 agreed', 'unknown-item'],
      ['owner@example.org', 'decide 2B:2 withdraw', 'unknown-item'],
      ['owner@example.org', 'decide theme 9', 'unknown-theme'],
      ['owner@example.org', 'decide 4D:1', 'unknown-objective'],
      ['office@example.org', 'decide 2B:1 D1 call 943 476 5919', 'personal-data'],
      ['owner@example.org', 'decide 2B:2 needed 943 476 5919 from SIAB', 'personal-data'],
      ['femi@example.org', ASK, 'not-permitted'],
      ['owner@example.org', 'decide 2B:2 D1 agreed', 'not-permitted'],
      ['owner@example.org', 'decide 2B:1 withdraw D1', 'not-permitted'],
    ],
  );

  itIsClosedToOutsiders('decide', () => parts);
  itIsClosedToOutsiders(ASK, () => parts);
});
