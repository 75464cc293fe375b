// NHS numbers and unique pupil numbers: digits count only when their check digit or letter is right.
import { before, type Hit, matchesOf, type Span, spanOf } from '../domain/personal-data-text.ts';
import { spokenNumbers } from './spoken.ts';

/** Unique pupil numbers leave out I, O and S. A letter's place is its value. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Ten digits in one, or as they are printed: 3, 3 and 4. */
const NHS_USUAL =
  /(?:(?<![\p{L}\p{N}£$€]|[\p{L}\p{N}]_)|(?<=nhs|no|num|number))\d{3}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{4}(?!\d|\.\d{1,2}(?!\d))/giu;
/** Any other grouping with one kind of separator. */
const NHS_GROUPED =
  /(?<![\p{L}\p{N}£$€]|[\p{L}\p{N}]_|\d[.,:])\d{1,9}(?:([ -])\d{1,9})(?:\1\d{1,9}){0,8}(?![.,:]?\d|%)/gu;
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
  const spoken = spokenNumbers(text)
    .filter(({ digits, isLettered }) => !isLettered && isNhsNumber(digits))
    .map(({ start, end }): Hit => ({ start, end, certainty: 'certain' }));
  return [...usual, ...grouped, ...spoken];
}

export function findUpns(text: string): Hit[] {
  return matchesOf(text, UPN)
    .filter(([found]) => isUpn(found.replace(/[ ./-]/g, '')) && !startsWithArticle(found))
    .map((match) => ({ ...spanOf(match), certainty: 'certain' }));
}

/** Five to twelve digits as people group them, a letter typed for a digit among them; behind the label only, and no date. */
const MISTYPED =
  '(?<![\\p{L}\\d£])(?!0)(?!\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?!\\d))\\d(?:[ ./-]{0,2}[\\dOoIl]){4,11}(?![.,:]?\\d|%|\\p{L})';
/** Before the label a shorter one may be anything. */
const LONG = '(?<![\\p{L}\\d£])(?!0)\\d(?:[ ./-]{0,2}[\\dOoIl]){7,11}(?![.,:]?\\d|%|\\p{L})';
const MISTYPED_LETTERED =
  '(?<![\\p{L}\\d£])(?:\\d?[a-z]{1,2}[ ./-]?\\d(?:[ ./-]?\\d|[oi]){8,13}[a-z\\d]{0,2}|[a-z]\\d{4,8}|(?!(?:19|20)\\d\\d[ -]?(?:19|20)?\\d\\d(?!\\d))\\d(?:[ ./-]?[\\doi]){5,12}[a-z]?)(?![\\p{L}\\d])';
const NHS_WORDS =
  '\\bn[ .-]?h[ .-]?s\\.?[ -]?(?:no|nos|num|n°|id|identifier|#|n\\p{L}{0,3}b\\p{L}{0,3}rs?)(?![\\p{L}\\d])';
const NHS_SPOKEN = new RegExp(`(?:${NHS_WORDS})\\.?[^\\d\\n.!?]{0,20}$`, 'iu');
const UPN_WORDS = "\\b(?:u[ .-]?p[ .-]?n(?:'?s)?|(?:unique )?pupil (?:nos?|num|numbers?))\\b";
/** Without them there is no label to look for. */
const NHS = /n[ .-]?h[ .-]?s/i;
const UPN_OR_PUPIL = /u[ .-]?p[ .-]?n|pupil/i;
/** The label before the number, or behind it: “4857773451 is not a valid NHS number”. */
const [MISTYPED_NHS, MISTYPED_UPN] = [
  [`${NHS_WORDS}|\\bnhs\\b(?=[ :=#(]{1,3}\\d)`, MISTYPED, LONG],
  [UPN_WORDS, MISTYPED_LETTERED, MISTYPED_LETTERED],
].map(
  ([label, number, ahead]) =>
    new RegExp(
      `(?:${label})(?:[^\\d\\n!]|(?<!\\d)\\d{1,3}(?![\\d./-]| ?\\d)){0,100}(?<find>${number})|(?<before>${ahead})[^\\d\\n!]{1,40}?(?:${label})`,
      'dgiu',
    ),
) as [RegExp, RegExp];

/**
 * What the text calls an NHS number and is none: a digit too few, too many or wrong. Somebody can often
 * still tell whose it is, so it is asked about.
 */
export function findMistypedNhsNumbers(text: string): Hit[] {
  const spoken = (NHS.test(text) ? spokenNumbers(text) : [])
    .filter(({ digits, start }) => digits.length > 7 && NHS_SPOKEN.test(before(text, start)))
    .map(({ start, end }): Hit => ({ start, end, certainty: 'likely' }));
  return [...(NHS.test(text) ? mistyped(text, MISTYPED_NHS) : []), ...spoken];
}

/** The same for what the text calls a unique pupil number. */
export function findMistypedUpns(text: string): Hit[] {
  return UPN_OR_PUPIL.test(text) ? mistyped(text, MISTYPED_UPN) : [];
}

/** No label is further from the figures of its number, on either side. */
const LABEL_REACH = 160;

function mistyped(text: string, pattern: RegExp): Hit[] {
  return nearFigures(text).flatMap((near) =>
    matchesOf(text.slice(near.start, near.end), pattern).map(({ indices }): Hit => {
      const [start, end] = indices?.groups?.find ?? indices?.groups?.before ?? [0, 0];
      return { start: near.start + start, end: near.start + end, certainty: 'likely' };
    }),
  );
}

/** The stretches of a text that have figures in reach: where there are none, a label is not looked for. */
function nearFigures(text: string): Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { index, 0: figures } of matchesOf(text, /\d+/g)) {
    const start = Math.max(0, index - LABEL_REACH);
    const end = Math.min(text.length, index + figures.length + LABEL_REACH);
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** “a 123 456 789 012”: a small letter that stands apart is a word. */
function startsWithArticle(found: string): boolean {
  return /^[a-z][ ./-]|[ ./-][a-z]$/.test(found);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
