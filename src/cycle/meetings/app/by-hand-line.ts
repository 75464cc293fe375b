// The lines of `admin cycle` that are about a meeting's cycle: open, freeze, close, amend.

import {
  type CommandContext,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import { mayByHand } from '../../cycles/domain/cycle-states.ts';
import { byHandMessage, byHandQuestion } from '../messages/cycle-by-hand.ts';
import { checkByHand, doByHand, type Handled } from './cycle-by-hand.ts';
import { CYCLE_VERB, confirmed, firstWord } from './cycle-lines.ts';
import { findCycle } from './find-cycle.ts';
import { findForum } from './find-meeting.ts';

/** `open siab`, `freeze siab 24 July 2024`, `close siab`: once confirmed it is done. */
export async function byHandLine(
  verb: Handled,
  line: string,
  context: CommandContext,
): Promise<CommandResult> {
  const { word, rest } = firstWord(line);
  const { words, confirm } = confirmed(rest);
  const forum = await findForum(word, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const prefer = (cycle: Parameters<typeof mayByHand>[0]) => mayByHand(cycle, verb, context.now);
  const found = await findCycle(forum.value, words, prefer, context);
  if (!found.ok) return refused(found.refusal);
  const { cycle, meeting } = found.value;
  const outstanding = (await context.record.cycles.outstanding(cycle)).length;
  if (!confirm) {
    const possible = checkByHand(verb, cycle, context);
    if (!possible.ok) return refused(possible.refusal);
    const again = `${CYCLE_VERB} ${verb} ${forum.value.key} ${meeting.heldOn}`;
    return reply(byHandQuestion(verb, { cycle, outstanding }, again));
  }
  const done = await doByHand(verb, found.value, context);
  if (!done.ok) return refused(done.refusal);
  const byHand = { ...cycle.byHand, ...(verb === 'open' && { openedAt: context.now }) };
  return recorded(byHandMessage(verb, { cycle: { ...cycle, byHand }, outstanding }, done.value));
}
