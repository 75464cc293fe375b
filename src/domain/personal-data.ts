// The personal-data guard: what a free text holds that must not be stored or logged, as places in
// it and never as words, so that a find cannot be kept by mistake; and how to say it instead.
import { findBirthDates } from './personal-data-birth.ts';
import { findChildDetail } from './personal-data-child.ts';
import {
  findAddresses,
  findEmails,
  findPhones,
  findPhonesFromAbroad,
} from './personal-data-contact.ts';
import { findNhsNumbers, findUpns } from './personal-data-numbers.ts';
import {
  blank,
  type Certainty,
  fold,
  type Hit,
  overlaps,
  type Span,
} from './personal-data-text.ts';

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

const removed: Record<PersonalDataKind, string> = {
  'nhs-number': '[NHS number removed]',
  upn: '[UPN removed]',
  'date-of-birth': '[date of birth removed]',
  address: '[address removed]',
  phone: '[phone number removed]',
  email: '[e-mail removed]',
  'child-detail': 'a pupil',
};
const SEVERAL = /\b(?:children|pupils|students|siblings|brothers|sisters|twins)\b/i;
/** The label goes too, where the replacement repeats it. */
const labels: Partial<Record<PersonalDataKind, RegExp>> = {
  'nhs-number': /\bNHS(?: (?:no\.?|num|number|#))?[ :=#.]{0,3}$/i,
  upn: /\bUPN[ :=#.]{0,3}$/i,
  'date-of-birth': /\b(?:d\.?o\.?b\.?|date of birth)[ :=.]{0,3}$/i,
};

/**
 * Everything personal in a text, in the order of the text and without overlaps. Each rule's source
 * stands with the rule: `findNhsNumbers`, `findUpns`, `findBirthDates`, `findAddresses`,
 * `findPhones`, `findEmails`, `findChildDetail`.
 * @param known people on the plan, whose names and e-mail addresses pass
 */
export function findPersonalData(text: string, known: KnownPeople): readonly Finding[] {
  const emails = new Set([...known.emails].map((email) => email.toLowerCase()));
  const folded = fold(text);
  const passing = findEmails(folded).filter(({ start, end }) =>
    emails.has(folded.slice(start, end).toLowerCase()),
  );
  const { findings, left } = sweep(blank(folded, passing), rules);
  const child = findChildDetail(withoutNames(left, known.names));
  return add(findings, 'child-detail', child).sort((a, b) => a.start - b.start);
}

/**
 * The text with a neutral phrase for every find: what the person may send instead. Words that close
 * up can make a new find (a house number nearer to a postcode), so it looks again; e-mail addresses
 * never arise like that, and the ones that stay belong to people on the plan.
 */
export function suggestedWording(text: string, findings: readonly Finding[]): string {
  const wording = replaced(text, findings);
  const { findings: arisen } = sweep(
    fold(wording),
    rules.filter(([kind]) => kind !== 'email'),
  );
  const refused = arisen.filter(({ certainty }) => certainty === 'certain');
  // Every such find holds digits and no phrase does: this ends.
  return refused.length === 0 ? wording : suggestedWording(wording, refused);
}

/** What the rules find, again and again: the next date of a list stands behind one found before. */
function sweep(text: string, rulesInOrder: typeof rules): { findings: Finding[]; left: string } {
  let findings: Finding[] = [];
  let left = text;
  for (let before = -1; before < findings.length; ) {
    before = findings.length;
    for (const [kind, find] of rulesInOrder) {
      findings = add(findings, kind, find(left));
      left = blank(text, findings);
    }
  }
  return { findings, left };
}

/** With the hits that overlap nothing found so far. */
function add(findings: readonly Finding[], kind: PersonalDataKind, hits: readonly Hit[]) {
  const all = [...findings];
  for (const { start, end, certainty } of hits) {
    const free = !all.some((other) => overlaps(other, { start, end }));
    if (free) all.push({ kind, certainty, start, end });
  }
  return all;
}

function replaced(text: string, findings: readonly Finding[]): string {
  let wording = '';
  let from = 0;
  for (const { kind, start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    const kept = wording + text.slice(from, start);
    wording = kept.replace(labels[kind] ?? /$^/, '').replace(/(?<=[\p{L}\p{N}])$/u, ' ');
    wording += neutral(kind, text.slice(start, end), startsSentence(wording));
    if (/^[\p{L}\p{N}]/u.test(text.slice(end))) wording += ' ';
    from = end;
  }
  return wording + text.slice(from);
}

/** The phrase that stands for a find; only children's details read as a part of the sentence. */
function neutral(kind: PersonalDataKind, found: string, opens: boolean): string {
  if (kind !== 'child-detail') return removed[kind];
  if (SEVERAL.test(found)) return opens ? 'Some pupils' : 'some pupils';
  const phrase = /\bfamily\b/.test(found) ? 'a family' : removed[kind];
  return opens ? phrase.replace('a ', 'A ') : phrase;
}

function startsSentence(wording: string): boolean {
  return /(?:^|[.!?]\s+|\n)$/.test(wording);
}

/** Names of people on the plan blanked out: the full name, or a part of it that stands alone. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((kept, name) => {
    const parts = name.split(/\s+/).filter((part) => part.length > 1);
    const whole = new RegExp(bounded(parts.map(escaped).join('\\s+')), 'giu');
    const alone = parts
      .flatMap((part) => [part, part.toLowerCase()])
      .map(
        (part) =>
          new RegExp(
            `(?<!\\p{Lu}[\\p{L}'-]* )${bounded(escaped(part))}(?! \\p{Lu}\\p{Ll}|-\\p{Lu})`,
            'gu',
          ),
      );
    return [whole, ...alone].reduce(
      (rest, pattern) => rest.replace(pattern, (found) => '·'.repeat(found.length)),
      kept,
    );
  }, text);
}

function bounded(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
