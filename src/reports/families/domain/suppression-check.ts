// Whether words for families may tell a number of people under five: “3 of 61 families”, “two children”, and “58 of 61
// families”, which gives three away. A plain check that stops too much rather than too little: a small number anywhere
// near a word for people is enough. What it stops wrongly two people can approve (docs/decisions/0023).
import { fold } from '../../../core/personal-data/domain/personal-data-text.ts';
import { SMALLEST_TOLD } from './small-number-suppression.ts';

/** Why words are stopped. */
export type SmallNumber = {
  /** What gives a small number away: `3`, `couple`, `58 and 61`, `5% of 61`. */
  readonly number: string;
  /** The word for people that stands near it; null: it is a share of whatever is counted. */
  readonly near: string | null;
};

const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const UNIT = UNITS.join('|');
const SPELLED = new RegExp(
  `\\b(?:(${TENS.join('|')})(?:[ -](${UNITS.slice(0, 9).join('|')}))?|(${UNIT}))\\b`,
  'gi',
);

/** Children, families, whoever else could be given away, what is one person’s each, and what stands for any of them. */
const PEOPLE =
  /\b(?:child|children|kids?|pupils?|students?|learners?|bab(?:y|ies)|infants?|toddlers?|teen(?:ager)?s?|adolescents?|youngsters?|youths?|adults?|boys?|girls?|sons?|daughters?|twins?|triplets?|siblings?|brothers?|sisters?|(?:grand)?parents?|(?:grand)?(?:mother|father)s?|mums?|dads?|carers?|guardians?|famil(?:y|ies)|households?|persons?|people|individuals?|patients?|residents?|leavers?|starters?|applicants?|respondents?|claimants?|users?|olds|cyp|yp|them|us|whom|whose|cases?|appeals?|tribunals?|hearings?|complaints?|suspensions?|exclusions?|excluded|allegations?|incidents?|deaths?|died|diagnos[ei]s|detentions?|arrests?|absences?|admissions?|mediations?|refusals?|ehc|ehcps?|ehcnas?|claims?|referrals|requests|placements|assessments|applications|plans|n)\b/i;

/** Small numbers that are no figure and none of `one` to `four`. `Both` and `single` are so only of people. */
const SMALL_WORD =
  /\b(?:couple|handful|trio|twins|triplets|(?:a|one) pair of|both (?:of )?(?:the |our |these |their |her |his )?(?=[a-z]*(?:child|kid|pupil|student|boy|girl|parent|famil|carer|sibling|twin|people|them))|(?<!not a )single (?=child|pupil|student|boy|girl|parent|family|person|case|appeal|complaint|young)|(?:the )?only (?=child|pupil|student|boy|girl|family|person))/i;

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December';
/** In the singular a thing may be part of who is counted: “two school pupils”. */
const THING =
  'session|school|setting|college|area|step|stage|phase|part|service|team|action|objective|theme|workshop|meeting|letter|place|town|page|question|project|organisation|partner|way|thing|option|reason|visit|review|course|room|hub|centre|forum|site|event|document|guide|leaflet|list|line|point|kind|type|worker|officer';
const OF_THINGS = "(?:(?:first|new|more|other|parent|carer|family|children's|support) ){0,2}";
const ONE_THING = `(?:${THING}|plan|front door|named (?:person|contact|worker))`;
const LABEL =
  'years?|(?:key )?stages?|phases?|themes?|tiers?|levels?|bands?|grades?|steps?|parts?|priorit(?:y|ies)|sections?|pages?|objectives?|actions?|kpis?|quotes?|items?|goals?|options?|versions?|tables?|aged?|ages';
const PERIOD = 'day|week|month|year|hour|minute|term|night|weekend|time|mile|pound';

