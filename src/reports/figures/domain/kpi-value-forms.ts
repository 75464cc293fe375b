// The words and marks that stand around a figure, as sticky forms for a scanner.
import { PERIOD_RUN } from './kpi-period.ts';
import type { KpiQualifier, KpiUnit } from './kpi-value-types.ts';

export const SPACE = /\s+/y;
export const MARKS = /[*†‡§¶]+|[¹²³⁴-⁹]+|\[(?:\d{1,2}|note \d{1,2})\]/iy;
export const PREFIXES: readonly (readonly [RegExp, KpiQualifier])[] = [
  [/≤|up to(?=\s)|at most(?=\s)|no more than(?=\s)/iy, 'at-most'],
  [/≥|at least(?=\s)|no fewer than(?=\s)|no less than(?=\s)/iy, 'at-least'],
  [/<|(?:fewer|less) than(?=\s)|under(?=\s)|below(?=\s)/iy, 'less-than'],
  [/>|more than(?=\s)|over(?=\s)|above(?=\s)/iy, 'more-than'],
  [
    /~|≈|c\.|circa(?=\s)|approx(?:imately|\.)?(?=\s|\d)|about(?=\s)|around(?=\s)|roughly(?=\s)|nearly(?=\s)|almost(?=\s)/iy,
    'approximate',
  ],
  [/(?:provisional|interim)(?::|(?=\s))/iy, 'interim'],
  [/estimated(?::|(?=\s))/iy, 'estimate'],
];
export const SUFFIXES: readonly (readonly [RegExp, KpiQualifier])[] = [
  [/first available (?:data|figures?)/iy, 'first-available'],
  [/\[p\]|\(p\)|(?:interim|provisional|unvalidated|draft)(?: (?:figures?|data))?\b/iy, 'interim'],
  [/\[e\]|\(e\)|estimated?\b/iy, 'estimate'],
  [/\[r\]|\(r\)|revised\b/iy, 'revised'],
  [/\[b\]|break in (?:the )?series/iy, 'break-in-series'],
  [/approx(?:imately|\.|\b)|rounded\b|\[u\]/iy, 'approximate'],
  [/or (?:fewer|less|under)\b/iy, 'at-most'],
  [/or (?:more|over|above)\b/iy, 'at-least'],
];
export const UNITS: readonly (readonly [RegExp, KpiUnit])[] = [
  [/percentage points?\b|ppts?\b|pp\b/iy, 'points'],
  [/%|per ?cent\b/iy, 'per-cent'],
  [/points?\b/iy, 'points'],
  [/hours?\b|hrs?\b/iy, 'hours'],
  [/(?:working |calendar |school )?days?\b/iy, 'days'],
  [/weeks?\b|wks?\b/iy, 'weeks'],
  [/months?\b/iy, 'months'],
  [/years?\b/iy, 'years'],
];
export const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:\s+million\b)/iy, 6],
  [/(?:\s+thousand\b)/iy, 3],
  [/(?:\s+billion\b)/iy, 9],
];
export const POUND_SCALES: readonly (readonly [RegExp, number])[] = [
  [/bn\b/iy, 9],
  [/m\b/iy, 6],
  [/k\b/iy, 3],
];
/** A period may begin here, perhaps with the word that leads up to it. */
const TIME = `(?:(?:in|for|during|at|as at|on|since|to|from)\\s+)?${PERIOD_RUN.source}`;
const WORD = `(?!${TIME}|(?:of|in|out of|up|down) \\d)[a-z][a-z’'/&-]*`;
/** What is counted; a figure, a bracket or a period that follows is none of these words. */
export const WORDS = new RegExp(`${WORD}(?: ${WORD}){0,7}`, 'iy');
export const LEADING = /(?:in|for|during|as at|at|on|to|from|since)(?=\s+\S)/iy;
/** Words that turn a figure into something else than itself. */
export const DOUBTFUL =
  /(?:^|\s)(?:not|no|or|and|than|unknown|maybe|perhaps|possibly|vs|versus|minus|plus|times|to|from|if|but|tbc|except)(?=\s|$)/i;
