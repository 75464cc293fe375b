// `/pap find waiting times`: where words stand in the plan, its notes, its KPIs and the documents behind it.

import { type Command, refused, reply } from '../src/core/request/app/command.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { findWords } from '../src/plan/search/app/find-words.ts';
import { foundMessage } from '../src/plan/search/messages/found.ts';

export const find = {
  name: 'find',
  aliases: ['search'],
  summary: 'looks for words in the plan, its notes, KPIs and documents',
  usage: 'find <words>',
  examples: ['find waiting times', 'find named workers', 'find 5,427'],
  access: permissionTable['read-plan'].says,
  async run(rest, context) {
    const found = await findWords(rest, context);
    return found.ok ? reply(foundMessage(found.value)) : refused(found.refusal);
  },
} satisfies Command;
