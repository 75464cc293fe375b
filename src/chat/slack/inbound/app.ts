// The Slack app: Bolt with a receiver for HTTP or for Socket Mode, and the same listeners for both.
// Nothing waits for Slack's network while a request is open: an acknowledgement has three seconds.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { ConfigError } from '../../../core/request/app/faults.ts';
import type { HandleInbound } from '../../../core/request/app/inbound.ts';
import { clientOptions, type SlackAccess } from '../send/client-options.ts';
import { failureName, slackErrorCode } from '../send/errors.ts';
import { sdkLogger } from '../send/log.ts';
import { fetchShared } from './files.ts';
import { confirmIdentity } from './identity.ts';
import { PLACE } from './listener-tools.ts';
import { addListeners } from './listeners.ts';
import { isOfThisTime } from './request-time.ts';
import { placeOf } from './team.ts';
import { createSeenOnce, sayTurnedAway, turnedAway } from './turn-away.ts';
import { createWorkTracker } from './work-tracker.ts';

export type SlackTransport =
  /** With a port, the app listens by itself; without one, mount `requestHandler` in a server. */
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port?: number;
      readonly host?: string;
    }
  | { readonly kind: 'socket'; readonly appToken: string };

export type SlackAppOptions = SlackAccess & {
  readonly transport: SlackTransport;
  readonly handle: HandleInbound;
  readonly command?: string;
  readonly ackWithinMs?: number;
  /** Whether people of another workspace may write from a channel that both share; without it none may. */
  readonly letsIn?: (outsideTenantId: string) => Promise<boolean>;
};

export type SlackApp = {
  /** Checks the token against Slack and starts to listen; says on which port, if on one of its own. */
  start(): Promise<{ readonly port: number | null }>;
  /** Takes nothing new from the moment it is called, and waits for what is under way. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way that goes on after Slack was acknowledged. */
  settled(): Promise<void>;
  /** For a shared server, before any body parser: answers Slack's requests, passes on all others. */
  readonly requestHandler: (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  /** The client that answers are posted with. */
  readonly client: WebClient;
};

export const SLACK_PATH = '/slack/events';
const ACK_WITHIN_MS = 2_500;
/** Slack waits for no answer longer than this. */
const LONGEST_ANSWER_MS = 3_000;
const DISCONNECT_WITHIN_MS = 2_000;
const OTHER_TEAM = 'This PAP bot serves another workspace, so it cannot help here.';

export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { botToken, teamId, log, transport, command = '/pap' } = options;
  const client = new WebClient(botToken, {
    ...clientOptions(options),
    retryConfig: { retries: 1, minTimeout: 300 },
  });
  const work = createWorkTracker();
  const requests = createWorkTracker();
  const door =
    transport.kind === 'http' ? httpDoor(options, transport) : socketDoor(options, transport);
  let botUserId: string | undefined;
  const isNew = createSeenOnce();

  const bolt = new App({
    receiver: door.receiver,
    // Bolt's own token check would call Slack while a request waits, and crash when that fails.
    authorize: async () => ({ botToken, ...(botUserId && { botUserId }) }),
    convoStore: false,
    logger: sdkLogger(log),
    clientOptions: clientOptions(options),
  });
  bolt.use(async (args) => {
    const place = placeOf(args.body, teamId);
    const outside = place?.outsideTenantId;
    if (place && (outside === undefined || (await options.letsIn?.(outside)))) {
      args.context[PLACE] = place;
      return await requests.track(args.next());
    }
    log.warn({}, 'a request from another Slack workspace was turned away');
    if ('command' in args && args.command)
      await args.ack(outside === undefined ? OTHER_TEAM : turnedAway(outside));
    else if ('ack' in args && typeof args.ack === 'function') await args.ack();
    if (outside === undefined || !isNew(args.body)) return;
    const told = sayTurnedAway(client, args.body, outside).catch((error: unknown) => {
      log.warn({ code: failureName(error) }, 'who was turned away could not be told');
    });
    void work.track(told);
  });
  addListeners(bolt, {
    client,
    log,
    fetch: options.fetch,
    handle: options.handle,
    fetchShared: (file) => fetchShared(file, botToken, options.fetch),
    self: () => ({ botUserId, command }),
    ackWithinMs: options.ackWithinMs ?? ACK_WITHIN_MS,
    track: (task) => work.track(task),
  });
  bolt.error(async (error) => {
    log.error({ code: failureName(error) }, 'a Slack request failed');
  });

  return {
    client,
    requestHandler: door.requestHandler,
    async start() {
      botUserId = await confirmIdentity(client, teamId, log);
      return { port: await door.open() };
    },
    async stop() {
      // A request that is open is answered first: over a closed connection that would not be possible.
      const answered = Promise.race([
        requests.settled(),
        wait(LONGEST_ANSWER_MS, undefined, { ref: false }),
      ]);
      await door.close(answered);
      await work.settled();
    },
    settled: () => work.settled(),
  };
}

type Door = {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  readonly requestHandler: SlackApp['requestHandler'];
  open(): Promise<number | null>;
  /** Takes nothing more from the moment it is called; ends when those requests are answered that were open. */
  close(answered: Promise<void>): Promise<void>;
};

function httpDoor(
  options: SlackAppOptions,
  transport: Extract<SlackTransport, { kind: 'http' }>,
): Door {
  const { port, host = '127.0.0.1', signingSecret } = transport;
  let listening = false;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: SLACK_PATH,
    // Events are acknowledged when they are dealt with, not when they arrive.
    processBeforeResponse: true,
    logger: sdkLogger(options.log),
    // Bolt's own prints the address that was asked for.
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404).end();
    },
  });
  const listener = receiver.requestListener;
  // Bolt refuses a request that is too old and takes one of next year.
  receiver.requestListener = (request, response) => {
    if (isOfThisTime(request.headers['x-slack-request-timestamp'], Date.now()))
      return listener(request, response);
    options.log.warn({}, 'a request with a time that is not now was turned away');
    response.writeHead(401).end();
  };
  return {
    receiver,
    requestHandler(request, response, next) {
      const path = request.url?.split('?', 1)[0];
      if (request.method === 'POST' && path === SLACK_PATH)
        receiver.requestListener(request, response);
      else next();
    },
    async open() {
      if (port === undefined) return null;
      const address = (await receiver.start({ port, host })).address();
      listening = true;
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    async close() {
      if (listening) await receiver.stop();
      listening = false;
    },
  };
}

function socketDoor(
  options: SlackAppOptions,
  transport: Extract<SlackTransport, { kind: 'socket' }>,
): Door {
  const receiver = new SocketModeReceiver({
    appToken: transport.appToken,
    logger: sdkLogger(options.log),
    installerOptions: { clientOptions: clientOptions(options) },
  });
  return {
    receiver,
    requestHandler: (_request, _response, next) => next(),
    async open() {
      try {
        await receiver.start();
      } catch (error) {
        const code = slackErrorCode(error);
        if (code === null) throw error;
        throw new ConfigError(
          'SLACK_APP_TOKEN',
          `Slack refuses this app token (${code}); make another one with connections:write (docs/connect-slack.md)`,
        );
      }
      return null;
    },
    async close(answered) {
      // Not even acknowledged, so that Slack sends it again to whoever is connected then.
      receiver.client.removeAllListeners('slack_event');
      await answered;
      // The receiver's own stop does not wait for the connection to be closed.
      await Promise.race([
        receiver.client.disconnect(),
        // It would wait for ever for a connection that is just being opened again.
        wait(DISCONNECT_WITHIN_MS, undefined, { ref: false }),
      ]);
    },
  };
}
