// How the office's log says that a meeting moved. The words are read again when a plan folder is loaded: a
// file still has the old day, and must not bring the meeting back there.
import type { Temporal } from 'temporal-polyfill';

/** `the meeting of siab on 2024-07-24 was moved to 2024-07-31`. */
export function movedText(
  forumKey: string,
  from: Temporal.PlainDate | string,
  to: Temporal.PlainDate,
): string {
  return `${movedStart(forumKey, from)}${to}`;
}

/** The beginning of `movedText`, whatever the new day is. */
export function movedStart(forumKey: string, from: Temporal.PlainDate | string): string {
  return `the meeting of ${forumKey} on ${from} was moved to `;
}

/** The kind of the log's entry. */
export const MEETING_MOVED = 'meeting-moved';
