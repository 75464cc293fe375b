// To the programme office, shortly before returns are asked for: who cannot be asked.
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { type Message, paragraph } from '../../../core/message/messages/message.ts';
import type { OwnersReached } from '../../../plan/objectives/domain/owners-reached.ts';
import {
  ownersReachedBlocks,
  ownersReachedText,
} from '../../../plan/overview/messages/owners-reached.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';

/** How many owners can be reached, and who not. */
export function unreachedMessage(cycle: Cycle, reached: OwnersReached): Message {
  const { opens } = cycleDeadlines(cycle);
  return {
    title: `Before returns are asked for: ${ownersReachedText(reached)}`,
    tone: 'attention',
    blocks: [
      paragraph(
        `PAP asks for returns for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}${exampleMark(cycle.example)} from ${momentText(opens, cycle.timeZone)} on.`,
      ),
      ...ownersReachedBlocks(reached),
    ],
  };
}
