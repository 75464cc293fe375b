// The schedule: shown, set, counted beforehand, stopped by a hold, and kept by a job that may run as often as wanted.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { keepSchedule } from '../../../../src/control/privacy/app/keep-schedule.ts';
import { describePlanOnBoth, type PlanSuite } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';
import { ASHA, BEN, CERYS, ELLA } from '../../../support/world/writing-lines.ts';

/** Four years after what is told here. */
const LATER = Temporal.Instant.from('2028-07-02T03:10:00Z');

describePlanOnBoth('the schedule', (parts) => {
  const keep = () => keepSchedule(parts.world.record, parts.world.partnership, LATER);

  it('keeps everything until a time is set', async () => {
    const { world } = parts;
    await live(parts);
    const before = await rowsOf(parts);

    expect(textOf(await world.pap(BEN, 'admin retention'))).toContain('for good');
    expect(await keep()).toEqual({ rows: 0, people: 0 });
    expect(await rowsOf(parts)).toEqual(before);
  });

  it('takes the words out of what is older, once, and leaves ratings and the seal', async () => {
    const { world, harness } = parts;
    await live(parts);
    for (const kind of [
      'history',
      'messages',
      'absences',
      'office-log',
      'imports',
      'link-requests',
    ])
      expect((await world.pap(BEN, `admin retention set ${kind} 2 years`)).outcome).toBe('done');
    const { seal } = await world.record.history.verify();
    const ratings = () =>
      harness.pool.query('SELECT to_rag, at, author_id, hash FROM objective_entry ORDER BY seq');
    const { rows: rated } = await ratings();
    await harness.pool.query("UPDATE notification SET state = 'sent', finished_at = created_at");

    const done = await keep();

    expect(done.rows).toBeGreaterThan(5);
    expect(await rowsOf(parts)).not.toMatch(/zebra|moved to the forum/);
    expect((await ratings()).rows).toEqual(rated);
    expect(await world.record.history.verify()).toMatchObject({ seal, firstBreak: null });
    expect(await harness.prisma.absence.count({ where: { number: 1 } })).toBe(0);
    const again = await keep();
    expect(again).toEqual({ rows: 0, people: 0 });
    for (const line of ['show 2B:2 history', 'admin import', 'admin audit', 'away', 'why'])
      expect((await world.pap(BEN, line)).outcome, line).not.toBe('fault');
  });

  it('erases people who left that long ago, and nobody else', async () => {
    const { world, harness } = parts;
    await live(parts);
    await world.pap(BEN, 'admin people leave confirm @asha');
    await world.pap(BEN, 'admin retention set people-left 2 years');

    expect(await keep()).toEqual({ rows: 0, people: 1 });
    expect(await keep()).toEqual({ rows: 0, people: 0 });

    const people = await harness.prisma.person.findMany({
      where: { email: { contains: 'erased' } },
    });
    expect(people.map(({ name }) => name)).toEqual(['a former owner 1']);
    expect(await harness.prisma.person.count({ where: { name: 'Ella Example' } })).toBe(1);
  });

  it('counts the same rows beforehand, and none that are held', async () => {
    const { world } = parts;
    await live(parts);
    await world.pap(BEN, 'admin people leave confirm @asha');
    await world.pap(BEN, 'admin retention set people-left 1 month');
    await world.pap(BEN, 'admin retention set history 1 month');
    await world.pap(BEN, 'admin retention hold @asha because her request is open');
    const before = await rowsOf(parts);

    expect(await keep()).toMatchObject({ people: 0 });
    expect(await rowsOf(parts)).toContain('zebra');
    await world.pap(BEN, 'admin retention hold everything because of an inquiry');
    const held = await rowsOf(parts);
    expect(await keep()).toEqual({ rows: 0, people: 0 });
    expect(await rowsOf(parts)).toBe(held);
    expect(before).toContain('zebra');

    const shown = textOf(await world.pap(BEN, 'admin retention'));
    expect(shown).toContain('1: Asha Example, since');
    expect(shown).toContain('2: everything, since');
    await world.pap(BEN, 'admin retention release 1');
    await world.pap(BEN, 'admin retention release 2');
    expect(await keep()).toMatchObject({ people: 1 });
  });

  it('keeps whoever is put on hold after the rows were counted', async () => {
    const { world } = parts;
    await live(parts);
    await world.pap(BEN, 'admin people leave confirm @asha');
    await world.pap(BEN, 'admin retention set people-left 1 month');
    await world.pap(BEN, 'admin retention hold everything because of an inquiry');
    const counted = { ...world.record.retention, holds: async () => [] };

    const kept = await keepSchedule(
      { ...world.record, retention: counted },
      world.partnership,
      LATER,
    );

    expect(kept).toEqual({ rows: 0, people: 0 });
    expect(await rowsOf(parts)).toContain('Asha Example');
  });

  it.each([
    ['admin retention set messages', 'usage'],
    ['admin retention set messages 0 months', 'usage'],
    ['admin retention set messages 101 years', 'usage'],
    ['admin retention set letters 2 years', 'unknown-kind-of-row'],
    ['admin retention hold everything', 'usage'],
    ['admin retention hold @nobody because asked', 'unknown-person'],
    ['admin retention release one', 'usage'],
    ['admin retention release 3', 'no-such-hold'],
  ])('refuses %s', async (line, code) => {
    const { world } = parts;
    const before = await rowsOf(parts);

    expect(await world.pap(BEN, line)).toMatchObject({ outcome: 'refused', code });
    expect(await rowsOf(parts)).toBe(before);
  });

  it('is the programme office’s alone', async () => {
    const { world } = parts;
    for (const who of [ASHA, CERYS, ELLA])
      for (const line of ['admin retention', 'admin retention preview', 'admin sar @ella'])
        expect(await world.pap(who, line)).toMatchObject({ code: 'not-permitted' });
  });
});

async function live({ world }: PlanSuite): Promise<void> {
  const lines = [
    [ASHA, 'update 2B:2 amber the zebra crossing is trained'],
    [ASHA, 'evidence 2B:2 https://example.org/zebra register of zebras done'],
    [ELLA, 'update 2B:2 red no zebra is trained'],
    [BEN, 'admin change 2B:2 date September 2024 because the zebra moved to the forum'],
    [ASHA, 'away 12–23 Aug cover @ella'],
    [ELLA, 'away 26–30 Aug'],
    [CERYS, 'challenge 2B:2 which zebra?'],
  ] as const;
  for (const [who, line] of lines) await world.pap(who, line);
}

/** What the kinds of row with a schedule say, as one text. */
async function rowsOf({ harness }: PlanSuite): Promise<string> {
  const tables = ['entry_words', 'notification', 'audit_event', 'absence', 'plan_import', 'person'];
  const texts: string[] = [];
  for (const table of [...tables, 'retention_rule', 'erasure']) {
    const { rows } = await harness.pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`,
    );
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}
