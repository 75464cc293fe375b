// Who the mentioned are: the account that the record knows, or the person whose e-mail address the platform vouches for.
import type { Temporal } from 'temporal-polyfill';
import type { AccountDirectory } from '../../../core/request/app/chat-ports.ts';
import type { Inbound, Mentioned } from '../../../core/request/app/inbound.ts';
import type { Reads } from '../../../core/request/app/ports.ts';

/** Nobody mentions more people in one line. */
const MOST_MENTIONS = 10;

/** The request, with the person of the plan beside each mention where one is known. */
export async function withMentioned(
  inbound: Inbound,
  record: Reads<'people'>,
  directories: readonly AccountDirectory[],
  today: Temporal.PlainDate,
): Promise<Inbound> {
  const { mentions = [], platform, tenantId } = inbound;
  if (mentions.length === 0 || mentions.length > MOST_MENTIONS) return inbound;
  const directory = directories.find((one) => one.platform === platform);
  const resolve = async (one: Mentioned): Promise<Mentioned> => {
    const { people } = record;
    const known = await people.findActorByAccount(platform, tenantId, one.userId, today);
    if (known) return { ...one, personId: known.personId };
    const entry = await directory?.lookUp(tenantId, one.userId);
    const vouched = entry?.kind === 'member' && entry.active ? entry.email : null;
    const person = vouched ? await people.findActorByEmail(vouched, today) : null;
    return person ? { ...one, personId: person.personId } : one;
  };
  return { ...inbound, mentions: await Promise.all(mentions.map(resolve)) };
}
