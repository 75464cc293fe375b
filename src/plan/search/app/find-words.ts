// Looks for words in everything of the plan that the person may read: all of them, else some of them, else their signs.
import type { Given } from '../../../core/request/app/command.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { HowFound, Search } from '../domain/found.ts';

/** How many places an answer shows. */
export const PLACES_A_PAGE = 6;

/** Nobody looks for more, and a longer text is a note. */
const LONGEST = 300;

/**
 * Where the words stand. What is read is not kept and not logged.
 * @param typed the words; `… from 7` goes on with the seventh place
 * Refusals: `usage`, `not-permitted`.
 */
export async function findWords(
  typed: string,
  from: number,
  { actor, record }: Given<'actor', Uses<'search'>>,
): Promise<Result<Search>> {
  const allowed = permit(actor, 'read-plan', 'find');
  if (!allowed.ok) return allowed;
  const words = typed.replace(/^["“”„]+|["“”„]+$/g, '').trim();
  if (words === '' || words.length > LONGEST) {
    const problem =
      words === ''
        ? 'Say what to look for, for example “find waiting times”.'
        : `Say it in up to ${LONGEST} characters: a few words are enough.`;
    return refuse({ code: 'usage', verb: 'find', problem });
  }
  const page = { words, skip: Math.max(0, from - 1), take: PLACES_A_PAGE };
  for (const how of await waysToLook(words, record)) {
    const found = await record.search.find({ ...page, how });
    if (found.total > 0 || page.skip > 0) return ok({ ...found, ...page, how });
  }
  return ok({ hits: [], total: 0, ...page, how: 'every' });
}

async function waysToLook(words: string, { search }: Uses<'search'>): Promise<readonly HowFound[]> {
  return (await search.hasWords(words)) ? ['every', 'literal', 'any'] : ['literal'];
}
