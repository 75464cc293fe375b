// The rule of an update: given the objective, the person and what they typed, either the entry that
// goes into the record or the reason why not. The use case only loads and saves around it.
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from './actor.ts';
import { type Cycle, cycleDeadlines, cyclePhase } from './cycle.ts';
import type { Objective } from './objective.ts';
import { permit } from './permissions.ts';
import type { Rag } from './rag.ts';
import { ok, type Result, refuse } from './result.ts';

export type StatusRequest =
  | { readonly kind: 'update'; readonly rag: Rag; readonly note: string | null }
  | { readonly kind: 'same'; readonly note: string | null };

export type StatusChange = {
  readonly kind: 'update' | 'same';
  readonly fromRag: Rag | null;
  readonly toRag: Rag;
  readonly note: string | null;
  readonly late: boolean;
};

/**
 * Decides an update or a "no change" for one objective.
 * A rating needs a few words of reason, except red: honesty is never blocked.
 * Refusals: `not-permitted`, `cycle-frozen`, `not-rated-yet`, `note-required`.
 */
export function decideStatusChange(
  request: StatusRequest,
  objective: Objective,
  actor: Actor,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
): Result<StatusChange> {
  const allowed = permit(actor, 'update-objective', request.kind, { objective });
  if (!allowed.ok) return allowed;
  const frozen = cycles.find((cycle) => cyclePhase(cycle, now) === 'frozen');
  if (frozen) return refuseFrozen(objective, frozen);
  const { rag: before, ref } = objective;
  const after = request.kind === 'update' ? request.rag : before;
  if (after === null) return refuse({ code: 'not-rated-yet', ref });
  if (request.kind === 'update' && request.note === null && after !== 'red') {
    return refuse({ code: 'note-required', ref, rag: after });
  }
  const late = cycles.some((cycle) => cyclePhase(cycle, now) === 'late');
  return ok({ kind: request.kind, fromRag: before, toRag: after, note: request.note, late });
}

/** The refusal while the papers of a cycle are frozen. */
export function refuseFrozen(objective: Pick<Objective, 'ref'>, cycle: Cycle): Result<never> {
  const { freezes, ends } = cycleDeadlines(cycle);
  return refuse({
    code: 'cycle-frozen',
    ref: objective.ref,
    meeting: cycle.meetingTitle,
    frozenAt: freezes
      .toZonedDateTimeISO(cycle.timeZone)
      .toString({ timeZoneName: 'never', offset: 'never' }),
    opensAgain: ends.toZonedDateTimeISO(cycle.timeZone).toPlainDate().toString(),
  });
}
