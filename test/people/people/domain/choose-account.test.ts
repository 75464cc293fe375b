// Which account a message goes to, and why: the platform that was chosen, there the account that was, else the oldest link.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  chooseAccount,
  explainChoice,
  type KnownAccount,
  type LinkedAccount,
} from '../../../../src/people/people/domain/choose-account.ts';

const teams: LinkedAccount = { platform: 'teams', tenantId: 'tenant', userId: 'teams-sam' };
const slack: LinkedAccount = { platform: 'slack', tenantId: 'T1', userId: 'U-SAM' };
const slackToo: LinkedAccount = { platform: 'slack', tenantId: 'T2', userId: 'U-SAM-2' };
const terminal: LinkedAccount = { platform: 'terminal', tenantId: 'local', userId: 'sam' };

const both = ['slack', 'teams'];

describe('chooseAccount', () => {
  it.each<
    [string, readonly LinkedAccount[], string | null, readonly string[], LinkedAccount | null]
  >([
    ['the oldest without a choice', [teams, slack], null, both, teams],
    ['the chosen platform', [teams, slack], 'slack', both, slack],
    ['the older of two on the chosen platform', [teams, slack, slackToo], 'slack', both, slack],
    ['another when the chosen one is not linked', [teams], 'slack', both, teams],
    ['another when the chosen one is not running', [teams, slack], 'slack', ['teams'], teams],
    ['one that can be written to', [terminal, slack], null, both, slack],
    ['none when none can be written to', [terminal], 'terminal', both, null],
    ['none when nothing is linked', [], 'slack', both, null],
    ['none when nothing runs', [teams, slack], 'slack', [], null],
  ])('takes %s', (_name, accounts, preferred, reachable, expected) => {
    expect(chooseAccount(accounts, preferred, new Set(reachable))).toBe(expected);
  });
});

describe('explainChoice', () => {
  const at = (day: string) => Temporal.Instant.from(`${day}T09:00Z`);
  const failing = (account: KnownAccount) => ({ ...account, unreachableSince: at('2024-06-20') });
  const preferred = (account: KnownAccount, day = '2024-06-01') => ({
    ...account,
    preferredAt: at(day),
  });

  it.each<[string, readonly KnownAccount[], string | null, string | null, string]>([
    ['the only one', [teams], null, 'teams-sam', 'only'],
    ['the only one, where another platform was chosen', [teams], 'slack', 'teams-sam', 'only'],
    ['the first of two', [teams, slack], null, 'teams-sam', 'first'],
    ['the platform that was chosen', [teams, slack], 'slack', 'U-SAM', 'chosen'],
    ['the account that was chosen', [slack, preferred(slackToo)], null, 'U-SAM-2', 'chosen'],
    [
      'the account that was chosen last',
      [preferred(slack, '2024-06-02'), preferred(slackToo, '2024-06-01')],
      null,
      'U-SAM',
      'chosen',
    ],
    [
      'a platform that was chosen before an account on another',
      [preferred(slack), teams],
      'teams',
      'teams-sam',
      'chosen',
    ],
    [
      'a newer account when the older one fails',
      [failing(slack), slackToo],
      null,
      'U-SAM-2',
      'instead of U-SAM',
    ],
    [
      'the other platform when the chosen one fails',
      [teams, failing(slack)],
      'slack',
      'teams-sam',
      'instead of U-SAM',
    ],
    [
      'what works when the account that was chosen fails',
      [slack, failing(preferred(slackToo))],
      'slack',
      'U-SAM',
      'instead of U-SAM-2',
    ],
    ['none when all fail', [failing(teams), failing(slack)], null, null, ''],
  ])('takes %s', (_, accounts, platform, userId, why) => {
    const choice = explainChoice(accounts, platform, new Set(both));
    const { kind } = choice?.because ?? { kind: '' };
    const of = choice?.because.kind === 'instead' ? ` of ${choice.because.of.userId}` : '';

    expect([choice?.account.userId ?? null, kind + of]).toEqual([userId, why]);
  });
});
