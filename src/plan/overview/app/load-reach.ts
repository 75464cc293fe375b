// Who on the plan can be written to, and who cannot: what the office looks at before a cycle opens.
import { type CommandResult, type Given, reply } from '../../../core/request/app/command.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { reachOf } from '../../../people/people/domain/reach.ts';
import { isOwner } from '../../objectives/domain/objective.ts';
import { type PersonReach, reachMessage } from '../messages/reach.ts';

type ReachNeeds = Uses<'accountSearches' | 'objectives' | 'peopleAdmin'>;

/**
 * Everybody who is on the plan today, by name.
 * @param connected platforms that the bot will be connected to; absent: those that it said when it started
 */
export async function loadReach(
  { record, today }: Given<'today', ReachNeeds>,
  connected?: ReadonlySet<Platform>,
): Promise<readonly PersonReach[]> {
  const people = await record.peopleAdmin.doors();
  const objectives = await record.objectives.list(today);
  const searches = await record.accountSearches.list();
  return people.map(({ id, accounts, preferredPlatform, ...person }) => ({
    ...person,
    reach: reachOf(
      accounts.filter(({ platform }) => connected?.has(platform) ?? true),
      preferredPlatform,
    ),
    looked: searches.filter(({ personId }) => personId === id),
    owns: objectives.filter((one) => isOwner(one, id)).map(({ ref }) => ref),
  }));
}

/** `admin people reach`. */
export async function answerReach(
  context: Given<'partnership' | 'today', ReachNeeds>,
): Promise<CommandResult> {
  return reply(reachMessage(await loadReach(context), context.partnership.timeZone));
}
