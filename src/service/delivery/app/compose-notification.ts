// What a notification says when its turn comes. A chase is built then, not before: whoever has
// answered in the meantime is not chased, and nobody gets a step that time has overtaken.

import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import type {
  NotificationPayload,
  NotificationRow,
} from '../../../core/outbox/app/notification-ports.ts';
import {
  type AskStep,
  type ChaseStep,
  type EvidenceStep,
  LOOK_BACK_DAYS,
  type NothingToSay,
} from '../../../core/outbox/domain/past-chase.ts';
import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import { RetryLater } from '../../../core/request/app/faults.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import { sentWithOwnExamples } from '../../../core/request/app/own-examples.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { whyNotAsked } from '../../../cycle/chases/app/await-return.ts';
import { isAfterLeave } from '../../../cycle/chases/app/chase-facts.ts';
import { wasAsked } from '../../../cycle/chases/domain/chase-audience.ts';
import { theirHour, waitsUntil } from '../../../cycle/chases/domain/chase-policy.ts';
import { type ChaseSubject, nothingToSay } from '../../../cycle/chases/domain/nothing-to-say.ts';
import { chaseMessage } from '../../../cycle/chases/messages/chase.ts';
import { evidenceCallMessage } from '../../../cycle/chases/messages/evidence-call.ts';
import { asksForReturn, isEvidenceStep } from '../../../cycle/cycles/domain/chase-rules.ts';
import type { Cycle } from '../../../cycle/cycles/domain/cycle.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { officeListMessage, rollUpMessage } from '../../../cycle/returns/messages/roll-up.ts';
import { isOwner } from '../../../plan/objectives/domain/objective.ts';
import { composeEdit, type NothingToChange } from './compose-edit.ts';

type Chase = Extract<NotificationPayload, { kind: 'chase' }>;
type Turn = {
  readonly record: Reads<'calendars' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'preferences' | 'snoozes'>;
  readonly personId: string | null;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
};

type ComposeNotificationNeeds = Reads<
  NoteNames | 'calendars' | 'items' | 'meetings' | 'objectives'
> &
  Uses<'absences' | 'cycles' | 'notifications' | 'preferences' | 'snoozes'> &
  Commits<'notifications'>;

/**
 * The message, or why there is nothing left to say.
 * @throws RetryLater when the person may be told later only: the queue was held up into a day off, into a day on
 * which they had another message, or past midnight and before their hour
 */
