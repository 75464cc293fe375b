// Who set a rating, where a board did.

import { dayText } from '../../../core/dates/messages/when.ts';
import type { StatusEntry } from '../domain/objective.ts';

/** `as SIAB board meeting of Wed 24 July 2024 decided`. */
export function boardText(meeting: StatusEntry['meeting']): string {
  return meeting
    ? `as ${meeting.title} of ${dayText(meeting.heldOn)} decided`
    : 'as the board decided';
}
