// `/pap admin delivery`: the office sees what did not arrive and why, sends it again or drops it.

import { expect, it } from 'vitest';
import { tellUndelivered } from '../../../src/service/delivery/app/tell-undelivered.ts';
import { loadOperations } from '../../../src/service/jobs/db/operations.ts';
import { someAttempt } from '../../support/world/builders.ts';
import { ASHA, BEN } from '../../support/world/cast.ts';
import { deliverOnce, queueForAsha, senderLike } from '../../support/world/delivery-world.ts';
import { loadOutbox } from '../../support/world/outbox.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';

describePlan('admin delivery', (parts) => {
  /** A message to Asha in a state; its number. */
  async function messageIn(state: 'dead' | 'held' | 'checking' | 'sent', lastError = 'timeout') {
    const id = await queueForAsha(parts);
    const at = new Date('2024-07-01T09:00:00Z');
    const [changed] = await parts.harness.prisma.notification.updateManyAndReturn({
      where: { id },
      data: { state, lastError, finishedAt: at, attemptedAt: at, attempts: 8 },
    });
    return Number(changed?.seq);
  }

  const row = async () => (await loadOutbox(parts.harness.prisma))[0];

  it('says so when everything has arrived', async () => {
    await messageIn('sent');

    const reply = await parts.world.pap(BEN, 'admin delivery');

    expect(reply.message.title).toBe('Everything has arrived');
  });

  it('lists what has not, to whom, why and since when, with what can be done', async () => {
    const dead = await messageIn('dead', 'ConversationBlockedByUser');
    const held = await messageIn('held');
    await messageIn('checking');

    const { message } = await parts.world.pap(BEN, 'admin delivery');

    expect(message.title).toBe('3 messages have not arrived');
    const text = textOf({ message, audience: 'private', outcome: 'done' });
    expect(text).toContain(
      `${dead}: “Title” to Asha Example did not arrive — the person blocked the app in Teams (ConversationBlockedByUser); since Mon 1 July 2024, 10:00`,
    );
    expect(text).toContain(`${held}: “Title” to Asha Example may have arrived`);
    const lines = message.blocks.flatMap((block) =>
      block.kind === 'actions' ? block.actions.map(({ line }) => line) : [],
    );
    expect(lines).toContain(`admin delivery resend ${dead} if dead`);
    expect(lines).toContain(`admin delivery drop ${held} if held`);
    expect(lines).toHaveLength(4);
  });

  it('sends again what did not arrive: it goes out, once, and is in the audit', async () => {
    const { world, harness } = parts;
    const number = await messageIn('dead', 'ConversationBlockedByUser');
    await harness.prisma.platformAccount.updateMany({
      data: { unreachableSince: new Date('2024-07-01T09:00:00Z'), unreachableCode: 'x' },
    });

    const reply = await world.pap(BEN, `admin delivery resend ${number}`);
    await world.deliver();

    expect(reply.message.title).toBe('1 message queued to be sent again');
    expect(world.sent).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 1 });
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'message-resent',
      summary: expect.stringContaining(`message ${number}, “Title” to Asha Example (dead:`),
      author: 'Ben Example',
    });
  });

  it('asks once before it sends what may have arrived', async () => {
    const { world } = parts;
    const number = await messageIn('held');

    const asked = await world.pap(BEN, `admin delivery resend ${number} if held`);
    const before = await row();
    await world.pap(BEN, `admin delivery resend ${number} confirm`);

    expect(asked.message.title).toBe('It may have arrived: look first');
    expect(textOf(asked)).toContain('may have gone out at Mon 1 July 2024, 10:00');
    expect(before).toMatchObject({ state: 'held' });
    expect(await row()).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('drops, and what is dropped is never sent', async () => {
    const { world } = parts;
    const [one, two] = [await messageIn('dead'), await messageIn('held')];

    const reply = await world.pap(BEN, `admin delivery drop ${one} ${two}`);
    await world.deliver();

    expect(reply.message.title).toBe('2 messages dropped');
    expect(world.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: 'cancelled', lastError: 'dropped' });
    expect((await world.record.audit.list(1))[0]?.kind).toBe('message-dropped');
  });

  it('explains a button that has gone stale, and repeats nothing', async () => {
    const { world } = parts;
    const number = await messageIn('dead');
    await world.pap(BEN, `admin delivery resend ${number} if dead`);
    await world.deliver();

    const again = await world.pap(BEN, `admin delivery resend ${number} if dead`);

    expect(again).toMatchObject({ outcome: 'refused', code: 'message-moved-on' });
    expect(again.message.title).toBe(`Message ${number} has been sent`);
    expect(world.sent).toHaveLength(1);
  });

  it.each([
    ['resend 999999', 'unknown-message'],
    ['resend', 'usage'],
    ['drop all', 'usage'],
    ['mend 3', 'usage'],
  ])('refuses “%s”', async (line, code) => {
    const reply = await parts.world.pap(BEN, `admin delivery ${line}`);

    expect(reply).toMatchObject({ outcome: 'refused', code });
  });

  it.each(['admin delivery', 'admin delivery resend 1', 'admin delivery drop 1'])(
    'is the programme office’s alone: %s',
    async (line) => {
      const reply = await parts.world.pap(ASHA, line);

      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    },
  );

  itIsClosedToOutsiders('admin delivery', () => parts);

  it('tells the office of what is new, once a day, and only then', async () => {
    const { world } = parts;
    const tell = () => world.run(tellUndelivered);
    world.at('2024-07-01T10:45');
    const nothing = await tell();
    await messageIn('dead');

    const first = await tell();
    const sameDay = await tell();
    world.at('2024-07-02T09:45');
    const nothingNew = await tell();

    expect(nothing).toEqual({ queued: 0 });
    expect(first.queued).toBeGreaterThan(0);
    expect(sameDay).toEqual({ queued: 0 });
    expect(nothingNew).toEqual({ queued: 0 });
  });
});

