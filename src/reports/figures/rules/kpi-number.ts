// A figure as it is printed: its digits are kept as text, trailing zeros and all, and beside them what they are worth.

export type KpiNumber = {
  /** As printed, sign, thousands' commas and trailing zeros included. */
  readonly text: string;
  readonly value: number;
  /** Digits behind the point. */
  readonly decimals: number;
};

export type NumberProblem =
  /** `1.234`: a thousand in one country, a bit more than one in another. */
  | 'point-or-comma'
  /** `12,34`: the commas do not stand where thousands end. */
  | 'commas'
  | 'several-points'
  | 'leading-zero'
  | 'too-many-digits';

/** More digits than a number holds exactly. */
const MAX_DIGITS = 15;

/** Where digits stand at the beginning of a text, with a sign: what belongs to them. */
export const NUMBER_RUN = /[+\-−–]?\d(?:[\d.,·]*\d)?/y;

/** Reads what NUMBER_RUN found. What two countries would read differently is not read. */
export function parseKpiNumber(text: string): KpiNumber | NumberProblem {
  // The raised point of older NHS papers.
  const digits = text.replace(/^[+\-−–]/, '').replaceAll('·', '.');
  if ((digits.match(/\./g)?.length ?? 0) > 1) return 'several-points';
  const [whole = '', part = ''] = digits.split('.');
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return 'commas';
  if (part.includes(',')) return 'commas';
  if (/^0\d/.test(whole)) return 'leading-zero';
  if (part.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return 'point-or-comma';
  const plain = digits.replaceAll(',', '');
  if (plain.length > MAX_DIGITS) return 'too-many-digits';
  const size = Number(plain);
  const isNegative = /^[-−–]/.test(text) && size !== 0;
  return { text, value: isNegative ? -size : size, decimals: part.length };
}

const SMALL =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split(
    '|',
  );
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');

/** A whole number in words, up to ninety-nine; what is more, or a part of one, is not read. */
export const NUMBER_WORD = new RegExp(
  `(?:(?:${TENS.join('|')})(?:[- ](?:${SMALL.slice(1, 10).join('|')}))?|${SMALL.join('|')}|nil|nought)\\b(?![- ]?(?:and a|point|hundred|thousand|million|half|halves|thirds?|quarters?|fifths?|sixths?|tenths?)\\b)`,
  'iy',
);

/** Reads what NUMBER_WORD found. */
export function parseNumberWord(text: string): KpiNumber {
  const [first = '', second] = text.toLowerCase().split(/[- ]/);
  const tens = TENS.indexOf(first);
  const value = tens < 0 ? Math.max(0, SMALL.indexOf(first)) : (tens + 2) * 10;
  return { text, value: value + (second ? SMALL.indexOf(second) : 0), decimals: 0 };
}

/** `1.2` and a million: the digits are moved, not multiplied, so nothing is lost. */
export function scaled(number: KpiNumber, exponent: number): number {
  return Number(`${number.value}e${exponent}`);
}
