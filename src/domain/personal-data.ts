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
  const findings: Finding[] = [];
  let left = blank(folded, passing);
  // What a find hid may be one itself: the next date of a list, the number beside a number.
  for (let before = -1; before < findings.length; ) {
    before = findings.length;
    for (const [kind, find] of rules) left = take(kind, find(left));
  }
  left = take('child-detail', findChildDetail(withoutNames(left, known.names)));
  return findings.sort((a, b) => a.start - b.start);

  function take(kind: PersonalDataKind, hits: readonly Hit[]): string {
    const kept: Finding[] = [];
    for (const { start, end, certainty } of hits) {
      if (!kept.some((other) => overlaps(other, { start, end })))
        kept.push({ kind, certainty, start, end });
    }
    findings.push(...kept);
    return blank(left, kept);
  }
}

/** The text with a neutral phrase for every find: what the person may send instead. */
export function suggestedWording(text: string, findings: readonly Finding[]): string {
  let wording = '';
  let from = 0;
  for (const { kind, start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    const kept = wording + text.slice(from, start);
    wording = kept.replace(labels[kind] ?? /$^/, '');
    wording += neutral(kind, text.slice(start, end), startsSentence(wording));
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
