// A case, a complaint or an appeal by its number with somebody's name: whoever has the file knows who is meant.
import { byFirstLetter } from '../domain/by-first-letter.ts';
import { areEnglish } from '../domain/english-words.ts';
import { AT_WORK_PLACE, ROLE } from '../domain/personal-data-child-words.ts';
import { acronyms, forenames, ordinary, things, wordNames } from '../domain/personal-data-names.ts';
import {
  isDoubleName,
  isLikeName,
  isWherePlacesStand,
  namedIn,
  type Person,
  TITLED,
} from '../domain/personal-data-people.ts';
import {
  before,
  behind,
  type Hit,
  inOrder,
  matchesAt,
  matchesOf,
  nearby,
  overlaps,
  type Span,
  spanOf,
  whenAsked,
} from '../domain/personal-data-text.ts';
import { sentenceBehind } from './at-work.ts';
import { spokenNumbers } from './spoken.ts';

const FILE = byFirstLetter(
  'cases?|refs?|reference|files?|episode|checklist|job|CHC|panel (?:no|ref|item)|matter|complaint|appeal|referral|tribunal|ombudsman|mediation|application|request|entry|log|incident|SENDIST|SAR|LCS|EHM|CMS|ICS|IRP|PALS|DSR|CME|TRN|mosaic|liquid ?logic|capita|synergy|azeus|eclipse|frameworki|systm ?one|emis|rio|servelec|care ?director|carefirst|tribal|ids?|' +
    'LGSCO|LGO|PHSO|judicial review|JR|IAS|CAF|EHA|SEN|SEND|plan|EHCP|EHC|pupil|child|client|LAC|CLA|record|hearing|claim|investigation|safeguarding|MASH|enquiry|assessment|' +
    '(?:child|pupil|client|person|student|patient|pt|hospital|service user|family) (?:id|ref|reference|record|no|number)',
);
/** A number of three digits or more, in groups, with or without letters before it. */
const CODE =
  '(?=[\\p{L}\\d/-]{0,12}\\d)(?!(?:19|20)\\d\\d(?![\\d/-]))[\\p{L}\\d]{1,10}(?:[/-](?:\\d{1,8}|\\p{Lu}{1,4}(?![\\p{L}]))|[/ -]{1,2}\\d{1,8}){0,4}';
const NUMBERED = new RegExp(
  `(?:${FILE})\\b(?:[ .:#(-]{1,3}(?:pt|id|no|num|number|ref|reference|file|record|log|entry|is|that is|final decision|decision|stage \\d)\\b){0,3}[ .:#(,-]{1,3}(?:\\p{L}{1,4}[ -])?${CODE}(?: (?:and|&) ${CODE})?`,
  'iuy',
);
/** Where one of the three below and above may begin. */
const OF_FILE = new RegExp(`\\b(?=(?:${FILE})[ .:#(,-])`, 'giu');
/** “the LCS number for Ruby is 2204771”. */
const NUMBER_OF = new RegExp(
  `(?:${FILE}) (?:no|number|id|ref|reference) (?:for|of) [^.;\\d\\n]{3,40} (?:is|was|:|=) ?${CODE}`,
  'iuy',
);
/** “case four four one nine oh” */
const FILE_BEFORE = new RegExp(
  `\\b(?:${FILE})(?: (?:no|number|ref|reference))?[ :.,-]{1,3}$`,
  'iu',
);
/** “40021 Poppy Ainsworth”: a number right before a forename and a surname. */
const BEFORE_NAME =
  /(?<![\p{L}\p{N}£/.,:-])(?!(?:19|20)\d\d )\d{4,8}(?=[ :,-]{1,3}\(?(?<name>\p{Lu}\p{Ll}[\p{L}'-]+)(?:\)| \p{Lu}\p{Ll}))|(?<=\((?<held>\p{Lu}\p{Ll}[\p{L}'-]+)\) )\d{4,8}(?![\d.,%])|(?<![\p{L}\p{N}£/.,:-])(?!(?:19|20)\d\d\/)\d{3,6}\/\d{2}(?= (?<late>\p{Lu}\p{Ll}[\p{L}'-]+)(?:[;:,.)]|$))/gu;
/** “EHC-3347”, “SB/2025/64”: letters and a number in one. */
const LETTERED =
  /(?<![\p{L}\p{N}/.-])\p{Lu}{2,5}(?:[/-]\d{1,5}){1,3}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}/.-])(?:\p{Lu}[/-]\d{3,6}|\p{Lu}{1,4}(?:[/-]\p{Lu}{1,4}){1,2}[/-]\d{2,6}|(?!(?:19|20)\d\d[/-])\d{2,6}[/-]\p{Lu}{2,5}(?:[/-]\d{2,4})?|\d{4,6}[/-]\p{Lu})(?![\p{L}\p{N}])|(?<![\p{L}\p{N}/.-])(?:\p{Lu}{2,5}\d{4,9}|\p{Lu}\d{5,9}|\p{Lu}{1,5}\d{1,6}(?:[/-]\d{1,6}){1,3})(?![\p{L}\p{N}])|#\d{3,9}(?!\d)|(?<![\p{L}\p{N}/.-])20\d\d[/-]\d{4,6}(?!\d)|(?<![\p{L}\p{N}/.-])\p{Lu}{2,6} (?!(?:19|20)\d\d\b)\d{4,9}(?!\d)|\b[Nn]o\. \d{3,9}(?!\d)|(?<![\p{L}\p{N}/.-])\d{2}-\d{3}-\d{3}(?![\p{L}\p{N}/-])|(?<![\p{L}\p{N}/.-])\p{Ll}{2,5}\/\d{3,6}(?![\p{L}\p{N}])/gu;
