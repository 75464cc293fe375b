// Recording that somebody is away and calling it off. The cover is asked, or the programme office is told at
// once that nobody covers, in the same transaction.
import { MAX_PERIOD_DAYS, type Period } from '../../../core/dates/domain/parse-period.ts';
import { inline } from '../../../core/message/messages/message.ts';
import { noticesTo, noticesToOffice, noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { PersonSummary } from '../../../people/people/app/person-ports.ts';
import { absenceOffMessage, coverAskedMessage, coverMissingMessage } from '../messages/absence.ts';
import type { Absence } from './absence-ports.ts';

export type AbsenceRequest = {
  readonly person: PersonSummary;
  readonly period: Period;
  readonly cover: PersonSummary | null;
};

/**
 * Records the absence.
 * Refusals: `not-permitted`, `bad-period`, `same-person`, `cover-away`, `absence-overlaps`.
 */
export async function recordAbsence(
  request: AbsenceRequest,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'absences' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<Result<Absence>> {
  const { person, period, cover } = request;
  const { actor, now } = context;
  const allowed = permit(actor, 'record-absence', 'away', { personId: person.id });
  if (!allowed.ok) return allowed;
  const problem = problemOf(period, context);
  if (problem) return refuse({ code: 'bad-period', problem, typed: '' });
  if (cover?.id === person.id)
    return refuse({ code: 'same-person', what: 'cover', name: person.name });
  return await commitOnce(context, async (repositories) => {
    const { absences, notifications } = repositories;
    const coverAway = cover
      ? overlapping(await absences.list(period.startsOn, { personId: cover.id }), period)[0]
      : undefined;
    if (cover && coverAway)
      return refuse({ code: 'cover-away', name: cover.name, number: coverAway.number });
    const { added, overlaps } = await absences.add({
      ...period,
      personId: person.id,
      coverId: cover?.id ?? null,
      recordedById: actor.personId,
      at: now,
    });
    if (!added) return refuseOverlap(overlaps, person, actor.personId);
    await notifications.enqueue(await noticesOf(added, repositories, context));
    return ok(added);
  });
}

function problemOf({ startsOn, endsOn }: Period, { today }: Given<'today'>) {
  const days = startsOn.until(endsOn).days;
  if (days < 0) return 'backwards';
  if (endsOn.until(today).days > 0) return 'past';
  return days >= MAX_PERIOD_DAYS ? 'too-long' : null;
}

function overlapping(absences: readonly Absence[], { startsOn, endsOn }: Period): Absence[] {
  return absences.filter(
    (one) => one.startsOn.until(endsOn).days >= 0 && startsOn.until(one.endsOn).days >= 0,
  );
}

function refuseOverlap(overlaps: Absence | undefined, person: PersonSummary, actorId: string) {
  if (!overlaps) throw new Error('an absence was recorded and is not there');
  const { number, startsOn, endsOn } = overlaps;
  const who = person.id === actorId ? 'You are' : `${person.name} is`;
  return refuse({ code: 'absence-overlaps', number, who, startsOn, endsOn });
}

async function noticesOf(
  absence: Absence,
  repositories: Reads<'absences' | 'people'> & Uses<'peopleAdmin'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today'>,
): Promise<NewNotification[]> {
  const { id, person, cover } = absence;
  const refs = await refsOf(absence, repositories, context);
  const asked = cover
    ? [
        noticeTo(cover.id, `absence:${id}:asked`, coverAskedMessage(absence, refs), context, {
          asks: { personal: true },
        }),
      ]
    : await tellMissing(absence, refs, repositories, context);
  // Whoever they had agreed to cover for is without a cover in those days.
  const left = overlapping(
    await repositories.absences.list(absence.startsOn, { coverId: person.id }),
    absence,
  ).filter(({ coverState }) => coverState === 'accepted');
  const uncovered = await Promise.all(
    left.map(async (one) => {
      const facts = { ...one, coverState: 'withdrawn' as const };
      const message = coverMissingMessage(facts, await refsOf(one, repositories, context));
      return await noticesToOffice(
        repositories,
        `absence:${one.id}:cover-away:${id}`,
        message,
        context,
      );
    }),
  );
  return [...asked, ...uncovered.flat()];
}

/** Tells the programme office that nobody covers. */
export async function tellMissing(
  absence: Absence,
  refs: readonly string[],
  repositories: Reads<'people'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today'>,
): Promise<NewNotification[]> {
  const message = coverMissingMessage(absence, refs);
  const intent = `absence:${absence.id}:uncovered`;
  return await noticesToOffice(repositories, intent, message, context);
}

/** References of what the absent person owns. */
export async function refsOf(
  { person }: Absence,
  { peopleAdmin }: Uses<'peopleAdmin'>,
  { today }: Given<'today'>,
): Promise<string[]> {
  return (await peopleAdmin.ownedBy(person.id, today)).map(({ ref }) => ref);
}

/** Calls an absence off, or ends it with yesterday. Refusals: `not-permitted`, `agreement-over`. */
export async function callOffAbsence(
  absence: Absence,
  context: Given<Doing | 'partnership' | 'today', Commits<'absences' | 'notifications'>>,
): Promise<Result<Absence>> {
  const { actor, today } = context;
  const { id, number, person, cover, coverState } = absence;
  const allowed = permit(actor, 'record-absence', 'away cancel', { personId: person.id });
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ absences, notifications }) => {
    if (!(await absences.callOff(id, today)))
      return refuse({ code: 'agreement-over', kind: 'absence', number, state: 'called off' });
    const concerned = coverState === 'asked' || coverState === 'accepted' ? cover?.id : null;
    const message = {
      ...absenceOffMessage(absence, today),
      footer: inline('You are getting this because the absence is yours or you were the cover.'),
    };
    await notifications.enqueue(
      noticesTo([person.id, concerned], `absence:${id}:off`, message, context),
    );
    return ok(absence);
  });
}
