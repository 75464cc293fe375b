// Days and periods within a sentence: the longest run of its words that the reader of dates reads, or nothing.
import type { Temporal } from 'temporal-polyfill';
import { type DateContext, parseDate } from '../../../core/dates/domain/parse-date.ts';
import { parsePeriod } from '../../../core/dates/domain/parse-period.ts';

/** `12 August 2024 to 23 August 2024` has seven words. */
const MOST_WORDS = 8;
/** `12/08/2024` has three, `12/08/2024 to 23/08/2024` six. */
const NUMBERS_OF_DAY = 3;
const NUMBERS_OF_PERIOD = 2 * NUMBERS_OF_DAY;
/** What stands between words, such as a dash, neither begins a date nor ends one. */
const AT_ITS_ENDS = /^[\p{L}\p{N}][\s\S]*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u;
/** Whoever asks says when within so many words; what is longer is a text, and would keep everybody waiting. */
const SAID_WITHIN = 60;
/** No day is in words without one of these. */
const DAYLIKE =
  /\d|mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|next|week|fortnight|month|term|half|easter|christmas|summer|spring|autumn|day/i;

/** The day that the sentence names; null: none, or one that may be two. */
export function dayIn(
  text: string,
  today: Temporal.PlainDate,
  context: DateContext,
): Temporal.PlainDate | null {
  return longest(WISHED_FOR.exec(text)?.[1] ?? text, NUMBERS_OF_DAY, (words) => {
    const read = parseDate(words, today, 'future', context);
    if (read.kind === 'unread') return read.readings.length > 0 ? 'unsure' : null;
    return read.kind === 'date' && (read.date.precision === 'day' || NEXT_WEEK.test(words))
      ? read.firstDay
      : null;
  });
}

/** “I’m out on Thursday, chase me Monday”: the day that is asked for, where another one is said as well. */
const WISHED_FOR =
  /\b(?:(?:remind|chase|nudge|ask|ping|message|try|tell) (?:me|us)(?: again)?|until|till|til|by) ((?:on )?\S*(?:day|tomorrow|week|\d)\b[\s\S]*)$/i;

/** Whoever says “remind me next week” means its first day. */
const NEXT_WEEK = /\bnext week\b/i;

/** The days that the sentence spans, in its own words, as a line takes them; null: none, or some that may be others. */
export function periodIn(
  text: string,
  today: Temporal.PlainDate,
  context: DateContext,
): string | null {
  return longest(text, NUMBERS_OF_PERIOD, (words) => {
    const read = parsePeriod(words, today, context);
    if (read.kind === 'period') return words.replace(/^(?:from|on|for)\s+/i, '');
    return read.readings.length > 0 ? 'unsure' : null;
  });
}

/** The first of the longest runs of words that is read; null as soon as one of them is not certain. */
function longest<T>(
  text: string,
  mostNumbers: number,
  read: (words: string) => T | 'unsure' | null,
): T | null {
  const words = text
    .replace(/(?<![?!,;])[?!,;]+(?=\s|$)|\.(?=\s|$)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, SAID_WITHIN);
  for (let count = Math.min(MOST_WORDS, words.length); count >= 1; count--)
    for (let at = 0; at + count <= words.length; at++) {
      const said = words.slice(at, at + count).join(' ');
      if (!AT_ITS_ENDS.test(said) || !DAYLIKE.test(said)) continue;
      if ((said.match(/\d+/g) ?? []).length > mostNumbers) continue;
      const found = read(said);
      if (found === 'unsure') return null;
      if (found !== null) return found;
    }
  return null;
}
