// Who a person is on the plan: organisation, roles and linked accounts.
import type { Actor, RoleName } from '../domain/actor.ts';
import type { LinkedAccount } from '../domain/choose-account.ts';
import { type NamedTheme, themeName } from '../domain/theme-name.ts';
import { type Block, inline } from './message.ts';

const roleNames = {
  'programme-office': 'programme office',
  'co-chair': 'co-chair',
  board: 'board',
  viewer: 'viewer',
} as const;
const platformNames = { slack: 'Slack', teams: 'Teams', terminal: 'terminal' } as const;

/** `co-chair of theme 1 Right Support`, `programme office`. */
export function roleText(name: RoleName, theme: NamedTheme | undefined): string {
  return theme ? `${roleNames[name]} of ${themeName(theme)}` : roleNames[name];
}

/** What a platform is called. */
export function platformName(platform: LinkedAccount['platform']): 'Slack' | 'Teams' | 'terminal' {
  return platformNames[platform];
}

/** The facts, for `link` and `whoami`. */
export function identityBlocks(
  actor: Actor,
  accounts: readonly LinkedAccount[],
  themes: readonly (NamedTheme & { readonly id: string })[],
): Block[] {
  const roles = actor.roles.map(({ name, themeId }) => {
    const theme = themes.find(({ id }) => id === themeId);
    return roleText(name, theme);
  });
  const platforms = [...new Set(accounts.map(({ platform }) => platformNames[platform]))];
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'Organisation', value: inline(actor.organisation) },
        { label: 'E-mail', value: inline(actor.email) },
        {
          label: 'Roles',
          value: inline(
            roles.length > 0
              ? roles.join('; ')
              : 'none beyond reading the plan and answering for your own objectives',
          ),
        },
        {
          label: 'Linked accounts',
          value: inline(platforms.length > 0 ? platforms.join(', ') : 'none yet'),
        },
      ],
    },
  ];
}
