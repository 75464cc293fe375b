// Starts Microsoft's Agents Playground beside the bot: a pretend Teams in the browser for the demo
// and the tests. It signs nothing, so it can talk only to a bot in anonymous mode, and it would
// listen on every interface and phone home if it were not told otherwise here.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { playgroundConfig, playgroundWorld } from './playground-world.ts';

const startLimitMs = 60_000;

export type PlaygroundOptions = {
  /** Where the bot listens on 127.0.0.1. */
  readonly botPort: number;
  /** Where the Playground shall listen; without it, any free port. */
  readonly port?: number;
};

export type Playground = { readonly url: string; stop(): Promise<void> };

/** Resolves when the Playground answers. @throws when its port is taken or it does not answer within a minute. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const port = await reservePort(options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'pap-playground-'));
  await writeFile(join(folder, '.m365agentsplayground.yml'), playgroundConfig(playgroundWorld));
  const child = launch(folder, port, options.botPort);
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(child, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function launch(folder: string, port: number, botPort: number): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const preload = fileURLToPath(new URL('loopback-preload.cjs', import.meta.url));
  const url = `http://127.0.0.1:${port}`;
  const args = [
    ...['--require', preload, cli, 'start'],
    ...['-e', `http://127.0.0.1:${botPort}/api/messages`, '-c', 'msteams'],
    ...['-p', String(port), '--su', `${url}/_connector`, '--disable-telemetry'],
  ];
  return spawn(process.execPath, args, {
    cwd: folder,
    // Nothing of ours is handed on: the environment holds the database's and the platforms' secrets.
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      TEAMSAPPTESTER_BROWSER: 'none',
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the Playground ended with code ${child.exitCode}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error('the Playground did not answer within a minute');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(patience);
}

/** A port that is free; 0: any. The Playground would quietly take another one when its own is in use. */
export async function reservePort(wanted: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
