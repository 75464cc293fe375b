// The load, a process of its own: `concurrency` people who each send a signed slash command over a
// connection that stays open, and the next one as soon as they have the answer.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  OBJECTIVES,
  ownerOf,
  ratingOf,
  refOf,
  SIGNING_SECRET,
  slackUserOf,
  TEAM_ID,
} from './world.ts';

export type LoadOptions = {
  readonly port: number;
  readonly concurrency: number;
  readonly seconds: number;
  /** The number of the first update; the next run on the same server goes on where this one ended. */
  readonly first: number;
};

export type LoadResult = {
  readonly updatesPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Updates that were acknowledged, those after the end of the measured time included. */
  readonly recorded: number;
  /** Took so long that Slack was told to wait; recorded a moment later. */
  readonly later: number;
  /** Somebody else was quicker: nothing recorded, and the person told so. */
  readonly conflicts: number;
  readonly failures: number;
  readonly next: number;
};

const TIMEOUT_MS = 10_000;

async function load({ port, concurrency, seconds, first }: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latencies: number[] = [];
  let [next, inTime, recorded, later, conflicts, failures] = [first, 0, 0, 0, 0, 0];
  const began = performance.now();
  const end = began + seconds * 1_000;

  async function person(): Promise<void> {
    while (performance.now() < end) {
      const body = command(next++);
      const headers = signed(body);
      const sent = performance.now();
      const answer = await post(agent, port, body, headers);
      const answered = performance.now();
      if (answer.includes('Recorded')) {
        recorded++;
        if (answered <= end) {
          inTime++;
          latencies.push(answered - sent);
        }
      } else if (answer === 'Working on it…') later++;
      else if (answer.includes('changed while you were writing')) conflicts++;
      else {
        failures++;
        if (failures <= 3) process.stderr.write(`unexpected answer: ${answer.slice(0, 300)}\n`);
        await wait(50);
      }
    }
  }

  await Promise.all(Array.from({ length: concurrency }, person));
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.ceil(latencies.length * share) - 1] ?? Number.NaN;
  return {
    updatesPerSecond: inTime / seconds,
    p50: at(0.5),
    p99: at(0.99),
    recorded,
    later,
    conflicts,
    failures,
    next,
  };
}

/** Update number `count`: the objectives in turn, so that one comes again only after all others. */
function command(count: number): string {
  const objective = count % OBJECTIVES;
  const visit = Math.floor(count / OBJECTIVES);
  const user = slackUserOf(ownerOf(objective));
  return new URLSearchParams({
    token: 'bench',
    team_id: TEAM_ID,
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'bench',
    user_id: user,
    user_name: user.toLowerCase(),
    command: '/pap',
    text: `update ${refOf(objective)} ${ratingOf(objective, visit)} week ${visit + 1}: the sessions are on schedule`,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/not-used',
    trigger_id: `${count}.bench`,
  }).toString();
}

function signed(body: string): Record<string, string | number> {
  const time = Math.floor(Date.now() / 1_000);
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${time}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-signature': `v0=${digest}`,
    'x-slack-request-timestamp': time,
  };
}

function post(
  agent: Agent,
  port: number,
  body: string,
  headers: Record<string, string | number>,
): Promise<string> {
  return new Promise((resolve) => {
    const options = { agent, port, headers, host: '127.0.0.1', path: '/slack/events' };
    const sending = request({ ...options, method: 'POST', timeout: TIMEOUT_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve(response.statusCode === 200 ? text : `HTTP ${response.statusCode} ${text}`),
      );
      response.on('error', (error) => resolve(String(error)));
    });
    sending.on('timeout', () => sending.destroy(new Error('no answer')));
    sending.on('error', (error) => resolve(String(error)));
    sending.end(body);
  });
}

const result = await load(JSON.parse(process.argv[2] ?? '') as LoadOptions);
process.stdout.write(`${JSON.stringify(result)}\n`);
