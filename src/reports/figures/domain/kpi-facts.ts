// What is on record about one KPI, and how it reads: the facts that every message, digest and paper about KPIs is
// made of.
import type { Temporal } from 'temporal-polyfill';
import type { NamedTheme } from '../../../core/themes/domain/theme-name.ts';
import type { Direction } from './kpi-direction.ts';
import type { Polarity, ReadingAid } from './kpi-reading-aid.ts';
import type { Target, TargetReading } from './kpi-target.ts';
import type { KpiUnit } from './kpi-value.ts';

export type KpiColumn = 'baseline' | 'performance';
/** What a cell on record is: a figure of ours, what others reach, or what is planned for a period. */
export type KpiCell = KpiColumn | 'comparator' | 'trajectory';
export type Who = { readonly id: string; readonly name: string; readonly organisation: string };

/** One figure on record, as printed or as typed. */
export type Observation = {
  readonly id: string;
  readonly column: KpiColumn;
  /** 1: as published. */
  readonly ordinal: number;
  readonly raw: string;
  /** As typed; null: the column's heading says it. */
  readonly period: string | null;
  readonly recordedAt: Temporal.Instant;
  /** Null: it was published so. */
  readonly by: Who | null;
};

/** What others reach: England, statistical neighbours. */
export type Comparator = Omit<Observation, 'column'> & { readonly who: string };

/** A point on the way to a target. */
export type Planned = Omit<Observation, 'column'>;

export type PolarityChoice = {
  readonly polarity: Polarity;
  readonly by: Who;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
};

export type TargetFacts = Target & {
  readonly id: string;
  readonly dueText: string | null;
  readonly proposedBy: Who;
  readonly proposedAt: Temporal.Instant;
  readonly agreedBy: Who | null;
  readonly signedOffBy: Who | null;
  /** The meeting that signed it off. */
  readonly meeting: { readonly title: string; readonly on: Temporal.PlainDate } | null;
};

export type KpiComment = {
  readonly words: string;
  readonly by: Who;
  readonly at: Temporal.Instant;
};

export type KpiSource = { readonly document: string; readonly line: number; readonly text: string };

export type KpiFootnote = {
  readonly marker: string;
  readonly text: string;
  readonly place: 'name' | KpiColumn;
};

/** One KPI as it stands on record. */
export type KpiRecord = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly example: boolean;
  readonly theme: NamedTheme & { readonly id: string };
  readonly publishedDirection: string;
  readonly owner: Who | null;
  /** Headings of its table's two columns of figures; null: it is in no table. */
  readonly headers: { readonly baseline: string; readonly performance: string } | null;
  readonly headerSources: readonly KpiSource[];
  /** The baselines, then the performance, each in the order of recording. */
  readonly observations: readonly Observation[];
  /** In the order of recording; of one period and body the last counts. */
  readonly comparators: readonly Comparator[];
  /** What is planned for periods on the way to the newest target; of one period the last counts. */
  readonly trajectory: readonly Planned[];
  /** The plan's own polarity, which a choice takes the place of. */
  readonly planPolarity: Polarity;
  /** The oldest first; the last one counts. */
  readonly polarities: readonly PolarityChoice[];
  readonly targets: readonly TargetFacts[];
  readonly comments: readonly KpiComment[];
  readonly footnotes: readonly KpiFootnote[];
  readonly sources: readonly KpiSource[];
};

/** A point of its history, for a table or a line: `value` is null where there is no number. */
export type HistoryPoint = {
  readonly column: KpiColumn;
  /** Its period as printed or typed, else its column's heading. */
  readonly label: string;
  readonly raw: string;
  readonly value: number | null;
  readonly unit: KpiUnit | null;
  /** What a rate is per; null: it is none. */
  readonly per: number | null;
  /** The first and the last day of its period; null: nothing says which period it is of. */
  readonly from: Temporal.PlainDate | null;
  readonly until: Temporal.PlainDate | null;
  readonly at: Temporal.Instant;
  readonly by: Who | null;
  readonly published: boolean;
};

/** What one body reached in a period. */
export type ComparatorPoint = {
  readonly who: string;
  readonly raw: string;
  /** As printed or typed. */
  readonly label: string;
  readonly until: Temporal.PlainDate | null;
  readonly at: Temporal.Instant;
  readonly by: Who | null;
};

/** What is planned for a period. */
export type PlannedPoint = {
  readonly raw: string;
  readonly label: string;
  /** Null where it is no one number. */
  readonly value: number | null;
  readonly unit: KpiUnit | null;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
};

/** A KPI's newest figure in words, as it stands beside the published table. */
export type NewestFigure = {
  /** Number and name. */
  readonly kpi: string;
  /** With its period, or that it is the published one. */
  readonly figure: string;
  /** Better, worse, unclear or not comparable, and why. */
  readonly reading: string;
  /** How the target stands, and what it is. */
  readonly target: string;
};

/** One KPI, read. */
export type KpiFacts = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly example: boolean;
  readonly theme: KpiRecord['theme'];
  /** The published cells, character for character; empty where nothing had been recorded. */
  readonly baseline: string;
  readonly performance: string;
  readonly publishedDirection: string;
  /** What the printed arrow says; null: it is a dash or blank. */
  readonly published: Direction | null;
  /** What the two published cells say by themselves. */
  readonly computed: ReadingAid['computed'];
  /** The newest figure that there is, and the earliest that it is compared with. */
  readonly latest: HistoryPoint | null;
  readonly since: HistoryPoint | null;
  /** Of the newest figure against the earliest. */
  readonly aid: ReadingAid;
  readonly polarity: Polarity;
  readonly polarityChoice: PolarityChoice | null;
  readonly target: TargetFacts | null;
  readonly rag: TargetReading;
  readonly owner: Who | null;
  readonly comment: KpiComment | null;
  readonly history: readonly HistoryPoint[];
  /** Of each body and period what was recorded last, by the end of the period. */
  readonly comparators: readonly ComparatorPoint[];
  /** The way to the target, by the end of its periods. */
  readonly trajectory: readonly PlannedPoint[];
  readonly footnotes: readonly KpiFootnote[];
  readonly sources: readonly KpiSource[];
};

/** A KPI of one of the objective's themes, read with its polarity. */
export type KpiMovement = {
  readonly kpiNumber: number;
  readonly name: string;
  readonly worsening: boolean;
};
