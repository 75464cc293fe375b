// Who a person is on the plan: organisation, roles and linked accounts.

import { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import { type Block, fact, factTable } from '../../../core/message/messages/message.ts';
import type { Actor, RoleName } from '../../../core/request/domain/actor.ts';
import { isChat, type Platform } from '../../../core/request/domain/platform.ts';
import { type NamedTheme, themeName } from '../../../core/themes/domain/theme-name.ts';
import type { LinkedAccount } from '../domain/choose-account.ts';

const roleNames = {
  'programme-office': 'programme office',
  'co-chair': 'co-chair',
  board: 'board',
  'evidence-lead': 'evidence lead',
  viewer: 'viewer',
} as const;
const platformNames = {
  slack: 'Slack',
  teams: 'Teams',
  terminal: 'terminal',
  web: 'web',
} as const satisfies Record<Platform, string>;

export type PlatformName = (typeof platformNames)[Platform];

/** `co-chair of theme 1 Right Support`, `programme office`. */
export function roleText(name: RoleName, theme: NamedTheme | undefined): string {
  return theme ? `${roleNames[name]} of ${themeName(theme)}` : roleNames[name];
}

/** What a platform is called. */
export function platformName(platform: Platform): PlatformName {
  return platformNames[platform];
}

/** What it is called within a sentence. */
export function platformInText(platform: Platform): string {
  return isChat(platform) ? platformNames[platform] : `the ${platformNames[platform]}`;
}

/** The person's roles with their days, in force or to come. */
export type RoleTerms = {
  readonly grants: readonly {
    readonly role: RoleName;
    readonly themeId: string | null;
    readonly startsOn: Temporal.PlainDate;
    readonly endsOn: Temporal.PlainDate | null;
  }[];
  readonly today: Temporal.PlainDate;
};

function isAfter(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) > 0;
}

function untilText(day: Temporal.PlainDate | null | undefined): string {
  return day ? ` until ${dayText(day)}` : '';
}

/** The facts, for `link` and `whoami`. */
export function identityBlocks(
  actor: Actor,
  {
    accounts,
    furtherEmails,
  }: { readonly accounts: readonly LinkedAccount[]; readonly furtherEmails: readonly string[] },
  themes: readonly (NamedTheme & { readonly id: string })[],
  { grants, today }: RoleTerms,
): Block[] {
  const named = (name: RoleName, themeId: string | null) =>
    roleText(
      name,
      themes.find(({ id }) => id === themeId),
    );
  const toCome = grants.filter(({ startsOn }) => isAfter(startsOn, today));
  const roles = [
    ...actor.roles.map(({ name, themeId }) => {
      const grant = grants.find(
        (one) => one.role === name && one.themeId === themeId && !isAfter(one.startsOn, today),
      );
      return `${named(name, themeId)}${untilText(grant?.endsOn)}`;
    }),
    ...toCome.map(
      ({ role, themeId, startsOn, endsOn }) =>
        `${named(role, themeId)} from ${dayText(startsOn)}${untilText(endsOn)}`,
    ),
  ];
  const platforms = [...new Set(accounts.map(({ platform }) => platformNames[platform]))];
  return [
    factTable([
      fact('Organisation', actor.organisation),
      fact('E-mail', [actor.email, ...furtherEmails].join(', ')),
      fact(
        'Roles',
        roles.length > 0
          ? roles.join('; ')
          : 'none beyond reading the plan and answering for your own objectives',
      ),
      fact('Linked accounts', platforms.length > 0 ? platforms.join(', ') : 'none yet'),
    ]),
  ];
}
