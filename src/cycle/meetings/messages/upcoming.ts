// The next meetings and what is due before them, for anybody who asks.
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  factTable,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { deadlineFacts, titleText } from './meetings.ts';

/** Each forum's next meeting, the earliest first. */
export function upcomingMessage(cycles: readonly Cycle[]): Message {
  const [next] = cycles;
  return {
    title: next
      ? `Next: ${titleText(next)} on ${dayText(next.meetingDate)}`
      : 'No upcoming meeting needs a return',
    blocks: [
      ...(next ? [] : [paragraph('The programme office plans meetings.')]),
      ...cycles.flatMap((cycle) => [
        paragraph(strong(`${titleText(cycle)}, ${dayText(cycle.meetingDate)}`)),
        factTable(deadlineFacts(cycle)),
      ]),
      buttonRow([
        { label: 'My objectives', line: 'mine' },
        { label: 'What’s outstanding', line: 'outstanding' },
      ]),
    ],
  };
}
