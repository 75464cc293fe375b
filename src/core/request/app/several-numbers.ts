// The numbers by which people name an agreement or a request, and what is said of lines that name more than they take: one
// line for each, ready to send.
import type { NumberList } from '../domain/number-list.ts';
import { type Result, refuse } from '../domain/result.ts';

/** Of so many the line to send is shown: each has all of the words, and a line may name thousands. */
const MOST_LINES = 10;

/**
 * Null: the line names one alone. Refusal: `several-numbers`.
 * @param named references or numbers, in the order typed
 * @param lineOf the line that is about one of them, with what was said
 * @param asWords the line in which all but the first are part of what is said; null: nothing can be said there
 */
export function refuseSeveral(
  named: readonly (string | number)[],
  lineOf: (one: string | number) => string,
  asWords: string | null,
): Result<never> | null {
  const [, ...further] = named;
  if (further.length === 0) return null;
  return refuse({
    ...{ code: 'several-numbers', why: 'each', further: further.map(String) },
    ...{ lines: named.slice(0, MOST_LINES).map((one) => lineOf(one).trim()), asWords },
  });
}

/**
 * Null: it is clear where the words begin. Refusal: `several-numbers`.
 * @param start the line up to the numbers
 */
export function refuseUnclear(
  { numbers, unclear, words }: NumberList,
  start: string,
): Result<never> | null {
  if (unclear.length === 0) return null;
  return refuse({
    ...{ code: 'several-numbers', why: 'words', further: unclear.map(String) },
    lines: [`${start} ${[...numbers, ...unclear].join(', ')}: ${words}`],
    asWords: `${start} ${numbers.join(', ')} ${quoted([...unclear, words].join(' '))}`,
  });
}

/** The words in quotation marks, so that nothing but words can be meant. */
export function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

/** Every number of the words, or null when something else is among them or there is none. */
export function parseNumbers(words: string): number[] | null {
  const parts = words.split(/(?:\s|,|\band\b)+/i).filter(Boolean);
  const numbers = parts.map((part) => /^#?(\d{1,6})$/.exec(part)?.[1]);
  if (numbers.length === 0 || numbers.includes(undefined)) return null;
  return [...new Set(numbers.map(Number))];
}
