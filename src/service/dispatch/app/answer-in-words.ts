// A line that no verb reads, answered as what it is: somebody's own words.

import {
  type Command,
  type CommandContext,
  type CommandResult,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import type { Vocabulary } from '../../../plan/overview/app/vocabulary-ports.ts';
import { findWords } from '../../../plan/search/app/find-words.ts';
import { foundMessage } from '../../../plan/search/messages/found.ts';
import { understandSentence } from '../../questions/app/ask-plan.ts';
import type { OpenSuggestions } from '../../questions/app/open-suggestions.ts';
import { isSlipOfVerb } from '../../questions/domain/own-form.ts';
import { contentWords } from '../../questions/domain/plain-words.ts';
import type { Understood } from '../../questions/domain/understand.ts';
import {
  answeredMessage,
  leftMessage,
  nothingOpenMessage,
  thanksMessage,
  understoodMessage,
} from '../../questions/messages/understood.ts';
import { isBetterUnread, isOwn, isUnread, type Refused, suggestsAsMuch } from './unread.ts';

export type InWords = {
  readonly suggestions: OpenSuggestions;
  /** Runs a line that a verb reads. */
  run(line: string, context: CommandContext): Promise<CommandResult>;
  /** What the plan has that a sentence may name; asked once a line, and not for a line that a verb reads. */
  vocabulary(): Promise<Vocabulary>;
};

/**
 * The answer to a line: the command's where one read it, else the answer to a sentence. What only asks is answered; what
 * records is shown and waits for a press.
 * @param unread what was said of the line as a command; it stands where the sentence is not understood either
 */
export async function answerInWords(
  line: string,
  context: CommandContext,
  parts: InWords,
  unread: CommandResult,
): Promise<CommandResult> {
  if (!isUnread(unread, line, context)) return unread;
  // A button or a form says exactly what it means.
  if (context.inbound.guard) return unread;
  if (context.inbound.file) return await parts.run('admin import', context);
  const { refusal } = unread;
  const vocabulary = await parts.vocabulary();
  const { plan } = vocabulary;
  const isSlip =
    refusal.code === 'unknown-verb' &&
    refusal.suggestion !== null &&
    isSlipOfVerb(refusal.typed, refusal.rest, plan);
  const asked = understandSentence(line, vocabulary, context);
  // A rating in it may have a slip as well: “upate 2B:2 ambr”.
  const understood = asked.kind === 'about' ? asked.otherwise : asked;
  if (isSlip) return understood.kind === 'records' ? shownFirst(understood.lines) : unread;
  const office = await answerOfficeWord(line, context, parts);
  if (office) return office;
  const places = asked.kind === 'about' ? await answerAbout(asked, context) : null;
  if (places) return places;
  // A verb and a word or two is the verb's own form with a slip in it, unless a rule reads it.
  const isShort = refusal.code !== 'unknown-verb' && line.split(/\s+/).length <= SHORT_FORM;
  if (isShort && (understood.kind === 'nothing' || understood.kind === 'unsure')) return unread;
  if (understood.kind === 'nothing')
    return refusal.code === 'unknown-verb' || isOwn(line, '', context, plan)
      ? await answerWithPlaces(line, context, unread, [])
      : refused(unsure(refusal, line, ['mine']));
  const [first = '', ...others] = understood.lines;
  if (suggestsAsMuch(refusal, understood)) return unread;
  if (isBetterUnread(line, understood.lines, unread, context, plan)) return unread;
  if (understood.kind === 'records') return shownFirst(understood.lines);
  if (understood.kind === 'unsure')
    return understood.isLikely && !first.startsWith('find ')
      ? refused(unsure(unread.refusal, line, understood.lines))
      : await answerWithPlaces(line, context, unread, understood.lines);
  return (
    (await answerShort(first, context, parts)) ?? (await answerLine(first, others, context, parts))
  );
}

function shownFirst(lines: readonly string[]): CommandResult {
  return reply(understoodMessage(lines));
}

async function answerLine(
  line: string,
  others: readonly string[],
  context: CommandContext,
  { run }: InWords,
): Promise<CommandResult> {
  const result = await run(line, context);
  if (result.kind === 'reply') {
    // Several that the verb shows before it records them are all there already.
    const more = /^update\s/.test(line) ? [] : others;
    return { ...result, message: answeredMessage(result.message, line, more) };
  }
  return others.length > 0 && result.refusal.code !== 'not-permitted'
    ? reply(understoodMessage(/^update\s/.test(line) ? others : [line, ...others]))
    : result;
}

/** Words that answer PAP and ask nothing of the plan. */
async function answerShort(
  word: string,
  context: CommandContext,
  { suggestions, run }: InWords,
): Promise<CommandResult | null> {
  switch (word) {
    case 'thanks':
      return reply(thanksMessage());
    case 'no':
      suggestions.take(context.inbound, context.now);
      return reply(leftMessage());
    case 'yes': {
      const asked = suggestions.take(context.inbound, context.now);
      if (!asked) return reply(nothingOpenMessage());
      const { line: text, guard } = asked;
      return await run(text, {
        ...context,
        inbound: { ...context.inbound, text, ...(guard && { guard }) },
      });
    }
    default:
      return null;
  }
}

/** `export` for `admin export`: for those who may. With more behind it, it is shown first. */
async function answerOfficeWord(
  line: string,
  context: CommandContext,
  { run }: InWords,
): Promise<CommandResult | null> {
  const [word = '', ...more] = line.toLowerCase().split(/\s+/);
  const admin = context.commands.find(({ name }) => name === 'admin');
  const verb = admin?.subcommands?.find(
    (one: Command) => one.name === word || one.aliases?.includes(word),
  );
  if (!verb || !isOffice(context)) return null;
  // “theme 3” and “owner of 2B:2” are questions that everybody asks.
  if (ASKED.has(verb.name) && more[0] !== 'add' && more[0] !== 'confirm') return null;
  if (more.length === 0 && ALONE.has(verb.name)) {
    const result = await run(`admin ${word}`, context);
    return result.kind === 'reply'
      ? { ...result, message: answeredMessage(result.message, `admin ${word}`, []) }
      : result;
  }
  const isLine =
    /^(?:#?\d+|confirm|add|list|verify|bind|move|repeat|set|xlsx|csv|json|docx|html|columns|@\S+)$/;
  return more.length === 0 || isLine.test(more[0] ?? '')
    ? reply(understoodMessage([`admin ${line}`]))
    : null;
}

/** Words of the office's that people ask about as well. */
const ASKED: ReadonlySet<string> = new Set(['theme', 'owner']);

/** These only show something where nothing stands behind them. */
const ALONE: ReadonlySet<string> = new Set([
  ...[
    'audit',
    'calendar',
    'change',
    'channel',
    'cycle',
    'delivery',
    'export',
    'families',
    'import',
  ],
  ...['organisation', 'people', 'rag', 'retention', 'signals', 'status'],
]);

function isOffice({ actor }: CommandContext): boolean {
  return actor.roles.some(({ name }) => name === 'programme-office' || name === 'board');
}

/** So many words are a command. */
const SHORT_FORM = 4;

/** Nobody looks for more at once. */
const LONGEST_ABOUT = 120;

/** Where what is asked about stands, with what else may be asked; null: not all of it stands in one place. */
async function answerAbout(
  { lines: [find = ''], otherwise }: Extract<Understood, { kind: 'about' }>,
  context: CommandContext,
): Promise<CommandResult | null> {
  const about = find.replace('find ', '');
  if (about.length > LONGEST_ABOUT) return null;
  const found = await findWords(about, 1, context);
  if (!found.ok || found.value.total === 0 || found.value.how === 'any') return null;
  const others = otherwise.kind === 'asks' ? otherwise.lines.slice(0, 2) : [];
  return reply(answeredMessage(foundMessage(found.value), find, others));
}

/**
 * Where what is named stands in the plan; where not all of it does, the refusal offers to look for some.
 * @param likely lines that may have been meant
 */
async function answerWithPlaces(
  line: string,
  context: CommandContext,
  unread: Refused,
  likely: readonly string[],
): Promise<CommandResult> {
  const { refusal } = unread;
  const about = contentWords(line);
  // A word alone that is no verb is a slip, and nothing is known of it; what else a verb refused may be its own.
  const isAbout = refusal.code === 'unknown-verb' ? /\s/.test(line) : /^show me\s/i.test(line);
  if (about === '' || about.length > LONGEST_ABOUT || !isAbout)
    return likely.length > 0 ? refused(unsure(refusal, line, likely)) : unread;
  const found = await findWords(about, 1, context);
  if (found.ok && found.value.total > 0 && found.value.how !== 'any')
    return reply(
      answeredMessage(
        foundMessage(found.value),
        `find ${about}`,
        likely.filter((one) => one !== `find ${about}`),
      ),
    );
  return refusal.code === 'unknown-verb' || likely.length > 0
    ? refused(unsure(refusal, line, likely))
    : unread;
}

/** The refusal of a line that may have been a sentence, with what it may have wanted. */
function unsure(refusal: Refusal, line: string, likely: readonly string[]): Refusal {
  const about = contentWords(line);
  const offers = {
    ...(about !== '' && about.length <= LONGEST_ABOUT && { about }),
    ...(likely.length > 0 && { likely: likely.filter((one) => one !== `find ${about}`) }),
  };
  if (refusal.code === 'unknown-verb') return { ...refusal, suggestion: null, ...offers };
  const [typed = ''] = line.split(/\s+/, 1);
  return {
    code: 'unknown-verb',
    typed,
    rest: line.slice(typed.length).trim(),
    suggestion: null,
    ...offers,
  };
}

/** Takes note of what a refusal or a question suggests, so that “yes” accepts it. */
export function noteSuggestion(
  result: CommandResult,
  shown: Parameters<OpenSuggestions['note']>[1],
  { inbound, now }: CommandContext,
  suggestions: OpenSuggestions,
): void {
  const asks = result.kind === 'refused' || shown.title === understoodMessage(['']).title;
  if (asks) suggestions.note(inbound, shown, now);
}
