// The numbers that Word gives paragraphs by itself: they are printed and stand nowhere in the text. A plan whose references are
// numbered so has empty cells without them.
import { childOf, descendants, type XmlNode } from './xml-tree.ts';

type Level = { readonly format: string; readonly words: string; readonly start: number };

/** Gives each numbered paragraph its number as printed, in the order of the document; empty for a bullet. */
export type ParagraphNumbers = (numId: string, level: number) => string;

/** @param numbering the part word/numbering.xml; undefined: nothing is numbered */
export function parseNumbering(numbering: XmlNode | undefined): ParagraphNumbers {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, string>();
  const root = childOf(numbering, 'numbering');
  for (const one of root?.children ?? []) {
    if (one.name === 'abstractNum')
      abstracts.set(one.attributes.abstractNumId ?? '', levelsOf(one));
    if (one.name === 'num')
      lists.set(one.attributes.numId ?? '', childOf(one, 'abstractNumId')?.attributes.val ?? '');
  }
  const counts = new Map<string, number[]>();
  return (numId, level) => {
    const list = lists.get(numId) ?? '';
    const levels = abstracts.get(list);
    const own = levels?.get(level);
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const count = counts.get(list) ?? [];
    counts.set(list, count);
    for (let upper = 0; upper < level; upper++) count[upper] ??= levels.get(upper)?.start ?? 1;
    count[level] = count[level] === undefined ? own.start : count[level] + 1;
    count.length = level + 1;
    return own.words.replace(/%([1-9])/g, (_, place) => {
      const at = Number(place) - 1;
      return written(count[at] ?? 1, levels.get(at)?.format ?? 'decimal');
    });
  };
}

function levelsOf(abstract: XmlNode): Map<number, Level> {
  return new Map(
    descendants(abstract, 'lvl').map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        format: childOf(level, 'numFmt')?.attributes.val ?? 'decimal',
        words: childOf(level, 'lvlText')?.attributes.val ?? '',
        start: Number(childOf(level, 'start')?.attributes.val ?? 1),
      },
    ]),
  );
}

function written(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** Word repeats a letter after the twenty-sixth: aa, bb. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

const ROMAN = [
  ...[[1000, 'm'] as const, [900, 'cm'] as const, [500, 'd'] as const, [400, 'cd'] as const],
  ...[[100, 'c'] as const, [90, 'xc'] as const, [50, 'l'] as const, [40, 'xl'] as const],
  ...[[10, 'x'] as const, [9, 'ix'] as const, [5, 'v'] as const, [4, 'iv'] as const],
  [1, 'i'] as const,
];

function roman(number: number): string {
  let left = number;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}
