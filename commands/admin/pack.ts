// `/pap admin pack`: what the board is given, as a Word file and as a page, made once and then kept.

import type { Command } from '../../src/core/request/app/command.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import { answerPack, listPacks } from '../../src/reports/packs/app/pack-lines.ts';

export const pack = {
  name: 'pack',
  aliases: ['packs'],
  summary: 'the board’s pack: numbered, frozen, as .docx and .html',
  usage: 'admin pack [<forum> [<date>]] [v<n>] [docx|html] [new] | admin pack list',
  examples: ['admin pack', 'admin pack siab 24 July 2024 docx', 'admin pack list'],
  access: `${permissionTable.pack.says} makes it; ${permissionTable['fetch-pack'].says} may fetch it`,
  async run(rest, context) {
    return rest.toLowerCase() === 'list'
      ? await listPacks(context)
      : await answerPack(rest, context);
  },
} satisfies Command;
