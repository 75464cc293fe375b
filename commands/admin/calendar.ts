// `/pap admin calendar`: the days on which people do not work, from which every deadline follows.

import { splitFirst } from '../../src/core/message/domain/text-ends.ts';
import { type Command, refused } from '../../src/core/request/app/command.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import {
  closeLine,
  followLine,
  listCalendar,
  openLine,
  termsLine,
} from '../../src/cycle/calendar/app/calendar-lines.ts';
import { cycleUsage } from '../../src/cycle/meetings/app/cycle-lines.ts';

const VERB = 'admin calendar';

export const calendar = {
  name: 'calendar',
  aliases: ['holidays'],
  summary: 'bank holidays, closure days and term calendars, from which deadlines are counted',
  usage:
    'admin calendar [close <date> [to <date>] "<why>" [for <organisation>] | open <date> [for <organisation>] | terms <name> <date> to <date>[, …] | follow <person> <name>|everybody]',
  examples: [
    'admin calendar',
    'admin calendar close 27 Dec 2024 to 31 Dec 2024 "Council closed"',
    'admin calendar terms school 2 Sep 2024 to 25 Oct 2024, 4 Nov 2024 to 20 Dec 2024',
  ],
  access: permissionTable.calendar.says,
  async run(rest, context) {
    const { word: first, rest: after } = splitFirst(rest);
    const word = first.toLowerCase();
    const allowed = permit(context.actor, 'calendar', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word) {
      case '':
        return await listCalendar(context);
      case 'close':
        return await closeLine(after, context);
      case 'open':
        return await openLine(after, context);
      case 'terms':
        return await termsLine(after, context);
      case 'follow':
        return await followLine(after, context);
      default:
        return cycleUsage('After “calendar” I understand close, open, terms and follow.', VERB);
    }
  },
} satisfies Command;
