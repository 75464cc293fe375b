// What Slack can ask of us, one small listener each. Every one reads the payload, hands it to the
// application and brings the answer back; nothing is decided here.
import type { App } from '@slack/bolt';
import type { HandleInbound, Reply } from '../../app/inbound.ts';
import {
  readCommand,
  readDirectMessage,
  readMention,
  readPress,
  type Self,
  type SlackRequest,
} from './inbound.ts';
import { ACTION_PREFIX } from './render-actions.ts';
import { render } from './render.ts';
import { type ReplyTools, responseType, sendReply } from './reply.ts';
import { responseBody } from './response-url.ts';

export type ListenerTools = ReplyTools & {
  readonly handle: HandleInbound;
  /** Who the bot is, as far as it is known by now. */
  readonly self: () => Self;
  /** How long an acknowledgement waits for the work; Slack gives up after 3 seconds. */
  readonly ackWithinMs: number;
  /** Keeps the work in view, so that stopping waits for it. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>;
};

const WORKING = 'Working on it…';
const UNREADABLE = 'Slack sent this command in a form that could not be read. Please try again.';
const LATE = Symbol('late');

export function addListeners(app: App, tools: ListenerTools): void {
  app.command(tools.self().command, async ({ body, ack }) => {
    await tools.track(answerCommand(tools, body, (answer) => ack(answer)));
  });
  app.event('app_mention', async ({ body }) => {
    await tools.track(answer(tools, readMention(body, tools.self())));
  });
  app.event('message', async ({ body }) => {
    await tools.track(answer(tools, readDirectMessage(body, tools.self())));
  });
  app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ body, ack }) => {
    await ack();
    await tools.track(answer(tools, readPress(body)));
  });
  // Somebody else's control: acknowledged, or the person sees an error sign beside it.
  app.action(new RegExp(`^(?!${ACTION_PREFIX})`), async ({ ack }) => {
    await ack();
  });
  for (const removal of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(removal, async () => {
      tools.log.error({ event: removal }, 'Slack says that the app was removed from the workspace');
    });
  }
}

async function answer(tools: ListenerTools, request: SlackRequest | null): Promise<void> {
  if (request === null) return;
  const reply = await tools.handle(request.inbound);
  if (reply !== null) await sendReply(tools, request.place, reply);
}

type AckBody = string | ReturnType<typeof responseBody>;

/** Acknowledges with the answer itself where there is time: "acknowledged" then means "saved". */
async function answerCommand(
  tools: ListenerTools,
  body: unknown,
  ack: (answer: AckBody) => Promise<void>,
): Promise<void> {
  const request = readCommand(body);
  if (request === null) return await ack(UNREADABLE);
  const work = tools.handle(request.inbound);
  const first = await Promise.race([work, lateAfter(tools.ackWithinMs)]);
  if (first !== LATE) return await ack(commandAnswer(first));
  await ack(WORKING);
  const reply = await work;
  if (reply !== null) await sendReply(tools, request.place, reply);
}

function commandAnswer(reply: Reply | null): AckBody {
  return reply === null ? '' : responseBody(render(reply.message), responseType(reply));
}

function lateAfter(ms: number): Promise<typeof LATE> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(LATE), ms).unref();
  });
}
