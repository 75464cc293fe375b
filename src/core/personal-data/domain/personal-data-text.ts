// Text as the rules of the personal-data guard read it: folded and blanked out, yet always as long
// as what was typed, so that every position stays true.

export type Span = { readonly start: number; readonly end: number };

export type Certainty = 'certain' | 'likely';

/** A place that one rule found. */
export type Hit = Span & { readonly certainty: Certainty };

const BLANK = '·';
const CONTEXT = 40;
const AHEAD = 100;

/**
 * Wide characters as plain ones, every kind of space, dash and apostrophe as one kind. Tabs and line
 * ends stay: they part table cells and lines, and no number runs across them.
 */
export function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'");
}

/** Emoji, curly quotation marks and the like. Bullets open a line, and the euro sign tells of money. */
const SIGN = /[^\u0000-\u00FF\s\p{L}\p{M}\p{N}•€]/gu;
const ANY_SIGN = '¤';

/**
 * Folded text with every sign that no rule knows as one kind. What is left is mostly characters of one byte; put
 * together again from such, the dozens of passes of the rules take a fifth of the time.
 */
export function foldSigns(text: string): string {
  const signs = fold(text).replace(SIGN, (sign) => ANY_SIGN.repeat(sign.length));
  return signs.split('').join('');
}

/** What the suggested wordings put instead of a find. */
const REMOVED = /\[[a-z- ]{2,16} removed\]/giu;

/** The text without the words of its own suggested wordings: “[NHS number removed]” labels no number behind it. */
export function blankRemoved(text: string): string {
  return text.replace(REMOVED, (phrase) => `[${BLANK.repeat(phrase.length - 2)}]`);
}

/** The text with these places in brackets, as they would read once removed: no rule looks inside. */
export function blank(text: string, spans: readonly Span[]): string {
  return withEach(text, spans, ({ start, end }) => {
    const length = end - start;
    return `[${BLANK.repeat(Math.max(0, length - 2))}]`.slice(-length);
  });
}

/** The text with these places, which lie apart, replaced. One pass, however many there are. */
export function withEach<S extends Span>(
  text: string,
  spans: readonly S[],
  instead: (span: S) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const span of inOrder(spans)) {
    if (span.start < from) continue;
    parts.push(text.slice(from, span.start), instead(span));
    from = span.end;
  }
  return parts.join('') + text.slice(from);
}

export function inOrder<S extends Span>(spans: readonly S[]): S[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/**
 * Every match of a global expression. Unlike `matchAll` it copies no expression: a copy of one as long as
 * the guard's is compiled again each time, which takes far longer than the search.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

/**
 * What a search finds for an expression that can only begin at these places.
 * @param pattern sticky
 * @param starts in order
 */
export function matchesAt(
  text: string,
  pattern: RegExp,
  starts: readonly number[],
): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let from = 0;
  for (const start of starts) {
    if (start < from) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    matches.push(match);
    from = start + match[0].length;
  }
  return matches;
}

/** Every match of a global expression, as hits of one certainty. */
export function hits(text: string, pattern: RegExp, certainty: Certainty): Hit[] {
  return matchesOf(text, pattern).map((match) => ({ ...spanOf(match), certainty }));
}

/** Where a match stands: its group `find` when it has one (flag `d`), else all of it. */
export function spanOf(match: RegExpMatchArray): Span {
  const [start, end] = match.indices?.groups?.find ?? [
    match.index ?? 0,
    (match.index ?? 0) + match[0].length,
  ];
  return { start, end };
}

/** An expression of what a text ends in, for `endsIn`. @param source alternatives in a group of their own */
export function ending(source: string, flags: string): RegExp {
  return new RegExp(`(?<=${source})$`, `${flags}y`);
}

/** What is read once, and only of a text that needs it. */
export function whenAsked<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/** Whether a text ends so. It is read from its end, where a search would try every place before it. */
export function endsIn(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = text.length;
  return pattern.test(text);
}

/** What stands just before a place. */
export function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - CONTEXT), start);
}

/** What stands just behind a place, as far as any rule looks. */
export function behind(text: string, end: number): string {
  return text.slice(end, end + AHEAD);
}

/** Alternatives of an expression, each with a small or a capital first letter. */
export function eitherCase(alternatives: string): string {
  const either = alternatives.replace(
    /(?<=^|\|)[a-z]/g,
    (letter) => `[${letter.toUpperCase()}${letter}]`,
  );
  return `(?:${either})`;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The spans, which are in order and apart, that lie at most `reach` characters from a place. To be asked
 * place by place in the order of the text, so that all the answers together take one pass.
 */
export function nearby<S extends Span>(spans: readonly S[], reach: number): (place: Span) => S[] {
  let first = 0;
  return ({ start, end }) => {
    while ((spans[first]?.end ?? Number.POSITIVE_INFINITY) < start - reach) first++;
    const near: S[] = [];
    for (let at = first; (spans[at]?.start ?? Number.POSITIVE_INFINITY) <= end + reach; at++) {
      const span = spans[at];
      if (span) near.push(span);
    }
    return near;
  };
}
