// What went wrong on the way to Teams, and what that means for a delivery. A fault knows whether the
// request had left us, because only that tells a safe repeat from a possible duplicate.

import { DeliveryError, type Gone } from '../../../core/outbox/app/delivery-error.ts';
import type { Target } from '../../../core/request/app/chat-ports.ts';

/** How long to wait after a 429 or 412 that does not say: Teams counts sends in 30-second windows. */
const defaultRetryAfterMs = 30_000;

type Parts = {
  /** The HTTP status of the answer; null when there was none. */
  readonly status: number | null;
  /** Teams' own word for the cause when it gave one, else `http-<status>` or ours. */
  readonly code: string;
  /** Whether Teams itself gave the code. */
  readonly isNamed?: boolean;
  readonly sent: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
};

/** A call to the Teams connector that did not succeed. Holds nothing of what was sent. */
export class ConnectorFault extends Error {
  readonly status: number | null;
  readonly code: string;
  readonly isNamed: boolean;
  readonly sent: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(parts: Parts) {
    super(`Teams connector: ${parts.code}`, { cause: parts.cause });
    this.name = 'ConnectorFault';
    this.status = parts.status;
    this.code = parts.code;
    this.isNamed = parts.isNamed ?? false;
    this.sent = parts.sent;
    this.retryAfterMs = parts.retryAfterMs;
  }
}

/** An administrator has shut the bot out, or it is not registered any more. */
const APP_GONE = new Set(['BotDisabledByAdmin', 'BotNotRegistered', 'BotDisabled']);

/**
 * Every failure of a send as the one error that a sender may throw.
 * @param to what it was sent to: the same 403 means a person who removed the app, or a channel without it
 */
export function toDeliveryError(error: unknown, to?: Target['kind']): DeliveryError {
  if (error instanceof DeliveryError) return error;
  // Our transport turns every failure after the request left into a ConnectorFault, so anything
  // else failed before: in practice, no token could be had from the sign-in service.
  if (!(error instanceof ConnectorFault)) {
    return new DeliveryError('not-sent', 'no-token', { cause: error });
  }
  const { status, code, sent } = error;
  if (status === null)
    return new DeliveryError(sent ? 'unknown' : 'not-sent', code, { cause: error });
  if (status === 429 || status === 412) {
    const retryAfterMs = error.retryAfterMs ?? defaultRetryAfterMs;
    return new DeliveryError('not-sent', code, { retryAfterMs, cause: error });
  }
  if (status === 408 || status >= 500 || status < 400) {
    return new DeliveryError('unknown', code, { cause: error });
  }
  // Teams names the cause when it refuses. A 404 without a name is somebody's on the way, who may have passed it on.
  if (status === 404 && !error.isNamed)
    return new DeliveryError('never', code, { mayBeThere: true, cause: error });
  return new DeliveryError('never', code, { gone: whatIsGone(status, code, to), cause: error });
}

function whatIsGone(status: number, code: string, to: Target['kind'] | undefined): Gone | null {
  if (status === 401 || APP_GONE.has(code)) return 'app';
  return to !== undefined && (status === 403 || status === 404 || status === 410) ? to : null;
}

/** The cause in a word or two that may be logged. */
export function faultCode(error: unknown): string {
  if (error instanceof ConnectorFault || error instanceof DeliveryError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
