// `/pap admin retention`: how long each kind of row is kept, what would go tonight, and what is held.

import {
  listRetention,
  placeHold,
  previewRetention,
  releaseHold,
  setRetention,
} from '../../src/control/privacy/app/retention-lines.ts';
import { fewWords, line, number, word, words } from '../../src/core/message/domain/line-form.ts';
import { type Command, refused } from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';

const own = {
  verb: 'admin retention',
  forms: {
    list: line(),
    preview: line(word('preview')),
    set: line(word('set'), words('rule', '<kind> <n months|n years|keep>')),
    hold: line(
      ...[word('hold'), fewWords('who', '<@name|everything>'), word('because', 'reason')],
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
  async run(rest, context) {
    const allowed = permit(context.actor, 'retention', own.verb);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await listRetention(context);
      case 'preview':
        return await previewRetention(context);
      case 'set':
        return await setRetention(line.said.rule, context);
      case 'hold':
        return await placeHold(line.said, context);
      case 'release':
        return await releaseHold(Number(line.said.number.replace('#', '')), context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;
