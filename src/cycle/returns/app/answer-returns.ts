// Several objectives in one command: asked back once, then recorded together or not at all.

import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import {
  type Asked,
  askPlan,
  findObjective,
  refuseMoreThanPlan,
  SHOWN,
} from '../../../plan/objectives/app/find-objective.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { confirmReturnsMessage, returnsReceipt } from '../messages/return-lines.ts';
import type { ReturnLine, ReturnLines, ReturnVerb } from './parse-return-lines.ts';
import { parseStatusRequest } from './parse-status-request.ts';
import { decideReturns, recordReturns, type WantedReturn } from './record-returns.ts';

export type AnswerReturnsNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<NoteNames | 'items' | 'objectives' | 'requests'> & Uses<'cycles'> & Commits<'objectives'>
>;

/**
 * Confirms several returns, or records them when they are confirmed. Every reason why not is told at once,
 * and nothing is recorded then.
 */
export async function answerReturns(
  verb: ReturnVerb,
  { confirmed, lines, asOneNote }: ReturnLines,
  context: AnswerReturnsNeeds,
  {
    leftOut = [],
    asked: before,
  }: { readonly leftOut?: readonly string[]; readonly asked?: Asked } = {},
): Promise<CommandResult> {
  if (lines.length === 0) {
    const problem = 'Nothing was recorded: say something about at least one objective.';
    return refused({ code: 'usage', verb, problem });
  }
  const asked = before ?? (await askPlan('', context));
  const overfull = refuseOverfull(verb, lines, asked);
  if (overfull) return refused(overfull);
  const wanted: WantedReturn[] = [];
  const refusals: { ref: string; refusal: Refusal }[] = [];
  for (const line of lines) {
    const read = await readReturn(verb, line, context, asked);
    if ('refusal' in read) refusals.push({ ref: line.typedRef, refusal: read.refusal });
    else wanted.push(read);
  }
  const maybeOne = asOneNote === null ? {} : { oneNote: asOneNote };
  if (refusals.length > 0)
    return refused({ code: 'none-recorded', refusals, again: null, ...maybeOne });
  const twice = wanted.find(({ objective }, at) =>
    wanted.slice(0, at).some((before) => before.objective.id === objective.id),
  );
  if (twice) return refused(namedTwice(verb, twice.objective.ref));
  const decided = await decideReturns(verb, wanted, context);
  if (!decided.ok) return await refuseOnce({ ...decided.refusal, ...maybeOne }, context);
  if (!confirmed)
    return reply(confirmReturnsMessage({ verb, returns: decided.value, leftOut, asOneNote }));
  const receipts = await recordReturns(verb, decided.value, context);
  return receipts.ok
    ? recorded(returnsReceipt(receipts.value))
    : await refuseOnce(receipts.refusal, context);
}

/** Of what cannot all be so, not one is looked up: a line has room for thousands of references. */
function refuseOverfull(
  verb: ReturnVerb,
  lines: readonly ReturnLine[],
  { plan }: Asked,
): Refusal | null {
  const named = new Set<string>();
  for (const { typedRef } of lines) {
    const spelling = typedRef.toUpperCase();
    if (named.has(spelling)) return namedTwice(verb, typedRef.slice(0, SHOWN));
    named.add(spelling);
  }
  return refuseMoreThanPlan(verb, lines.length, plan);
}

function namedTwice(verb: ReturnVerb, ref: string): Refusal {
  const problem = `${ref} is named twice. Nothing was recorded: name each objective once.`;
  return { code: 'usage', verb, problem };
}

/** What is stale may be so by the same request, when another process was handed it as well. */
async function refuseOnce(
  refusal: Refusal,
  { record, inbound: { requestId } }: Given<'inbound', Reads<'requests'>>,
): Promise<CommandResult> {
  if (await record.requests.wasAnswered(requestId))
    throw new DuplicateRequest(`request ${requestId} was answered before`);
  return refused(refusal);
}

async function readReturn(
  verb: ReturnVerb,
  { typedRef, version, words }: ReturnLine,
  context: Given<'actor' | 'today', Reads<NoteNames | 'objectives'>>,
  asked: Asked,
): Promise<WantedReturn | { readonly refusal: Refusal }> {
  const found = await findObjective(typedRef, verb, words, context, asked);
  if (!found.ok) return found;
  const objective: Objective = found.value;
  const allowed = permit(context.actor, 'update-objective', verb, { objective });
  if (!allowed.ok) return allowed;
  const request = await parseStatusRequest(words, verb, objective, context);
  return request.ok ? { objective, seen: version, request: request.value, words } : request;
}
