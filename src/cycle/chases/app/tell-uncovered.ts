// Somebody owes a return that is being chased for and cannot be asked: they are away and whoever was asked to cover
// has not answered, or they do not work at all before it is due. The programme office is told, once. Where nobody
// was asked to cover or the cover declined, it was told then.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { inline, type Message } from '../../../core/message/messages/message.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import { coverMissingMessage } from '../../../plan/absences/messages/absence.ts';
import { ownersOf } from '../../../plan/objectives/domain/owners-reached.ts';
import { currentStep, isOutAllAlong, isSendingTime } from '../../cycles/domain/chase-steps.ts';
import { outAllAlongMessage } from '../../returns/messages/roll-up.ts';
import { absentOn, calendarOf, isAway } from '../domain/chase-audience.ts';
import { isEvidenceCalledFor } from '../domain/evidence-call.ts';
import type { ChaseFacts } from './chase-facts.ts';

/** The notices; the outbox's key makes a second run find nothing to do. */
export async function noticesOfUncovered(
  record: Reads<'absences'>,
  partnership: Partnership,
  { cycles, reviews, circumstances }: ChaseFacts,
  now: Temporal.Instant,
): Promise<NewNotification[]> {
  const chased = cycles.filter(
    ({ cycle }) =>
      isSendingTime(now, cycle.timeZone, cycle.calendar) && currentStep(cycle, now) !== null,
  );
  const called = reviews.filter(({ review }) => isEvidenceCalledFor(review, now));
  if (chased.length + called.length === 0) return [];
  const today = localDate(now, partnership.timeZone);
  const wanted = new Map<string, string[]>();
  const want = (personId: string, ref: string) => {
    const refs = wanted.get(personId) ?? [];
    if (!refs.includes(ref)) wanted.set(personId, [...refs, ref]);
  };
  for (const { objectives } of chased)
    for (const [personId, { refs }] of ownersOf(objectives))
      for (const ref of refs) want(personId, ref);
  for (const { gaps } of called)
    for (const { leadIds, ref } of gaps) for (const personId of leadIds) want(personId, ref);
  const { office } = circumstances;
  const uncovered = await noticesOfUnanswered(record, partnership, office, wanted, now);
  const absent = absentOn(today, circumstances.absences);
  const out = chased.flatMap(({ cycle, objectives: owed }) =>
    [...ownersOf(owed)].flatMap(([personId, { name, refs }]) =>
      !isAway(personId, absent) && isOutAllAlong(cycle, calendarOf(personId, cycle, circumstances))
        ? tellOffice(
            office,
            `out:${cycle.id}:${personId}`,
            outAllAlongMessage({ cycle, name, refs }),
            { now, partnership },
          )
        : [],
    ),
  );
  return [...uncovered, ...out];
}

/**
 * Of those who are away and whom nobody stands in for because whoever was asked has not answered.
 * @param wanted what each person would be asked about today
 */
export async function noticesOfUnanswered(
  record: Reads<'absences'>,
  partnership: Partnership,
  office: readonly string[],
  wanted: ReadonlyMap<string, readonly string[]>,
  now: Temporal.Instant,
): Promise<NewNotification[]> {
  if (wanted.size === 0) return [];
  const today = localDate(now, partnership.timeZone);
  const unanswered = (await record.absences.list(today)).filter(
    ({ startsOn, coverState }) => coverState === 'asked' && startsOn.until(today).days >= 0,
  );
  return unanswered.flatMap((absence) => {
    const about = wanted.get(absence.person.id);
    if (!about) return [];
    const intent = `absence:${absence.id}:unanswered`;
    return tellOffice(office, intent, coverMissingMessage(absence, about), { now, partnership });
  });
}

function tellOffice(
  office: readonly string[],
  intent: string,
  message: Message,
  by: { readonly now: Temporal.Instant; readonly partnership: Partnership },
): NewNotification[] {
  const footer = inline('You are getting this because you are the programme office.');
  return office.map((id) => noticeTo(id, intent, { ...message, footer }, by));
}
