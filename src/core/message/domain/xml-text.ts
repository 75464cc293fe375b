// Text as it may stand in XML and HTML: what was typed may hold characters that neither takes.

/** Control characters, but tabs and line breaks, and halves of characters are left out. */
export function xmlText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // At once: two halves that a control character kept apart make no character.
      .replace(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu,
        '',
      )
  );
}
