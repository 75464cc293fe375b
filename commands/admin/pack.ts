// `/pap admin pack`: what the board is given, as a Word file and as a page, made once and then kept.

import {
  choice,
  fewWords,
  flag,
  line,
  maybe,
  unshown,
  version,
  word,
} from '../../src/core/message/domain/line-form.ts';
import { type Command, refused } from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { answerPack, listPacks } from '../../src/reports/packs/app/pack-lines.ts';

const format = choice('format', ['docx', 'word'], ['html', 'page']);

const own = {
  verb: 'admin pack',
  forms: {
    list: line(word('list')),
    pack: line(
      ...[maybe(fewWords('meeting', '<forum> [<date>]')), maybe(version()), maybe(format)],
      ...[flag('new'), unshown(flag('confirm'))],
    ),
  },
  examples: ['admin pack', 'admin pack siab 24 July 2024 docx', 'admin pack list'],
} as const;

export const pack = {
  ...own,
  name: 'pack',
  aliases: ['packs'],
  summary: 'the board’s pack: numbered, frozen, as .docx and .html',
  access: `${permissionTable.pack.says} makes it; ${permissionTable['fetch-pack'].says} may fetch it`,
  async run(rest, context) {
    const allowed = permit(context.actor, 'fetch-pack', own.verb);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    return line.form === 'list' ? await listPacks(context) : await answerPack(line.said, context);
  },
} satisfies Command;
