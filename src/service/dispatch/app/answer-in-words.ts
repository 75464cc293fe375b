// A line that no verb reads, answered as what it is: somebody's own words.

import { usagesOf } from '../../../core/message/domain/line-form.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import type { Vocabulary } from '../../../plan/overview/app/vocabulary-ports.ts';
import { findWords } from '../../../plan/search/app/find-words.ts';
import { foundMessage } from '../../../plan/search/messages/found.ts';
import { understandSentence } from '../../questions/app/ask-plan.ts';
import type { OpenSuggestions } from '../../questions/app/open-suggestions.ts';
import { isOwnForm, isSlipOfVerb } from '../../questions/domain/own-form.ts';
import { contentWords } from '../../questions/domain/plain-words.ts';
import {
  answeredMessage,
  leftMessage,
  nothingOpenMessage,
  thanksMessage,
  understoodMessage,
} from '../../questions/messages/understood.ts';

type Refused = Extract<CommandResult, { readonly kind: 'refused' }>;

export type InWords = {
  readonly suggestions: OpenSuggestions;
  /** Runs a line that a verb reads. */
  run(line: string, context: CommandContext): Promise<CommandResult>;
  /** What the plan has that a sentence may name; asked once a line, and not for a line that a verb reads. */
  vocabulary(): Promise<Vocabulary>;
};

/** Refusals of a verb after which the line may have been a sentence that only begins like one. */
const UNREAD: ReadonlySet<Refusal['code']> = new Set([
  ...(['usage', 'unknown-objective', 'unknown-page', 'unknown-theme', 'unknown-person'] as const),
  ...(['bad-period', 'unknown-verb', 'no-rating', 'unknown-kpi', 'several-objectives'] as const),
  'which-objective',
]);

/** Whether what was said of the line as a command is the better answer. */
function isBetterUnread(
  line: string,
  understood: readonly string[],
  unread: Refused,
  { commands }: CommandContext,
  plan: PlanRefs,
): boolean {
  const [first = '', ...others] = understood;
  if (first.toLowerCase() === line.toLowerCase()) return true;
  const { code } = unread.refusal;
  // The verb asks which of one's own, as well; and a period that was left out is a period that was lost.
  if (code === 'which-objective' && others.length > 0) return true;
  if (code === 'bad-period' && !/\s/.test(first)) return true;
  const word = line.toLowerCase().split(/\s+/, 1)[0] ?? '';
  const verb = commands.find(({ name, aliases }) => name === word || aliases?.includes(word));
  if (!verb) return false;
  return isOwnForm(line, { name: verb.name, usage: usagesOf(verb).join(' ') }, first, plan);
}

/** Whether a refusal says nothing better than that the line was not read. */
export function isUnread(result: CommandResult): result is Refused {
  if (result.kind !== 'refused' || !UNREAD.has(result.refusal.code)) return false;
  const { refusal } = result;
  if (refusal.code === 'usage') return refusal.instead === undefined;
  if (refusal.code === 'unknown-objective' || refusal.code === 'unknown-person')
    return refusal.suggestions.length === 0;
  return true;
}

/**
 * The answer to a sentence. What only asks is answered; what records is shown and waits for a press.
 * @param unread what was said of the line as a command; it stands where the sentence is not understood either
 */
export async function answerInWords(
  line: string,
  context: CommandContext,
  parts: InWords,
  unread: Refused,
): Promise<CommandResult> {
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
  const understood = understandSentence(line, vocabulary, context);
  // A rating in it may have a slip as well: “upate 2B:2 ambr”.
  if (isSlip) return understood.kind === 'records' ? shownFirst(understood.lines) : unread;
  const office = await answerOfficeWord(line, context, parts);
  if (office) return office;
  if (understood.kind === 'nothing') return await answerWithPlaces(line, context, unread);
  const [first = '', ...others] = understood.lines;
  if (isBetterUnread(line, understood.lines, unread, context, plan)) return unread;
  if (understood.kind === 'records') return shownFirst(understood.lines);
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

/** Nobody looks for more at once. */
const LONGEST_ABOUT = 120;

/** Where what is named stands in the plan; where not all of it does, the refusal of an unknown word offers to look for some. */
async function answerWithPlaces(
  line: string,
  context: CommandContext,
  unread: Refused,
): Promise<CommandResult> {
  const { refusal } = unread;
  const about = contentWords(line);
  // A word alone that is no verb is a slip, and nothing is known of it; what else a verb refused may be its own.
  const isAbout = refusal.code === 'unknown-verb' ? /\s/.test(line) : /^show me\s/i.test(line);
  if (about === '' || about.length > LONGEST_ABOUT || !isAbout) return unread;
  const found = await findWords(about, context);
  if (found.ok && found.value.total > 0 && found.value.how !== 'any')
    return reply(answeredMessage(foundMessage(found.value), `find ${about}`, []));
  return refusal.code === 'unknown-verb'
    ? refused({ ...refusal, suggestion: null, about })
    : unread;
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
