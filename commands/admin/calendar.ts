// `/pap admin calendar`: the days on which people do not work, from which every deadline follows.

import {
  code,
  date,
  hidden,
  line,
  maybe,
  person,
  quoted,
  unshown,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { type Command, refused } from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import {
  closeLine,
  followLine,
  listCalendar,
  openLine,
  termsLine,
} from '../../src/cycle/calendar/app/calendar-lines.ts';

const VERB = 'admin calendar';

const whose = maybe(word('for'), words('organisation', '<organisation>'));
const follows = words('calendar', '<name|everybody>');

const own = {
  verb: 'admin calendar',
  forms: {
    list: line(),
    close: line(
      ...[word('close'), unshown(word('from')), date('from'), maybe(word('to'), date('to'))],
      ...[quoted('why', '"<why>"'), whose],
    ),
    open: line(word('open'), date('on'), whose),
    terms: line(word('terms'), words('terms', '<name> <date> to <date>[, …]')),
    follow: line(word('follow'), person('who'), follows),
    followNamed: hidden(line(word('follow'), quoted('who', '"<name>"'), follows)),
    followKnown: hidden(line(word('follow'), code('who', '<name>'), follows)),
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
    const allowed = permit(context.actor, 'calendar', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await listCalendar(context);
      case 'close':
        return await closeLine(line.said, context);
      case 'open':
        return await openLine(line.said, context);
      case 'terms':
        return await termsLine(line.said.terms, context);
      case 'follow':
      case 'followNamed':
      case 'followKnown':
        return await followLine(line.said, context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;
