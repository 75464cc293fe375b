// A short greeting below the first answer that somebody gets from PAP, once for a person.
import type { Inbound, Reply } from '../../../core/request/app/inbound.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { withGreeting } from '../messages/help.ts';

/**
 * The answer with the greeting below it.
 * @param actor whose account was linked by this very request, so that they never wrote to PAP from it before. Whoever has
 * another account was greeted there; in a conversation that others read, and at the terminal, nobody is greeted.
 */
export async function greetNewcomer(
  reply: Reply,
  actor: Actor,
  { platform }: Pick<Inbound, 'platform'>,
  { people }: Uses<'people'>,
): Promise<Reply> {
  if (platform === 'terminal' || reply.audience !== 'private') return reply;
  const known = await people.details(actor.personId);
  return known && known.accounts.length > 1
    ? reply
    : { ...reply, message: withGreeting(reply.message, actor) };
}
