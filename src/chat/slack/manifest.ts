// The Slack app's manifest: what an administrator pastes to create the app. Every scope and event has a use in the
// code and a reason in docs/connect-slack.md; a test derives them from the calls and listeners. The history of
// channels is read for one thing: whether a message of the bot's own, to which Slack gave no answer, is there.

export type ManifestOptions = {
  readonly name: string;
  /** The command people type, `/pap` unless the workspace already has one. */
  readonly command?: string;
} & ({ readonly requestUrl: string } | { readonly socketMode: true });

export const BOT_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
] as const;

export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
] as const;

/** A manifest ready to be written as JSON. Without a request URL everything comes by Socket Mode. */
export function slackManifest(options: ManifestOptions) {
  const url = 'requestUrl' in options ? options.requestUrl : null;
  const command = options.command ?? '/pap';
  return {
    _metadata: { major_version: 1 },
    display_information: {
      name: options.name,
      description: 'Updates, reminders and KPI digests for the Priority Action Plan',
      background_color: '#1d3c5a',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: options.name, always_online: true },
      slash_commands: [
        {
          command,
          description: 'Update or ask about the Priority Action Plan',
          usage_hint: 'update 2B:2 amber what changed | mine | outstanding | help',
          // Mentions then arrive as ids; names change and can be shared by two people.
          should_escape: true,
          ...(url !== null && { url }),
        },
      ],
    },
    oauth_config: { scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      event_subscriptions: {
        bot_events: [...BOT_EVENTS],
        ...(url !== null && { request_url: url }),
      },
      interactivity: { is_enabled: true, ...(url !== null && { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}
