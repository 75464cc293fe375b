// Whose digest comes when: each at its own day and hour, at most once a week, and silent without news.
import { expect, it } from 'vitest';
import { postDueDigests } from '../../../../src/reports/digests/app/post-due-digests.ts';
import { paragraphsOf } from '../../../support/world/message-parts.ts';
import { loadOutbox } from '../../../support/world/outbox.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

const OWNER = 'owner@example.org';
const OFFICE = 'office@example.org';

describePlanOnBoth('digests at the time that was chosen', (parts) => {
  /** Runs the sweep at each of the times, in their order; what each of them sent. */
  async function titlesAt(...times: string[]): Promise<string[][]> {
    const { world } = parts;
    const sent: string[][] = [];
    for (const time of times) {
      world.at(time);
      const already = world.sent.length;
      await world.run(postDueDigests);
      await world.deliver();
      sent.push(world.sent.slice(already).map(({ message }) => message.title));
    }
    return sent;
  }

  /** Nobody but whoever the test is about. */
  async function silenceTheRest() {
    const { world, harness } = parts;
    await harness.prisma.channelBinding.updateMany({ data: { digestOn: false } });
    await harness.prisma.person.updateMany({ data: { digestOn: false } });
    await world.pap(OWNER, 'digest on');
    await world.deliver();
    world.sent.length = 0;
  }

  it('comes on the day and at the hour that its owner chose, and not before', async () => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    await world.pap(OWNER, 'digest set owner wednesday 14:15');

    const sent = await titlesAt('2024-07-08T09:30', '2024-07-10T14:00', '2024-07-10T14:15');

    expect(sent).toEqual([[], [], ['Your part of the plan: week to Wed 10 July 2024']]);
  });

  it.each([
    ['owner', OWNER, []],
    ['office', OFFICE, ['Programme office: week to Mon 8 July 2024']],
  ] as const)(
    'of those that nobody chose, only the office’s comes: %s',
    async (_variant, email, expected) => {
      const { world } = parts;
      await silenceTheRest();
      await world.pap(OWNER, 'digest off');
      await world.pap(email, 'digest on');

      expect(await titlesAt('2024-07-08T09:30')).toEqual([expected]);
    },
  );

  it('brings the board’s to whoever switched it on', async () => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest off');
    await world.pap(OFFICE, 'digest on');
    await world.pap(OFFICE, 'digest off office');
    await world.pap(OFFICE, 'digest on board');

    expect(await titlesAt('2024-07-08T09:30')).toEqual([['The plan: week to Mon 8 July 2024']]);
  });

  it('is not sent a second time when its day changes in the middle of the week', async () => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    const monday = await titlesAt('2024-07-08T09:30');
    await world.pap(OWNER, 'digest set owner thursday 10:00');

    const later = await titlesAt('2024-07-11T10:00', '2024-07-12T10:00', '2024-07-18T10:00');

    expect(monday[0]).toHaveLength(1);
    expect(later).toEqual([[], [], ['Your part of the plan: week to Thu 18 July 2024']]);
  });

  it('repeats nothing that an earlier version of the bot sent under the week’s usual time', async () => {
    const { world, harness } = parts;
    world.at('2024-07-08T09:30');
    await world.run(postDueDigests);
    const before = (await loadOutbox(harness.prisma)).filter(({ kind }) => kind === 'digest');
    const keys = await harness.prisma.notification.findMany({
      where: { kind: 'digest' },
      select: { dedupeKey: true },
    });

    await harness.prisma.channelBinding.updateMany({
      data: { digestWeekday: 3, digestTime: '11:00' },
    });
    await titlesAt('2024-07-10T11:00');

    const after = (await loadOutbox(harness.prisma)).filter(({ kind }) => kind === 'digest');
    expect(after).toHaveLength(before.length);
    expect(keys.every(({ dedupeKey }) => dedupeKey.endsWith(':2024-07-08T08:30:00Z'))).toBe(true);
  });

  it('stays silent for the week once it had nothing to say', async () => {
    const { world, harness } = parts;
    await titlesAt('2024-07-01T09:30');
    world.at('2024-07-01T10:00');
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    const [again] = await titlesAt('2024-07-01T10:15');

    expect(again).toEqual([]);
    // The office's digest has something to say: an objective is green past its own date.
    const outbox = (await loadOutbox(harness.prisma)).filter(
      ({ kind, to }) => kind === 'digest' && to !== 'Ben',
    );
    expect(new Set(outbox.map(({ state }) => state))).toEqual(new Set(['cancelled']));
  });

  it('tells nobody in “why” of the weeks in which it had nothing to say', async () => {
    const { world } = parts;
    await titlesAt('2024-07-01T09:30');

    const reply = await world.pap('cochair@example.org', 'why messages');

    expect(JSON.stringify(reply.message)).not.toContain('week to Mon 1 July 2024');
  });

  it.each([
    ['a bank holiday', 'monday 10:00', '2024-08-26T10:00', '2024-08-27T10:00'],
    ['the clocks going back', 'monday 09:00', '2024-10-28T08:45', '2024-10-28T09:00'],
    ['Good Friday', 'friday 16:30', '2024-03-29T16:30', '2024-04-02T16:30'],
  ])('over %s keeps its local hour', async (_name, when, before, then) => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    await world.pap(OWNER, `digest set owner ${when}`);
    await parts.harness.prisma.planItem.updateMany({
      where: { kind: 'milestone' },
      data: { dueLastDay: new Date('2024-01-01'), status: 'under-way' },
    });

    const sent = await titlesAt(before, then);

    expect(sent.map((titles) => titles.length)).toEqual([0, 1]);
  });

  it('says that it is late when it is, and gives up after three days', async () => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    await world.pap(OWNER, 'digest set owner monday 11:00');
    world.at('2024-07-08T12:15');
    await world.run(postDueDigests);
    await world.deliver();

    const [late] = world.sent;
    const [tooLate] = await titlesAt('2024-07-18T11:00');

    expect(paragraphsOf(late?.message ?? { title: '', blocks: [] })[0]).toBe(
      'This digest was due Mon 8 July 2024, 11:00 and is late.',
    );
    expect(tooLate).toEqual([]);
  });

  it('comes once from several processes at once', async () => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    world.at('2024-07-08T09:30');

    const runs = await Promise.all([1, 2, 3, 4].map(() => world.run(postDueDigests)));

    expect(runs.reduce((sum, { queued }) => sum + queued, 0)).toBe(1);
  });

  it.each([
    ['is away', 'away 8–12 July'],
    ['put the chases off', 'snooze until 9 July'],
  ])('leaves whoever %s in peace', async (_name, line) => {
    const { world } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    world.at('2024-07-02T10:00');
    const reply = await world.pap(OWNER, line);
    await world.deliver();

    const [sent] = await titlesAt('2024-07-08T09:30');

    expect(reply.outcome).toBe('done');
    expect(sent).toEqual([]);
  });

  it('does not come to whoever has left', async () => {
    const { world, harness } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest on owner');
    await harness.prisma.person.updateMany({
      where: { email: OWNER },
      data: { active: false, leftOn: new Date('2024-07-02') },
    });

    expect(await titlesAt('2024-07-08T09:30')).toEqual([[]]);
  });

  it('goes into a channel on the channel’s own day, and not at all where it is off', async () => {
    const { world, harness } = parts;
    await silenceTheRest();
    await world.pap(OWNER, 'digest off');
    await harness.prisma.channelBinding.updateMany({
      where: { name: 'Right Support' },
      data: { digestOn: true, digestWeekday: 2, digestTime: '15:00' },
    });

    const sent = await titlesAt('2024-07-08T09:30', '2024-07-09T14:45', '2024-07-09T15:00');

    expect(sent).toEqual([[], [], ['Theme 1 Right Support, Right Time: week to Tue 9 July 2024']]);
  });

  it('looks at nothing out of hours', async () => {
    const { world } = parts;
    world.at('2024-07-08T18:00');

    expect(await world.run(postDueDigests)).toEqual({ queued: 0, silent: 0 });
  });
});
