// `/pap admin retention`: how long each kind of row is kept, what would go tonight, and what is held.

import { answerRetention } from '../../src/control/privacy/app/retention-lines.ts';
import { fewWords, line, number, word, words } from '../../src/core/message/domain/line-form.ts';
import type { Command } from '../../src/core/request/app/command.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';

const own = {
  verb: 'admin retention',
  forms: {
    list: line(),
    preview: line(word('preview')),
    set: line(word('set'), words('rule', '<kind> <n months|n years|keep>')),
    hold: line(
      ...[word('hold'), fewWords('who', '<@name|everything>'), word('because')],
      words('reason', '<reason>'),
    ),
    release: line(word('release'), number()),
  },
  examples: [
    'admin retention',
    'admin retention set messages 24 months',
    'admin retention hold @ella because she asked for her file',
  ],
} as const;

export const retention = {
  ...own,
  name: 'retention',
  summary: 'how long things are kept, and what is on hold',
  access: permissionTable.retention.says,
  run: answerRetention,
} satisfies Command;
