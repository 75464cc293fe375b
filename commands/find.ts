// `/pap find waiting times`: where words stand in the plan, its notes, its KPIs and the documents behind it.

import { line, words } from '../src/core/message/domain/line-form.ts';
import { type Command, refused, reply } from '../src/core/request/app/command.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { findWords } from '../src/plan/search/app/find-words.ts';
import { foundMessage } from '../src/plan/search/messages/found.ts';

const own = {
  verb: 'find',
  forms: {
    find: line(words('words', '<words>')),
  },
  examples: ['find waiting times', 'find named workers', 'find 5,427'],
} as const;

export const find = {
  ...own,
  name: 'find',
  aliases: ['search'],
  summary: 'looks for words in the plan, its notes, KPIs and documents',
  access: permissionTable['read-plan'].says,
  async run(rest, context) {
    const found = await findWords(rest, context);
    return found.ok ? reply(foundMessage(found.value)) : refused(found.refusal);
  },
} satisfies Command;
