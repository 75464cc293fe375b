// An emoji's name as Slack writes it, `:tada:`, made the emoji itself. A workspace's own emoji have no character, so
// their names stay as they are.
import { emojiTable } from './emoji-table.ts';

const entries = emojiTable.trim().split(/\s+/);
const emojiOf: ReadonlyMap<string, string> = new Map(
  entries.flatMap((name, at) => (at % 2 === 0 ? [[name, entries[at + 1] ?? ''] as const] : [])),
);

const SKIN_TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];
const NAME = /:([a-z0-9_+'-]{1,60}):(?::skin-tone-([2-6]):)?/g;
/** Addresses hold such names too: SharePoint writes `/:x:/` for a workbook. */
const ADDRESS = /(?<!\S)\S*:\/\/\S*/g;

/** The text with every standard emoji as its character. */
export function withEmoji(text: string): string {
  if (!text.includes(':')) return text;
  let done = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    done += named(text.slice(from, index)) + address;
    from = index + address.length;
  }
  return done + named(text.slice(from));
}

function named(text: string): string {
  return text.replace(NAME, (typed, name: string, tone: string | undefined, at: number) => {
    const emoji = emojiOf.get(name);
    if (emoji === undefined || !mayStand(name, text[at - 1], text[at + typed.length])) return typed;
    const skin = tone === undefined ? '' : (SKIN_TONES[Number(tone) - 2] ?? '');
    const [first = '', ...rest] = emoji.replace(skin === '' ? /(?!)/ : /^(.)\uFE0F/u, '$1');
    return `${first}${skin}${rest.join('')}`;
  });
}

/** A short or numeric name may be a ratio, a time or part of a path, as in `2:100:5` and `/:x:/`, where it touches other signs. */
function mayStand(name: string, before = ' ', after = ' '): boolean {
  if (name.length > 2 && !/^\d+$/.test(name)) return true;
  return !/[\p{L}\p{N}/]/u.test(before) && !/[\p{L}\p{N}/]/u.test(after);
}
