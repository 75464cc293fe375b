// The second seal: over every record beside the history that a board relies on.

import { expect, it } from 'vitest';
import {
  columnsLeftOut,
  notSealed,
  sealedTables,
} from '../../../../src/plan/history/db/sealed-tables.ts';
import { BEN } from '../../../support/world/cast.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

/** Changes behind the product's back, one for each kind of record. */
const tamperings: readonly (readonly [string, string])[] = [
  ['a KPI figure', `UPDATE kpi_observation SET raw = '1%' WHERE "column" = 'performance'`],
  ['a KPI’s target', "UPDATE kpi_target SET raw = '99%'"],
  ['who signed a target off', 'UPDATE kpi_target SET signed_off_at = now()'],
  ['a polarity', "UPDATE kpi_polarity_choice SET reason = 'because'"],
  ['a change', "UPDATE change_request SET reason = 'because'"],
  ['an objective', "UPDATE objective SET title = 'Done' WHERE ref = '2B:2'"],
  ['a decision', "UPDATE plan_item SET title = 'Nothing' WHERE kind = 'decision'"],
  ['a highlight report', "UPDATE highlight_report SET words = '{}'"],
  ['a pack', "UPDATE board_pack SET content = '{}'"],
  ['a meeting called off', 'UPDATE meeting SET called_off_at = now()'],
  ['a cycle', 'UPDATE governance_cycle SET minuted_at = now()'],
  ['a wording of a rating', "UPDATE rag_wording SET wording = 'Fine'"],
  ['words for families', "UPDATE family_item SET words = 'All is well'"],
];

describePlanOnBoth('the seal of the other records', (parts) => {
  const seal = async () => (await parts.world.record.seal.compute()).seal;

  /** As the owner of the database can: without the triggers that refuse it. */
  async function tamper(statement: string): Promise<void> {
    await parts.harness.pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`,
    );
  }

  async function fill(): Promise<void> {
    const { world } = parts;
    for (const line of [
      'kpi polarity 12 up-is-bad fewer is better',
      'kpi target 12 at most 5%',
      'kpi set 12 7.47% (337) period 2024',
      'admin change 2B:2 date May 2025 because posts are vacant',
      'highlight theme 1 June 2024 progress 14 of 20 are trained',
      'admin pack siab',
      'admin rag red delivery Off track',
      'admin families agree 2B:2 Every child will have a named person to talk to',
    ])
      expect((await world.pap(BEN, line)).outcome, line).toBe('done');
  }

  it('stays while nothing is recorded, and is not moved by jobs, chases or the history', async () => {
    await fill();
    const before = await seal();
    const history = (await parts.world.record.history.verify()).seal;

    await parts.world.pap(BEN, 'admin audit verify');
    await parts.world.pap(BEN, 'admin export json');

    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await seal()).toBe(before);
    expect((await parts.world.record.history.verify()).seal).toBe(history);
    expect(before).not.toBe(history);
  });

  it.each(tamperings)('shows that somebody altered %s', async (_what, statement) => {
    await fill();
    const before = await seal();

    await tamper(statement);

    expect(await seal()).not.toBe(before);
  });

  it('is the same for the same rows, wherever they stand in their tables', async () => {
    await fill();
    const before = await seal();

    await tamper('UPDATE kpi_observation SET raw = raw');
    await tamper('UPDATE plan_item SET title = title');

    expect(await seal()).toBe(before);
  });

  it('is printed as a second line, beside the seal of the history', async () => {
    const { world } = parts;
    const { seal: history } = await world.record.history.verify();

    const { message } = await world.pap(BEN, 'admin audit verify');

    const text = JSON.stringify(message);
    expect(text).toContain('"text":"Seal: "');
    expect(text.indexOf(history)).toBeGreaterThan(0);
    expect(text).toContain('"text":"Seal of the other records: "');
    expect(text.indexOf(await seal())).toBeGreaterThan(text.indexOf(history));
  });

  it('names every table and column of the record, or why it does not count', async () => {
    const { rows } = await parts.harness.pool.query<{ table: string; columns: string[] }>(`
      SELECT c.table_name::text AS "table", array_agg(c.column_name::text) AS columns
      FROM information_schema.columns c WHERE c.table_schema = 'public'
      GROUP BY c.table_name HAVING bool_or(c.column_name = 'partnership_id')`);

    const sealed = new Map(sealedTables.map(({ table, columns }) => [table, columns]));
    for (const { table, columns } of rows) {
      const left = ['id', 'partnership_id', ...(columnsLeftOut[table] ?? [])];
      if (notSealed[table] === undefined)
        expect(
          [...(sealed.get(table) ?? []), ...left].filter((one) => columns.includes(one)).sort(),
          table,
        ).toEqual([...columns].sort());
    }
    const known = [...sealed.keys(), ...Object.keys(notSealed)].sort();
    expect(known).toEqual(rows.map(({ table }) => table).sort());
  });
});
