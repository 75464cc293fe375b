// A request for returns after some of them, or all, were given: the same message, changed where it stands.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import type { Rag } from '../../../core/message/domain/rag.ts';
import {
  type Block,
  bullets,
  type Inline,
  inline,
  type Message,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import { type ChaseFacts, chaseMessage } from './chase.ts';

export type Answered = {
  readonly ref: string;
  /** Null: by nobody of the plan. */
  readonly by: string | null;
  readonly at: Temporal.Instant;
  readonly rag: Rag | null;
};

/** The message: what is still to come with its buttons, and what was answered. */
export function answeredChaseMessage(facts: ChaseFacts, answered: readonly Answered[]): Message {
  const { cycle, now } = facts;
  const given: Block = bullets(answered.map((one) => answerText(one, now, cycle.timeZone)));
  if (facts.objectives.length === 0) {
    return {
      title: 'Thank you: all answered',
      tone: 'good',
      blocks: answered.length > 0 ? [given] : [],
      footer: inline(
        `This was the request for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}. Nothing more is asked of you for it.`,
      ),
    };
  }
  const message = chaseMessage(facts);
  if (answered.length === 0) return message;
  return { ...message, blocks: [given, ...message.blocks] };
}

/** `2B:2: answered by Asha Example, 14:05, amber`; with the day when it was not today. */
function answerText(
  { ref, by, at, rag }: Answered,
  now: Temporal.Instant,
  timeZone: string,
): Inline {
  const moment = momentText(at, timeZone);
  const isToday = localDate(at, timeZone).equals(localDate(now, timeZone));
  const who = by ? `answered by ${by}` : 'answered';
  return inline(strong(ref), `: ${who}, ${isToday ? moment.slice(-5) : moment}, ${ragText(rag)}`);
}
