// Whether PAP can write to somebody now, by which door, and if not, what stands in the way.
import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { type ChoiceReason, explainChoice, type KnownAccount } from './choose-account.ts';

/** How an account came to be linked: its holder wrote first, it was found by its address, or the office said so. */
export const linkedHows = ['first-word', 'found', 'office'] as const;

export type LinkedHow = (typeof linkedHows)[number];

/** An account, and since when it speaks for its person. */
export type DatedAccount = KnownAccount & {
  readonly linkedAt: Temporal.Instant;
  /** Null: it was linked before this was kept, or by a file. */
  readonly linkedHow: LinkedHow | null;
};

export type Reach =
  | {
      readonly kind: 'reached';
      readonly platform: Platform;
      readonly since: Temporal.Instant;
      readonly how: DatedAccount['linkedHow'];
      /** Why by this account and no other. */
      readonly because: ChoiceReason<DatedAccount>;
    }
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
  const chosen = explainChoice(accounts, preferred, DOORS);
  if (chosen) {
    const { platform, linkedAt: since, linkedHow: how } = chosen.account;
    return { kind: 'reached', platform, since, how, because: chosen.because };
  }
  const failing = accounts
    .flatMap(({ platform, unreachableSince }) =>
      unreachableSince && DOORS.has(platform) ? [{ platform, since: unreachableSince }] : [],
    )
    .toSorted((one, other) => one.since.epochMilliseconds - other.since.epochMilliseconds);
  const last = failing.at(-1);
  return last ? { kind: 'failing', ...last } : { kind: 'no-account' };
}
