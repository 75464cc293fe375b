// What a digest tells beside ratings, and its charts: dates, closures and new figures of the week, and nothing older.
import { expect, it } from 'vitest';
import type { ChartData } from '../../../../src/core/message/messages/chart-data.ts';
import type { Message } from '../../../../src/core/message/messages/message.ts';
import { postDueDigests } from '../../../../src/reports/digests/app/post-due-digests.ts';
import { blocksOf, itemsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

const OFFICE = 'office@example.org';
const OWNER = 'owner@example.org';

describePlanOnBoth('what is new in a digest', (parts) => {
  /** What the channel of theme 1 gets at a time; null: nothing. */
  async function digestAt(time: string): Promise<Message | null> {
    const { world } = parts;
    world.at(time);
    const already = world.sent.length;
    await world.run(postDueDigests);
    await world.deliver();
    const found = world.sent
      .slice(already)
      .find(
        ({ target, message }) =>
          target.kind === 'channel' &&
          target.channelId.includes('right-support') &&
          message.title.includes('week to'),
      );
    return found?.message ?? null;
  }

  const charts = (message: Message | null): ChartData[] =>
    message ? blocksOf(message, 'chart').map(({ chart }) => chart) : [];

  it('tells dates, evidence and figures after ratings, with who recorded them', async () => {
    const { world } = parts;
    world.at('2024-07-03T11:00');
    await world.pap(OFFICE, 'kpi set confirm 2 51.5% Q2 2024');
    await world.pap(OWNER, 'admin change 2B:2 due 30 September 2024 because trainers are booked');
    await world.pap(OFFICE, 'admin change approve 1');
    await world.pap(OWNER, 'evidence 2B:2 https://example.org/s survey felt');

    const message = await digestAt('2024-07-08T09:30');

    expect(message && paragraphsOf(message).slice(0, 5)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      'No rating changed.',
      'Changed in the plan:',
      'New KPI figures:',
      'Where it stands',
    ]);
    expect(message && itemsOf(message).slice(0, 2)).toEqual([
      '2B:2 Plan changed: due by July 2024 → 30 September 2024 · Ben Example, Example Council · trainers are booked (change 1, proposed by Asha Example, Example Council); Evidence 2B:2 E1 added: survey · Asha Example, Example Council',
      'KPI 2 Proportion of children with EHCPs in mainstream: 51.5% Q2 2024 · Unclear: it rose from 45.30% to 51.5% Q2 2024; nobody has decided whether a rise is good · Ben Example, Example Council',
    ]);
    expect(charts(message).map(({ title }) => title)).toEqual([
      '2 Proportion of children with EHCPs in mainstream',
    ]);
  });

  it('keeps the newest figure and its target beside the published table, week after week', async () => {
    const { world } = parts;
    world.at('2024-07-03T11:00');
    await world.pap(OFFICE, 'kpi target 12 at most 5% by July 2025');
    await world.pap(OFFICE, 'kpi agree 12');
    await world.pap(OFFICE, 'kpi set confirm 12 9% (400) period Q2 2024');
    await world.pap(OFFICE, 'kpi set confirm 12 8.9% (340) period 2021/22');
    await digestAt('2024-07-08T09:30');
    world.at('2024-07-09T11:00');
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');

    const message = await digestAt('2024-07-15T09:30');

    const [published, newest] = message ? blocksOf(message, 'table') : [];
    expect(published?.caption).toMatch(/\(as published\)$/);
    expect(published?.rows).toContainEqual([
      ...['EHCP suspensions – all schools', '8.61% (331)', '7.47% (337)', '↓'],
    ]);
    expect(newest?.rows).toEqual([
      [
        ...['12 EHCP suspensions – all schools', '9% (400), Q2 2024'],
        expect.stringMatching(/^Not comparable|^Unclear/),
        expect.stringMatching(/^🔶 Amber: off course · at most 5%, by July 2025/),
      ],
    ]);
  });

  it('says of a figure of an earlier period which one is the newest', async () => {
    const { world } = parts;
    world.at('2024-07-03T11:00');
    await world.pap(OFFICE, 'kpi set confirm 12 8.9% (340) period 2021/22');

    const message = await digestAt('2024-07-08T09:30');

    expect(message && itemsOf(message)[0]).toContain(
      'the newest on record is 7.47% (337) (as published)',
    );
  });

  it('tells that an objective was closed, which is in no list any more', async () => {
    const { world } = parts;
    world.at('2024-07-03T11:00');
    await world.pap(OWNER, 'admin change 2B:2 close because it is done');
    await world.pap(OFFICE, 'admin change approve 1');

    const message = await digestAt('2024-07-08T09:30');

    expect(message && itemsOf(message)[0]).toMatch(/^2B:2 Closed/);
  });

  it('tells nothing a second time, and draws ratings once there are two dates to compare', async () => {
    const { world } = parts;
    world.at('2024-07-03T11:00');
    await world.pap(OFFICE, 'kpi set confirm 2 51.5% Q2 2024');
    await world.pap(OWNER, 'admin change 2B:2 due 30 September 2024 because trainers are booked');
    await world.pap(OFFICE, 'admin change approve 1');
    const first = await digestAt('2024-07-08T09:30');
    world.at('2024-07-09T11:00');
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');

    const later = await digestAt('2024-08-05T09:30');

    const words = JSON.stringify([later && paragraphsOf(later), later && itemsOf(later)]);
    expect(words).not.toMatch(/Changed in the plan|New KPI figures/);
    expect(charts(first).map(({ kind }) => kind)).toEqual(['kpi-trend']);
    expect(charts(later)).toMatchObject([
      {
        kind: 'rag-over-time',
        points: [
          { label: '8 Jul', counts: { red: 1 } },
          { label: '5 Aug', counts: { red: 0 } },
        ],
      },
    ]);
  });

  it('comes for a new figure alone, where nothing else is new or owed', async () => {
    const { world } = parts;
    world.at('2024-06-26T11:00');
    expect(await digestAt('2024-07-01T09:30')).toBeNull();
    world.at('2024-07-26T11:00');
    await digestAt('2024-07-29T09:30');
    world.at('2024-07-30T11:00');
    await world.pap(OFFICE, 'kpi set confirm 2 51.5% Q2 2024');

    const message = await digestAt('2024-08-05T09:30');

    expect(message && paragraphsOf(message)).toContain('New KPI figures:');
  });
});
