// Work, the notifications that follow from it and the mark that the request was answered commit together.
import type { Given } from './command.ts';
import { DuplicateRequest } from './faults.ts';
import type { Transactions, Uses } from './ports.ts';

/**
 * Runs the work in one transaction and marks the request as answered in it. What the command then says is
 * returned with `recorded`.
 * @param limits how long it may take, where that grows with what is done
 * @throws DuplicateRequest when the request did its work before; the dispatcher then answers nothing
 */
export async function commitOnce<T, Inside extends Uses<'requests'>>(
  context: Given<'inbound' | 'now', Transactions<Inside>> & Partial<Given<'actor'>>,
  work: (repositories: Inside) => Promise<T>,
  limits: { readonly withinMs?: number } = {},
): Promise<T> {
  const { record, inbound, now, actor } = context;
  return await record.transaction(
    async (repositories) => {
      if (!(await repositories.requests.markAnswered(inbound.requestId, now)))
        throw new DuplicateRequest(`request ${inbound.requestId} was answered before`);
      return await work(repositories);
    },
    { at: now, personId: actor?.personId ?? null, ...limits },
  );
}
