// What Slack's answers mean: token, workspace, permissions.
import type { SlackAppTokenLook, SlackTokenLook } from '../../chat/slack/inbound/look.ts';
import { BOT_SCOPES } from '../../chat/slack/manifest.ts';
import { type Finding, mend, note, unseen, well } from './finding.ts';

const GUIDE = 'docs/connect-slack.md';

/** The bot token, the workspace it is for, and what it may do. */
export function slackTokenFindings(look: SlackTokenLook, teamId: string | null): Finding[] {
  if (look.kind === 'unreachable') return [unreachable(look.code)];
  if (look.kind === 'refused')
    return [
      mend(
        ...(['slack', 'slack-token-refused'] as const),
        `Slack refuses the bot token (${look.code})`,
        `Copy SLACK_BOT_TOKEN again from “Install App” (${GUIDE}, step 4). If it says that the app was removed, install it again`,
      ),
    ];
  return [
    look.isBot
      ? well('slack', 'slack-token', 'Slack takes the bot token')
      : mend(
          ...(['slack', 'slack-token-kind'] as const),
          'SLACK_BOT_TOKEN is a person’s own token, so PAP would write in their name',
          `Copy the Bot User OAuth Token (${GUIDE}, step 4)`,
        ),
    ...(teamId === null ? [] : [teamFinding(look, teamId)]),
    ...scopeFindings(look.scopes),
  ];
}

function teamFinding(
  { teamId, teamName }: Extract<SlackTokenLook, { kind: 'accepted' }>,
  wanted: string,
): Finding {
  if (teamId === wanted)
    return well('slack', 'slack-team', `The workspace is ${teamName} (${teamId})`);
  return mend(
    ...(['slack', 'slack-team-other'] as const),
    `The bot token is for the workspace ${teamName} (${teamId}), and SLACK_TEAM_ID is ${wanted}`,
    `Set SLACK_TEAM_ID to ${teamId} if that is the right workspace; if not, install the app in the right one and copy both again`,
  );
}

function scopeFindings(scopes: readonly string[] | null): Finding[] {
  if (scopes === null)
    return [
      unseen(
        ...(['slack', 'slack-scopes-unknown'] as const),
        'Slack did not say what the bot token may do',
        `Compare “OAuth & Permissions” with the list in ${GUIDE}`,
      ),
    ];
  const missing = BOT_SCOPES.filter((scope) => !scopes.includes(scope));
  const more = scopes.filter((scope) => !BOT_SCOPES.some((one) => one === scope));
  return [
    missing.length === 0
      ? well('slack', 'slack-scopes', `The token has all ${BOT_SCOPES.length} permissions`)
      : mend(
          ...(['slack', 'slack-scopes-missing'] as const),
          `The token lacks ${missing.join(', ')}`,
          `Write the manifest again (npm run packages), paste it under “App Manifest”, install the app again and copy the new token (${GUIDE}, “Later”)`,
        ),
    ...(more.length === 0
      ? []
      : [
          note(
            ...(['slack', 'slack-scopes-more'] as const),
            `The token also has ${more.join(', ')}, which PAP doesn’t use`,
            `Take them away if you like (${GUIDE}, “Later”)`,
          ),
        ]),
  ];
}

/** The token of Socket Mode. */
export function appTokenFinding(look: SlackAppTokenLook): Finding {
  if (look.kind === 'accepted')
    return well('slack', 'slack-app-token', 'Slack takes the app token for Socket Mode');
  if (look.kind === 'unreachable') return unreachable(look.code);
  return mend(
    ...(['slack', 'slack-app-token-refused'] as const),
    `Slack refuses the app token (${look.code})`,
    `Make another one with connections:write under “Basic Information”, “App-Level Tokens”, and set SLACK_APP_TOKEN to it (${GUIDE}, step 4)`,
  );
}

/** What cannot be tried without a request from Slack. */
export const signingSecretFinding: Finding = note(
  ...(['slack', 'slack-signing-secret-untried'] as const),
  'The signing secret can be tried only by Slack itself',
  `Start PAP and press “Retry” under “Event Subscriptions”: it has to say “Verified” (${GUIDE}, step 7)`,
);

function unreachable(code: string): Finding {
  return unseen(
    ...(['slack', 'slack-unreachable'] as const),
    `Slack doesn’t answer (${code})`,
    'See that this computer can reach https://slack.com, then look again. PAP waits for Slack and starts without it',
  );
}
