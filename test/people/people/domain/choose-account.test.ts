// Which account a message goes to: the platform that was chosen, else the oldest link.
import { describe, expect, it } from 'vitest';
import {
  chooseAccount,
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
