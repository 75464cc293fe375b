// How fast Teams lets a bot send, as Microsoft publishes it: 7 a second, 60 in 30 seconds and 1800 an
// hour in a conversation, 50 a second in a tenant. Each is kept as a burst and an interval that add up to
// it, so that no stretch of that length ever holds more.
import type { Pace, Target } from '../../../core/request/app/chat-ports.ts';

const CONVERSATION = {
  '7 a second': { everyMs: 250, burst: 3 },
  '60 in 30 seconds': { everyMs: 1_000, burst: 30 },
  '1800 an hour': { everyMs: 4_000, burst: 900 },
} as const;
const TENANT = { everyMs: 40, burst: 25 } as const;

/** The pace of a target. A 429 counts for the conversation, a bot that is shut out for the tenant. */
export function teamsPace(target: Target): Pace {
  const id = target.kind === 'channel' ? target.channelId : target.userId;
  const [second, ...longer] = Object.entries(CONVERSATION).map(([rule, rate]) => ({
    key: `teams ${target.tenantId} ${id} ${rule}`,
    ...rate,
  }));
  const tenant = { key: `teams ${target.tenantId} 50 a second`, ...TENANT };
  const slowedBy = second ?? tenant;
  return { limits: [slowedBy, ...longer, tenant], slowedBy, stoppedBy: tenant };
}
