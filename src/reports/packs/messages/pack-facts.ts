// What a board pack says, before it is worded.
import type { Temporal } from 'temporal-polyfill';
import type { ChangeFacts } from '../../../control/plan-changes/messages/proposal-text.ts';
import type { Rated } from '../../../core/message/domain/standing.ts';
import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import type { NamedTheme } from '../../../core/themes/domain/theme-name.ts';
import type { RatingNews } from '../../../cycle/ratings/domain/rating-news.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { RatingStory } from '../../../plan/objectives/domain/rating-story.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { KpiTableFacts } from '../../kpis/messages/kpi-table.ts';

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
  /** How the ratings stood at earlier meetings, as their packs said where they had one, and now; the oldest first. */
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

/** The pack of an earlier meeting, or that meeting itself. */
export type PackSince = {
  readonly at: Temporal.Instant;
  readonly pack: { readonly number: number; readonly version: number } | null;
  readonly meeting: { readonly title: string; readonly heldOn: Temporal.PlainDate };
};

export type PackObjective = {
  /** With how far its rating has faded. */
  readonly objective: Objective;
  /** As the last pack showed it; in a first pack, as it was published. Undefined: it was not there. */
  readonly before: Rated | undefined;
  /** Null: it has no rating. */
  readonly story: RatingStory | null;
  /** What is new of its ratings since the last pack. */
  readonly news: readonly RatingNews[];
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
