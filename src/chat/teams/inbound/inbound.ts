// A Teams activity as an Inbound. Pure: anything that is not a request of ours is null, never an
// exception. A press of a card's button arrives as an invoke or, from an old client, as a message.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  decodeActionValue,
  formLine,
  type PressedFor,
  pressedFor,
} from '../../../core/message/messages/action-value.ts';
import type { FileAddress } from '../../../core/request/app/download-file.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { FormSent } from '../../../service/dispatch/app/form-again.ts';
import { sharedFile } from '../files/files.ts';
import { outsideTenantOf, type TeamsActivity } from './activity.ts';
import { commandText, mentionedOthers } from './command-text.ts';

export type TeamsRequest = {
  readonly inbound: Inbound;
  /** How it was asked: a form's card may be replaced by its receipt, a plain button's card stays. */
  readonly by: 'text' | 'button' | 'form';
  /** What was sent with a form, for when it could not be saved. */
  readonly sent?: FormSent;
  /** The first file that came with the words. */
  readonly file?: FileAddress | undefined;
};

/** The data on every button of ours; `form` is the number of its first field and their count. */
const pressSchema = z.looseObject({
  value: z.string(),
  form: z.tuple([z.number().int().min(0).max(500), z.number().int().min(0).max(100)]).optional(),
});

/** Whose tenant is read, and whether the people in it are authenticated. */
export type Reader = { readonly tenantId: string; readonly anonymous: boolean };

/** What the person asks in a message, typed or by a card's `Action.Submit`. */
export function parseMessage(activity: TeamsActivity, reader: Reader): TeamsRequest | null {
  if (activity.type !== 'message') return null;
  const press = pressSchema.safeParse(activity.value);
  if (press.success) return parsePress(activity, press.data, reader);
  const file = sharedFile(activity.attachments);
  // A file may come without words.
  if (activity.text === undefined && !file) return null;
  const text = commandText(activity.text ?? '', activity.entities ?? [], activity.recipient.id);
  const mentions = mentionedOthers(activity.entities ?? [], activity.recipient.id);
  const read = request(activity, reader, 'text', { text, ...mentions });
  return read && file ? { ...read, file } : read;
}

/**
 * Somebody changed a message that PAP was sent: they are told what becomes of that, once for each message. Null for what
 * Teams itself changes, such as the preview of a link.
 */
export function parseEdit(activity: TeamsActivity, reader: Reader): TeamsRequest | null {
  if (activity.type !== 'messageUpdate' || activity.channelData?.eventType !== 'editMessage')
    return null;
  const id = activity.id === undefined ? undefined : `${activity.id}#edit`;
  return request({ ...activity, id }, reader, 'text', { text: 'help edits' });
}

/** PAP was installed for somebody: they are greeted. In a team there is nobody in particular to greet. */
export function parseInstallation(activity: TeamsActivity, reader: Reader): TeamsRequest | null {
  if (activity.type !== 'installationUpdate' || !isPersonal(activity)) return null;
  return activity.action?.startsWith('add')
    ? request(activity, reader, 'text', { text: 'help' })
    : null;
}

/** What the person asks by a card's `Action.Execute`. */
export function parseCardAction(activity: TeamsActivity, reader: Reader): TeamsRequest | null {
  if (activity.type !== 'invoke' || activity.name !== 'adaptiveCard/action') return null;
  const press = z.object({ action: z.object({ data: pressSchema }) }).safeParse(activity.value);
  return press.success ? parsePress(activity, press.data.action.data, reader) : null;
}

function parsePress(
  activity: TeamsActivity,
  press: z.infer<typeof pressSchema>,
  reader: Reader,
): TeamsRequest | null {
  const action = decodeActionValue(press.value);
  if (action === null) return null;
  const made = pressedFor(action);
  if (press.form === undefined) {
    return request(activity, reader, 'button', { text: action.line, ...made });
  }
  const [first, count] = press.form;
  const answers = Array.from({ length: count }, (_, index) => press[`f${first + index}`]);
  const words = answers.map((answer) => (typeof answer === 'string' ? answer : ''));
  const text = formLine(action, words);
  const asked = request(activity, reader, 'form', { text, ...made });
  const { again, rows = null } = action;
  return asked && again !== undefined ? { ...asked, sent: { again, rows, answers: words } } : asked;
}

/** A line as whoever sent the activity says it. */
export function request(
  activity: TeamsActivity,
  reader: Reader,
  by: TeamsRequest['by'],
  asked: Pick<Inbound, 'text' | 'mentions'> & PressedFor,
): TeamsRequest | null {
  const userId = personId(activity, reader);
  if (userId === null || activity.id === undefined) return null;
  const { tenantId } = reader;
  const conversation = conversationOf(activity);
  const requestId = requestIdOf(activity.id, activity.conversation.id);
  const outsideTenantId = outsideTenantOf(activity, tenantId);
  return {
    by,
    inbound: {
      ...{ platform: 'teams', tenantId, userId, conversation, requestId, ...asked },
      ...(outsideTenantId !== null && { outsideTenantId }),
    },
  };
}

/** The person's Entra object id. The account id may stand in for it only where nobody is authenticated. */
export function personId(activity: TeamsActivity, reader: Reader): string | null {
  return activity.from.aadObjectId ?? (reader.anonymous ? activity.from.id : null);
}

/** The channel without the thread, which Teams appends to the conversation's id. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

/** Whether somebody came into a team where the app is, or the app into a team. */
export function isJoining(activity: TeamsActivity): boolean {
  if (isPersonal(activity)) return false;
  return activity.type === 'installationUpdate'
    ? activity.action?.startsWith('add') === true
    : activity.type === 'conversationUpdate' &&
        /^team(?:MemberAdded|Restored|Unarchived)$/.test(activity.channelData?.eventType ?? '');
}

export function isPersonal(activity: TeamsActivity): boolean {
  return activity.conversation.conversationType === 'personal';
}

function conversationOf(activity: TeamsActivity): Inbound['conversation'] {
  if (isPersonal(activity)) return { kind: 'personal', id: activity.conversation.id };
  const id = activity.channelData?.channel?.id ?? withoutThread(activity.conversation.id);
  return { kind: 'channel', id };
}

// Teams numbers messages by the millisecond within a conversation, so two people's messages can
// share an id. A retry repeats both the id and the conversation.
function requestIdOf(activityId: string, conversationId: string): string {
  const where = createHash('sha256').update(conversationId).digest('hex').slice(0, 12);
  return `teams:${activityId}:${where}`;
}
