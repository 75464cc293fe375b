// How to say it instead: the text without what was found and without a name beside it.

import { referencesIn } from '../rules/cases.ts';
import type { Finding, PersonalDataKind } from './personal-data.ts';
import { withoutNames } from './personal-data-known.ts';
import { acronyms, ordinary } from './personal-data-names.ts';
import {
  lowerLoudNames,
  type Person,
  peopleIn,
  smallNamesIn,
  TITLED,
} from './personal-data-people.ts';
import {
  before,
  behind,
  blank,
  blankRemoved,
  foldSigns,
  inOrder,
  matchesOf,
  nearby,
  type Span,
  spanOf,
} from './personal-data-text.ts';

const removed: Record<PersonalDataKind, string> = {
  'nhs-number': '[NHS number removed]',
  upn: '[UPN removed]',
  'date-of-birth': '[date of birth removed]',
  address: '[address removed]',
  phone: '[phone number removed]',
  email: '[e-mail removed]',
  'child-detail': 'a pupil',
};
const NAME_REMOVED = '[name removed]';
const REFERENCE_REMOVED = '[reference removed]';
const OPENS_WITH_TITLE = new RegExp(`^${TITLED}`, 'u');
/** An article that the phrase brings along. */
const ARTICLE = /\b(?:an?|the|our) $/i;
/** Where every wording would still tell of somebody. */
export const NOTHING_LEFT = '[personal details removed]';
const SEVERAL = /\b(?:children|pupils|students|siblings|brothers|sisters|twins)\b/i;
/** The label goes too, where the replacement repeats it. */
const labels: Partial<Record<PersonalDataKind, RegExp>> = {
  'nhs-number': /\bNHS(?: (?:no\.?|num|number|#))?[ :=#.]{0,3}$/i,
  upn: /\bUPN[ :=#.]{0,3}$/i,
  'date-of-birth': /\b(?:d\.?o\.?b\.?|date of birth)[ :=.]{0,3}$/i,
};
/** How far from a find a word that no list knows is taken for a name: beside what is certain, farther. */
const REACH = { certain: 80, likely: 16 } as const;
const TITLED_NAMES = new RegExp(TITLED, 'gu');
/** Whose number it is, however it is typed: “zebulon's nhs number”. */
const OWNER =
  /(?<![\p{L}\p{N}])\p{L}{3,30}(?='s? (?:nhs|upn|dob|d\.o\.b|date of birth|number|phone|mobile|tel|home|address|e-?mail)\b)/giu;
const OWNERS: ReadonlySet<string> = new Set(
  'child pupil girl boy student learner mum mam dad mother father nan gran grandmother grandfather carer parent family sister brother son daughter she her his their that what today driver escort teacher tutor nurse worker school who one person baby patient'.split(
    ' ',
  ),
);
/** “M.T.” */
const INITIALS = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.-?){2,3}(?![\p{N}])/gu;
/** A surname in capitals, as registers print it: “KOWALSKA Zofia”. */
const LOUD = /(?<![\p{L}\p{N}[])\p{Lu}{4,30}(?![\p{L}\p{N}])/gu;
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'SEND EHCP EHCPS EHCNA CAMHS SALT MASH LADO NEET EBSA ELSA SENCO SENCOS SENDIASS SENDIST SIAB QTVI QTOD PECS TEACCH PORTAGE URGENT LATE AMBER GREEN BLUE GREY DATE NAME NOTE ALSO PLEASE'.split(
    ' ',
  ),
);
const PLACE_BEFORE = /\b(?:in|at|near|outside|within|across|around)(?: the)? $/i;
const OPENS = /(?:^|[.!?:;]\s+|\n\s*(?:[-*•] ?)?|^[-*•] ?)$/u;
/** Behind the first word of a sentence when it is a name. */
const OF_NAME =
  /^(?:'s\b|,? \(|,| and (?:\p{Lu}|his|her|their)|:| -| (?:is|has|was|had|needs?|waits?|will|does|did|lives?|moved|rang|says?|said|still|both)\b| \[)/u;
/** Words that open a note or a line of one, and are nobody's name. */
const WORK_WORDS: ReadonlySet<string> = new Set(
  `Taxi Transport Letter Letters Record Records Advice Report Reports Referral Referred Review Reviews Placement Placements Appeal Appeals Complaint Complaints Family Families Parent Parents Mum Mam Dad Mother
  Father Nan Gran Grandmother Grandfather Home House Housing Visit Meeting Case Action Owner Lead Deputy Sponsor Contact Email Phone Driver Escort Speech Place Tuition Equipment Consent Data Census
  Duplicate System Portal Form Address Number Date Birth Please Sorry Sadly Unfortunately Thanks Little Just Still Apparently Currently Ring Call Text Tell Ask Send Sent See Write Forward Copy Moved Met Spoke Check
  Chase Find Update Status Note Risk Issue Query Error Missing Incorrect Amber Red Green Blue Grey Hi Hello Dear Morning Afternoon Regards Noted Agreed Escalated Mistyped Wrong New Old Late Again Temporary Temp
  Former Row Line Page Item Tab Cell Next Also But Because Since Re Cc To Subject It He His Her Its Me My You Your Could Can Would Should Will Did Does Do Is Are Was Were Has Have Had What Whose Which How Why Then After Before
  Until Despite Following Regarding Concerning About Adaptations Delivery Yes Ok Okay Councillor Officer Director Headteacher Head Teacher Tutor Nurse Consultant Priority Panel Worker Carer Carers Foster Respite
  Hospital Clinic Surgery Ofsted Mosaic Section English Maths Easter Christmas Xmas Id Tel Mob Mobile Ref Reference Baby Sibling Sister Brother Son Daughter Aged Age Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan
  Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`.split(/\s+/),
);

/**
 * The text with a neutral phrase for every find and for every name beside one: any name that is plainly
 * one, and words that may be one near a find.
 * @param names people on the plan, whose names stay
 */
export function withoutFinds(
  text: string,
  findings: readonly Finding[],
  names: readonly string[],
): string {
  const beside = namesBeside(text, findings, names).map((span) => ({ ...span, kind: null }));
  const parts: string[] = [];
  let from = 0;
  let tail = '';
  for (const { kind, start, end } of inOrder([...findings, ...beside])) {
    if (start < from) {
      // Of two that overlap, both go.
      from = Math.max(from, end);
      continue;
    }
    const label = (kind && labels[kind]) ?? (kind === 'child-detail' ? ARTICLE : null);
    let kept = withoutEnd(text.slice(from, start), label);
    if (/[\p{L}\p{N}]$/u.test((tail + kept).slice(-2))) kept += ' ';
    const opens = /(?:^|[.!?]\s+|\n)$/.test(
      (from === 0 && kept.length < 20 ? '' : '·') + (tail + kept).slice(-20),
    );
    let phrase = kind
      ? neutral(kind, text.slice(start, end), opens)
      : besides(text.slice(start, end));
    const next = text.slice(end, end + 2);
    // “jaydens mum”: the s was the name's.
    if (/^s\b/.test(next)) phrase += "'";
    else if (/^[\p{L}\p{N}]/u.test(next)) phrase += ' ';
    parts.push(kept, phrase);
    tail = (tail + kept + phrase).slice(-20);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** @param label matches at the end of a text, and is shorter than 40 characters */
function withoutEnd(kept: string, label: RegExp | null): string {
  return label ? kept.slice(0, -40) + kept.slice(-40).replace(label, '') : kept;
}

function namesBeside(text: string, findings: readonly Finding[], names: readonly string[]): Span[] {
  const left = lowerLoudNames(withoutNames(blank(blankRemoved(foldSigns(text)), findings), names));
  const near = nearby(inOrder(findings), REACH.certain);
  const people = peopleIn(left, true).filter((person) => {
    if (person.sort === 'listed') return true;
    const isNear = near(person).some((find) => distance(find, person) <= REACH[find.certainty]);
    return isNear && mayBeName(left, person);
  });
  const titled = matchesOf(left, TITLED_NAMES).map(spanOf);
  // A title's span goes first: it covers the surname too.
  const beside = nearby(inOrder(findings), REACH.certain);
  const cases = referencesIn(left).filter((span) => beside(span).length > 0);
  const owners = matchesOf(left, OWNER)
    .map(spanOf)
    .filter(({ start, end }) => {
      return !OWNERS.has(left.slice(start, end).toLowerCase());
    });
  const initialled = nearby(inOrder(findings), REACH.likely);
  const initials = matchesOf(left, INITIALS)
    .map(spanOf)
    .filter((span) => initialled(span).length > 0);
  const shouted = nearby(inOrder(findings), REACH.likely);
  const loud = matchesOf(left, LOUD)
    .filter(([word]) => !acronyms.has(word) && !ABBREVIATIONS.has(word))
    .map(spanOf)
    .filter((span) => shouted(span).some(({ certainty }) => certainty === 'certain'));
  return [
    ...cases,
    ...titled,
    ...people,
    ...owners,
    ...loud,
    ...initials,
    ...smallNamesIn(left),
  ].map(({ start, end }) => ({
    start,
    end,
  }));
}

function mayBeName(text: string, { start, end, words }: Person): boolean {
  const [first = ''] = words;
  if (ordinary.has(first) || WORK_WORDS.has(first)) return false;
  const lead = before(text, start);
  const rest = behind(text, end);
  if (PLACE_BEFORE.test(lead) && !rest.startsWith("'s")) return false;
  return words.length > 1 || !OPENS.test(lead) || OF_NAME.test(rest);
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function besides(found: string): string {
  return /\d{3}/.test(found) ? REFERENCE_REMOVED : NAME_REMOVED;
}

/** The phrase that stands for a find; only children's details read as a part of the sentence. */
function neutral(kind: PersonalDataKind, found: string, opens: boolean): string {
  if (kind !== 'child-detail') return removed[kind];
  if (OPENS_WITH_TITLE.test(found)) return NAME_REMOVED;
  if (/\d{3}/.test(found)) return REFERENCE_REMOVED;
  if (SEVERAL.test(found)) return opens ? 'Some pupils' : 'some pupils';
  const phrase = /\bfamily\b/.test(found) ? 'a family' : removed[kind];
  return opens ? phrase.replace('a ', 'A ') : phrase;
}
