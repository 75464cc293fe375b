// Slack's limits in one table, and how a text is made to fit. Neither Slack's types nor its client
// check any of them: a message over a limit is refused whole, so everything is cut here first.
import { MAX_FIELD_LENGTH } from '../../../core/message/messages/message.ts';

export const LIMITS = {
  /** Blocks in one message. */
  blocks: 50,
  /** Blocks in a modal or in App Home. */
  viewBlocks: 100,
  modalTitle: 24,
  privateMetadata: 3_000,
  /** The words beside a field that was refused. Undocumented; more would not be read there. */
  fieldError: 600,
  /** Text in all blocks together. Undocumented: refusals were reported from 11,300 on. */
  messageCharacters: 10_000,
  /** The plain form beside the blocks, after escaping. */
  text: 40_000,
  /** The plain form when it is sent alone, with no blocks. */
  textAlone: 4_000,
  header: 150,
  richText: 3_000,
  section: 3_000,
  context: 2_000,
  altText: 2_000,
  preformatted: 3_000,
  preformattedCell: 40,
  /** Rows of a native table, its header row included. */
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 7_000,
  tablesPerMessage: 1,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  /** A form's block id is built from its field's name. */
  fieldName: 100,
  inputLabel: 2_000,
  inputValue: MAX_FIELD_LENGTH,
  placeholder: 150,
  options: 100,
  optionText: 75,
  optionValue: 150,
} as const;

/** Where the rest of a shortened message is. */
export const REST_ELSEWHERE =
  'Shortened to fit Slack. Ask for less at a time, such as one theme or one objective, to see the rest.';

/** The text, or as much of it as fits with an ellipsis; never half of a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${cut(text, max - 1).trimEnd()}…`;
}

/** The text in pieces of at most `size`, broken at a newline or a space where there is one. */
export function splitText(text: string, size: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > size) {
    const head = cut(rest, size);
    const space = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
    const end = space > size / 2 ? space + 1 : head.length;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function cut(text: string, max: number): string {
  const last = text.charCodeAt(max - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? max - 1 : max);
}
