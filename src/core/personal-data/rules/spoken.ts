// Numbers as they are dictated: “oh double seven double oh nine hundred one two six”, “echo hotel seven seven one two”.
import { matchesOf, type Span } from '../domain/personal-data-text.ts';

const DIGITS: Readonly<Record<string, string>> = {
  ...{ zero: '0', nought: '0', oh: '0', one: '1', two: '2', three: '3', four: '4', five: '5' },
  ...{ six: '6', seven: '7', eight: '8', nine: '9', twenty: '20', thirty: '30', forty: '40' },
  ...{ fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90', hundred: '00' },
};
const TIMES: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 };
/** The alphabet of radio operators, and signs by their names. */
const LETTERS =
  'alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu|stroke|slash|dash';
const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<times>${Object.keys(TIMES).join('|')})[ -])?(?:(?<digit>${Object.keys(DIGITS).join('|')})|(?<letter>${LETTERS}))(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Between two of them; figures may stand there as well: “07700 900 one two three”. */
const GAP = /^[ ,.-]{1,3}(?:(?:er|um|and|then)[ ,.]{1,4})?(?<figures>\d{1,6}[ ,-]{1,2})?$/iu;
const FIGURES_BEFORE = /(?<![\p{L}\p{N}])(?:\d{1,6}[ -]){1,3}$/u;
const FIGURES_BEHIND = /^(?:,?[ -]\d{1,6}){1,3}(?![\p{L}\p{N}])/u;
const GAP_MOST = 16;

export type Spoken = Span & {
  /** What was said, in figures. */
  readonly digits: string;
  /** Letters or signs are among it, as in a reference. */
  readonly isLettered: boolean;
};

/** Everything in a text that was said figure by figure, three words at least. */
export function spokenNumbers(text: string): Spoken[] {
  const words = matchesOf(text, WORD);
  const found: Spoken[] = [];
  for (let at = 0; at < words.length; ) {
    let digits = '';
    let isLettered = false;
    let end = words[at]?.index ?? 0;
    const start = end;
    let next = at;
    for (let word = words[next]; word; word = words[next]) {
      const gap = next === at ? '' : text.slice(end, Math.min(word.index, end + GAP_MOST));
      const between = next === at ? null : GAP.exec(gap);
      if (next > at && (!between || word.index > end + GAP_MOST)) break;
      digits += (between?.groups?.figures ?? '').replace(/\D/gu, '') + figures(word);
      isLettered ||= word.groups?.letter !== undefined;
      end = word.index + word[0].length;
      next++;
    }
    if (next - at >= 3) found.push(withFigures(text, { start, end, digits, isLettered }));
    at = next;
  }
  return found;
}

function figures({ groups }: RegExpExecArray): string {
  const digit = DIGITS[groups?.digit?.toLowerCase() ?? ''] ?? '';
  return digit.repeat(TIMES[groups?.times?.toLowerCase() ?? ''] ?? 1);
}

/** “07700 900 one two three” */
function withFigures(text: string, { start, end, digits, isLettered }: Spoken): Spoken {
  const [ahead = ''] = FIGURES_BEFORE.exec(text.slice(Math.max(0, start - 20), start)) ?? [];
  const [behind = ''] = FIGURES_BEHIND.exec(text.slice(end, end + 20)) ?? [];
  return {
    start: start - ahead.length,
    end: end + behind.length,
    digits: ahead.replace(/\D/gu, '') + digits + behind.replace(/\D/gu, ''),
    isLettered,
  };
}
