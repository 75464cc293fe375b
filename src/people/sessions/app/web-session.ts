// Signing in on the web: a link that somebody whom a platform vouches for was given in private, and the session that it
// opens. Of both the record holds a digest alone.
import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Given } from '../../../core/request/app/command.ts';
import type { Partnership, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { LINK_MINUTES, type SessionTimes } from '../domain/web-times.ts';

/** 256 bits, which nobody guesses. */
const SECRET_BYTES = 32;

/**
 * The address that signs the person in, once.
 * Refusals: `no-web` where the bot has no address on the web, `web-in-private` in a channel.
 */
export async function makeWebLink({
  actor,
  inbound,
  now,
  partnership,
  publicUrl,
  record,
}: Given<'actor' | 'inbound' | 'now' | 'partnership' | 'publicUrl', Uses<'sessions'>>): Promise<
  Result<string>
> {
  if (publicUrl === undefined) return refuse({ code: 'no-web' });
  if (inbound.conversation.kind === 'channel') return refuse({ code: 'web-in-private' });
  const token = await addToken(actor.personId, now, record);
  return ok(`${publicUrl}${webPath(partnership)}/sign-in/${token}`);
}

/** What a link that signs the person in has at its end. */
export async function addToken(
  personId: string,
  now: Temporal.Instant,
  { sessions }: Uses<'sessions'>,
): Promise<string> {
  const token = newSecret();
  await sessions.addLink({
    personId,
    tokenDigest: digest(token),
    madeAt: now,
    endsAt: now.add({ minutes: LINK_MINUTES }),
  });
  return token;
}

/** Where a partnership's pages are. Its key stays as it is, so that addresses stay good. */
export function webPath({ key }: Pick<Partnership, 'key'>): string {
  return `/p/${encodeURIComponent(key)}`;
}

/** Whether a link would sign somebody in now; it stays as it is. */
export async function isLinkOpen(
  token: string,
  now: Temporal.Instant,
  { sessions }: Uses<'sessions'>,
): Promise<boolean> {
  return await sessions.isOpen(digest(token), now);
}

/** Signs in by a link, which is then used up. @returns the secret that the browser keeps; null: the link does not open */
export async function beginSession(
  token: string,
  now: Temporal.Instant,
  times: SessionTimes,
  { sessions }: Uses<'sessions'>,
): Promise<string | null> {
  const secret = newSecret();
  const session = {
    secretDigest: digest(secret),
    at: now,
    endsAt: now.add({ minutes: times.wholeMinutes }),
  };
  return (await sessions.begin(digest(token), session)) ? secret : null;
}

/** Who is signed in by this secret; null: nobody. */
export async function personOfSession(
  secret: string,
  now: Temporal.Instant,
  times: SessionTimes,
  { sessions }: Uses<'sessions'>,
): Promise<string | null> {
  const idleSince = now.subtract({ minutes: times.idleMinutes });
  return await sessions.personOf(digest(secret), now, idleSince);
}

/** Signs this browser out. */
export async function endSession(secret: string, { sessions }: Uses<'sessions'>): Promise<void> {
  await sessions.end(digest(secret));
}

/** What a form of a session carries, so that no other site's form is taken for one of ours. */
export function formToken(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** A digest without salt is enough for what is random and long. */
function digest(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
