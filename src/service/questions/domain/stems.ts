// Words without their endings, so that “worries”, “worried” and “worry” are one.

/** Without its ending each of these would be another word. */
const WHOLE: ReadonlySet<string> = new Set(
  'note here done were some same more there these those being thing nothing anything something everything this does less news always during need feed seed speed meeting red bed use one gone none'.split(
    ' ',
  ),
);

/** Each word of a plain text by its stem; spaces and the signs of a phrase stay. */
export function stemmed(plain: string): string {
  return plain.replace(/[a-z']{4,}/g, stemOf);
}

function stemOf(word: string): string {
  if (WHOLE.has(word)) return word;
  const [, ies] = /^(.{2,})(?:ies|ied|y)$/.exec(word) ?? [];
  if (ies !== undefined) return `${ies}i`;
  const [, before] = /^(.{3,}?)(?:ings?|ed|es|s|e)$/.exec(word) ?? [];
  if (before === undefined || /ss$/.test(word)) return word;
  // “dropped” and “drop”, “stopping” and “stop”.
  return before.replace(/([bdgmnprt])\1$/, '$1');
}
