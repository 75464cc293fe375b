// An objective as the rules see it.
import type { Temporal } from 'temporal-polyfill';
import type { Rag } from './rag.ts';

/** A date as printed, how exact it is, and the last day that it can mean. */
export type FuzzyDate = {
  readonly text: string;
  readonly precision: 'day' | 'month' | 'season' | 'year';
  readonly lastDay: Temporal.PlainDate;
};

export type Assignee = {
  readonly role: 'owner' | 'deputy';
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

export type Objective = {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly areaRef: string;
  readonly areaName: string | null;
  readonly due: FuzzyDate | null;
  readonly successMeasure: string | null;
  readonly rag: Rag | null;
  /** Counts its status updates. */
  readonly version: number;
  readonly themes: readonly ThemeRef[];
  /** In force today only. */
  readonly assignees: readonly Assignee[];
  readonly example: boolean;
};

export type StatusEntry = {
  readonly kind: 'published' | 'update' | 'same';
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
  readonly author: { readonly name: string; readonly organisation: string } | null;
  readonly at: Temporal.Instant;
  readonly late: boolean;
  readonly version: number;
};

/** Whether the objective's own due date has passed and it is not complete. The due day is not overdue. */
export function isOverdue(objective: Objective, today: Temporal.PlainDate): boolean {
  const { due, rag } = objective;
  return due !== null && rag !== 'blue' && due.lastDay.until(today).days > 0;
}

/** Whether no person is named as its owner today. */
export function isVacant(objective: Objective): boolean {
  return !objective.assignees.some(({ role, personId }) => role === 'owner' && personId !== null);
}

/** Whether the person is named as one of its owners today; a deputy is not. */
export function isOwner(objective: Objective, personId: string): boolean {
  return objective.assignees.some((one) => one.role === 'owner' && one.personId === personId);
}
