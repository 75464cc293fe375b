// The figures as tables, each with its target and whether it was met.
import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import type { Packs, Pair } from './pack.ts';
import type { AtRest, Rest } from './rest.ts';
import type { Check, Compared, Throughput } from './throughput.ts';

const RATIO_TARGET = 0.7;
const P99_TARGET_MS = 100;
const MEMORY_TARGET = 1.5;
const PACK_TARGET = 1.5;
/** What the heap may grow by between the first and the last reading. */
const GROWTH_TARGET = 1.1;

type Row = readonly string[];

export function printThroughput(throughputs: readonly Throughput[]): string {
  const head = ['database', 'concurrent', 'figure', 'ours', 'bare', 'ours / bare', 'target'];
  const rows = throughputs.flatMap(({ kind, compared }) =>
    compared.flatMap((each) => throughputRows(kind, each)),
  );
  return titled('Updates through the signed Slack path (medians of interleaved runs)', [
    head,
    ...rows,
  ]);
}

function throughputRows(kind: string, { concurrency, ours, bare, ratio, spread }: Compared): Row[] {
  const many = concurrency > 1;
  const [low, high] = spread;
  const place = [kind, String(concurrency)];
  return [
    [
      ...place,
      'updates a second',
      ours.updatesPerSecond.toFixed(0),
      bare.updatesPerSecond.toFixed(0),
      `${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
      many ? verdict(`${RATIO_TARGET} or better`, ratio >= RATIO_TARGET) : '',
    ],
    [...place, 'p50', ms(ours.p50), ms(bare.p50), (ours.p50 / bare.p50).toFixed(2), ''],
    [
      ...place,
      'p99',
      ms(ours.p99),
      ms(bare.p99),
      (ours.p99 / bare.p99).toFixed(2),
      many ? verdict(`ours under ${P99_TARGET_MS} ms`, ours.p99 < P99_TARGET_MS) : '',
    ],
  ];
}

export function printChecks(throughputs: readonly Throughput[]): string {
  const head = [
    ...['database', 'server', 'acknowledged', 'in the record', 'notifications', 'jobs'],
    ...['late', 'conflicts', 'failures', ''],
  ];
  const rows = throughputs.flatMap(({ kind, checks }) =>
    (['ours', 'bare'] as const).map((side) => checkRow(kind, side, checks[side])),
  );
  return titled('What was acknowledged is what was recorded', [head, ...rows]);
}

function checkRow(kind: string, side: string, check: Check): Row {
  const { recorded, later, stored, notifications, jobs, conflicts, failures } = check;
  const numbers = [recorded, stored, notifications, jobs, later, conflicts, failures].map(String);
  return [kind, side, ...numbers, recorded + later === stored ? 'none lost' : 'DIFFERENT'];
}

export function printRest(rests: readonly Rest[]): string {
  const head = ['database', 'figure', 'ours', 'bare imports', 'ours / bare', 'target'];
  const rows = rests.flatMap(({ kind, ours, bare }) => [
    restRow(kind, 'memory at rest', ours, bare, 'residentMb', 'MB', MEMORY_TARGET),
    restRow(kind, 'start-up', ours, bare, 'startMs', 'ms', null),
  ]);
  return titled('The whole bot, Slack and Teams, 5 s after its start', [head, ...rows]);
}

export function printPacks({ ms: time, pauseMs, bytes, digestMs, memory }: Packs): string {
  const [first, last] = [memory[0], memory.at(-1)];
  const growth = first && last ? last.heapMb / first.heapMb : Number.NaN;
  const resident = first && last ? last.residentMb / first.residentMb : Number.NaN;
  const isFlat = growth <= GROWTH_TARGET && resident <= GROWTH_TARGET;
  const head = ['figure', 'ours', 'bare libraries', 'ours / bare', 'target'];
  const held = memory.map(({ packs, heapMb, residentMb, workerMb }) => [
    `held after ${packs} packs`,
    `${heapMb.toFixed(1)} MB heap, ${residentMb.toFixed(0)} MB resident; at most ${workerMb.toFixed(0)} MB in the worker`,
    ...['', '', packs === last?.packs ? verdict(`flat, within ${GROWTH_TARGET}`, isFlat) : ''],
  ]);
  return titled('A board pack of 150 objectives and 60 KPIs with a chart each, as .docx', [
    head,
    pairRow('time', time, PACK_TARGET),
    pairRow('longest time that nobody is answered', pauseMs, null),
    ['size', `${Math.round(bytes / 1_000)} kB`, '', '', ''],
    pairRow('a digest with two charts', digestMs, PACK_TARGET),
    ...held,
  ]);
}

function pairRow(figure: string, { ours, bare }: Pair, target: number | null): Row {
  const ratio = ours / bare;
  return [
    ...[figure, ms(ours), ms(bare), ratio.toFixed(2)],
    target === null ? '' : verdict(`within ${target}`, ratio <= target),
  ];
}

function restRow(
  kind: string,
  figure: string,
  ours: AtRest,
  bare: AtRest,
  of: keyof AtRest,
  unit: string,
  target: number | null,
): Row {
  const ratio = ours[of] / bare[of];
  return [
    kind,
    figure,
    `${ours[of].toFixed(0)} ${unit}`,
    `${bare[of].toFixed(0)} ${unit}`,
    ratio.toFixed(2),
    target === null ? '' : verdict(`within ${target}`, ratio <= target),
  ];
}

function verdict(target: string, met: boolean): string {
  return `${target}: ${met ? 'met' : 'not met'}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function titled(title: string, rows: readonly Row[]): string {
  return `\n${title}\n\n${markdownTable(
    rows.map((row) => [...row]),
    { stringLength: stringWidth },
  )}`;
}
