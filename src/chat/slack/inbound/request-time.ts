// Whether the time that a request of Slack's says it was made at is now, give or take what Slack allows.

/** Slack's own figure for requests that are too old; it holds for the future as well. */
const TOLERANCE_S = 5 * 60;

/**
 * False for a time further from `now` (milliseconds) than five minutes, on either side, and for one that is no
 * whole number of seconds. A request without a time is left to the check of its signature, which needs one.
 */
export function isOfThisTime(header: string | readonly string[] | undefined, now: number): boolean {
  if (header === undefined) return true;
  if (typeof header !== 'string' || !/^\d{1,12}$/.test(header)) return false;
  return Math.abs(Math.floor(now / 1_000) - Number(header)) <= TOLERANCE_S;
}
