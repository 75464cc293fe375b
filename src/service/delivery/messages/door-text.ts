// By which of somebody's accounts messages come, and why by that one.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import type { Reach } from '../../../people/people/domain/reach.ts';
import { platformName } from '../../../people/people/messages/identity.ts';

/** In one or two sentences. */
export function doorText(reach: Reach, timeZone: string): string {
  const since = (at: Temporal.Instant) => momentText(at, timeZone);
  if (reach.kind === 'no-account')
    return 'nowhere, as no account of yours is linked where PAP is connected. The programme office knows.';
  if (reach.kind === 'failing')
    return `nowhere, as ${platformName(reach.platform)} has taken nothing for you since ${since(reach.since)}. The programme office was told.`;
  const { platform, because } = reach;
  const here = platformName(platform);
  switch (because.kind) {
    case 'chosen':
      return `${here}, as was chosen for you or by you.`;
    case 'only':
      return `${here}, the only account that you have where PAP is connected.`;
    case 'first':
      return `${here}, the account that was linked first.`;
    case 'instead': {
      const { of } = because;
      const when = of.unreachableSince ? ` since ${since(of.unreachableSince)}` : '';
      const other =
        of.platform === platform
          ? 'the account there that you would rather use'
          : platformName(of.platform);
      return `${here}, as ${other} has taken nothing for you${when}.`;
    }
    default:
      return because satisfies never;
  }
}
