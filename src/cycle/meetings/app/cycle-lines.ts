// What the lines of `admin cycle` have in common.
import { takeLast } from '../../../core/message/domain/text-ends.ts';
import { type CommandResult, refused } from '../../../core/request/app/command.ts';

export const CYCLE_VERB = 'admin cycle';

/** Whether a line ends with `confirm`, as the button of a question does. */
export function confirmed(line: string): { readonly words: string; readonly confirm: boolean } {
  const { before, last } = takeLast(line, /(?:^|\s)confirm$/i);
  return { words: before, confirm: last !== null };
}

/** The refusal of a line that cannot be read. */
export function cycleUsage(problem: string, verb = CYCLE_VERB): CommandResult {
  return refused({ code: 'usage', verb, problem });
}
