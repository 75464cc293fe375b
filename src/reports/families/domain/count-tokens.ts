// A text as a row of words and numbers, each with its place, so that rules can ask what stands beside a number.
import { fold } from '../../../core/personal-data/domain/personal-data-text.ts';

export type Token = {
  readonly start: number;
  readonly end: number;
  /** In small letters. */
  readonly word: string;
  readonly capital: boolean;
  /** What a number says, in figures or in words; null: it is none. */
  readonly number: number | null;
  readonly percent: boolean;
};

/** Money, times, decimals, dates, references, ordinals: numbers of no people. */
const OTHER_WITH_FIGURE =
  '\\d{4}-\\d\\d-\\d\\d|\\d+/\\d+/\\d+|\\d+(?:[.:]\\d+)+|\\d+-years?-olds?\\b|\\d+\\p{L}{1,2}(?!\\p{L})[\\p{L}\\d:.]*';
const PERCENT = /\d+(?:\.\d+)?\s*(?:%|per ?cent\b)/iuy;
const WITH_FIGURE = new RegExp(OTHER_WITH_FIGURE, 'iuy');
const FIGURES = /\d{1,3}(?:,\d{3})+|\d+/y;
const REFERENCE = /\p{L}+\d[\p{L}\d:.]*/uy;
const WORD = /\p{L}+(?:['-]\p{L}+)*/uy;
const MONEY = /[£$€]\s*\d[\d,.]*/y;

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** `sixty-one` has its first part here. */
const NUMBER_WORDS: ReadonlySet<string> = new Set([...SMALL, ...TENS]);
const MANY = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/**
 * The words, numbers and marks of a text. `sixty-one` and `two hundred` are one number. What a token can be is known
 * by its first character, so that a text of marks alone costs no more than its length.
 */
export function countTokens(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  for (let at = 0; at < folded.length; ) {
    const token = tokenAt(folded, at);
    if (token) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return join(tokens);
}

/** Null: white space. */
function tokenAt(text: string, at: number): Token | null {
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (first >= '0' && first <= '9') return figuresAt(text, at);
  if (/\p{L}/u.test(first)) {
    const other = found(REFERENCE, text, at);
    const typed = other ?? found(WORD, text, at) ?? first;
    const word = typed.toLowerCase();
    const number = other === null ? spelled(word) : null;
    return tokenOf(at, typed, { word, number, capital: /^\p{Lu}/u.test(first) });
  }
  if (/\s/.test(first)) return null;
  return tokenOf(at, (/[£$€]/.test(first) ? found(MONEY, text, at) : null) ?? first);
}

function figuresAt(text: string, at: number): Token {
  const percent = found(PERCENT, text, at);
  if (percent !== null)
    return tokenOf(at, percent, { number: Number.parseFloat(percent), percent: true });
  const other = found(WITH_FIGURE, text, at);
  if (other !== null) return tokenOf(at, other);
  const figures = found(FIGURES, text, at) ?? '';
  return tokenOf(at, figures, { number: Number(figures.replaceAll(',', '')) });
}

function tokenOf(
  start: number,
  typed: string,
  {
    word = typed.toLowerCase(),
    number = null,
    capital = false,
    percent = false,
  }: Partial<Token> = {},
): Token {
  return { start, end: start + typed.length, word, capital, number, percent };
}

/** What a sticky expression finds at this place. */
function found(form: RegExp, text: string, at: number): string | null {
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? null;
}

function spelled(word: string): number | null {
  const [tens = '', unit] = word.split('-');
  const ten = TENS.indexOf(tens);
  if (ten >= 0) {
    const one = unit === undefined ? 0 : SMALL.indexOf(unit) + 1;
    return unit !== undefined && (one === 0 || one > 9) ? null : (ten + 2) * 10 + one;
  }
  const small = SMALL.indexOf(word);
  return small >= 0 ? small + 1 : null;
}

/** Numbers of several words as one: `two hundred and six`, `sixty one`, `3 million`. */
function join(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (!first) break;
    let { number, end } = first;
    for (let next = tokens[at + 1]; number !== null && !first.percent && next; ) {
      const times = MANY.get(next.word);
      const after = next.word === 'and' && number >= 100 ? tokens[at + 2] : next;
      const adds = after && !after.percent && NUMBER_WORDS.has(after.word.split('-', 1)[0] ?? '');
      const fits = adds && after.number !== null && number % (number < 100 ? 10 : 100) === 0;
      if (times !== undefined) number *= times;
      else if (
        fits &&
        number >= 20 &&
        isSpelled(first) &&
        (after.number ?? 0) < (number < 100 ? 10 : 100)
      )
        number += after.number ?? 0;
      else break;
      at += after === next ? 1 : 2;
      end = (after ?? next).end;
      next = tokens[at + 1];
    }
    joined.push(end === first.end ? first : { ...first, number, end });
  }
  return joined;
}

function isSpelled({ word }: Token): boolean {
  return /^\p{L}/u.test(word);
}
