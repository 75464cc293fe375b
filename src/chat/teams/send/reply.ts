// Brings an answer to the person who asked. In a channel the answer is private unless they asked for
// it to be shown: a targeted message, else their own chat with the bot, and never its content there.

import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import type { Reply } from '../../../core/request/app/inbound.ts';
import { fileOffers } from '../files/file-consent.ts';
import type { TeamsActivity } from '../inbound/activity.ts';
import type { TeamsConnection, TeamsLog } from '../inbound/connection.ts';
import { isPersonal, type TeamsRequest } from '../inbound/inbound.ts';
import { faultCode, toDeliveryError } from './errors.ts';
import { type OutgoingActivity, toActivity, toNote } from './outgoing.ts';
import type { TeamsSender } from './send.ts';
import { sendTargeted, wasTargeted } from './targeted.ts';

export const notes = {
  answeredPrivately: 'Answered you privately.',
  notReached: 'I could not reach you privately: open a chat with me and try again.',
  fileNotOffered: 'The file could not be offered to you. Please ask for it again.',
} as const;

const longestWaitMs = 2_000;

export type ReplyTools = {
  readonly connection: TeamsConnection;
  readonly sender: TeamsSender;
  readonly targetedReplies: boolean;
  readonly log: TeamsLog;
};

export type Asked = {
  readonly context: TurnContext;
  readonly activity: TeamsActivity;
  readonly request: TeamsRequest;
};

/** Where an answer went: into the conversation, to the person alone (seen there or not), or nowhere. */
export type Where = 'here' | 'targeted' | 'personal-chat' | 'nowhere';

/** Delivers the reply as far as it can; a failure is logged and told, never thrown. */
export async function deliver(tools: ReplyTools, asked: Asked, reply: Reply): Promise<Where> {
  const where = await deliverMessage(tools, asked, reply);
  const offered = where !== 'nowhere' && (await offerFiles(tools, asked, reply));
  return offered ? where : 'nowhere';
}

/** Offers the files of an answer where Teams has a place for them: in the person's own chat with the bot. */
export async function offerFiles(tools: ReplyTools, asked: Asked, reply: Reply): Promise<boolean> {
  const { userId } = asked.request.inbound;
  const bring = (activity: OutgoingActivity) =>
    isPersonal(asked.activity)
      ? post(tools, asked, activity)
      : postToPerson(tools, userId, activity);
  for (const offer of fileOffers(reply, userId, tools.connection)) {
    if (!(await bring(offer)) && !(await bring(toNote(notes.fileNotOffered)))) return false;
  }
  return true;
}

async function deliverMessage(tools: ReplyTools, asked: Asked, reply: Reply): Promise<Where> {
  const isHere = isPersonal(asked.activity);
  const activity = toActivity(reply.message, isHere ? 'chat' : 'channel');
  if (isHere || reply.audience === 'conversation') {
    return (await post(tools, asked, activity)) ? 'here' : 'nowhere';
  }
  // An answer with a file goes where the file goes.
  if (!reply.files && (tools.targetedReplies || wasTargeted(asked.activity))) {
    try {
      await sendTargeted(tools.connection, asked.context, asked.activity, activity);
      return 'targeted';
    } catch (error) {
      tools.log.warn({ code: faultCode(error) }, 'a targeted Teams reply was not taken');
    }
  }
  const { userId } = asked.request.inbound;
  const own = toActivity(reply.message, 'chat');
  return (await postToPerson(tools, userId, own)) ? 'personal-chat' : 'nowhere';
}

/** Says in the thread where the answer went, when it is not to be seen there. */
export async function noteInThread(tools: ReplyTools, asked: Asked, where: Where): Promise<void> {
  if (isPersonal(asked.activity)) return;
  if (where === 'nowhere') await post(tools, asked, toNote(notes.notReached));
  if (where !== 'personal-chat') return;
  const note = toNote(notes.answeredPrivately);
  if (!wasTargeted(asked.activity)) return void (await post(tools, asked, note));
  // Nobody else saw a targeted message, so a public note about it would give it away.
  try {
    await sendTargeted(tools.connection, asked.context, asked.activity, note);
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'a targeted Teams note was not taken');
  }
}

async function postToPerson(
  tools: ReplyTools,
  userId: string,
  activity: OutgoingActivity,
): Promise<boolean> {
  try {
    await tools.sender.sendToPerson(userId, activity);
    return true;
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'a Teams reply reached nobody');
    return false;
  }
}

/**
 * Posts where the person spoke. One repeat, because Teams answers 412 and 429 in passing and the library
 * leaves both to us.
 */
export async function post(
  tools: ReplyTools,
  asked: Pick<Asked, 'context'>,
  activity: OutgoingActivity,
): Promise<boolean> {
  try {
    try {
      await asked.context.sendActivity({ ...activity });
    } catch (error) {
      const { failure, retryAfterMs } = toDeliveryError(error);
      if (failure !== 'not-sent') throw error;
      await sleep(Math.min(retryAfterMs ?? longestWaitMs, longestWaitMs));
      await asked.context.sendActivity({ ...activity });
    }
    return true;
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'a Teams reply was not taken');
    return false;
  }
}
