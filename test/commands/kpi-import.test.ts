// `/pap kpi add|import|export`: KPIs that are not in the documents, added one by one or from a file, and taken out again.
import { expect, it } from 'vitest';
import { blocksOf, factsOf, itemsOf, rowsOf } from '../support/world/message-parts.ts';
import { describePlan, describePlanOnBoth } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const OFFICE = 'office@example.org';
const CHAIR = 'cochair@example.org';
const CSV = [
  'KPI,Theme,Baseline 2022/23,Target,Q1 2023/24,Q2 2023/24,Q3 2023/24,Q4 2023/24,Q1 2030/31,Direction',
  'Plans issued within 20 weeks,Theme 1,45.3%,at least 60% by March 2025,46%,48.1%,"49% (331)",52%,,up',
  'Permanent exclusions,Theme 2,12,at most 8 by March 2025,11,10,c,9,,down',
  'Waiting for an assessment,,231 days,150 days,228 days,1.234,210 days,204 days,200 days,down',
].join('\n');

describePlanOnBoth('kpi import', (parts) => {
  const send = async (line: string, bytes: Uint8Array, name = 'kpis.csv') =>
    await parts.world.pap(OFFICE, line, { file: { name, bytes } });
  const kpis = async () => (await parts.world.record.kpiFigures.list()).slice(29);
  const csv = Buffer.from(CSV);

  it('shows what a file would add, and records it when it comes again with confirm', async () => {
    const shown = await send('kpi import theme 3', csv);
    const before = await kpis();
    const done = await send('kpi import theme 3 confirm', csv);
    const again = await send('kpi import theme 3', csv);

    expect(shown.message.title).toBe(
      'The file would add 3 new KPIs, 14 figures, 2 targets as drafts',
    );
    expect(itemsOf(shown.message).join('\n')).toContain(
      'Row 4, Q2 2023/24, “1.234”: a point before',
    );
    expect(itemsOf(shown.message).join('\n')).toContain('target “150 days”: at least or at most?');
    expect(itemsOf(shown.message).join('\n')).toContain('Columns not taken: Direction.');
    expect(itemsOf(shown.message).join('\n')).toContain(
      '“200 days”: its period has not begun yet.',
    );
    expect(before).toEqual([]);
    expect(done).toMatchObject({ outcome: 'done' });
    expect(
      (await kpis()).map(({ number, theme, observations }) => [
        number,
        theme.number,
        observations.length,
      ]),
    ).toEqual([
      [30, 1, 5],
      [31, 2, 5],
      [32, 3, 4],
    ]);
    expect(again.message.title).toBe(
      'The file would add 0 new KPIs, 0 figures, 0 targets as drafts, 16 on record already',
    );
  });

  it('keeps the published tables as they are, and shows how the new ones stand', async () => {
    const published = rowsOf((await parts.world.pap(OFFICE, 'kpi theme 1 table')).message);
    await send('kpi import theme 3 confirm', csv);
    await parts.world.pap(CHAIR, 'kpi agree 30');

    const theme = await parts.world.pap(OFFICE, 'kpi theme 1 table');
    const one = await parts.world.pap(OFFICE, 'kpi show 30');

    expect(
      blocksOf(theme.message, 'table').some(
        ({ rows }) => JSON.stringify(rows) === JSON.stringify(published),
      ),
    ).toBe(true);
    expect(factsOf(one.message)).toMatchObject({
      'Newest on record': '52%, Q4 2023/24',
      Target: expect.stringContaining('at least 60%, by March 2025'),
    });
    expect(blocksOf(one.message, 'chart')).toHaveLength(1);
  });

  it('reads its own export again with nothing lost', async () => {
    await send('kpi import theme 3 confirm', csv);

    const made = await parts.world.pap(OFFICE, 'kpi export');
    const file = made.files?.[0];
    const back = await send('kpi import theme 3', file?.bytes ?? new Uint8Array(), 'kpis.xlsx');

    expect(back.message.title).toMatch(/^The file would add 0 new KPIs, 0 figures, 0 targets/);
    expect(itemsOf(back.message)).toEqual([]);
  });
});

/** A year as a scorecard is published: actuals and targets by quarter, and England and neighbours below or beside. */
const YEAR = [
  ',Scorecard 2023/24,,,,,,,,,,',
  'No.,Indicator,Theme,Baseline 2022/23,Q1 2023/24,Q1 2023/24 trajectory,Q2 2023/24,Q2 2023/24 trajectory,Q3 2023/24,Q3 2023/24 trajectory,Q4 2023/24 target,SN 2022/23',
  '1,Plans issued within 20 weeks,Theme 1,45.3%,46%,≥ 48%,48.1%,≥ 52%,"52% (331)",≥ 56%,≥ 60%,44%',
  ',England,,,50.3%,,51.1%,,c,,,',
  '2,Permanent exclusions,Theme 2,0.12%,0.11%,≤ 0.11%,0.10%,≤ 0.10%,0.10%,≤ 0.09%,≤ 0.08%,0.13%',
].join('\n');

