// `/pap help`: five things to press that fit the person who asks; `help all` lists every verb, `help update` says more about one,
// `help red` and `help ratings` what the colours mean.

import { choice, dated, line, maybe, word, words } from '../src/core/message/domain/line-form.ts';
import { ragNamed } from '../src/core/message/domain/rag.ts';
import {
  type Command,
  type CommandResult,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { nearestWord } from '../src/core/request/domain/similar.ts';
import { ratingWordings } from '../src/cycle/ratings/app/rag-wordings.ts';
import { ragWordingMessage } from '../src/cycle/ratings/messages/rag-wording.ts';
import {
  editsMessage,
  helpMessage,
  verbHelpMessage,
  welcomeMessage,
} from '../src/service/dispatch/messages/help.ts';

const own = {
  verb: 'help',
  forms: {
    mine: line(maybe(choice('what', 'all'))),
    edits: line(word('edits', 'edit', 'editing', 'edited')),
    colours: dated(line(word('ratings', 'rating', 'colours', 'colour', 'rag'))),
    verb: line(words('verb', '<verb>')),
  },
  examples: ['help', 'help all', 'help update'],
} as const;

export const help = {
  ...own,
  name: 'help',
  aliases: ['?', 'hello', 'hi'],
  summary: 'shows what you can type',
  asAt: { lines: asksColours, answer: sayColours },
  access: 'anybody linked to a person of the partnership',
  async run(rest, context) {
    const { commands } = context;
    const word = rest.toLowerCase().replace(/^\/?pap\s+/, '');
    if (word === '') return reply(welcomeMessage(context.actor));
    if (word === 'all') return reply(helpMessage(commands));
    if (formOf(word) === 'edits') return reply(editsMessage());
    if (asksColours(word)) return await sayColours(word, context);
    const command = findVerb(word, commands);
    if (command) {
      const isUnder = !commands.includes(command);
      return reply(verbHelpMessage(command, isUnder ? word.split(/\s+/)[0] : undefined));
    }
    const suggestion = nearestWord(
      word,
      commands.map(({ name }) => name),
    );
    return refused({
      code: 'unknown-verb',
      typed: word,
      suggestion: suggestion && `help ${suggestion}`,
      rest: '',
    });
  },
} satisfies Command;

async function sayColours(
  word: string,
  { record }: { readonly record: Reads<'ragWordings'> },
): Promise<CommandResult> {
  return reply(ragWordingMessage(await ratingWordings(record), ragNamed(word)));
}

/** Whether the word asks what the colours mean, or what one of them does. */
function asksColours(word: string): boolean {
  return formOf(word) === 'colours' || (word.length > 1 && ragNamed(word) !== null);
}

function formOf(word: string): string | null {
  const read = parseWords(own, word);
  return read.ok ? read.value.form : null;
}

/** The verb that the words name: `update`, or `admin audit`. */
function findVerb(words: string, commands: readonly Command[]): Command | undefined {
  const [first, ...more] = words.split(/\s+/);
  const found = commands.find(
    ({ name, aliases }) => name === first || (first && aliases?.includes(first)),
  );
  if (more.length === 0) return found;
  return found?.subcommands && findVerb(more.join(' '), found.subcommands);
}
