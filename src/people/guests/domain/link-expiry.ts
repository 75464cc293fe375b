// How long a request to be linked can be decided.
import { Temporal } from 'temporal-polyfill';
import type { GuestFacts } from '../../../core/request/domain/platform.ts';

/** What a platform said of a guest is a month old at most when it is decided on: addresses and accounts change hands. */
export const GUEST_REQUEST_DAYS = 30;

type Asked = { readonly guest: GuestFacts | null; readonly requestedAt: Temporal.Instant };

/** Whether a guest's request is too old to be decided. What a member asked waits until it is answered. */
export function isExpired({ guest, requestedAt }: Asked, now: Temporal.Instant): boolean {
  const until = requestedAt.add({ hours: GUEST_REQUEST_DAYS * 24 });
  return guest !== null && Temporal.Instant.compare(now, until) > 0;
}
