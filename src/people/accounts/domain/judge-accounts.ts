// Whether an account that was found by an address is one that speaks for the person. What is not certain is never guessed.

/** What came of looking for somebody's account in one workspace or tenant. */
export const searchOutcomes = [
  /** Linked. */
  'found',
  /** The platform knows nobody by the address. */
  'unknown',
  /** A guest's, which is the office's to link. */
  'guest',
  /** It is closed. */
  'closed',
  /** Several accounts have the address. */
  'several',
  /** It speaks for somebody else. */
  'taken',
  /** It is linked already, and the platform takes nothing for it. */
  'failing',
  /** The office took it away: it is not looked for any more. */
  'unlinked',
  /** The app may not look people up. */
  'no-scope',
  /** The app is in no team that could be asked. */
  'no-team',
] as const;

export type SearchOutcome = (typeof searchOutcomes)[number];

type Judged<One> =
  | { readonly kind: 'one'; readonly account: One }
  | { readonly kind: 'none'; readonly outcome: 'unknown' | 'guest' | 'closed' | 'several' };

/** @param accounts all that the platform has by one address of theirs, or by several */
export function judgeAccounts<
  One extends {
    readonly userId: string;
    readonly kind: 'member' | 'guest' | 'bot';
    readonly active: boolean;
  },
>(accounts: readonly One[]): Judged<One> {
  const people = new Map(
    accounts.filter(({ kind }) => kind !== 'bot').map((one) => [one.userId, one]),
  );
  const [account, another] = [...people.values()].filter(({ active }) => active);
  if (account && another) return { kind: 'none', outcome: 'several' };
  if (!account) return { kind: 'none', outcome: people.size > 0 ? 'closed' : 'unknown' };
  return account.kind === 'member' ? { kind: 'one', account } : { kind: 'none', outcome: 'guest' };
}
