// The words of an import: what it looks at, what it would change, and the steps that do it.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { TermDates } from '../../../core/dates/domain/school-terms.ts';
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { PublishedFact } from '../../../plan/history/domain/history-entry.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { ImportProblem, ReadCell } from './plan-columns.ts';
import type { PlanField } from './plan-headings.ts';

/** One cell that says something else than the plan. */
export type CellChange = {
  /** `2B:2`, or `2B:2.1` for a part of it. */
  readonly ref: string;
  readonly field: PlanField;
  readonly before: string | null;
  readonly after: string;
  readonly place: string;
};

export type ImportPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
};

/** The plan as it stands, as far as an import looks at it. */
export type PlanNow = {
  readonly objectives: readonly Objective[];
  readonly items: readonly PlanItem[];
  readonly people: readonly ImportPerson[];
  /** The note of the last delivery rating by objective id. */
  readonly lastNotes: ReadonlyMap<string, string | null>;
  /** Likewise of the last impact rating. */
  readonly lastImpactNotes: ReadonlyMap<string, string | null>;
  /** What files printed of each objective last. */
  readonly published: readonly PublishedFact[];
  /** Who has an action of their own, by its id: `Sam Taylor, NHS; deputy Ola Example, Council`. */
  readonly itemOwners: ReadonlyMap<string, string>;
  /** Whom printed leads mean, in plain words, by id: as the office said once. */
  readonly leads: ReadonlyMap<string, string>;
  readonly today: Temporal.PlainDate;
  readonly terms: readonly TermDates[];
};

/** A cell with the field that it goes into, for the record of where everything came from. */
export type Sourced = { readonly field: PlanField; readonly cell: ReadCell };

export type ImportStep = { readonly ref: string; readonly sources: readonly Sourced[] } & (
  | {
      readonly do: 'add-objective';
      readonly area: { readonly ref: string; readonly name: string | null };
      readonly title: string;
      readonly due: FuzzyDate | null;
      readonly originalDue: FuzzyDate | null;
      readonly measure: string | null;
    }
  | {
      readonly do: 'change-objective';
      readonly objectiveId: string;
      readonly title?: string;
      readonly due?: FuzzyDate;
      readonly measure?: string;
    }
  | {
      readonly do: 'assign';
      readonly role: 'owner' | 'deputy';
      /** Of the objective's action; null: of the objective. */
      readonly itemRef: string | null;
      readonly people: readonly ImportPerson[];
      readonly before: readonly string[];
    }
  | {
      readonly do: 'rate';
      readonly rating: 'delivery' | 'impact';
      readonly fromRag: Rag | null;
      readonly rag: Rag;
      readonly note: string | null;
    }
  | {
      /** What the file prints is kept beside the plan's own, and not counted. */
      readonly do: 'publish';
      readonly what: PublishedFact['what'];
      readonly words: string;
      readonly rag: Rag | null;
      readonly note: string | null;
    }
  | {
      readonly do: 'add-item';
      readonly kind: 'action' | 'milestone' | 'measure' | 'evidence' | 'risk';
      /** Null: the next free one. */
      readonly itemRef: string | null;
      readonly title: string;
      readonly due: FuzzyDate | null;
      readonly originalDue: FuzzyDate | null;
      /** Of an action: the day that it starts, as printed. */
      readonly start: string | null;
      readonly status: 'not-started' | 'under-way' | 'done' | null;
    }
  | {
      readonly do: 'change-item';
      readonly itemId: string;
      readonly version: number;
      readonly title?: string;
      readonly due?: FuzzyDate;
      readonly start?: string;
      readonly status?: 'not-started' | 'under-way' | 'done';
    }
);

export type ImportDiff = {
  readonly steps: readonly ImportStep[];
  readonly changes: readonly CellChange[];
  readonly problems: readonly ImportProblem[];
  /** Open objectives of the plan that the file does not have; they are left as they are. */
  readonly absent: readonly { readonly ref: string; readonly title: string }[];
  readonly counts: {
    readonly rows: number;
    readonly added: number;
    readonly changed: number;
    readonly parts: number;
    readonly same: number;
  };
};

/** What the steps and changes of one row are written into. */
export type Draft = {
  readonly steps: ImportStep[];
  readonly changes: CellChange[];
  readonly problems: ImportProblem[];
};

/** A change as its cell words it. */
export function change(
  ref: string,
  field: PlanField,
  before: string | null,
  { text, place }: ReadCell,
): CellChange {
  return { ref, field, before, after: text, place };
}
