// The parts of an objective: what is to be done, what shows that it was, what stands in the way, and
// what was asked about it. Each has a reference within its objective, e.g. 2B:2.1 is its first action.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';

/** How far evidence carries: the work is done, it is used, families feel it. */
export type Rung = 'done' | 'used' | 'felt';

/** A person as they were called when something was recorded. */
export type Named = {
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
};

export type WorkStatus = 'not-started' | 'under-way' | 'done' | 'closed';

/** What each kind of part has of its own; `title` holds its words. */
export type ItemKinds = {
  readonly action: {
    readonly status: WorkStatus;
    readonly detail: {
      readonly doneOn: string | null;
      /** When it is to start, as a plan prints it; left out where no plan does. */
      readonly start?: string;
    };
  };
  readonly milestone: {
    readonly status: WorkStatus;
    readonly detail: { readonly doneOn: string | null };
  };
  readonly measure: { readonly status: 'open' | 'met'; readonly detail: Record<never, never> };
  readonly risk: {
    readonly status: 'open' | 'closed';
    readonly detail: {
      readonly type: 'risk' | 'challenge';
      /** 1 to 25, likelihood × impact, as the register gives it. */
      readonly score: number | null;
      readonly owner: string | null;
      readonly mitigation: string | null;
    };
  };
  readonly evidence: {
    readonly status: 'given' | 'withdrawn';
    readonly detail: {
      readonly link: string | null;
      readonly rung: Rung;
      readonly by: Named;
      readonly on: string;
      /** A named person's leave to do without evidence; `title` says why. */
      readonly waiver: boolean;
    };
  };
  readonly decision: {
    readonly status: 'needed' | 'taken' | 'withdrawn';
    readonly detail: {
      /** Who has to decide, in words. */
      readonly from: string | null;
      readonly by: Named | null;
      readonly on: string | null;
      readonly outcome: string | null;
      /** The recovery action that waits for it, e.g. V1; left out where none does. */
      readonly recovery?: string;
    };
  };
  readonly coproduction: {
    readonly status: 'held';
    readonly detail: { readonly who: string; readonly when: string };
  };
  readonly recovery: {
    /** `withdrawn`: its author took it back. */
    readonly status: 'open' | 'done' | 'replaced' | 'withdrawn';
    readonly detail: { readonly who: string | null; readonly decisionFrom: string | null };
  };
  readonly challenge: {
    readonly status: 'open' | 'answered' | 'withdrawn';
    readonly detail: {
      readonly by: Named;
      readonly on: string;
      readonly answer: string | null;
      readonly answeredBy: Named | null;
      readonly answeredOn: string | null;
    };
  };
};

export type ItemKind = keyof ItemKinds;

type Facts<K extends ItemKind> = {
  readonly kind: K;
  readonly title: string;
  readonly due: FuzzyDate | null;
  readonly originalDue: FuzzyDate | null;
} & ItemKinds[K];

/** What a part says, apart from where it stands in the record. */
export type ItemFacts = { readonly [K in ItemKind]: Facts<K> }[ItemKind];

/** A part of an objective. */
export type PlanItem<K extends ItemKind = ItemKind> = {
  readonly [Kind in K]: Facts<Kind> & {
    readonly id: string;
    readonly objectiveId: string;
    /** A milestone's action. */
    readonly parentId: string | null;
    /** Within the objective: 1, 1.2, M1, R1, E1, D1, P1, V1, C1. */
    readonly ref: string;
    readonly version: number;
    readonly addedAt: Temporal.Instant;
    readonly example: boolean;
  };
}[K];

const letters: Readonly<Record<Exclude<ItemKind, 'action' | 'milestone'>, string>> = {
  measure: 'M',
  risk: 'R',
  evidence: 'E',
  decision: 'D',
  coproduction: 'P',
  recovery: 'V',
  challenge: 'C',
};

/**
 * The reference that the next part of a kind gets.
 * @param taken references of the objective's parts of that kind
 * @param parentRef a milestone's action
 */
export function nextItemRef(kind: ItemKind, taken: readonly string[], parentRef?: string): string {
  const prefix =
    kind === 'action' ? '' : kind === 'milestone' ? `${parentRef ?? ''}.` : letters[kind];
  const numbers = taken
    .filter((ref) => ref.startsWith(prefix))
    .map((ref) => Number(ref.slice(prefix.length)))
    .filter(Number.isInteger);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** The parts of a kind, also where the kind is a parameter. */
export type OfKind<K extends ItemKind> = Extract<PlanItem, { readonly kind: K }>;

/** Whether the part is of this kind. */
export function isKind<K extends ItemKind>(item: PlanItem, kind: K): item is OfKind<K> {
  return item.kind === kind;
}

/** The rungs, the lowest first. */
export const rungs = ['done', 'used', 'felt'] as const satisfies readonly Rung[];
