// What the lines of `admin cycle` have in common.
import { type CommandResult, refused } from './command.ts';

export const CYCLE_VERB = 'admin cycle';

/** The first word of a line, and what follows it. */
export function firstWord(line: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  return { word, rest };
}

/** Whether a line ends with `confirm`, as the button of a question does. */
export function confirmed(line: string): { readonly words: string; readonly confirm: boolean } {
  const [, words = '', confirm] = /^([\s\S]*?)(?:(?:^|\s+)(confirm))?\s*$/i.exec(line) ?? [];
  return { words: words.trim(), confirm: confirm !== undefined };
}

/** The refusal of a line that cannot be read. */
export function cycleUsage(problem: string, verb = CYCLE_VERB): CommandResult {
  return refused({ code: 'usage', verb, problem });
}
