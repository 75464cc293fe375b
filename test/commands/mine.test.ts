// `/pap mine`: what I answer for, and what I still owe.
import { expect, it } from 'vitest';
import { buttonsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';

describePlan('mine', (parts) => {
  it.each(['mine', 'my', 'MINE', ''])('lists what an owner answers for: %j', async (line) => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Your objectives (3)');
    expect(paragraphsOf(reply.message)).toEqual([
      'All 2 of yours are still to return. Returns for SIAB board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00; the first request goes out Mon 1 July 2024, 10:00.',
      '1A:1 Example: one front door for advice to settings (example) · 🔶 Amber · due Autumn 2024 · return outstanding',
      '2B:2 Named workers identified, fully trained, and supported · 🛑 Red · due by July 2024 · return outstanding',
      '1A:2 Example: induction for new SENCOs (example) · 🟢 Green · due by June 2024 (overdue) · return outstanding · you are the deputy',
    ]);
  });

  it('offers Same and Change for each, bound to the version on screen', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    const guard = await world.guard('2B:2');

    const { message } = await world.pap('owner@example.org', 'mine');

    expect(buttonsOf(message).map(({ label }) => label)).toEqual([
      'Return all',
      // What is owed, what is returned, what the person only stands in for.
      ...['Same 1A:1', 'Change 1A:1', 'Same 2B:2', 'Change 2B:2', 'Same 1A:2', 'Change 1A:2'],
    ]);
    expect(buttonsOf(message).slice(3, 5)).toEqual([
      { label: 'Same 2B:2', line: 'same 2B:2', guard, style: 'primary' },
      { label: 'Change 2B:2', line: 'update 2B:2', guard },
    ]);
  });

  it('says what is returned and what is left', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'same 2B:2');

    const one = await world.pap('owner@example.org', 'mine');
    await world.pap('owner@example.org', 'same 1A:1');
    const none = await world.pap('owner@example.org', 'mine');

    expect(paragraphsOf(one.message)[0]).toMatch(/^1 of your 2 is still to return\./);
    expect(paragraphsOf(one.message)[2]).toMatch(/^2B:2 .* · returned$/);
    expect(paragraphsOf(none.message)[0]).toBe(
      'You have returned everything that is asked of you.',
    );
  });

  it('does not count what somebody is only the deputy for', async () => {
    const { world } = parts;

    const { message } = await world.pap('deputy@example.org', 'mine');

    expect(message.title).toBe('Your objectives (2)');
    expect(paragraphsOf(message)[0]).toMatch(/^Yours is still to return\./);
  });

  it('tells somebody who answers for nothing where to look', async () => {
    const { world } = parts;

    const { message, outcome } = await world.pap('office@example.org', 'mine');

    expect(outcome).toBe('done');
    expect(message.title).toBe('You answer for no objective');
    expect(paragraphsOf(message)[0]).toContain('/pap outstanding');
  });

  it('refuses words behind it', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', 'mine 2B:2');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(paragraphsOf(reply.message)[0]).toBe(
      '“2B:2” says nothing to me there. This is how to type it: “mine [form|home] [at <date>]”. For example: “mine”.',
    );
    expect(await world.footprint()).toEqual(before);
  });

  it('says when its reader is away and who covers', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'away 12–23 Aug cover @ella');
    const asked = await world.pap('owner@example.org', 'mine');
    await world.pap('deputy@example.org', 'away accept 1');

    const agreed = await world.pap('owner@example.org', 'mine home');

    expect(paragraphsOf(asked.message)[1]).toBe(
      'You are away Mon 12 August 2024 to Fri 23 August 2024: Ella Example has not accepted yet.',
    );
    expect(paragraphsOf(agreed.message)).toContain(
      'You are away Mon 12 August 2024 to Fri 23 August 2024: Ella Example covers.',
    );
  });

  itIsClosedToOutsiders('mine', () => parts);
});
