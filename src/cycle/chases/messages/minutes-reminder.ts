// The reminder that a meeting's draft minutes are due.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';

export type MinutesFacts = {
  readonly forumKey: string;
  readonly title: string;
  readonly heldOn: Temporal.PlainDate;
  readonly dueAt: Temporal.Instant;
  readonly timeZone: string;
  /** Whether the agreed minutes can be noted here: only a meeting that collects returns has a cycle to close. */
  readonly closes: boolean;
};

/** @param as `cover`: for somebody of the office who is away */
export function minutesReminderMessage(facts: MinutesFacts, as: 'own' | 'cover'): Message {
  const { forumKey, title, heldOn, dueAt, timeZone, closes } = facts;
  const why = as === 'cover' ? 'cover for somebody in' : 'are in';
  return {
    title: `Draft minutes of ${title} are due ${momentText(dueAt, timeZone)}`,
    blocks: [
      paragraph(
        `The meeting was on ${dayText(heldOn)}. `,
        closes
          ? 'When the minutes are agreed, close its cycle; nothing of it changes after that.'
          : 'You are reminded once.',
      ),
      ...(closes
        ? [
            buttonRow([
              {
                label: 'The minutes are agreed…',
                line: `admin cycle close ${forumKey} ${heldOn}`,
              },
            ]),
          ]
        : []),
    ],
    footer: inline(
      `You are getting this, once for each meeting, because you ${why} the programme office.`,
    ),
  };
}
