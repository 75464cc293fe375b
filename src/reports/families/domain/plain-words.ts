// Whether words can be read by everybody: long sentences, long words, and abbreviations that nobody explained.

export type Readability = {
  readonly wordsInSentence: number;
  readonly longWords: readonly string[];
};

const MANY_WORDS = 20;
const LONG_WORD = 13;

/** What makes words hard to read; null: nothing does. */
export function hardToRead(words: string): Readability | null {
  const sentences = words.split(/(?<![.!?])[.!?]+(?:\s|$)/).filter((one) => /\p{L}/u.test(one));
  const all = wordsOf(words);
  const wordsInSentence = Math.round(all.length / Math.max(1, sentences.length));
  const longWords = [...new Set(all.filter((word) => word.length >= LONG_WORD))];
  return wordsInSentence > MANY_WORDS || longWords.length > 0
    ? { wordsInSentence, longWords }
    : null;
}

/** Words with two capitals or more: `SEND`, `EHCPs`, `CoP`, `SEN2`; each once, as it stands there. */
export function abbreviationsIn(text: string): string[] {
  const found = wordsOf(text).filter((word) => (word.match(/\p{Lu}/gu) ?? []).length >= 2);
  return [...new Set(found)];
}

/** What explains an abbreviation: a term of that name, or of its singular. */
export function explains(term: string, abbreviation: string): boolean {
  return term === abbreviation || `${term}s` === abbreviation;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
