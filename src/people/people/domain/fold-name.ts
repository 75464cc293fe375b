// A name as it is compared: without accents, apostrophes, hyphens, titles and case, so that O’Brien, OBRIEN and o'brien are one.

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...([
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ø', 'o'],
    ['ł', 'l'],
    ['đ', 'd'],
    ['ð', 'd'],
    ['þ', 'th'],
    ['ı', 'i'],
  ] as const),
]);
const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor cllr councillor sir dame lady lord rev revd reverend hon fr'.split(
    ' ',
  ),
);
const HONOURS: ReadonlySet<string> = new Set(
  'obe mbe cbe phd frcp frcpch jp ma msc bsc'.split(' '),
);

/** The words of a name, folded. Titles and honours are left out where a name is left without them. */
export function nameWords(text: string): readonly string[] {
  const words = foldWords(text);
  const first = words.findIndex((word) => !TITLES.has(word));
  if (first < 0) return words;
  return words.slice(first).filter((word, index) => !(HONOURS.has(word) && index > 1));
}

/** Words in lower case, without accents and marks; a hyphen parts words, an apostrophe does not. */
export function foldWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['‘’ʼ`´′＇]/gu, '')
    .replace(/[^\x00-\x7f]/g, (letter) => LETTERS.get(letter) ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
