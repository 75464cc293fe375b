// Whether PAP can post in each channel that it is to post in, found out without posting.
import type { SlackChannelLook } from '../../chat/slack/inbound/look.ts';
import type { TeamsChannelLook } from '../../chat/teams/inbound/look.ts';
import { type Finding, mend, note, unseen, well } from './finding.ts';
import type { BoundChannel } from './plan.ts';

/** A channel by its name and platform, as an administrator would look for it. */
function nameOf({ name, platform }: BoundChannel): string {
  return `${name} (${platform === 'slack' ? 'Slack' : 'Teams'})`;
}

/** What Slack's answer means for one of its channels. */
export function slackChannelFinding(channel: BoundChannel, look: SlackChannelLook): Finding {
  if (look.kind === 'in' || look.kind === 'open')
    return well(
      ...(['channels', 'channel-open'] as const),
      `PAP can post in ${nameOf(channel)}${look.kind === 'open' ? ', which is public; to be written to there it has to be invited' : ''}`,
    );
  if (look.kind === 'unreachable' || look.code === 'missing_scope')
    return unseen(
      ...(['channels', 'channel-unknown'] as const),
      `Slack did not say whether PAP can post in ${nameOf(channel)} (${look.code})`,
      'Put right what is said of Slack above, then look again',
    );
  return mend(
    ...(['channels', 'channel-closed'] as const),
    `PAP can’t post in ${nameOf(channel)} (${look.code})`,
    'Type “/invite @PAP” in it (docs/connect-slack.md, step 8). If it is gone, take it out: “admin channel unbind” in another channel (docs/operations.md, “Channels”)',
  );
}

/** What Teams' answer means for one of its channels. */
export function teamsChannelFinding(channel: BoundChannel, look: TeamsChannelLook): Finding {
  if (look.kind === 'in')
    return well('channels', 'channel-open', `PAP can post in ${nameOf(channel)}`);
  if (look.kind === 'unreachable')
    return unseen(
      ...(['channels', 'channel-unknown'] as const),
      `Teams did not say whether PAP can post in ${nameOf(channel)} (${look.code})`,
      'Put right what is said of Teams above, then look again',
    );
  return mend(
    ...(['channels', 'channel-closed'] as const),
    `PAP can’t post in ${nameOf(channel)} (${look.code})`,
    'Add PAP to its team and write “@PAP help” there (docs/connect-teams.md, step 6). If the channel is gone, take it out with “admin channel unbind”',
  );
}

/** A channel of a workspace or tenant that PAP is not connected to. */
export function otherPlaceFinding(channel: BoundChannel, connectedTo: string | null): Finding {
  if (connectedTo === null)
    return note(
      ...(['channels', 'channel-platform-off'] as const),
      `${nameOf(channel)} gets nothing: PAP isn’t connected to its platform`,
      'Connect it (PAP_PLATFORMS), or take the channel out with “admin channel unbind”',
    );
  return mend(
    ...(['channels', 'channel-elsewhere'] as const),
    `${nameOf(channel)} is in ${channel.tenantId}, and PAP is connected to ${connectedTo}`,
    'Bind the channel again from within it, or connect PAP to where it is',
  );
}
