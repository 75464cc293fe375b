// `/pap digest`: a preview for its reader alone, or the post itself.
import { expect, it } from 'vitest';
import { footerOf, itemsOf, paragraphsOf, rowsOf } from '../support/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/outsiders.ts';
import { describePlan } from '../support/plan-suite.ts';
import { textOf } from '../support/plan-world.ts';

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

  it.each([
    ['office@example.org', 'digest now', 'usage'],
    ['dev@example.org', 'digest now', 'usage'],
    ['office@example.org', 'digest later', 'usage'],
    ['office@example.org', 'digest on theme 1', 'usage'],
    ['office@example.org', 'digest now theme 9', 'unknown-theme'],
    ['office@example.org', 'digest preview nowhere', 'unknown-theme'],
  ])('refuses %s %j as %s: no post goes where nobody said', async (email, line, code) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await world.footprint()).toEqual(before);
  });

  it('asks which theme to post when its asker co-chairs two', async () => {
    const { world } = parts;

    const reply = await world.pap('dev@example.org', 'digest now');

    expect(textOf(reply)).toContain('Say which theme to post, for example “digest now theme 1”.');
  });

  itIsClosedToOutsiders('digest preview theme 1', () => parts);
});
