// What Slack can ask of us, one small listener each. Every one reads the payload, hands it to the
// application and brings the answer back; nothing is decided here.
import type { App } from '@slack/bolt';
import type { Reply } from '../../../core/request/app/inbound.ts';
import { addHomeListener } from '../modal/home.ts';
import { asksForForm, modalView } from '../modal/modal.ts';
import { addModalListeners, openForm, show } from '../modal/modal-listeners.ts';
import { render } from '../render/render.ts';
import { ACTION_PREFIX } from '../render/render-actions.ts';
import { failureName } from '../send/errors.ts';
import { QUIET } from '../send/post.ts';
import { responseType, sendReply } from '../send/reply.ts';
import { uploadFiles, withFile } from './files.ts';
import {
  parseCommand,
  parseDirectMessage,
  parseEdit,
  parseMention,
  parseOpened,
  parsePress,
  type SlackRequest,
} from './inbound.ts';
import { inTime, LATE, type ListenerTools, placed } from './listener-tools.ts';
import { responseBody } from './response-url.ts';

const WORKING = 'Working on it…';
const UNREADABLE = 'Slack sent this command in a form that could not be read. Please try again.';

/**
 * Adds the listeners. Over HTTP nothing is acknowledged before the application has answered, events
 * included (the receiver holds its response back until a listener ends), so what Slack holds to be
 * delivered is committed; only bringing the answer back may still be under way.
 */
export function addListeners(app: App, given: ListenerTools): void {
  const tools = { ...given, answered: addHomeListener(app, given) };
  addModalListeners(app, tools);
  app.command(tools.self().command, async ({ body, ack, context }) => {
    const request = placed(parseCommand(body), context);
    if (request === null) await ack(UNREADABLE);
    else if (openedForm(tools, request)) await ack();
    else
      await commit(tools, request, {
        answerAtOnce: (reply) => ack(commandAnswer(reply)),
        sayLater: () => ack(WORKING),
      });
  });
  app.event('app_mention', async ({ body, context }) => {
    const request = placed(parseMention(body, tools.self()), context);
    await commit(tools, request, { sayLater: () => sayWorking(tools, request) });
  });
  app.event('message', async ({ body, context }) => {
    const self = tools.self();
    const request = placed(parseDirectMessage(body, self) ?? parseEdit(body, self), context);
    await commit(tools, request, { sayLater: () => sayWorking(tools, request) });
  });
  app.event('app_home_opened', async ({ body, context }) => {
    await commit(tools, placed(parseOpened(body), context));
  });
  app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ body, ack, context }) => {
    const request = placed(parsePress(body), context);
    if (request === null || !openedForm(tools, request))
      await commit(tools, request, { sayLater: () => sayWorking(tools, request) });
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

/** A line that asks for a form opens it, where Slack gave the means; nothing is recorded by that. */
function openedForm(tools: ListenerTools, request: SlackRequest): boolean {
  const { triggerId, inbound } = request;
  if (triggerId === undefined || !asksForForm(inbound.text)) return false;
  tools.track(openForm(tools, request, triggerId)).catch((error: unknown) => {
    tools.log.error({ code: failureName(error) }, 'a Slack form was lost');
  });
  return true;
}

/**
 * Waits for the application as long as Slack has patience. An answer in time goes back by
 * `answerAtOnce`, where the request has such a way; every other one is brought back on its own.
 */
async function commit(
  tools: ListenerTools,
  request: SlackRequest | null,
  {
    answerAtOnce,
    sayLater,
  }: {
    readonly answerAtOnce?: (reply: Reply | null) => Promise<void>;
    /** Tells the person that it takes longer, such as an import. */
    readonly sayLater?: () => Promise<void> | void;
  } = {},
): Promise<void> {
  if (request === null) return;
  const work = tools.track(
    withFile(request.inbound, request.file, tools.fetchShared).then(tools.handle),
  );
  bringFiles(tools, request, work);
  const first = await inTime(work, tools.ackWithinMs);
  if (first !== LATE && answerAtOnce) {
    if (first?.outcome === 'done') tools.answered?.(request);
    return await answerAtOnce(first);
  }
  if (first === LATE) await sayLater?.();
  bringBack(tools, request, work);
}

/** Says to the person alone that the work is under way. Not awaited: Slack waits for the acknowledgement. */
function sayWorking(tools: ListenerTools, request: SlackRequest | null): void {
  if (request === null || request.place.channelId === null) return;
  const { channelId, threadTs, userId } = request.place;
  const said = tools.client.chat.postEphemeral({
    ...{ channel: channelId, user: userId, text: WORKING },
    ...(threadTs && { thread_ts: threadTs }),
    ...QUIET,
  });
  tools.track(said).catch((error: unknown) => {
    tools.log.warn({ code: failureName(error) }, 'a Slack notice that work is under way was lost');
  });
}

/** Not awaited: Slack's network must not keep an acknowledgement waiting. */
function bringBack(tools: ListenerTools, request: SlackRequest, work: Promise<Reply | null>): void {
  const sending = work.then(async (reply) => {
    if (reply === null) return;
    if (reply.outcome === 'done') tools.answered?.(request);
    // A button in a modal: what came of it stands where it was pressed, and stays in the conversation.
    const shown =
      request.modalId !== undefined &&
      (await show(tools, request.modalId, modalView(reply.message)));
    if (!shown || reply.outcome === 'done') await sendReply(tools, request.place, reply);
  });
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
