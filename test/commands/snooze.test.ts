// `/pap snooze`: chases put off, once for each meeting, and never past the last call.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA } from '../support/world/cast.ts';
import { buttonsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import { itRefuses } from '../support/world/refusals.ts';
import { deliverNow, titlesOf } from '../support/world/told.ts';

describePlanOnBoth('snooze', (parts) => {
  it.each([
    ['snooze until 3 July', 'No chase before Wed 3 July 2024'],
    ['snooze 2 days', 'No chase before Wed 3 July 2024'],
    ['snooze for 5 days', 'No chase before Mon 8 July 2024'],
    ['snooze tomorrow', 'No chase before Tue 2 July 2024'],
    ['snooze', 'No chase before Tue 9 July 2024'],
  ])('%s: %s', async (line, title) => {
    const { world } = parts;

    const reply = await world.pap(ASHA, line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(title);
    const [logged] = await world.record.audit.list(1);
    expect(logged).toMatchObject({ kind: 'chases-put-off', author: 'Asha Example' });
  });

  it('keeps the chases away until that day, and no longer', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'snooze until 3 July');

    const chasedAt = async (time: string) => {
      world.at(time);
      await world.run(chaseDueOwners);
      return titlesOf(await deliverNow(parts)).filter(([email]) => email === ASHA);
    };

    expect(await chasedAt('2024-07-01T10:00')).toEqual([]);
    expect(await chasedAt('2024-07-02T16:00')).toEqual([]);
    expect(await chasedAt('2024-07-03T09:15')).toEqual([
      [ASHA, '2 returns to give by Wed 10 July 2024, 17:00'],
    ]);
  });

  it('can be taken back by its button, and be put off anew', async () => {
    const { world } = parts;
    const put = await world.pap(ASHA, 'snooze until 3 July');
    const [undo] = buttonsOf(put.message);

    const back = await world.pap(ASHA, undo?.line ?? '');

    expect(back).toMatchObject({
      outcome: 'done',
      message: { title: 'Taken back: chases come when they are due' },
    });
    expect((await world.record.audit.list(1))[0]).toMatchObject({ kind: 'chases-not-put-off' });
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    expect(titlesOf(await deliverNow(parts)).map(([email]) => email)).toContain(ASHA);
    expect(await world.pap(ASHA, 'snooze off')).toMatchObject({ code: 'not-snoozed' });
    expect(await world.pap(ASHA, 'snooze 2 days')).toMatchObject({ outcome: 'done' });
  });

  it('drops a chase that was queued and not sent', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.pap(ASHA, 'snooze');

    const sent = titlesOf(await deliverNow(parts));

    expect(sent.map(([email]) => email)).toEqual([
      'deputy@example.org',
      'femi@example.org',
      'office@example.org',
    ]);
    expect(await harness.prisma.notification.findMany({ where: { state: 'cancelled' } })).toEqual([
      expect.objectContaining({ lastError: 'put off before it was sent' }),
    ]);
  });

  itRefuses(
    () => parts,
    [
      [ASHA, 'snooze until 10 July', 'snooze-too-late'],
      [ASHA, 'snooze 20 days', 'snooze-too-late'],
      [ASHA, 'snooze until 1 July 2024', 'bad-period'],
      [ASHA, 'snooze until 28 June 2024', 'bad-period'],
      [ASHA, 'snooze a while', 'bad-period'],
      [ASHA, 'snooze July', 'bad-period'],
    ],
  );

  it('works once for a meeting, also when two come at once', async () => {
    const { world } = parts;

    const replies = await Promise.all([
      world.pap(ASHA, 'snooze 2 days'),
      world.pap(ASHA, 'snooze 3 days'),
    ]);
    const third = await world.pap(ASHA, 'snooze');

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    expect(third.code).toBe('snoozed-already');
  });

  it('does nothing more when the platform repeats the request', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'snooze', { requestId: 'test:snooze' });

    await expect(world.pap(ASHA, 'snooze', { requestId: 'test:snooze' })).rejects.toThrow('repeat');

    expect(await world.record.audit.list(5)).toHaveLength(1);
  });

  it('comes too late on the day of the last call', async () => {
    const { world } = parts;
    world.at('2024-07-09T09:30');

    expect((await world.pap(ASHA, 'snooze')).code).toBe('snooze-too-late');
  });

  it('has nothing to put off for whoever owes nothing', async () => {
    const { world } = parts;

    const reply = await world.pap('office@example.org', 'snooze');

    expect(textOf(reply)).toContain('No return is asked of you now.');
  });

  itIsClosedToOutsiders('snooze', () => parts);
});
