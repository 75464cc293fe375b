// A Slack Web API that says yes to everything, on this machine: nothing of the benchmark leaves it.
import { createServer } from 'node:http';
import { TEAM_ID } from './world.ts';

export type SlackStub = { readonly url: string; stop(): void };

/** Starts it on a free port. */
export async function startSlackStub(): Promise<SlackStub> {
  const answer = JSON.stringify({
    ok: true,
    team_id: TEAM_ID,
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    ts: '1.000001',
    channel: 'C0BENCH',
  });
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('the Slack stub has no port');
  return {
    url: `http://127.0.0.1:${address.port}/api/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
