// `/pap recovery`: the road back from red, and the reminder of a missing one.

import { expect, it } from 'vitest';
import { remindRecovery } from '../../src/cycle/chases/app/remind-recovery.ts';
import {
  buttonsOf,
  factsOf,
  footerOf,
  itemsOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import { itRefuses } from '../support/world/refusals.ts';

describePlan('recovery', (parts) => {
  it('records what, by when, who and whose decision', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(
      'owner@example.org',
      'recovery 2B:2 fill both posts by 31 August who @ella decision from SIAB',
    );

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Recorded: 2B:2 V1 recovery action');
    expect(factsOf(reply.message)).toEqual({
      Objective: '2B:2 Named workers identified, fully trained, and supported',
      What: 'fill both posts',
      By: '31 August (read as Sat 31 August 2024 at the latest)',
      Who: 'Ella Example',
      'Decision needed from': 'SIAB (2B:2 D1)',
    });
    expect(await world.footprint()).toEqual({ ...before, updates: before.updates + 2 });
    const needed = await world.pap('femi@example.org', 'decide 2B:2');
    expect(itemsOf(needed.message)).toEqual([
      '2B:2 D1 Decision wanted so that the recovery action can go ahead: fill both posts · from SIAB · by 31 August (read as Sat 31 August 2024 at the latest)',
    ]);
  });

  it('shows that of one’s own objective where none is named, and records nothing', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', 'recovery');

    expect(reply.outcome).toBe('done');
    expect(textOf(reply)).toContain('2B:2');
    expect(await world.footprint()).toEqual(before);
  });

  it('asks for the same decision once', async () => {
    const { world } = parts;
    const line = 'recovery 2B:2 fill both posts by 31 August decision from SIAB';
    await world.pap('owner@example.org', line);

    const again = await world.pap('owner@example.org', line);

    expect(factsOf(again.message)).toMatchObject({
      'Decision needed from': 'SIAB (2B:2 D1)',
      'Takes the place of': '2B:2 V1',
    });
    expect(itemsOf((await world.pap('femi@example.org', 'decide 2B:2')).message)).toHaveLength(1);
  });

  it('replaces the decision that an earlier road back asked for', async () => {
    const { world } = parts;
    const decisions = async () => itemsOf((await world.pap('femi@example.org', 'decide')).message);
    const none = (await decisions()).length;
    await world.pap('owner@example.org', 'recovery 2B:2 fill both by 31 August decision from SIAB');

    const other = await world.pap(
      'owner@example.org',
      'recovery 2B:2 hire a trainer by 30 September decision from the schools forum',
    );
    const asked = await decisions();
    const without = await world.pap('owner@example.org', 'recovery 2B:2 train six by 31 July');

    expect(factsOf(other.message)).toMatchObject({
      'Decision needed from': 'the schools forum (2B:2 D2)',
      'Decision no longer needed': '2B:2 D1',
    });
    expect(asked).toHaveLength(none + 1);
    expect(asked.filter((one) => one.includes('2B:2 D2 Decision wanted'))).toHaveLength(1);
    expect(factsOf(without.message)).toMatchObject({ 'Decision no longer needed': '2B:2 D2' });
    expect(await decisions()).toHaveLength(none);
  });

  it('closes a decision of yesterday that has the words of the road back', async () => {
    const { world, harness } = parts;
    await world.pap('owner@example.org', 'recovery 2B:2 fill both by 31 August decision from SIAB');
    await harness.prisma.$executeRaw`
      UPDATE plan_item SET title = 'fill both', detail = detail - 'recovery' WHERE kind = 'decision' AND ref = 'D1'
        AND title LIKE 'Decision wanted%'`;

    const again = await world.pap(
      'owner@example.org',
      'recovery 2B:2 hire a trainer by 30 September',
    );

    expect(factsOf(again.message)).toMatchObject({ 'Decision no longer needed': '2B:2 D1' });
  });

  it('waits for nothing once it was decided or is done', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'recovery 2B:2 fill both by 31 August decision from SIAB');
    const waiting = itemsOf((await world.pap('femi@example.org', 'recovery 2B:2')).message);
    await world.pap('office@example.org', 'decide 2B:2 D1 agreed');

    const decided = itemsOf((await world.pap('femi@example.org', 'recovery 2B:2')).message);
    await world.pap('owner@example.org', 'recovery 2B:2 hire by 31 August decision from SIAB');
    const done = await world.pap('owner@example.org', 'recovery 2B:2 done V2 all in post');

    expect(waiting[0]).toContain('decision needed from SIAB');
    expect(decided[0]).not.toContain('decision needed');
    expect(done.message.title).toBe('Recorded: 2B:2 V2 recovery action done');
    expect(factsOf(done.message)).toMatchObject({ 'Decision no longer needed': '2B:2 D2' });
  });

  it.each(['deputy@example.org', 'office@example.org'])('takes it from %s', async (email) => {
    const { world } = parts;

    const reply = await world.pap(email, 'recovery 2B:2 train six by 31 July');

    expect(reply.outcome).toBe('done');
  });

  it('puts a better one in the place of the open one; both stay visible', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'recovery 2B:2 train six by 31 July');

    const second = await world.pap(
      'owner@example.org',
      'recovery 2B:2 hire a trainer by 31 August',
    );
    const shown = await world.pap('femi@example.org', 'recovery 2B:2');

    expect(factsOf(second.message)['Takes the place of']).toBe('2B:2 V1');
    expect(itemsOf(shown.message)).toEqual([
      '2B:2 V2 hire a trainer · by 31 August (read as Sat 31 August 2024 at the latest)',
      '2B:2 V1 train six · by 31 July (read as Wed 31 July 2024 at the latest) · replaced',
    ]);
    expect(buttonsOf(shown.message)).toEqual([]);
  });

  it('shows a form to who may plan it, whose answers are read as typed', async () => {
    const { world } = parts;

    const shown = await world.pap('owner@example.org', 'recovery 2B:2');
    const [submit] = buttonsOf(shown.message);
    const saved = await world.pap('owner@example.org', `${submit?.line} Train six 31 July`);

    expect(paragraphsOf(shown.message)[0]).toMatch(/^No recovery action is open/);
    expect(factsOf(saved.message)).toMatchObject({ What: 'Train six' });
  });

  it('is done in a word', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'recovery 2B:2 train six by 31 July');

    const done = await world.pap('owner@example.org', 'recovery 2B:2 done all six trained');
    const again = await world.pap('owner@example.org', 'recovery 2B:2 done');

    expect(done.message.title).toBe('Recorded: 2B:2 V1 recovery action done');
    expect(again).toMatchObject({ outcome: 'refused', code: 'unknown-item' });
  });

  itRefuses(
    () => parts,
    [
      ['owner@example.org', 'recovery 2B:2 train six', 'usage'],
      ['owner@example.org', 'recovery 2B:2 by 31 July', 'usage'],
      ['owner@example.org', 'recovery 2B:2 train six by 31 July who @nobody', 'unknown-person'],
      ['owner@example.org', 'recovery 2B:2 call 943 476 5919 by 31 July', 'personal-data'],
      ['owner@example.org', 'recovery 2B:2 done', 'unknown-item'],
      ['owner@example.org', 'recovery 2B:2 done V9 all trained', 'unknown-item'],
      ['femi@example.org', 'recovery 2B:2 train six by 31 July', 'not-permitted'],
      ['cochair@example.org', 'recovery 2B:2 done', 'not-permitted'],
    ],
  );

  itIsClosedToOutsiders('recovery 2B:2', () => parts);
  itIsClosedToOutsiders('recovery 2B:2 train six by 31 July', () => parts);
});

