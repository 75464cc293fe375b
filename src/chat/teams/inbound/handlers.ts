// The routes of the Teams application: what arrives, who answers it, and how a card is told.

import { Application, type TurnState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import type { ConversationBook } from '../../../core/request/app/chat-ports.ts';
import type { Reply } from '../../../core/request/app/inbound.ts';
import { whileTold } from '../../../core/request/app/while-told.ts';
import { formAgain } from '../../../service/dispatch/app/form-again.ts';
import { withFile } from '../files/files.ts';
import { type HandOverTools, onFileAccepted, onFileDeclined } from '../files/hand-over.ts';
import { actionVerb } from '../render/render-actions.ts';
import { faultCode } from '../send/errors.ts';
import { toActivity, toCard } from '../send/outgoing.ts';
import { type Asked, deliver, noteInThread, notes, offerFiles, type Where } from '../send/reply.ts';
import { parseActivity } from './activity.ts';
import {
  isJoining,
  isPersonal,
  parseCardAction,
  parseEdit,
  parseInstallation,
  parseMessage,
} from './inbound.ts';
import { referencesFrom } from './references.ts';

export type HandlerTools = HandOverTools & {
  readonly book: ConversationBook;
  readonly onJoined: (tenantId: string) => Promise<void>;
};

/** What a card says to the person who pressed it, beside or instead of a message. */
export const pressNotes = {
  unreadable: 'This button is too old or not mine. Type help to see what you can ask.',
  repeated: 'That was received already.',
  done: 'See the message below.',
  notDone: 'Not done: see the message below.',
  notShown: 'I could not show you the answer. Type mine to see where things stand.',
} as const;

type CardAnswer = ReturnType<typeof toCard> | string;

/** The library's application with our routes. Every activity given to it has been admitted. */
export function createApplication(tools: HandlerTools): Application<TurnState> {
  // The mention is removed by us; the library's typing notice comes at once, before every answer.
  const application = new Application<TurnState>({
    removeRecipientMention: false,
    startTypingTimer: false,
  });
  application.turn('beforeTurn', async (context) => {
    await remember(tools, context);
    return true;
  });
  application.activity('message', (context) => onMessage(tools, context, parseMessage));
  application.activity('messageUpdate', (context) => onMessage(tools, context, parseEdit));
  application.activity('installationUpdate', async (context) => {
    await noteJoined(tools, context);
    await onMessage(tools, context, parseInstallation);
  });
  application.activity('conversationUpdate', (context) => noteJoined(tools, context));
  application.adaptiveCards.actionExecute(actionVerb, (context) => onCardAction(tools, context));
  application.fileConsentAccept((context) => onFileAccepted(tools, context));
  application.fileConsentDecline((context) => onFileDeclined(tools, context));
  application.activity('invoke', onUnknownInvoke);
  return application;
}

async function remember(tools: HandlerTools, context: TurnContext): Promise<void> {
  const activity = parseActivity(context.activity);
  const rows = activity ? referencesFrom(activity, tools.connection) : [];
  try {
    for (const row of rows) await tools.book.remember(row);
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'a Teams conversation was not remembered');
  }
}

/** A roster has somebody whom it did not have before. */
async function noteJoined(tools: HandlerTools, context: TurnContext): Promise<void> {
  const activity = parseActivity(context.activity);
  if (!activity || !isJoining(activity)) return;
  try {
    await tools.onJoined(tools.connection.tenantId);
  } catch (error) {
    // They are looked for tomorrow as well.
    tools.log.warn({ code: faultCode(error) }, 'who came into a team is not looked for at once');
  }
}

async function onMessage(
  tools: HandlerTools,
  context: TurnContext,
  parse: typeof parseMessage,
): Promise<void> {
  const activity = parseActivity(context.activity);
  const request = activity && parse(activity, tools.connection);
  if (!activity || !request) return;
  const answering = withFile(request.inbound, request.file, tools.fetch).then(tools.handle);
  const reply = await whileTyping(tools, { context, activity }, answering);
  if (reply === null) return;
  const asked = { context, activity, request };
  // An old client's form: its card cannot be changed, so it is sent again.
  const again = reply.outcome === 'refused' ? await formAgain(tools.handle, request, reply) : null;
  const answer = again ? { ...reply, message: again } : reply;
  await noteInThread(tools, asked, await deliver(tools, asked, answer));
}

/** What takes long, such as an import, is shown as somebody typing. Teams shows that in a chat alone. */
async function whileTyping<T>(
  tools: HandlerTools,
  { context, activity }: Pick<Asked, 'context' | 'activity'>,
  work: Promise<T>,
): Promise<T> {
  if (!isPersonal(activity)) return await work;
  return await whileTold(
    work,
    () => context.sendActivity({ type: 'typing' }),
    (error) => tools.log.warn({ code: faultCode(error) }, 'a Teams typing notice was not sent'),
  );
}

// The library types a card more loosely than it is; what it does with one is to send it as it is.
async function onCardAction(tools: HandlerTools, context: TurnContext): Promise<CardAnswer> {
  const activity = parseActivity(context.activity);
  const request = activity && parseCardAction(activity, tools.connection);
  if (!activity || !request) return pressNotes.unreadable;
  const reply = await whileTyping(tools, { context, activity }, tools.handle(request.inbound));
  if (reply === null) return pressNotes.repeated;
  const asked = { context, activity, request };
  const done = reply.outcome === 'done';
  // A form that succeeded gives way to its receipt. A chase's card stays: it has more buttons.
  if (request.by === 'form' && done && isPersonal(activity)) {
    await replaceCard(tools, asked, reply);
    await offerFiles(tools, asked, reply);
    return toCard(reply.message, 'chat');
  }
  if (request.by === 'form' && isPersonal(activity) && reply.outcome === 'refused') {
    const again = await formAgain(tools.handle, request, reply);
    if (again) return toCard(again, 'chat');
  }
  return pressNote(await deliver(tools, asked, reply), done);
}

function pressNote(where: Where, done: boolean): string {
  switch (where) {
    case 'here':
    case 'targeted':
      return done ? pressNotes.done : pressNotes.notDone;
    case 'personal-chat':
      return notes.answeredPrivately;
    case 'nowhere':
      return pressNotes.notShown;
    default:
      return where satisfies never;
  }
}

// The answer to a press changes the card only on this screen and until the next reload.
async function replaceCard(tools: HandlerTools, asked: Asked, reply: Reply): Promise<void> {
  const { replyToId } = asked.activity;
  if (replyToId === undefined) return;
  try {
    await asked.context.updateActivity({ ...toActivity(reply.message, 'chat'), id: replyToId });
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'a Teams form was not replaced by its receipt');
  }
}

// Without an answer of ours the library says 501 and the person sees an error.
async function onUnknownInvoke(context: TurnContext): Promise<void> {
  const onCard = fieldOf(context.activity, 'name') === 'adaptiveCard/action';
  const type = 'application/vnd.microsoft.activity.message';
  const body = onCard ? { statusCode: 200, type, value: pressNotes.unreadable } : undefined;
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
