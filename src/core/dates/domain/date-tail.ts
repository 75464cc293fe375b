// A date at the end of a line: "… by the end of July", "… 12 June 2024".
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from './fuzzy-date.ts';
import { type Direction, parseDate } from './parse-date.ts';

/** What leads up to a date at the end of words. */
const LEADING_UP = /(?<![\s,;–-])(?:[\s,;–-]+(?:on|in|by|during))?[\s,;–-]*$/i;
/** `by the end of July 2024` has six words. */
const MAX_WORDS = 6;

/** What stands before the date, and the date; null where the last words are none. */
export function splitDateTail(
  words: string,
  today: Temporal.PlainDate,
  direction: Direction,
): { readonly before: string; readonly date: FuzzyDate } | null {
  const parts = words.trim().replace(/[.]$/, '').split(/\s+/);
  for (let count = Math.min(MAX_WORDS, parts.length); count > 0; count--) {
    const date = parseDate(parts.slice(-count).join(' '), today, direction);
    if (date) {
      const before = parts.slice(0, -count).join(' ');
      // 31 February is no date; its month alone is not what was meant.
      if (date.precision === 'month' && /(?:^|\s)\d{1,2}(?:st|nd|rd|th)?$/.test(before))
        return null;
      return { before: before.replace(LEADING_UP, ''), date };
    }
  }
  return null;
}
