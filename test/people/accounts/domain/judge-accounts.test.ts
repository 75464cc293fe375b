// Which account is certain to be somebody's.
import { expect, it } from 'vitest';
import { judgeAccounts } from '../../../../src/people/accounts/domain/judge-accounts.ts';

type Account = Parameters<typeof judgeAccounts>[0][number];

const account = (userId: string, changes: Partial<Account> = {}): Account => ({
  ...{ userId, kind: 'member', active: true },
  ...changes,
});
const closed = account('U1', { active: false });
const guest = account('U2', { kind: 'guest' });
const bot = account('U3', { kind: 'bot' });
const member = account('U4');

it.each([
  ['nobody', [], 'unknown'],
  ['a member', [member], 'U4'],
  ['a member who is found twice', [member, member], 'U4'],
  ['a member beside an account of theirs that was closed', [closed, member], 'U4'],
  ['a closed account', [closed], 'closed'],
  ['a guest', [guest], 'guest'],
  ['a member and a guest', [member, guest], 'several'],
  ['two members', [member, account('U5')], 'several'],
  ['a program', [bot], 'unknown'],
])('%s', (_, accounts, expected) => {
  const judged = judgeAccounts(accounts);

  expect(judged.kind === 'one' ? judged.account.userId : judged.outcome).toBe(expected);
});
