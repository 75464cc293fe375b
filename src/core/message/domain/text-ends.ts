// The first word of a text, and how it is parted, found without looking at the rest: what reads a line word by word stays
// linear in its length.

/** The first word, and what follows the white space behind it. No word where the text is empty or begins with space. */
export function splitFirst(text: string): { readonly word: string; readonly rest: string } {
  const [word = ''] = /^\S*/.exec(text) ?? [];
  const gap = /\s*/y;
  gap.lastIndex = word.length;
  const [space = ''] = gap.exec(text) ?? [];
  return { word, rest: text.slice(word.length + space.length) };
}

/** The words with a capital at the beginning. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** No name has the word in it more often; each way of parting may be looked up. */
const MOST_WAYS = 8;

/**
 * The ways of parting words at one of them, e.g. at “to”: what stands before it, and behind it, both without quotation
 * marks around them. More than one where the word stands there more than once, eight at the most, the last among them; none where
 * it does not.
 */
export function partedAt(
  words: string,
  joint: string,
): readonly { readonly before: string; readonly after: string }[] {
  const parts = words.trim().split(/\s+/);
  const joints = parts.flatMap((part, index) =>
    part.toLowerCase() === joint && index > 0 && index < parts.length - 1 ? [index] : [],
  );
  const tried = [...joints.slice(0, MOST_WAYS - 1), ...joints.slice(MOST_WAYS - 1).slice(-1)];
  return tried.map((index) => ({
    before: unquoted(parts.slice(0, index).join(' ')),
    after: unquoted(parts.slice(index + 1).join(' ')),
  }));
}

/** A name by its letters and digits alone: `Example NHS` and `example-nhs` are the same. */
export function looseName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const QUOTED = /^["“”„]([^"“”„]+)["“”]$/;

/** The words without the quotation marks around all of them. */
export function unquoted(words: string): string {
  return (QUOTED.exec(words.trim())?.[1] ?? words).trim();
}
