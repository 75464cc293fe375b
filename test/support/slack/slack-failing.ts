// A sender whose Slack fails as a test says: by an answer, or by a server that behaves badly.
import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { DrawPng } from '../../../src/chat/slack/render/pictures.ts';
import { createSlackSender } from '../../../src/chat/slack/send/send.ts';
import { DeliveryError } from '../../../src/core/outbox/app/delivery-error.ts';
import { type LogLine, recordingLog } from './slack-app-harness.ts';
import { readRequest, urlOf } from './slack-emulator.ts';

export const TEAM = 'T0FICTION1';

export type Answer = (method: string, args: URLSearchParams) => Response;

/** A sender whose calls are answered by a function, and a record of them. */
export function senderWith(answer: Answer, draw?: DrawPng) {
  const methods: string[] = [];
  const bodies: URLSearchParams[] = [];
  const lines: LogLine[] = [];
  const access = {
    botToken: 'xoxb-fictional',
    teamId: TEAM,
    log: recordingLog(lines),
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const { method, args } = readRequest(input, init);
      methods.push(method);
      bodies.push(args);
      return answer(method, args);
    },
  };
  return { sender: createSlackSender(access, draw), methods, bodies, lines };
}

/** Slack's answer that names a refusal. */
export function refuse(error: string): Answer {
  return () => Response.json({ ok: false, error });
}

/** A sender that talks to a server of its own. */
export function senderTo(slackApiUrl: string, timeoutMs = 5_000) {
  const access = { botToken: 'xoxb-fictional', teamId: TEAM, log: recordingLog([]) };
  return createSlackSender({ ...access, slackApiUrl, timeoutMs });
}

export type BadServer = { readonly apiUrl: string; close(): Promise<void> };

/** A server that treats every request as `listener` does. */
export async function serveBadly(listener: RequestListener): Promise<BadServer> {
  const sockets = new Set<Socket>();
  const server = createServer(listener);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `${urlOf(server)}/api/`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the work failed with; it must be a DeliveryError. */
export async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`not a DeliveryError: ${String(error)}`);
  return error;
}
