// The rule of an update: given the objective, the person and what they typed, either the entry that
// goes into the record or the reason why not. The use case only loads and saves around it.
import type { Temporal } from 'temporal-polyfill';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type Objective, requireOpen } from '../../../plan/objectives/domain/objective.ts';
import { carriesBlue } from '../../../plan/plan-items/domain/evidence.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';
import { marksLate, papersStand } from '../../cycles/domain/cycle-states.ts';

export type StatusRequest =
  | {
      readonly kind: 'update';
      /** Delivery when absent. */
      readonly rating?: RatingKind;
      readonly rag: Rag;
      readonly note: string | null;
      /** The person has looked at the words of the last rating and says that they hold for this one. */
      readonly wordsHold?: boolean;
    }
  | { readonly kind: 'same'; readonly note: string | null };

export type StatusChange = {
  readonly kind: 'update' | 'same';
  readonly rating: RatingKind;
  readonly fromRag: Rag | null;
  readonly toRag: Rag;
  readonly note: string | null;
  readonly late: boolean;
};

/**
 * Decides an update or a "no change" for one objective.
 * A rating needs a few words of reason, except red: honesty is never blocked.
 * A rating that changes is not given the reason of the one before it, unless the person says that it holds.
 * Blue needs evidence that families feel it, or a waiver with a name.
 * @param evidence what the objective has of it; only looked at for blue
 * @param lastWords the words that a form showed with the rating that holds; null: none, or no form
 * Refusals: `not-permitted`, `objective-closed`, `cycle-frozen`, `not-rated-yet`, `note-required`, `words-unchanged`,
 * `blue-needs-evidence`.
 */
export function decideStatusChange(
  request: StatusRequest,
  objective: Objective,
  actor: Actor,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
  evidence: readonly PlanItem<'evidence'>[] = [],
  lastWords: string | null = null,
): Result<StatusChange> {
  const allowed = permit(actor, 'update-objective', request.kind, { objective });
  if (!allowed.ok) return allowed;
  const open = requireOpen(objective);
  if (!open.ok) return open;
  const frozen = cycles.find((cycle) => papersStand(cycle, now));
  if (frozen) return refuse(frozenRefusal(objective.ref, frozen));
  const { ref } = objective;
  const rating = (request.kind === 'update' && request.rating) || 'delivery';
  const ofImpact = rating === 'impact' ? { rating } : {};
  const before = rating === 'impact' ? objective.impactRag : objective.rag;
  const after = request.kind === 'update' ? request.rag : before;
  if (after === null) return refuse({ code: 'not-rated-yet', ref });
  if (request.kind === 'update' && request.note === null && after !== 'red') {
    return refuse({ code: 'note-required', ref, rag: after, ...ofImpact });
  }
  const carriesOver =
    request.kind === 'update' &&
    request.wordsHold !== true &&
    isCarriedOver({ from: before, to: after, note: request.note, lastWords });
  if (carriesOver) {
    const { id, version } = objective;
    return refuse({
      code: 'words-unchanged',
      ...{ ref, from: before, to: after, note: request.note ?? '', ...ofImpact },
      guard: { objectiveId: id, version },
    });
  }
  if (request.kind === 'update' && after === 'blue' && !carriesBlue(evidence)) {
    return refuse({ code: 'blue-needs-evidence', ref, note: request.note, ...ofImpact });
  }
  // A return is about delivery: an impact rating answers none, so it cannot be late.
  const late = rating === 'delivery' && cycles.some((cycle) => marksLate(cycle, now));
  return ok({
    kind: request.kind,
    rating,
    fromRag: before,
    toRag: after,
    note: request.note,
    late,
  });
}

/** Why nothing more is recorded for a cycle, and until when. */
export function frozenRefusal(ref: string, cycle: Cycle) {
  const { freezes, ends } = cycleDeadlines(cycle);
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(cycle.timeZone);
  return {
    code: 'cycle-frozen' as const,
    ref,
    meeting: cycle.meetingTitle,
    frozenAt: local(freezes).toString({ timeZoneName: 'never', offset: 'never' }),
    opensAgain: local(ends).toPlainDate().toString(),
  };
}

/** Whether a rating changes and its note is that of the rating before. */
export function isCarriedOver(change: {
  readonly from: Rag | null;
  readonly to: Rag | null;
  readonly note: string | null;
  readonly lastWords: string | null;
}): boolean {
  const { from, to, note, lastWords } = change;
  if (from === null || from === to || !note || !lastWords) return false;
  return areSameWords(note, lastWords);
}

/** Whether two notes are the same words, however they are spaced, punctuated at their ends or capitalised. */
function areSameWords(one: string, other: string): boolean {
  return key(one) === key(other);
}

function key(note: string): string {
  return note
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{S}-]+|[^\p{L}\p{N}\p{S}%]+$/gu, ''))
    .filter(Boolean)
    .join(' ');
}
