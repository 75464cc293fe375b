// Parts of a message, for assertions.
import type { Action, Block, Message } from '../../../src/core/message/messages/message.ts';
import { inlineText } from '../../../src/core/message/messages/plain-text.ts';

/** Every button, the submit of a form included. */
export function buttonsOf(message: Message): Action[] {
  return message.blocks.flatMap((block) => {
    if (block.kind === 'actions') return [...block.actions];
    return block.kind === 'form' ? [block.submit] : [];
  });
}

/** The button of a label; fails when there is none. */
export function buttonOf(message: Message, label: string): Action {
  const button = buttonsOf(message).find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label} on “${message.title}”`);
  return button;
}

/** The facts as a record of label and text. */
export function factsOf(message: Message): Record<string, string> {
  const facts = message.blocks.flatMap((block) => (block.kind === 'facts' ? [...block.facts] : []));
  return Object.fromEntries(facts.map(({ label, value }) => [label, inlineText(value)]));
}

/** The rows of the first table. */
export function rowsOf(message: Message): string[][] {
  const table = blocksOf(message, 'table')[0];
  return (table?.rows ?? []).map((row) => [...row]);
}

/** The text of each paragraph. */
export function paragraphsOf(message: Message): string[] {
  return blocksOf(message, 'text').map(({ spans }) => inlineText(spans));
}

/** The items of every list. */
export function itemsOf(message: Message): string[] {
  return blocksOf(message, 'list').flatMap(({ items }) => items.map(inlineText));
}

/** The footer's text. */
export function footerOf(message: Message): string {
  return inlineText(message.footer ?? []);
}

/** The blocks of one kind. */
export function blocksOf<K extends Block['kind']>(
  message: Message,
  kind: K,
): Extract<Block, { kind: K }>[] {
  return message.blocks.filter(
    (block): block is Extract<Block, { kind: K }> => block.kind === kind,
  );
}
