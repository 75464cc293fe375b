// What is said where a message that did not arrive is not sent again or dropped.

import { Temporal } from 'temporal-polyfill';
import { localMomentText } from '../../../core/dates/messages/when.ts';
import { code, type Message, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { DeliveryRefusal } from '../domain/refusal-delivery.ts';

/** The words, reason by reason. */
export const deliveryRefusals: Words<DeliveryRefusal> = {
  'unknown-message': deliveryRefusal,
  'message-moved-on': deliveryRefusal,
};

/** The refusal as a message. */
export function deliveryRefusal(refusal: DeliveryRefusal): Message {
  if (refusal.code === 'unknown-message')
    return say(`There is no message ${refusal.number}`, [paragraph('Nothing was changed.'), see]);
  const { number, state, since } = refusal;
  const when = localMomentText(Temporal.PlainDateTime.from(since));
  return say(`Message ${number} ${states[state]}`, [
    paragraph(`Nothing was changed: so it stands since ${when}.`),
    see,
  ]);
}

const see = paragraph('What has not arrived is in ', code('/pap admin delivery'), '.');

const states = {
  queued: 'waits to be sent already',
  sending: 'is being sent',
  checking: 'is being checked: it may have arrived',
  sent: 'has been sent',
  held: 'is held: it may have arrived',
  dead: 'has not arrived',
  cancelled: 'was dropped, or had nothing left to say',
} as const satisfies Record<
  Extract<DeliveryRefusal, { code: 'message-moved-on' }>['state'],
  string
>;
