// A person is erased: in no table and no column is there a word of theirs or their name, and the seal still holds.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPostgresql } from '../../../support/database/database-cluster.ts';
import { describePlanOnBoth, type PlanSuite } from '../../../support/world/plan-suite.ts';
import { SLACK_TEAM, textOf } from '../../../support/world/plan-world.ts';
import { ASHA, BEN, CERYS, ELLA, FEMI } from '../../../support/world/writing-lines.ts';

const ERASE = 'admin people erase @asha because she asked, says Asha Example, on 3 July';
const DONE = ERASE.replace('erase', 'erase confirm');
/** What is hers alone: nobody else has these words, and nobody else is called so. */
const TRACES = /Asha|owner@example\.org|U0ASHA|zebra|quagga|okapi/i;

describePlanOnBoth('a person who is erased', (parts) => {
  it('is in no column of any table, and what they did still is', async () => {
    const { world, harness } = parts;
    await live(parts);
    const before = await world.record.history.verify();
    const ratings = await ratingsOf(parts);
    expect(await placesOf(parts)).toEqual(expect.arrayContaining(['entry_words', 'person']));

    const asked = await world.pap(BEN, ERASE);
    expect(asked.message.title).toBe('Erase Asha Example from the record?');
    expect(await world.record.erasing.list()).toEqual([]);
    const done = await world.pap(BEN, DONE);

    expect(textOf(done)).toContain('a former owner 1');
    expect(await placesOf(parts)).toEqual([]);
    expect(await world.record.history.verify()).toEqual(before);
    expect(before.firstBreak).toBeNull();
    expect(await ratingsOf(parts)).toEqual(ratings);
    const shown = textOf(await world.pap(BEN, 'show 2B:2 history'));
    expect(shown).toContain('a former owner 1');
    expect(shown).toMatch(/words erased on Mon 1 July 2024/);
    // Whoever was on the plan with them still is, word for word.
    expect(shown).toContain('a giraffe was promised to us');
    expect(await harness.prisma.erasure.count()).toBe(1);
  });

  // The embedded record has no program that dumps it.
  if (parts.harness.kind === 'postgresql')
    it('is in no line of a dump', async () => {
      const { world, harness } = parts;
      await live(parts);
      const dump = () =>
        execFileSync(
          join(findPostgresql() ?? '', 'pg_dump'),
          [
            ...['--schema=public', '--schema=graphile_worker'],
            String(harness.pool.options.connectionString),
          ],
          { encoding: 'utf8', maxBuffer: 512 * 2 ** 20 },
        )
          .split('\n')
          .filter((line) => TRACES.test(line));
      expect(dump().length).toBeGreaterThan(10);

      await world.pap(BEN, DONE);

      expect(dump()).toEqual([]);
    });

  it('is found where the chain was touched afterwards: an erasure opens nothing for good', async () => {
    const { world, harness } = parts;
    await live(parts);
    await world.pap(BEN, DONE);

    for (const statement of [
      "UPDATE entry_words SET note = 'all is well'",
      "UPDATE audit_event SET summary = 'nothing'",
      "UPDATE erasure SET reason = 'none'",
      `BEGIN; SELECT set_config('pap.erasure', (SELECT id::text FROM erasure LIMIT 1), true);
       UPDATE entry_words SET note = 'all is well'; COMMIT`,
      `BEGIN; INSERT INTO erasure (partnership_id, id, number, kind, reason, at)
         SELECT partnership_id, '00000000-0000-4000-8000-00000000000e', 9, 'retention', 'x', now() FROM erasure LIMIT 1;
       SELECT set_config('pap.erasure', '00000000-0000-4000-8000-00000000000e', true);
       UPDATE objective_entry SET to_rag = 'green'; COMMIT`,
    ]) {
      await expect(harness.pool.query(statement), statement).rejects.toThrow('append-only');
      await harness.pool.query('ROLLBACK');
    }
    await behindTheBack(
      parts,
      `UPDATE entry_words w SET detail = jsonb_set(w.detail, '{after,status}', '"done"')
       WHERE w.erased <> '{}' AND w.detail #>> '{after,status}' IS NOT NULL`,
    );

    expect((await world.record.history.verify()).firstBreak).toMatchObject({ what: 'changed' });
  });

  it('still opens, is listed and answered for, on every view and as at a day before', async () => {
    const { world } = parts;
    await live(parts);
    await world.pap(BEN, DONE);

    for (const line of [
      ...[
        'show 2B:2',
        'show 2B:2 history',
        'show 2B:2 at 28 Jun 2024',
        'outstanding',
        'evidence 2B:2',
      ],
      ...[
        'challenge 2B:2',
        'admin people',
        'admin audit',
        'admin change',
        'admin export csv',
        'signals',
      ],
      ...['admin people at 30 Jun 2024', 'digest preview office', 'admin delivery', 'why'],
    ]) {
      const reply = await world.pap(BEN, line);
      expect(reply.outcome, line).not.toBe('fault');
      expect(textOf(reply), line).not.toMatch(TRACES);
    }
  });

  it('is listed with what is out of reach', async () => {
    const { world } = parts;
    await live(parts);
    await world.pap(BEN, 'admin export json');
    await world.pap(BEN, 'admin pack');

    const shown = textOf(await world.pap(BEN, DONE));

    expect(shown).toContain('1 files of “admin export”');
    expect(shown).toContain('backups');
  });

  it.each([
    ['while they are on the plan', 'admin people erase @femi because asked', 'still-on-the-plan'],
    ['without a reason', 'admin people erase @femi', 'usage'],
    ['without a name', 'admin people erase because asked', 'usage'],
    ['who is nobody', 'admin people erase @nobody because asked', 'unknown-person'],
  ])('is refused %s', async (_why, line, code) => {
    const { world } = parts;
    expect(await world.pap(BEN, line)).toMatchObject({ outcome: 'refused', code });
    expect(await world.record.erasing.list()).toEqual([]);
  });

  it('is refused twice, on hold, and to everybody but the programme office', async () => {
    const { world } = parts;
    await live(parts);
    for (const who of [CERYS, ELLA, FEMI])
      expect(await world.pap(who, DONE)).toMatchObject({
        outcome: 'refused',
        code: 'not-permitted',
      });
    await world.pap(BEN, 'admin retention hold @asha because her file is being made');
    expect(await world.pap(BEN, DONE)).toMatchObject({ outcome: 'refused', code: 'on-hold' });
    await world.pap(BEN, 'admin retention release 1');

    expect((await world.pap(BEN, DONE)).outcome).toBe('done');
    expect(
      await world.pap(BEN, 'admin people erase confirm "a former owner 1" because again'),
    ).toMatchObject({ outcome: 'refused' });
    expect(await world.record.erasing.list()).toHaveLength(1);
  });
});

