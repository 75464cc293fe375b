import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Inbound, MadeFile, Reply } from '../../src/core/request/app/inbound.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth, type PlanSuite } from '../support/world/plan-suite.ts';
import { terminalInbound, textOf } from '../support/world/plan-world.ts';

const office = 'office@example.org';

function fileOf({ files = [] }: Reply): MadeFile {
  const [file] = files;
  if (!file) throw new Error('there is no file');
  return file;
}

type Row = Record<string, unknown>;
type Plan = { format: string; version: number; tables: { table: string; rows: Row[] }[] };

function planOf(reply: Reply): Plan {
  return JSON.parse(new TextDecoder().decode(fileOf(reply).bytes));
}

function tableOf(plan: Plan, name: string): Row[] {
  return plan.tables.find(({ table }) => table === name)?.rows ?? [];
}

describePlan('admin export', (parts) => {
  it('holds everything as JSON, history with its digests included', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');

    const reply = await world.pap(office, 'admin export json');

    expect(fileOf(reply)).toMatchObject({
      ...{ name: 'oxfordshire-plan-2024-07-01.json', mediaType: 'application/json' },
    });
    expect(reply.audience).toBe('private');
    const plan = planOf(reply);
    expect(plan).toMatchObject({ format: 'pap-plan', version: 1 });
    expect(tableOf(plan, 'objective')).toHaveLength(6);
    expect(tableOf(plan, 'objective_entry').at(-1)).toMatchObject({
      ...{
        kind: 'update',
        note: '14 of 20 trained',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(tableOf(plan, 'kpi')).toHaveLength(29);
    for (const table of [
      'assignment',
      'person',
      'return_request',
      'governance_cycle',
      'role_grant',
    ])
      expect(tableOf(plan, table), table).not.toHaveLength(0);
    const names = plan.tables.map(({ table }) => table);
    for (const table of ['platform_account', 'notification', 'conversation_reference', 'workspace'])
      expect(names).not.toContain(table);
  });

  it('notes in the office’s log that it was made', async () => {
    await parts.world.pap(office, 'admin export csv');

    const [event] = await parts.world.record.audit.list(1);

    expect(event).toMatchObject({ kind: 'plan-exported', author: 'Ben Example' });
  });

  it('makes no formula of a text, in .xlsx and in .csv, and leaves numbers numbers', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'update 2B:2 red =HYPERLINK("http://example.org")');
    await world.pap('owner@example.org', 'update 1A:1 red +44 is a prefix');

    const sheets = new excel.Workbook();
    const { bytes } = fileOf(await world.pap(office, 'admin export xlsx'));
    await sheets.xlsx.load(new Uint8Array(bytes).buffer);
    const zip = unzipSync(fileOf(await world.pap(office, 'admin export csv')).bytes);
    const rows: string[][] = parse(strFromU8(zip['objective_entry.csv'] ?? new Uint8Array()), {
      bom: true,
    });

    const sheet = sheets.getWorksheet('objective_entry');
    const cells = (sheet?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? row : []));
    expect(cells).toContain('\'=HYPERLINK("http://example.org")');
    expect(cells).toContain("'+44 is a prefix");
    expect(cells).toContain(1);
    expect(rows.flat()).toContain('\'=HYPERLINK("http://example.org")');
    expect(rows.flat().filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
    expect(rows[0]?.slice(0, 2)).toEqual(['person', 'objective']);
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Asha Example', '1A:1']);
    expect(Object.keys(zip)).toContain('kpi_observation.csv');
    expect(strFromU8(zip['person.csv'] ?? new Uint8Array())).not.toContain('@');
  });

  it.each(['json', 'xlsx', 'csv'])('names the line that makes the same %s again', async (form) => {
    const { world } = parts;
    const reply = await world.pap(office, `admin export ${form}`);

    const again = await world.pap(office, fileOf(reply).line);

    expect(fileOf(again)).toMatchObject({ name: fileOf(reply).name, line: `admin export ${form}` });
  });

  it('lists the forms, and refuses others', async () => {
    const listed = await parts.world.pap(office, 'admin export');
    const refused = await parts.world.pap(office, 'admin export pdf');

    expect(textOf(listed)).toContain('admin export xlsx');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'usage' });
  });

  it.each(['owner@example.org', 'cochair@example.org'])('is not for %s', async (email) => {
    const reply = await parts.world.pap(email, 'admin export json');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(reply.files).toBeUndefined();
  });

  itIsClosedToOutsiders('admin export json', () => parts);
});

