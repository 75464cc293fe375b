// An update and what follows from it: together or not at all, once, and nothing lost.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Reply } from '../../../../src/core/request/app/inbound.ts';
import { createRecordStore } from '../../../../src/service/record/db/record.ts';
import { factsOf, footerOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { terminalInbound } from '../../../support/world/plan-world.ts';

const OWNER = 'owner@example.org';
const DEPUTY = 'deputy@example.org';

describePlanOnBoth('update status', (parts) => {
  it('says in the receipt what was recorded and what follows from it', async () => {
    const { world } = parts;

    const { message } = await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');

    expect(message).toMatchObject({
      title: 'Recorded: 2B:2 Named workers identified, fully trained, and supported',
      tone: 'good',
    });
    const { 'What follows': follows, ...facts } = factsOf(message);
    expect(facts).toEqual({
      Rating: '🛑 Red → 🔶 Amber',
      Note: '14 of 20 trained',
      By: 'Asha Example, Example Council',
      When: 'Mon 1 July 2024, 09:45',
    });
    expect(follows).toMatch(
      /^This counts as the return for SIAB board meeting.*; nobody is asked for it again\. The change is posted to Right Support \(Teams\)\. You still owe: 1A:1\.$/,
    );
  });

  it('posts a change of rating to the theme’s channels on both platforms', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 1, { name: 'send-right-support', channelId: 'C0SUPPORT' });

    const { message } = await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    expect(factsOf(message)['What follows']).toContain(
      'posted to Right Support (Teams), send-right-support (Slack).',
    );
    expect(
      world.sent.map(({ platform, target }) => [
        platform,
        target.kind === 'channel' && target.channelId,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['slack', 'C0SUPPORT'],
        ['teams', '19:pap-right-support@thread.tacv2'],
      ]),
    );
    expect(world.sent).toHaveLength(2);
    for (const { message: post } of world.sent) {
      expect(post.title).toBe(
        '2B:2 Named workers identified, fully trained, and supported: 🛑 Red → 🔶 Amber',
      );
      expect(paragraphsOf(post)).toEqual([
        '14 of 20 trained',
        'Asha Example, Example Council · Mon 1 July 2024, 09:45',
      ]);
      expect(footerOf(post)).toContain('Contains example data');
    }
  });

  it.each(['update 2B:2 red the provider has left', 'same 2B:2', 'same 2B:2 as before'])(
    'posts nothing when the rating did not change: %s',
    async (line) => {
      const { world } = parts;
      await world.bindChannel('slack', 1);
      const before = await world.footprint();

      const { message } = await world.pap(OWNER, line);
      await world.deliver();

      expect(factsOf(message)['What follows']).toContain('no channel is told');
      expect(await world.footprint()).toEqual({ ...before, updates: before.updates + 1 });
      expect(world.sent).toEqual([]);
    },
  );

  it('posts to the channels of its own themes only, and to none that is switched off', async () => {
    const { world, harness } = parts;
    await world.bindChannel('slack', 2);
    const off = await world.bindChannel('slack', 1);
    await harness.prisma.channelBinding.updateMany({ where: { id: off }, data: { active: false } });

    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    expect(world.sent.map(({ platform }) => platform)).toEqual(['teams']);
  });

  it.each([
    ['2024-06-23T23:59', false, 'before its return counts', false],
    ['2024-06-24T00:00', true, 'five working days before the first request', false],
    ['2024-07-10T17:00', true, 'on the stroke of the deadline', false],
    ['2024-07-10T17:01', true, 'past the deadline', true],
    ['2024-07-16T16:59', true, 'a minute before the freeze', true],
  ])('at %s: answers the return %s (%s), late %s', async (at, answers, _why, late) => {
    const { world } = parts;
    world.at(at);
    const { id } = await world.objective('2B:2');

    const { message } = await world.pap(OWNER, 'same 2B:2');

    const [cycle] = await world.record.cycles.listFrom((await meetingDay()).subtract({ days: 40 }));
    const waiting = await world.record.cycles.outstanding(cycle as NonNullable<typeof cycle>);
    const [latest] = await world.record.objectives.history(id, 1);
    expect(waiting.some(({ objectiveId }) => objectiveId === id)).toBe(!answers);
    expect(latest?.late).toBe(late);
    expect(factsOf(message)['What follows']?.includes('marked late')).toBe(late);
    expect(factsOf(message)['What follows']?.includes('counts as the return')).toBe(answers);
  });

  async function meetingDay() {
    const [cycle] = await parts.world.record.cycles.listFrom(
      (await parts.world.clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate(),
    );
    if (!cycle) throw new Error('there is no cycle ahead');
    return cycle.meetingDate;
  }

  it('records nothing at all when what follows cannot be queued, and all of it on the next try', async () => {
    const { world, harness } = parts;
    await harness.pool.query(
      `CREATE FUNCTION refuse_news() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the queue is out of order'; END $$;
       CREATE TRIGGER refuse_news BEFORE INSERT ON notification FOR EACH ROW EXECUTE FUNCTION refuse_news()`,
    );
    const before = await world.footprint();
    const requestId = `test:${randomUUID()}`;
    const line = 'update 2B:2 amber 14 of 20 trained';

    const failed = await world.pap(OWNER, line, { requestId });
    const afterFailure = await world.footprint();
    const { rag, version } = await world.objective('2B:2');
    const outstanding = await world.pap(OWNER, 'mine');
    await harness.pool.query(
      'DROP TRIGGER refuse_news ON notification; DROP FUNCTION refuse_news()',
    );
    const recorded = await world.pap(OWNER, line, { requestId });

    expect(failed).toMatchObject({ outcome: 'fault', audience: 'private' });
    expect(afterFailure).toEqual(before);
    expect(rag).toBe('red');
    expect(paragraphsOf(outstanding.message)[0]).toMatch(/^All 2 of yours are still to return/);
    expect(recorded.outcome).toBe('done');
    expect(await world.footprint()).toEqual({
      updates: before.updates + 1,
      notifications: before.notifications + 1,
    });
    expect((await world.objective('2B:2')).version).toBe(version + 1);
  });

  it('answers a repeat of the same request with nothing, and records it once', async () => {
    const { world } = parts;
    const inbound = terminalInbound(OWNER, 'update 2B:2 amber 14 of 20 trained', {
      tenantId: world.partnership.key,
    });
    const before = await world.footprint();

    const first = await world.handle(inbound);
    const second = await world.handle(inbound);
    const elsewhere = await world.dispatcher()(inbound);

    expect(first?.outcome).toBe('done');
    expect([second, elsewhere]).toEqual([null, null]);
    expect((await world.footprint()).updates).toBe(before.updates + 1);
  });

  it('answers with the same receipt where the first answer was lost before it was noted', async () => {
    const { world, harness } = parts;
    const requestId = `test:${randomUUID()}`;
    const line = 'update 2B:2 amber 14 of 20 trained';
    const guard = await world.guard('2B:2');
    const first = await world.pap(OWNER, line, { requestId, guard });
    await harness.prisma.answeredRequest.deleteMany({ where: { requestId } });
    const before = await world.footprint();
    world.at('2024-07-01T11:00');

    const second = await world.pap(OWNER, line, { requestId, guard });

    const { Rating, Note, By, When } = factsOf(first.message);
    expect(second.outcome).toBe('done');
    expect(factsOf(second.message)).toMatchObject({ Rating, Note, By, When });
    expect(await world.footprint()).toEqual(before);
  });

  it('records a request once that arrives on several processes at the same time', async () => {
    const { world, harness } = parts;
    const processes = [1, 2, 3, 4].map(() =>
      world.dispatcher({ store: createRecordStore(harness.prisma) }),
    );

    for (let round = 1; round <= rounds(harness.kind); round++) {
      const before = await world.footprint();
      const rating = round % 2 === 1 ? 'amber' : 'green';
      const inbound = terminalInbound(OWNER, `update 2B:2 ${rating} round ${round}`, {
        tenantId: world.partnership.key,
      });

      const replies = await Promise.all(processes.map((handle) => handle(inbound)));

      const told = replies.filter((reply) => reply !== null);
      expect(told.length).toBeGreaterThan(0);
      for (const reply of told) {
        expect(reply.outcome).toBe('done');
        expect(factsOf(reply.message).Note).toBe(`round ${round}`);
      }
      expect(await world.footprint()).toEqual({
        updates: before.updates + 1,
        notifications: before.notifications + 1,
      });
    }
  });

  it('lets two people write at once: each is recorded or told, and nothing is lost', async () => {
    const { world, harness } = parts;
    const [one, two] = [1, 2].map(() =>
      world.dispatcher({ store: createRecordStore(harness.prisma) }),
    );
    const { id } = await world.objective('2B:2');
    let clashes = 0;

    for (let round = 1; round <= rounds(harness.kind); round++) {
      const before = await world.footprint();
      const { version } = await world.objective('2B:2');
      const notes = [`Asha in round ${round}`, `Ella in round ${round}`];
      const ask = (email: string, line: string) =>
        terminalInbound(email, line, { tenantId: world.partnership.key });

      const replies = await Promise.all([
        one?.(ask(OWNER, `update 2B:2 amber ${notes[0]}`)),
        two?.(ask(DEPUTY, `update 2B:2 green ${notes[1]}`)),
      ]);

      const done = replies.filter((reply): reply is Reply => reply?.outcome === 'done');
      const stale = replies.filter((reply) => reply?.code === 'stale-version');
      const history = await world.record.objectives.history(id, done.length);
      expect(done.length).toBeGreaterThan(0);
      expect(done.length + stale.length).toBe(2);
      expect(history.map(({ note }) => note).sort()).toEqual(
        done.map(({ message }) => factsOf(message).Note).sort(),
      );
      expect((await world.footprint()).updates).toBe(before.updates + done.length);
      expect((await world.objective('2B:2')).version).toBe(version + done.length);
      clashes += stale.length;
    }
    // On one machine they do not clash every time, but a clash that never happens tests nothing.
    if (harness.kind === 'postgresql') expect(clashes).toBeGreaterThan(0);
  });

  it('lets one of many presses of one button through', async () => {
    const { world } = parts;
    const guard = await world.guard('2B:2');
    const before = await world.footprint();

    const replies = await Promise.all(
      Array.from({ length: 6 }, () => world.pap(OWNER, 'same 2B:2', { guard })),
    );

    expect(replies.map(({ code, outcome }) => code ?? outcome).sort()).toEqual([
      'done',
      ...Array.from({ length: 5 }, () => 'stale-version'),
    ]);
    expect((await world.footprint()).updates).toBe(before.updates + 1);
  });
});

function rounds(kind: string): number {
  return kind === 'postgresql' ? 25 : 5;
}
