// Brings an answer to the person who asked. In a channel the answer is private unless they asked for
// it to be shown: a targeted message, else their own chat with the bot, and never its content there.

import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import type { MessageSender } from '../../app/chat-ports.ts';
import type { Reply } from '../../app/inbound.ts';
import type { TeamsActivity } from './activity.ts';
import type { TeamsConnection, TeamsLog } from './connection.ts';
import { faultCode, toDeliveryError } from './errors.ts';
import { isPersonal, type TeamsRequest } from './inbound.ts';
import { type OutgoingActivity, toActivity, toNote } from './outgoing.ts';
import { sendTargeted, wasTargeted } from './targeted.ts';

export const notes = {
  answeredPrivately: 'Answered you privately.',
  notReached: 'I could not reach you privately: open a chat with me and try again.',
} as const;

const longestWaitMs = 2_000;

export type ReplyTools = {
  readonly connection: TeamsConnection;
  readonly sender: MessageSender;
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
  const activity = toActivity(reply.message);
  if (isPersonal(asked.activity) || reply.audience === 'conversation') {
    return (await post(tools, asked, activity)) ? 'here' : 'nowhere';
  }
  if (tools.targetedReplies || wasTargeted(asked.activity)) {
    try {
      await sendTargeted(tools.connection, asked.context, asked.activity, activity);
      return 'targeted';
    } catch (error) {
      tools.log.warn({ code: faultCode(error) }, 'a targeted Teams reply was not taken');
    }
  }
  const { tenantId, userId } = asked.request.inbound;
  try {
    await tools.sender.send({ kind: 'person', tenantId, userId }, reply.message);
    return 'personal-chat';
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'a Teams reply reached nobody');
    return 'nowhere';
  }
}

/** Says in the thread where the answer went, when it is not to be seen there. */
export async function noteInThread(tools: ReplyTools, asked: Asked, where: Where): Promise<void> {
  if (isPersonal(asked.activity)) return;
  if (where === 'nowhere') await post(tools, asked, toNote(notes.notReached));
  // Nobody else saw a targeted message, so a public note about it would give it away.
  if (where === 'personal-chat' && !wasTargeted(asked.activity)) {
    await post(tools, asked, toNote(notes.answeredPrivately));
  }
}

// One repeat, because Teams answers 412 and 429 in passing and the library leaves both to us.
async function post(tools: ReplyTools, asked: Asked, activity: OutgoingActivity): Promise<boolean> {
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
