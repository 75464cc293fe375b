// Makes board packs in a process of its own: `time <times>` beside the libraries alone, `digest <times>` a digest's two
// pictures, `memory <packs…>` what is held after so many. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';
import { Document as Docx, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { init } from 'echarts';
import { Temporal } from 'temporal-polyfill';
import { render } from '../src/chat/slack/render/render.ts';
import { ragOrder } from '../src/core/message/domain/rag.ts';
import type { ChartData } from '../src/core/message/messages/chart-data.ts';
import type { Document } from '../src/core/message/messages/document.ts';
import { fileFormats } from '../src/files/formats.ts';
import type { HistoryEntry } from '../src/plan/history/domain/history-entry.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import { packDocument } from '../src/reports/packs/messages/pack.ts';
import type { PackFacts } from '../src/reports/packs/messages/pack-facts.ts';

const at = Temporal.Instant.from('2024-07-10T09:00:00Z');
const day = Temporal.PlainDate.from('2024-07-24');
const THEMES = 3;

function someFacts(objectiveCount: number, kpiCount: number, charts: number): PackFacts {
  const themes = Array.from({ length: THEMES }, (_, index) => ({
    ...{
      id: `theme-${index}`,
      kind: 'theme' as const,
      number: index + 1,
      name: `Theme ${index + 1}`,
    },
    kpis: {
      title: `KPIs of theme ${index + 1}`,
      headers: ['Indicator', 'Baseline', 'Performance', 'Direction'] as const,
      rows: Array.from({ length: kpiCount / THEMES }, (_, row) => ({
        number: index * (kpiCount / THEMES) + row + 1,
        ...{
          name: `KPI ${row + 1} of theme ${index + 1}`,
          baseline: '34.40%',
          performance: '50.3%',
        },
        publishedDirection: '↑',
      })),
      footnotes: [],
    },
  }));
  const objectives = Array.from({ length: objectiveCount }, (_, index): Objective => {
    const theme = themes[index % THEMES];
    return {
      ...{
        id: `objective-${index}`,
        ref: `${index % 9}A:${index}`,
        title: `Objective ${index} of the plan`,
      },
      ...{ areaRef: 'A', areaName: null, due: null, originalDue: null, successMeasure: null },
      ...{
        rag: ragOrder[index % 4] ?? null,
        impactRag: null,
        status: 'open',
        closedOn: null,
        version: 2,
      },
      themes: theme ? [{ ...theme, placingIsExample: false }] : [],
      assignees: [{ role: 'owner', personId: 'p', name: 'A person', organisation: 'The council' }],
      example: false,
    };
  });
  const entries = objectives.map(
    (objective, index): HistoryEntry => ({
      ...{ id: `entry-${index}`, objectiveId: objective.id, kind: 'update', rating: 'delivery' },
      ...{
        supersedesId: null,
        superseded: false,
        fromRag: 'red',
        toRag: objective.rag,
        at,
        late: false,
      },
      note: `What was recorded of objective ${index} before the meeting, in a sentence or two.`,
      author: { name: 'A person', organisation: 'The council' },
      ...{ version: 2, position: 2, detail: null, hash: '' },
    }),
  );
  const trends = Array.from({ length: charts }, (_, index) => trend(index + 1));
  return {
    ...{
      partnership: 'A partnership',
      forum: 'The board',
      number: 1,
      version: 1,
      madeBy: 'The office',
    },
    meeting: { title: 'Board meeting', heldOn: day, example: false },
    ...{ asAt: at, today: day, timeZone: 'Europe/London', hasExamples: false, since: null, themes },
    objectives: objectives.map((objective, index) => ({
      ...{ objective, before: { rag: 'red' as const }, story: null, news: [] },
      ...{ noReturn: index % 5 === 0, items: [] },
      sources: [{ document: 'A document', line: index }],
    })),
    ...{ ratings: [], openChanges: [], decidedChanges: [], entries },
    readings: new Map(
      trends.map((chart, index) => [
        index + 1,
        {
          ...{ newest: '62%', aid: 'better: it rose', target: 'at least 60%' },
          ...{ commentary: null, trend: chart },
        },
      ]),
    ),
  };
}

function trend(number: number): ChartData {
  return {
    ...{ kind: 'kpi-trend', title: `KPI ${number}`, alt: `KPI ${number} rises`, unit: '%' },
    points: [34.4, 41, 47.1, 50.3].map((value, index) => ({
      ...{ label: `Q${index + 1}`, value, raw: `${value}%` },
    })),
    target: { value: 60, raw: '60%', sense: 'at-least', tolerance: 5 },
  };
}

/** The same charts and the same words with the libraries alone: no looks, no checks, nothing steady. */
async function bareDocument({ blocks }: Document): Promise<Uint8Array> {
  const children = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return new Paragraph(block.text);
      case 'table':
        return new Table({
          rows: [block.columns.map(({ header }) => header), ...block.rows].map(
            (row) =>
              new TableRow({
                children: row.map(
                  (cell) =>
                    new TableCell({
                      children: [new Paragraph(typeof cell === 'string' ? cell : `${cell.rating}`)],
                    }),
                ),
              }),
          ),
        });
      case 'chart':
        return new Paragraph({
          children: [
            new ImageRun({
              ...{ type: 'png', data: bareChart(block.chart) },
              transformation: { width: 640, height: 360 },
            }),
          ],
        });
      case 'paragraph':
        return new Paragraph(block.spans.map(({ text }) => text).join(''));
      case 'list':
      case 'page-break':
        return new Paragraph('');
      default:
        return block satisfies never;
    }
  });
  return new Uint8Array(await Packer.toArrayBuffer(new Docx({ sections: [{ children }] })));
}

