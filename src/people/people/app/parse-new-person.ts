// From `"Sam Reed" sam@nhs.example Example NHS` to somebody who can be put on the plan.

import { personalKinds } from '../../../core/personal-data/domain/name-guard.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findOrganisation } from './find-organisation.ts';
import type { NewPerson } from './person-ports.ts';

const FORM = /^["“”„']?(.+?)["“”']?,?(?<!\s)\s+<?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?,?(?:\s+(.*))?$/s;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]{0,79}$/u;

/** Refusals: `usage`, `personal-data`, `unknown-organisation`. */
export async function parseNewPerson(
  line: string,
  record: Reads<'peopleAdmin'>,
): Promise<Result<NewPerson>> {
  const [, name = '', email = '', words = ''] = FORM.exec(line) ?? [];
  if (!NAME.test(name) || email.length > 120) {
    const problem =
      'Say the name, the e-mail address and the organisation, for example “add "Sam Reed" sam@nhs.example Example NHS”.';
    return refuse({ code: 'usage', verb: 'admin people', problem });
  }
  // The name of a mailbox is the only part that can hold figures.
  const kinds = personalKinds(email.replace(/@.*$/s, ''));
  if (kinds.length > 0) {
    const wording = `"${name}" [e-mail removed]`;
    return refuse({
      code: 'personal-data',
      ...{ kinds, wording, start: 'admin people add', typed: null },
    });
  }
  const organisation = await findOrganisation(words, record);
  return organisation.ok
    ? ok({ name: name.trim(), email: email.toLowerCase(), organisation: organisation.value })
    : organisation;
}
