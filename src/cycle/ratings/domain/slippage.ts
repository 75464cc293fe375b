// How late things have been, by the plan's own history: the day on which something was completed against the date
// that it first had, so that a date that was moved hides nothing.
import type { Temporal } from 'temporal-polyfill';

/** Fewer than this say nothing about the next one. */
export const ENOUGH_COMPLETED = 5;

export type Completed = {
  /** The last day that its first date can mean. */
  readonly due: Temporal.PlainDate;
  readonly doneOn: Temporal.PlainDate;
};

export type Slippage = {
  /** What it is of: a theme's name or the whole plan. */
  readonly of: string;
  /** Days late; before its date is less than none. */
  readonly median: number;
  readonly earliest: number;
  readonly latest: number;
  readonly count: number;
};

/** Null while too few were completed. */
export function slippageOf(of: string, completed: readonly Completed[]): Slippage | null {
  if (completed.length < ENOUGH_COMPLETED) return null;
  const days = completed
    .map(({ due, doneOn }) => due.until(doneOn).days)
    .sort((one, other) => one - other);
  const [earliest = 0] = days;
  return { of, median: medianOf(days), earliest, latest: days.at(-1) ?? 0, count: days.length };
}

/** Of an even number the later of the two in the middle: half a day is none. */
function medianOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
