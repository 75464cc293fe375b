// Whatever can be pressed says for which partnership it was made: the workspace alone does not, where several share it.
import type { Action, Block, Message } from './message.ts';

/** The message with the partnership on each of its buttons and forms. */
export function ofPartnership(message: Message, partnershipId: string): Message {
  const mark = (action: Action): Action => ({ partnershipId, ...action });
  const marked = (block: Block): Block => {
    if (block.kind === 'actions') return { ...block, actions: block.actions.map(mark) };
    return block.kind === 'form' ? { ...block, submit: mark(block.submit) } : block;
  };
  return { ...message, blocks: message.blocks.map(marked) };
}
