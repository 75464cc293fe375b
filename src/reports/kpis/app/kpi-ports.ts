// What the application asks of the record about KPIs: every figure with when and who, what was decided of each, and
// its sources.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { KpiCell, KpiRecord } from '../../figures/domain/kpi-facts.ts';
import type { Polarity } from '../../figures/domain/kpi-reading-aid.ts';
import type { TargetSense } from '../../figures/domain/kpi-target.ts';
import type { PrintedStatement } from '../domain/kpi-sanity.ts';

type By = { readonly personId: string; readonly at: Temporal.Instant };

export interface KpiFigureReads {
  /** All of a theme's, or all that there are, in the order of their numbers. */
  list(of?: { readonly themeId?: string; readonly number?: number }): Promise<KpiRecord[]>;
  /** What the documents say in figures outside the tables, with where it stands. */
  statements(): Promise<PrintedStatement[]>;
}

export interface KpiFigureWrites {
  /** Keeps the KPI from anybody else until the transaction is over. */
  hold(kpiId: string): Promise<void>;
  /** Adds a KPI to a theme, without figures. Returns its number, the next one. */
  create(themeId: string, name: string): Promise<number>;
  /** Adds a cell; those that are there stay. Returns its id. */
  add(
    kpiId: string,
    figure: { readonly column: KpiCell; readonly raw: string; readonly period: string | null },
    by: By,
  ): Promise<string>;
  choosePolarity(
    kpiId: string,
    choice: { readonly polarity: Polarity; readonly reason: string | null },
    by: By,
  ): Promise<void>;
  /** Null: nobody, that is its theme's co-chairs. */
  setOwner(kpiId: string, personId: string | null): Promise<void>;
  /** A new draft, which takes the place of the target before it. */
  proposeTarget(
    kpiId: string,
    target: {
      readonly sense: TargetSense;
      readonly raw: string;
      readonly tolerance: string | null;
      readonly due: FuzzyDate | null;
    },
    by: By,
  ): Promise<void>;
  /** Plans the way to the target that was proposed last, in place of any before. */
  planTrajectory(
    kpiId: string,
    points: readonly { readonly raw: string; readonly period: string }[],
    by: By,
  ): Promise<void>;
  agreeTarget(targetId: string, by: By): Promise<void>;
  signOffTarget(targetId: string, meetingId: string, by: By): Promise<void>;
  comment(kpiId: string, words: string, by: By): Promise<void>;
}

export type KpiFigureRepository = KpiFigureReads & KpiFigureWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly kpiFigures: KpiFigureReads;
  }
  interface Repositories {
    readonly kpiFigures: KpiFigureRepository;
  }
}
