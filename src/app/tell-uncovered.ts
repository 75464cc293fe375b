// Somebody owes a return that is being chased for and cannot be asked: they are away and whoever was asked to cover
// has not answered, or they do not work at all before it is due. The programme office is told, once. Where nobody
// was asked to cover or the cover declined, it was told then.
import type { Temporal } from 'temporal-polyfill';
import { absentOn, calendarOf, isAway } from '../domain/chase-audience.ts';
import { currentStep, isOutAllAlong, isSendingTime } from '../domain/chase-steps.ts';
import { isOwner } from '../domain/objective.ts';
import { localDate } from '../domain/working-days.ts';
import { coverMissingMessage } from '../messages/absence.ts';
import { inline, type Message } from '../messages/message.ts';
import { outAllAlongMessage } from '../messages/roll-up.ts';
import type { ChaseFacts } from './chase-facts.ts';
import { noticeTo } from './notice.ts';
import type { NewNotification, Partnership, PartnershipRecord } from './ports.ts';

/** The notices; the ledger's key makes a second run find nothing to do. */
export async function noticesOfUncovered(
  record: Pick<PartnershipRecord, 'absences'>,
  partnership: Partnership,
  { cycles, circumstances }: ChaseFacts,
  now: Temporal.Instant,
): Promise<NewNotification[]> {
  const chased = cycles.filter(
    ({ cycle }) =>
      isSendingTime(now, cycle.timeZone, cycle.calendar) && currentStep(cycle, now) !== null,
  );
  if (chased.length === 0) return [];
  const today = localDate(now, partnership.timeZone);
  const tell = (intent: string, message: Message) =>
    circumstances.office.map((id) =>
      noticeTo(
        id,
        intent,
        {
          ...message,
          footer: inline('You are getting this because you are the programme office.'),
        },
        { now, partnership },
      ),
    );
  const unanswered = (await record.absences.list(today)).filter(
    ({ startsOn, coverState }) => coverState === 'asked' && startsOn.until(today).days >= 0,
  );
  const objectives = chased.flatMap((one) => one.objectives);
  const uncovered = unanswered.flatMap((absence) => {
    const refs = objectives.filter((one) => isOwner(one, absence.person.id)).map(({ ref }) => ref);
    if (refs.length === 0) return [];
    return tell(`absence:${absence.id}:unanswered`, coverMissingMessage(absence, refs));
  });
  const absent = absentOn(today, circumstances.absences);
  const out = chased.flatMap(({ cycle, objectives: owed }) =>
    [...ownersOf(owed)].flatMap(([personId, { name, refs }]) =>
      !isAway(personId, absent) && isOutAllAlong(cycle, calendarOf(personId, cycle, circumstances))
        ? tell(`out:${cycle.id}:${personId}`, outAllAlongMessage({ cycle, name, refs }))
        : [],
    ),
  );
  return [...uncovered, ...out];
}

function ownersOf(objectives: ChaseFacts['cycles'][number]['objectives']) {
  const owners = new Map<string, { name: string; refs: readonly string[] }>();
  for (const { ref, assignees } of objectives)
    for (const { role, personId, name } of assignees)
      if (role === 'owner' && personId)
        owners.set(personId, {
          name: name ?? '',
          refs: [...(owners.get(personId)?.refs ?? []), ref],
        });
  return owners;
}
