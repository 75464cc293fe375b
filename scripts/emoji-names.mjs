// Writes src/core/message/domain/emoji-table.ts: Slack's names of the standard emoji. They are those of the package emojibase-data
// (MIT licence), which is too large to be installed for one list. Run it when Slack has new emoji:
// `npm pack emojibase-data@17.0.0`, unpack it, and give the path of its `en/shortcodes/iamcal.json`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WIDTH = 120;
/** A text sign needs this mark behind it to be drawn as an emoji. */
const AS_EMOJI = '\uFE0F';

const [, , source] = process.argv;
if (!source) {
  console.error('usage: node scripts/emoji-names.mjs <path of en/shortcodes/iamcal.json>');
  process.exit(2);
}
const pairs = Object.entries(JSON.parse(readFileSync(source, 'utf8'))).flatMap(([hexcode, names]) =>
  [names].flat().map((name) => `${name} ${character(hexcode)}`),
);

/** `1F44D` → 👍; one that is also a text sign gets its mark, as in ⚠️. */
function character(hexcode) {
  const emoji = String.fromCodePoint(
    ...hexcode.split('-').map((code) => Number.parseInt(code, 16)),
  );
  const isText = [...emoji].length === 1 && !/\p{Emoji_Presentation}/u.test(emoji);
  return isText ? `${emoji}${AS_EMOJI}` : emoji;
}

const lines = [''];
for (const pair of pairs.sort()) {
  const line = lines.at(-1);
  if (line !== '' && line.length + pair.length > WIDTH) lines.push(pair);
  else lines[lines.length - 1] = line === '' ? pair : `${line} ${pair}`;
}
const file = join(
  dirname(fileURLToPath(import.meta.url)),
  '../src/core/message/domain/emoji-table.ts',
);
writeFileSync(
  file,
  `// Slack's names of the standard emoji, each followed by the emoji, from emojibase-data 17.0.0 (MIT licence).
// Written by \`node scripts/emoji-names.mjs\`: change the script, not this file.

export const emojiTable = \`
${lines.join('\n')}
\`;
`,
);
console.log(`${pairs.length} names`);
