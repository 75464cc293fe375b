// `/pap admin calendar`: the days on which people do not work, from which every deadline follows.

import { date, line, maybe, quoted, word, words } from '../../src/core/message/domain/line-form.ts';
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

const own = {
  verb: 'admin calendar',
  forms: {
    list: line(),
    close: line(
      ...[word('close'), date('from'), maybe(word('to'), date('to')), quoted('why', '"<why>"')],
      maybe(word('for'), words('organisation', '<organisation>')),
    ),
    open: line(
      ...[word('open'), date('on'), maybe(word('for'), words('organisation', '<organisation>'))],
    ),
    terms: line(word('terms'), words('terms', '<name> <date> to <date>[, …]')),
    follow: line(word('follow'), words('who', '<person> <name|everybody>')),
  },
  examples: [
    'admin calendar',
    'admin calendar close 27 Dec 2024 to 31 Dec 2024 "Council closed"',
    'admin calendar terms school 2 Sep 2024 to 25 Oct 2024, 4 Nov 2024 to 20 Dec 2024',
  ],
} as const;

export const calendar = {
  ...own,
  name: 'calendar',
  aliases: ['holidays'],
  summary: 'bank holidays, closure days and term calendars, from which deadlines are counted',
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