/** “entry 17 (Sean)”: a short number with a name in brackets or right behind. */
const SHORT = new RegExp(
  `(?:${FILE}) (?:no\\.? |number )?\\d{2}(?![\\p{L}\\d:.]| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
  'iuy',
);
/** Letters of the number do not make it one: three digits do. */
const DIGITS = /(?:\d\D{0,2}){3}/;
/** What is bought, not who is helped. */
const BOUGHT =
  /\b(?:meeting|webinar|invoice|order|po|ticket|risk|contract|payment|tender|booking|cost|supplier|change|bid|grant|ISO|IT|INC|laptop|quote|version|regulation|act|statutory)\b(?!\/case).{0,12}$/i;
const REACH = 60;
/** How far a name may stand in another sentence of the note. */
const NOTE_REACH = 160;
const TITLED_NAMES = new RegExp(
  `${TITLED}|\\b(?:mr|mrs|ms|miss)\\.? (?:\\p{L}\\.? )?\\p{L}{3,}`,
  'gu',
);
/** A full stop behind an initial ends no sentence, and a question is answered in the next. */
const STOP = /(?<!\b\p{Lu})\.|[!\n]/gu;

/** A case reference with a name near it, and the name. */
export function findNamedCases(text: string, named: readonly Person[] = namedIn(text)): Hit[] {
  const places = referencesIn(text);
  if (places.length === 0) return [];
  const titled = nearby(matchesOf(text, TITLED_NAMES).map(spanOf), REACH);
  const people = nearby(
    named.filter((person) => isNamed(text, person)),
    REACH,
  );
  const elsewhere = whenAsked(() => nearby(partiesIn(text), NOTE_REACH));
  const parents = whenAsked(() => nearby(matchesOf(text, A_PARENT).map(spanOf), REACH));
  const isOneSentence = sentencesOf(text);
  // Each once, however many numbers stand near a name.
  const found = new Set<Span>();
  for (const place of places) {
    const near = people(place);
    const names = [
      ...titled(place),
      ...ownersOf(text, place),
      ...near.filter((person) => !overlaps(person, place)),
    ].filter((name) => isOneSentence(place, name));
    if (names.length === 0 && TRIBUNAL.test(text.slice(place.start, place.end))) {
      names.push(...parents()(place));
    }
    if (names.length === 0)
      names.push(...elsewhere()(place).filter((name) => !overlaps(name, place)));
    const isInside = near.some(
      (person) => overlaps(person, place) && INSIDE.test(text.slice(place.start, person.start)),
    );
    if (names.length === 0 && !isInside) continue;
    for (const span of [place, ...names]) found.add(span);
  }
  return [...found].map(({ start, end }) => ({ start, end, certainty: 'likely' }));
}

/** Who a case is about, wherever the note says so: “Appellant Ms Farrukh.”, “Family: Thistlewood.”, “the Mallinsons”. */
function partiesIn(text: string): Span[] {
  const titled = matchesOf(text, TITLED_PARTY)
    .map(spanOf)
    .filter((span) => !isStaff(sentenceBehind(text, span), before(text, span.start)));
  const labelled = matchesOf(text, LABELLED)
    .map(spanOf)
    .filter(({ start, end }) => isSurnameHere(text.slice(start, end)));
  const families = matchesOf(text, FAMILIES).filter(
    ({ groups }) => isSurname(groups?.name ?? '') && isSurname(groups?.stem ?? ''),
  );
  const parents = matchesOf(text, TITLED_PARENT).map(spanOf);
  return inOrder([...titled, ...parents, ...labelled, ...families.map(spanOf)]);
}
const TITLED_PARTY =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx)\.?(?: (?:and|&) (?:Mr|Mrs|Ms|Miss)\.?)? (?:\p{Lu}\.? )?\p{Lu}[\p{L}'-]+/gu;
/** “Dr Farouk, the child's father” */
const TITLED_PARENT =
  /(?<![\p{L}])(?:Dr|Prof|Cllr|Rev)\.? \p{Lu}[\p{L}'-]+(?=,? \(?(?:(?:who is|the|his|her|a) )*(?:\p{L}+'s )?(?:father|mother|mum|dad|parent|guardian)\b)/gu;
const LABELLED =
  /(?<=\b(?:[Nn]ame|[Ff]amily|[Ss]urname|[Aa]ppellants?|[Aa]pplicant|[Cc]laimant|[Cc]omplainant|[Pp]arents?|[Mm]other|[Ff]ather|[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung person|YP)(?: ?[:=]| is| are| -)? )\p{Lu}\p{Ll}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?/gu;
const FAMILIES =
  /(?<=\b[Tt]he )(?<name>(?<stem>\p{Lu}\p{Ll}{2,20})s)(?=[.,;:)]|$| (?!\p{Lu})\p{L})/gu;
/** What parents do beside a case is what staff do, so only a job or an employer makes staff of a title. */
function isStaff(rest: string, lead: string): boolean {
  return STAFF_BEHIND.test(rest) || STAFF_BEFORE.test(lead);
}
const STAFF_BEHIND = new RegExp(
  `^(?:'s (?!(?:child|son|daughter|family|appeal|complaint|case|boy|girl)\\b)|(?:,| \\(| -|,? who is| as)(?: ?(?:the|our|an?|interim|acting))? ?(?:[\\p{L}-]+ ){0,2}?${ROLE}\\b|(?:,? (?:from|of|at|in|for)| \\()(?: the| our)? ?${AT_WORK_PLACE}| \\([^)]{0,30}(?:school|academy|solicitors?|chambers|legal)\\b| (?:to|will) (?:close|report|write|circulate|chair|present|draft|host|update|send|check|chase|brief|amend|share)\\b| (?:is |has )?(?:chair(?:ed|s|ing)|sampl\\p{L}+|signed off|draft\\p{L}+|present\\p{L}+|audit\\p{L}+|circulat\\p{L}+|lead(?:s|ing)|led|informed|report(?:s|ed|ing)|trained)\\b)`,
  'iu',
);
const STAFF_BEFORE = new RegExp(
  `\\b(?:${ROLE}|counsel|by|thanks to|investigator|cc|hi|dear|with|owner|lead|action|paper|legal)(?::|,)? $`,
  'iu',
);

/** An appeal has one child, so its mother is one. */
const TRIBUNAL = /EH\d{2,4}\/\d\d\/\d{3,6}/u;
const A_PARENT = /(?<![\p{L}])(?:[Mm]other|[Ff]ather|[Mm]um|[Dd]ad)(?![\p{L}'-])/gu;

/** Every number of a case, with the word for it. */
export function referencesIn(text: string): Span[] {
  const named = matchesOf(text, BEFORE_NAME).filter(({ groups }) => {
    const name = groups?.name ?? '';
    const surname = groups?.held ?? groups?.late;
    if (surname !== undefined) return isSurname(surname);
    return forenames.has(name) || wordNames.has(name);
  });
  const files = matchesOf(text, OF_FILE).map(({ index }) => index);
  const long = [
    ...matchesAt(text, NUMBERED, files),
    ...matchesAt(text, NUMBER_OF, files),
    ...matchesOf(text, LETTERED),
  ].filter(([found]) => DIGITS.test(found));
  const dictated = spokenNumbers(text)
    .filter(
      ({ digits, isLettered, start }) =>
        digits.length > 2 && (isLettered || FILE_BEFORE.test(before(text, start))),
    )
    .map(({ start, end }) => ({ start, end }));
  return inOrder(
    [...long, ...named, ...matchesAt(text, SHORT, files)]
      .filter(([found]) => !OF_PLAN.test(found))
      .map(spanOf)
      .concat(dictated)
      .filter(
        ({ start, end }) =>
          TRIBUNAL.test(text.slice(start, end)) ||
          !BOUGHT.test(text.slice(Math.max(0, start - 30), start)),
      ),
  );
}
/** A surname that is a place or a word as well, right beside the number: “SEN-4471 (Fenwick)”, “claimant Harding”. */
function ownersOf(text: string, place: Span): Span[] {
  const rest = behind(text, place.end);
  const lead = before(text, place.start);
  const found = [OWNER_BEHIND, OWNER_NAMED].flatMap((pattern) => {
    const [start, end] = pattern.exec(rest)?.indices?.groups?.find ?? [0, 0];
    return end > 0 ? [{ start: place.end + start, end: place.end + end }] : [];
  });
  const [start, end] = OWNER_BEFORE.exec(lead)?.indices?.groups?.find ?? [0, 0];
  const ahead = place.start - lead.length;
  if (end > 0) found.push({ start: ahead + start, end: ahead + end });
  return found.filter((span) => isSurnameHere(text.slice(span.start, span.end)));
}
const SURNAME = "(?<find>\\p{Lu}\\p{Ll}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?)";
const OWNER_BEHIND = new RegExp(
  `^(?: ?\\(|,? (?:re|is|=|for|surname|-) |[,:/?] ?| )(?:surname )?${SURNAME}(?=[),;:./]|$| - | (?:boys?|girls?|twins|family|case|appeal|v)\\b|, \\p{Lu})`,
  'du',
);
const OWNER_NAMED = new RegExp(
  `^[^.!?\\n]{0,30}\\b(?:claimant|appellant|applicant|complainant|surname|child|pupil)(?: is| being|:|,| -)? ${SURNAME}`,
  'du',
);
const OWNER_BEFORE = new RegExp(`(?:^|[ (])${SURNAME}(?: \\(|\\) )$`, 'du');

function isSurname(word: string): boolean {
  return !(
    areEnglish(word.split('-')) ||
    ordinary.has(word) ||
    things.has(word) ||
    acronyms.has(word.toUpperCase()) ||
    SYSTEM.test(word)
  );
}

/** Right beside the number a surname may be a word as well, and one of two words is enough. */
function isSurnameHere(found: string): boolean {
  const words = found.split(' ');
  return words.some(isSurname) || (words.length === 1 && COMMON_SURNAMES.has(found));
}
/** The commonest surnames of the country that are English words as well. */
const COMMON_SURNAMES: ReadonlySet<string> = new Set(
  `Smith Wright Taylor Baker Cook Carter Turner Walker Cooper Wood Green White Brown Black Gray Grey King Parker Bell Shaw Ward Fisher Hunter Mason
  Miller Potter Shepherd Marsh Page Price Rose Stone Young Fox Knight Bishop Dean Cross Chapman Barber Archer Banks Brooks Butler Cole Fletcher Ford
  Foster Gardner Gardener Grant Hart Holmes Hunt Lamb Lane Little Long Moon Moss Nash Noble Palmer Pearce Peacock Pope Reed Rice Sharp Steel Summers
  Swan Swift Tucker Waters Webb Wells Wheeler Winter Woods Weaver Sawyer Porter Piper Cooke Clarke Clark Burns Bird Ball Barker Berry Bond Booth
  Bright Bull Bush Castle Church Day Drew Drake Farmer Finch Flowers Gibbons Glover Golding Goodman Hardy Hawkins Heath Hood Hooper Hope Judge Kitchen
  Love Lowe Major Mills Nelson Newman Norman Nicholls Osborne Parsons Payne Perry Pike Pitt Read Savage Sparks Spencer Spring Stephens Thorn Vaughan`.split(
    /\s+/u,
  ),
);

/** An item of a plan, a year or a key: “SEND-14”, “CYP/MH/2023/08”. */
const OF_PLAN =
  /^\p{Lu}{2,5}[/-]\d{1,2}$|^\p{L}+ (?:20)?[23]\d[/-](?:20)?[23]\d$|^(?:INC|PO|CR|AQ|ISO|CYP\/MH|KS|REQ|RFC|INV)\b|^(?:PO|INC|INV|REQ)\d/u;

/** “Craig will dig it out”: at work. */
const DOES =
  /^(?: \p{Lu}\p{L}+)? (?:to (?!the\b|an?\b|be\b)|(?:will|is to|has asked|asked|reported|chaired|led) )/u;

/** “LCS number for ”: the name stands within. */
const INSIDE = / (?:for|of) $/u;
const SYSTEM = new RegExp(`^(?:${FILE}|SEND?|EHC|LA|Stage|See|Please)$`, 'iu');

function isNamed(text: string, person: Person): boolean {
  const rest = behind(text, person.end);
  if (DOES.test(rest)) return false;
  if (person.sort === 'listed') return true;
  const word = person.words[0] ?? '';
  if (acronyms.has(word) || SYSTEM.test(word)) return false;
  if (!isLikeName(person) && !isDoubleName(person)) return false;
  return !isWherePlacesStand(text, person);
}

/** Asks of two places whether nothing between them ends a sentence. */
function sentencesOf(text: string): (a: Span, b: Span) => boolean {
  const stops = matchesOf(text, STOP).map(({ index }) => index);
  const stopsBefore = (place: number): number => {
    let low = 0;
    for (let high = stops.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((stops[middle] ?? place) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (a, b) => stopsBefore(Math.min(a.end, b.end)) === stopsBefore(Math.max(a.start, b.start));
}
