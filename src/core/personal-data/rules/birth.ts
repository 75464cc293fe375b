// Dates of birth: a date counts only beside a word that says so.
import { byFirstLetter } from '../domain/by-first-letter.ts';
import { CONDITION } from '../domain/personal-data-child-words.ts';
import { forenames, wordNames } from '../domain/personal-data-names.ts';
import { before, type Hit, hits, matchesOf, spanOf } from '../domain/personal-data-text.ts';
import { N } from './ages.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|' +
  'Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
/** A slip of the finger may stand for the year: “2105”. */
const LONG_YEAR = '(?:19|20|21)\\d\\d';
const YEAR = `(?:${LONG_YEAR}|'?\\d\\d)`;
const UNIT = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
/** “twelfth”, “twenty-third”. */
const SPOKEN_DAY = `(?:(?:(?:twenty|thirty)[ -])?(?:${UNIT})|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)`;
const SPOKEN_YEAR =
  '(?:two thousand(?: and)?|twenty|nineteen)(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}{3,6}teen|twenty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)?';
/** “twenty-first of the ninth 2020”, “2nd of the 3rd 2012”. */
const BY_ORDINALS = `(?:${SPOKEN_DAY}|${DAY}) of (?:the )?(?:${SPOKEN_DAY}|\\d{1,2}(?:st|nd|rd|th))[ ,]{1,2}(?:${YEAR}|${SPOKEN_YEAR})`;
const DATES =
  `${LONG_YEAR} ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{1,2}|${LONG_YEAR}, ?${DAY} (?:of )?${MONTH}|\\d{1,2}(?:st|nd|rd|th)? ?[-/. |\\\\] ?(?:\\d{1,2}|i{1,3}|i[vx]|vi{0,3}|xi{0,2}) ?[-/. |\\\\] ?${YEAR}|${BY_ORDINALS}|` +
  `(?:${DAY}|${SPOKEN_DAY})[ -]?(?:of )?${MONTH}[ ,-]{0,2}(?:${YEAR}|${SPOKEN_YEAR}|(?:this|last) year)|${MONTH} ?${DAY}[ ,]{1,2}${YEAR}|(?:christmas|boxing|new year's|valentine's|leap) (?:day|eve),? ${LONG_YEAR}`;
const DATE = `(?:${DATES})(?!\\d)`;
/** The same where capitals are of no matter: most places of a text have no letter that one begins with. */
const ANY_DATE = `(?:${byFirstLetter(DATES)})(?!\\d)`;
const PART = `(?:${DAY} (?:of )?${MONTH}|${MONTH} ${DAY}|(?:${MONTH},? )?${LONG_YEAR})(?![\\p{L}\\p{N}])`;

const FIELD =
  "(?:d[./-]? ?o[./-]? ?b(?:\\.|'?s)?|d(?:ates?)?[ -]of[ -]b(?:irths?)?|dates? birth|birth ?dates?|b'?days?)";
const RECORD = 'plan|file|records?|system|portal|form|letter|census|register';
/** Words between the label and the date; a date that was found before may stand there too. */
const LINK =
  `(?: (?:on|in) (?:the |his |her |their )?(?:${RECORD})\\b)?` +
  '(?:[ :=#,;(/-]|\\[·*\\]|\\b(?:is|was|as|on|in|the|of|and|to|should|be|recorded|given|listed|shown|entered|now|missing|wrong|it|but|not|he|she|has|have|says?|said|down|written|typed|noted|shows?|showing|reads|which|that|we|hold|they|still|actually|really|early|prematurely|premature|at home|per|form|passport|referral|record|at (?:the )?(?:\\p{L}+ ){1,3}?on|for (?:him|her|them|the (?:child|boy|girl|pupil)|\\p{L}[\\p{L}-]+(?: \\p{L}[\\p{L}-]+)?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b){0,12}';

/** Other words behind the label, none of which makes the date another’s. */
const ANY_LINK =
  '(?:(?!\\b(?:due|deadline|audit|until|from|since|errors?|found|census|upload|board|meeting|review|report|field|column|mismatch(?:es)?|run|checks?|live|training|by (?=\\d))\\b)(?:[^\\d\\n.!?]|(?:19|20)\\d\\d(?= (?:rather|not|instead|and|but)\\b))){0,60}';
const LABELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])${FIELD}${ANY_LINK}(?<found>(?<!\\d|\\b(?:twenty|thirty)[ -])${ANY_DATE})|(?<![\\p{L}\\p{N}])(?:${FIELD}|born|came into the world|(?<!\\d(?:st|nd|rd|th) )birthday(?:'?s)?|(?<=(?:his|her|their) \\d{1,2}(?:st|nd|rd|th) )birthday(?:'?s)?)${LINK}(?<find>(?<!\\d)${ANY_DATE})|(?<![\\p{L}\\p{N}])${FIELD}[ :=-]{0,3}(?<digits>(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)?\\d\\d))(?!\\d)`,
  'dgiu',
);
const NAMED_AFTER = new RegExp(
  `(?<find>(?<!\\d)${ANY_DATE})[ ,(-]{1,3}(?:(?:(?:is|was|as) )?(?:(?:her|his|their|the) )?(?:${FIELD}|birthday)(?= *(?:[,.;:)\\]]|$))|(?:is|was) (?:her|his|their|the) (?:real |actual |correct |right )?(?:${FIELD}|birthday)\\b)`,
  'dgimu',
);
const LABELLED_MONTH = new RegExp(
  `(?<![\\p{L}\\p{N}])${FIELD}${LINK}(?<find>${MONTH},? ${LONG_YEAR}(?!\\d))`,
  'dgiu',
);
const PARTIAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FIELD}|born|birthday)${LINK}(?<find>(?<!\\d)(?:${ANY_DATE}|${PART}))`,
  'dgiu',
);
/** “Oskar, b. 17.10.2011”. */
/** “seventeen oh three two thousand and twelve”: certain beside a label only. */
const CARDINAL =
  '(?:(?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:(?:oh|zero|nought) )?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|\\p{L}{3,5}teen)';
const LABELLED_SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}])${FIELD}${LINK}(?<find>${CARDINAL}[ ,-]{1,2}${CARDINAL}[ ,-]{1,2}(?:${LONG_YEAR}|${SPOKEN_YEAR}|${CARDINAL})(?![\\p{L}]))`,
  'dgiu',
);
/** Of long before the plan, right beside a sex: “Male. 27 AUG 2017”, “14/02/2013, girl”. */
const OWN_DATE =
  '(?:(?:\\d{1,2}[-/. ]){2}|\\d{1,2}(?:st|nd|rd|th)?[ -]\\p{L}{3,9}\\.?,?[ -])20(?:0\\d|1\\d|2[0-3])(?!\\d)';
const OF_SEX = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:male|female|boy|girl)(?:[.,:;]| ?[/|-])? ?\\(?(?<find>${OWN_DATE})|(?<born>${OWN_DATE})[,;/(.] ?(?:male|female|boy|girl)(?![\\p{L}]))`,
  'dgiu',
);
const SHORT = new RegExp(
  `(?<=(?:^|[,(/•*-]|\\p{L}) ?)(?<![\\p{L}\\p{N}.])bn?[.:]? ?(?<find>${DATE})`,
  'dgu',
);
/** A date right behind initials, or one from long before the plan behind a name or a sex: “E.M. (2009-04-19)”, “F, 16.07.2012”. */
const OF_INITIALS = new RegExp(
  `(?:(?:\\p{Lu}\\.){2,3}|\\b(?:child|pupil|boy|girl|student|patient|twins|siblings|brothers|sisters),?|\\p{Lu}\\p{Ll}+(?=[ ,]{1,2}\\(?[^)\\n]{0,12}(?:200\\d|201\\d)[^)\\n]{0,8}\\))) ?,? ?\\((?:both |all )?(?<find>${DATE})\\)|(?<![\\p{L}\\p{N}])(?<!\\b(?:[Ss]ections?|[Pp]art|[Aa]nnex|[Aa]ppendix|[Tt]able|[Oo]ption|[Bb]and|[Gg]rade|[Ff]orm|[Cc]lass|[Cc]olumn|and|to|or) )(?:[FM]|[Ff]emale|[Mm]ale|[Bb]oy|[Gg]irl),? \\(?(?<born>(?:\\d{1,2}[-/.]){2}20[01]\\d)(?!\\d)`,
  'dgu',
);
/** “turns 18 on 4 December this year”, “will be five on 17 Oct”: an age and its day tell the date. */
const OF_AGE = new RegExp(
  `\\b(?:turn(?:s|ed|ing)?|(?:will|'ll) be|reach(?:es|ed)?|became|becomes) ${N} (?:years old )?on (?:the )?(?<find>${ANY_DATE}|${DAY} (?:of )?${MONTH}(?![\\p{L}]))`,
  'dgiu',
);
/** “Twins, both 29.02.2016” */
const OF_TWINS = new RegExp(
  `(?<![\\p{L}])(?:twins|triplets|siblings|brothers|sisters),? (?:are |were )?(?:both |all )(?:born )?(?<find>${ANY_DATE})`,
  'dgiu',
);
/** “Tanisha, 03/07/2010, now on roll”: of long before the plan, right behind a first name. */
const OF_NAME =
  /(?<![\p{L}'-])(?<name>\p{Lu}\p{Ll}+)(?: \p{Lu}[\p{L}'-]*)?,? \(?(?<find>(?:(?:\d{1,2}[-/.]){2}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} )20(?:0\d|1\d))(?=[,;)]|$)/dgu;
