// Several returns at once: all of them in one transaction, or none of them.

import { asNote } from '../../../core/message/messages/action-value.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { OwedCycle } from '../../cycles/app/cycle-ports.ts';
import {
  decideStatusChange,
  type StatusChange,
  type StatusRequest,
} from '../domain/status-change.ts';
import type { ReceiptFacts } from '../messages/receipt.ts';
import { printReturnLines } from '../messages/return-lines.ts';
import {
  answeredCycles,
  askingRecovery,
  evidenceFor,
  lastWords,
  newStatusUpdate,
  ratingOf,
  receiptFacts,
  staleRefusal,
} from './update-status.ts';

/** One return of several, read and looked up. */
export type WantedReturn = {
  readonly objective: Objective;
  /** The version that was on screen; null: the line does not say. */
  readonly seen: number | null;
  readonly request: StatusRequest;
  /** What was typed about it, e.g. `amber 14 of 20`. */
  readonly words: string;
};

export type DecidedReturn = WantedReturn & { readonly change: StatusChange };

type Refused = { readonly ref: string; readonly refusal: Refusal };

/**
 * Whether all of them may be recorded; nothing is.
 * Refusals: `none-recorded`, with every reason by its reference.
 */
export async function decideReturns(
  verb: string,
  wanted: readonly WantedReturn[],
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'channelBindings' | 'items' | 'objectives' | 'peopleAdmin'> & Uses<'cycles'>
  >,
): Promise<Result<DecidedReturn[]>> {
  const cycles = await owedCycles(context);
  const decided: DecidedReturn[] = [];
  const refusals: Refused[] = [];
  for (const one of wanted) {
    const { objective, seen, request } = one;
    const evidence = await evidenceFor(ratingOf(request), objective, context);
    const { actor, now } = context;
    const said = await lastWords(request, objective, seen !== null, context);
    const decision = decideStatusChange(request, objective, actor, cycles, now, evidence, said);
    const stale = seen !== null && seen !== objective.version;
    // Whose words are repeated is asked of what is on screen, which has to be so first.
    const mayStand = decision.ok || decision.refusal.code === 'words-unchanged';
    if (stale && mayStand) refusals.push(await staleOf(objective, context));
    else if (!decision.ok) refusals.push({ ref: objective.ref, refusal: decision.refusal });
    else decided.push({ ...one, change: decision.value });
  }
  return refusals.length === 0 ? ok(decided) : refuseAll(verb, wanted, refusals);
}

/**
 * Records all of them in one transaction.
 * @throws DuplicateRequest when the same request did it before
 * Refusals: `none-recorded`, when somebody was quicker with one of them.
 */
export async function recordReturns(
  verb: string,
  decided: readonly DecidedReturn[],
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'items' | 'objectives'> & Uses<'cycles'> & Commits<'objectives'>
  >,
): Promise<Result<ReceiptFacts[]>> {
  const cycles = await owedCycles(context);
  // Read beforehand: once all of it is committed, nothing may keep the receipt back.
  const asking = await askingRecovery(decided, context);
  try {
    const facts = await commitOnce(context, (inside) =>
      appendAll(decided, cycles, context, inside),
    );
    return ok(
      facts.map((one, at) => ({
        ...one,
        asksRecovery: asking.has(decided[at]?.objective.id ?? ''),
      })),
    );
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    const now = await rereadObjectives(decided, context);
    return refuseAll(verb, now, [await staleOf(error.objective, context)]);
  }
}

async function appendAll(
  decided: readonly DecidedReturn[],
  cycles: readonly OwedCycle[],
  context: Given<Doing | 'partnership'>,
  { objectives }: Uses<'objectives'>,
): Promise<ReceiptFacts[]> {
  const { requestId } = context.inbound;
  const facts: ReceiptFacts[] = [];
  for (const { objective, change } of decided) {
    const answering = answeredCycles(change, cycles, context);
    const saved = await objectives.appendUpdate(
      {
        ...newStatusUpdate(change, objective, answering, context),
        requestId: `${requestId}#${objective.ref}${change.rating === 'impact' ? '#impact' : ''}`,
        inboundId: requestId,
      },
      objective.version,
    );
    if (!saved) throw new MovedOn(objective);
    facts.push(receiptFacts(change, objective, answering, saved, context));
  }
  return facts;
}

/** Takes the transaction back: one of the objectives is not at the version that was read. */
class MovedOn extends Error {
  override readonly name = 'MovedOn';
  readonly objective: Objective;

  constructor(objective: Objective) {
    super(`${objective.ref} has moved on`);
    this.objective = objective;
  }
}

async function owedCycles({
  record,
  actor,
  today,
}: Given<'actor' | 'today', Uses<'cycles'>>): Promise<OwedCycle[]> {
  return await record.cycles.listOwedBy(actor.personId, today);
}

async function staleOf(
  objective: Objective,
  context: Given<'actor' | 'partnership' | 'today' | 'inbound', Reads<'objectives'>>,
): Promise<Refused> {
  return { ref: objective.ref, refusal: await staleRefusal(objective, context) };
}

async function rereadObjectives(
  decided: readonly DecidedReturn[],
  { record, today }: Given<'today', Reads<'objectives'>>,
): Promise<DecidedReturn[]> {
  return await Promise.all(
    decided.map(async (one) => ({
      ...one,
      objective: (await record.objectives.find(one.objective.id, today)) ?? one.objective,
    })),
  );
}

/**
 * Where all that stands in the way is that others were quicker, the same can be confirmed once more; where it is that
 * some words are those of the rating before, it can be said that they hold.
 */
function refuseAll(
  verb: string,
  wanted: readonly WantedReturn[],
  refusals: readonly Refused[],
): { readonly ok: false; readonly refusal: Refusal } {
  const only = (code: Refusal['code']) => refusals.every(({ refusal }) => refusal.code === code);
  const again = only('stale-version')
    ? wanted
    : only('words-unchanged')
      ? wanted.map((one) => holding(one, refusals))
      : null;
  return refuse({
    code: 'none-recorded',
    refusals,
    again: again && printReturnLines(`${verb} confirm`, again),
  });
}

/** The same return, with the word that its words hold where they were asked about. */
function holding(one: WantedReturn, refusals: readonly Refused[]): WantedReturn {
  const { objective, request } = one;
  const asked = refusals.some(({ ref }) => ref === objective.ref);
  if (!asked || request.kind === 'same') return one;
  const kind = request.rating === 'impact' ? 'impact ' : '';
  return { ...one, words: `${kind}${request.rag} ${asNote(`checked: ${request.note ?? ''}`)}` };
}
