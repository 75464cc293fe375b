// Start-up time, and memory at rest: dist/src/main.js as it is in production, with Slack and Teams,
// against a process that imports the same libraries and does nothing.
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, type Environment, residentMb, start } from './children.ts';
import type { DatabaseKind, Databases } from './databases.ts';
import { median } from './median.ts';

export type AtRest = { readonly startMs: number; readonly residentMb: number };

export type Rest = { readonly kind: DatabaseKind; readonly ours: AtRest; readonly bare: AtRest };

const REST_MS = 5_000;
/** A bot that has just said that it runs may not be listening for the signal to stop yet. */
const SETTLE_MS = 500;
const RUNNING = /the bot is running/;
const READY = /ready/;

export async function measureRest(
  databases: Databases,
  settings: Environment,
  times: number,
): Promise<Rest> {
  const readings = { ours: [] as Promise<AtRest>[], bare: [] as Promise<AtRest>[] };
  // The first start does the day's work and what the week has missed; a restart has none to do.
  const inUse = await databases.copy();
  await rest(await startBot({ ...settings, ...inUse.ours }), SETTLE_MS);
  for (let time = 0; time < times; time++) {
    const { ours } = await databases.copy(inUse);
    readings.ours.push(rest(await startBot({ ...settings, ...ours })));
    const { ours: bare } = await databases.copy(inUse);
    readings.bare.push(rest(await startImports(databases.kind, bare)));
  }
  return {
    kind: databases.kind,
    ours: middle(await Promise.all(readings.ours)),
    bare: middle(await Promise.all(readings.bare)),
  };
}

async function startBot(environment: Environment): Promise<Child> {
  return await start('src/main.ts', environment, RUNNING);
}

async function startImports(kind: DatabaseKind, database: Environment): Promise<Child> {
  return await start('bench/bare-imports.ts', kind === 'embedded' ? database : {}, READY);
}

/** Reads the memory after a while and ends the process; others may start in the meantime. */
async function rest(child: Child, ms = REST_MS): Promise<AtRest> {
  await wait(ms);
  const resident = residentMb(child.pid);
  await child.stop();
  return { startMs: child.startedInMs, residentMb: resident };
}

function middle(readings: readonly AtRest[]): AtRest {
  return {
    startMs: median(readings.map(({ startMs }) => startMs)),
    residentMb: median(readings.map(({ residentMb: mb }) => mb)),
  };
}
