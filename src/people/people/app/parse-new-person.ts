// From `"Sam Reed" sam@nhs.example Example NHS` to somebody who can be put on the plan, and from `e-mail …` to what of somebody
// is to be changed.

import { unquoted } from '../../../core/message/domain/text-ends.ts';
import { personalKinds } from '../../../core/personal-data/domain/name-guard.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findOrganisation } from '../../organisations/app/find-organisation.ts';
import type { OrganisationName } from '../../organisations/app/organisation-ports.ts';
import type { NewPerson } from './person-ports.ts';

const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]{0,79}$/u;
const ADDRESS = /^<?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?$/;
const LONGEST_ADDRESS = 120;
const VERB = 'admin people';

/** Refusals: `usage`, `personal-data`, `unknown-organisation`. */
export async function parseNewPerson(
  said: { readonly name: string; readonly email: string; readonly organisation: string },
  record: Reads<'organisations'>,
): Promise<Result<NewPerson>> {
  const { email } = said;
  const name = unquoted(said.name);
  if (!NAME.test(name)) return badName(name);
  if (email.length > LONGEST_ADDRESS) return badAddress();
  const kept = refusePersonal(email, `"${name}" [e-mail removed]`, 'add');
  if (kept) return kept;
  const organisation = await findOrganisation(said.organisation, record);
  return organisation.ok
    ? ok({ name: name.trim(), email: email.toLowerCase(), organisation: organisation.value })
    : organisation;
}

/** What of a person is changed; one of them at a time. */
export type PersonChange =
  | { readonly field: 'name'; readonly to: string }
  | { readonly field: 'e-mail'; readonly to: string }
  | { readonly field: 'organisation'; readonly to: OrganisationName };

/** Refusals: `usage`, `personal-data`, `unknown-organisation`. */
export async function parsePersonChange(
  field: PersonChange['field'],
  typed: string,
  { record }: Given<never, Reads<'organisations'>>,
): Promise<Result<PersonChange>> {
  const words = unquoted(typed);
  switch (field) {
    case 'name':
      return NAME.test(words) ? ok({ field, to: words }) : badName(words);
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
  if (address === '' || address.length > LONGEST_ADDRESS) return badAddress();
  const lower = address.toLowerCase();
  return refusePersonal(lower, '[e-mail removed]', word) ?? ok(lower);
}

function badName(words: string): Result<never> {
  return refuse({ code: 'usage', verb: VERB, problem: `“${words}” is not a name.` });
}

function badAddress(): Result<never> {
  const problem = 'Say one e-mail address, for example sam@nhs.example.';
  return refuse({ code: 'usage', verb: VERB, problem });
}

/** The name of a mailbox is the only part of an address that can hold figures. Null: it holds nothing personal. */
function refusePersonal(email: string, wording: string, word: string): Result<never> | null {
  const kinds = personalKinds(email.replace(/@.*$/s, ''));
  if (kinds.length === 0) return null;
  const start = `${VERB} ${word}`;
  return refuse({ code: 'personal-data', ...{ kinds, wording, start, typed: null } });
}
