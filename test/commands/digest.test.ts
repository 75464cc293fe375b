// `/pap digest`: a preview for its reader alone, or the post itself.

import { expect, it } from 'vitest';
import { footerOf, itemsOf, paragraphsOf, rowsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import { itRefuses } from '../support/world/refusals.ts';

const ONE = 'Theme 1 Right Support, Right Time: week to Mon 1 July 2024';

describePlan('digest', (parts) => {
  it.each(['digest', 'digest preview', 'digest preview theme 1', 'DIGEST Preview 1'])(
    'previews to its reader alone: %j',
    async (line) => {
      const { world } = parts;
      await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
      const before = await world.footprint();

      const reply = await world.pap('cochair@example.org', line);

      expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
      expect(reply.message.title).toBe(ONE);
      expect(itemsOf(reply.message)).toEqual([
        '2B:2 🛑 Red → 🔶 Amber · Asha Example, Example Council · 14 of 20 trained',
      ]);
      expect(rowsOf(reply.message)).toHaveLength(17);
      expect(footerOf(reply.message)).toMatch(/^A preview: only you see it\./);
      expect(await world.footprint()).toEqual(before);
    },
  );

  it('previews the theme that its reader co-chairs, by number where they chair two', async () => {
    const { world } = parts;

    const one = await world.pap('deputy@example.org', 'digest');
    const two = await world.pap('femi@example.org', 'digest');
    const none = await world.pap('owner@example.org', 'digest');

    expect(one.message.title).toMatch(/^Theme 2 /);
    expect(two.message.title).toMatch(/^Theme 2 /);
    expect(none.message.title).toMatch(/^Theme 1 /);
  });

  it.each([
    ['cochair@example.org', 'digest now'],
    ['cochair@example.org', 'digest now theme 1'],
    ['dev@example.org', 'digest now theme 1'],
    ['office@example.org', 'digest now 1'],
  ])('posts for %s: %j', async (email, line) => {
    const { world } = parts;
    await world.bindChannel('slack', 1, { name: 'send-right-support' });
    await world.pap('owner@example.org', 'same 2B:2');
    const before = await world.footprint();

    const reply = await world.pap(email, line);
    await world.deliver();

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(
      'The digest of theme 1 Right Support, Right Time is on its way',
    );
    expect(paragraphsOf(reply.message)).toEqual([
      'It goes to Right Support (Teams), send-right-support (Slack).',
    ]);
    expect((await world.footprint()).notifications).toBe(before.notifications + 2);
    expect(world.sent.map(({ platform }) => platform).sort()).toEqual(['slack', 'teams']);
    expect(world.sent.map(({ message }) => message.title)).toEqual([ONE, ONE]);
    expect(footerOf(world.sent[0]?.message ?? reply.message)).toContain('Contains example data');
  });

  it('posts once however often the platform repeats the request', async () => {
    const { world } = parts;
    const before = await world.footprint();
    const requestId = 'test:digest-now';

    await world.pap('cochair@example.org', 'digest now', { requestId });
    await parts.harness.prisma.answeredRequest.deleteMany({ where: { requestId } });
    await world.pap('cochair@example.org', 'digest now', { requestId });

    expect((await world.footprint()).notifications).toBe(before.notifications + 1);
  });

  it('says where nothing is bound, by the name of what was asked for', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('office@example.org', 'digest now theme 3');

    expect(reply.message.title).toBe(
      'No channel is bound to theme 3 Right Provision, Right Time, Looking to Independence',
    );
    expect(await world.footprint()).toEqual(before);
  });

  it('names a workstream by its name, not by a theme’s number', async () => {
    const { world } = parts;

    const reply = await world.pap('office@example.org', 'digest now communication');

    expect(reply.message.title).toBe(
      'No channel is bound to Communication, Engagement & Co-Production',
    );
  });

  it.each([
    ['owner@example.org', 'digest now theme 1'],
    ['cochair@example.org', 'digest now theme 2'],
    ['deputy@example.org', 'digest now theme 1'],
  ])('is forbidden to %s: %j', async (email, line) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(paragraphsOf(reply.message)[0]).toBe(
      '“digest now” is for the theme’s co-chairs or the programme office. Nothing was changed. Ask the programme office if that should include you.',
    );
    expect(await world.footprint()).toEqual(before);
  });

  itRefuses(
    () => parts,
    [
      ['office@example.org', 'digest now', 'usage'],
      ['dev@example.org', 'digest now', 'usage'],
      ['office@example.org', 'digest later', 'usage'],
      ['office@example.org', 'digest on theme 1', 'usage'],
      ['office@example.org', 'digest now theme 9', 'unknown-theme'],
      ['office@example.org', 'digest preview nowhere', 'unknown-theme'],
    ],
  );

  it('asks which theme to post when its asker co-chairs two', async () => {
    const { world } = parts;

    const reply = await world.pap('dev@example.org', 'digest now');

    expect(textOf(reply)).toContain('Say which theme to post, for example “digest now theme 1”.');
  });

  it.each([
    ['owner@example.org', 'digest preview owner', 'Your part of the plan: week to Mon 1 July 2024'],
    ['owner@example.org', 'digest preview mine', 'Your part of the plan: week to Mon 1 July 2024'],
    ['cochair@example.org', 'digest preview theme', ONE],
    ['office@example.org', 'digest preview office', 'Programme office: week to Mon 1 July 2024'],
    ['office@example.org', 'digest preview board', 'The plan: week to Mon 1 July 2024'],
  ])('previews to %s what they may get: %s', async (email, line, title) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(title);
    expect(paragraphsOf(reply.message)[0]).toMatch(/^What changed since/);
    expect(footerOf(reply.message)).toMatch(/^A preview: only you see it\./);
    expect(await world.footprint()).toEqual(before);
  });

  itRefuses(
    () => parts,
    [
      ['owner@example.org', 'digest preview office', 'not-permitted'],
      ['cochair@example.org', 'digest preview board', 'not-permitted'],
      ['owner@example.org', 'digest on board', 'not-permitted'],
      ['owner@example.org', 'digest off theme', 'not-permitted'],
      ['owner@example.org', 'digest set office monday 09:00', 'not-permitted'],
      ['office@example.org', 'digest on everything', 'usage'],
      ['office@example.org', 'digest set', 'usage'],
      ['office@example.org', 'digest set office', 'usage'],
      ['office@example.org', 'digest preview office at 1 June 2024', 'usage'],
      ['office@example.org', 'digest set monday 10:00 at 1 June 2024', 'usage'],
    ],
  );

  it.each(['saturday 10:00', 'monday 08:00', 'monday 17:00', 'monday 10:10', 'soon'])(
    'says which times there are when “%s” is none',
    async (when) => {
      const reply = await parts.world.pap('owner@example.org', `digest set ${when}`);

      expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
      expect(textOf(reply)).toContain(
        'A digest comes Monday to Friday, on a quarter of an hour from 09:00 to 16:30',
      );
    },
  );

  it('switches one on and sets its time; the table says how all of them stand', async () => {
    const { world } = parts;

    const on = await world.pap('owner@example.org', 'digest on owner');
    const set = await world.pap('owner@example.org', 'digest set owner friday 15:30');
    const off = await world.pap('owner@example.org', 'digest off mine');

    expect(on.message.title).toBe('You get your own digest');
    expect(set.message.title).toBe('Your own digest comes Friday 15:30');
    expect(rowsOf(set.message)).toEqual([['your own', 'yes', 'Friday 15:30', 'digest off owner']]);
    expect(off.message.title).toBe('You do not get your own digest any more');
    expect(rowsOf(off.message)).toEqual([['your own', 'no', 'Friday 15:30', 'digest on owner']]);
  });

  it('sets one time for all that its reader may get, and takes them as far as before', async () => {
    const { world } = parts;

    const reply = await world.pap('office@example.org', 'digest set tuesday 11:00');

    expect(reply.message.title).toBe('Your digests come Tuesday 11:00');
    expect(rowsOf(reply.message)).toEqual([
      ['your own', 'no', 'Tuesday 11:00', 'digest on owner'],
      ['the programme office’s', 'yes', 'Tuesday 11:00', 'digest off office'],
      ['the board’s', 'no', 'Tuesday 11:00', 'digest on board'],
    ]);
  });

  it('says so when all of them are switched off', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'digest off');

    const reply = await world.pap('owner@example.org', 'digest on owner');

    expect(paragraphsOf(reply.message)[0]).toBe(
      'All digests to you are switched off, so none comes: /pap digest on switches them on.',
    );
  });

  itIsClosedToOutsiders('digest preview theme 1', () => parts);
});
