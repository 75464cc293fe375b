// A return is being asked for and no person answers for the objective: the programme office is told, once a cycle,
// on the day on which it opens. Who leaves or cannot be reached later is told of then.
import type { Temporal } from 'temporal-polyfill';
import { inline } from '../../../core/message/messages/message.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Partnership } from '../../../core/request/app/ports.ts';
import { isVacant } from '../../../plan/objectives/domain/objective.ts';
import { currentStep, isSendingTime } from '../../cycles/domain/chase-steps.ts';
import { vacantMessage } from '../../returns/messages/roll-up.ts';
import type { ChaseFacts } from './chase-facts.ts';

/** The notices; the outbox's key makes a second run find nothing to do. */
export function noticesOfVacant(
  partnership: Partnership,
  { cycles, circumstances }: ChaseFacts,
  now: Temporal.Instant,
): NewNotification[] {
  return cycles.flatMap(({ cycle, objectives }) => {
    if (!isSendingTime(now, cycle.timeZone, cycle.calendar) || !currentStep(cycle, now)) return [];
    const vacant = objectives.filter(isVacant);
    if (vacant.length === 0) return [];
    const message = {
      ...vacantMessage(cycle, vacant),
      footer: inline('You are getting this because you are the programme office.'),
    };
    return circumstances.office.map((id) =>
      noticeTo(id, `vacant:${cycle.id}`, message, { now, partnership }),
    );
  });
}