describePlanOnBoth('an exported plan', (parts) => {
  it('makes an identical plan in a record that has none', async () => {
    const { world, harness } = parts;
    await world.pap('owner@example.org', 'update 2B:2 amber 14 of 20 trained');
    for (const [index, change] of ['theme add 2', 'link area c'].entries()) {
      await world.pap('owner@example.org', `admin change 2B:2 ${change} because it was agreed`);
      await world.pap(office, `admin change approve ${index + 1}`);
    }
    const table =
      'Ref,Objective,Action,Lead,Due,RAG,Evidence\n7A:1,Example: new,Example: act,Ella Example,May 2025,R,seen\n';
    const file = { name: 'a.csv', bytes: new TextEncoder().encode(table) };
    await world.pap(office, 'admin import', { file });
    await world.pap(office, 'admin import confirm 1');
    await world.pap(office, 'admin pack');
    const first = await world.pap(office, 'admin export json');
    const empty = await emptyRecord(parts);

    const shown = await empty('admin import', {
      file: { name: 'plan.json', bytes: fileOf(first).bytes },
    });
    const done = await empty('admin import confirm 1');
    const second = await empty('admin export json');

    expect(textOf(shown)).toContain('This is a whole plan with its history');
    expect(world.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(done.outcome).toBe('done');
    expect(comparable(planOf(first)).length).toBeGreaterThan(800);
    const [before, after] = [comparable(planOf(first)), comparable(planOf(second))];
    expect(after.filter((row) => !before.includes(row))).toEqual([]);
    expect(before.filter((row) => !after.includes(row))).toEqual([]);
    expect(after).toHaveLength(before.length);
    expect(
      await empty('admin import', { file: { name: 'plan.json', bytes: fileOf(first).bytes } }),
    ).toMatchObject({ message: { title: 'plan.json was imported before' } });
    const records = (await harness.store.list()).map(({ id }) => harness.store.open(id));
    for (const record of records) expect((await record.history.verify()).firstBreak).toBeNull();
    // What a pack said of ratings is said of the objectives of its own record.
    for (const record of records)
      for (const { ratings } of await record.packs.list()) {
        const own = new Set((await record.objectives.listNames()).map(({ id }) => id));
        expect(ratings?.objectives.length).toBe(own.size);
        expect(ratings?.objectives.every(({ objectiveId }) => own.has(objectiveId))).toBe(true);
      }
    // The history's digests are made of ids; the seal of all else is made of what the ids stand for.
    const seals = await Promise.all(
      records.map(async (record) => (await record.seal.compute()).seal),
    );
    const own = (await parts.world.record.seal.compute()).seal;
    expect(seals.filter((seal) => seal === own)).toHaveLength(2);
  });

  it('is not put over a plan that is there', async () => {
    const { world } = parts;
    const exported = await world.pap(office, 'admin export json');

    const shown = await world.pap(office, 'admin import', {
      file: { name: 'plan.json', bytes: fileOf(exported).bytes },
    });
    const refused = await world.pap(office, 'admin import confirm 1');

    expect(textOf(shown)).toContain('this one has some');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'plan-not-empty' });
  });

  it.each([
    ['of a later version', (plan: Plan) => ({ ...plan, version: 99 }), 'broken'],
    ['with tables that are none', (plan: Plan) => ({ ...plan, tables: [1] }), 'broken'],
    [
      'with personal data',
      (plan: Plan) => ({
        ...plan,
        tables: [...plan.tables, { table: 'x', rows: [{ a: 'NHS number 943 476 5919' }] }],
      }),
      'personal-data',
    ],
  ])('is refused %s', async (_what, change, reason) => {
    const { world } = parts;
    const plan = change(planOf(await world.pap(office, 'admin export json')));
    const bytes = new TextEncoder().encode(JSON.stringify(plan));

    const reply = await world.pap(office, 'admin import', { file: { name: 'plan.json', bytes } });

    expect(reply).toMatchObject({ outcome: 'refused', code: 'bad-file' });
    expect(textOf(reply)).toContain(`Reason: ${reason}`);
  });
});

/**
 * What is the same in two records that hold one plan. No part of the plan: ids (here replaced by what they
 * stand for), digests, which are made of ids, the order of recording in the database, and whoever imports it.
 */
function comparable({ tables }: Plan): string[] {
  const rows = tables.flatMap(({ table, rows: own }) =>
    own.map((row) => ({ table, ...row }) as Row),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const labels = new Map<unknown, string>();
  const labelOf = (row: Row): string => {
    const known = labels.get(row);
    if (known !== undefined) return known;
    const label = JSON.stringify(readable({ ...row, id: null }));
    labels.set(row, label);
    return label;
  };
  const readable = (value: unknown): unknown => {
    const row = typeof value === 'string' ? byId.get(value) : undefined;
    if (row) return labelOf(row);
    if (Array.isArray(value)) return value.map(readable);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(
      ([key]) => !['seq', 'hash', 'prev_hash'].includes(key),
    );
    return Object.fromEntries(kept.map(([key, one]) => [key, readable(one)]));
  };
  return rows
    .map(labelOf)
    .filter((label) => !label.includes('keeper'))
    .sort();
}

/** A second partnership without any objective, and its programme office at the terminal. */
async function emptyRecord({ harness, world }: PlanSuite) {
  const { prisma } = harness;
  const { id: partnershipId, key } = await prisma.partnership.create({
    data: { key: `empty-${randomUUID()}`, name: 'An empty record', shortName: 'Empty' },
  });
  await prisma.planVersion.create({
    data: { partnershipId, number: 7, label: 'Nothing yet', status: 'current' },
  });
  const organisation = await prisma.organisation.create({
    data: { partnershipId, key: 'keeper', name: 'Keeper', kind: 'council' },
  });
  const email = 'keeper@example.net';
  const person = await prisma.person.create({
    data: { partnershipId, organisationId: organisation.id, key: 'keeper', name: 'Kit', email },
  });
  await prisma.roleGrant.create({
    data: {
      ...{ partnershipId, personId: person.id, role: 'programme_office' },
      startsOn: new Date('2024-01-01'),
    },
  });
  return async (line: string, more: Partial<Inbound> = {}): Promise<Reply> => {
    const reply = await world.handle(terminalInbound(email, line, { tenantId: key, ...more }));
    if (!reply) throw new Error('the request was held to be a repeat');
    return reply;
  };
}
