// Somebody is away, owes a return that is being chased for, and whoever was asked to cover has not answered:
// the programme office is told, once. Where nobody was asked or the cover declined, it was told then.
import type { Temporal } from 'temporal-polyfill';
import { currentStep, isSendingTime } from '../domain/chase-policy.ts';
import { isOwner } from '../domain/objective.ts';
import { coverMissingMessage } from '../messages/absence.ts';
import { inline } from '../messages/message.ts';
import type { OutstandingOfCycle } from './list-outstanding.ts';
import { noticeTo } from './notice.ts';
import type { NewNotification, Partnership, PartnershipRecord } from './ports.ts';

/** The notices; the ledger's key makes a second run find nothing to do. */
export async function noticesOfUncovered(
  record: PartnershipRecord,
  partnership: Partnership,
  outstanding: readonly OutstandingOfCycle[],
  now: Temporal.Instant,
): Promise<NewNotification[]> {
  const chased = outstanding
    .filter(({ cycle }) => isSendingTime(now, cycle.timeZone) && currentStep(cycle, now) !== null)
    .flatMap(({ objectives }) => objectives);
  if (chased.length === 0) return [];
  const today = now.toZonedDateTimeISO(partnership.timeZone).toPlainDate();
  const unanswered = (await record.absences.list(today)).filter(
    ({ startsOn, coverState }) => coverState === 'asked' && startsOn.until(today).days >= 0,
  );
  if (unanswered.length === 0) return [];
  const office = await record.people.listByRole('programme-office', null, today);
  return unanswered.flatMap((absence) => {
    const refs = chased.filter((one) => isOwner(one, absence.person.id)).map(({ ref }) => ref);
    if (refs.length === 0) return [];
    const message = {
      ...coverMissingMessage(absence, refs),
      footer: inline('You are getting this because you are the programme office.'),
    };
    const intent = `absence:${absence.id}:unanswered`;
    return office.map(({ id }) => noticeTo(id, intent, message, { now, partnership }));
  });
}
