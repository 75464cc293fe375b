// `/pap snooze 2 days`: puts one's chases off, once for each meeting and never past the last call; `snooze off` takes it back.

import { type Command, recorded, refused, reply } from '../src/core/request/app/command.ts';
import { snoozeChases, unsnoozeChases } from '../src/cycle/chases/app/snooze-chases.ts';
import {
  nothingToSnoozeMessage,
  snoozedMessage,
  unsnoozedMessage,
} from '../src/people/people/messages/settings.ts';

export const snooze = {
  name: 'snooze',
  summary: 'puts the chases to you off, once for each meeting',
  usage: 'snooze [until <date>|<n> days|off]',
  examples: ['snooze 2 days', 'snooze until 3 July', 'snooze'],
  access: 'anybody, for the chases to themselves',
  async run(rest, context) {
    if (/^(?:off|undo|cancel|stop)$/i.test(rest)) {
      const taken = await unsnoozeChases(context);
      return taken.ok ? recorded(unsnoozedMessage(taken.value)) : refused(taken.refusal);
    }
    const result = await snoozeChases(rest, context);
    if (!result.ok) return refused(result.refusal);
    const snoozed = result.value;
    return snoozed
      ? recorded(snoozedMessage(snoozed.until, snoozed.cycle))
      : reply(nothingToSnoozeMessage());
  },
} satisfies Command;
