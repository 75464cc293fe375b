// What a board pack says, before it is worded.
import type { Temporal } from 'temporal-polyfill';
import type { HistoryEntry } from '../domain/history-entry.ts';
import type { Objective, StatusEntry } from '../domain/objective.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import type { Rag } from '../domain/rag.ts';
import type { NamedTheme } from '../domain/theme-name.ts';
import type { ChartData } from './chart-data.ts';
import type { KpiTableFacts } from './kpi-table.ts';
import type { ChangeFacts } from './plan-change.ts';

export type PackFacts = {
  readonly partnership: string;
  readonly forum: string;
  readonly meeting: {
    readonly title: string;
    readonly heldOn: Temporal.PlainDate;
    readonly example: boolean;
  };
  readonly number: number;
  readonly version: number;
  readonly madeBy: string;
  readonly asAt: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
  readonly hasExamples: boolean;
  readonly since: PackSince | null;
  /** The open objectives, and those that were closed since. */
  readonly objectives: readonly PackObjective[];
  readonly themes: readonly PackTheme[];
  /** How the ratings stood at earlier meetings and now; the oldest first. */
  readonly ratings: Extract<ChartData, { kind: 'rag-over-time' }>['points'];
  readonly openChanges: readonly ChangeFacts[];
  readonly decidedChanges: readonly ChangeFacts[];
  /** Everything that was recorded since, the oldest first. */
  readonly entries: readonly HistoryEntry[];
} & PackExtras;

/** What the pack says as well, where it is known. Whoever gathers the facts gives it. */
export type PackExtras = {
  /** By KPI number. */
  readonly readings?: ReadonlyMap<number, KpiReadingFacts>;
  /** By theme id: its approved highlight report, heading by heading. */
  readonly highlights?: ReadonlyMap<string, HighlightFacts>;
  /** By objective id: how a rating is shown whose return has not come for a cycle or more. */
  readonly faded?: ReadonlyMap<string, FadedRating>;
  /** Targets that wait for a meeting to sign them off. */
  readonly targets?: readonly { readonly kpi: string; readonly target: string }[];
};

export type KpiReadingFacts = {
  /** The newest figure on record, with its period, or that it is the published one. */
  readonly newest: string;
  /** Better, worse, unclear or not comparable, and why. */
  readonly aid: string;
  readonly target: string | null;
  readonly commentary: string | null;
  readonly trend?: ChartData;
};

export type HighlightFacts = {
  readonly approved: string;
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
};

export type FadedRating = {
  /** What it counts as: a stale green is not counted green. */
  readonly rag: Rag | null;
  /** `last known green`. */
  readonly words: string;
};

/** The pack of an earlier meeting, or that meeting itself. */
export type PackSince = {
  readonly at: Temporal.Instant;
  readonly pack: { readonly number: number; readonly version: number } | null;
  readonly meeting: { readonly title: string; readonly heldOn: Temporal.PlainDate };
};

export type PackObjective = {
  readonly objective: Objective;
  /** Undefined: the record did not have it. */
  readonly ratingThen: Rag | null | undefined;
  readonly last: StatusEntry | null;
  readonly noReturn: boolean;
  readonly items: readonly PlanItem[];
  readonly sources: readonly { readonly document: string; readonly line: number }[];
};

export type PackTheme = NamedTheme & {
  readonly id: string;
  readonly kpis:
    | (Omit<KpiTableFacts, 'rows'> & {
        readonly rows: readonly (KpiTableFacts['rows'][number] & { readonly number: number })[];
      })
    | null;
};

/** The rating that a pack shows and counts. */
export function shownRating(
  { id, rag }: Objective,
  { faded }: PackExtras,
): { readonly rating: Rag | null; readonly after?: string } {
  const fade = faded?.get(id);
  return fade ? { rating: fade.rag, after: `(${fade.words})` } : { rating: rag };
}
