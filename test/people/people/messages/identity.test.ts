// Who a person is on the plan, in words.
import { describe, expect, it } from 'vitest';
import type { LinkedAccount } from '../../../../src/people/people/domain/choose-account.ts';
import { identityBlocks } from '../../../../src/people/people/messages/identity.ts';
import { actor, day } from '../../../support/rules/builders.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

const themes = [{ id: 'theme-1', kind: 'theme' as const, number: 1, name: 'Right plan' }];
const terms = { grants: [], today: day('2024-07-01') };
const slack: LinkedAccount = { platform: 'slack', tenantId: 'T1', userId: 'U1' };
const teams: LinkedAccount = { platform: 'teams', tenantId: 'tenant', userId: 'sam' };

const NOTHING = { accounts: [], furtherEmails: [] };

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

    const facts = identityBlocks(
      chair,
      {
        accounts: [slack, teams, { ...slack, userId: 'U2' }],
        furtherEmails: ['sam@trust.example'],
      },
      themes,
      terms,
    );

    expect(facts).toEqual([
      {
        kind: 'facts',
        facts: [
          { label: 'Organisation', value: [{ kind: 'text', text: 'Northshire Council' }] },
          {
            label: 'E-mail',
            value: [{ kind: 'text', text: 'sam.taylor@northshire.example, sam@trust.example' }],
          },
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
    const facts = words(actor(), NOTHING, themes, terms);

    expect(facts).toContain(
      'Roles: none beyond reading the plan and answering for your own objectives',
    );
    expect(facts).toContain('Linked accounts: none yet');
  });

  it('says until when a role lasts, and from when one that is to come', () => {
    const board = actor({ roles: [{ name: 'board', themeId: null }] });
    const grants = [
      {
        ...{ role: 'board' as const, themeId: null },
        ...{ startsOn: day('2024-01-01'), endsOn: day('2024-12-31') },
      },
      {
        ...{ role: 'co-chair' as const, themeId: 'theme-1' },
        ...{ startsOn: day('2024-09-01'), endsOn: null },
      },
    ];

    expect(words(board, NOTHING, themes, { ...terms, grants })).toContain(
      'Roles: board until Tue 31 December 2024; co-chair of theme 1 Right plan from Sun 1 September 2024',
    );
  });
});
