// Who the bot is, asked once at start. A token of another workspace stops the start: its messages
// would go to the wrong people. Slack being out of reach does not: it may be back in a minute.
import type { WebClient } from '@slack/web-api';
import { ConfigError } from '../../../core/request/app/faults.ts';
import { failureName, slackErrorCode } from '../send/errors.ts';
import type { SlackLog } from '../send/log.ts';

/** The bot's user id, or undefined when Slack cannot be reached now. */
export async function confirmIdentity(
  client: WebClient,
  teamId: string,
  log: SlackLog,
): Promise<string | undefined> {
  try {
    const { team_id, user_id } = await client.auth.test();
    if (team_id === teamId) return user_id;
  } catch (error) {
    const code = slackErrorCode(error);
    if (code !== null && !/ratelimited|_error$|unavailable/.test(code)) {
      throw new ConfigError(
        'SLACK_BOT_TOKEN',
        `Slack refuses this bot token (${code}); copy it again (docs/connect-slack.md)`,
      );
    }
    log.warn({ code: failureName(error) }, 'Slack could not be reached; going on without it');
    return undefined;
  }
  throw new ConfigError(
    'SLACK_TEAM_ID',
    'the bot token belongs to another workspace; copy token and id again, both from the same one (docs/connect-slack.md)',
  );
}
