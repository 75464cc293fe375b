// Counts under five in words that families read: “3 of 61 families”, “two children”, and “58 of 61 families”, which gives
// three away. A number is a count where people or their cases stand beside it. Numbers of schools, visits or weeks tell of
// no child, and “no”, “none”, “zero” and “all” are how promises are put: they pass. A 0 in figures is hidden, as
// `hideSmall` hides it, and so is 61 of 61, which leaves 0: it says of everybody who is known to be one of them.
import { slice, wordAt } from './count-grammar.ts';
import { SINGULAR, words } from './count-nouns.ts';
import { countTokens, type Token } from './count-tokens.ts';
import { type Hit, rules } from './small-count-rules.ts';

export type SmallCount = {
  readonly start: number;
  readonly end: number;
  /** As they stand there: `3 of 61 families`. */
  readonly words: string;
  /** What can stand in their place: `fewer than five of 61 families`. */
  readonly instead: string;
};

const QUALIFIERS = words('only just exactly about around nearly almost over');
const TWO_QUALIFIERS = /^(?:at (?:least|most)|up to|(?:more|fewer|less) than)$/;

/** Every count under five, and every count that gives one away, in the order in which they stand there. */
export function smallCountsIn(text: string): SmallCount[] {
  const tokens = countTokens(text);
  const hits = hitsIn(tokens)
    .map((hit) => withQualifier(tokens, hit))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const found: SmallCount[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.from < end) continue;
    end = hit.to;
    found.push({
      start: tokens[hit.from]?.start ?? 0,
      end: tokens[hit.to - 1]?.end ?? text.length,
      words: slice(text, tokens, hit.from, hit.to),
      instead: reworded(text, tokens, hit),
    });
  }
  return found;
}

function hitsIn(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at++)
    for (const rule of rules) {
      const hit = rule(tokens, at);
      if (hit) hits.push(hit);
    }
  return hits;
}

/** The text with other words in place of these. */
export function withoutSmallCounts(text: string, found: readonly SmallCount[]): string {
  return found.reduceRight(
    (kept, { start, end, instead }) => kept.slice(0, start) + instead + kept.slice(end),
    text,
  );
}

/** “only”, “at least” and the like go with the number: what is put in its place has its own. */
function withQualifier(tokens: readonly Token[], hit: Hit): Hit {
  const { from, count, last = count } = hit;
  if (from !== count) return hit;
  const two = `${wordAt(tokens, from - 2)} ${wordAt(tokens, from - 1)}`;
  const back = TWO_QUALIFIERS.test(two) ? 2 : QUALIFIERS.has(wordAt(tokens, from - 1)) ? 1 : 0;
  return { ...hit, from: from - back, count: from - back, last };
}

/** The words with something else in the number’s place, and several people in place of one. */
function reworded(text: string, tokens: readonly Token[], hit: Hit): string {
  const { from, to, count, last = count, instead } = hit;
  const before = text.slice(tokens[from]?.start, tokens[count]?.start);
  const after = text.slice(tokens[last]?.end, tokens[to - 1]?.end);
  const plural = SINGULAR.get(wordAt(tokens, to - 1));
  if (plural === undefined || to - 1 <= last) return `${before}${instead}${after}`;
  const noun = slice(text, tokens, to - 1, to);
  const several = plural === `${noun.toLowerCase()}s` ? `${noun}s` : plural;
  return `${before}${instead}${after.slice(0, -noun.length)}${several}`;
}
