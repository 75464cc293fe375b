// Whom words mean, among the people of a plan: an e-mail address or a name in any of the ways in which people and directories
// write one. It is read the same way wherever somebody is named, and never guesses between two.
import { nearestWord } from '../../../core/request/domain/similar.ts';
import { addressesOf, hasAddress } from './addresses.ts';
import { foldWords, nameWords } from './fold-name.ts';

/** What a person is known by. */
export type NamedPerson = {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
};

type Known = NamedPerson & { readonly furtherEmails?: readonly string[] };

export type PersonMatch<P> =
  | { readonly kind: 'one'; readonly person: P }
  /** Two or more, in the order given. */
  | { readonly kind: 'several'; readonly people: readonly P[] }
  /** Nobody; `near`: who may have been meant. */
  | { readonly kind: 'none'; readonly near: readonly P[] };

/** No name with its organisation is longer; what is longer names nobody. */
export const MAX_NAME_WORDS = 120;
const MOST_NEAR = 5;
/** Nobody's name has more words. */
const MOST_WORDS = 6;

/**
 * Finds whom the words mean. What is closest counts: an address, the whole name, the name without what stands between,
 * initials and surname, then a single word of a name. An organisation behind the name, in brackets or after a comma, narrows
 * it; other words in brackets, such as a post, are only a remark.
 */
export function matchPerson<P extends Known>(words: string, people: readonly P[]): PersonMatch<P> {
  const text = words.trim().replace(/^@/, '').trim();
  if (text === '' || text.length > MAX_NAME_WORDS) return { kind: 'none', near: [] };
  const [, inside] = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text) ?? [];
  const address = (inside ?? text).toLowerCase();
  const byAddress = people.filter((person) => hasAddress(person, address));
  if (byAddress.length > 0) return among(byAddress);
  for (const { name, organisation, isSure } of waysToSplit(text)) {
    const found = byName(name, people);
    if (found.length === 0) continue;
    const own = organisation === null ? found : found.filter((one) => isOf(organisation, one));
    if (own.length > 0) return among(own);
    // What stands behind the name is another organisation; or it is none, and behind a comma it may be a second person.
    if (organisation !== null && people.some((one) => isOf(organisation, one)))
      return { kind: 'none', near: found.slice(0, MOST_NEAR) };
    if (isSure) return among(found);
  }
  const local = people.filter((person) =>
    addressesOf(person).some((one) => one.startsWith(`${address}@`)),
  );
  return local.length > 0 ? among(local) : { kind: 'none', near: nearTo(text, people) };
}

/** What sets each of them apart from the others: the organisation, else the address. */
export function toldApart(people: readonly NamedPerson[]): readonly string[] {
  return people.map(({ name, organisation, email }) => {
    const alike = people.filter((one) => foldWords(one.name).join() === foldWords(name).join());
    const isAlone = alike.filter((one) => one.organisation === organisation).length === 1;
    return isAlone ? `${name}, ${organisation}` : `${name}, ${organisation}, ${email}`;
  });
}

type Split = {
  readonly name: string;
  readonly organisation: string | null;
  /** Whether nothing of the text is lost where the organisation is none. */
  readonly isSure: boolean;
};

/** `SURNAME, First (ORG)`, `First Surname (ORG)`, `First Surname, Org`, `First Surname - Org`. */
function waysToSplit(text: string): readonly Split[] {
  const [, before, inside] = /^([^()[\]]+?)\s*[([]([^()[\]]*)[)\]]\s*$/.exec(text) ?? [];
  const name = before ?? text;
  const organisation = inside ?? null;
  const [, first = '', rest = ''] = /^([^,]+),\s*(.+)$/.exec(name) ?? [];
  if (rest !== '')
    return [
      { name: `${rest} ${first}`, organisation, isSure: true },
      ...(organisation === null ? [{ name: first, organisation: rest, isSure: false }] : []),
    ];
  const [, dashed, behind] = /^(.+?)\s+[-–|]\s+(.+)$/.exec(name) ?? [];
  return [
    { name, organisation, isSure: true },
    ...(dashed !== undefined && behind !== undefined && organisation === null
      ? [{ name: dashed, organisation: behind, isSure: false }]
      : []),
  ];
}

