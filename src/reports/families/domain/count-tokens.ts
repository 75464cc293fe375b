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

const PERCENT = '\\d+(?:\\.\\d+)?\\s*(?:%|per ?cent\\b)';
/** Money, times, decimals, dates, references, ordinals: numbers of no people. */
const NO_COUNT =
  '[£$€]\\s*\\d[\\d,.]*|\\d{4}-\\d\\d-\\d\\d|\\d+/\\d+/\\d+|\\d+(?:[.:]\\d+)+|\\d+-years?-olds?\\b|\\d+\\p{L}{1,2}(?!\\p{L})[\\p{L}\\d:.]*|\\p{L}+\\d[\\p{L}\\d:.]*';
const TOKEN = new RegExp(
  `(?<percent>${PERCENT})|(?<other>${NO_COUNT})|(?<figures>\\d{1,3}(?:,\\d{3})+|\\d+)|(?<word>\\p{L}+(?:['-]\\p{L}+)*)|\\S`,
  'giu',
);

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MANY = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** The words, numbers and marks of a text. `sixty-one` and `two hundred` are one number. */
export function countTokens(text: string): Token[] {
  const tokens = [...fold(text).matchAll(TOKEN)].map(({ index, 0: typed, groups = {} }): Token => {
    const word = typed.toLowerCase();
    return {
      ...{ start: index, end: index + typed.length, word },
      capital: /^\p{Lu}/u.test(typed),
      number: groups.percent
        ? Number.parseFloat(word)
        : groups.figures
          ? Number(word.replaceAll(',', ''))
          : spelled(word),
      percent: groups.percent !== undefined,
    };
  });
  return join(tokens);
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
      const adds =
        after && !after.percent && SMALL.concat(TENS).includes(after.word.split('-')[0] ?? '');
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
    joined.push({ ...first, number, end });
  }
  return joined;
}

function isSpelled({ word }: Token): boolean {
  return /^\p{L}/u.test(word);
}