export async function composeNotification(
  row: NotificationRow,
  record: ComposeNotificationNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<Message | NothingToSay | NothingToChange> {
  const composed = await compose(row, record, partnership, now);
  const shown = await shownInWords(composed, record, localDate(now, partnership.timeZone));
  return typeof shown === 'string' ? shown : await sentWithOwnExamples(shown, record);
}

type ComposeNeeds = Reads<'calendars' | 'items' | 'objectives' | 'people'> &
  Uses<'absences' | 'cycles' | 'notifications' | 'preferences' | 'snoozes'> &
  Commits<'notifications'>;

async function compose(
  row: NotificationRow,
  record: ComposeNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<Message | NothingToSay | NothingToChange> {
  const { payload, personId } = row;
  if (payload.kind === 'message') {
    if (!payload.asks || personId === null) return payload.message;
    const question = { row, personId, payload };
    return (await whyNotAsked(question, record, partnership, now)) ?? payload.message;
  }
  if (payload.kind === 'edit')
    return await composeEdit(payload.notificationId, record, partnership, now);
  const turn = { record, personId, now, today: localDate(now, partnership.timeZone) };
  const message = await composeChase(payload, turn);
  return typeof message !== 'string' && partnership.hasExamples ? noticeExamples(message) : message;
}

async function composeChase(chase: Chase, turn: Turn): Promise<Message | NothingToSay> {
  const { step } = chase;
  if (isEvidenceStep(step)) return await composeEvidenceCall({ ...chase, step }, turn);
  const { record, personId, now, today } = turn;
  const { cycleId } = chase;
  const cycle = (await record.cycles.listFrom(today)).find(({ id }) => id === cycleId);
  if (!cycle) return 'overtaken before it was sent';
  const wanted = idsOf(await record.cycles.outstanding(cycle));
  const nothing = await whyNothing(chase, { cycle, wanted }, turn);
  if (nothing) return nothing;
  const ids = chase.objectiveIds.filter((id) => wanted.has(id));
  await waitForTheirTime(step, cycle, turn);
  if (personId !== null && asksForReturn(step)) {
    const hours = await record.preferences.chaseHours();
    waitUntil(theirHour(hours.get(personId), cycle, now), now);
  }
  return asksForReturn(step)
    ? await composeRequest(step, cycle, ids, turn)
    : await composeReport(step, cycle, ids, turn);
}

async function whyNothing(
  chase: Chase,
  subject: ChaseSubject,
  { record, personId, now, today }: Turn,
): Promise<NothingToSay | null> {
  const [calendars, absent, snoozes] = await Promise.all([
    record.calendars.ofPeople(),
    record.absences.onDay(today),
    record.snoozes.listFrom(today),
  ]);
  const calendar = personId === null ? undefined : calendars.get(personId);
  return nothingToSay({ ...chase, personId }, subject, { calendar, absent, snoozes }, now);
}

function idsOf(wanted: readonly { readonly objectiveId: string }[]): ReadonlySet<string> {
  return new Set(wanted.map(({ objectiveId }) => objectiveId));
}

/** It was decided for a day on which it could be sent; the queue may have been held up since. */
async function waitForTheirTime(
  step: ChaseStep,
  cycle: Parameters<typeof waitsUntil>[1],
  { record, personId, now, today }: Turn,
): Promise<void> {
  if (personId === null) return;
  const [past, calendars] = await Promise.all([
    record.notifications.pastChases(today.subtract({ days: LOOK_BACK_DAYS })),
    record.calendars.ofPeople(),
  ]);
  waitUntil(waitsUntil({ personId, step }, cycle, past, now, calendars), now);
}

function waitUntil(then: Temporal.Instant | null, now: Temporal.Instant): void {
  if (then) throw new RetryLater(then.epochMilliseconds - now.epochMilliseconds);
}

async function composeRequest(
  step: AskStep,
  cycle: Cycle,
  ids: readonly string[],
  { record, personId, now, today }: Turn,
): Promise<Message> {
  const objectives = await fadeRatings(await record.objectives.list(today, { ids }), record, now);
  const stories = await record.objectives.ratingStories(ids);
  const asDeputy = personId !== null && !objectives.some((one) => isOwner(one, personId));
  const first = !(await askedBefore(cycle, record, today))(ids);
  const afterLeave = !asDeputy && (await isAfterLeave(cycle, personId, record, today));
  return chaseMessage({ step, cycle, objectives, stories, asDeputy, first, afterLeave, now });
}

async function composeReport(
  step: 'roll-up' | 'office',
  cycle: Cycle,
  ids: readonly string[],
  { record, now, today }: Turn,
): Promise<Message> {
  const objectives = await fadeRatings(await record.objectives.list(today, { ids }), record, now);
  if (step === 'roll-up') return rollUpMessage({ cycle, objectives });
  const asked = await askedBefore(cycle, record, today);
  return officeListMessage({
    cycle,
    objectives,
    unasked: new Set(ids.filter((id) => !asked([id]))),
  });
}

/** Whether a request for one of the returns arrived on an earlier day. */
async function askedBefore(
  cycle: Cycle,
  { notifications }: Uses<'notifications'>,
  today: Temporal.PlainDate,
): Promise<(ids: readonly string[]) => boolean> {
  const past = await notifications.pastChases(today.subtract({ days: LOOK_BACK_DAYS }));
  return (ids) => ids.some((id) => wasAsked(id, cycle.id, past, today));
}

async function composeEvidenceCall(
  chase: Chase & { readonly step: EvidenceStep },
  turn: Turn,
): Promise<Message | NothingToSay> {
  const { record, now, today } = turn;
  const { cycleId, step } = chase;
  const review = (await record.cycles.listReviews(today)).find(({ id }) => id === cycleId);
  if (!review) return 'overtaken before it was sent';
  const wanted = idsOf(await record.cycles.evidenceGaps(cycleId));
  const nothing = await whyNothing(chase, { review, wanted }, turn);
  if (nothing) return nothing;
  const ids = chase.objectiveIds.filter((id) => wanted.has(id));
  await waitForTheirTime(step, review, turn);
  const objectives = await fadeRatings(await record.objectives.list(today, { ids }), record, now);
  return evidenceCallMessage({ step, review, objectives });
}