describePlanOnBoth('admin delivery pause and resume', (parts) => {
  it('lets nothing out until it is resumed, then everything, each once; both are in the audit', async () => {
    const { world, harness } = parts;
    const id = await queueForAsha(parts);
    const teams = [senderLike(world, 'teams')];

    const paused = await world.pap(BEN, 'admin delivery pause');
    const again = await world.pap(BEN, 'admin delivery pause');
    const put = await deliverOnce(parts, id, { senders: teams });
    const claimed = await world.record.notifications.claim(id, someAttempt);
    const listed = await world.pap(BEN, 'admin delivery');
    const status = await world.pap(BEN, 'admin status');

    expect(paused.message.title).toBe('All sending is paused');
    expect(textOf(paused)).toContain('1 message waits');
    expect(again.message.title).toBe('All sending is paused already');
    expect(put).toBeGreaterThan(0);
    expect(claimed).toBe(false);
    expect(world.sent).toEqual([]);
    expect(listed.message.title).toBe('All sending is paused');
    expect(textOf(listed)).toContain('“Title” to Asha Example waits');
    expect(textOf(status)).toContain('All sending is paused since Mon 1 July 2024, 09:45');
    await harness.pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() + interval '10 minutes'`,
    );

    const resumed = await world.pap(BEN, 'admin delivery resume');
    const { rows } = await harness.pool.query(
      'SELECT run_at <= now() AS due FROM graphile_worker._private_jobs',
    );
    await deliverOnce(parts, id, { senders: teams });
    await deliverOnce(parts, id, { senders: teams });

    expect(resumed.message.title).toBe('Sending goes on');
    expect(rows).toEqual([{ due: true }]);
    expect(world.sent).toHaveLength(1);
    expect((await world.pap(BEN, 'admin delivery resume')).message.title).toBe(
      'Sending was not paused',
    );
    expect((await world.record.audit.list(3)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sending-paused', 'sending-resumed']),
    );
    expect(textOf(await world.pap(BEN, 'admin status'))).not.toContain('paused');
  });

  it('is counted for whoever watches the numbers', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, 'admin delivery pause');
    expect((await loadOperations(harness.prisma)).paused).toBe(1);
    await world.pap(BEN, 'admin delivery resume');
    expect((await loadOperations(harness.prisma)).paused).toBe(0);
  });

  it.each(['pause', 'resume'])('is for the office alone: %s', async (word) => {
    expect(await parts.world.pap(ASHA, `admin delivery ${word}`)).toMatchObject({
      outcome: 'refused',
      code: 'not-permitted',
    });
  });

  it('pauses all or nothing, and says so', async () => {
    expect(await parts.world.pap(BEN, 'admin delivery pause 12')).toMatchObject({ code: 'usage' });
    expect(await parts.world.record.operations.sendingPausedAt()).toBeNull();
  });
});