describePlanOnBoth('a year of a scorecard', (parts) => {
  const pap = async (line: string, bytes?: Uint8Array) =>
    await parts.world.pap(OFFICE, line, {
      ...(bytes && { file: { name: bytes[0] === 0x50 ? 'year.xlsx' : 'year.csv', bytes } }),
    });

  it('is recorded with its way to the targets and with what others reach, and shown', async () => {
    const shown = await pap('kpi import', Buffer.from(YEAR));
    await pap('kpi import confirm', Buffer.from(YEAR));
    await parts.world.pap(CHAIR, 'kpi agree 30');

    const one = await pap('kpi show 30');
    const card = await pap('kpi theme 1');

    expect(shown.message.title).toBe(
      'The file would add 2 new KPIs, 8 figures, 2 targets as drafts, 5 figures to compare with',
    );
    expect(itemsOf(shown.message)).toEqual([]);
    expect(factsOf(one.message)).toMatchObject({
      Target: expect.stringContaining('at least 60%, by Q4 2023/24'),
      'The way there': '48% (Q1 2023/24), 52% (Q2 2023/24), 56% (Q3 2023/24)',
    });
    expect(blocksOf(one.message, 'table')[1]).toMatchObject({
      caption: 'Compared with',
      rows: [
        expect.arrayContaining(['England', '50.3%', 'Q1 2023/24']),
        expect.arrayContaining(['SN', '44%', '2022/23']),
        expect.arrayContaining(['England', '51.1%', 'Q2 2023/24']),
        expect.arrayContaining(['England', 'c', 'Q3 2023/24']),
      ],
    });
    expect(blocksOf(one.message, 'chart')[0]?.chart).toMatchObject({
      points: [
        { label: '2022/23', raw: '45.3%' },
        { label: 'Q1 2023/24', raw: '46%', planned: 48 },
        { label: 'Q2 2023/24', raw: '48.1%', planned: 52 },
        { label: 'Q3 2023/24', raw: '52% (331)', planned: 56 },
      ],
    });
    expect(textOf(card)).toContain('SN 44%, 2022/23 · England c');
  });

  it('is read again from its own export with nothing lost, also into a record without it', async () => {
    await pap('kpi import confirm', Buffer.from(YEAR));
    const facts = async () =>
      (await parts.world.record.kpiFigures.list()).slice(29).map((kpi) => ({
        ...{ name: kpi.name, theme: kpi.theme.number },
        figures: kpi.observations.map(({ column, raw, period }) => [column, raw, period]),
        others: kpi.comparators.map(({ who, raw, period }) => [who, raw, period]).toSorted(),
        way: kpi.trajectory.map(({ raw, period }) => [raw, period]),
        targets: kpi.targets.map(({ sense, raw, dueOn }) => [sense, raw, dueOn?.toString()]),
      }));
    const first = await facts();
    const file = (await pap('kpi export')).files?.[0]?.bytes ?? new Uint8Array();

    const again = await pap('kpi import', file);
    await parts.harness.prisma.$executeRaw`
      UPDATE kpi SET name = 'Other ' || number WHERE number > 29`;
    await pap('kpi import confirm', file);

    expect(again.message.title).toMatch(
      /^The file would add 0 new KPIs, 0 figures, 0 targets as drafts, \d+ on record already$/,
    );
    expect((await facts()).slice(2)).toEqual(first);
  });
});

describePlan('kpi add', (parts) => {
  it('adds a KPI, whose figures are set from then on', async () => {
    const added = await parts.world.pap(OFFICE, 'kpi add theme 2 Permanent exclusions');
    const again = await parts.world.pap(OFFICE, 'kpi add 2 permanent  exclusions');
    await parts.world.pap(OFFICE, 'kpi set confirm 30 12 period 2022/23');
    await parts.world.pap(OFFICE, 'kpi set confirm 30 11 period 2023/24');

    const shown = await parts.world.pap(OFFICE, 'kpi show 30');

    expect(added.message.title).toBe('KPI 30: added');
    expect(again).toMatchObject({ outcome: 'refused', code: 'nothing-to-change' });
    expect(textOf(shown)).toContain('it fell from 12 to 11');
  });

  it.each([
    [OFFICE, 'kpi add', 'usage'],
    [OFFICE, 'kpi add theme 2', 'usage'],
    [OFFICE, 'kpi add theme 9 Exclusions', 'unknown-theme'],
    [OFFICE, 'kpi add theme 2 ask sam@example.com', 'personal-data'],
    [OFFICE, 'kpi import theme 2', 'usage'],
    [CHAIR, 'kpi add theme 1 Exclusions', 'not-permitted'],
    [CHAIR, 'kpi import theme 1', 'not-permitted'],
  ])('refuses %s “%s” as %s', async (who, line, code) => {
    expect(await parts.world.pap(who, line)).toMatchObject({ outcome: 'refused', code });
  });
});
