// `/pap kpi`: a theme's KPIs, cell for cell as published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  blocksOf,
  buttonOf,
  itemsOf,
  paragraphsOf,
  rowsOf,
} from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';

type Published = {
  name: string;
  theme: string;
  baseline: string;
  performance: string;
  direction: string;
};

const published = readFileSync(
  join(import.meta.dirname, '../../prisma/plan/oxfordshire/kpis.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line): Published => JSON.parse(line));

describePlan('kpi', (parts) => {
  it.each([
    ['kpi theme 1 table', 'right-support', 17, 'KPIs of theme 1 Right Support, Right Time'],
    ['kpis 2 table', 'right-plan', 5, 'KPIs of theme 2 Right Plan, Right First Time, Every Time'],
    [
      ...(['KPI t3 as published', 'right-provision', 7] as const),
      'KPIs of theme 3 Right Provision, Right Time, Looking to Independence',
    ],
    [
      'kpi right plan table',
      'right-plan',
      5,
      'KPIs of theme 2 Right Plan, Right First Time, Every Time',
    ],
  ])('shows every cell of %s verbatim', async (line, theme, count, title) => {
    const { world } = parts;
    const rows = published
      .filter((row) => row.theme === theme)
      .map(({ name, baseline, performance, direction }) => [
        name,
        baseline,
        performance,
        direction,
      ]);

    const reply = await world.pap('cochair@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(title);
    expect(rows).toHaveLength(count);
    expect(rowsOf(reply.message)).toEqual(rows);
  });

  it('leads with what needs attention, each KPI in one line, the published table a press away', async () => {
    const { world } = parts;
    const office = 'office@example.org';
    await world.pap(office, 'kpi target 12 at most 5%');
    await world.pap(office, 'kpi agree 12');
    await world.pap(office, 'kpi set confirm 2 51% (England 56%) period Q1 2024');

    const { message } = await world.pap('owner@example.org', 'kpi theme 1');
    const table = await world.pap('owner@example.org', buttonOf(message, 'Published table').line);

    expect(paragraphsOf(message)[0]).toContain('1 of 17 needs attention.');
    expect(itemsOf(message)).toHaveLength(17);
    expect(itemsOf(message)[0]).toBe(
      '12 EHCP suspensions – all schools: 7.47% (337) · before 8.61% (331) · target at most 5%: missed',
    );
    expect(itemsOf(message)).toContain(
      '2 Proportion of children with EHCPs in mainstream: 51% (England 56%) · before 50.3% (increase of 5% on previous year) · England 56%',
    );
    expect(rowsOf(table.message)).toHaveLength(17);
  });

  it('keeps the trailing zero, the bracket and the mark as printed', async () => {
    const { world } = parts;

    const one = await world.pap('owner@example.org', 'kpi theme 1 table');
    const two = await world.pap('owner@example.org', 'kpi theme 2 table');

    const cells = [...rowsOf(one.message), ...rowsOf(two.message)].flat();
    expect(cells).toEqual(
      expect.arrayContaining([
        '33.20%',
        '50.3% (increase of 5% on previous year)',
        '8.61% (331)',
        'Data not available',
        '34.40% of 61 EHCPs',
        '186 active appeals (end of June 2024)*',
      ]),
    );
    expect(paragraphsOf(two.message)[0]).toMatch(/^\* Partly impacted by/);
  });

  it('prints the headers of each table as that table has them', async () => {
    const { world } = parts;

    const replies = await Promise.all(
      [1, 2].map((theme) => world.pap('owner@example.org', `kpi ${theme} table`)),
    );

    expect(
      replies.map(({ message }) => blocksOf(message, 'table')[0]?.columns.at(-1)?.header),
    ).toEqual(['Direction of Travel', 'Direction of travel']);
  });

  it('shows as at a date what had been recorded by then, and says when nothing had', async () => {
    const { world } = parts;

    const before = await world.pap('owner@example.org', 'kpi theme 1 table at 30 June 2024');
    const since = await world.pap('owner@example.org', 'kpi theme 1 table at 1 July 2024');

    expect(rowsOf(before.message)).toEqual([]);
    expect(paragraphsOf(before.message)).toEqual([
      'As at Sun 30 June 2024. This is what had been recorded by the end of that day.',
      'No KPI figures had been recorded by then.',
    ]);
    expect(rowsOf(since.message)).toHaveLength(17);
  });

  it('says that a workstream states none', async () => {
    const { world } = parts;

    const { message } = await world.pap('owner@example.org', 'kpi communication');

    expect(message.title).toBe('KPIs of Communication, Engagement & Co-Production');
    expect(paragraphsOf(message)).toEqual(['The documents state no KPIs for it.']);
  });

  it.each([
    ['kpi 9', 'There is no theme “9”'],
    ['kpi nonsense', 'There is no theme “nonsense”'],
  ])('refuses %j and lists the themes that there are', async (line, title) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-theme' });
    expect(reply.message.title).toBe(title);
    expect(itemsOf(reply.message)).toHaveLength(7);
    expect(itemsOf(reply.message)[0]).toBe('theme 1 Right Support, Right Time');
    expect(await world.footprint()).toEqual(before);
  });

  it('asks which theme when none is named', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', 'kpi');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(paragraphsOf(reply.message)[0]).toBe(
      'Say which theme, for example “kpi theme 1” or “kpi right plan”.',
    );
  });

  it('repeats no more than the beginning of a long name', async () => {
    const { world } = parts;

    const reply = await world.pap('owner@example.org', `kpi ${'x'.repeat(9_000)}`);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'unknown-theme' });
    expect(reply.message.title.length).toBeLessThan(100);
  });

  itIsClosedToOutsiders('kpi theme 3', () => parts);
});
