// A person's answer to the offer of a file. On a yes the line is said again as that person, so permission is asked
// anew, a restart in between loses nothing, and a forged card gives no more than typing the line would.
import type { TurnContext } from 'botbuilder';
import type { HandleInbound } from '../../../core/request/app/inbound.ts';
import { parseActivity } from '../inbound/activity.ts';
import { isPersonal } from '../inbound/inbound.ts';
import { faultCode } from '../send/errors.ts';
import { toNote } from '../send/outgoing.ts';
import { type Asked, deliver, post, type ReplyTools } from '../send/reply.ts';
import { type FileAnswer, parseFileAnswer, savedFile } from './file-consent.ts';
import { isInSharePoint, uploadFile } from './upload.ts';

export type HandOverTools = ReplyTools & {
  readonly handle: HandleInbound;
  /** Fetches what people send and puts what they take; the network's own unless a test says otherwise. */
  readonly fetch?: typeof fetch | undefined;
};

/** What is said instead of a file, in one sentence each. */
export const fileNotes = {
  unreadable: 'Not saved: this offer is too old or not mine. Please ask for the file again.',
  notYours: 'Not saved: this file was offered to somebody else. Please ask for it yourself.',
  wrongPlace:
    'Not saved: the place that Teams named is not in OneDrive. Please tell whoever looks after PAP.',
  gone: (line: string) => `Not saved: there is no such file any more. To ask again: ${line}`,
  notTaken: (line: string) => `Not saved: OneDrive did not take the file. To ask again: ${line}`,
  declined: (line: string) => `Not saved, as you wished. To have it after all: ${line}`,
} as const;

type Answered = Asked & { readonly answer: FileAnswer };

/** Makes the file and puts it where Teams has made room for it. Never throws. */
export async function onFileAccepted(tools: HandOverTools, context: TurnContext): Promise<void> {
  const answered = await read(tools, context);
  if (!answered) return;
  const { request, place } = answered.answer;
  const line = request.inbound.text;
  if (!place) return await say(tools, answered, fileNotes.unreadable);
  if (!isInSharePoint(place.uploadUrl) || !isInSharePoint(place.contentUrl)) {
    tools.log.warn({ code: 'not-sharepoint' }, 'a file was not sent to where Teams said');
    return await say(tools, answered, fileNotes.wrongPlace);
  }
  const reply = await tools.handle(request.inbound);
  // A repeat: the file is there, or on its way.
  if (reply === null) return;
  const file = reply.files?.find((one) => one.line === line);
  if (!file) {
    if (reply.outcome === 'done') return await say(tools, answered, fileNotes.gone(line));
    await deliver(tools, answered, reply);
    return;
  }
  const problem = await uploadFile(place.uploadUrl, file.bytes, tools.fetch);
  if (problem !== null) {
    tools.log.warn({ code: problem }, 'a file did not reach OneDrive');
    return await say(tools, answered, fileNotes.notTaken(line));
  }
  if (await post(tools, answered, savedFile(place))) await takeAway(tools, answered);
}

/** The card gives way to a sentence, so that a repeat changes nothing more. Never throws. */
export async function onFileDeclined(tools: HandOverTools, context: TurnContext): Promise<void> {
  const answered = await read(tools, context);
  if (!answered) return;
  const note = toNote(fileNotes.declined(answered.request.inbound.text));
  const { replyToId } = answered.activity;
  try {
    if (replyToId === undefined) throw new Error('the card is not named');
    await context.updateActivity({ ...note, id: replyToId });
  } catch {
    await post(tools, answered, note);
  }
}

/** The answer of the person whom the card was sent to, in their chat with the bot; anybody else is told. */
async function read(tools: HandOverTools, context: TurnContext): Promise<Answered | null> {
  const activity = parseActivity(context.activity);
  if (!activity) return null;
  const answer = parseFileAnswer(activity, tools.connection);
  if (!answer) {
    await post(tools, { context }, toNote(fileNotes.unreadable));
    return null;
  }
  const { request, offeredTo } = answer;
  const answered = { context, activity, request, answer };
  if (offeredTo === request.inbound.userId && isPersonal(activity)) return answered;
  tools.log.warn({ code: 'not-theirs' }, 'a file was asked for by somebody else');
  await say(tools, answered, fileNotes.notYours);
  return null;
}

async function say(tools: HandOverTools, answered: Answered, note: string): Promise<void> {
  await post(tools, answered, toNote(note));
}

/** Its buttons have done what they could. */
async function takeAway(tools: HandOverTools, { context, activity }: Answered): Promise<void> {
  if (activity.replyToId === undefined) return;
  try {
    await context.deleteActivity(activity.replyToId);
  } catch (error) {
    tools.log.warn({ code: faultCode(error) }, 'the offer of a Teams file was not taken away');
  }
}
