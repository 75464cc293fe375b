// `/pap admin <word>`: the programme office's verbs, one file each in admin/.

import { choice, line, maybe, words } from '../src/core/message/domain/line-form.ts';
import { splitFirst } from '../src/core/message/domain/text-ends.ts';
import { type Command, refused, reply } from '../src/core/request/app/command.ts';
import { nearestWord } from '../src/core/request/domain/similar.ts';
import { answerAsAt } from '../src/service/dispatch/app/run-as-at.ts';
import { helpMessage, verbHelpMessage } from '../src/service/dispatch/messages/help.ts';
import { adminCommands } from './admin/index.ts';

export const admin = {
  name: 'admin',
  summary: 'the programme office’s own verbs',
  forms: {
    list: line(),
    verb: line(choice('verb', ...adminCommands.map(({ name }) => name)), maybe(words('line', '…'))),
  },
  examples: ['admin', 'admin audit verify', 'help admin audit'],
  access: 'each of its verbs says who; most are the programme office’s',
  subcommands: adminCommands,
  async run(rest, context) {
    const { word: first, rest: after } = splitFirst(rest);
    const word = first.toLowerCase();
    const asked = word === 'help' ? find(after.toLowerCase()) : undefined;
    if (asked) return reply(verbHelpMessage(asked, 'admin'));
    if (word === '' || word === 'help') return reply(helpMessage(adminCommands, 'admin'));
    const command = find(word);
    if (command) return await answerAsAt(command, after, context);
    const suggestion = nearestWord(
      word,
      adminCommands.map(({ name }) => name),
    );
    return refused({
      code: 'unknown-verb',
      typed: `admin ${first}`,
      suggestion: suggestion && `admin ${suggestion}`,
      rest: after,
    });
  },
} satisfies Command;

function find(word: string): Command | undefined {
  return adminCommands.find(({ name, aliases }) => name === word || aliases?.includes(word));
}
