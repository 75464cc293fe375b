// From words to an organisation of the partnership.

import { looseName } from '../../../core/message/domain/text-ends.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Organisation } from './organisation-ports.ts';

const SHOWN = 60;

/**
 * The one whose name it is, or the only one whose name has the words. The name of a body that became part of another means
 * that other one. Refusal: `unknown-organisation`.
 */
export async function findOrganisation(
  words: string,
  { organisations }: Reads<'organisations'>,
): Promise<Result<Organisation>> {
  const all = await organisations.list();
  const found = named(words, all);
  if (found) return ok(found);
  const names = all.filter(({ mergedIntoId }) => mergedIntoId === null).map(({ name }) => name);
  return refuse({
    code: 'unknown-organisation',
    typed: words.trim().slice(0, SHOWN),
    organisations: names,
  });
}

/** The same without asking the record; null: none, or more than one. */
export function named(words: string, all: readonly Organisation[]): Organisation | null {
  const wanted = looseName(words);
  const today = (one: Organisation) =>
    one.mergedIntoId === null ? one : all.find(({ id }) => id === one.mergedIntoId);
  const fitting = (fits: (name: string) => boolean) => [
    ...new Set(all.filter(({ name }) => fits(looseName(name))).map(today)),
  ];
  const exact = fitting((name) => name === wanted);
  const near = wanted.length > 2 ? fitting((name) => name.includes(wanted)) : [];
  const [organisation, another] = exact.length > 0 ? exact : near;
  return organisation && !another ? organisation : null;
}
