// Makes people's text harmless in Slack, and Slack's text plain again. An unescaped `<!channel>` in a
// note would notify everybody, so even text that Slack is told not to interpret is defused.
import { dayOf, linkText } from '../../../core/message/domain/chat-codes.ts';
import { withEmoji } from '../../../core/message/domain/emoji-names.ts';

/** Overrides and isolates can turn the rest of a line round; the marks that scripts need are kept. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
const WORD_JOINER = '\u2060';

/** Without what nobody types on purpose: control characters and turned-round lines. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_CONTROLS, '');
}

/** Text for fields that Slack shows as they are: plain_text, raw_text and rich text. */
export function plain(text: string): string {
  return clean(text).replace(/<(?=[!@#])/g, `<${WORD_JOINER}`);
}

/** The same on one line, for headers, labels and cells. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** Text for the message's `text`, where Slack reads `<…>` and entities. */
export function escapeText(text: string): string {
  return clean(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What a person typed, from what Slack sent: entities, mentions and links made plain again. */
export function unescapeText(text: string): string {
  return withEmoji(text.replace(/<([^<>]*)>/g, (_, inside: string) => referenceText(inside)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/**
 * `@U123|name` → `@U123`; `#C123|name` → `#C123`; `!here` → `@here`; a link as it was typed. Whoever keeps
 * the words looks the ids up (src/core/message/domain/chat-codes.ts).
 */
function referenceText(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (/^[@#]/.test(target)) return target;
  if (target.startsWith('!subteam^')) return label || 'a group';
  const [, seconds] = /^!date\^(\d{1,12})\^/.exec(target) ?? [];
  if (seconds !== undefined) return label || dayOf(seconds);
  if (target.startsWith('!')) return label || `@${target.slice(1)}`;
  return linkText(target, label);
}
