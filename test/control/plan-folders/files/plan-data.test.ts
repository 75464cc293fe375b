// What the shipped plan holds, checked without the documents: counts, order, links between
// the files, and that nothing is invented.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlanFolder } from '../../../../src/control/plan-folders/files/load-plan-folder.ts';
import { allRows, plan, planFolder } from './support/plan.ts';

const arrows = ['↑', '↓', '↔'];

function count<T>(rows: readonly T[], keep: (row: T) => boolean): number {
  return rows.filter(keep).length;
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

describe('what the plan holds', () => {
  it('has three themes, four workstreams and their numbers', () => {
    const named = plan.theme.map(({ kind, number, key }) => `${kind} ${number} ${key}`);
    expect(named).toEqual([
      'theme 1 right-support',
      'theme 2 right-plan',
      'theme 3 right-provision',
      'workstream 1 communication',
      'workstream 2 strategy-finance',
      'workstream 3 commissioning',
      'workstream 4 workforce',
    ]);
  });

  it('has the one objective that the documents name', () => {
    expect(plan.objective).toHaveLength(1);
    expect(plan.objective[0]).toMatchObject({
      ref: '2B:2',
      area: '2',
      themes: [],
      due: { text: 'by July 2024', precision: 'month', lastDay: '2024-07-31' },
      successMeasure: null,
      rag: 'red',
    });
    expect(plan.area.map(({ ref, name }) => ({ ref, name }))).toEqual([{ ref: '2', name: null }]);
  });

  it('has 29 KPIs: 17, 5 and 7, numbered in the order of the documents', () => {
    expect(plan.kpi.map(({ number }) => number)).toEqual(upTo(29));
    expect(
      plan['kpi-table'].map(({ theme }) => count(plan.kpi, (kpi) => kpi.theme === theme)),
    ).toEqual([17, 5, 7]);
  });

  it('has 20 printed arrows, six dashes and three blanks', () => {
    expect(count(plan.kpi, ({ direction }) => arrows.includes(direction))).toBe(20);
    expect(count(plan.kpi, ({ direction }) => direction === '-')).toBe(6);
    expect(count(plan.kpi, ({ direction }) => direction === '')).toBe(3);
  });

  it('keeps cells and headers as printed', () => {
    expect(plan.kpi[1]).toMatchObject({
      baseline: '45.30%',
      performance: '50.3% (increase of 5% on previous year)',
    });
    expect(plan.kpi[21]?.performance).toBe('186 active appeals (end of June 2024)*');
    expect(plan.kpi[25]?.baseline).toBe('553 days (Nov 2023 – first available data)');
    expect(plan['kpi-table'].map(({ directionHeader }) => directionHeader)).toEqual([
      'Direction of Travel',
      'Direction of travel',
      'Direction of Travel',
    ]);
  });

  it('has both footnotes with what they mark', () => {
    expect(plan.footnote.map(({ kpis, cell, marker }) => ({ kpis, cell, marker }))).toEqual([
      { kpis: [22], cell: 'performance', marker: '*' },
      { kpis: [27, 28, 29], cell: 'name', marker: '*' },
    ]);
  });

  it('has priorities 1 to 5, development areas a to f and strengths a to d', () => {
    expect(plan.priority.map(({ number }) => number)).toEqual(upTo(5));
    const links = plan['self-evaluation'].map(
      ({ list, letter, priorities }) => `${list} ${letter} ${priorities.join()}`,
    );
    expect(links).toEqual([
      'development a 1,2,3',
      'development b 1,2,3,4,5',
      'development c ',
      'development d 1,2,3,5',
      'development e 1,2,3,4,5',
      'development f 1,2,4,5',
      'strength a 1,2',
      'strength b 1,2,3,5',
      'strength c 1,2,3,4,5',
      'strength d 1,2,3,4,5',
    ]);
  });

  it('numbers the statements of each list without a gap', () => {
    for (const list of new Set(plan.statement.map((statement) => statement.list))) {
      const ordinals = plan.statement.filter((row) => row.list === list).map((row) => row.ordinal);
      expect(ordinals, list).toEqual(upTo(ordinals.length));
    }
  });

  it('collects returns for one forum only, the board', () => {
    const collecting = plan.forum.filter(({ collectsReturns }) => collectsReturns);
    expect(collecting.map(({ key, kind }) => `${kind} ${key}`)).toEqual(['board siab']);
  });
});

describe('what the plan does not hold', () => {
  it('names nobody and sets no meeting, because the documents do not', () => {
    for (const kind of ['person', 'role', 'assignment', 'account', 'channel', 'meeting'] as const) {
      expect(plan[kind], kind).toEqual([]);
    }
  });

  it('has no example row, and no voice that may be published', () => {
    expect(allRows.filter(({ fields }) => fields.example === true)).toEqual([]);
    expect(plan.voice.filter(({ publishable }) => publishable)).toEqual([]);
  });

  it('has no row without a source', () => {
    expect(allRows.filter(({ source }) => source.length === 0).map(({ at }) => at)).toEqual([]);
  });
});

describe('links between the files', () => {
  const targets = {
    theme: plan.theme.map(({ key }) => key),
    project: plan.project.map(({ key }) => key),
    area: plan.area.map(({ ref }) => ref),
    priority: plan.priority.map(({ number }) => number),
    kpi: plan.kpi.map(({ number }) => number),
    document: plan.document.map(({ doc }) => doc),
    forum: plan.forum.map(({ key }) => key),
    organisation: plan.organisation.map(({ key }) => key),
  };
  const links: readonly (readonly [keyof typeof targets, readonly (string | number | null)[]])[] = [
    ['theme', plan.project.map(({ theme }) => theme)],
    ['theme', plan.objective.flatMap(({ themes }) => themes)],
    ['theme', plan.statement.map(({ theme }) => theme)],
    ['theme', plan['kpi-table'].map(({ theme }) => theme)],
    ['theme', plan.kpi.map(({ theme }) => theme)],
    ['theme', plan.footnote.map(({ theme }) => theme)],
    ['project', plan.statement.map(({ project }) => project)],
    ['area', plan.objective.map(({ area }) => area)],
    ['priority', plan['self-evaluation'].flatMap(({ priorities }) => priorities)],
    ['kpi', plan.footnote.flatMap(({ kpis }) => kpis)],
    ['document', allRows.flatMap(({ source }) => source.map(({ doc }) => doc))],
  ];

  it('all lead to a row', () => {
    const broken = links.flatMap(([target, values]) =>
      values
        .filter((value) => value !== null && !(targets[target] as unknown[]).includes(value))
        .map((value) => `${target} ${value}`),
    );
    expect(broken).toEqual([]);
  });

  it('all lead to one row only', () => {
    for (const [target, keys] of Object.entries(targets)) {
      expect(new Set<unknown>(keys).size, target).toBe(keys.length);
    }
  });

  it('place a project’s statements, and a footnote’s KPIs, in the same theme', () => {
    const themeOf = new Map(plan.project.map(({ key, theme }) => [key, theme]));
    for (const { project, theme, at } of plan.statement) {
      if (project !== null) expect(theme, at).toBe(themeOf.get(project));
    }
    for (const { theme, kpis } of plan.footnote) {
      const themes = plan.kpi.filter(({ number }) => kpis.includes(number)).map((kpi) => kpi.theme);
      expect(new Set(themes)).toEqual(new Set([theme]));
    }
  });
});

describe('a broken row of the plan', () => {
  it('is reported with its file and line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    try {
      cpSync(planFolder, folder, { recursive: true });
      const file = join(folder, 'kpis.jsonl');
      const lines = readFileSync(file, 'utf8').split('\n');
      lines[11] = String(lines[11]).replace('"direction": "↓"', '"direction": "down"');
      writeFileSync(file, lines.join('\n'));
      expect(() => loadPlanFolder(folder)).toThrow(`${file}:12: direction: `);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
