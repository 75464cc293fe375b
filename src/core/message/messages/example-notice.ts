// Fictional people and objectives say so on every screen.
import { inline, type Message } from './message.ts';

export const EXAMPLE_NOTICE =
  'Contains example data: people, owners and objectives marked (example) are fictional, and so are the dates of meetings other than those published.';

/** The message with the notice as its last line. */
export function noticeExamples(message: Message): Message {
  const footer = message.footer
    ? [...message.footer, ...inline(`\n${EXAMPLE_NOTICE}`)]
    : inline(EXAMPLE_NOTICE);
  return { ...message, footer };
}

/** ` (example)` behind anything fictional. */
export function exampleMark(example: boolean): string {
  return example ? ' (example)' : '';
}
