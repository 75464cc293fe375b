// From words to an organisation of the partnership.

import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';

const SHOWN = 60;

/** The one whose name it is, or the only one whose name has the words. Refusal: `unknown-organisation`. */
export async function findOrganisation(
  words: string,
  { peopleAdmin }: Reads<'peopleAdmin'>,
): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const organisations = await peopleAdmin.organisations();
  const wanted = loosely(words);
  const exact = organisations.filter((one) => loosely(one.name) === wanted);
  const near = organisations.filter(
    (one) => wanted.length > 2 && loosely(one.name).includes(wanted),
  );
  const [organisation, another] = exact.length > 0 ? exact : near;
  if (organisation && !another) return ok(organisation);
  const names = organisations.map((one) => one.name);
  return refuse({
    code: 'unknown-organisation',
    typed: words.trim().slice(0, SHOWN),
    organisations: names,
  });
}

/** `Example NHS` and `example-nhs` are the same. */
function loosely(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
