// The rating that the board set in its meeting, as the rules see it: who may record it, and when.
import type { Temporal } from 'temporal-polyfill';
import { type Rag, type RatingKind, ragLooks } from '../../../core/message/domain/rag.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type Objective, requireOpen } from '../../../plan/objectives/domain/objective.ts';
import { carriesBlue } from '../../../plan/plan-items/domain/evidence.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { type Cycle, cyclePhase } from '../../cycles/domain/cycle.ts';
import { takesBoardAmendments } from '../../cycles/domain/cycle-states.ts';

export type BoardDecision = {
  readonly rating: RatingKind;
  readonly rag: Rag;
  /** Why, in the board's words. */
  readonly note: string;
};

export type BoardAmendment = {
  readonly kind: 'board';
  readonly rating: RatingKind;
  readonly fromRag: Rag | null;
  readonly toRag: Rag;
  readonly note: string;
  readonly late: false;
  readonly ofCycle: string;
};

/**
 * Decides what is recorded of the board's decision. It supersedes nothing: what was said before stays.
 * @param evidence what the objective has of it; only looked at for blue
 * Refusals: `not-permitted`, `cycle-state`, `objective-closed`, `nothing-to-change`, `blue-needs-evidence`.
 */
export function decideBoardAmendment(
  { rating, rag, note }: BoardDecision,
  objective: Objective,
  actor: Actor,
  cycle: Cycle,
  now: Temporal.Instant,
  evidence: readonly PlanItem<'evidence'>[] = [],
): Result<BoardAmendment> {
  const allowed = permit(actor, 'board-amendment', 'admin cycle amend', { objective });
  if (!allowed.ok) return allowed;
  if (!takesBoardAmendments(cycle, now))
    return refuse({
      code: 'cycle-state',
      meeting: cycle.meetingTitle,
      on: cycle.meetingDate.toString(),
      state: cyclePhase(cycle, now),
      doing: 'amend',
    });
  const open = requireOpen(objective);
  if (!open.ok) return open;
  const { ref } = objective;
  const fromRag = rating === 'impact' ? objective.impactRag : objective.rag;
  if (fromRag === rag)
    return refuse({
      code: 'nothing-to-change',
      what: `${rating} rating of ${ref}`,
      is: ragLooks[rag].word,
    });
  if (rag === 'blue' && !carriesBlue(evidence))
    return refuse({
      code: 'blue-needs-evidence',
      ...{ ref, note, verb: 'amend' },
      ...(rating === 'impact' && { rating }),
    });
  return ok({ kind: 'board', rating, fromRag, toRag: rag, note, late: false, ofCycle: cycle.id });
}
