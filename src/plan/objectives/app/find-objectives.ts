// The objectives that a line names, however many.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../domain/objective.ts';
import { parseRefs } from '../domain/ref-list.ts';
import { askPlan, findObjective, refuseMoreThanPlan, strangeRef } from './find-objective.ts';

/**
 * Each once, in the order named.
 * @param named the references, with commas between them, as a form reads them
 * @param line what stands before and behind them, for the buttons of a refusal
 * Refusals: as `findObjective`, `usage`.
 */
export async function findObjectives(
  named: string,
  { start, rest }: { readonly start: string; readonly rest: string },
  context: Given<'today', Reads<'objectives'>>,
): Promise<Result<readonly Objective[]>> {
  const asked = await askPlan(named, context);
  const { refs: listed } = parseRefs(named, asked.plan);
  const refs = new Set(listed.length > 0 ? listed : [strangeRef(named, asked.plan)[0]]);
  const tooMany = refuseMoreThanPlan(start, refs.size, asked.plan);
  if (tooMany) return refuse(tooMany);
  const objectives = new Map<string, Objective>();
  for (const ref of refs) {
    const found = await findObjective(ref, start, rest, context, asked);
    if (!found.ok) return found;
    objectives.set(found.value.id, found.value);
  }
  return ok([...objectives.values()]);
}
