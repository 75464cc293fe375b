// The real plan and the example on top of it: loaded whole, once, and refused with file and line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadPlan } from '../../../../src/control/plan-folders/db/load-plan.ts';
import {
  loadPlanFolder,
  PlanDataError,
  type PlanRows,
} from '../../../../src/control/plan-folders/files/load-plan-folder.ts';
import {
  describeOnBothDatabases,
  type Harness,
} from '../../../support/database/database-harness.ts';
import { someDay, someInstant } from '../../../support/world/builders.ts';

const plans = join(import.meta.dirname, '../../../../prisma/plan');
const plan = loadPlanFolder(join(plans, 'oxfordshire'));
const example = loadPlanFolder(join(plans, 'example'));

/** Every row of the record, as text. */
async function dump({ pool }: Harness): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT '${name} ' || row_to_json(t)::text AS row FROM "${name}" t ORDER BY 1`,
    );
    all.push(...rows.map(({ row }) => row));
  }
  return all;
}

describeOnBothDatabases('loading the plan', (harness) => {
  let partnershipId: string;
  beforeAll(async () => {
    ({ partnershipId } = await loadPlan(harness.prisma, plan, someInstant));
    await loadPlan(harness.prisma, example, someInstant, 'oxfordshire');
  });

  async function named(ref: string) {
    const { objectives } = harness.store.open(partnershipId);
    const [name] = (await objectives.refs()).alike(ref);
    return name ? await objectives.find(name.id, someDay) : null;
  }

  it('twice changes nothing', async () => {
    const before = await dump(harness);

    const later = someInstant.add({ hours: 24 });
    const again = [
      await loadPlan(harness.prisma, plan, later),
      await loadPlan(harness.prisma, example, later),
    ];

    expect(await dump(harness)).toEqual(before);
    expect(again.flatMap(({ counts }) => Object.values(counts)).every((count) => count === 0)).toBe(
      true,
    );
    expect(again.map((loaded) => loaded.partnershipId)).toEqual([partnershipId, partnershipId]);
  });

  it('shows every indicator table as its rows say, cell for cell', async () => {
    const { kpis } = harness.store.open(partnershipId);
    const themes = new Map((await kpis.themes()).map(({ name, id }) => [name, id]));

    for (const {
      theme,
      title,
      nameHeader,
      baselineHeader,
      performanceHeader,
      directionHeader,
    } of plan['kpi-table']) {
      const themeId = themes.get(plan.theme.find(({ key }) => key === theme)?.name ?? '') ?? '';
      const rows = plan.kpi
        .filter((kpi) => kpi.theme === theme)
        .map(({ number, name, baseline, performance, direction }) => ({
          number,
          name,
          baseline,
          performance,
          publishedDirection: direction,
        }));
      const footnotes = plan.footnote
        .filter((note) => note.theme === theme)
        .map(({ marker, text }) => ({ marker, text }));
      expect(await kpis.table(themeId)).toEqual({
        title,
        headers: [nameHeader, baselineHeader, performanceHeader, directionHeader],
        rows,
        footnotes,
      });
    }
    expect(plan.kpi.length).toBeGreaterThan(20);
    expect(await kpis.table(partnershipId)).toBeNull();
  });

  it('lists themes and workstreams in their order', async () => {
    const themes = await harness.store.open(partnershipId).kpis.themes();

    const wanted = ['theme', 'workstream'].flatMap((kind) =>
      plan.theme.filter((row) => row.kind === kind).sort((a, b) => a.number - b.number),
    );
    expect(themes.map(({ kind, number, name }) => ({ kind, number, name }))).toEqual(
      wanted.map(({ kind, number, name }) => ({ kind, number, name })),
    );
  });

  it('opens an objective’s history with its published rating, once', async () => {
    const { objectives } = harness.store.open(partnershipId);
    const objective = await named('2B2');
    const row = plan.objective.find(({ ref }) => ref === '2B:2');

    expect(objective).toMatchObject({ rag: row?.rag, version: 1, example: false });
    expect(await objectives.history(objective?.id ?? '', 5)).toMatchObject([
      {
        kind: 'published',
        fromRag: null,
        toRag: row?.rag,
        note: row?.ragNote,
        author: null,
        version: 1,
      },
    ]);
    const lines = [...new Set(row?.source.map(({ line }) => line))].sort((a, b) => a - b);
    expect((await objectives.sources(objective?.id ?? '')).map(({ line }) => line)).toEqual(lines);
  });

  it('places an objective of the plan in a theme as an example, and says so', async () => {
    const objective = await named('2B2');

    expect(objective?.themes).toMatchObject([
      { name: 'Right Support, Right Time', placingIsExample: true },
    ]);
    expect(objective?.assignees.map(({ role }) => role)).toEqual(['owner', 'deputy']);
  });

  it('keeps every source reference of every row', async () => {
    const cited = Object.values(plan).flatMap((rows: PlanRows[keyof PlanRows]) =>
      rows.flatMap(({ source }) => source),
    );

    const lines = await harness.prisma.sourceReference.findMany({
      where: { partnershipId },
      include: { document: true },
    });

    const kept = new Set(
      lines.map(({ document, line, verbatim }) => `${document.doc} ${line} ${verbatim}`),
    );
    expect(kept).toEqual(new Set(cited.map(({ doc, line, text }) => `${doc} ${line} ${text}`)));
  });

  it('lets the workspaces of its channels and accounts speak for the partnership', async () => {
    const [account] = example.account;

    const found = await harness.store.listByWorkspace('teams', account?.tenantId ?? '');
    expect(found.map(({ id }) => id)).toEqual([partnershipId]);
    const actor = await harness.store
      .open(partnershipId)
      .people.findActorByAccount('teams', account?.tenantId ?? '', account?.userId ?? '', someDay);
    expect(actor?.name).toBe(example.person.find(({ key }) => key === account?.person)?.name);
  });

  it('loads the parts of the example with the entries that open their history', async () => {
    const { items, history } = harness.store.open(partnershipId);
    const objective = await named('1A1');
    const id = objective?.id ?? '';

    const parts = await items.list({ objectiveIds: [id] });

    const rows = example.item.filter((row) => row.objective === '1A:1');
    expect(parts.map(({ kind, ref, title }) => `${kind} ${ref} ${title}`).sort()).toEqual(
      rows.map(({ kind, ref, title }) => `${kind} ${ref} ${title}`).sort(),
    );
    expect(parts.every((part) => part.example && part.title.startsWith('Example:'))).toBe(true);
    const action = parts.find(({ kind, ref }) => kind === 'action' && ref === '1');
    expect(parts.find(({ ref }) => ref === '1.2')?.parentId).toBe(action?.id);
    expect(parts.find(({ ref }) => ref === 'E1')?.detail).toMatchObject({
      by: { name: 'Asha Example', organisation: 'Example Council' },
    });
    const entries = (await history.list(id)).filter(({ kind }) => kind === 'item');
    expect(entries).toHaveLength(rows.length);
    expect((await history.verify()).firstBreak).toBeNull();
  });

  it('links objectives to what they serve', async () => {
    const links = await harness.prisma.objectiveLink.findMany({
      where: { partnershipId },
      include: { objective: true, project: true, priority: true, selfEvaluationItem: true },
    });

    expect(
      links
        .map(
          (link) =>
            `${link.objective.ref} ${link.project?.key ?? link.priority?.number ?? link.selfEvaluationItem?.letter}`,
        )
        .sort(),
    ).toEqual([
      '1A:1 1',
      '1A:1 b',
      '1A:1 targeted-setting-support',
      '2B:1 ehcna-ehcp-improvements',
    ]);
  });

  it('leaves an objective that people work on as it is', async () => {
    const objective = await harness.prisma.objective.findFirstOrThrow({ where: { ref: '1A:1' } });
    await harness.prisma.objective.updateMany({
      where: { id: objective.id },
      data: { rag: 'blue', version: 7 },
    });

    await loadPlan(harness.prisma, example, someInstant);

    expect(await harness.prisma.objective.findFirst({ where: { id: objective.id } })).toMatchObject(
      { rag: 'blue', version: 7 },
    );
  });
});

describeOnBothDatabases('a plan folder that cannot be loaded', (harness) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
  });
  beforeEach(() => harness.reset());
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(files: Record<string, object[]>): PlanRows {
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
    for (const [stem, rows] of Object.entries(files))
      writeFileSync(
        join(folder, `${stem}.jsonl`),
        rows.map((row) => JSON.stringify(row)).join('\n'),
      );
    return loadPlanFolder(folder);
  }

  const partnership = [{ key: 'somewhere', name: 'Somewhere', shortName: 'S' }];
  const version = [{ number: 1, label: 'Plan', status: 'current' }];
  const theme = {
    key: 'one',
    kind: 'theme',
    number: 1,
    name: 'One',
    inShort: null,
    scope: null,
    outcome: null,
  };
  const objective = {
    ref: '1A:1',
    area: '1',
    title: 'Do it',
    due: null,
    successMeasure: null,
    rag: null,
    ragNote: null,
  };
  const area = { ref: '1', name: null, note: null };
  const action = {
    ...{ objective: '1A:1', kind: 'action', ref: '1', title: 'Train', status: 'not-started' },
    detail: {},
  };
  const proof = {
    ...{ ...action, kind: 'evidence', ref: 'E1', status: 'given' },
    detail: { rung: 'done', by: 'nobody', on: '2024-06-12' },
  };
  const base = {
    partnership,
    'plan-versions': version,
    themes: [theme],
    areas: [area],
    objectives: [objective],
  };

  it.each([
    [
      'objectives.jsonl:2',
      'no theme "two"',
      { ...base, objectives: [objective, { ...objective, ref: '1A:2', themes: ['two'] }] },
    ],
    ['objectives.jsonl:1', 'no area "9"', { ...base, objectives: [{ ...objective, area: '9' }] }],
    [
      'placings.jsonl:1',
      'no objective "9Z:9"',
      { ...base, placings: [{ objective: '9Z:9', theme: 'one' }] },
    ],
    [
      'meetings.jsonl:1',
      'no forum "board"',
      { ...base, meetings: [{ forum: 'board', date: '2024-07-24', title: 'Board' }] },
    ],
    [
      'people.jsonl:1',
      'no organisation "nobody"',
      {
        ...base,
        people: [{ key: 'p', name: 'P', email: 'p@example.org', organisation: 'nobody' }],
      },
    ],
    [
      'assignments.jsonl:1',
      'either a person or an organisation',
      {
        ...base,
        assignments: [
          {
            objective: '1A:1',
            role: 'owner',
            person: null,
            organisation: null,
            from: '2024-01-01',
            until: null,
          },
        ],
      },
    ],
    [
      'themes.jsonl:1',
      'no document "007"',
      { ...base, themes: [{ ...theme, source: [{ doc: '007', line: 1, text: 'x' }] }] },
    ],
    [
      'items.jsonl:1',
      'no objective "9Z:9"',
      { ...base, items: [{ ...action, objective: '9Z:9' }] },
    ],
    [
      'items.jsonl:2',
      'no action "2"',
      { ...base, items: [action, { ...action, kind: 'milestone', ref: '2.1' }] },
    ],
    ['items.jsonl:1', 'no person "nobody"', { ...base, items: [proof] }],
    [
      'links.jsonl:1',
      'no project, priority or item "5"',
      { ...base, links: [{ objective: '1A:1', priority: 5 }] },
    ],
    ['areas.jsonl:1', 'no current plan version', { ...base, 'plan-versions': [] }],
    [
      'partnership.jsonl:2',
      'one partnership',
      { ...base, partnership: [...partnership, { ...partnership[0], key: 'other' }] },
    ],
  ])('is refused at %s: %s', async (place, problem, files) => {
    const error = await loadPlan(harness.prisma, write(files), someInstant).catch(
      (thrown: unknown) => thrown,
    );

    expect(error).toBeInstanceOf(PlanDataError);
    expect(String(error)).toContain(join(folder, place));
    expect(String(error)).toContain(problem);
    expect(await harness.prisma.partnership.count()).toBe(0);
  });

  it('is refused when it names no partnership and there is none, or none of that key', async () => {
    const rows = write({ themes: [theme] });

    await expect(loadPlan(harness.prisma, rows, someInstant)).rejects.toThrow('none was named');
    await loadPlan(harness.prisma, write(base), someInstant);
    await expect(loadPlan(harness.prisma, rows, someInstant, 'elsewhere')).rejects.toThrow(
      'no partnership "elsewhere"',
    );
  });

  it('may share a workspace and a channel with another partnership', async () => {
    const channel = {
      theme: 'one',
      platform: 'slack',
      tenantId: 'T1',
      channelId: 'C1',
      name: 'one',
    };
    await loadPlan(harness.prisma, write({ ...base, channels: [channel] }), someInstant);
    const other = write({
      ...base,
      partnership: [{ ...partnership[0], key: 'other' }],
      channels: [channel],
    });

    await loadPlan(harness.prisma, other, someInstant);

    const sharing = await harness.store.listByWorkspace('slack', 'T1');
    expect(sharing.map(({ key }) => key)).toEqual([partnership[0]?.key, 'other'].sort());
  });
});
