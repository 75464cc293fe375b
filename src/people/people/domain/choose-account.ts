// Which of a person's accounts a message goes to: the platform they chose, else the one they
// linked first; never one that the platform takes nothing for.

import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';

export type LinkedAccount = {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly userId: string;
};

/** An account, and since when it cannot be reached. */
export type KnownAccount = LinkedAccount & { readonly unreachableSince?: Temporal.Instant | null };

/**
 * The account to write to, or null when the person has none that can be written to.
 * @param accounts oldest link first
 * @param reachable the platforms that this process can send on
 */
export function chooseAccount<A extends KnownAccount>(
  accounts: readonly A[],
  preferred: string | null,
  reachable: ReadonlySet<string>,
): A | null {
  const usable = accounts.filter(
    ({ platform, unreachableSince }) => reachable.has(platform) && !unreachableSince,
  );
  return usable.find(({ platform }) => platform === preferred) ?? usable[0] ?? null;
}
