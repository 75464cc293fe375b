// `/pap snooze 2 days`: puts one's chases off, once for each meeting and never past the last call.

import { type Command, recorded, refused, reply } from '../src/core/request/app/command.ts';
import { snoozeChases } from '../src/cycle/chases/app/snooze-chases.ts';
import { nothingToSnoozeMessage, snoozedMessage } from '../src/people/people/messages/settings.ts';

export const snooze = {
  name: 'snooze',
  summary: 'puts the chases to you off, once for each meeting',
  usage: 'snooze [until <date>|<n> days]',
  examples: ['snooze 2 days', 'snooze until 3 July', 'snooze'],
  access: 'anybody, for the chases to themselves',
  async run(rest, context) {
    const result = await snoozeChases(rest, context);
    if (!result.ok) return refused(result.refusal);
    const snoozed = result.value;
    return snoozed
      ? recorded(snoozedMessage(snoozed.until, snoozed.cycle))
      : reply(nothingToSnoozeMessage());
  },
} satisfies Command;
