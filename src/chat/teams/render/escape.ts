// Makes a person's text safe to show in a card. Text runs take text as it is, so they are used
// wherever possible; a text block, needed for headings, reads markdown and must be escaped.

/** Without control characters and without the marks that reverse the order of the text after them. */
export function clean(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}

/** Clean, on one line. */
export function oneLine(text: string): string {
  return clean(text)
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .trim();
}

/** For a text block: the characters that start markdown lose their meaning. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^(#{1,6})(?=\s)/, '\\$1')
    .replace(/^([-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}
