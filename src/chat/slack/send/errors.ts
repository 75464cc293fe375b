// Every way in which a call to Slack can fail, as one of the three that decide what happens next. A
// time-out is not a refusal: the message may be there, so it is never counted as unsent.
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import {
  DeliveryError,
  type DeliveryFailure,
  type Gone,
} from '../../../core/outbox/app/delivery-error.ts';
import type { Target } from '../../../core/request/app/chat-ports.ts';

/** Slack answered, and says that it does not know what it did. */
const OWN_FAULTS = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);
const RATE_LIMITS = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Slack does not accept the bot: its token, its app or its permissions. */
const APP_GONE = new Set([
  ...['account_inactive', 'invalid_auth', 'not_authed', 'token_revoked', 'token_expired'],
  ...['app_uninstalled', 'missing_scope', 'no_permission', 'not_allowed_token_type'],
  ...['org_login_required', 'ekm_access_denied', 'access_denied', 'team_access_not_granted'],
]);
const PERSON_GONE = new Set([
  ...['user_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot'],
  ...['users_not_found', 'invalid_user_combination', 'messages_tab_disabled'],
]);
/** In a person's own conversation these say that the person is gone. */
const CHANNEL_GONE =
  /^(?:channel_not_found|is_archived|not_in_channel|restricted_action(?:_\w+)?)$/;

/** The connection was never made, so nothing was sent. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * A failed `chat.postMessage` as a DeliveryError.
 * @param to what it was sent to: some of Slack's words mean a person or a channel
 */
export function toDeliveryError(error: unknown, to?: Target['kind']): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1_000;
    return new DeliveryError('not-sent', 'ratelimited', { retryAfterMs, cause: error });
  }
  const code = slackErrorCode(error);
  if (code !== null) {
    const failure = platformFailure(code);
    return new DeliveryError(failure, code, { gone: whatIsGone(code, to), cause: error });
  }
  if (error instanceof WebAPIHTTPError) {
    // Slack refuses in words, with a 200: a 404 is somebody's on the way, who may have passed it on.
    const refused = error.statusCode < 500 && ![404, 408].includes(error.statusCode);
    const failure = refused ? 'never' : 'unknown';
    return new DeliveryError(failure, `http_${error.statusCode}`, { cause: error });
  }
  if (isRateLimitWithoutTime(error)) {
    return new DeliveryError('not-sent', 'ratelimited', { cause: error });
  }
  const cause = systemCode(error);
  const failure = cause !== null && NO_CONNECTION.has(cause) ? 'not-sent' : 'unknown';
  return new DeliveryError(failure, cause ?? 'no_answer', { cause: error });
}

/** A failure before anything was posted: what we do not know cannot have shown a message. */
export function beforePosting(error: unknown, to?: Target['kind']): DeliveryError {
  const { failure, code, retryAfterMs, gone } = toDeliveryError(error, to);
  return new DeliveryError(failure === 'unknown' ? 'not-sent' : failure, code, {
    retryAfterMs,
    gone,
    cause: error,
  });
}

/** Slack's own word for a refusal, or null when it gave none that can be read. */
export function slackErrorCode(error: unknown): string | null {
  const code = error instanceof WebAPIPlatformError ? error.data.error : null;
  // An answer that is not JSON arrives as an "error" that holds the whole body.
  return code !== null && /^[a-z][a-z0-9_]{0,79}$/.test(code) ? code : null;
}

/** True when Slack dislikes how a message is made, so a plainer form of it may pass. */
export function isShapeRefusal(code: string | null): boolean {
  return code !== null && /block|table|msg_too_long|invalid_attachments/.test(code);
}

/** A short name for a failure that is safe to log: never a text, an address or a token. */
export function failureName(error: unknown): string {
  return error instanceof DeliveryError ? error.code : toDeliveryError(error).code;
}

/** Slack refused by name, so nothing was posted; unless it says that the fault is its own. */
function platformFailure(code: string): DeliveryFailure {
  if (OWN_FAULTS.has(code)) return 'unknown';
  return RATE_LIMITS.has(code) ? 'not-sent' : 'never';
}

function whatIsGone(code: string, to: Target['kind'] | undefined): Gone | null {
  if (APP_GONE.has(code)) return 'app';
  if (to === 'person' && (PERSON_GONE.has(code) || CHANNEL_GONE.test(code))) return 'person';
  return to === 'channel' && CHANNEL_GONE.test(code) ? 'channel' : null;
}

/** The client's plain Error for a 429 that does not say how long to wait. */
function isRateLimitWithoutTime(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain');
}

/** The operating system's code, found at any depth of `cause`. */
function systemCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if (at.name === 'TimeoutError') return 'timeout';
    if ('code' in at && typeof at.code === 'string' && !at.code.startsWith('slack_'))
      return at.code;
    at = at.cause;
  }
  return null;
}
