// Makes board packs in a process of its own: `time <times>` beside the libraries alone, `memory <packs…>` the heap after
// so many. Prints one line of JSON.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';
import { Document as Docx, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { init } from 'echarts';
import { Temporal } from 'temporal-polyfill';
import type { HistoryEntry } from '../src/domain/history-entry.ts';
import type { Objective } from '../src/domain/objective.ts';
import { ragOrder } from '../src/domain/rag.ts';
import { writeDocx } from '../src/files/write-docx.ts';
import type { ChartData } from '../src/messages/chart-data.ts';
import type { Document } from '../src/messages/document.ts';
import { packDocument } from '../src/messages/pack.ts';
import type { PackFacts } from '../src/messages/pack-facts.ts';

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
      ...{ objective, ratingThen: 'red', last: null, noReturn: index % 5 === 0, items: [] },
      sources: [{ document: 'A document', line: index }],
    })),
    ...{ ratings: [], openChanges: [], decidedChanges: [], entries },
    readings: new Map(
      trends.map((chart, index) => [
        index + 1,
        { aid: 'better: it rose', target: 'at least 60%', commentary: null, trend: chart },
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
  const points = chart.kind === 'kpi-trend' ? chart.points : [];
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 450 });
  drawing.setOption({
    animation: false,
    title: { text: chart.title },
    xAxis: { type: 'category', data: points.map(({ label }) => label) },
    yAxis: { type: 'value' },
    series: [{ type: 'line', data: points.map(({ value }) => value), label: { show: true } }],
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng());
}

async function time(times: number): Promise<unknown> {
  const facts = someFacts(150, 60, 60);
  const content = packDocument(facts);
  const [ours, bare]: [number[], number[]] = [[], []];
  let bytes = 0;
  // The first round warms both up.
  for (let round = 0; round <= times; round++) {
    const oursBegan = performance.now();
    bytes = (await writeDocx(packDocument(facts))).length;
    const bareBegan = performance.now();
    await bareDocument(content);
    const ended = performance.now();
    if (round === 0) continue;
    ours.push(bareBegan - oursBegan);
    bare.push(ended - bareBegan);
  }
  return { ours, bare, bytes };
}

async function memory(marks: readonly number[]): Promise<unknown> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const facts = someFacts(30, 3, 2);
  const readings: unknown[] = [];
  for (let pack = 1; pack <= Math.max(...marks); pack++) {
    await writeDocx(packDocument({ ...facts, number: pack }));
    if (!marks.includes(pack)) continue;
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    readings.push({ packs: pack, heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 });
  }
  return readings;
}

const [what = '', ...numbers] = process.argv.slice(2);
const result = what === 'time' ? await time(Number(numbers[0])) : await memory(numbers.map(Number));
process.stdout.write(`${JSON.stringify(result)}\n`);
