// The objectives at the start of a line, however many it names, and what follows them.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../domain/objective.ts';
import { type Follows, parseRefs } from '../domain/ref-list.ts';
import { askPlan, findObjective, refuseMoreThanPlan, strangeRef } from './find-objective.ts';

/**
 * Each once, in the order named.
 * @param follows whether words may follow a bare number, so that it is a reference
 * Refusals: as `findObjective`, `usage`.
 */
export async function findNamedObjectives(
  line: string,
  {
    verb,
    problem,
    follows,
  }: { readonly verb: string; readonly problem: string; readonly follows: Follows },
  context: Given<'today', Reads<'objectives'>>,
): Promise<Result<{ readonly objectives: readonly Objective[]; readonly rest: string }>> {
  const asked = await askPlan(line, context);
  const listed = parseRefs(line, asked.plan, follows);
  const [strange, behind] = strangeRef(line, asked.plan);
  const isStrange = listed.refs.length === 0 && /\d/.test(strange);
  const { refs: typed, rest } = isStrange ? { refs: [strange], rest: behind } : listed;
  const refs = new Set(typed);
  if (refs.size === 0) return refuse({ code: 'usage', verb, problem });
  const tooMany = refuseMoreThanPlan(verb, refs.size, asked.plan);
  if (tooMany) return refuse(tooMany);
  const objectives = new Map<string, Objective>();
  for (const ref of refs) {
    const found = await findObjective(ref, verb, rest, context, asked);
    if (!found.ok) return found;
    objectives.set(found.value.id, found.value);
  }
  return ok({ objectives: [...objectives.values()], rest });
}