function bareChart(chart: ChartData): Uint8Array {
  const { points } = chart;
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 450 });
  drawing.setOption({
    animation: false,
    title: { text: chart.title },
    xAxis: { type: 'category', data: points.map(({ label }) => label) },
    yAxis: { type: 'value' },
    series:
      chart.kind === 'kpi-trend'
        ? [{ type: 'line', data: chart.points.map(({ value }) => value), label: { show: true } }]
        : [...ragOrder, 'none' as const].map((rag) => ({
            ...{ type: 'bar' as const, stack: 'all', label: { show: true } },
            data: chart.points.map(({ counts }) => counts[rag]),
          })),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng());
}

/** How long it takes, and the longest time in which this process answered nobody meanwhile. */
async function measured(work: () => Promise<unknown>): Promise<{ ms: number; pauseMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // It counts from its first turn on.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const began = performance.now();
  await work();
  const ended = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { ms: ended - began, pauseMs: delay.max / 1e6 };
}

type Sides = { readonly ours: number[]; readonly bare: number[] };

/** The first round warms both up. */
async function compare(
  times: number,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<{ readonly ms: Sides; readonly pauseMs: Sides }> {
  const ms: Sides = { ours: [], bare: [] };
  const pauseMs: Sides = { ours: [], bare: [] };
  for (let round = 0; round <= times; round++) {
    const [one, other] = [await measured(ours), await measured(bare)];
    if (round === 0) continue;
    ms.ours.push(one.ms);
    ms.bare.push(other.ms);
    pauseMs.ours.push(one.pauseMs);
    pauseMs.bare.push(other.pauseMs);
  }
  return { ms, pauseMs };
}

async function time(times: number): Promise<unknown> {
  const facts = someFacts(150, 60, 60);
  const content = packDocument(facts);
  let bytes = 0;
  const ours = async () => {
    bytes = (await fileFormats.writeDocx(packDocument(facts))).length;
  };
  return { ...(await compare(times, ours, () => bareDocument(content))), bytes };
}

/** A digest as Slack gets it: its words, tables and two pictures. */
async function digest(times: number): Promise<unknown> {
  const charts = [ratings, trend(1)];
  const blocks = charts.map((chart) => ({ kind: 'chart' as const, chart }));
  const ours = async () => {
    render({ title: 'A digest', blocks });
    for (const chart of charts) await fileFormats.drawPng(chart);
  };
  const bare = async () => {
    JSON.stringify(charts);
    for (const chart of charts) bareChart(chart);
  };
  return await compare(times, ours, bare);
}

const ratings: ChartData = {
  ...{ kind: 'rag-over-time', title: 'Ratings', alt: 'Ratings over five dates' },
  points: ['1 Jul', '29 Jul', '26 Aug', '23 Sep', '21 Oct'].map((label, index) => ({
    label,
    counts: { red: 5 - index, amber: 4, green: 3 + index, blue: index, none: 1 },
  })),
};

async function memory(marks: readonly number[]): Promise<unknown> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const facts = someFacts(30, 3, 2);
  const readings: unknown[] = [];
  let most = 0;
  for (let pack = 1; pack <= Math.max(...marks); pack++) {
    await fileFormats.writeDocx(packDocument({ ...facts, number: pack }));
    most = Math.max(most, childrenMb());
    if (!marks.includes(pack)) continue;
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    readings.push({
      ...{ packs: pack, heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 },
      workerMb: most,
    });
    most = 0;
  }
  return readings;
}

/** What the processes hold that this one has started; 0 where the system does not tell. */
function childrenMb(): number {
  try {
    const ids = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    return ids
      .trim()
      .split(/\s+/)
      .map((id) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '0')
      .reduce((sum, kilobytes) => sum + Number(kilobytes) / 1024, 0);
  } catch {
    return 0;
  }
}

const [what = '', ...numbers] = process.argv.slice(2);
const counts = numbers.map(Number);
const works = { time, digest } as const;
const result =
  what === 'time' || what === 'digest' ? await works[what](counts[0] ?? 1) : await memory(counts);
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
