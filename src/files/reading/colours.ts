// Colours as files write them, as six hexadecimal digits. Which rating one means is not decided here.

/** Names that pages use for cells of a plan. */
const NAMES: Readonly<Record<string, string>> = {
  red: 'FF0000',
  darkred: '8B0000',
  crimson: 'DC143C',
  orange: 'FFA500',
  darkorange: 'FF8C00',
  gold: 'FFD700',
  yellow: 'FFFF00',
  green: '008000',
  darkgreen: '006400',
  limegreen: '32CD32',
  lightgreen: '90EE90',
  lime: '00FF00',
  blue: '0000FF',
  lightblue: 'ADD8E6',
  navy: '000080',
  purple: '800080',
  grey: '808080',
  gray: '808080',
  silver: 'C0C0C0',
  lightgrey: 'D3D3D3',
  lightgray: 'D3D3D3',
  black: '000000',
  white: 'FFFFFF',
};

/** The colour of a style sheet or an attribute: `#f00`, `FF0000`, `rgb(255, 0, 0)`, `red`; null: it is none. */
export function colourNamed(words: string): string | null {
  const text = words.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(text)?.[1];
  if (hex) return (hex.length === 3 ? hex.replace(/./g, '$&$&') : hex).toUpperCase();
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text)?.slice(1, 4);
  if (parts)
    return parts
      .map((part) => Math.min(Number(part), 255))
      .map(twoDigits)
      .join('');
  return Object.hasOwn(NAMES, text) ? (NAMES[text] ?? null) : null;
}

/** A colour made lighter (above 0) or darker (below), as Office tints the colours of a theme. */
export function tinted(colour: string, tint: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return parts
    .map((part) => (tint < 0 ? part * (1 + tint) : part + (255 - part) * tint))
    .map((part) => twoDigits(Math.round(Math.min(Math.max(part, 0), 255))))
    .join('');
}

function twoDigits(part: number): string {
  return part.toString(16).padStart(2, '0').toUpperCase();
}
