// Which partnership a request is for, where its workspace stands for several.
import { Temporal } from 'temporal-polyfill';
import type { Route } from '../../../core/request/domain/route.ts';

export type Named = { readonly id: string; readonly key: string; readonly name: string };

export type Chosen =
  | { readonly kind: 'one'; readonly id: string }
  /** Only the person knows. */
  | { readonly kind: 'ask'; readonly ids: readonly string[] }
  /** None of them knows the account, and the place says nothing. */
  | { readonly kind: 'stranger' };

/**
 * In a channel that is bound it is the channel's. Anywhere else it is the one that the person belongs to; of several,
 * the one that they chose last.
 * @param belongs those on whose plan the person is
 */
export function choosePartnership(routes: readonly Route[], belongs: ReadonlySet<string>): Chosen {
  const own = routes.filter(({ partnershipId }) => belongs.has(partnershipId));
  const here = routes.filter(({ bound }) => bound);
  if (here.length > 0) {
    const mine = here.filter(({ partnershipId }) => belongs.has(partnershipId));
    return only(mine.length > 0 ? mine : here);
  }
  if (own.length === 0) return { kind: 'stranger' };
  return lastChosen(own) ?? only(own);
}

function only(routes: readonly Route[]): Chosen {
  const ids = routes.map(({ partnershipId }) => partnershipId);
  const [id] = ids;
  return id !== undefined && ids.length === 1 ? { kind: 'one', id } : { kind: 'ask', ids };
}

function lastChosen(routes: readonly Route[]): Chosen | null {
  let last: (Route & { readonly chosenAt: Temporal.Instant }) | null = null;
  for (const { chosenAt, ...route } of routes)
    if (chosenAt && (!last || Temporal.Instant.compare(chosenAt, last.chosenAt) > 0))
      last = { ...route, chosenAt };
  return last && { kind: 'one', id: last.partnershipId };
}

/** What stands behind `partnership` on a line; null: the line is another one, or names none. */
export function namedInLine(line: string): string | null {
  return /^partnerships?\s+(\S[\s\S]*)$/i.exec(line)?.[1]?.trim() ?? null;
}

/** Those that the words mean: by the key, by the name, else by what the name begins with or has in it. */
export function findPartnerships<One extends Named>(all: readonly One[], typed: string): One[] {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/^["“](.*)["”]$/, '$1');
  const exact = all.filter(
    ({ key, name }) => key.toLowerCase() === words || name.toLowerCase() === words,
  );
  if (exact.length > 0 || words === '') return exact;
  const begun = all.filter(({ key, name }) =>
    [key, name].some((one) => one.toLowerCase().startsWith(words)),
  );
  return begun.length > 0 ? begun : all.filter(({ name }) => name.toLowerCase().includes(words));
}
