// What is said where reminders cannot be put off.

import { dayText } from '../../../core/dates/messages/when.ts';
import { paragraph } from '../../../core/message/messages/message.ts';
import { button, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { SnoozeRefusal } from '../domain/refusal-snooze.ts';

/** The words, reason by reason. */
export const snoozeRefusals: Words<SnoozeRefusal> = {
  'not-snoozed': () =>
    say('You have put nothing off', [
      paragraph('Nothing was changed: chases come when they are due.'),
    ]),
  'snoozed-already': (refusal) =>
    say('You have put this off once already', [
      paragraph(
        `Nothing was changed: chases come again on ${dayText(refusal.until)}. They can be put off once for each meeting.`,
      ),
      ...button({ label: 'Undo that', line: 'snooze off' }),
    ]),
  'snooze-too-late': (refusal) =>
    say('It cannot be put off that long', [
      paragraph(
        `Nothing was changed. For ${refusal.meeting}, chases can be put off until ${dayText(refusal.lastDay)}, the working day before the returns are due, and not beyond.`,
      ),
    ]),
};
