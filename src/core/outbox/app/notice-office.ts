// Telling the programme office, and the people of an agreement, in the transaction of what they are told.
import { inline, type Message } from '../../message/messages/message.ts';
import type { CommandContext } from '../../request/app/command.ts';
import type { Repositories } from '../../request/app/ports.ts';
import { noticeTo } from './notice.ts';
import type { NewNotification } from './notification-ports.ts';

type Told = Pick<CommandContext, 'now' | 'partnership' | 'today' | 'actor'>;

/** A notice to everyone who is the programme office, but for whoever did it themselves. */
export async function noticesToOffice(
  { people }: Pick<Repositories, 'people'>,
  intent: string,
  message: Message,
  context: Told,
): Promise<NewNotification[]> {
  const office = await people.listByRole('programme-office', null, context.today);
  const footer = inline('You are getting this because you are the programme office.');
  return noticesTo(
    office.map(({ id }) => id),
    intent,
    { ...message, footer },
    context,
  );
}

/** A notice to each of these people, but for whoever did it themselves; nobody gets two. */
export function noticesTo(
  personIds: readonly (string | null | undefined)[],
  intent: string,
  message: Message,
  context: Pick<Told, 'now' | 'partnership' | 'actor'>,
  asking: Parameters<typeof noticeTo>[4] = {},
): NewNotification[] {
  return [...new Set(personIds)]
    .filter((id) => typeof id === 'string')
    .filter((id) => id !== context.actor.personId)
    .map((id) => noticeTo(id, intent, message, context, asking));
}
