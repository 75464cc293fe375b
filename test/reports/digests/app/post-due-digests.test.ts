// The weekly digests: what they say, to whom, and when they keep quiet.
import { expect, it } from 'vitest';
import type { Message } from '../../../../src/core/message/messages/message.ts';
import { postDueDigests } from '../../../../src/reports/digests/app/post-due-digests.ts';
import { footerOf, itemsOf, paragraphsOf, rowsOf } from '../../../support/world/message-parts.ts';
import { loadOutbox } from '../../../support/world/outbox.ts';
import {
  describePlan,
  describePlanOnBoth,
  type PlanSuite,
} from '../../../support/world/plan-suite.ts';
import type { Sent } from '../../../support/world/plan-world.ts';

const OFFICE = 'office@example.org';
const ALL = ['1A:1', '1A:2', '2B:1', '2B:2', '3A:1'];
const ONE = 'Theme 1 Right Support, Right Time: week to Mon 8 July 2024';
const nothing: Message = { title: '', blocks: [] };

describePlan('what a digest says', (parts) => {
  const { postAt, somebodyUpdates } = actions(parts);

  it('tells a channel what changed first, then where it stands, who has not returned, and the KPIs', async () => {
    await somebodyUpdates();

    const [message = nothing] = sentTo(
      await postAt('2024-07-08T09:30'),
      'right-support@thread.tacv2',
    );

    expect(message.title).toBe(ONE);
    expect(paragraphsOf(message)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      'Confirmed with no change of rating: 1A:2.',
      'Where it stands',
      '🛑 Red 0 · 🔶 Amber 2 · 🟢 Green 1 · 🟦 Blue 0 — of 3',
      'Not yet returned · Returns for SIAB board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00.',
      expect.stringMatching(/^Figures and arrows are as published/),
    ]);
    expect(itemsOf(message)).toEqual([
      '2B:2 🛑 Red → 🔶 Amber · Asha Example, Example Council · 14 of 20 trained',
      '1A:1 Example: one front door for advice to settings (example) · Example Council',
    ]);
    expect(footerOf(message)).toMatch(/^Posted weekly because this channel is bound to theme 1/);
    expect(footerOf(message)).toContain('Contains example data');
  });

  it('prints the KPI cells as published', async () => {
    await somebodyUpdates();

    const sent = await postAt('2024-07-08T09:30');

    const [one = nothing] = sentTo(sent, 'right-support@thread.tacv2');
    const [two = nothing] = sentTo(sent, 'general@thread.tacv2');
    expect(rowsOf(one)).toHaveLength(17);
    expect(rowsOf(one)).toEqual(
      expect.arrayContaining([
        ['EHCP suspensions – all schools', '8.61% (331)', '7.47% (337)', '↓'],
        ['SEN learners Key stage 4 (Attainment 8)', '33.20%', '29.30%', '↓'],
        ['EHCP overall absence – primary school', 'Data not available', '12%', '-'],
      ]),
    );
    expect(rowsOf(two)).toHaveLength(5);
    expect(rowsOf(two).at(-1)).toEqual([
      'Number of tribunals',
      '101 active appeals (end of June 2023)',
      '186 active appeals (end of June 2024)*',
      '',
    ]);
    expect(paragraphsOf(two)).toContainEqual(expect.stringMatching(/^\* Partly impacted by/));
  });

  it('names nobody in a channel for being late; co-chairs see who', async () => {
    await somebodyUpdates();

    const sent = await postAt('2024-07-08T09:30');

    const [channel = nothing] = sentTo(sent, 'general@thread.tacv2');
    const ella = sentTo(sent, '0024');
    expect(itemsOf(channel).join()).toContain('Example Council');
    expect(itemsOf(channel).join()).not.toContain('Femi');
    expect(ella.map(itemsOf)).toEqual([
      ['2B:1 Example: shared advice template in use (example) · Femi Example, Example Council'],
    ]);
    expect(footerOf(ella[0] ?? nothing)).toMatch(
      /^You are getting this because you co-chair theme 2/,
    );
  });
});

