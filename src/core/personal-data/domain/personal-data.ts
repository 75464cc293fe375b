// The personal-data guard: what a free text holds that must not be stored or logged, as places in
// it and never as words, so that a find cannot be kept by mistake; and how to say it instead.
import { findAddresses } from '../rules/addresses.ts';
import { findBirthDates } from '../rules/birth.ts';
import { findNamedCases } from '../rules/cases.ts';
import { findChildDetail } from '../rules/child.ts';
import { findEmails, findPhones, findPhonesFromAbroad } from '../rules/contact.ts';
import {
  findMistypedNhsNumbers,
  findMistypedUpns,
  findNhsNumbers,
  findUpns,
} from '../rules/numbers.ts';
import { mayName, withoutNames } from './personal-data-known.ts';
import { lowerLoudNames, namedIn } from './personal-data-people.ts';
import {
  blank,
  blankRemoved,
  type Certainty,
  foldSigns,
  type Hit,
  inOrder,
  nearby,
  overlaps,
  type Span,
} from './personal-data-text.ts';
import { NOTHING_LEFT, withoutFinds } from './personal-data-wording.ts';

export type PersonalDataKind =
  | 'nhs-number'
  | 'upn'
  | 'date-of-birth'
  | 'address'
  | 'phone'
  | 'email'
  | 'child-detail';

/** A place in the text, in UTF-16 units; what stands there is never carried along. */
export type Finding = Span & {
  readonly kind: PersonalDataKind;
  /** Certain finds are refused; likely ones are asked about. */
  readonly certainty: Certainty;
};

/** The people on the plan: their names and addresses are no find. */
export type KnownPeople = {
  readonly emails: ReadonlySet<string>;
  readonly names: readonly string[];
};

/** Those of a plan, with every address that they have. */
export function knownPeople(
  people: readonly {
    readonly name: string;
    readonly email: string;
    readonly furtherEmails: readonly string[];
  }[],
): KnownPeople {
  return {
    emails: new Set(people.flatMap(({ email, furtherEmails }) => [email, ...furtherEmails])),
    names: people.map(({ name }) => name),
  };
}

/** In order: what was found by an earlier rule is not looked at by a later one. */
const rules: readonly (readonly [PersonalDataKind, (text: string) => Hit[]])[] = [
  ['email', findEmails],
  ['upn', findUpns],
  ['phone', findPhonesFromAbroad],
  ['nhs-number', findNhsNumbers],
  ['phone', findPhones],
  ['date-of-birth', findBirthDates],
  ['address', findAddresses],
];

/** Behind all others: what is a telephone number is no mistyped pupil number. */
const afterwards: typeof rules = [
  ['nhs-number', findMistypedNhsNumbers],
  ['upn', findMistypedUpns],
];
/** A find can uncover another: so often at the most. */
const ROUNDS = 6;
/** Of a text that tells of more there is no wording that still says something. */
const MOST_FINDS = 200;
const NOBODY: KnownPeople = { emails: new Set(), names: [] };

/**
 * Everything personal in a text, in the order of the text and without overlaps. Each rule's source
 * stands with the rule: `findNhsNumbers`, `findUpns`, `findBirthDates`, `findAddresses`,
 * `findPhones`, `findEmails`, `findNamedCases`, `findChildDetail`. It takes time in step with the length.
 * @param known people on the plan, whose names and e-mail addresses pass
 */
export function findPersonalData(text: string, known: KnownPeople): readonly Finding[] {
  const { findings, left } = findByShape(text, known);
  const unnamed = lowerLoudNames(withoutNames(left, known.names));
  const people = namedIn(unnamed);
  const child = [...findNamedCases(unnamed, people), ...findChildDetail(unnamed, people)];
  return inOrder(add(findings, 'child-detail', child));
}

/** What of it is certain, in the order of the text: what is told of children never is, and takes most of the time. */
export function findCertainData(text: string, known: KnownPeople): readonly Finding[] {
  return inOrder(findByShape(text, known).findings).filter(
    ({ certainty }) => certainty === 'certain',
  );
}

/** Whether the people could explain anything in the text: where not, it holds the same whoever is known. */
export function mayExplain(text: string, { emails, names }: KnownPeople): boolean {
  const folded = foldSigns(text);
  return mayName(folded, names) || (emails.size > 0 && folded.includes('@'));
}

/** Numbers, dates and addresses. */
function findByShape(text: string, known: KnownPeople): ReturnType<typeof sweep> {
  const emails = new Set([...known.emails].map((email) => email.toLowerCase()));
  const folded = blankRemoved(foldSigns(text));
  const passing = findEmails(folded).filter(({ start, end }) =>
    emails.has(folded.slice(start, end).toLowerCase()),
  );
  return sweep(blank(folded, passing));
}

/**
 * What the person may send instead: the text with a neutral phrase for every find and for every name
 * beside one. Words that close up can make a new find (a house number nearer to a postcode), so it looks
 * again until the guard finds nothing.
 */
export function suggestedWording(
  text: string,
  findings: readonly Finding[],
  known: KnownPeople = NOBODY,
): string {
  if (findings.length > MOST_FINDS) return NOTHING_LEFT;
  let wording = text;
  let left = findings;
  for (let round = 0; left.length > 0; round++) {
    if (round === ROUNDS) return NOTHING_LEFT;
    wording = withoutFinds(wording, left, known.names);
    left = findPersonalData(wording, known);
  }
  return wording;
}

/** What the rules find, again and again: what stands behind a find may only now be plain. */
function sweep(text: string): { findings: readonly Finding[]; left: string } {
  let findings: readonly Finding[] = [];
  let left = text;
  let before = -1;
  for (let round = 0; round < ROUNDS && before < findings.length; round++) {
    // So many are refused, and no wording is offered: what they hide is not needed any more.
    if (before > MOST_FINDS) break;
    before = findings.length;
    for (const [kind, find] of [...rules, ...afterwards]) {
      const more = add(findings, kind, find(left));
      if (more.length > findings.length) left = blank(text, more);
      findings = more;
    }
  }
  return { findings, left };
}

/** With the hits that overlap nothing found so far; the first of two that overlap counts. */
function add(
  findings: readonly Finding[],
  kind: PersonalDataKind,
  hits: readonly Hit[],
): readonly Finding[] {
  if (hits.length === 0) return findings;
  const near = nearby(inOrder(findings), 0);
  const fresh = inOrder(hits.map((hit, at) => ({ ...hit, at }))).filter(
    (hit) => !near(hit).some((other) => overlaps(other, hit)),
  );
  return [
    ...findings,
    ...firstOfOverlapping(fresh).map(({ certainty, start, end }) => ({
      kind,
      certainty,
      start,
      end,
    })),
  ];
}

/** Of hits that overlap the one that its rule gave first. @param hits in the order of the text */
function firstOfOverlapping<H extends Hit & { readonly at: number }>(hits: readonly H[]): H[] {
  const kept: H[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, hit)) kept.push(hit);
    else if (hit.at < last.at) kept[kept.length - 1] = hit;
  }
  return kept;
}
