// Short words that stay on one line where a table is narrow, as references do.

/** The longest that is kept on one line; a phone shows some forty characters across. */
export const MOST_UNBROKEN = 24;

/**
 * The words with nothing in them at which a line may break: `Priority 3 – Action 4`, `P1/A2`. They look the same, and are
 * read the same when somebody copies them. Longer ones are left as they are.
 */
export function unbroken(words: string): string {
  if (words.length > MOST_UNBROKEN) return words;
  return words.replace(/ /g, '\u00A0').replace(/[-–—/](?=.)/g, '$&\u2060');
}
