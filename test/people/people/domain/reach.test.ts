// By which door somebody is written to, and what stands in the way.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Platform } from '../../../../src/core/request/domain/platform.ts';
import { type DatedAccount, reachOf } from '../../../../src/people/people/domain/reach.ts';

const at = (day: string) => Temporal.Instant.from(`2024-${day}T09:00Z`);
const account = (platform: Platform, linked: string, failing: string | null = null) =>
  ({
    ...{ platform, tenantId: 'T', userId: `${platform}-${linked}`, linkedAt: at(linked) },
    linkedHow: null,
    unreachableSince: failing === null ? null : at(failing),
  }) satisfies DatedAccount;

it.each<[string, DatedAccount[], Platform | null, string]>([
  ['nobody with an account', [], null, 'no-account'],
  ['a terminal, which only answers', [account('terminal', '01-02')], null, 'no-account'],
  [
    'the one that was linked first',
    [account('slack', '01-02'), account('teams', '02-01')],
    null,
    'slack since 2024-01-02',
  ],
  [
    'the one that they chose',
    [account('slack', '01-02'), account('teams', '02-01')],
    'teams',
    'teams since 2024-02-01',
  ],
  [
    'another when the chosen one fails',
    [account('slack', '01-02'), account('teams', '02-01', '05-01')],
    'teams',
    'slack since 2024-01-02',
  ],
  [
    'none that works: the one that failed last',
    [account('slack', '01-02', '06-01'), account('teams', '02-01', '05-01')],
    'teams',
    'failing slack since 2024-06-01',
  ],
])('is %s', (_what, accounts, preferred, expected) => {
  const reach = reachOf(accounts, preferred);
  const since = reach.kind === 'no-account' ? '' : reach.since.toString().slice(0, 10);
  const told =
    reach.kind === 'no-account'
      ? reach.kind
      : `${reach.kind === 'failing' ? 'failing ' : ''}${reach.platform} since ${since}`;

  expect(told).toBe(expected);
});
