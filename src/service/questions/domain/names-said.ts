// What of the plan a sentence names: objectives, people, themes. Nothing is chosen between two that fit: what was typed stays,
// and the verb asks which was meant.
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';
import { foldWords } from '../../../people/people/domain/fold-name.ts';
import { matchPerson, type NamedPerson } from '../../../people/people/domain/match-person.ts';
import { type PlanRefs, refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { isBare, isSpeltSo } from '../../../plan/objectives/domain/ref-list.ts';
import { plainWords } from './plain-words.ts';
import { findTitle } from './titles-said.ts';

/** What of the plan a sentence may name. */
export type Names = {
  readonly plan: PlanRefs;
  readonly people: readonly NamedPerson[];
  readonly themes: readonly { readonly number: number; readonly name: string }[];
};

/** A reference as the plan prints it, or as typed where several fit; and where it stands. */
export type Placed = { readonly ref: string; readonly start: number; readonly end: number };

/** What stands before a number or a letter that is a reference though it may be any other. */
const LABELLED =
  /(?:^|\s)(?:objective|obj|ref|reference|action|item|number|no\.?|update|mark|set|show|owns?|status|same)\s+["“(]?$/i;
/** What may stand before one, where nothing that is counted follows. */
const JOINED = /(?:(?:^|\s)(?:is|and|for|on|about|of|with)|[,&])\s+["“(]?$/i;
const CLOSED =
  /^[)"”]?(?:[,.;:!?]|\s*$|\s+(?:is|are|to|and|red|amber|green|blue|please|now)(?![\p{L}\p{N}]))/iu;

/** References in the text, the longest first and none inside another. */
export function findRefs(text: string, plan: PlanRefs): Placed[] {
  const found: Placed[] = [];
  let free = 0;
  for (const { index } of text.matchAll(/(?<![^\s("“„'[,;:/•*–—-])[\p{L}\p{N}]/gu)) {
    if (index < free) continue;
    const behind = text.slice(index, index + LONGEST_REF).replace(/['’]s(?=\s|$)/, '  ');
    const one = plan.leading(behind);
    if (!one || !isMeant(one, text, index)) continue;
    const [hit, other] = one.hits;
    const ref = hit && !other ? hit.ref : one.typed.trim();
    free = index + one.length;
    found.push({ ref, start: index, end: index + one.typed.length });
  }
  return found;
}

/** Nothing printed as a reference is longer. */
const LONGEST_REF = 120;

/** A number or a letter alone begins many a sentence and is in most: it has to be pointed at, or stand first. */
function isMeant(
  found: NonNullable<ReturnType<PlanRefs['leading']>>,
  text: string,
  at: number,
): boolean {
  if (!isBare(found)) return true;
  const { typed } = found;
  if (!isSpeltSo(found) || (/^\p{L}{2,}$/u.test(typed) && areEnglish([typed]))) return false;
  const before = text.slice(0, at);
  const isClosed = CLOSED.test(text.slice(at + typed.length));
  return LABELLED.test(before) || (isClosed && (JOINED.test(before) || /^\W*$/u.test(before)));
}

/** References that were only heard, or known by their title. */
export function findUncertain(plain: string, plan: PlanRefs): string[] {
  const heard = findHeard(plain, plan);
  return heard.length > 0 ? heard : findTitle(plain, plan);
}

/** How figures and letters sound. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{
    one: '1',
    won: '1',
    two: '2',
    to: '2',
    too: '2',
    three: '3',
    four: '4',
    for: '4',
    five: '5',
  },
  ...{ six: '6', seven: '7', eight: '8', nine: '9', ten: '10' },
  ...{
    ay: 'a',
    be: 'b',
    bee: 'b',
    see: 'c',
    sea: 'c',
    dee: 'd',
    ee: 'e',
    point: '',
    dot: '',
    colon: '',
    dash: '',
  },
};

/** References that were dictated: “two b colon two”. */
function findHeard(plain: string, plan: PlanRefs): string[] {
  const words = plain.trim().split(' ');
  for (let at = 0; at < words.length; at++)
    for (let count = Math.min(5, words.length - at); count >= 2; count--) {
      const spoken = words.slice(at, at + count);
      if (!spoken.every((word) => isSound(word))) continue;
      const [one, other] = plan.alike(spoken.map((word) => SOUNDS[word] ?? word).join(''));
      if (one && !other && isHeardSo(one.ref, spoken)) return [one.ref];
    }
  return [];
}

function isSound(word: string): boolean {
  return Object.hasOwn(SOUNDS, word) || /^(?:\d{1,2}|[a-z]|\d[a-z])$/.test(word);
}

/** Numbers alone are heard everywhere: “two to three” names 2.3 only where the mark between them was said too. */
function isHeardSo(ref: string, spoken: readonly string[]): boolean {
  return (
    /\p{L}/u.test(refKey(ref)) || spoken.some((word) => /^(?:point|dot|colon|dash)$/.test(word))
  );
}

/** So many words of a sentence are looked at as one name. */
const MOST_NAME_WORDS = 3;

/** Whom the sentence names, in the order of the sentence, as a line names them. */
export function findPeople(text: string, people: readonly NamedPerson[]): string[] {
  const known = new Set(people.flatMap(({ name }) => foldWords(name)));
  const words = [...text.matchAll(/@?[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu)].map(([word]) =>
    word.replace(/(?:['’]s|[.'’-])+$/u, ''),
  );
  const found: string[] = [];
  for (let at = 0; at < words.length; at++)
    for (let count = Math.min(MOST_NAME_WORDS, words.length - at); count >= 1; count--) {
      const said = words.slice(at, at + count);
      if (!foldWords(said.join(' ')).every((word) => known.has(word) || word.length === 1))
        continue;
      if (count === 1 && !isName(said[0] ?? '', at === 0)) continue;
      const match = matchPerson(said.join(' '), people);
      if (match.kind === 'none') continue;
      found.push(match.kind === 'one' ? match.person.name : said.join(' ').replace(/^@/, ''));
      at += count - 1;
      break;
    }
  return [...new Set(found)];
}

/** “mark it green” and “will it” are no Mark and no Will. */
function isName(word: string, isFirst: boolean): boolean {
  const letters = foldWords(word).join('');
  if (word.startsWith('@')) return true;
  if (letters.length < 3) return false;
  return !areEnglish([letters]) || (!isFirst && /^\p{Lu}/u.test(word));
}

/** The theme that is named by its number or its name; null: none, or more than one. */
export function findTheme(plain: string, themes: Names['themes']): number | null {
  const said = /\b(?:theme|t) ?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(
    plain,
  )?.[1];
  const number = said && (SOUNDS[said] ?? said);
  if (number) return themes.some((one) => one.number === Number(number)) ? Number(number) : null;
  const named = themes.filter(({ name }) => {
    const whole = plainWords(name).trim();
    const short = whole.split(' ').slice(0, 2).join(' ');
    return plain.includes(` ${whole} `) || plain.includes(` ${short} `);
  });
  return named.length === 1 ? (named[0]?.number ?? null) : null;
}
