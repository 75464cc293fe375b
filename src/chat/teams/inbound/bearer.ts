// Whether an Authorization header may be looked at by the library at all. The library also takes tokens of
// emulators and skills, and tokens that never expire; Teams sends neither. It checks the signature afterwards.
import { z } from 'zod';

/** Who signs what Teams sends; the only issuer that is taken. */
export const BOT_FRAMEWORK_ISSUER = 'https://api.botframework.com';

/** How far the clocks of two services may differ; the library's own figure. */
const CLOCK_TOLERANCE_S = 5 * 60;
const LONGEST_TOKEN = 8_192;
const PARTS = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;

export type Expected = {
  /** Whom the token must be for. */
  readonly appId: string;
  /** Where the activity says that its answers go; the token must say the same. */
  readonly serviceUrl: string;
};

/**
 * True for a token that says it is of the Bot Framework, for this bot, for this address and for a time around
 * `now` (milliseconds). Says nothing of its signature.
 */
export function isBotFrameworkToken(
  authorization: string,
  { appId, serviceUrl }: Expected,
  now: number,
): boolean {
  if (authorization.length > LONGEST_TOKEN) return false;
  const [, head = '', body = ''] = PARTS.exec(authorization) ?? [];
  const header = decode(head);
  const claims = decode(body);
  if (header?.alg !== 'RS256' || !claims) return false;
  const { iss, aud, serviceurl, exp, nbf } = claims;
  const seconds = now / 1_000;
  return (
    iss === BOT_FRAMEWORK_ISSUER &&
    aud === appId &&
    serviceurl === serviceUrl &&
    isTime(exp) &&
    seconds < exp + CLOCK_TOLERANCE_S &&
    (nbf === undefined || (isTime(nbf) && seconds > nbf - CLOCK_TOLERANCE_S))
  );
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

const claims = z.record(z.string(), z.unknown());

function decode(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return claims.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
