// From a typed reference to the objective. What the plan calls its objectives is read first, and a line by it.

import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { matchRef } from '../domain/match-ref.ts';
import type { Objective } from '../domain/objective.ts';
import type { ObjectiveName, PlanRefs } from '../domain/plan-refs.ts';
import { parseRefs } from '../domain/ref-list.ts';

/** How much of a reference an answer repeats: a key may stand among any number of dots. */
export const SHOWN = 40;

/** What the plan calls its objectives, and those of them that a line may name. */
export type Asked = {
  readonly plan: PlanRefs;
  /** By id; null where the record has it no more, or not yet as at the date that was asked. */
  readonly objectives: Map<string, Objective | null>;
};

/** Asks the plan for its references, and for whatever a line may name. */
export async function askPlan(
  line: string,
  { record, today }: Given<'today', Reads<'objectives'>>,
): Promise<Asked> {
  const plan = await record.objectives.refs();
  const ids = plan.named(line).map(({ id }) => id);
  const found = ids.length === 0 ? [] : await record.objectives.list(today, { ids });
  const objectives = new Map<string, Objective | null>(ids.map((id) => [id, null]));
  for (const one of found) objectives.set(one.id, one);
  return { plan, objectives };
}

/**
 * The objective that a reference means.
 * @param asked what the plan has of the line, where it was asked already
 * Refusals: `unknown-objective` (with near ones), `ambiguous-objective` (with the choices).
 */
export async function findObjective(
  typed: string,
  verb: string,
  rest: string,
  context: Given<'today', Reads<'objectives'>>,
  asked?: Asked,
): Promise<Result<Objective>> {
  const plan = asked?.plan ?? (await context.record.objectives.refs());
  const match = matchRef(typed, plan);
  switch (match.kind) {
    case 'several':
      return refuse({
        code: 'ambiguous-objective',
        typed: typed.slice(0, SHOWN),
        verb,
        rest,
        choices: match.choices.map(({ ref, title }) => ({ ref, title })),
      });
    case 'none':
      return unknown(typed, verb, rest, match.near, plan);
    case 'one': {
      const objective = await loadObjective(match.objective, context, asked);
      return objective ? ok(objective) : unknown(typed, verb, rest, [], plan);
    }
  }
}

function unknown(
  typed: string,
  verb: string,
  rest: string,
  near: readonly ObjectiveName[],
  { all }: PlanRefs,
): Result<never> {
  // One of the middle: the first of a plan is as likely as not built otherwise.
  const like = all[Math.floor(all.length / 2)];
  return refuse({
    ...{ code: 'unknown-objective', typed, verb, rest, ...(like && { like: like.ref }) },
    suggestions: near.map(({ ref, title }) => ({ ref, title })),
  });
}

async function loadObjective(
  { id }: ObjectiveName,
  { record, today }: Given<'today', Reads<'objectives'>>,
  asked: Asked | undefined,
): Promise<Objective | null> {
  const known = asked?.objectives.get(id);
  if (known !== undefined) return known;
  const [found = null] = await record.objectives.list(today, { ids: [id] });
  return found;
}

/** Null: the plan may have so many. Refusal: `usage`; asked before references are looked up one after the other. */
export function refuseMoreThanPlan(
  verb: string,
  named: number,
  { all: { length } }: PlanRefs,
): Refusal | null {
  if (named <= length) return null;
  const problem = `The line names ${named} objectives, and the plan has ${length}. Nothing was changed: name each by its reference.`;
  return { code: 'usage', verb, problem };
}

/**
 * The one reference at the start of a line.
 * @param before what the plan has of the line, where it was asked already
 * Refusals: as `findObjective`, `usage`, `several-objectives`.
 */
export async function findNamedObjective(
  line: string,
  verb: string,
  context: Given<'today', Reads<'objectives'>>,
  before?: Asked,
): Promise<Result<{ objective: Objective; rest: string }>> {
  const asked = before ?? (await askPlan(line, context));
  const { refs, rest } = parseRefs(line, asked.plan);
  if (refs.length > 1) return refuse({ code: 'several-objectives', verb, refs });
  const [typed = '', following] = refs.length > 0 ? [refs[0], rest] : strangeRef(line, asked.plan);
  if (typed === '')
    return refuse({ code: 'usage', verb, problem: 'Say which objective, by its reference.' });
  const found = await findObjective(typed, verb, following, context, asked);
  return found.ok ? ok({ objective: found.value, rest: following }) : found;
}

/**
 * What stands where a reference should, and what follows it: up to a version, as in a button of a plan that was renamed
 * since; as long as a reference of the plan is; else a word.
 */
export function strangeRef(line: string, plan: PlanRefs): readonly [typed: string, rest: string] {
  const [seen, old] = /^(\S(?:[^\n;@]{0,58}\S)?)@\d{1,9}(?=[\s,;]|$)/.exec(line) ?? [];
  if (seen !== undefined && old !== undefined) return [old, line.slice(seen.length).trimStart()];
  const built = plan.strange(line);
  if (built) return [built.typed, line.slice(built.length).replace(/^[,\s]+/, '')];
  const { word, rest } = splitFirst(line.trim());
  return [word, rest];
}