describePlanOnBoth('post due digests', (parts) => {
  const { postAt, somebodyUpdates } = actions(parts);

  it('goes to the theme’s channels on both platforms and to each co-chair of it, and the whole plan’s to the office', async () => {
    const { world, harness } = parts;
    await world.bindChannel('slack', 1, { name: 'send-right-support', channelId: 'C0SUPPORT' });
    await somebodyUpdates();

    const sent = await postAt('2024-07-08T09:30');

    const outbox = (await loadOutbox(harness.prisma)).filter(({ kind }) => kind === 'digest');
    expect(outbox.map(({ to, state }) => `${to} ${state}`).sort()).toEqual([
      ...['Ben sent', 'Cerys sent', 'Dev sent', 'Dev sent', 'Ella sent', 'Femi sent', 'Femi sent'],
      ...['General sent', 'Right Support sent', 'send-right-support sent'],
    ]);
    expect(sentTo(sent, 'C0SUPPORT').map(({ title }) => title)).toEqual([ONE]);
    expect(
      sentTo(sent, '0023')
        .map(({ title }) => title.slice(0, 7))
        .sort(),
    ).toEqual([...['Theme 1', 'Theme 3']]);
  });

  it('goes out once a week however often and from however many processes it runs', async () => {
    const { world } = parts;
    await somebodyUpdates();
    world.at('2024-07-08T09:30');

    const first = await Promise.all([1, 2, 3, 4].map(() => world.run(postDueDigests)));
    world.at('2024-07-09T09:30');
    const later = [await world.run(postDueDigests), await world.run(postDueDigests)];

    expect(first.reduce((sum, { queued }) => sum + queued, 0)).toBe(9);
    expect(later.map(({ queued }) => queued)).toEqual([0, 0]);
  });

  it('keeps quiet before the first request when nothing changed, but to the office of a signal', async () => {
    const { world } = parts;
    world.at('2024-07-01T09:30');

    const outcome = await world.run(postDueDigests);

    // 1A:2 is green, and its date was June.
    expect(outcome).toEqual({ queued: 1, silent: 8 });
    await world.deliver();
    expect(world.sent.map(({ message }) => message.title)).toEqual([
      'Programme office: week to Mon 1 July 2024',
    ]);
  });

  it('keeps quiet when nothing changed and nothing is owed, but for a channel that asked always to post', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 1, { channelId: 'C0ALWAYS', alwaysPost: true });
    world.at('2024-07-03T11:00');
    for (const ref of ALL) await world.pap(OFFICE, `same ${ref}`);
    await world.pap(OFFICE, 'update 3A:2 red');
    // Green past its own date would be a signal for the office.
    await world.pap(OFFICE, 'update 1A:2 amber one session is left');
    const first = await postAt('2024-07-08T09:30');

    const second = await postAt('2024-07-15T09:30');

    // Two of them tell the channels of theme 1 that 1A:2 is amber.
    expect(first).toHaveLength(12);
    expect(second.map(({ target }) => target.kind === 'channel' && target.channelId)).toEqual([
      'C0ALWAYS',
    ]);
    expect(paragraphsOf(second[0]?.message ?? nothing)).toEqual(
      expect.arrayContaining(['Nothing was recorded.', 'Every return is in.']),
    );
  });

  it('goes on while a return is owed, even when nothing changed', async () => {
    const sent = await postAt('2024-07-08T09:30');

    const [message = nothing] = sentTo(sent, 'right-support@thread.tacv2');
    expect(paragraphsOf(message).slice(0, 2)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      'Nothing was recorded.',
    ]);
    expect(itemsOf(message)).toHaveLength(3);
  });

  it('tells each change once, from one digest to the next', async () => {
    const { world } = parts;
    await somebodyUpdates();
    await postAt('2024-07-08T09:30');
    world.at('2024-07-08T09:31');
    await world.pap('owner@example.org', 'update 2B:2 green all 20 trained');
    await world.deliver();

    const [message = nothing] = sentTo(
      await postAt('2024-07-15T09:30'),
      'right-support@thread.tacv2',
    );

    expect(paragraphsOf(message)[0]).toBe('What changed since Mon 8 July 2024, 09:30');
    expect(itemsOf(message)[0]).toMatch(/^2B:2 🔶 Amber → 🟢 Green · .* all 20 trained$/);
    expect(itemsOf(message).join()).not.toContain('14 of 20');
  });

  it('does not lose what was recorded at the moment of a digest: the demonstration’s clock stands still', async () => {
    const { world } = parts;
    await postAt('2024-07-08T09:30');
    await world.pap('owner@example.org', 'update 2B:2 green all 20 trained');
    await world.deliver();

    const [message = nothing] = sentTo(
      await postAt('2024-07-15T09:30'),
      'right-support@thread.tacv2',
    );

    expect(itemsOf(message)[0]).toMatch(/^2B:2 🛑 Red → 🟢 Green/);
  });

  it('tells in the next one what an undelivered one would have told', async () => {
    const { world, harness } = parts;
    await postAt('2024-07-08T09:30');
    await somebodyUpdates('2024-07-09T11:00');
    world.at('2024-07-15T09:30');
    await world.run(postDueDigests);
    await harness.prisma.notification.updateMany({
      where: { kind: 'digest', state: 'queued' },
      data: { state: 'dead' },
    });

    const [message = nothing] = sentTo(
      await postAt('2024-07-22T09:30'),
      'right-support@thread.tacv2',
    );

    expect(paragraphsOf(message)[0]).toBe('What changed since Mon 8 July 2024, 09:30');
    expect(itemsOf(message).join()).toContain('14 of 20 trained');
  });

  it.each([
    ['2024-07-08T10:30', false],
    ['2024-07-08T10:31', true],
    ['2024-07-11T09:29', true],
  ])('after an outage until %s it says that it is late: %s', async (time, late) => {
    const [message = nothing] = sentTo(await postAt(time), 'right-support@thread.tacv2');

    expect(message.title).toBe(ONE);
    expect(
      paragraphsOf(message).includes('This digest was due Mon 8 July 2024, 09:30 and is late.'),
    ).toBe(late);
  });

  it.each(['2024-07-08T09:29', '2024-07-11T09:30', '2024-07-12T15:00', '2024-07-14T10:00'])(
    'posts nothing at %s: too early, or of no use any more',
    async (time) => {
      expect(await postAt(time)).toEqual([]);
    },
  );

  it('comes on Tuesday in a week whose Monday is a bank holiday', async () => {
    const { world } = parts;
    world.at('2024-08-22T11:00');
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    const monday = await postAt('2024-08-26T09:30');
    const tuesday = await postAt('2024-08-27T09:30');

    expect(monday).toEqual([]);
    expect(sentTo(tuesday, 'right-support@thread.tacv2').map(({ title }) => title)).toEqual([
      'Theme 1 Right Support, Right Time: week to Tue 27 August 2024',
    ]);
  });
});

function actions(parts: PlanSuite) {
  return {
    /** Runs the job at a time and sends what it queued. */
    async postAt(time: string): Promise<Sent[]> {
      const { world } = parts;
      world.at(time);
      const already = world.sent.length;
      await world.run(postDueDigests);
      await world.deliver();
      return world.sent.slice(already);
    },

    async somebodyUpdates(time = '2024-07-03T11:00'): Promise<void> {
      const { world } = parts;
      world.at(time);
      await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
      await world.pap('femi@example.org', 'same 1A:2');
      await world.deliver();
      world.sent.length = 0;
    },
  };
}

/** What a channel, or somebody whose Teams id ends like this, was sent. */
function sentTo(sent: readonly Sent[], end: string): Message[] {
  return sent
    .filter(({ target }) =>
      (target.kind === 'channel' ? target.channelId : target.userId).endsWith(end),
    )
    .map(({ message }) => message);
}
