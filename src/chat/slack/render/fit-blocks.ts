// Makes a message's blocks fit Slack's two totals: their number and their text. What can be pressed or
// filled in stays; reading matter is cut from the end, and a sentence says so.
import type { types } from '@slack/bolt';
import { text } from '../../../core/message/messages/message.ts';
import { LIMITS, REST_ELSEWHERE } from './limits.ts';
import { paragraphs } from './rich-text.ts';

/** The blocks, or the most important of them. `footer` always stays and always comes last. */
export function fitBlocks(
  blocks: readonly types.KnownBlock[],
  footer: readonly types.KnownBlock[],
  most: number = LIMITS.blocks,
): types.KnownBlock[] {
  const fits = (some: readonly types.KnownBlock[]) =>
    some.length <= most && textLength(some) <= LIMITS.messageCharacters;
  if (fits([...blocks, ...footer])) return [...blocks, ...footer];
  const kept = blocks.filter((block) => block.type !== 'divider');
  while (!fits([...kept, ...notice(), ...footer])) {
    const last = kept.findLastIndex((block) => !isInteractive(block));
    // Only controls are left: the last of them goes, as a message must never be refused whole.
    kept.splice(last < 0 ? kept.length - 1 : last, 1);
  }
  const cut = kept.length < blocks.filter((block) => block.type !== 'divider').length;
  if (!cut) return [...kept, ...footer];
  const place = kept.findLastIndex((block) => !isInteractive(block)) + 1;
  return [...kept.slice(0, place), ...notice(), ...kept.slice(place), ...footer];
}

function notice(): types.KnownBlock[] {
  return paragraphs([text(REST_ELSEWHERE)]);
}

function isInteractive(block: types.KnownBlock): boolean {
  return block.type === 'actions' || block.type === 'input';
}

/** Every `text` in the tree: what Slack is known to count. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}
