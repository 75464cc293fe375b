// Updates a second through the signed Slack path: the bot and the baseline side by side, each on its own
// copy of the database, loaded in turn so that what else the machine does meets both.

import { pathToFileURL } from 'node:url';
import { type Child, compiled, type Environment, runToEnd, start } from './children.ts';
import type { BenchDatabase, DatabaseKind, Databases } from './databases.ts';
import type { LoadOptions, LoadResult } from './load.ts';
import { median } from './median.ts';

export type Side = {
  readonly updatesPerSecond: number;
  readonly p50: number;
  readonly p99: number;
};

export type Compared = {
  readonly concurrency: number;
  readonly ours: Side;
  readonly bare: Side;
  /** The median of the pairs' ratios, and the lowest and highest of them. */
  readonly ratio: number;
  readonly spread: readonly [number, number];
};

export type Check = {
  readonly recorded: number;
  readonly later: number;
  readonly conflicts: number;
  readonly failures: number;
  /** Updates and notifications found in the database afterwards. */
  readonly stored: number;
  readonly notifications: number;
  readonly jobs: number;
};

export type Throughput = {
  readonly kind: DatabaseKind;
  readonly compared: readonly Compared[];
  readonly checks: { readonly ours: Check; readonly bare: Check };
};

export type Plan = {
  readonly warmUpSeconds: number;
  readonly rounds: readonly {
    readonly concurrency: number;
    readonly pairs: number;
    readonly seconds: number;
  }[];
};

const LISTENING = /listening (\d+)/;

type Server = { readonly child: Child; readonly database: BenchDatabase; totals: Totals };
type Totals = Record<'next' | 'recorded' | 'later' | 'conflicts' | 'failures', number>;

export async function measureThroughput(
  databases: Databases,
  settings: Environment,
  plan: Plan,
): Promise<Throughput> {
  const ours = await startOurs(await databases.copy(), settings);
  const bare = await startBare(await databases.copy(), settings, databases.kind);
  for (const server of [ours, bare]) {
    // Gently at first: a process that has just started compiles what it runs.
    for (const concurrency of [5, 50]) await run(server, concurrency, plan.warmUpSeconds / 2);
  }
  const compared: Compared[] = [];
  for (const { concurrency, pairs, seconds } of plan.rounds) {
    const results: { ours: LoadResult; bare: LoadResult }[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      results.push({
        ours: await run(ours, concurrency, seconds),
        bare: await run(bare, concurrency, seconds),
      });
    }
    compared.push(compare(concurrency, results));
  }
  await ours.child.stop();
  await bare.child.stop();
  const checks = { ours: await check(databases, ours), bare: await check(databases, bare) };
  return { kind: databases.kind, compared, checks };
}

async function startOurs(database: BenchDatabase, settings: Environment): Promise<Server> {
  const child = await start('bench/our-bot.ts', { ...settings, ...database.ours }, LISTENING);
  return { child, database, totals: noTotals() };
}

async function startBare(
  database: BenchDatabase,
  settings: Environment,
  kind: DatabaseKind,
): Promise<Server> {
  const preload = pathToFileURL(compiled('bench/embedded-preload.ts')).href;
  const flags = kind === 'embedded' ? ['--import', preload] : [];
  const environment = { ...settings, ...database.bare };
  const child = await start('bench/bare-bolt.ts', environment, LISTENING, flags);
  return { child, database, totals: noTotals() };
}

function noTotals(): Totals {
  return { next: 0, recorded: 0, later: 0, conflicts: 0, failures: 0 };
}

async function run(
  { child, totals }: Server,
  concurrency: number,
  seconds: number,
): Promise<LoadResult> {
  const options: LoadOptions = {
    port: Number(child.caught),
    concurrency,
    seconds,
    first: totals.next,
  };
  const result: LoadResult = JSON.parse(await runToEnd('bench/load.ts', [JSON.stringify(options)]));
  totals.next = result.next;
  totals.recorded += result.recorded;
  totals.later += result.later;
  totals.conflicts += result.conflicts;
  totals.failures += result.failures;
  return result;
}

function compare(
  concurrency: number,
  results: readonly { readonly ours: LoadResult; readonly bare: LoadResult }[],
): Compared {
  const ratios = results.map(({ ours, bare }) => ours.updatesPerSecond / bare.updatesPerSecond);
  return {
    concurrency,
    ours: middle(results.map(({ ours }) => ours)),
    bare: middle(results.map(({ bare }) => bare)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

function middle(results: readonly LoadResult[]): Side {
  return {
    updatesPerSecond: median(results.map(({ updatesPerSecond }) => updatesPerSecond)),
    p50: median(results.map(({ p50 }) => p50)),
    p99: median(results.map(({ p99 }) => p99)),
  };
}

async function check(databases: Databases, { database, totals }: Server): Promise<Check> {
  const { updates, notifications, jobs } = await databases.count(database);
  const { recorded, later, conflicts, failures } = totals;
  return { recorded, later, conflicts, failures, stored: updates, notifications, jobs };
}
