// What a KPI's cell can be: a figure with all that it says of itself, the statement that there is none, or unreadable.
import type { ChangeStatement } from './kpi-change-statement.ts';
import type { KpiNumber, NumberProblem } from './kpi-number.ts';
import type { KpiPeriod } from './kpi-period.ts';
import type { Token } from './kpi-tokens.ts';

export type KpiUnit =
  | 'per-cent'
  | 'points'
  | 'pounds'
  | 'ratio'
  | 'hours'
  | 'days'
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
  | 'revised'
  | 'break-in-series'
  | 'first-available';

export type KpiFigure = {
  readonly kind: 'figure';
  readonly tokens: readonly Token[];
  readonly number: KpiNumber;
  /** What the figure is worth: 1200000 for "£1.2m". */
  readonly value: number;
  readonly unit: KpiUnit;
  /** What is counted, e.g. "active appeals"; null: the cell does not say. */
  readonly words: string | null;
  /** The number that a rate stands for, e.g. 331 of "8.61% (331)". */
  readonly count: KpiNumber | null;
  /** The rate that a count stands for, e.g. 8.61 of "331 (8.61%)". */
  readonly rate: KpiNumber | null;
  /** The whole that it is a part of, e.g. 61 of "34.40% of 61 EHCPs". */
  readonly denominator: KpiNumber | null;
  readonly denominatorWords: string | null;
  readonly change: ChangeStatement | null;
  readonly period: KpiPeriod | null;
  readonly qualifiers: readonly KpiQualifier[];
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
  /** A period, and no figure of it. */
  | 'period-only'
  /** `2023` alone. */
  | 'year-or-count'
  /** `3/10`. */
  | 'date-or-share'
  /** Two figures, and nothing says how they belong together. */
  | 'two-figures'
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

export type MissingReason =
  | 'not-available'
  /** It is being prepared: a later release will have it. */
  | 'to-come'
  | 'not-applicable'
  /** `n/a` is one of the two above, and does not say which. */
  | 'not-available-or-applicable'
  /** Held back, so that nobody can be recognised. */
  | 'suppressed'
  /** A dash, or nothing at all. */
  | 'no-entry';

const PHRASES: readonly (readonly [RegExp, MissingReason])[] = [
  [/^identified as a priority for [^\d%]+$/, 'to-come'],
  [
    /^(?:tb[cad]|to be (?:confirmed|announced|determined|agreed)|to follow|pending|in development|awaited|awaiting (?:data|validation|publication)|not yet (?:available|published|known|collected)|data not yet available)$/,
    'to-come',
  ],
  [
    /^(?:(?:data|figures?|baseline) )?(?:not|un)[ -]?(?:available|collected|recorded|published|reported|known)$/,
    'not-available',
  ],
  [/^no (?:data|figures?|baseline)(?: (?:available|yet))?$/, 'not-available'],
  [/^(?:unknown|missing|\.\.|:|x|\[x\])$/, 'not-available'],
  [/^(?:not applicable|\.|z|\[z\])$/, 'not-applicable'],
  [/^(?:n\/a|n\.a\.|na)$/, 'not-available-or-applicable'],
  [/^(?:suppressed|redacted|withheld|confidential|c|\[c\]|\(c\))$/, 'suppressed'],
  [/^(?:|[-–—]{1,2})$/, 'no-entry'],
];

/** Why there is no figure; null: the text does not say that there is none. */
export function missingReason(text: string): MissingReason | null {
  const plain = text.trim().replace(/\s+/g, ' ').toLowerCase();
  return PHRASES.find(([form]) => form.test(plain))?.[1] ?? null;
}
