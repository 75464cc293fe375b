// How Teams lets a file through: a card asks the person, and their answer names a place in their own OneDrive. The
// card carries the line that makes the file, as a button would, so that no bytes wait for the answer.
import { z } from 'zod';
import {
  decodeActionValue,
  encodeActionValue,
  pressedFor,
} from '../../../core/message/messages/action-value.ts';
import type { MadeFile, Reply } from '../../../core/request/app/inbound.ts';
import type { TeamsActivity } from '../inbound/activity.ts';
import type { TeamsConnection } from '../inbound/connection.ts';
import { type Reader, request, type TeamsRequest } from '../inbound/inbound.ts';
import { clip, LIMITS } from '../render/limits.ts';
import { type OutgoingActivity, toNote } from '../send/outgoing.ts';

const consentCard = 'application/vnd.microsoft.teams.card.file.consent';
const savedCard = 'application/vnd.microsoft.teams.card.file.info';

const placeSchema = z.object({
  name: z.string().min(1).max(400),
  /** Good for one upload, and needs no token: a secret, which is never logged. */
  uploadUrl: z.string().min(1).max(8_000),
  contentUrl: z.string().min(1).max(4_000),
  uniqueId: z.string().min(1).max(200),
  fileType: z.string().max(50).catch(''),
});

/** Where Teams has made room for a file. */
export type Place = z.infer<typeof placeSchema>;

const answerSchema = z.object({
  context: z.object({ value: z.string(), for: z.string() }),
  uploadInfo: placeSchema.optional().catch(undefined),
});

export type FileAnswer = {
  /** Says the line of the file again, as whoever answered. */
  readonly request: TeamsRequest;
  /** The person whom the card was sent to. */
  readonly offeredTo: string;
  readonly place: Place | undefined;
};

/** One card for each file of an answer, to be sent to the person who asked and nowhere else. */
export function fileOffers(
  { files = [], message }: Reply,
  userId: string,
  { anonymous }: Pick<TeamsConnection, 'anonymous'>,
): OutgoingActivity[] {
  return files.map((file) => {
    // The demonstration's stand-in for Teams shows such a card, but has no buttons for it.
    if (anonymous) return toNote(`${demoNote} npm run pap -- --demo --as YOUR.EMAIL ${file.line}`);
    if (file.bytes.length > LIMITS.uploadBytes) return toNote(tooBigNote);
    return offer(file, message.title, userId);
  });
}

const demoNote = 'This demonstration of Teams cannot take the file. In a terminal:';
export const tooBigNote = `Not offered: the file has more than ${LIMITS.uploadBytes / 1_000_000} MB. Ask for it in Slack or in the terminal.`;

function offer(file: MadeFile, title: string, userId: string): OutgoingActivity {
  const context = { value: encodeActionValue({ label: file.name, ...file }), for: userId };
  const content = {
    description: `${clip(title, LIMITS.cell)}. Made anew when you allow it, and saved in your OneDrive.`,
    sizeInBytes: file.bytes.length,
    acceptContext: context,
    declineContext: context,
  };
  return {
    type: 'message',
    summary: file.name,
    attachments: [{ contentType: consentCard, name: file.name, content }],
  };
}

/** What somebody answered to the card; null when it was not a card of ours. */
export function parseFileAnswer(activity: TeamsActivity, reader: Reader): FileAnswer | null {
  const { data } = answerSchema.safeParse(activity.value);
  const action = data && decodeActionValue(data.context.value);
  const asked =
    action &&
    request(activity, reader, 'button', {
      text: action.line,
      ...pressedFor(action),
    });
  return asked ? { request: asked, offeredTo: data.context.for, place: data.uploadInfo } : null;
}

/** The card of a file that was saved: with it the person opens or shares the file. */
export function savedFile({ name, contentUrl, uniqueId, fileType }: Place): OutgoingActivity {
  const content = { uniqueId, fileType };
  return {
    type: 'message',
    summary: name,
    attachments: [{ contentType: savedCard, name, contentUrl, content }],
  };
}
