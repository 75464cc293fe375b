// Why a person gets messages from the bot: what they are on the plan, what follows from it, and what came.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { type Actor, hasRole } from '../../../core/request/domain/actor.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { loadChaseFacts } from '../../../cycle/chases/app/chase-facts.ts';
import { reachOf } from '../../../people/people/domain/reach.ts';
import { rehearseCycle, rehearseReview } from '../../rehearsal/domain/rehearsal.ts';
import type { MessageReasons } from '../messages/why-messages.ts';

const LAST_MESSAGES = 5;
/** The verbs that change what comes, where this installation has them. */
const CHANGING = ['settings', 'snooze', 'away', 'digest'];

type ExplainMessagesNeeds = Given<
  'actor' | 'partnership' | 'now' | 'today' | 'commands',
  Reads<'calendars' | 'kpis' | 'objectives'> &
    Uses<
      | 'absences'
      | 'channels'
      | 'cycles'
      | 'notifications'
      | 'people'
      | 'peopleAdmin'
      | 'preferences'
      | 'snoozes'
    >
>;

/** Everything that `why` says. */
export async function explainMessages(context: ExplainMessagesNeeds): Promise<MessageReasons> {
  const { actor, record, today, partnership, commands } = context;
  const objectives = await record.objectives.list(today, { personId: actor.personId });
  const refsAs = (...roles: readonly string[]) =>
    objectives
      .filter(({ assignees }) =>
        assignees.some((one) => one.personId === actor.personId && roles.includes(one.role)),
      )
      .map(({ ref }) => ref);
  const [door] = await record.peopleAdmin.doors(actor.personId);
  return {
    reach: door ? reachOf(door.accounts, door.preferredPlatform) : { kind: 'no-account' },
    owns: refsAs('owner'),
    standsInFor: refsAs('deputy', 'cover'),
    coChairs: await themesOf(actor, record),
    office: hasRole(actor, 'programme-office'),
    coming: await comingTo(context),
    last: await record.notifications.listFor(actor.personId, LAST_MESSAGES),
    changing: CHANGING.filter((name) => commands.some((command) => command.name === name)),
    timeZone: partnership.timeZone,
  };
}

type ComingToNeeds = Given<
  'actor' | 'now' | 'today',
  Reads<'calendars' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'>
>;

/** What would still come if nobody answered; the policy that sends is the one that is asked. */
async function comingTo({ actor, record, today, now }: ComingToNeeds) {
  const facts = await loadChaseFacts(record, today);
  const meetings = [
    ...facts.cycles.map(({ cycle, outstanding }) => ({
      meeting: cycle,
      steps: rehearseCycle(cycle, outstanding, now, facts),
    })),
    ...facts.reviews.map(({ review, gaps }) => ({
      meeting: review,
      steps: rehearseReview(review, gaps, now, facts),
    })),
  ];
  return meetings.flatMap(({ meeting, steps }) => {
    const own = steps.filter(({ personId }) => personId === actor.personId);
    return own.length > 0 ? [{ ...meeting, steps: own }] : [];
  });
}

async function themesOf(
  actor: Actor,
  record: Reads<'kpis'> & Uses<'channels'>,
): Promise<{ name: string; channels: readonly string[] }[]> {
  const own = (await record.kpis.themes()).filter(({ id }) => hasRole(actor, 'co-chair', id));
  return await Promise.all(
    own.map(async (theme) => ({
      name: themeName(theme),
      channels: (await record.channels.forThemes([theme.id])).map(({ name, takesPosts }) =>
        takesPosts ? name : `${name} (which cannot be posted to now)`,
      ),
    })),
  );
}
