// The zip that an administrator uploads to Teams: the app's manifest and its two icons.
import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';

export type TeamsAppPackageOptions = {
  /** The app's own id in the Teams catalogue. The Entra application's id will do. */
  readonly appId: string;
  /** The Entra application (client) id of the bot. */
  readonly botId: string;
  /** The public host name of this installation, without `https://`. */
  readonly host: string;
  /** Who runs it, as people see it on the app's page. */
  readonly developer?: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  readonly version?: string;
};

const manifestVersion = '1.30';
const scopes = ['personal', 'team', 'groupChat'] as const;

/** What Teams offers while a person types. It has room for twelve; every other verb can be typed all the same. */
const commands = [
  { title: 'help', description: 'What you can ask, with examples: help update' },
  { title: 'mine', description: 'Your actions, and a form for several at once' },
  { title: 'update', description: 'Report on an action: update 2B:2 amber 14 of 20 trained' },
  { title: 'same', description: 'Report no change: same 2B:2 evidence unchanged' },
  { title: 'show', description: 'One action and its history: show 2B:2' },
  { title: 'outstanding', description: 'Returns still to come: outstanding theme 1' },
  { title: 'kpi', description: 'Figures against their targets: kpi theme 3' },
  { title: 'away', description: 'Who covers while you are away: away 12–23 Aug cover @sam' },
  { title: 'handover', description: 'Pass an action on: handover 2B:2 @sam' },
  { title: 'challenge', description: 'Ask about a rating: challenge 2B:2 what changed since May?' },
  { title: 'digest', description: 'What the channel will be sent: digest preview' },
  { title: 'admin', description: 'The programme office: import, export, people, changes' },
] as const;

/** The zip's bytes; the same options always give the same bytes. */
export function teamsAppPackage(options: TeamsAppPackageOptions): Uint8Array {
  const manifest = strToU8(`${JSON.stringify(teamsManifest(options), null, 2)}\n`);
  const files: Zippable = {
    'manifest.json': manifest,
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  };
  return zipSync(files, { mtime: new Date(Date.UTC(2026, 0, 1, 12)) });
}

/** The manifest alone. */
export function teamsManifest(options: TeamsAppPackageOptions): object {
  const { appId, botId, host } = options;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: options.version ?? '1.0.0',
    id: appId,
    developer: options.developer ?? {
      name: 'Programme office',
      websiteUrl: `https://${host}/`,
      privacyUrl: `https://${host}/privacy`,
      termsOfUseUrl: `https://${host}/terms`,
    },
    // The short name is what people type after the slash.
    name: { short: 'PAP', full: 'Priority Action Plan' },
    description: {
      short: 'Report on your actions in the Priority Action Plan.',
      full: 'Asks the owners of a Priority Action Plan for their returns, records what they answer, and shows forums where each action stands. Answers in channels are private to the person who asked.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#17495A',
    bots: [
      {
        botId,
        scopes: [...scopes],
        supportsFiles: true,
        isNotificationOnly: false,
        // Slash commands, and answers in a channel that only the asker sees.
        supportsTargetedMessages: true,
        commandLists: scopes.map((scope) => ({
          scopes: [scope],
          triggers: ['mention', 'slash'],
          commands,
        })),
      },
    ],
    // People of other organisations write from a shared channel.
    supportedChannelTypes: ['sharedChannels', 'privateChannels'],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  };
}

function icon(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`icons/${name}`, import.meta.url)));
}
