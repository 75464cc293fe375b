// This computer: Node.js, whether a PAP runs here already and is well, and whether its port is free.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { BotConfig } from '../../config.ts';
import { fieldOf } from '../../core/message/domain/narrow.ts';
import { projectRoot, projectVersion } from '../../project-root.ts';
import { type Finding, mend, note, well } from './finding.ts';

const LIMIT_MS = 5_000;
const readinessSchema = z.object({
  ready: z.boolean(),
  phase: z.string(),
  checks: z.record(z.string(), z.string()),
});

type Readiness = z.infer<typeof readinessSchema>;

export async function examineProgram(config: BotConfig): Promise<readonly Finding[]> {
  const { engines } = z
    .object({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')));
  const readiness = config.ops && (await askRunning(config.ops));
  return [
    nodeFinding(process.versions.node, engines.node),
    ...(readiness ? [readyFinding(readiness)] : [await portFinding(config)]),
  ];
}

/** @param wanted as in package.json: `^20.19.0 || >=24` */
export function nodeFinding(version: string, wanted: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = wanted.split('||').some((range) => {
    const [, sign, first = '', second = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?/.exec(range) ?? [];
    const isLater = major > Number(first);
    const isWithin = major === Number(first) && minor >= Number(second);
    return isWithin || (sign === '>=' && isLater);
  });
  const says = `Node.js ${version}, PAP ${projectVersion()}`;
  return fits
    ? well('program', 'node', says)
    : mend(
        'program',
        'node-version',
        `${says}, which needs Node.js ${wanted}`,
        'Install a version of Node.js that fits',
      );
}

/** What a PAP that runs here says of itself; null: none answers. */
async function askRunning({
  host,
  port,
}: {
  host: string;
  port: number;
}): Promise<Readiness | null> {
  const here = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const name = here.includes(':') ? `[${here}]` : here;
  try {
    const answer = await fetch(`http://${name}:${port}/readyz`, {
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    return readinessSchema.safeParse(await answer.json()).data ?? null;
  } catch {
    return null;
  }
}

/** @param readiness as `/readyz` says it */
export function readyFinding({ ready, phase, checks }: Readiness): Finding {
  if (ready) return well('program', 'bot-ready', 'A PAP runs here and is ready');
  const failed = Object.entries(checks).flatMap(([name, answer]) =>
    answer === 'ok' ? [] : [name],
  );
  if (phase !== 'running')
    return note(
      'program',
      'bot-not-yet',
      `A PAP runs here and is ${phase}`,
      'Look again in a moment',
    );
  return mend(
    ...(['program', 'bot-not-ready'] as const),
    `A PAP runs here and is not ready: ${failed.join(', ')}`,
    'Put right what is said of the database below; its log says more',
  );
}

async function portFinding({ host, port }: BotConfig): Promise<Finding> {
  const code = await tryToListen(host, port);
  if (code === null)
    return note('program', 'bot-none', `No PAP runs here; port ${port} is free for it`);
  return code === 'EADDRINUSE'
    ? mend(
        ...(['program', 'port-taken'] as const),
        `Port ${port} is taken by another program`,
        'Stop it, or set PORT to another number. If it is PAP, PAP_OPS_PORT is off or another: then all is well',
      )
    : mend(
        ...(['program', 'port-refused'] as const),
        `PAP can’t listen on ${host}, port ${port} (${code})`,
        'Set HOST to an address of this computer, or 0.0.0.0, and PORT to a number above 1023',
      );
}

/** Null when it can; the port is given back at once. */
function tryToListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(String(fieldOf(error, 'code') ?? 'unknown')));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
