// Who a person is on the plan, in words.
import { describe, expect, it } from 'vitest';
import type { LinkedAccount } from '../../src/domain/choose-account.ts';
import { identityBlocks } from '../../src/messages/identity.ts';
import { actor } from '../domain/support/builders.ts';
import { bodyOf } from './support/read-message.ts';

const themes = [{ id: 'theme-1', kind: 'theme' as const, number: 1, name: 'Right plan' }];
const slack: LinkedAccount = { platform: 'slack', tenantId: 'T1', userId: 'U1' };
const teams: LinkedAccount = { platform: 'teams', tenantId: 'tenant', userId: 'sam' };

function words(...given: Parameters<typeof identityBlocks>): string[] {
  return bodyOf({ title: 'You', blocks: identityBlocks(...given) })
    .join()
    .split('\n');
}

describe('identityBlocks', () => {
  it('names organisation, e-mail, roles with their themes, and platforms once each', () => {
    const chair = actor({
      roles: [
        { name: 'co-chair', themeId: 'theme-1' },
        { name: 'programme-office', themeId: null },
        { name: 'board', themeId: null },
        { name: 'viewer', themeId: null },
      ],
    });

    const facts = identityBlocks(chair, [slack, teams, { ...slack, userId: 'U2' }], themes);

    expect(facts).toEqual([
      {
        kind: 'facts',
        facts: [
          { label: 'Organisation', value: [{ kind: 'text', text: 'Northshire Council' }] },
          { label: 'E-mail', value: [{ kind: 'text', text: 'sam.taylor@northshire.example' }] },
          {
            label: 'Roles',
            value: [
              {
                kind: 'text',
                text: 'co-chair of theme 1 Right plan; programme office; board; viewer',
              },
            ],
          },
          { label: 'Linked accounts', value: [{ kind: 'text', text: 'Slack, Teams' }] },
        ],
      },
    ]);
  });

  it('says what somebody without a role or an account has', () => {
    const facts = words(actor(), [], themes);

    expect(facts).toContain(
      'Roles: none beyond reading the plan and answering for your own objectives',
    );
    expect(facts).toContain('Linked accounts: none yet');
  });
});
