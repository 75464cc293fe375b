// A date as plans give it: a day, a month, a season or a year.
import type { Temporal } from 'temporal-polyfill';

/** A date as printed, how exact it is, and the last day that it can mean. */
export type FuzzyDate = {
  readonly text: string;
  readonly precision: 'day' | 'month' | 'season' | 'year';
  readonly lastDay: Temporal.PlainDate;
};
