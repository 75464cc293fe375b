// Which of a person's accounts a message goes to: the platform they chose, there the one that was preferred, else the one
// they linked first; never one that the platform takes nothing for.

import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';

export type LinkedAccount = {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly userId: string;
  /** The workspace or tenant that it belongs to, where it is another than the one it is known in. */
  readonly outsideTenantId?: string | null;
};

/** An account, since when it cannot be reached, and when it was preferred to the person's others. */
export type KnownAccount = LinkedAccount & {
  readonly unreachableSince?: Temporal.Instant | null;
  readonly preferredAt?: Temporal.Instant | null;
};

/** `chosen`: it was preferred; `first`: it was linked before the others; `only`: there is no other; `instead`: `of` would be it. */
export type ChoiceReason<A> =
  | { readonly kind: 'chosen' | 'first' | 'only' }
  | { readonly kind: 'instead'; readonly of: A };

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
  return explainChoice(accounts, preferred, reachable)?.account ?? null;
}

/** The same, and why it is that one. */
export function explainChoice<A extends KnownAccount>(
  accounts: readonly A[],
  preferred: string | null,
  reachable: ReadonlySet<string>,
): { readonly account: A; readonly because: ChoiceReason<A> } | null {
  const there = accounts
    .filter(({ platform }) => reachable.has(platform))
    .toSorted((one, other) => rank(other, preferred) - rank(one, preferred));
  const [wanted] = there;
  const account = there.find(({ unreachableSince }) => !unreachableSince);
  if (!account || !wanted) return null;
  if (account !== wanted) return { account, because: { kind: 'instead', of: wanted } };
  const isChosen = account.platform === preferred || Boolean(account.preferredAt);
  return {
    account,
    because: { kind: there.length === 1 ? 'only' : isChosen ? 'chosen' : 'first' },
  };
}

/** The platform first, then the account that was preferred last; what is equal stays in its order. */
function rank({ platform, preferredAt }: KnownAccount, preferred: string | null): number {
  const ofPlatform = platform === preferred ? 1e15 : 0;
  return ofPlatform + (preferredAt?.epochMilliseconds ?? 0);
}
