// Putting a rating right: taking back a slip within minutes, or saying it again rightly at any time. Neither
// changes what was recorded: both are entries of their own that name the one they put right.
import { Temporal } from 'temporal-polyfill';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { type Actor, hasRole } from '../../../core/request/domain/actor.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import {
  type Objective,
  requireOpen,
  type StatusEntry,
} from '../../../plan/objectives/domain/objective.ts';
import { carriesBlue } from '../../../plan/plan-items/domain/evidence.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { papersStand } from '../../cycles/domain/cycle-states.ts';
import { frozenRefusal } from '../../returns/domain/status-change.ts';

/** For how long its author may take a rating back without a trace of haste: after that it is amended. */
export const UNDO_MINUTES = 10;

export type AuthoredEntry = StatusEntry & { readonly authorId: string | null };

/** The entry that puts another one right. */
export type Correction = {
  readonly kind: 'undo' | 'amend';
  readonly rating: RatingKind;
  /** What the entry said that is put right. */
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
  /** An amendment was made while the papers were frozen. */
  readonly late: boolean;
  readonly supersedesId: string;
};

export type UndoRequest = {
  readonly objective: Objective;
  /** The person's latest entry that still says what holds; null: none. */
  readonly own: AuthoredEntry | null;
  /** The objective's. */
  readonly latest: AuthoredEntry | null;
  /** The version that a button was for. */
  readonly version?: number | undefined;
};

/**
 * Decides whether a person's latest rating is taken back, which only who may still update the objective does. What holds
 * then is what held before it.
 * Refusals: `not-permitted`, `nothing-to-undo`, `undo-not-latest`, `objective-closed`,
 * `undo-too-late`, `cycle-frozen`.
 */
export function decideUndo(
  { objective, own, latest, version }: UndoRequest,
  actor: Actor,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
): Result<Correction> {
  const { ref } = objective;
  const author = (own ?? latest)?.authorId ?? null;
  if (author !== null) {
    const allowed = permit(actor, 'undo', 'undo', { objective, personId: author });
    if (!allowed.ok) return allowed;
  }
  // A button takes back what it stood beside, and nothing before or after it.
  const pressedAside = version !== undefined && own?.version !== version;
  // Read a moment apart: another press may have taken it back in between.
  const isGone = own !== null && latest !== null && latest.version < own.version;
  if (
    !own ||
    isGone ||
    own.kind === 'amend' ||
    (pressedAside && (latest?.version ?? 0) <= version)
  ) {
    return refuse({ code: 'nothing-to-undo', ref, amended: own?.kind === 'amend' });
  }
  if (latest && (pressedAside || latest.id !== own.id)) {
    return refuse({ code: 'undo-not-latest', ref, by: latest.author?.name ?? null });
  }
  const open = requireOpen(objective);
  if (!open.ok) return open;
  const limit = own.at.add({ minutes: UNDO_MINUTES });
  if (Temporal.Instant.compare(now, limit) > 0) {
    return refuse({ code: 'undo-too-late', ref, minutes: UNDO_MINUTES });
  }
  const frozen = cycles.find((cycle) => papersStand(cycle, now));
  if (frozen) return refuse(frozenRefusal(ref, frozen));
  return ok({
    kind: 'undo',
    rating: own.rating,
    fromRag: own.toRag,
    toRag: own.fromRag,
    note: null,
    late: false,
    supersedesId: own.id,
  });
}

export type AmendRequest = {
  readonly objective: Objective;
  /** The entry that says what holds of the rating; null: none was recorded. */
  readonly target: AuthoredEntry | null;
  /** Null: the rating stays, the note is put right. */
  readonly rag: Rag | null;
  readonly note: string;
  /** What the objective has of evidence; only looked at for blue. */
  readonly evidence?: readonly PlanItem<'evidence'>[];
};

/**
 * Decides an amendment. Once the papers are frozen a note can still be put right, for the board reads
 * it; a rating only by the programme office, which writes down what the board decided.
 * What a rating needs when it is given, it needs when it is amended: an open objective, evidence for blue.
 * What the board decided is the board's: it is not put right by anybody's amendment.
 * The rating is changed only by who may update the objective now; its author may always put their note right.
 * Refusals: `nothing-to-amend`, `not-permitted`, `board-decided`, `objective-closed`, `blue-needs-evidence`, `cycle-frozen`.
 */
export function decideAmendment(
  { objective, target, rag, note, evidence = [] }: AmendRequest,
  actor: Actor,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
): Result<Correction> {
  const { ref } = objective;
  if (!target) return refuse({ code: 'nothing-to-amend', ref, saysSo: false });
  const subject = { objective, ...(target.authorId !== null && { personId: target.authorId }) };
  const allowed = permit(actor, 'amend', 'amend', subject);
  if (!allowed.ok) return allowed;
  if (target.kind === 'board') return refuse({ code: 'board-decided', ref });
  const toRag = rag ?? target.toRag;
  if (toRag === target.toRag && note === target.note) {
    return refuse({ code: 'nothing-to-amend', ref, saysSo: true });
  }
  const frozen = cycles.find((cycle) => papersStand(cycle, now));
  if (toRag !== target.toRag) {
    const mayRate = permit(actor, 'amend-rating', 'amend', subject);
    if (!mayRate.ok) return offerOwnNote(mayRate.refusal, target.rating, note);
    const open = requireOpen(objective);
    if (!open.ok) return open;
    if (toRag === 'blue' && !carriesBlue(evidence))
      return refuse({
        code: 'blue-needs-evidence',
        ...{ ref, note, verb: 'amend' },
        ...(target.rating === 'impact' && { rating: 'impact' }),
      });
    if (frozen && !hasRole(actor, 'programme-office')) return refuse(frozenRefusal(ref, frozen));
  }
  return ok({
    kind: 'amend',
    rating: target.rating,
    fromRag: target.toRag,
    toRag,
    note,
    late: frozen !== undefined,
    supersedesId: target.id,
  });
}

/** The rating is not theirs to change now, but the words are their own. */
function offerOwnNote(refusal: Refusal, rating: RatingKind, note: string): Result<never> {
  const ownNote = { rating, note };
  return refuse(refusal.code === 'not-permitted' ? { ...refusal, ownNote } : refusal);
}
