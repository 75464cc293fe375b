// `/pap undo 2B:2`, or `/pap undo` for whatever I did last: takes my latest rating, recovery action, decision or snooze back.

import { line, partRef, ref } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  refused,
} from '../src/core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { latestSnooze, undoSnooze } from '../src/cycle/chases/app/snooze-chases.ts';
import { latestOwnRating, undoUpdate } from '../src/cycle/corrections/app/correct-status.ts';
import { latestOwnAct, undoPart } from '../src/cycle/corrections/app/undo-part.ts';
import { partNamed } from '../src/cycle/corrections/domain/undo-part.ts';
import { correctionReceipt } from '../src/cycle/corrections/messages/correction.ts';
import { undonePartReceipt } from '../src/cycle/corrections/messages/undone-part.ts';
import { unsnoozedMessage } from '../src/people/people/messages/settings.ts';
import { parseLine } from '../src/plan/objectives/app/parse-line.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import { answerWith } from '../src/plan/plan-items/app/plan-parts.ts';

const own = {
  verb: 'undo',
  forms: {
    last: line(),
    one: line(ref()),
    recovery: line(ref(), partRef('V')),
    decision: line(ref(), partRef('D')),
  },
  examples: ['undo 2B:2', 'undo', 'undo 2B:2 D1'],
} as const;

export const undo = {
  ...own,
  name: 'undo',
  summary: 'takes back what you recorded last, within ten minutes',
  access: `${permissionTable.undo.says}; a decision: ${permissionTable['undo-asking'].says}; ${permissionTable['undo-decision'].says}; a snooze: whoever set it`,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'last':
        return await undoLatest(null, context);
      case 'one':
        // A button of a rating takes back that rating, whatever was done since.
        return context.inbound.guard
          ? answerWith(await undoUpdate(line.objective, context), correctionReceipt)
          : await undoLatest(line.objective, context);
      case 'recovery':
      case 'decision':
        return answerWith(
          await undoPart(line.objective, partNamed(line.said.part), context),
          undonePartReceipt,
        );
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

type UndoNeeds = Given<
  Doing | 'partnership' | 'terms' | 'today',
  Reads<'cycles'> &
    Uses<'history' | 'objectives' | 'snoozes'> &
    Commits<'audit' | 'channels' | 'history' | 'items' | 'notifications' | 'objectives' | 'snoozes'>
>;

/** Of everything that can be undone, what the person did last. */
async function undoLatest(objective: Objective | null, context: UndoNeeds): Promise<CommandResult> {
  const rated = await latestOwnRating(objective, context);
  const act = await latestOwnAct(objective, context);
  const snoozed = objective ? null : await latestSnooze(context);
  const last = (at: { readonly epochMilliseconds: number } | null) => at?.epochMilliseconds ?? 0;
  const since = Math.max(last(rated), last(act?.at ?? null));
  if (last(snoozed) > since) return answerWith(await undoSnooze(context), unsnoozedMessage);
  if (act && last(act.at) > last(rated))
    return answerWith(await undoPart(act.objective, null, context), undonePartReceipt);
  return answerWith(await undoUpdate(objective, context), correctionReceipt);
}