describePlan('the reminder of a missing road back', (parts) => {
  it('goes to the owner once, on the working day after the rating', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 1A:1 red the launch is off');
    const early = await world.run(remindRecovery);
    world.at('2024-07-02T09:00');
    const due = await world.run(remindRecovery);
    const again = await world.run(remindRecovery);
    await world.deliver();

    expect([early.queued, due.queued, again.queued]).toEqual([0, 1, 0]);
    const [message] = world.sent
      .map((one) => one.message)
      .filter(({ title }) => title.includes('no road back'));
    expect(message?.title).toBe('1A:1 is red and has no road back yet');
    expect(message && buttonsOf(message).map(({ line }) => line)).toEqual(['recovery 1A:1']);
    expect(message && footerOf(message)).toMatch(/^Why am I getting this\? 1A:1 was rated red/);
  });

  it('goes out again for a new red rating, not for a confirmed one', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 1A:1 red the launch is off');
    world.at('2024-07-02T09:00');
    await world.run(remindRecovery);
    await world.pap('owner@example.org', 'same 1A:1');
    world.at('2024-07-03T09:00');
    const confirmed = await world.run(remindRecovery);
    await world.pap('owner@example.org', 'update 1A:1 red a second supplier left');
    world.at('2024-07-04T09:00');
    const anew = await world.run(remindRecovery);

    expect([confirmed.queued, anew.queued]).toEqual([0, 1]);
  });

  it.each([
    ['there is a recovery action', 'recovery 1A:1 find a supplier by 31 July', '2024-07-02T10:00'],
    ['it is no longer red', 'update 1A:1 amber the launch is on', '2024-07-02T10:00'],
    ['it is night', 'show 1A:1', '2024-07-02T22:00'],
    ['it is the weekend', 'show 1A:1', '2024-07-06T10:00'],
  ])('does not go out when %s', async (_name, line, time) => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 1A:1 red the launch is off');
    await world.pap('owner@example.org', line);
    world.at(time);

    expect(await world.run(remindRecovery)).toEqual({ queued: 0 });
  });

  it('is not for the red that the documents published', async () => {
    const { world } = parts;
    world.at('2024-07-02T10:00');

    expect((await world.objective('2B:2')).rag).toBe('red');
    expect(await world.run(remindRecovery)).toEqual({ queued: 0 });
  });

  it('goes to the programme office where nobody owns the objective', async () => {
    const { world, harness } = parts;
    await world.pap('office@example.org', 'update 3A:2 red nobody is on it');
    world.at('2024-07-02T10:00');

    expect(await world.run(remindRecovery)).toEqual({ queued: 1 });
    expect(
      await harness.prisma.notification.findMany({
        where: { kind: 'notice' },
        select: { personId: true },
      }),
    ).toEqual([{ personId: await world.personId('office@example.org') }]);
  });
});
