// The delivery rating of an objective and the words that people type for it.
import { splitFirst } from './text-ends.ts';

export type Rag = 'red' | 'amber' | 'green' | 'blue';

export const ragOrder = ['red', 'amber', 'green', 'blue'] as const satisfies readonly Rag[];

/** Word and shape: a reader who sees no colour can tell every rating. */
export const ragLooks = {
  red: { word: 'Red', symbol: '🛑' },
  amber: { word: 'Amber', symbol: '🔶' },
  green: { word: 'Green', symbol: '🟢' },
  blue: { word: 'Blue', symbol: '🟦' },
} as const satisfies Record<Rag, { word: string; symbol: string }>;

const wordings: Record<string, Rag> = {
  red: 'red',
  r: 'red',
  'off track': 'red',
  'off-track': 'red',
  '🔴': 'red',
  '🛑': 'red',
  '🟥': 'red',
  amber: 'amber',
  a: 'amber',
  'at risk': 'amber',
  'at-risk': 'amber',
  '🟠': 'amber',
  '🟡': 'amber',
  '🔶': 'amber',
  '🟧': 'amber',
  '🟨': 'amber',
  green: 'green',
  g: 'green',
  'on track': 'green',
  'on-track': 'green',
  '🟢': 'green',
  '🟩': 'green',
  blue: 'blue',
  b: 'blue',
  complete: 'blue',
  completed: 'blue',
  '🔵': 'blue',
  '🟦': 'blue',
};

export type RagReading =
  | { readonly kind: 'rating'; readonly rag: Rag; readonly rest: string }
  /** A second rating follows the first: `amber green …` or `amber/green`. */
  | { readonly kind: 'two'; readonly ratings: readonly Rag[]; readonly rest: string }
  /** One letter off a rating word, e.g. `ambr`. */
  | {
      readonly kind: 'near';
      readonly typed: string;
      readonly suggestion: Rag;
      readonly rest: string;
    }
  | { readonly kind: 'none' };

/**
 * Reads a rating from the start of `input`; what follows is the note, untouched.
 * A note that begins with a colour word goes in quotation marks: `amber "red tape reduced"`.
 */
export function parseRag(input: string): RagReading {
  const trimmed = input.trim();
  const first = leadingRag(trimmed);
  if (first) return withoutSecond(first.rag, afterItsWord(first));
  const [word, rest] = splitFirstWord(trimmed);
  const parts = plain(word)
    .split(/[/+&,-]/)
    .map(ragNamed);
  const [one, two] = parts;
  if (parts.length === 2 && one && two) return { kind: 'two', ratings: [one, two], rest };
  const suggestion = nearRag(word);
  return suggestion ? { kind: 'near', typed: word, suggestion, rest } : { kind: 'none' };
}

/** The rating that a whole text names, or null: for filters such as `outstanding red`. */
export function ragNamed(input: string): Rag | null {
  const word = plain(input);
  // Own words only: every object also knows `constructor`.
  return Object.hasOwn(wordings, word) ? (wordings[word] ?? null) : null;
}

/** The rating whose colour or symbol a text begins with, or null: `green light` does, `a start` does not. */
export function leadingColour(input: string): Rag | null {
  const first = leadingRag(input);
  return first && isUnmistakable(first.typed) ? first.rag : null;
}

/** A rating copied from a message is a symbol and its word, `🛑 Red`: together they are one. */
function afterItsWord({ rag, typed, rest }: { rag: Rag; typed: string; rest: string }): string {
  if (Object.hasOwn(ragLooks, plain(typed))) return rest;
  const [word, after] = splitFirstWord(rest);
  return isUnmistakable(typed) && word.toLowerCase() === rag ? after : rest;
}

function withoutSecond(rag: Rag, rest: string): RagReading {
  const second = leadingRag(rest);
  // A single letter or "complete" may well begin a note; a colour word or symbol may not.
  if (second && isUnmistakable(second.typed)) {
    return { kind: 'two', ratings: [rag, second.rag], rest: second.rest };
  }
  return { kind: 'rating', rag, rest };
}

function leadingRag(input: string): { rag: Rag; typed: string; rest: string } | null {
  const [one, afterOne] = splitFirstWord(input);
  const [two, afterTwo] = splitFirstWord(afterOne);
  const pair = ragNamed(`${plain(one)} ${plain(two)}`);
  if (pair) return { rag: pair, typed: `${one} ${two}`, rest: afterTwo };
  const single = ragNamed(one);
  return single ? { rag: single, typed: one, rest: afterOne } : null;
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/\uFE0F/g, '')
    .replace(/(?<![:,.;])[:,.;]+$/, '');
}

function isUnmistakable(typed: string): boolean {
  const word = plain(typed);
  return Object.hasOwn(ragLooks, word) || /\p{Extended_Pictographic}/u.test(word);
}

function splitFirstWord(input: string): [string, string] {
  const { word, rest } = splitFirst(input.trim());
  return [word, rest];
}

function nearRag(word: string): Rag | null {
  const typed = plain(word);
  if (typed.length < 4) return null;
  return ragOrder.find((rag) => rag.length > 3 && isOneEditAway(typed, rag)) ?? null;
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const tails = [a.slice(start), b.slice(start)] as const;
  const sameTail = tails[0].slice(1) === tails[1].slice(1);
  const swapped =
    tails[0][0] === tails[1][1] &&
    tails[0][1] === tails[1][0] &&
    tails[0].slice(2) === tails[1].slice(2);
  return sameTail || swapped || tails[0].slice(1) === tails[1] || tails[0] === tails[1].slice(1);
}

/** Delivery: is the work done? Impact: do families feel it? */
export type RatingKind = 'delivery' | 'impact';
