// Whether PAP can write to somebody now, by which door, and if not, what stands in the way.
import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { chooseAccount, type KnownAccount } from './choose-account.ts';

/** An account, and since when it speaks for its person. */
export type DatedAccount = KnownAccount & { readonly linkedAt: Temporal.Instant };

export type Reach =
  | { readonly kind: 'reached'; readonly platform: Platform; readonly since: Temporal.Instant }
  /** Every account that there is takes nothing; this one was the last to do so. */
  | { readonly kind: 'failing'; readonly platform: Platform; readonly since: Temporal.Instant }
  | { readonly kind: 'no-account' };

/** Doors that messages go out by: a terminal only answers. */
const DOORS: ReadonlySet<string> = new Set(['slack', 'teams'] satisfies Platform[]);

/**
 * How somebody is reached.
 * @param accounts oldest link first
 */
export function reachOf(accounts: readonly DatedAccount[], preferred: Platform | null): Reach {
  const chosen = chooseAccount(accounts, preferred, DOORS);
  if (chosen) return { kind: 'reached', platform: chosen.platform, since: chosen.linkedAt };
  const failing = accounts
    .flatMap(({ platform, unreachableSince }) =>
      unreachableSince && DOORS.has(platform) ? [{ platform, since: unreachableSince }] : [],
    )
    .toSorted((one, other) => one.since.epochMilliseconds - other.since.epochMilliseconds);
  const last = failing.at(-1);
  return last ? { kind: 'failing', ...last } : { kind: 'no-account' };
}
