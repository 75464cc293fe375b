// NHS numbers and unique pupil numbers: digits count only when their check digit or letter is right.
import { before, type Hit, hits, matchesOf, spanOf } from '../domain/personal-data-text.ts';

/** Unique pupil numbers leave out I, O and S. A letter's place is its value. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Ten digits in one, or as they are printed: 3, 3 and 4. */
const NHS_USUAL =
  /(?:(?<![\p{L}\p{N}_£$€])|(?<=nhs|no|num|number))\d{3}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{4}(?!\d|\.\d{1,2}(?!\d))/giu;
/** Any other grouping with one kind of separator. */
const NHS_GROUPED =
  /(?<![\p{L}\p{N}_£$€]|\d[.,:])\d{1,9}(?:([ -])\d{1,9})(?:\1\d{1,9}){0,8}(?![.,:]?\d|%)/gu;
const NHS_LABEL = /\bnhs\b[^\d\n\]]{0,20}$/i;
const YEAR = /^(?:19|20)\d\d$/;

const UPN =
  /(?:(?<![\p{L}\p{N}])|(?<=upn))[A-HJ-NP-RT-Z][ ./-]{0,2}(?:\d[ ./-]{0,2}){11}[\dA-HJ-NP-RT-Z](?![\p{L}\p{N}])/giu;

/**
 * Whether ten digits are an NHS number: modulus 11. The first nine digits are weighted 10 down to 2;
 * 11 less the sum's remainder is the check digit, 11 standing for 0, and 10 is never issued.
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/**
 * Whether 13 characters are a unique pupil number: a check letter, then 12 digits, or 11 digits and a
 * letter for a temporary one. The characters at positions 2 to 13 are weighted by their position; the
 * sum modulo 23 is the check letter's place in the alphabet without I, O and S.
 * Source: Department for Education, Unique pupil numbers: guidance.
 */
export function isUpn(written: string): boolean {
  const upn = written.toUpperCase();
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn)) return false;
  const values = [...upn].map((sign) =>
    /\d/.test(sign) ? Number(sign) : UPN_LETTERS.indexOf(sign),
  );
  if (values.includes(-1)) return false;
  const sum = values.slice(1).reduce((total, value, index) => total + value * (index + 2), 0);
  return UPN_LETTERS[sum % 23] === upn[0];
}

/** NHS numbers. In a grouping that is not usual, and without the label, one is only likely. */
export function findNhsNumbers(text: string): Hit[] {
  const usual = matchesOf(text, NHS_USUAL)
    .filter(([found]) => isNhsNumber(digitsOf(found)))
    .map((match): Hit => ({ ...spanOf(match), certainty: 'certain' }));
  const grouped = matchesOf(text, NHS_GROUPED)
    .filter(([found]) => isNhsNumber(digitsOf(found)))
    .map((match): Hit => {
      const labelled = NHS_LABEL.test(before(text, match.index));
      return { ...spanOf(match), certainty: labelled ? 'certain' : 'likely' };
    })
    .filter(({ start, end, certainty }) => {
      const groups = text.slice(start, end).split(/[ -]/);
      return certainty === 'certain' || !groups.some((group) => YEAR.test(group));
    });
  return [...usual, ...grouped];
}

export function findUpns(text: string): Hit[] {
  return matchesOf(text, UPN)
    .filter(([found]) => isUpn(found.replace(/[ ./-]/g, '')) && !startsWithArticle(found))
    .map((match) => ({ ...spanOf(match), certainty: 'certain' }));
}

const NHS_WORDS =
  "\\bnhs\\b[ .:#=-]{0,3}(?:(?:no|nos|num|id|n\\p{L}{0,3}b\\p{L}{0,3}r)\\b[ .:#=,(-]{0,3}(?:[\\p{L}']{1,12}[ ,:]{1,2}){0,5}?)?";
const UPN_WORDS = "\\bu\\.?p\\.?n\\b\\.?[ :#=,(-]{0,3}(?:[\\p{L}']{2,12}[ ,:]{1,2}){0,4}?";
const MISTYPED_NHS = new RegExp(
  `${NHS_WORDS}(?<find>(?<![\\p{L}\\d£])(?!0)\\d(?:[ .-]?\\d){7,10})(?![.,:]?\\d|%)`,
  'dgiu',
);
const MISTYPED_UPN = new RegExp(
  `${UPN_WORDS}(?<find>(?<![\\p{L}\\d£])(?:[a-z][ .-]?\\d(?:[ .-]?\\d){9,12}[a-z]?|\\d{12,13}[a-z]?))(?![\\p{L}\\d])`,
  'dgiu',
);

/**
 * What the text calls an NHS number and is none: a digit too few, too many or wrong. Somebody can often
 * still tell whose it is, so it is asked about.
 */
export function findMistypedNhsNumbers(text: string): Hit[] {
  return hits(text, MISTYPED_NHS, 'likely');
}

/** The same for what the text calls a unique pupil number. */
export function findMistypedUpns(text: string): Hit[] {
  return hits(text, MISTYPED_UPN, 'likely');
}

/** “a 123 456 789 012”: a small letter that stands apart is a word. */
function startsWithArticle(found: string): boolean {
  return /^[a-z][ ./-]|[ ./-][a-z]$/.test(found);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