/** Whoever is called so, by the closest of the ways in which anybody is. */
function byName<P extends NamedPerson>(name: string, people: readonly P[]): readonly P[] {
  const typed = nameWords(name);
  if (typed.length === 0 || typed.length > MOST_WORDS) return [];
  const known = people.map((person) => ({ person, own: nameWords(person.name) }));
  const whole = typed.join(' ');
  const joined = typed.join('');
  const turned = [...typed.slice(1), ...typed.slice(0, 1)].join(' ');
  const initials = /^[A-Z]{2,4}$/.test(name.trim()) ? name.trim().toLowerCase() : null;
  const ways: readonly ((own: readonly string[]) => boolean)[] = [
    (own) => own.join(' ') === whole || own.join('') === joined,
    (own) => own.length > 1 && own.join(' ') === turned,
    (own) => typed.length > 1 && own.length > 1 && sameEnds(typed, own),
    (own) => typed.length > 1 && hasInitials(typed, own),
    (own) => own.includes(whole) || isPart(typed, own),
    (own) => initials !== null && own.map((word) => word[0]).join('') === initials,
  ];
  for (const way of ways) {
    const found = known.filter(({ own }) => way(own)).map(({ person }) => person);
    if (found.length > 0) return found;
  }
  return [];
}

/** First name and surname alike, and what stands between in one of them only. */
function sameEnds(typed: readonly string[], own: readonly string[]): boolean {
  if (typed[0] !== own[0] || typed.at(-1) !== own.at(-1)) return false;
  const [short, long] = typed.length < own.length ? [typed, own] : [own, typed];
  return short.length < long.length && short.every((word) => long.includes(word));
}

/** `E Brown`, `E. J. Brown`: letters for the words before the surname. */
function hasInitials(typed: readonly string[], own: readonly string[]): boolean {
  const letters = typed.slice(0, -1);
  return (
    typed.at(-1) === own.at(-1) &&
    letters.every((word, index) => word.length === 1 && own[index]?.startsWith(word) === true) &&
    letters.length < own.length
  );
}

/** Two or more words that stand together in the name. */
function isPart(typed: readonly string[], own: readonly string[]): boolean {
  return typed.length > 1 && ` ${own.join(' ')} `.includes(` ${typed.join(' ')} `);
}

/** Whether the words are of the person’s organisation: its name, a part of it, or its first letters. */
function isOf(words: string, { organisation }: NamedPerson): boolean {
  const typed = foldWords(words);
  const own = foldWords(organisation);
  if (typed.length === 0) return false;
  if (` ${own.join(' ')} `.includes(` ${typed.join(' ')} `)) return true;
  const letters = own.filter((word) => !SMALL.has(word)).map((word) => word[0]);
  return typed.length === 1 && typed[0] === letters.join('') && letters.length > 1;
}

const SMALL: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for']);

function nearTo<P extends NamedPerson>(text: string, people: readonly P[]): readonly P[] {
  const typed = nameWords(text);
  if (typed.length > MOST_WORDS) return [];
  const own = new Map(people.map((person) => [person, nameWords(person.name)] as const));
  const near = typed.flatMap((word) => nearestWord(word, [...own.values()].flat()) ?? []);
  if (near.length < typed.length) return [];
  return people
    .filter((person) => near.every((word) => own.get(person)?.includes(word)))
    .slice(0, MOST_NEAR);
}

function among<P>(people: readonly P[]): PersonMatch<P> {
  const [person] = people;
  return people.length === 1 && person ? { kind: 'one', person } : { kind: 'several', people };
}
