// `/pap admin change … theme`, `link` and `unlink`: what an objective belongs to and serves, proposed by one
// person and approved by another.

import { expect, it } from 'vitest';
import { ASHA, BEN, ELLA, FEMI } from '../../support/world/cast.ts';
import { buttonsOf, factsOf, itemsOf, paragraphsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { terminalInbound, textOf } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';

const ADD = 'admin change 2B:2 theme add 2 because it rests on the plans as well';
const EARLY = 'admin change 2B:2 link project early years because it serves them';

describePlanOnBoth('admin change of themes and links', (parts) => {
  it('proposes a further theme and changes nothing before it is approved', async () => {
    const { world } = parts;
    const before = await world.objective('2B:2');

    const reply = await world.pap(ASHA, ADD);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Proposed as change 1');
    expect(paragraphsOf(reply.message)[0]).toBe(
      '2B:2 Named workers identified, fully trained, and supported: place it in theme 2 Right Plan, Right First Time, Every Time',
    );
    expect(await world.objective('2B:2')).toEqual(before);
  });

  it('places it in both themes on approval, and the history has before and after', async () => {
    const { world } = parts;
    const before = await world.objective('2B:2');
    await world.pap(ASHA, ADD);

    const reply = await world.pap(BEN, 'admin change approve 1');

    expect(reply.message.title).toBe('Change 1: approved');
    const { themes, id } = await world.objective('2B:2');
    expect(themes.map(({ number, placingIsExample }) => [number, placingIsExample])).toEqual([
      [1, true],
      [2, true],
    ]);
    const [entry] = (await world.record.history.list(id)).slice(-1);
    expect(entry).toMatchObject({
      kind: 'objective',
      note: 'it rests on the plans as well (change 1, proposed by Asha Example, Example Council)',
    });
    expect(entry?.detail).toEqual({
      ...{ of: 'objective', change: 'changed' },
      before: { themes: before.themes },
      after: { themes },
    });
    expect(itemsOf((await world.pap(ASHA, 'show 2B:2 history')).message)[0]).toContain(
      'Plan changed: theme Right Plan, Right First Time, Every Time added · Ben Example',
    );
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('tells the co-chairs of the added theme, once, whatever is sent again', async () => {
    const { world, harness } = parts;
    await world.pap(ASHA, ADD);
    const inbound = terminalInbound(BEN, 'admin change approve 1', {
      tenantId: world.partnership.key,
    });
    const told = async () =>
      (
        await harness.prisma.notification.findMany({
          where: { dedupeKey: { contains: ':placed:' } },
          select: { personId: true, payload: true },
        })
      ).map(({ personId, payload }) => [personId, JSON.stringify(payload)]);

    await world.dispatcher()(inbound);
    await world.dispatcher()(inbound);
    await world.pap(BEN, 'admin change approve 1');

    const first = await told();
    expect(first.map(([, payload]) => payload)).toEqual(
      Array(2).fill(expect.stringContaining('2B:2 is in your theme now')),
    );
    expect(new Set(first.map(([personId]) => personId))).toEqual(
      new Set([await world.personId(FEMI), await world.personId(ELLA)]),
    );
    await world.pap(ASHA, 'admin change 2B:2 theme remove 2 because it was a mistake');
    await world.pap(BEN, 'admin change approve 2');
    await world.pap(ASHA, ADD);
    await world.pap(BEN, 'admin change reject 3');
    expect(await told()).toEqual(first);
  });

  it('takes effect at once for co-chairs and channels of the added theme, and ends with it', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 2);
    await world.pap(ASHA, 'decide 2B:2 needed a second trainer from SIAB by 24 July');
    const early = await world.pap(FEMI, 'decide 2B:2 D1 agreed');
    await world.pap(ASHA, ADD);
    await world.pap(BEN, 'admin change approve 1');

    const decided = await world.pap(FEMI, 'decide 2B:2 D1 agreed, from September');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    expect([early.code, decided.outcome]).toEqual(['not-permitted', 'done']);
    expect(toSlack()).toHaveLength(1);
    await world.pap(ASHA, 'admin change 2B:2 theme remove 2 because it was a mistake');
    await world.pap(BEN, 'admin change approve 2');
    await world.pap(ASHA, 'decide 2B:2 needed a third trainer from SIAB by 24 July');
    await world.pap(ASHA, 'update 2B:2 green 20 of 20 trained');
    await world.deliver();
    expect((await world.pap(FEMI, 'decide 2B:2 D2 agreed')).code).toBe('not-permitted');
    expect(toSlack()).toHaveLength(1);

    function toSlack() {
      return world.sent.filter(
        ({ platform, target }) => platform === 'slack' && target.kind === 'channel',
      );
    }
  });

  it.each([
    ['project early-years', 'Projects', 'Early Years'],
    ['early years', 'Projects', 'Early Years'],
    ['priority 3', 'Strategic priorities', '3 Good physical and mental health and wellbeing'],
    [
      'item area c',
      'Self-evaluation',
      'area for development c: sufficient education and social care placements',
    ],
    ['strength c', 'Self-evaluation', 'strength c: prioritising SEND'],
  ])('links it to “%s”, and takes the link away again', async (words, label, name) => {
    const { world } = parts;
    const { id } = await world.objective('2B:2');
    await world.pap(ASHA, `admin change 2B:2 link ${words} because it serves it`);
    await world.pap(BEN, 'admin change approve 1');

    const linked = factsOf((await world.pap(ASHA, 'show 2B:2 all')).message);
    const links = await world.record.objectives.links(id);
    await world.pap(ASHA, `admin change 2B:2 unlink ${words} because it no longer does`);
    await world.pap(BEN, 'admin change approve 2');

    expect(linked[label]).toBe(name);
    expect(links).toMatchObject([{ name }]);
    expect(await world.record.objectives.links(id)).toEqual([]);
    expect(factsOf((await world.pap(ASHA, 'show 2B:2 all')).message)[label]).toBeUndefined();
    const entries = (await world.record.history.list(id)).slice(-2);
    expect(entries.map(({ detail }) => detail)).toEqual([
      { of: 'objective', change: 'changed', before: { links: [] }, after: { links } },
      { of: 'objective', change: 'changed', before: { links }, after: { links: [] } },
    ]);
  });

  it('shows the themes and links of each day', async () => {
    const { world } = parts;
    await world.pap(ASHA, EARLY);
    world.at('2024-07-02T10:00');
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(ASHA, ADD);
    world.at('2024-07-03T10:00');
    await world.pap(BEN, 'admin change approve 2');
    await world.pap(ASHA, 'admin change 2B:2 unlink project early years because it was wrong');
    world.at('2024-07-04T10:00');
    await world.pap(BEN, 'admin change approve 3');

    const days = [];
    for (const day of [1, 2, 3, 4]) {
      const { message } = await world.pap(ASHA, `show 2B:2 all at ${day} July 2024`);
      const { Theme = '', Projects } = factsOf(message);
      days.push([Theme.split('; ').length, Projects]);
    }

    expect(days).toEqual([
      [1, undefined],
      [1, 'Early Years'],
      [2, 'Early Years'],
      [2, undefined],
    ]);
  });

  it('is in the digest of each theme that it was in when the day ended', async () => {
    const { world } = parts;
    const preview = async (theme: number, day: number) =>
      textOf(await world.pap(BEN, `digest preview theme ${theme} at ${day} July 2024`));
    world.at('2024-07-02T10:00');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-03T10:00');
    await world.pap(ASHA, ADD);
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(ASHA, 'admin change 2B:2 theme remove 1 because it moved');
    await world.pap(BEN, 'admin change approve 2');
    world.at('2024-07-04T10:00');

    for (const [theme, day, isIn] of [
      [1, 2, true],
      [2, 2, false],
      [1, 3, false],
      [2, 3, true],
    ] as const)
      expect((await preview(theme, day)).includes('14 of 20'), `theme ${theme}, ${day} July`).toBe(
        isIn,
      );
  });

  it('is in what a version keeps and in the difference of two', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin change baseline');
    await world.pap(ASHA, ADD);
    await world.pap(ASHA, EARLY);
    await world.pap(ASHA, 'admin change 1A:1 unlink priority 1 because it was wrong');
    for (const number of [1, 2, 3]) await world.pap(BEN, `admin change approve ${number}`);

    const { message } = await world.pap(ASHA, 'admin change diff 1 now');

    expect(paragraphsOf(message)[0]).toBe('Themes and links: 3.');
    expect(itemsOf(message)).toEqual([
      '1A:1 Example: one front door for advice to settings (example): no longer linked to priority 1 Improving outcomes for children with SEND',
      '2B:2 Named workers identified, fully trained, and supported: now in theme 2 Right Plan, Right First Time, Every Time',
      '2B:2 Named workers identified, fully trained, and supported: now linked to project Early Years',
    ]);
  });

  it('warns when it would be in no theme any more, and lets it be decided', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'admin change 2B:2 theme remove 1 because it was a guess');
    await world.pap(BEN, 'admin change approve 1');

    expect(textOf(reply)).toContain('2B:2 is then in no theme');
    expect((await world.objective('2B:2')).themes).toEqual([]);
    expect(factsOf((await world.pap(ASHA, 'show 2B:2')).message).Theme).toBe('none is stated');
  });

  it('asks which one where several match, with buttons that finish the line', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'admin change 2B:2 link item c because it serves it');
    const [area] = buttonsOf(reply.message);
    const pressed = await world.pap(ASHA, area?.line ?? '');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'ambiguous-link' });
    expect(buttonsOf(reply.message).map(({ label }) => label)).toEqual(['area c', 'strength c']);
    expect(area?.line).toBe('admin change 2B:2 link area c because it serves it');
    expect(textOf(pressed)).toContain('link it to area for development c');
  });

  it('lists what can be linked, what is linked, and what was probably meant', async () => {
    const { world } = parts;

    const all = await world.pap(ASHA, 'admin change 2B:2 link');
    const themes = await world.pap(ASHA, 'admin change 2B:2 theme add');
    const linked = await world.pap(ASHA, 'admin change 1A:1 unlink');
    const near = await world.pap(ASHA, 'admin change 2B:2 link project erly years because asked');

    expect(itemsOf(all.message).map((line) => line.split('; ').length)).toEqual([
      3, 4, 15, 5, 6, 4,
    ]);
    expect(itemsOf(themes.message)).toHaveLength(2);
    expect(itemsOf(linked.message)).toHaveLength(4);
    expect(buttonsOf(near.message).map(({ line }) => line)).toEqual([
      'admin change 2B:2 link project early-years because asked',
    ]);
  });

  itRefuses(
    () => parts,
    [
      [ASHA, 'admin change 2B:2 link project bakery because asked', 'unknown-link'],
      [ASHA, 'admin change 2B:2 link priority 9 because asked', 'unknown-link'],
      [ASHA, 'admin change 2B:2 link area x because asked', 'unknown-link'],
      [ASHA, 'admin change 2B:2 theme add 9 because asked', 'unknown-link'],
      [ASHA, 'admin change 2B:2 theme add priority 3 because asked', 'unknown-link'],
      [ASHA, 'admin change 2B:2 link 3 because asked', 'ambiguous-link'],
      [ASHA, 'admin change 2B:2 theme add 1 because asked', 'linked-already'],
      [ASHA, 'admin change 1A:1 link priority 1 because asked', 'linked-already'],
      [ASHA, 'admin change 2B:2 theme remove 2 because asked', 'not-linked-to'],
      [ASHA, 'admin change 2B:2 unlink early years because asked', 'not-linked-to'],
      [ASHA, 'admin change 2B:2 link priority 3', 'no-reason'],
      [ASHA, 'admin change 2B:2 theme 2 because asked', 'usage'],
      [ASHA, 'admin change 2B:2 link priority 3 because 943 476 5919 waits', 'personal-data'],
      [ASHA, 'admin change 3A:1 link priority 3 because asked', 'not-permitted'],
    ],
  );

  it('is approved by somebody else, once, also when two do it at the same time', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, EARLY);
    await world.pap(ASHA, ADD);
    await world.pap(ASHA, ADD);
    const approve = (number: number) =>
      terminalInbound(BEN, `admin change approve ${number}`, { tenantId: world.partnership.key });

    const own = await world.pap(BEN, 'admin change approve 1');
    const replies = await Promise.all([
      world.handle(approve(2)),
      world.dispatcher()(approve(2)),
      world.dispatcher()(approve(3)),
    ]);

    expect(own.code).toBe('not-permitted');
    expect(replies.map((reply) => reply?.outcome).sort()).toEqual(['done', 'refused', 'refused']);
    const { themes, id } = await world.objective('2B:2');
    expect(themes.map(({ number }) => number)).toEqual([1, 2]);
    expect(
      (await world.record.history.list(id)).filter(({ kind }) => kind === 'objective'),
    ).toHaveLength(1);
    expect(await harness.prisma.objectiveLink.count({ where: { objectiveId: id } })).toBe(0);
  });

  it('cannot be approved where the same link came by another change, and says so first', async () => {
    const { world } = parts;
    await world.pap(ASHA, EARLY);
    await world.pap(ASHA, EARLY);
    await world.pap(BEN, 'admin change approve 2');

    const seen = await world.pap(BEN, 'admin change 1');
    const reply = await world.pap(BEN, 'admin change approve 1');

    expect(buttonsOf(seen.message).map(({ label }) => label)).toEqual(['Withdraw 1']);
    expect(reply).toMatchObject({ outcome: 'refused', code: 'change-overtaken' });
    expect(textOf(reply)).toContain(
      'the link to project Early Years of 2B:2 has gone from “not there” to “there”',
    );
  });

  itIsClosedToOutsiders(ADD, () => parts);
});
