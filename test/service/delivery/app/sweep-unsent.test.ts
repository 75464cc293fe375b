// What the queue has lost is queued again; what may have gone out is held for a person.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { sweepUnsent } from '../../../../src/service/delivery/app/sweep-unsent.ts';
import { newNotification } from '../../../support/world/builders.ts';
import { loadOutbox } from '../../../support/world/outbox.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('sweep unsent', (parts) => {
  /** A row in a state since some minutes ago, by the database's clock; its id. */
  async function rowIn(state: string, minutes: number): Promise<string> {
    const { world, harness } = parts;
    const personId = await world.personId('owner@example.org');
    const notification = newNotification(personId);
    await world.record.notifications.enqueue([notification]);
    const { rows } = await harness.pool.query<{ id: string }>(
      `UPDATE notification SET state = $1::"NotificationState",
         state_since = now() - make_interval(mins => $2) WHERE dedupe_key = $3 RETURNING id`,
      [state, minutes, notification.dedupeKey],
    );
    return rows[0]?.id ?? '';
  }

  const sweep = () => sweepUnsent(parts.world.record, Temporal.Now.instant());

  async function jobsOf(id: string): Promise<number> {
    const { rows } = await parts.harness.pool.query(
      'SELECT 1 FROM graphile_worker.jobs WHERE key = $1',
      [`notification:${id}`],
    );
    return rows.length;
  }

  const stateOf = async (id: string) =>
    (await loadOutbox(parts.harness.prisma)).find((row) => row.id === id);

  it('holds a send that was interrupted, and it is never sent again', async () => {
    const { world } = parts;
    const id = await rowIn('sending', 16);

    const outcome = await sweep();
    await world.deliver();

    expect(outcome).toEqual({ requeued: 0, checking: 0, held: 1 });
    expect(await stateOf(id)).toMatchObject({
      state: 'held',
      lastError: 'interrupted while sending',
    });
    expect(world.sent).toEqual([]);
  });

  it('gives a row whose job was lost to the queue again', async () => {
    const { harness } = parts;
    const id = await rowIn('queued', 16);
    await harness.pool.query('DELETE FROM graphile_worker._private_jobs');

    const outcome = await sweep();

    expect(outcome).toEqual({ requeued: 1, checking: 0, held: 0 });
    expect(await jobsOf(id)).toBe(1);
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('leaves a job that waits for its time as it is', async () => {
    const { harness } = parts;
    const id = await rowIn('queued', 16);
    await harness.pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() + interval '2 hours'`,
    );

    await sweep();
    await sweep();

    const { rows } = await harness.pool.query<{ later: boolean }>(
      `SELECT run_at > now() + interval '1 hour' AS later FROM graphile_worker.jobs WHERE key = $1`,
      [`notification:${id}`],
    );
    expect(rows).toEqual([{ later: true }]);
  });

  it.each([
    ['queued', 14],
    ['sending', 14],
    ['sent', 60],
    ['held', 60],
    ['dead', 60],
    ['cancelled', 60],
  ])('leaves what is %s for %i minutes alone', async (state, minutes) => {
    const id = await rowIn(state, minutes);

    const outcome = await sweep();

    expect(outcome).toEqual({ requeued: 0, checking: 0, held: 0 });
    expect(await stateOf(id)).toMatchObject({ state });
  });

  it('holds each of several once, from four processes at the same time', async () => {
    for (let row = 0; row < 5; row++) await rowIn('sending', 20);

    const outcomes = await Promise.all([1, 2, 3, 4].map(sweep));

    expect(outcomes.reduce((sum, { held }) => sum + held, 0)).toBe(5);
  });
});
