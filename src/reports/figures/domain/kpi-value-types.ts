// What a KPI's cell can be: a figure with all that it says of itself, the statement that there is none, or unreadable.

import type { PrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import type { ChangeStatement } from '../rules/kpi-change-statement.ts';
import type { KpiNumber, NumberProblem } from '../rules/kpi-number.ts';
import type { Token } from '../rules/kpi-tokens.ts';
import type { MissingReason } from './kpi-missing.ts';

export type KpiUnit =
  | 'per-cent'
  | 'points'
  | 'pounds'
  /** One beside the other, neither a part: `1:12`. */
  | 'ratio'
  /** So many in so many: `1 in 6`. */
  | 'share'
  /** So many per 1,000, 10,000 or another number: `51.7 per 10,000`. */
  | 'rate'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'working-days'
  | 'school-days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'count'
  /** A figure alone: a count or a score, the cell does not say. */
  | 'none';

export type KpiQualifier =
  | 'less-than'
  | 'more-than'
  | 'at-least'
  | 'at-most'
  | 'approximate'
  | 'interim'
  | 'estimate'
  | 'forecast'
  | 'unreliable'
  | 'revised'
  | 'break-in-series'
  | 'first-available';

/** A second figure that a cell states beside its own, and what it is: never the KPI's figure. */
export type Against = {
  readonly kind: 'comparator' | 'target' | 'previous';
  /** As printed: "England", "nationally", "target", "last year". */
  readonly who: string;
  readonly number: KpiNumber;
  readonly value: number;
  readonly unit: KpiUnit;
  readonly qualifiers: readonly KpiQualifier[];
  /** As printed, all of it. */
  readonly text: string;
};

/** How far off the figure may be: two ends, or so much either way. */
export type Interval = {
  readonly low: KpiNumber | null;
  readonly high: KpiNumber | null;
  readonly margin: KpiNumber | null;
  /** What the cell calls it, e.g. "95% CI"; null: it does not say. */
  readonly says: string | null;
};

export type KpiFigure = {
  readonly kind: 'figure';
  readonly tokens: readonly Token[];
  readonly number: KpiNumber;
  /** What the figure is worth: 1200000 for "£1.2m". */
  readonly value: number;
  readonly unit: KpiUnit;
  /** What the other end of a range is worth, e.g. 20 of "10 to 20"; null: it is one figure. */
  readonly upTo: number | null;
  /** What a rate is per, e.g. 10,000, and of whom. */
  readonly per: KpiNumber | null;
  readonly perWords: string | null;
  /** What is counted, or what else stands behind the unit, e.g. "active appeals"; null: nothing. */
  readonly words: string | null;
  /** The number that a rate stands for, e.g. 331 of "8.61% (331)". */
  readonly count: KpiNumber | null;
  readonly countWords: string | null;
  /** The rate that a count stands for, e.g. 8.61 of "331 (8.61%)". */
  readonly rate: KpiNumber | null;
  /** The whole that it is a part of, e.g. 61 of "34.40% of 61 EHCPs". */
  readonly denominator: KpiNumber | null;
  readonly denominatorWords: string | null;
  /** How many a survey or a rate rests on, e.g. 226 of "54% (n=226)", and who they are. */
  readonly base: KpiNumber | null;
  readonly baseWords: string | null;
  readonly change: ChangeStatement | null;
  readonly period: PrintedPeriod | null;
  readonly interval: Interval | null;
  readonly against: readonly Against[];
  readonly qualifiers: readonly KpiQualifier[];
  /** Arrows and ratings that stand beside it, as printed. They say nothing of its own worth. */
  readonly beside: readonly string[];
  /** What else stands in brackets, in its own words. */
  readonly remarks: readonly string[];
  /** Marks of footnotes, e.g. `*`. */
  readonly marks: readonly string[];
};

export type KpiMissing = {
  readonly kind: 'missing';
  readonly tokens: readonly Token[];
  readonly reason: MissingReason;
  readonly marks: readonly string[];
};

export type ValueProblem =
  | NumberProblem
  | 'no-figure'
  /** `#DIV/0!`: the sheet it came from has a fault. */
  | 'spreadsheet-error'
  /** `Amber`, `G`: a rating and no figure. */
  | 'rating-only'
  /** `None`, `No appeals`: nought, or nothing known. */
  | 'nought-or-nothing'
  /** `up 12%`: by how much, and not to what. */
  | 'change-only'
  /** `England 46%`: somebody else's figure, or a target. */
  | 'others-figure'
  /** `(3.2%)`: less than nought, or only set in brackets. */
  | 'bracketed'
  /** `12.4m`: millions, months or metres. */
  | 'million-or-unit'
  /** `10:30`: a time or a ratio. */
  | 'time-or-ratio'
  /** `(2021/22, Q3)`: a period said in two pieces, or two of them. */
  | 'period-in-parts'
  /** `(21/22)`: a year or a part. */
  | 'year-or-share'
  /** `53.7% (1)`: no whole number makes 1 that share. */
  | 'count-impossible'
  /** A period, and no figure of it. */
  | 'period-only'
  /** `2023` alone. */
  | 'year-or-count'
  /** `3/10`. */
  | 'date-or-share'
  /** Two figures, and nothing says how they belong together. */
  | 'two-figures'
  /** A range whose ends are not certain. */
  | 'range'
  | 'part-over-whole'
  | 'of-nothing'
  | 'unknown-words'
  | 'too-long';

export type KpiUnreadable = {
  readonly kind: 'unreadable';
  readonly tokens: readonly Token[];
  readonly problem: ValueProblem;
};

export type KpiValue = KpiFigure | KpiMissing | KpiUnreadable;
