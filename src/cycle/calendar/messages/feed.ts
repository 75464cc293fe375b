// What is said of the secret address of a calendar.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  code,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';

const STOP = { label: 'Stop my calendars', line: 'calendar stop' } as const;

/**
 * The address, said once.
 * @param of the body whose meetings it shows; null: the person's own
 * @param replaced whether one of the same kind works no longer
 */
export function feedMadeMessage(address: string, of: string | null, replaced: boolean): Message {
  return {
    title: of === null ? 'Your calendar' : `Calendar of ${of}`,
    tone: 'good',
    blocks: [
      paragraph(code(address)),
      paragraph(
        of === null
          ? 'It shows the meetings, the days on which papers come out, and when your returns are due. It follows when they move.'
          : 'It shows the meetings and everything that is due for them. It follows when they move.',
      ),
      paragraph(
        'Add it in your calendar as a subscription: in Outlook “Add calendar”, “Subscribe from web”; in Google Calendar “Other calendars”, “From URL”.',
      ),
      paragraph(
        'Keep the address to yourself: whoever has it can read the calendar. We can’t show it again.',
        ...(replaced ? [' The one that you had before has stopped working.'] : []),
      ),
      buttonRow([STOP]),
    ],
  };
}

/** They have one already, and only its checksum is kept. */
export function feedThereMessage(since: Temporal.PlainDate): Message {
  return {
    title: `You have had a calendar since ${dayText(since)}`,
    blocks: [
      paragraph(
        'We can’t show its address again. A new one takes its place, and the old one stops working.',
      ),
      buttonRow([{ label: 'New address', line: 'calendar new' }, STOP]),
    ],
  };
}

/** @param name whose they were; null: their own */
export function feedsStoppedMessage(stopped: number, name: string | null): Message {
  const whose = name === null ? 'You' : name;
  const had = name === null ? 'have' : 'has';
  if (stopped === 0) return { title: `${whose} ${had} no calendar address`, blocks: [] };
  return {
    title:
      stopped === 1
        ? 'The calendar address has stopped'
        : `${stopped} calendar addresses have stopped`,
    tone: 'good',
    blocks: [
      paragraph(
        'Nobody can read them any more. Calendar programs may go on showing what they read last. ',
        code('/pap calendar'),
        ' makes a new one.',
      ),
    ],
  };
}
