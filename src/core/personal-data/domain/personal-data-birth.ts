// Dates of birth: a date counts only beside a word that says so.
import { before, type Hit, hits, spanOf } from './personal-data-text.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|' +
  'Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
const LONG_YEAR = '(?:19|20)\\d\\d';
const DATE =
  `(?:${LONG_YEAR} ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{1,2}|\\d{1,2} ?[-/. ] ?\\d{1,2} ?[-/. ] ?${YEAR}|` +
  `${DAY}[ -]?(?:of )?${MONTH}[ ,-]{0,2}${YEAR}|${MONTH} ?${DAY}[ ,]{1,2}${YEAR})(?!\\d)`;
const PART = `(?:${DAY} (?:of )?${MONTH}|${MONTH} ${DAY}|(?:${MONTH},? )?${LONG_YEAR})(?![\\p{L}\\p{N}])`;

const FIELD = '(?:d\\.? ?o\\.? ?b\\.?|dates? of births?|birth ?dates?)';
const RECORD = 'plan|file|records?|system|portal|form|letter|census|register';
/** Words between the label and the date; a date that was found before may stand there too. */
const LINK =
  `(?: (?:on|in) (?:the |his |her |their )?(?:${RECORD})\\b)?` +
  '(?:[ :=#,;(-]|\\[·*\\]|\\b(?:is|was|as|on|in|the|of|and|to|should|be|recorded|given|listed|shown|entered|now|missing|wrong|it|but|not|he|she|has|have|says?|said|down|written|typed|noted|shows?|showing|reads)\\b){0,12}';

const LABELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FIELD}|born)${LINK}(?<find>(?<!\\d)${DATE})`,
  'dgiu',
);
const NAMED_AFTER = new RegExp(
  `(?<find>(?<!\\d)${DATE})[ ,(-]{1,3}(?:(?:is|was|as) )?(?:(?:her|his|their|the) )?${FIELD}(?= *(?:[,.;:)\\]]|$))`,
  'dgimu',
);
const PARTIAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FIELD}|born|birthday)${LINK}(?<find>(?<!\\d)(?:${DATE}|${PART}))`,
  'dgiu',
);
const SHORT = new RegExp(`(?<![\\p{L}\\p{N}.])b\\. ?(?<find>${DATE})`, 'dgu');
/** What stands between one date of a list and the next. */
const NEXT = new RegExp(
  `(?:[ ,;/&-]|\\b(?:and|or|then|to|not|but)\\b){1,6}(?<find>${DATE})`,
  'diuy',
);
const BORN = /^born/i;
const PERSON =
  /\b(?:s?he|child|pupil|boy|girl|student|son|daughter|baby|young person|sibling|brother|sister),? (?:who )?(?:was )?$/i;

/**
 * A full date beside “DOB”, “date of birth” or “born” is certain; a part of one (“she was born in
 * March 2015”, “birthday 12 March”) is likely. Every other date passes.
 * Source: the partnership’s requirement; the date alone makes no person identifiable.
 */
export function findBirthDates(text: string): Hit[] {
  const parts = [...text.matchAll(PARTIAL)]
    .filter((match) => !BORN.test(match[0]) || PERSON.test(before(text, match.index)))
    .map((match): Hit => ({ ...spanOf(match), certainty: 'likely' }));
  return [
    ...hits(text, LABELLED, 'certain').flatMap((hit) => [hit, ...listedAfter(text, hit.end)]),
    ...hits(text, NAMED_AFTER, 'certain'),
    ...parts,
    ...hits(text, SHORT, 'likely'),
  ];
}

/** “dates of birth: 12/03/2015, 13/04/2016 and 14/05/2017”: the label goes for every date. */
function listedAfter(text: string, end: number): Hit[] {
  const dates: Hit[] = [];
  NEXT.lastIndex = end;
  for (let match = NEXT.exec(text); match; match = NEXT.exec(text)) {
    dates.push({ ...spanOf(match), certainty: 'certain' });
  }
  return dates;
}
