// Which way a figure went, from the two figures alone. What the document prints as its arrow is another thing, and
// whether a rise is good a third.
import type { KpiFigure, KpiQualifier, KpiValue } from './kpi-value.ts';

export type Direction = 'rose' | 'fell' | 'same';
export type Incomparable =
  | 'missing'
  | 'unreadable'
  /** "<5" is not one number. */
  | 'inexact'
  | 'units'
  /** A month against a year, a part of something against something else. */
  | 'periods';

export type ComputedDirection =
  | { readonly kind: 'comparable'; readonly direction: Direction }
  | { readonly kind: 'not-comparable'; readonly why: Incomparable };

const BOUNDS: readonly KpiQualifier[] = ['less-than', 'more-than', 'at-least', 'at-most'];
/** Figures are decimals; what arithmetic on them adds or drops is far below their last digit. */
const HAIR = 1e-9;

/** Compares a figure with an earlier one. */
export function computeDirection(before: KpiValue, after: KpiValue): ComputedDirection {
  const why = incomparable(before, after);
  if (why || before.kind !== 'figure' || after.kind !== 'figure')
    return { kind: 'not-comparable', why: why ?? 'missing' };
  const change = worthOf(after) - worthOf(before);
  const direction = Math.abs(change) < HAIR ? 'same' : change > 0 ? 'rose' : 'fell';
  return { kind: 'comparable', direction };
}

function incomparable(before: KpiValue, after: KpiValue): Incomparable | null {
  const both = [before, after];
  if (both.some(({ kind }) => kind === 'unreadable')) return 'unreadable';
  if (before.kind !== 'figure' || after.kind !== 'figure') return 'missing';
  if (isBound(before) || isBound(after)) return 'inexact';
  if (unitOf(before) !== unitOf(after) || isShare(before) !== isShare(after)) return 'units';
  if (balanceOf(before) !== balanceOf(after)) return 'units';
  const [earlier, later] = [before.period, after.period];
  return earlier && later && earlier.precision !== later.precision ? 'periods' : null;
}

/** Whether the figure is only an end of what it may be. */
export function isBound({ qualifiers, upTo }: KpiFigure): boolean {
  return upTo !== null || qualifiers.some((one) => BOUNDS.includes(one));
}

/** What a figure is worth for comparing: of `14 of 20`, the share. */
export function worthOf(figure: KpiFigure): number {
  return isShare(figure) && figure.denominator
    ? figure.value / figure.denominator.value
    : figure.value;
}

/** A figure alone may well be a count: 42, and then 38 young people. */
export function unitOf({ unit, per }: KpiFigure): string {
  return `${unit === 'none' ? 'count' : unit}${per ? ` per ${per.value}` : ''}`;
}

/** £5,000 over is not more than £3,000 under. */
function balanceOf({ unit, words }: KpiFigure): 'under' | 'over' | null {
  if (unit !== 'pounds' || words === null) return null;
  if (/\b(?:under(?:spend|spent)?|surplus|favourable|saving)\b/i.test(words)) return 'under';
  return /\b(?:over(?:spend|spent)?|deficit|adverse|shortfall)\b/i.test(words) ? 'over' : null;
}

function isShare({ unit, denominator }: KpiFigure): boolean {
  return denominator !== null && unit !== 'per-cent';
}

/** What a printed arrow says; null: a dash or nothing, which is never "no change". */
export function publishedDirection(printed: string): Direction | null {
  switch (printed.trim()) {
    case '↑':
      return 'rose';
    case '↓':
      return 'fell';
    case '↔':
    case '→':
      return 'same';
    default:
      return null;
  }
}
