// Looks into lines of text: where a fact stands, which figures a line prints, which words run on.
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where `fact` stands in `line` as whole words and whole numbers: `3%` is not found in `23%`. */
export function findFact(line: string, fact: string): Span[] {
  const escaped = fact.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /^[\p{L}\p{N}]/u.test(fact) ? '(?<![\\p{L}\\p{N}]|\\d[.,])' : '';
  const after = /[\p{L}\p{N}]$/u.test(fact) ? '(?![\\p{L}\\p{N}]|[.,]\\d)' : '';
  return spansOf(line, new RegExp(before + escaped + after, 'gu'));
}

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Nov';
const figure = new RegExp(
  [
    '\\d+(?:[.,:/-]\\d+)*[%+]?',
    '\\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\\b',
    `\\b(?:${months}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|[Mm]onthly|[Ww]eekly)\\b`,
  ].join('|'),
  'gu',
);

/** Numbers, number words, months, seasons and rates. */
export function findFigures(line: string): Span[] {
  return spansOf(line, figure);
}

export function isWithin(inner: Span, outers: readonly Span[]): boolean {
  return outers.some(({ from, to }) => from <= inner.from && inner.to <= to);
}

export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []
  );
}

/** Every run of `length` words in a row, each joined with single spaces. */
export function wordRuns(text: string, length: number): string[] {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, start) => words.slice(start, start + length).join(' '));
}

function spansOf(line: string, pattern: RegExp): Span[] {
  return [...line.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
