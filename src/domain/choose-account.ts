// Which of a person's accounts a message goes to: the platform they chose, else the one they
// linked first.

export type LinkedAccount = {
  readonly platform: 'slack' | 'teams' | 'terminal';
  readonly tenantId: string;
  readonly userId: string;
};

/**
 * The account to write to, or null when the person has none that can be written to.
 * @param accounts oldest link first
 * @param reachable the platforms that this process can send on
 */
export function chooseAccount<A extends LinkedAccount>(
  accounts: readonly A[],
  preferred: string | null,
  reachable: ReadonlySet<string>,
): A | null {
  const usable = accounts.filter(({ platform }) => reachable.has(platform));
  return usable.find(({ platform }) => platform === preferred) ?? usable[0] ?? null;
}
