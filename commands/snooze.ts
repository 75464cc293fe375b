// `/pap snooze 2 days`: puts one's chases off, once for each meeting and never past the last call; `snooze off` takes it back.

import { date, hidden, line, maybe, number, word } from '../src/core/message/domain/line-form.ts';
import { type Command, recorded, refused, reply } from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import { snoozeChases, unsnoozeChases } from '../src/cycle/chases/app/snooze-chases.ts';
import {
  nothingToSnoozeMessage,
  snoozedMessage,
  unsnoozedMessage,
} from '../src/people/people/messages/settings.ts';

const own = {
  verb: 'snooze',
  forms: {
    off: line(word('off', 'undo', 'cancel', 'stop')),
    days: line(number(), word('days', 'day')),
    until: line(maybe(word('until', 'till'), date('until'))),
    day: hidden(line(date('until'))),
  },
  examples: ['snooze 2 days', 'snooze until 3 July', 'snooze'],
} as const;

export const snooze = {
  ...own,
  name: 'snooze',
  summary: 'puts the chases to you off, once for each meeting',
  access: 'anybody, for the chases to themselves',
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    if (read.value.form === 'off') {
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
