// One objective's return as a command asks for it, recorded at once.

import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
} from '../../../core/request/app/command.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { type Asked, findNamedObjective } from '../../../plan/objectives/app/find-objective.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { receiptMessage } from '../messages/receipt.ts';
import type { ReturnLine, ReturnVerb } from './parse-return-lines.ts';
import { parseStatusRequest } from './parse-status-request.ts';
import { updateStatus } from './update-status.ts';

/**
 * Records it, or says why not.
 * @param line undefined: nothing was typed behind the verb
 * @param asked what the plan has of the line
 * @param offerForm what answers a reference alone; without it the words may be empty
 */
export async function recordReturn(
  verb: ReturnVerb,
  line: ReturnLine | undefined,
  asked: Asked,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames | 'items'> & Uses<'channels' | 'cycles' | 'objectives'>
  >,
  offerForm?: (objective: Objective) => Promise<CommandResult>,
): Promise<CommandResult> {
  const read = await findNamedObjective(
    `${line?.typedRef ?? ''} ${line?.words ?? ''}`.trim(),
    verb,
    context,
    asked,
  );
  if (!read.ok) return refused(read.refusal);
  const { objective, rest: words } = read.value;
  const allowed = permit(context.actor, 'update-objective', verb, { objective });
  if (!allowed.ok) return refused(allowed.refusal);
  if (words === '' && offerForm) return await offerForm(objective);
  const request = await parseStatusRequest(words, verb, objective, context);
  if (!request.ok) return refused(request.refusal);
  const seen = { ...context, inbound: withSeen(line, objective, context.inbound) };
  const result = await updateStatus(request.value, objective, seen);
  return result.ok ? recorded(receiptMessage(result.value)) : refused(result.refusal);
}

/** A version in the line, as in `2B:2@4`, binds as the guard of a button does. */
function withSeen(line: ReturnLine | undefined, objective: Objective, inbound: Inbound): Inbound {
  if (line?.version === null || line?.version === undefined || inbound.guard) return inbound;
  const guard = { objectiveId: objective.id, version: line.version };
  const text = inbound.text.replace(`@${line.version}`, '');
  return { ...inbound, guard, text };
}
