// What a person is known by in the words of the record, and those words without them.
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';

export type Traces = {
  readonly personId: string;
  /** What they are called from now on, for example “a former owner 7”. */
  readonly label: string;
  /** What stands where their words stood. */
  readonly erased: string;
  /** Every name that they had, in full. */
  readonly names: readonly string[];
  /** Parts of their names that are nobody else's and no other word: enough to know them by. */
  readonly parts: readonly string[];
  /** E-mail addresses, with what stands in the place of each. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Ids of their chat accounts and conversations. */
  readonly accounts: readonly string[];
};

const SHORTEST_PART = 3;
/** A shorter text that was erased may well be another's words too: it goes where it stands alone. */
const TELLING = 12;
export const NO_ACCOUNT = 'erased';

/**
 * The parts of names by which the person is known.
 * @param others names of other people, organisations, themes and areas, and the plan's titles
 */
export function tellingParts(names: readonly string[], others: readonly string[]): string[] {
  const taken = new Set(others.flatMap((one) => wordsOf(one.toLowerCase())));
  const parts = names.flatMap((name) => wordsOf(name));
  return [...new Set(parts)].filter(
    (part) =>
      part.length >= SHORTEST_PART &&
      /^\p{Lu}/u.test(part) &&
      !taken.has(part.toLowerCase()) &&
      !areEnglish([part]),
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '');
}

/** Everything to look for in the database before a row is looked at closely. */
export function needles({ personId, names, parts, addresses, accounts }: Traces): string[] {
  return [`⟦${personId}⟧`, ...names, ...parts, ...addresses.keys(), ...accounts];
}

/** Whether words that somebody wrote speak of the person. */
export function mentions(text: string, traces: Traces): boolean {
  const { personId, names, parts, addresses, accounts } = traces;
  return (
    text.includes(`⟦${personId}⟧`) ||
    [...names, ...addresses.keys()].some((one) => whole(one, 'iu').test(text)) ||
    [...parts, ...accounts].some((one) => whole(one, 'u').test(text))
  );
}

/** A sentence of the bot's own, or of the plan, with the label in the place of the name. */
export function relabelled(text: string, traces: Traces): string {
  const { names, addresses, accounts, label } = traces;
  let without = text;
  for (const one of accounts) without = without.replace(whole(one, 'gu'), NO_ACCOUNT);
  for (const [address, instead] of addresses)
    without = without.replace(whole(address, 'giu'), instead);
  for (const name of names) without = without.replace(whole(name, 'giu'), label);
  return without;
}

/** The same where a part of the name is enough: in the office's log, which only the bot writes. */
export function relabelledWhole(text: string, traces: Traces): string {
  let without = relabelled(text, traces);
  for (const part of traces.parts) without = without.replace(whole(part, 'gu'), traces.label);
  return without;
}

/**
 * Data that repeats words and names: names become the label, and what repeats erased words says that they are erased.
 * @param gone words that were erased elsewhere
 */
export function withoutTraces(value: unknown, traces: Traces, gone: readonly string[]): unknown {
  if (typeof value === 'string') {
    const repeats = gone.some(
      (one) => value === one || (one.length >= TELLING && value.includes(one)),
    );
    return repeats ? traces.erased : relabelledWhole(value, traces);
  }
  if (Array.isArray(value)) return value.map((one) => withoutTraces(one, traces, gone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutTraces(one, traces, gone)]),
  );
}

/** Whether erased words are worth looking for inside other text. */
export function isTelling(words: string): boolean {
  return words.length >= TELLING;
}

function whole(words: string, flags: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags);
}
