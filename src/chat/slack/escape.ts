// Makes people's text harmless in Slack, and Slack's text plain again. An unescaped `<!channel>` in a
// note would notify everybody, so even text that Slack is told not to interpret is defused.

/** Overrides and isolates can turn the rest of a line round; the marks that scripts need are kept. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
/** Slack sends an emoji by its name. These are the ones that stand for a rating in our grammar. */
const RATING_EMOJI: Readonly<Record<string, string>> = {
  red_circle: '🔴',
  large_red_square: '🟥',
  octagonal_sign: '🛑',
  large_orange_circle: '🟠',
  large_orange_square: '🟧',
  large_orange_diamond: '🔶',
  large_yellow_circle: '🟡',
  large_yellow_square: '🟨',
  large_green_circle: '🟢',
  large_green_square: '🟩',
  large_blue_circle: '🔵',
  large_blue_square: '🟦',
};
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
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => referenceText(inside))
    .replace(/:([a-z_]+):/g, (typed, name: string) => RATING_EMOJI[name] ?? typed)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** `@U123|name` → `@U123`; `#C123|name` → `#C123`; `!here` → `@here`; a link as it was typed. */
function referenceText(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (/^[@#]/.test(target)) return target;
  if (target.startsWith('!')) return label || `@${target.slice(1)}`;
  if (label === '') return target.replace(/^mailto:/, '');
  return target.endsWith(label) ? label : `${label} (${target})`;
}
