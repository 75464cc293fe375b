// Returns are about to be asked for, and some owners cannot be reached: the programme office is told once a cycle, early
// enough to do something about it. Where everybody can be reached nothing is sent.
import type { Temporal } from 'temporal-polyfill';
import {
  localDate,
  localInstant,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import { inline } from '../../../core/message/messages/message.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Partnership, Uses } from '../../../core/request/app/ports.ts';
import { ownersReached } from '../../../plan/objectives/domain/owners-reached.ts';
import { SENDING_HOURS } from '../../cycles/domain/chase-rules.ts';
import { currentStep, isSendingTime } from '../../cycles/domain/chase-steps.ts';
import { type Cycle, cycleDeadlines, isBefore } from '../../cycles/domain/cycle.ts';
import { unreachedMessage } from '../messages/unreached.ts';
import type { ChaseFacts } from './chase-facts.ts';

/** How many working days before a cycle opens the office is told. */
const DAYS_AHEAD = 2;

/** The notices; the outbox's key makes a second run find nothing to do. */
export async function noticesOfUnreached(
  record: Uses<'people'>,
  partnership: Partnership,
  { cycles, circumstances }: ChaseFacts,
  now: Temporal.Instant,
): Promise<NewNotification[]> {
  const ahead = cycles.filter(({ cycle }) => isAboutToOpen(cycle, now));
  if (ahead.length === 0) return [];
  const reachable = await record.people.reachable();
  return ahead.flatMap(({ cycle, objectives }) => {
    const reached = ownersReached(objectives, reachable);
    if (reached.silent.length === 0) return [];
    const message = {
      ...unreachedMessage(cycle, reached),
      footer: inline('You are getting this because you are the programme office.'),
    };
    // One who cannot be reached either would only become one more message that did not arrive.
    const told = circumstances.office.filter((id) => reachable.has(id));
    return told.map((id) => noticeTo(id, `unreached:${cycle.id}`, message, { now, partnership }));
  });
}

function isAboutToOpen(cycle: Cycle, now: Temporal.Instant): boolean {
  const { timeZone, calendar } = cycle;
  if (!isSendingTime(now, timeZone, calendar) || currentStep(cycle, now)) return false;
  const { opens } = cycleDeadlines(cycle);
  const day = workingDaysBefore(localDate(opens, timeZone), DAYS_AHEAD, calendar);
  return isBefore(now, opens) && !isBefore(now, localInstant(day, SENDING_HOURS.from, timeZone));
}
