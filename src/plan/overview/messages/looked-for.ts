// What came of looking for somebody's account, and what helps, as the programme office reads it.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import type { SearchOutcome } from '../../../people/accounts/domain/judge-accounts.ts';
import { platformName } from '../../../people/people/messages/identity.ts';

export type LookedFor = {
  readonly platform: Platform;
  readonly lookedAt: Temporal.Instant;
  readonly outcome: SearchOutcome;
};

const words: Readonly<Record<SearchOutcome, ((platform: string) => string) | null>> = {
  // What came after it says more.
  found: null,
  failing: null,
  unknown: (platform) => `${platform} knows nobody by that address.`,
  guest: (platform) =>
    `Their account in ${platform} is a guest’s: once they write to PAP you are asked whether to link it.`,
  closed: (platform) => `Their account in ${platform} is closed.`,
  several: (platform) =>
    `Several accounts in ${platform} have that address: the one that they write from is taken.`,
  taken: (platform) =>
    `The account in ${platform} with that address speaks for somebody else: look in “admin people”, and unlink it there.`,
  unlinked: (platform) =>
    `Their account in ${platform} was unlinked, and PAP does not look for it again.`,
  'no-scope': (platform) =>
    `${platform} does not let PAP look people up: install the app again with the present manifest.`,
  'no-team': (platform) => `PAP is in no team in ${platform}: put it into one that they are in.`,
};

/** One sentence for each place where they were looked for; empty: nobody has looked. */
export function lookedForText(looked: readonly LookedFor[], timeZone: string): string {
  const sentences = looked.flatMap(({ platform, outcome }) => {
    const say = words[outcome];
    return say ? [say(platformName(platform))] : [];
  });
  const [last] = looked.toSorted(
    (one, other) => other.lookedAt.epochMilliseconds - one.lookedAt.epochMilliseconds,
  );
  if (!last || sentences.length === 0) return '';
  const day = dayText(last.lookedAt.toZonedDateTimeISO(timeZone).toPlainDate());
  return `PAP looked on ${day}. ${[...new Set(sentences)].join(' ')}`;
}
