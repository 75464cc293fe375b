// What the lines of `admin cycle` have in common.
import { type CommandResult, refused } from '../../../core/request/app/command.ts';

export const CYCLE_VERB = 'admin cycle';

/** What a line says of a forum, as it was typed; it is confirmed where `confirm` is not empty. */
export type SaidForum = { readonly forum: string; readonly confirm: string };

/** The refusal of a line that cannot be read. */
export function cycleUsage(problem: string, verb = CYCLE_VERB): CommandResult {
  return refused({ code: 'usage', verb, problem });
}
