// How fast Slack lets the bot post: about one message a second in a conversation, and not many more in
// the whole workspace. A 429 counts for the workspace: Slack does not say which of its limits was met.
import type { Pace, Target } from '../../../core/request/app/chat-ports.ts';

const CONVERSATION = { everyMs: 1_000, burst: 1 } as const;
const WORKSPACE = { everyMs: 250, burst: 1 } as const;

/** The pace of a target. A person's conversation goes by the person: it has one id too, but that has to be asked for. */
export function slackPace(target: Target): Pace {
  const id = target.kind === 'channel' ? target.channelId : target.userId;
  const workspace = { key: `slack ${target.tenantId} 4 a second`, ...WORKSPACE };
  const conversation = { key: `slack ${target.tenantId} ${id} 1 a second`, ...CONVERSATION };
  return { limits: [conversation, workspace], slowedBy: workspace, stoppedBy: workspace };
}
