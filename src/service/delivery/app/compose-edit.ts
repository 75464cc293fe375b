// What a message that was sent says now. Only a request for returns changes: what has been answered since
// is shown as answered, by whom and how, and its buttons are gone.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import type { Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { isAfterLeave } from '../../../cycle/chases/app/chase-facts.ts';
import { answeredChaseMessage } from '../../../cycle/chases/messages/answered-chase.ts';
import { asksForReturn } from '../../../cycle/cycles/domain/chase-rules.ts';
import { isOwner } from '../../../plan/objectives/domain/objective.ts';

/** Why a message stays as it is; the outbox keeps it. */
export type NothingToChange = 'nothing to change' | 'its meeting is over';

/** The message as it is to stand now, or why it is left alone. */
export async function composeEdit(
  notificationId: string,
  record: Reads<'objectives'> & Uses<'absences' | 'cycles' | 'notifications'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<Message | NothingToChange> {
  const original = await record.notifications.find(notificationId);
  if (original?.payload.kind !== 'chase') return 'nothing to change';
  const { cycleId, step, objectiveIds } = original.payload;
  if (!asksForReturn(step)) return 'nothing to change';
  const today = localDate(now, partnership.timeZone);
  const cycle = (await record.cycles.listFrom(today)).find(({ id }) => id === cycleId);
  if (!cycle) return 'its meeting is over';
  const [objectives, outstanding, answers] = await Promise.all([
    record.objectives.list(today, { ids: objectiveIds }),
    record.cycles.outstanding(cycle),
    record.cycles.answers(cycle, objectiveIds),
  ]);
  const waiting = new Set(outstanding.map(({ objectiveId }) => objectiveId));
  const open = objectives.filter(({ id }) => waiting.has(id));
  const { personId } = original;
  const asDeputy = personId !== null && !objectives.some((one) => isOwner(one, personId));
  const sentOn = original.attemptedAt ? localDate(original.attemptedAt, cycle.timeZone) : today;
  const message = answeredChaseMessage(
    {
      ...{ step, cycle, now, objectives: open, first: false, asDeputy },
      afterLeave: !asDeputy && (await isAfterLeave(cycle, personId, record, sentOn)),
      stories: await record.objectives.ratingStories(open.map(({ id }) => id)),
    },
    objectives.flatMap((objective) => {
      const answer = answers.get(objective.id);
      return answer ? [{ ref: objective.ref, ...answer }] : [];
    }),
  );
  return partnership.hasExamples ? noticeExamples(message) : message;
}
