// What every listener works with, and how long it may wait.
import { z } from 'zod';
import type { FileAddress } from '../../../core/request/app/download-file.ts';
import type { GivenFile, HandleInbound } from '../../../core/request/app/inbound.ts';
import type { ReplyTools } from '../send/reply.ts';
import type { Self, SlackRequest } from './inbound.ts';
import { inPlace } from './team.ts';

export type ListenerTools = ReplyTools & {
  readonly handle: HandleInbound;
  /** Fetches a file that came with a message. */
  readonly fetchShared: (file: FileAddress) => Promise<GivenFile>;
  /** Who the bot is, as far as it is known by now. */
  readonly self: () => Self;
  /** How long an acknowledgement waits for the work; Slack gives up after 3 seconds. */
  readonly ackWithinMs: number;
  /** Hears of every request that was answered and not refused. */
  readonly answered?: (request: SlackRequest) => void;
  /** Keeps the work in view, so that stopping waits for it. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>;
};

/** Where Bolt's context of a request has the place that it comes from. */
export const PLACE = 'papPlace';

/** The request as one of the place that was found for it; null where it is none of ours. */
export function placed<Request extends Pick<SlackRequest, 'inbound'>>(
  request: Request | null,
  context: Readonly<Record<string, unknown>>,
): Request | null {
  const place = z
    .object({ tenantId: z.string(), outsideTenantId: z.string().optional() })
    .safeParse(context[PLACE]).data;
  return request && place ? inPlace(request, place) : null;
}

export const LATE = Symbol('late');

/** The timer ends with the work: until it fires it would hold on to the whole request. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
