// Finds objectives that have been red for a working day without a road back, and reminds their owners,
// once for each red rating. Safe to run as often as wanted: the ledger's key makes a second run add nothing.
import type { Temporal } from 'temporal-polyfill';
import { isSendingTime } from '../domain/chase-steps.ts';
import { isVacant, type Objective } from '../domain/objective.ts';
import { isRecoveryReminderDue } from '../domain/recovery.ts';
import { localDate } from '../domain/working-days.ts';
import { recoveryReminder } from '../messages/recovery.ts';
import { noticeTo } from './notice.ts';
import { withOpenRecovery } from './plan-recovery.ts';
import type { NewNotification, Partnership, PartnershipRecord } from './ports.ts';

/** A red rating that still counts is among the latest; what is older needs no reminder any more. */
const LOOK_BACK = 20;

/** @returns how many reminders were queued */
export async function remindRecovery(
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const { timeZone } = partnership;
  if (!isSendingTime(now, timeZone)) return { queued: 0 };
  const today = localDate(now, timeZone);
  const red = (await record.objectives.list(today)).filter(
    ({ rag, status }) => rag === 'red' && status === 'open',
  );
  const planned = await withOpenRecovery(
    red.map(({ id }) => id),
    record,
  );
  const reminders: NewNotification[] = [];
  for (const objective of red.filter(({ id }) => !planned.has(id))) {
    const entryId = await latestRedRating(objective, record, now, timeZone);
    if (entryId === null) continue;
    const vacant = isVacant(objective);
    const message = recoveryReminder(objective, vacant);
    for (const personId of await toRemind(objective, record, today)) {
      reminders.push(noticeTo(personId, `recovery:${entryId}`, message, { now, partnership }));
    }
  }
  const queued = await record.transaction(({ notifications }) => notifications.enqueue(reminders));
  return { queued };
}

/** The entry by which a person last rated it red, if its reminder is due; a published red asks nobody. */
async function latestRedRating(
  { id }: Objective,
  record: PartnershipRecord,
  now: Temporal.Instant,
  timeZone: string,
): Promise<string | null> {
  const entries = await record.objectives.history(id, LOOK_BACK);
  const rated = entries.find(
    ({ kind, rating, toRag, superseded }) =>
      (kind === 'update' || kind === 'amend' || kind === 'board') &&
      rating === 'delivery' &&
      toRag === 'red' &&
      !superseded,
  );
  return rated && isRecoveryReminderDue(rated.at, now, timeZone) ? rated.id : null;
}

async function toRemind(
  objective: Objective,
  record: PartnershipRecord,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  if (isVacant(objective)) {
    return (await record.people.listByRole('programme-office', null, today)).map(({ id }) => id);
  }
  return objective.assignees.flatMap(({ role, personId }) =>
    role === 'owner' && personId ? [personId] : [],
  );
}
