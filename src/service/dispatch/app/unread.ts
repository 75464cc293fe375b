// Whether a line was read as a command, or may be a sentence that only begins like one.
import { usagesOf } from '../../../core/message/domain/line-text.ts';
import { parseRag } from '../../../core/message/domain/rag.ts';
import type { Command, CommandContext, CommandResult } from '../../../core/request/app/command.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import { isOwnForm } from '../../questions/domain/own-form.ts';
import type { Understood } from '../../questions/domain/understand.ts';

export type Refused = Extract<CommandResult, { readonly kind: 'refused' }>;

/** Refusals of a verb after which the line may have been a sentence that only begins like one. */
const UNREAD: ReadonlySet<Refusal['code']> = new Set([
  ...(['usage', 'unknown-objective', 'unknown-page', 'unknown-theme', 'unknown-person'] as const),
  ...(['bad-period', 'unknown-verb', 'no-rating', 'unknown-kpi', 'several-objectives'] as const),
  'which-objective',
]);

/** Whether what was said of the line as a command is the better answer. */
export function isBetterUnread(
  line: string,
  understood: readonly string[],
  unread: Refused,
  context: Pick<CommandContext, 'commands'>,
  plan: PlanRefs,
): boolean {
  const [first = '', ...others] = understood;
  if (first.toLowerCase() === line.toLowerCase()) return true;
  const { code } = unread.refusal;
  // The verb asks which of one's own, as well; and a period that was left out is a period that was lost.
  if (code === 'which-objective' && others.length > 0) return true;
  if (code === 'bad-period' && !/\s/.test(first)) return true;
  return plan.leading(line) === null && isOwn(line, first, context, plan);
}

/** Whether the line is a form of its verb's own with a fault in it; false where no verb is its first word. */
export function isOwn(
  line: string,
  understood: string,
  { commands }: Pick<CommandContext, 'commands'>,
  plan: PlanRefs,
): boolean {
  const verb = verbOf(line, commands);
  if (!verb) return plan.leading(line) !== null;
  return isOwnForm(line, { name: verb.name, usage: usagesOf(verb).join(' ') }, understood, plan);
}

function verbOf(line: string, commands: CommandContext['commands']): Command | undefined {
  const word = line.toLowerCase().split(/\s+/, 1)[0] ?? '';
  return commands.find(({ name, aliases }) => name === word || aliases?.includes(word));
}

/** “who at health …” asks of no day: the words behind “at” begin as none does. */
const DAYLIKE =
  /^(?:(?:the|end|start|of|on|last|next)\s+)*(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether a refusal says nothing better than that the line was not read. */
export function isUnread(
  result: CommandResult,
  line: string,
  { commands }: Pick<CommandContext, 'commands'>,
): result is Refused {
  if (result.kind !== 'refused') return false;
  const { refusal } = result;
  const isVerbTyped = verbOf(line, commands) !== undefined;
  // Behind a reference the verb is a guess: “2B:2 at green” is no date that cannot be read.
  if (refusal.code === 'bad-date') return !isVerbTyped || !DAYLIKE.test(refusal.typed);
  if (!UNREAD.has(refusal.code)) return false;
  if (refusal.code === 'usage') return refusal.instead === undefined || !isVerbTyped;
  if (refusal.code === 'unknown-objective' || refusal.code === 'unknown-person')
    return refusal.suggestions.length === 0;
  return true;
}

/** Whether the verb has already suggested the line, or all that is understood is what may have been meant. */
export function suggestsAsMuch(
  refusal: Refusal,
  { kind, lines }: Exclude<Understood, { kind: 'nothing' }>,
): boolean {
  if (refusal.code === 'bad-date') return kind === 'unsure' && DAYLIKE.test(refusal.typed);
  if (refusal.code !== 'usage' || refusal.instead === undefined) return false;
  return kind !== 'records'
    ? !lines[0]?.startsWith('update')
    : plainly(lines[0]) === plainly(refusal.instead);
}

/** A line without the marks that a note may have or not, its rating in the one word for it. */
function plainly(line = ''): string {
  const [, start = '', words = ''] = /^(\S+\s+\S+\s+)([\s\S]*)$/.exec(line) ?? [];
  const read = parseRag(words);
  const said = read.kind === 'rating' ? `${start}${read.rag} ${read.rest}` : line;
  return said
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
