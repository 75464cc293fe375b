// What Slack can ask of us, one small listener each. Every one reads the payload, hands it to the
// application and brings the answer back; nothing is decided here.
import type { App } from '@slack/bolt';
import type { FileAddress } from '../../app/download-file.ts';
import type { GivenFile, HandleInbound, Reply } from '../../app/inbound.ts';
import { failureName } from './errors.ts';
import { uploadFiles, withFile } from './files.ts';
import {
  readCommand,
  readDirectMessage,
  readMention,
  readPress,
  type Self,
  type SlackRequest,
} from './inbound.ts';
import { render } from './render.ts';
import { ACTION_PREFIX } from './render-actions.ts';
import { type ReplyTools, responseType, sendReply } from './reply.ts';
import { responseBody } from './response-url.ts';

export type ListenerTools = ReplyTools & {
  readonly handle: HandleInbound;
  readonly fetchShared: (file: FileAddress) => Promise<GivenFile>;
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

/**
 * Adds the listeners. Over HTTP nothing is acknowledged before the application has answered, events
 * included (the receiver holds its response back until a listener ends), so what Slack holds to be
 * delivered is committed; only bringing the answer back may still be under way.
 */
export function addListeners(app: App, tools: ListenerTools): void {
  app.command(tools.self().command, async ({ body, ack }) => {
    const request = readCommand(body);
    if (request === null) await ack(UNREADABLE);
    else
      await commit(
        tools,
        request,
        (reply) => ack(commandAnswer(reply)),
        () => ack(WORKING),
      );
  });
  app.event('app_mention', async ({ body }) => {
    await commit(tools, readMention(body, tools.self()));
  });
  app.event('message', async ({ body }) => {
    await commit(tools, readDirectMessage(body, tools.self()));
  });
  app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ body, ack }) => {
    await commit(tools, readPress(body));
    await ack();
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

/**
 * Waits for the application as long as Slack has patience. An answer in time goes back by
 * `answerAtOnce`, where the request has such a way; every other one is brought back on its own.
 */
async function commit(
  tools: ListenerTools,
  request: SlackRequest | null,
  answerAtOnce?: (reply: Reply | null) => Promise<void>,
  sayLater?: () => Promise<void>,
): Promise<void> {
  if (request === null) return;
  const work = tools.track(
    withFile(request.inbound, request.file, tools.fetchShared).then(tools.handle),
  );
  bringFiles(tools, request, work);
  const first = await inTime(work, tools.ackWithinMs);
  if (first !== LATE && answerAtOnce) return await answerAtOnce(first);
  if (first === LATE) await sayLater?.();
  bringBack(tools, request, work);
}

/** Not awaited: Slack's network must not keep an acknowledgement waiting. */
function bringBack(tools: ListenerTools, request: SlackRequest, work: Promise<Reply | null>): void {
  const sending = work.then((reply) => reply && sendReply(tools, request.place, reply));
  tools.track(sending).catch((error: unknown) => {
    tools.log.error({ code: failureName(error) }, 'an answer could not be brought back to Slack');
  });
}

/** The files of an answer come after it, whichever way the answer itself goes. */
function bringFiles(
  tools: ListenerTools,
  request: SlackRequest,
  work: Promise<Reply | null>,
): void {
  const sending = work.then((reply) =>
    reply?.files ? uploadFiles(tools.client, request.place.userId, reply.files) : undefined,
  );
  tools.track(sending).catch((error: unknown) => {
    tools.log.error({ code: failureName(error) }, 'a file could not be sent to Slack');
  });
}

type AckBody = string | ReturnType<typeof responseBody>;

function commandAnswer(reply: Reply | null): AckBody {
  return reply === null ? '' : responseBody(render(reply.message), responseType(reply));
}

/** The timer ends with the work: until it fires it would hold on to the whole request. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