/** Numbers that count no people, with what is left in their place. Spelled ones are figures by now. */
const OTHER_NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/\b\d+-years?-olds?\b|\b\d+ years? olds?\b/gi, ' olds '],
  [/[£$€]\s?\d[\d,.]{0,15}(?:\s*(?:thousand|million|billion|[mk]\b))?/gi, ' '],
  [/\b\d[\d,.]{0,15}\s?(?:hundred|thousand|million|billion)\b(?:(?: and)? \d+\b)?/gi, ' 100 '],
  [/\b\d{4}-\d\d-\d\d\b|\b\d+\/\d+\/\d+\b|\b24\/7\b/g, ' '],
  [/(?<![\d,])\d+(?:[.:]\d+)+(?:\s*(?:%|per ?cent\b))?/g, ' '],
  [/\b\d+\s*(?:%|per ?cent\b)/gi, ' '],
  // `2B:2`, `3pm`, `KS2`, `post-16`: references, times, ordinals.
  [/\b\d+\p{L}{1,2}(?!\p{L})[\p{L}\d:.]*|(?<!\p{L})\p{L}+\d[\p{L}\d:.]*|\bpost-\d+/gu, ' '],
  [new RegExp(`\\b\\d{1,2} (?:${MONTH})\\b`, 'g'), ' '],
  [
    new RegExp(
      `(?<!\\b(?:last|this|next|each|every|per|an?|1|the|that|same|past|first|second|school|whole|half) )\\b(?:${LABEL}) \\d+(?:(?:,|,? (?:and|or|to)|-) ?\\d+)*\\b`,
      'gi',
    ),
    ' ',
  ],
  [
    new RegExp(
      `\\b(?:\\d+(?:(?: to | or |-)\\d+)? (?:(?:working|school|calendar|full|more|whole|academic) )?(?:${PERIOD})s|1 (?:whole |working )?(?:${PERIOD})(?! ${PEOPLE.source}))\\b(?! \\d)`,
      'gi',
    ),
    ' ',
  ],
  [/\b\d+ in (?:every )?(?:\d|\d+0)\b/gi, ' '],
  [/(?:(?:fewer|less) than|under|below|<) ?5\b/gi, ' '],
  [/\b1 of the (?:best|most|first|main|biggest)\b|\b1-(?:to-1|off)\b/gi, ' '],
  [
    new RegExp(
      `\\b(?:\\d+ ${OF_THINGS}(?:${THING})s|1 ${OF_THINGS}${ONE_THING}(?! ${PEOPLE.source}))\\b(?!-)`,
      'gi',
    ),
    ' ',
  ],
  // A year, unless people are counted by it.
  [/\b(?:199|20\d)\d\b(?! (?:children|pupils|families|people|young|parents))/g, ' '],
];
const SHARE =
  /\b(\d+) (?:of|out of) (?:(?:the|our|these|those|all) )*(\d+)\b|\b(\d+)\/(\d+)\b|\b(\d+) in (\d+)\b/g;
const PERCENT =
  /\b(\d+(?:\.\d+)?)\s*(?:%|per ?cent) (?:of|out of) (?:(?:the|our|all) )*(\d[\d,]*)/gi;
const FRACTION = /\b(?:half|thirds?|quarters?|fifths?)\b/i;

/** Every reason to stop the words; none: they may be published. */
export function smallNumbersIn(words: string): SmallNumber[] {
  const text = withFigures(fold(words));
  const found: SmallNumber[] = [];
  for (const [whole, percent, total] of text.matchAll(PERCENT)) {
    const of = toNumber(total);
    if (isSmallPart(Math.round((Number(percent) / 100) * of), of))
      found.push({ number: whole, near: null });
  }
  const counted = OTHER_NUMBERS.reduce(
    (left, [form, instead]) => left.replace(form, instead),
    text,
  );
  for (const [whole, ...numbers] of counted.matchAll(SHARE)) {
    const [part = 0, total = 0] = numbers.flatMap((one) => (one ? Number(one) : []));
    if (isSmallPart(part, total)) found.push({ number: whole, near: null });
  }
  const near = PEOPLE.exec(counted)?.[0];
  if (near !== undefined) found.push(...smallNumbers(counted).map((number) => ({ number, near })));
  const byNumber = new Map(found.toReversed().map((one) => [one.number, one]));
  return found.filter((one) => byNumber.get(one.number) === one);
}

/** Numbers under five, and two numbers that lie so near to each other that the rest is. */
function smallNumbers(text: string): string[] {
  const word = SMALL_WORD.exec(text)?.[0].trim() ?? [];
  const fraction = FRACTION.exec(text)?.[0];
  const counts = (text.match(/\d[\d,]*/g) ?? []).map(toNumber);
  const places = new Map<number, number[]>();
  counts.forEach((count, at) => {
    const known = places.get(count);
    // Two are enough to know another one of the same number.
    if (!known) places.set(count, [at]);
    else if (known.length < 2) known.push(at);
  });
  const numbers = counts.flatMap((count, at) => {
    if (count < SMALLEST_TOLD) return String(count);
    const others = Array.from({ length: SMALLEST_TOLD }, (_, rest) =>
      places.get(count + rest)?.find((place) => place !== at),
    ).filter((place) => place !== undefined);
    if (others.length > 0) return `${count} and ${counts[Math.min(...others)]}`;
    return fraction !== undefined && count < 5 * SMALLEST_TOLD ? `${fraction} and ${count}` : [];
  });
  return numbers.concat(word);
}

function isSmallRest(part: number, total: number): boolean {
  return part <= total && total - part < SMALLEST_TOLD;
}

function isSmallPart(part: number, total: number): boolean {
  return part < SMALLEST_TOLD || isSmallRest(part, total);
}

/** `sixty-one` as `61`. */
function withFigures(text: string): string {
  return text.replace(SPELLED, (_, tens: string = '', unit: string = '', small: string = '') =>
    String(
      small === ''
        ? (TENS.indexOf(tens.toLowerCase()) + 2) * 10 + UNITS.indexOf(unit.toLowerCase()) + 1
        : UNITS.indexOf(small.toLowerCase()) + 1,
    ),
  );
}

function toNumber(text = ''): number {
  return Number(text.replaceAll(',', ''));
}
