// A case, a complaint or an appeal by its number with somebody's name: whoever has the file knows who is meant.
import { acronyms, ordinary } from './personal-data-names.ts';
import { type Person, peopleIn, TITLED } from './personal-data-people.ts';
import { type Hit, nearby, type Span, spanOf } from './personal-data-text.ts';

const FILE =
  'case|ref|reference|file|complaint|appeal|referral|tribunal|SENDIST|SAR|LCS|EHM|CMS|ICS|mosaic|liquidlogic|capita|synergy|azeus|eclipse|frameworki|systmone|emis|rio|' +
  '(?:child|pupil|client|person|student|patient|hospital|service user)(?: (?:id|ref|reference|record|no|number)\\b)';
const NUMBERED = new RegExp(
  `\\b(?:${FILE})\\b(?:[ .:#(-]{1,3}(?:id|no|num|number|ref|reference|file|record|is|that is|stage \\d)\\b){0,3}[ .:#(,-]{1,3}(?:(?:EH|EHC|SEND|SE|SC|CAS|LA|C|F)[ -])?(?=[\\p{L}\\d/-]{0,12}\\d)(?!(?:19|20)\\d\\d(?![\\d/-]))[\\p{L}\\d]{1,10}(?:[/ -]{1,2}\\d{1,8}){0,4}`,
  'giu',
);
/** Letters of the number do not make it one: three digits do. */
const DIGITS = /(?:\d\D{0,2}){3}/;
/** What is bought, not who is helped. */
const BOUGHT =
  /\b(?:invoice|order|po|ticket|risk|contract|payment|tender|booking|cost|finance|supplier|change|bid|grant)\b.{0,12}$/i;
const REACH = 40;
const TITLED_NAMES = new RegExp(TITLED, 'gu');
const ADJACENT =
  /^[ ,:;()/-]{1,4}(?:(?:for|re|of|is|was|from|and|the|that's|child|pupil|family|mrs?) ){0,2}(?:the )?(?:[a-z]\.? )?$/i;
/** A full stop behind an initial ends no sentence. */
const SAME_SENTENCE = /^(?:[^.!?\n]|(?<=\b\p{Lu})\.)*$/u;

/** A case reference with a name near it, and the name. */
export function findNamedCases(text: string): Hit[] {
  const places = referencesIn(text);
  if (places.length === 0) return [];
  const titled = nearby([...text.matchAll(TITLED_NAMES)].map(spanOf), REACH);
  const people = nearby(peopleIn(text), REACH);
  return places.flatMap((place): Hit[] => {
    const names: Span[] = [
      ...titled(place),
      ...people(place).filter((person) => isNamed(text, place, person)),
    ].filter((name) => SAME_SENTENCE.test(between(text, place, name)));
    if (names.length === 0) return [];
    return [place, ...names].map((span) => ({
      start: span.start,
      end: span.end,
      certainty: 'likely',
    }));
  });
}

/** Every number of a case, with the word for it. */
export function referencesIn(text: string): Span[] {
  return [...text.matchAll(NUMBERED)]
    .filter(([found]) => DIGITS.test(found))
    .map(spanOf)
    .filter(({ start }) => !BOUGHT.test(text.slice(Math.max(0, start - 30), start)));
}

function isNamed(text: string, place: Span, person: Person): boolean {
  if (person.start < place.end && person.end > place.start) return false;
  if (person.sort === 'listed') return true;
  const gap = between(text, place, person);
  const word = person.words[0] ?? '';
  return (
    person.start >= place.end && ADJACENT.test(gap) && !ordinary.has(word) && !acronyms.has(word)
  );
}

function between(text: string, a: Span, b: Span): string {
  return a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}
