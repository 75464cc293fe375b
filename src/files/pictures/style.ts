// What the charts have in common. The colours are Okabe and Ito's, which people tell apart who see few colours; no chart
// says anything by colour alone.

/** The PNG has Inter; a page that shows the drawing itself may have to do without. */
export const FONT = 'Inter, Arial, sans-serif';
export const SIZE = { width: 800, height: 450 };
/** A picture 800 wide is shown about 360 wide on a phone. */
export const TEXT = 22;
export const INK = '#1a1a1a';
export const QUIET = '#595959';

export const colours = {
  red: '#D55E00',
  amber: '#E69F00',
  green: '#009E73',
  blue: '#0072B2',
  'last-known-red': '#F0BE99',
  'last-known-amber': '#F8DFA8',
  none: '#BDBDBD',
  target: '#0072B2',
  band: '#FBE7BF',
} as const;

const TITLE_LINE = 52;
const TITLE_LINES = 2;

/** How high a line under the title is. */
export const SUBTITLE = 30;

/** A line under the title; nothing where it is empty. */
export function subtitleOption(words: string) {
  return words === ''
    ? {}
    : { subtext: words, subtextStyle: { fontFamily: FONT, fontSize: TEXT - 4, color: QUIET } };
}

/** The title over at most two lines. */
export function titleOption(title: string) {
  return {
    text: titleLines(title).join('\n'),
    left: 16,
    top: 12,
    textStyle: { fontFamily: FONT, fontSize: 26, fontWeight: 'bold' as const, color: INK },
  };
}

/** Lines of whole words; what is too long ends with a sign that it does. */
export function titleLines(title: string): string[] {
  const lines: string[] = [''];
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > TITLE_LINE) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  const kept = lines.slice(0, TITLE_LINES).map((line) => cut(line, TITLE_LINE));
  return lines.length > TITLE_LINES
    ? [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, TITLE_LINE - 1)}…`]
    : kept;
}

function cut(words: string, length: number): string {
  return words.length > length ? `${words.slice(0, length - 1)}…` : words;
}

/** Where the plot begins under the title. */
export function plotTop(title: string): number {
  return 40 + 34 * titleLines(title).length;
}
