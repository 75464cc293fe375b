// What people put around a rating: “is amber now, 15 of 20”, “to amber because …”, “as green please”, a rating in quotation
// marks. Only a colour, its symbol or a phrase such as “at risk” is looked for there: a letter may begin any word.

import { leadingColour, parseRag } from '../../../core/message/domain/rag.ts';
import { splitFirst } from '../../../core/message/domain/text-ends.ts';

const BEFORE =
  /^(?:[=:]|→|->|(?:is|are|was|as|to|now|at(?![\s-]risk)|stays?|still|remains?|goes|going|moved?|moves|turned|should|be|been|has|have|set|marked|rated)(?=\s))\s*/i;
const BEHIND =
  /^(?:(?:now|please|today)(?=[\s,.;:!]|$)\s*)*(?:[,.;:!–—-]+(?=\s|$)\s*)?(?:(?:because|since)(?=\s)\s*)?/i;
const PHRASE = /^(?:at[\s-]risk|o(?:n|ff)[\s-]track)(?![\p{L}\p{N}-])/iu;
const QUOTED_RATING = /^["“”„'‘’](\S+(?: (?:risk|track))?)["“”'‘’](?=[\s,.;:]|$)/iu;
/** So many words may stand before a rating. */
const MOST_BEFORE = 4;

/** Whether a text begins with a rating that is nothing else: a colour, its symbol, a phrase. */
export function beginsWithColour(text: string): boolean {
  return leadingColour(text) !== null || PHRASE.test(text);
}

/** The words about an objective without those around the rating: `amber 15 of 20`; as they are where there are none. */
export function saidPlainly(words: string): string {
  const [, kind = '', said = ''] = /^((?:impact|delivery)\s+)?([\s\S]*)$/i.exec(words) ?? [];
  let rest = said;
  for (let count = 0; count < MOST_BEFORE; count++) rest = rest.replace(BEFORE, '');
  const quoted = QUOTED_RATING.exec(rest);
  const isQuoted = quoted !== null && beginsWithColour(quoted[1] ?? '');
  if (isQuoted) rest = `${quoted[1]} ${rest.slice(quoted[0].length).trimStart()}`;
  if ((rest === said && !isQuoted) || !beginsWithColour(rest)) return words;
  const reading = parseRag(rest);
  if (reading.kind !== 'rating') return `${kind}${rest}`;
  const rating = rest
    .slice(0, rest.trimEnd().length - reading.rest.length)
    .trim()
    .replace(/[,:;.]+$/, '');
  return `${kind}${rating} ${reading.rest.replace(BEHIND, '')}`.trim();
}

/** A rating at the start of a line, with what it is of, and what follows; null: there is none that is nothing else. */
export function ratingFirst(
  line: string,
): { readonly rating: string; readonly rest: string } | null {
  const kind = /^(?:impact|delivery)\s+/i.exec(line)?.[0] ?? '';
  const said = line.slice(kind.length);
  if (!beginsWithColour(said)) return null;
  const phrase = PHRASE.exec(said)?.[0];
  const word = phrase ?? splitFirst(said).word;
  return {
    rating: `${kind}${word.replace(/[,:;.]+$/, '')}`,
    rest: said.slice(word.length).replace(/^\s*(?:(?:for|on|to|is)\s+)?/i, ''),
  };
}