/** Asha answers, is spoken of, challenged, hands over, and leaves. */
async function live({ world }: PlanSuite): Promise<void> {
  const now = await world.clock.now();
  const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA' } as const;
  await world.record.people.linkAccount(await world.personId(ASHA), account, now);
  const lines = [
    [ASHA, 'update 2B:2 amber the zebra crossing of the school is trained'],
    [ASHA, 'update 2B:2 impact red quagga "quoted" words'],
    [ASHA, 'evidence 2B:2 https://example.org/okapi/register register of 14 done'],
    [ASHA, 'recovery 2B:2 train the last six zebras by 31 July who @femi decision from SIAB'],
    [ASHA, 'decide 2B:2 needed a second okapi from SIAB by 24 July'],
    [ASHA, 'admin change 2B:2 date September 2024 because two zebra posts are vacant'],
    [CERYS, 'challenge 2B:2 what did Asha Example change since May?'],
    [ASHA, 'challenge 2B:2 answer six more zebras were trained'],
    [BEN, 'update 1A:1 amber Asha Example says that it is launched'],
    [BEN, 'update 2B:1 amber a giraffe was promised to us'],
    [BEN, 'update 2B:2 red a giraffe was promised to us'],
    [BEN, 'update 4B:1 amber Asha says so'],
    [ASHA, 'away 12–23 Aug cover @ella'],
    [ASHA, 'settings hour 14'],
    [BEN, 'handover confirm @asha all @femi'],
    [BEN, 'admin people role @asha board'],
    [FEMI, 'handover accept 1'],
  ] as const;
  for (const [who, line] of lines) await world.pap(who, line);
  expect((await world.pap(BEN, 'admin people leave confirm @asha')).outcome).toBe('done');
}

/** The tables that a trace is left in; what waits in the queue is one too. */
async function placesOf({ harness }: PlanSuite): Promise<string[]> {
  const { rows: tables } = await harness.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await harness.pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${name} t`,
    );
    if (rows.some(({ row }) => TRACES.test(row))) found.push(name.replace('public.', ''));
  }
  return found;
}

async function ratingsOf({ harness }: PlanSuite): Promise<unknown> {
  const { rows } = await harness.pool.query(
    'SELECT id, kind, from_rag, to_rag, at, author_id, version, late, hash FROM objective_entry ORDER BY seq',
  );
  return rows;
}

async function behindTheBack({ harness }: PlanSuite, statement: string): Promise<void> {
  await harness.pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`,
  );
}
