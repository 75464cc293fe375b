// A Message as the activity that Teams is sent: the card, and a line for notifications. No `text`,
// which Teams would show as well as the card.
import type { Activity } from 'botbuilder';
import type { Message } from '../../../core/message/messages/message.ts';
import { renderCard, renderSummary } from '../render/render.ts';

const cardContentType = 'application/vnd.microsoft.card.adaptive';

export type OutgoingActivity = Pick<Activity, 'type'> & Partial<Activity>;

/** The whole message as one activity. */
export function toActivity(message: Message): OutgoingActivity {
  return {
    type: 'message',
    summary: renderSummary(message),
    attachments: [{ contentType: cardContentType, content: renderCard(message) }],
  };
}

/** A short note of our own words, never of a person's. */
export function toNote(text: string): OutgoingActivity {
  return { type: 'message', text, textFormat: 'plain' };
}
