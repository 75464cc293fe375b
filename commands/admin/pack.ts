// `/pap admin pack`: what the board is given, as a Word file and as a page, made once and then kept.

import {
  choice,
  fewWords,
  flag,
  line,
  maybe,
  word,
} from '../../src/core/message/domain/line-form.ts';
import type { Command } from '../../src/core/request/app/command.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import { answerPack, listPacks } from '../../src/reports/packs/app/pack-lines.ts';

const own = {
  verb: 'admin pack',
  forms: {
    list: line(word('list')),
    latest: line(maybe(choice('format', 'docx', 'html')), flag('new')),
    pack: line(
      fewWords('which', '<forum> [<date>] [v<n>]'),
      ...[maybe(choice('format', 'docx', 'html')), flag('new')],
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
    return rest.toLowerCase() === 'list'
      ? await listPacks(context)
      : await answerPack(rest, context);
  },
} satisfies Command;
