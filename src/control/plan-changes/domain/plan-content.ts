// Everything that a version of the plan says, as plain data: what freezing a version keeps, and what two
// versions are compared by. How far the work has got is no part of it.
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import type { PlanPartKind } from './plan-change.ts';

/** Raised when the shape changes, so that what was frozen before can still be read. */
export const PLAN_CONTENT_FORMAT = 2;

/** A date with its last day as ISO text. */
export type ContentDate = Omit<FuzzyDate, 'lastDay'> & { readonly lastDay: string };

export type ContentPart = {
  readonly kind: PlanPartKind;
  readonly ref: string;
  readonly title: string;
  readonly due: ContentDate | null;
  readonly status: string;
};

export type ContentObjective = {
  readonly ref: string;
  readonly area: string;
  readonly title: string;
  readonly due: ContentDate | null;
  readonly originalDue: ContentDate | null;
  readonly successMeasure: string | null;
  readonly status: 'open' | 'closed';
  readonly closedOn: string | null;
  /** `Sam Taylor, NHS`, or an organisation alone. */
  readonly owners: readonly string[];
  readonly deputies: readonly string[];
  /** `theme 1 Right Support`. Absent, like the links, in what was frozen in the first format. */
  readonly themes?: readonly string[];
  /** `project Early Years`. */
  readonly links?: readonly string[];
  readonly parts: readonly ContentPart[];
  readonly example: boolean;
};

export type ContentArea = { readonly ref: string; readonly name: string | null };

export type ContentWording = {
  readonly rating: RatingKind;
  readonly rag: Rag;
  readonly wording: string;
};

export type PlanContent = {
  readonly format: 1 | typeof PLAN_CONTENT_FORMAT;
  readonly areas: readonly ContentArea[];
  readonly objectives: readonly ContentObjective[];
  readonly ragWordings: readonly ContentWording[];
};

/** The parts of an objective that belong to the plan. */
export const planPartKinds = [
  'action',
  'milestone',
  'measure',
  'risk',
] as const satisfies readonly PlanPartKind[];