/** “the wrong year for this lad, should be 30 September 2009” */
const OF_WRONG = new RegExp(
  `\\bwrong (?:year|month|day|date)\\b[^.!?\\n]{0,60}\\b(?:lad|boy|girl|lass|child|pupil|student|him|her|twins?)\\b[^.!?\\d\\n]{0,30}(?<find>${ANY_DATE})`,
  'dgiu',
);
/** A date of long before the plan, and right behind it what only a child has: “09.06.08, inpatient”. */
const OF_PATIENT = new RegExp(
  `(?<=[:,;(] ?)(?<find>(?:\\d{1,2}[-/.]){2}(?:20)?(?:0\\d|1[0-8]))(?=[,)] ?\\(?(?:inpatient|in care|out of school|non[ -]?verbal|LAC|CLA|EHE|NEET|OOA|${CONDITION})(?![\\p{L}]))`,
  'dgiu',
);
/** Without one of these there is no word that makes a date one of birth. */
const LABEL = /d[./-]? ?o[./-]? ?b|of[ -]b|birth|born|b'?day|came into/i;
/** What stands between one date of a list and the next. */
const NEXT = new RegExp(
  `(?:[ ,;/&-]|\\b(?:and|or|then|to|not|but)\\b){1,6}(?<find>${ANY_DATE})`,
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
  const isLabelled = LABEL.test(text);
  const parts = (isLabelled ? matchesOf(text, PARTIAL) : [])
    .filter((match) => !BORN.test(match[0]) || PERSON.test(before(text, match.index)))
    .map((match): Hit => ({ ...spanOf(match), certainty: 'likely' }));
  return [
    ...(isLabelled ? labelled(text) : []).flatMap((hit) => [hit, ...listedAfter(text, hit.end)]),
    ...(isLabelled ? [NAMED_AFTER, LABELLED_MONTH, LABELLED_SPOKEN] : []).flatMap((pattern) =>
      hits(text, pattern, 'certain'),
    ),
    ...parts,
    ...hits(text, SHORT, 'certain'),
    ...hits(text, OF_PATIENT, 'certain'),
    ...[OF_WRONG, OF_AGE, OF_TWINS].flatMap((pattern) => hits(text, pattern, 'certain')),
    ...matchesOf(text, OF_NAME)
      .filter(
        ({ groups }) => forenames.has(groups?.name ?? '') || wordNames.has(groups?.name ?? ''),
      )
      .map((match): Hit => ({ ...spanOf(match), certainty: 'certain' })),
    ...[OF_INITIALS, OF_SEX]
      .flatMap((pattern) => matchesOf(text, pattern))
      .map((match): Hit => {
        const [start, end] = match.indices?.groups?.born ?? [
          spanOf(match).start,
          spanOf(match).end,
        ];
        return { start, end, certainty: 'certain' };
      }),
  ];
}

function labelled(text: string): Hit[] {
  return matchesOf(text, LABELLED).map((match): Hit => {
    const [start, end] = match.indices?.groups?.found ?? [spanOf(match).start, spanOf(match).end];
    return { start, end, certainty: 'certain' };
  });
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
