// An objective as the rules see it.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import type { Fade } from '../../../core/message/domain/standing.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';

export type Assignee = {
  /** A cover stands in for an owner or deputy who is away. */
  readonly role: 'owner' | 'deputy' | 'cover';
  /** Null when an organisation answers for it without having named a person. */
  readonly personId: string | null;
  readonly name: string | null;
  readonly organisation: string;
};

export type ThemeRef = {
  readonly id: string;
  readonly kind: 'theme' | 'workstream';
  readonly number: number;
  readonly name: string;
  readonly placingIsExample: boolean;
};

/** What an objective serves, beside its themes. */
export type ObjectiveLink = {
  readonly to: 'project' | 'priority' | 'self-evaluation';
  /** Of the project, priority or item. */
  readonly id: string;
  /** `Early Years`, `3 Good physical and mental health`, `area for development c: …`. */
  readonly name: string;
};

export type Objective = {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly areaRef: string;
  readonly areaName: string | null;
  readonly due: FuzzyDate | null;
  /** The date that it first had; null while it has not been moved. */
  readonly originalDue: FuzzyDate | null;
  readonly successMeasure: string | null;
  /** The delivery rating. */
  readonly rag: Rag | null;
  /** How far the delivery rating has faded; absent: it stands, or nobody looked. Worked out, never stored. */
  readonly fade?: Fade;
  readonly impactRag: Rag | null;
  readonly status: 'open' | 'closed';
  readonly closedOn: Temporal.PlainDate | null;
  /** Counts its ratings. */
  readonly version: number;
  readonly themes: readonly ThemeRef[];
  /** In force today only. */
  readonly assignees: readonly Assignee[];
  readonly example: boolean;
};

/** One rating of an objective's history, or what put one right. */
export type StatusEntry = {
  readonly id: string;
  readonly kind: 'published' | 'update' | 'same' | 'undo' | 'amend' | 'board';
  readonly rating: RatingKind;
  /** The entry that an undo or an amendment puts right. */
  readonly supersedesId: string | null;
  /** Whether a later entry undid or amended it; both stay in the history. */
  readonly superseded: boolean;
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
  readonly author: { readonly name: string; readonly organisation: string } | null;
  readonly at: Temporal.Instant;
  readonly late: boolean;
  readonly version: number;
  /** The meeting that decided it, of a board amendment only. */
  readonly meeting?: { readonly title: string; readonly heldOn: Temporal.PlainDate };
};

/**
 * Whether the last day of the objective's own date has passed, and it is neither complete nor closed. The date is the one
 * that it has now, wherever it was moved from; the due day itself is not overdue.
 */
export function isOverdue(objective: Objective, today: Temporal.PlainDate): boolean {
  const { due, rag, status } = objective;
  return status === 'open' && due !== null && rag !== 'blue' && due.lastDay.until(today).days > 0;
}

/** Whether no person is named as its owner today. */
export function isVacant(objective: Objective): boolean {
  return !objective.assignees.some(({ role, personId }) => role === 'owner' && personId !== null);
}

/** Whether the person is named as one of its owners today; a deputy is not. */
export function isOwner(objective: Objective, personId: string): boolean {
  return objective.assignees.some((one) => one.role === 'owner' && one.personId === personId);
}

/** Whether a return is the person's to give: as an owner, or covering for one. A deputy owes none. */
export function answersAlone(objective: Objective, personId: string): boolean {
  return objective.assignees.some((one) => one.role !== 'deputy' && one.personId === personId);
}

/** Refusal: `objective-closed`. */
export function requireOpen({ ref, status, closedOn }: Objective): Result<true> {
  if (status === 'open') return ok(true);
  return refuse({ code: 'objective-closed', ref, closedOn: closedOn?.toString() ?? null });
}
