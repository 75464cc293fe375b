// From `"Sam Reed" sam@nhs.example Example NHS` to somebody who can be put on the plan, and from `@sam e-mail …` to what of them
// is to be changed.

import { partedAt } from '../../../core/message/domain/text-ends.ts';
import { personalKinds } from '../../../core/personal-data/domain/name-guard.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findOrganisation } from '../../organisations/app/find-organisation.ts';
import type { OrganisationName } from '../../organisations/app/organisation-ports.ts';
import { findAnybody } from './find-person.ts';
import type { Party } from './people-ports.ts';
import type { NewPerson } from './person-ports.ts';

const FORM = /^["“”„']?(.+?)["“”']?,?(?<!\s)\s+<?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?,?(?:\s+(.*))?$/s;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]{0,79}$/u;
const ADDRESS = /^<?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?$/;
const LONGEST_ADDRESS = 120;
const VERB = 'admin people';

/** Refusals: `usage`, `personal-data`, `unknown-organisation`. */
export async function parseNewPerson(
  line: string,
  record: Reads<'organisations'>,
): Promise<Result<NewPerson>> {
  const [, name = '', email = '', words = ''] = FORM.exec(line) ?? [];
  if (!NAME.test(name) || email.length > LONGEST_ADDRESS) {
    const problem =
      'Say the name, the e-mail address and the organisation, for example “add "Sam Reed" sam@nhs.example Example NHS”.';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  const kept = refusePersonal(email, `"${name}" [e-mail removed]`, 'add');
  if (kept) return kept;
  const organisation = await findOrganisation(words, record);
  return organisation.ok
    ? ok({ name: name.trim(), email: email.toLowerCase(), organisation: organisation.value })
    : organisation;
}

/** What of a person is changed; one of them at a time. */
export type PersonChange =
  | { readonly field: 'name'; readonly to: string }
  | { readonly field: 'e-mail'; readonly to: string }
  | { readonly field: 'organisation'; readonly to: OrganisationName };

const FIELDS = {
  name: 'name',
  'e-mail': 'e-mail',
  email: 'e-mail',
  organisation: 'organisation',
  organization: 'organisation',
} as const;

/** Refusals: `usage`, `personal-data`, `unknown-organisation`, and those of `findAnybody`. */
export async function parsePersonChange(
  line: string,
  context: Given<'today' | 'inbound', Reads<'organisations' | 'people' | 'peopleAdmin'>>,
): Promise<Result<{ readonly person: Party; readonly change: PersonChange }>> {
  const [word, parts] =
    Object.keys(FIELDS)
      .flatMap((one) => partedAt(line, one).map((parted) => [one, parted] as const))
      .sort(([, one], [, other]) => one.before.length - other.before.length)[0] ?? [];
  if (!word || !parts) {
    const problem =
      'Say who, what and how it is from now on: “change @sam name Samantha Reed”, “change @sam e-mail sam@nhs.example” or “change @sam organisation Example NHS”.';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  const person = await findAnybody(parts.before, context);
  if (!person.ok) return person;
  const change = await changeOf(FIELDS[word as keyof typeof FIELDS], parts.after, context);
  return change.ok ? ok({ person: person.value, change: change.value }) : change;
}

async function changeOf(
  field: PersonChange['field'],
  words: string,
  { record }: Given<never, Reads<'organisations'>>,
): Promise<Result<PersonChange>> {
  const bad = (problem: string) => refuse({ code: 'usage', verb: VERB, problem });
  switch (field) {
    case 'name':
      return NAME.test(words) ? ok({ field, to: words }) : bad(`“${words}” is not a name.`);
    case 'e-mail': {
      const address = parseAddress(words, 'change');
      return address.ok ? ok({ field, to: address.value }) : address;
    }
    case 'organisation': {
      const found = await findOrganisation(words, record);
      return found.ok ? ok({ field, to: found.value }) : found;
    }
    default:
      return field satisfies never;
  }
}

/**
 * One e-mail address, in lower case.
 * @param word the verb behind `admin people`
 * Refusals: `usage`, `personal-data`.
 */
export function parseAddress(words: string, word: string): Result<string> {
  const [, address = ''] = ADDRESS.exec(words) ?? [];
  if (address === '' || address.length > LONGEST_ADDRESS) {
    const problem = 'Say one e-mail address, for example sam@nhs.example.';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  const lower = address.toLowerCase();
  return refusePersonal(lower, '[e-mail removed]', word) ?? ok(lower);
}

/** The name of a mailbox is the only part of an address that can hold figures. Null: it holds nothing personal. */
function refusePersonal(email: string, wording: string, word: string): Result<never> | null {
  const kinds = personalKinds(email.replace(/@.*$/s, ''));
  if (kinds.length === 0) return null;
  const start = `${VERB} ${word}`;
  return refuse({ code: 'personal-data', ...{ kinds, wording, start, typed: null } });
}
