// `/pap find waiting times`: where words stand in the plan, its notes, its KPIs and the documents behind it.

import { hidden, line, number, word, words } from '../src/core/message/domain/line-form.ts';
import { type Command, refused, reply } from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { findWords } from '../src/plan/search/app/find-words.ts';
import { foundMessage } from '../src/plan/search/messages/found.ts';

const own = {
  verb: 'find',
  forms: {
    further: hidden(line(words('words', '<words>'), word('from'), number())),
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
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const { form, said } = read.value;
    const from = form === 'further' ? Number(said.number.replace('#', '')) : 1;
    const found = await findWords(said.words, from, context);
    return found.ok ? reply(foundMessage(found.value)) : refused(found.refusal);
  },
} satisfies Command;
