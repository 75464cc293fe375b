// What a notification says when its turn comes. A chase is built then, not before: whoever has
// answered in the meantime is not chased, and nobody gets a step that time has overtaken.
import type { Temporal } from 'temporal-polyfill';
import { currentStep, isAway, isSnoozed } from '../domain/chase-policy.ts';
import { isOwner } from '../domain/objective.ts';
import { localDate } from '../domain/working-days.ts';
import { chaseMessage } from '../messages/chase.ts';
import { noticeExamples } from '../messages/example-notice.ts';
import type { Message } from '../messages/message.ts';
import { composeEdit, type NothingToChange } from './compose-edit.ts';
import type {
  NotificationPayload,
  NotificationRow,
  Partnership,
  PartnershipRecord,
} from './ports.ts';

/** Why nothing is left to say; the ledger keeps it. */
export type NothingToSay =
  | 'answered before it was sent'
  | 'overtaken before it was sent'
  | 'away before it was sent'
  | 'put off before it was sent';

/** The message, or why there is nothing left to say. */
export async function composeNotification(
  row: NotificationRow,
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<Message | NothingToSay | NothingToChange> {
  const { payload } = row;
  if (payload.kind === 'message') return payload.message;
  if (payload.kind === 'edit')
    return await composeEdit(payload.notificationId, record, partnership, now);
  const message = await composeChase(payload, row.personId, record, now, partnership.timeZone);
  return typeof message !== 'string' && partnership.hasExamples ? noticeExamples(message) : message;
}

async function composeChase(
  { cycleId, step, objectiveIds }: Extract<NotificationPayload, { kind: 'chase' }>,
  personId: string | null,
  record: PartnershipRecord,
  now: Temporal.Instant,
  timeZone: string,
): Promise<Message | NothingToSay> {
  const today = localDate(now, timeZone);
  const cycle = (await record.cycles.listFrom(today)).find(({ id }) => id === cycleId);
  if (!cycle || currentStep(cycle, now)?.step !== step) return 'overtaken before it was sent';
  if (personId !== null) {
    if (isAway(personId, await record.absences.onDay(today))) return 'away before it was sent';
    if (isSnoozed(personId, cycleId, await record.snoozes.ofCycle(cycleId), today))
      return 'put off before it was sent';
  }
  const waiting = new Set(
    (await record.cycles.outstanding(cycleId)).map(({ objectiveId }) => objectiveId),
  );
  const ids = objectiveIds.filter((id) => waiting.has(id));
  if (ids.length === 0) return 'answered before it was sent';
  const objectives = await record.objectives.list(today, { ids });
  const last = await record.objectives.lastUpdates(ids);
  const asDeputy = personId !== null && !objectives.some((one) => isOwner(one, personId));
  return chaseMessage({ step, cycle, objectives, last, asDeputy, now });
}
