// What a Teams card may hold. Neither the schema nor the Playground enforces these; the real client
// refuses or cuts, so the renderer keeps to them and says what it left out.
import { MAX_FIELD_LENGTH } from '../../../core/message/messages/message.ts';

export const LIMITS = {
  /** Bytes of the whole card as JSON. Teams refuses an activity of about 28 KB. */
  cardBytes: 26_000,
  /** Rows of one table; fewer when the card would be too big. */
  tableRows: 30,
  tableColumns: 6,
  /** Buttons in one row; Teams hides the seventh. */
  actionsInSet: 6,
  actionTitle: 75,
  title: 250,
  text: 4_000,
  cell: 300,
  listItems: 40,
  choices: 100,
  inputText: MAX_FIELD_LENGTH,
  fallbackText: 1_500,
  summary: 250,
  /** OneDrive takes a file of up to 60 MiB in one request, and one request is all that is made. */
  uploadBytes: 50_000_000,
} as const;

/** The text, shortened with an ellipsis when it is longer than `length`. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  // A surrogate pair is not cut in two.
  const cut = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/u, '');
  return `${cut.trimEnd()}…`;
}
