// Who is asking: the linked person, or one whom the platform vouches for by e-mail and who is linked
// now. Everybody else gets nothing but how to be linked.
import type { Temporal } from 'temporal-polyfill';
import type { AccountDirectory } from '../../../core/request/app/chat-ports.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { lookUpAccount, vouchedEmail } from './vouched-email.ts';

/**
 * @param known whom the record knows by the account
 * Refusal: `not-linked`, with the reason.
 */
export async function resolveActor(
  known: Actor | null,
  record: Uses<'people'>,
  directories: readonly AccountDirectory[],
  inbound: Inbound,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Result<Actor>> {
  if (known) return ok(known);
  const email = vouchedEmail(await lookUpAccount(directories, inbound), inbound);
  if (!email.ok) return email;
  const actor = await linkByEmail(record, email.value, inbound, now, today);
  return actor
    ? ok(actor)
    : refuse({ code: 'not-linked', platform: inbound.platform, reason: 'no-match' });
}

/**
 * Links an account to whoever has this address on the plan, so that what is sent to them arrives.
 * @param email vouched for by the platform that the account is of
 * @returns null where nobody has it
 */
export async function linkByEmail(
  record: Uses<'people'>,
  email: string,
  { platform, tenantId, userId }: Inbound,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Actor | null> {
  const actor = await record.people.findActorByEmail(email, today);
  if (actor) await record.people.linkAccount(actor.personId, { platform, tenantId, userId }, now);
  return actor;
}
