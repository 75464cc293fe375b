// A short greeting below the first answer that somebody gets from PAP, once for a person, whoever linked their account.
import type { Given } from '../../../core/request/app/command.ts';
import type { Inbound, Reply } from '../../../core/request/app/inbound.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { isChat } from '../../../core/request/domain/platform.ts';
import { withGreeting } from '../messages/help.ts';

/**
 * The answer with the greeting below it, for the one request that marks the person as greeted. In a conversation that others
 * read, and at the terminal, nobody is greeted.
 * @param greeted whether another partnership did it: then they are only marked
 */
export async function greetNewcomer(
  reply: Reply,
  {
    platform,
    record,
    now,
    greeted,
  }: Pick<Inbound, 'platform'> & { readonly greeted: boolean } & Given<'now', Uses<'people'>>,
  actor: Actor,
): Promise<Reply> {
  if (!isChat(platform) || reply.audience !== 'private') return reply;
  const isFirst = await record.people.greet(actor.personId, now);
  return isFirst && !greeted ? { ...reply, message: withGreeting(reply.message, actor) } : reply;
}
