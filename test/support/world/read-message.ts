// Reading a message in a test: its buttons, and its text without them.
import { parseRag } from '../../../src/core/message/domain/rag.ts';
import type { Action, Message } from '../../../src/core/message/messages/message.ts';
import { plainText } from '../../../src/core/message/messages/plain-text.ts';

/** Every button, in order; a form's submit button is one of them. */
export function actionsOf(message: Message): Action[] {
  return message.blocks.flatMap((block) => {
    if (block.kind === 'actions') return block.actions;
    return block.kind === 'form' ? [block.submit] : [];
  });
}

/** What the buttons type. */
export function linesOf(message: Message): string[] {
  return actionsOf(message).map(({ line }) => line);
}

/** The blocks as paragraphs, without the title, the buttons and the footer. */
export function bodyOf({ title, blocks }: Message): string[] {
  const shown = blocks.filter(({ kind }) => kind !== 'actions' && kind !== 'form');
  return plainText({ title, blocks: shown }).split('\n\n').slice(1);
}

/** The footer's words. */
export function footerOf({ footer = [] }: Message): string {
  return footer.map(({ text }) => text).join('');
}

/** How an update's line is read: the rating, then what is left for the note. */
export function readUpdateLine(line: string): ReturnType<typeof parseRag> {
  return parseRag(line.replace(/^update \S+ /, ''));
}
