// A rehearsal says, line by line, what the real job then sends when nobody answers.

import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { momentText } from '../../../../src/core/dates/messages/when.ts';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { BEN } from '../../../support/world/cast.ts';
import { rowsOf } from '../../../support/world/message-parts.ts';
import { describePlan } from '../../../support/world/plan-suite.ts';
import { london, textOf } from '../../../support/world/plan-world.ts';

describePlan('a rehearsal', (parts) => {
  /** What the file has: every message as a row. */
  async function rehearse(line: string): Promise<{ rows: string[][]; text: string }> {
    const { world } = parts;
    const reply = await world.pap(BEN, line);
    expect(reply.outcome).toBe('done');
    const [file] = reply.files ?? [];
    if (!file) return { rows: rowsOf(reply.message).map((row) => [...row]), text: textOf(reply) };
    const { fileFormats } = await import('../../../../src/files/formats.ts');
    const read = await fileFormats.read(file.bytes);
    if (!('grids' in read)) throw new Error('the file cannot be read');
    const [grid] = read.grids;
    const rows = (grid?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''));
    return { rows: rows.slice(1), text: textOf(reply) };
  }

  /** Runs the job on every hour at which anything falls due, and sends at once; when, to whom, what. */
  async function simulate(from: string, until: string): Promise<string[]> {
    const { world, harness } = parts;
    const accounts = await harness.prisma.platformAccount.findMany({ include: { person: true } });
    const names = new Map(accounts.map(({ userId, person }) => [userId, person.name]));
    const lines: string[] = [];
    const end = london(until);
    for (let at = london(from); Temporal.Instant.compare(at, end) < 0; at = at.add({ hours: 1 })) {
      const local = at.toZonedDateTimeISO('Europe/London');
      if (local.hour < 9 || local.hour > 16 || local.dayOfWeek > 5) continue;
      world.at(at);
      const already = world.sent.length;
      await world.run(chaseDueOwners);
      await world.deliver();
      for (const { target, message } of world.sent.slice(already))
        lines.push(
          [
            momentText(at, 'Europe/London'),
            names.get(target.kind === 'person' ? target.userId : '') ?? '',
            message.title,
          ].join(' | '),
        );
    }
    return lines.sort();
  }

  const asLines = (rows: readonly (readonly string[])[]) =>
    rows.map(([when, to, , message]) => [when, to, message].join(' | ')).sort();

  it('equals what is then sent, when nobody answers', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'away 4–9 July 2024 cover @ella');
    await world.pap('deputy@example.org', 'away accept 1');
    await world.pap('femi@example.org', 'settings hour 14');
    await world.deliver();
    world.sent.length = 0;

    const { rows } = await rehearse('admin cycle rehearse siab');
    const before = await world.footprint();
    const sent = await simulate('2024-07-01T10:00', '2024-07-25T00:00');

    expect(rows.length).toBeGreaterThan(15);
    expect(asLines(rows)).toEqual(sent);
    expect(before.notifications).toBeLessThan((await world.footprint()).notifications);
  }, 180_000);

  it('says as what each person gets it, and who gets none and why', async () => {
    const { world } = parts;
    await world.pap(BEN, 'away @femi 1–31 July 2024');

    const { rows, text } = await rehearse('admin cycle rehearse siab');

    expect(new Set(rows.map(([, to, as]) => `${to}: ${as}`))).toEqual(
      new Set([
        'Asha Example: owner',
        'Ella Example: owner',
        'Cerys Example: co-chair',
        'Dev Example: co-chair',
        'Ben Example: programme office',
      ]),
    );
    expect(text).toContain('Femi Example is away, and nobody covers · 1A:2, 2B:1');
    expect(text).toContain('Nobody is named as owner: nobody is asked · 3A:2');
  });

  it('writes and sends nothing', async () => {
    const { world } = parts;
    const before = await world.footprint();

    await rehearse('admin cycle rehearse siab');

    expect(await world.footprint()).toEqual(before);
    expect(await world.record.audit.list(1)).toEqual([]);
  });

  it('rehearses a meeting whose cycle has not begun', async () => {
    const { rows, text } = await rehearse('admin cycle rehearse siab 25 September 2024');

    expect(text).toContain('Its round has not begun');
    expect(rows[0]?.slice(0, 2)).toEqual(['Mon 2 September 2024, 10:00', 'Asha Example']);
  });

  it('rehearses the calls for evidence of a review', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin cycle rules stocktake evidence 14 calendar days confirm');
    await world.pap(BEN, 'admin cycle add stocktake 30 August 2024 "Stocktake"');

    const { rows } = await rehearse('admin cycle rehearse stocktake');

    expect(new Set(rows.map(([when]) => when))).toEqual(
      new Set([
        'Tue 6 August 2024, 10:00',
        'Tue 13 August 2024, 10:00',
        'Fri 16 August 2024, 10:00',
      ]),
    );
    expect(rows[0]?.[3]).toBe('Evidence is called for: Stocktake on Fri 30 August 2024');
  });

  it.each([
    ['admin cycle rehearse scrutiny', 'no-round'],
    ['admin cycle rehearse siab 23 July 2024', 'unknown-meeting'],
    ['admin cycle rehearse parish', 'unknown-forum'],
  ])('refuses: %s as %s', async (line, code) => {
    expect(await parts.world.pap(BEN, line)).toMatchObject({ outcome: 'refused', code });
  });
});
