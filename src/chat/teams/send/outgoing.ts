// A Message as the activity that Teams is sent: the card, and a line for notifications. No `text`,
// which Teams would show as well as the card.
import type { Activity } from 'botbuilder';
import type { Message } from '../../../core/message/messages/message.ts';
import { typedThere } from '../../../core/message/messages/typed-there.ts';
import type { AdaptiveCard } from '../render/card.ts';
import { renderCard, renderSummary } from '../render/render.ts';

const cardContentType = 'application/vnd.microsoft.card.adaptive';

export type OutgoingActivity = Pick<Activity, 'type'> & Partial<Activity>;

/** Where a card is read: the lines in it are typed otherwise in a channel. */
export type ReadIn = 'chat' | 'channel';

/** The whole message as one activity. */
export function toActivity(message: Message, readIn: ReadIn): OutgoingActivity {
  return {
    type: 'message',
    summary: renderSummary(message),
    attachments: [{ contentType: cardContentType, content: toCard(message, readIn) }],
  };
}

/** The card alone, for what takes its place. */
export function toCard(message: Message, readIn: ReadIn): AdaptiveCard {
  return renderCard(typedThere(message, readIn === 'chat' ? '' : '@PAP'));
}

/** A short note of our own words, never of a person's. */
export function toNote(text: string): OutgoingActivity {
  return { type: 'message', text, textFormat: 'plain' };
}
